"""The command as a copy of a process that has loaded its modules and tables: a start takes 0.2 s, not 2 s.

What a copy does is what a process of its own does: it has its own arguments, folder, environment, standard streams and
end. Only what is loaded is there already, as in the workers of `twosource.engines`.
"""

from __future__ import annotations

import atexit
import gc
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from tempfile import TemporaryFile
from typing import BinaryIO

ROOT = Path(__file__).parents[2]
ASKED, ANSWERED = 2**20, 16
"""Bytes of the longest message of each kind."""


class Loaded:
    """That process, seen from a test."""

    def __init__(self) -> None:
        self.line, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        code = "from tests.cli.forked import become; become(); from twosource.cli import main; main()"
        with theirs:
            self.process = subprocess.Popen(
                [sys.executable, "-c", code, str(theirs.fileno())],
                cwd=ROOT,
                env=os.environ | {"OPENBLAS_NUM_THREADS": "1"},  # as the command sets it before it loads numpy
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                pass_fds=[theirs.fileno()],
                start_new_session=True,
            )

    def run(
        self, words: Sequence[str], stdin: bytes, cwd: Path, env: Mapping[str, str], seconds: float
    ) -> tuple[int, bytes, bytes]:
        """The exit status, standard output and standard error of the command."""
        self.line.settimeout(seconds)
        given, into = os.pipe()
        with TemporaryFile() as out, TemporaryFile() as err:
            asked = json.dumps({"words": [*words], "cwd": str(cwd), "env": {**env}}).encode()
            socket.send_fds(self.line, [asked], [given, out.fileno(), err.fileno()])
            os.close(given)
            with suppress(BrokenPipeError), os.fdopen(into, "wb") as pipe:
                pipe.write(stdin)
            try:
                status = int(self.line.recv(ANSWERED))
            except (TimeoutError, ValueError):
                os.killpg(self.process.pid, signal.SIGKILL)
                loaded.cache_clear()
                raise
            return status, _content(out), _content(err)

    def end(self) -> None:
        """Ends it: nothing more is asked for."""
        self.line.close()
        self.process.wait()


@cache
def loaded() -> Loaded:
    """One for all tests of a process."""
    found = Loaded()
    atexit.register(found.end)
    return found


def _content(file: BinaryIO) -> bytes:
    file.seek(0)
    return file.read()


def become() -> None:
    """Loads all and answers for the commands asked for; returns in each copy alone, which is to run its command."""
    _load()
    line = socket.socket(fileno=int(sys.argv[1]))
    while True:
        asked, streams, _, _ = socket.recv_fds(line, ASKED, 3)
        if not asked:
            sys.exit()
        copy = os.fork()
        if not copy:
            line.close()
            _take(streams, **json.loads(asked))
            return
        for stream in streams:
            os.close(stream)
        line.send(str(os.waitstatus_to_exitcode(os.waitpid(copy, 0)[1])).encode())


def _load() -> None:
    """All but the model: onnxruntime waits without end for its threads where a copy ends by itself."""
    import twosource.cli  # noqa: F401
    from twosource.pipeline import combine, read_capture, sample

    readings = [read_capture(sample(kind), "rules") for kind in ("text/plain", "text/html")]
    combine(readings, one_story=True, analyzer="rules")
    gc.freeze()


def _take(streams: Sequence[int], words: Sequence[str], cwd: str, env: Mapping[str, str]) -> None:
    """Takes the arguments, folder, environment and standard streams of a command."""
    for at, stream in enumerate(streams):
        os.dup2(stream, at)
        os.close(stream)
    os.chdir(cwd)
    os.environ.clear()
    os.environ.update(env)
    sys.argv[1:] = words
