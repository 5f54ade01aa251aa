"""Reports that come slowly: each is read, shown and kept while the next is awaited."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.cli.command import COMMAND, FERRY, HUNG, RULES, TUG, page
from tests.cli.test_ending_early import alive, wait_until_idle
from twosource.desk.folder import make_desk, open_desk

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are looked at in /proc")

ONE = (*RULES, "--workers", "1")
ALLOWED = (
    sys.executable,
    "-c",
    "from functools import partial; from twosource.pages import fetch; "
    "fetch.fetch_page = partial(fetch.fetch_page, allow_hosts={'127.0.0.1'}, seconds=1000); "
    "from twosource.cli import main; main()",
)
"""The command, which may fetch from this machine and waits for an answer longer than these tests."""


@contextmanager
def started(*arguments: str | Path, command: tuple[str, ...] = COMMAND) -> Iterator[subprocess.Popen[str]]:
    """The command with standard input that stays open."""
    pipe = subprocess.PIPE
    arguments = (*command, *map(str, arguments))
    with subprocess.Popen(
        arguments, stdin=pipe, stdout=pipe, stderr=pipe, text=True, start_new_session=True
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def put(process: subprocess.Popen[str], name: str, text: str = FERRY) -> None:
    """One more row."""
    assert process.stdin is not None
    process.stdin.write(json.dumps({"id": name, "text": f"{text}\nSeen by {name}.\n"}) + "\n")
    process.stdin.flush()


def line_of(process: subprocess.Popen[str]) -> str:
    """The id in the next line of the result; a test that hangs here is ended."""
    assert process.stdout is not None
    found = json.loads(process.stdout.readline())
    name: str = found["input_id"]
    return name


def kept(desk: Path, wanted: int) -> bool:
    """Whether so many articles are kept within some seconds."""
    store = open_desk(desk)
    for _ in range(20 * HUNG):
        with store.view() as view:
            if view.counts().articles == wanted:
                return True
        time.sleep(0.05)
    return False


def interrupt(process: subprocess.Popen[str]) -> None:
    """Ctrl-C, at which the command ends: nothing else would end it here."""
    process.send_signal(signal.SIGINT)
    assert process.wait(HUNG) == 130


def test_each_line_of_standard_input_is_answered_while_the_next_is_awaited() -> None:
    with started("read", "-", *ONE) as process:
        for number in range(5):
            put(process, f"r{number}")
            assert line_of(process) == f"r{number}"
        assert process.stdin is not None
        process.stdin.write("no row\n" + json.dumps({"id": "last", "text": TUG}))  # no end of a line: not there yet
        process.stdin.flush()
        assert line_of(process) == "6"
        process.stdin.close()
        assert line_of(process) == "last"
        assert process.wait(HUNG) == 1


def test_what_is_added_is_kept_while_more_is_awaited(tmp_path: Path) -> None:
    make_desk(tmp_path / "desk")
    with started("add", "-", "--desk", tmp_path / "desk", *ONE) as process:
        for number in range(110):
            put(process, f"r{number}")
        assert kept(tmp_path / "desk", 110)
        put(process, "one more")
        assert kept(tmp_path / "desk", 111)
        interrupt(process)
        assert process.stderr is not None
        assert "the same command goes on from there" in process.stderr.read()


@pytest.mark.parametrize("command", ["read", "brief", "stories"])
def test_an_interrupt_ends_what_waits_for_standard_input(command: str) -> None:
    with started(command, "-", *ONE) as process:
        put(process, "r1")
        if command == "read":
            assert line_of(process) == "r1"
        # Before its worker has begun it still imports, and what an interrupt raises in a callback of importlib is lost.
        while len(alive(process.pid)) < 2 and process.poll() is None:
            time.sleep(0.02)
        wait_until_idle(process.pid)
        interrupt(process)
        assert process.stderr is not None
        assert "Traceback" not in process.stderr.read()


class _Slow(BaseHTTPRequestHandler):
    """Gives `/now…` at once, and anything else when the test lets it."""

    released: threading.Event

    def do_GET(self) -> None:
        if not self.path.startswith("/now"):
            self.released.wait()
        body = page(f"{FERRY}\n\nSeen at {self.path}.").encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@pytest.fixture
def slow() -> Iterator[str]:
    """The address of a server that keeps one waiting."""
    _Slow.released = threading.Event()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Slow)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    _Slow.released.set()
    server.shutdown()
    server.server_close()


def test_what_is_fetched_is_answered_while_the_next_address_is_awaited(slow: str) -> None:
    with started("read", f"{slow}/now/1", f"{slow}/now/2", f"{slow}/late", "--fetch", *ONE, command=ALLOWED) as process:
        assert [line_of(process) for _ in range(2)] == [f"{slow}/now/1", f"{slow}/now/2"]
        _Slow.released.set()
        assert line_of(process) == f"{slow}/late"
        assert process.wait(HUNG) == 0


def test_what_is_fetched_is_kept_while_the_next_address_is_awaited(slow: str, tmp_path: Path) -> None:
    make_desk(tmp_path / "desk")
    addresses = [f"{slow}/now/1", f"{slow}/now/2", f"{slow}/late"]
    with started("add", *addresses, "--fetch", "--desk", tmp_path / "desk", *ONE, command=ALLOWED) as process:
        assert kept(tmp_path / "desk", 2)
        interrupt(process)
