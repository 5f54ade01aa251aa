"""A worker: a process that applies one function to the inputs it is sent, and can be killed at any time."""

from __future__ import annotations

import gc
import multiprocessing
import signal
import sys
import threading
import traceback
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.connection import Connection
from multiprocessing.reduction import ForkingPickler
from pathlib import Path
from time import monotonic
from typing import Any

from twosource.errors import BrokenModel, InputError, UsageError

OUT_OF_MEMORY = 77
"""The exit status of a worker that needed more memory than it may have."""

PATIENCE = 4
"""Seconds by the clock for each second of work: a machine that does other work too may take that much longer."""
OUT_OF_TIME = -signal.SIGPROF if hasattr(signal, "SIGPROF") else None
"""The exit status of a worker that worked on one input for longer than it may."""

FORKS = sys.platform == "linux"
"""Whether a worker is a fork of its parent; elsewhere forking is not safe with the system's own libraries."""
if sys.platform == "linux":
    _CONTEXT = multiprocessing.get_context("fork")
else:
    _CONTEXT = multiprocessing.get_context("spawn")


def name_of(index: int, one: object) -> str:
    """What an error calls an input: its location, itself where it is a name, else its number."""
    return one if isinstance(one, str) else getattr(one, "location", None) or f"input {index + 1}"


class Worker:
    """The parent's side: what the worker was sent and has not answered yet, and since when it works on the first."""

    def __init__(
        self, function: Callable[[Any], Any], seconds: float, memory_bytes: int | None, others: Sequence[Connection]
    ) -> None:
        self.connection, theirs = _CONTEXT.Pipe()
        self.pending: deque[tuple[int, Any]] = deque()
        self.since = 0.0
        self.answered = 0
        # A forked worker inherits the parent's ends of all pipes: while it holds them, no other sees the parent's end.
        inherited = [self.connection, *others] if FORKS else []
        arguments = (theirs, inherited, function, seconds, memory_bytes)
        self._process = _CONTEXT.Process(target=_work, args=arguments, daemon=True, name="twosource-worker")
        with _interrupts_held():
            self._process.start()
        theirs.close()

    @property
    def sentinel(self) -> int:
        """What `multiprocessing.connection.wait` takes to see that the worker ended."""
        return self._process.sentinel

    def send(self, batch: Sequence[tuple[int, Any]]) -> None:
        """Sends inputs with their numbers; raises OSError where the worker is gone."""
        self.pending.extend(batch)
        self.since = monotonic()
        self.connection.send(list(batch))

    def receive(self) -> tuple[int, Any]:
        """The next answer and the number of its input; raises EOFError or OSError where the worker is gone."""
        answer = self.connection.recv()
        index, _ = self.pending.popleft()
        self.since = monotonic()
        self.answered += 1
        return index, answer

    def end(self, grace: float = 0) -> int | None:
        """Ends the worker, whatever it does, and gives its exit status (negative: a signal); `grace` in seconds."""
        self._process.join(grace)
        self._process.kill()
        self._process.join()
        status = self._process.exitcode
        self.connection.close()
        self._process.close()
        return status

    def is_alive(self) -> bool:
        """Whether the process still runs."""
        return self._process.is_alive()


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Lets Ctrl-C through at the end only: Python drops what is raised while it runs its hooks around a fork."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    held: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _: held.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
        if held:
            signal.raise_signal(signal.SIGINT)


def _work(
    connection: Connection,
    inherited: Sequence[Connection],
    function: Callable[[Any], Any],
    seconds: float,
    memory_bytes: int | None,
) -> None:
    """The worker's main loop: ends when the parent closes its end, or is gone."""
    for one in inherited:
        one.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the parent ends its workers
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if OUT_OF_TIME is not None:
        signal.signal(signal.SIGPROF, signal.SIG_DFL)
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
    if memory_bytes is not None:
        _limit_memory(memory_bytes)
    # Records hold no cycles, and what was loaded before the fork stays: looking for garbage less often saves 5% of
    # the time of a flat report.
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
    while True:
        try:
            batch = connection.recv()
            for index, one in batch:
                connection.send_bytes(_answer(function, index, one, seconds))
        except (EOFError, OSError):
            return
        except MemoryError:
            sys.exit(OUT_OF_MEMORY)


def _answer(function: Callable[[Any], Any], index: int, one: object, seconds: float) -> bytes:
    """The pickled result or InputError of one input."""
    _set_alarms(seconds, PATIENCE * seconds + 5)
    try:
        return bytes(ForkingPickler.dumps(function(one)))
    except InputError as error:
        return bytes(ForkingPickler.dumps(error))
    except (UsageError, BrokenModel) as error:  # the call or the installation is wrong, which is no fault of this input
        return bytes(ForkingPickler.dumps(InputError(f"{name_of(index, one)}: {error}")))
    except MemoryError:
        raise
    except Exception as error:
        return bytes(ForkingPickler.dumps(_internal(name_of(index, one), error)))
    finally:
        _set_alarms(0, 0)


def _internal(name: str, error: Exception) -> InputError:
    """What a user reads of a programming error; the traceback goes along as a note, for --debug."""
    reason = " ".join(str(error).split())[:200]
    found = InputError(f"{name}: internal error ({type(error).__name__}: {reason}): please report this")
    found.add_note("".join(traceback.format_exception(error))[-8000:])
    return found


def _set_alarms(work: float, clock: float) -> None:
    """Ends this worker after so many seconds of work, in whatever code it is; 0: never.

    By the clock only if the parent, who would kill it before, is gone itself.
    """
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, work)
        signal.setitimer(signal.ITIMER_REAL, clock)


def _limit_memory(more: int) -> None:
    """Lets this process take `more` bytes of data above what it has.

    RLIMIT_DATA counts private writable memory. RLIMIT_AS would count libraries and reserved address space too, of
    which numpy and lxml take gigabytes that they never touch. Linux only: elsewhere the system does not keep it.
    """
    if sys.platform != "linux":
        return
    import resource

    status = Path("/proc/self/status").read_text()
    taken = next((int(line.split()[1]) * 1024 for line in status.splitlines() if line.startswith("VmData:")), 0)
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    limit = taken + more if hard == resource.RLIM_INFINITY else min(taken + more, hard)
    resource.setrlimit(resource.RLIMIT_DATA, (limit, hard))
