"""The processes that fetch: what fails in one costs one errand, and they leave nothing behind."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from multiprocessing.connection import wait

import pytest

from twosource.desk.watch import couriers as module
from twosource.desk.watch.couriers import Processes
from twosource.desk.watch.errands import Came, Errand
from twosource.engines import LocalEngine
from twosource.errors import InputError, TimedOut, WorkerDied
from twosource.pages.fetch import AnswerRefused, Fetched


def errand(name: str) -> Errand:
    return Errand(subject=None, address=f"http://a.example/{name}", accept="page")


def fetch(one: Errand) -> Came:
    """As the last part of the address says."""
    name = one.address.rpartition("/")[2]
    if name == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    if name == "hang":
        time.sleep(60)
    if name == "break":
        raise RuntimeError("broken")
    if name == "gone":
        raise AnswerRefused("it answered 410", 410, 7.0)
    return Came(errand=one, fetched=Fetched(status=200, address=f"{os.getpid()}"))


@pytest.fixture
def processes() -> Iterator[Processes]:
    found = Processes(fetch)
    yield found
    found.end()


def back(processes: Processes) -> Came:
    """The next that comes."""
    while (came := processes.back(1)) is None:
        pass
    return came


def test_errands_come_back_as_they_are_done(processes: Processes) -> None:
    for name in ("hang", "1", "2"):
        processes.send(errand(name))
    assert sorted(back(processes).errand.address[-1] for _ in range(2)) == ["1", "2"]
    assert processes.out == 1
    assert processes.back(0) is None


def test_a_process_does_one_errand_after_the_other(processes: Processes) -> None:
    at = set()
    for n in range(5):
        processes.send(errand(f"{n}"))
        came = back(processes)
        assert came.fetched is not None
        at.add(came.fetched.address)
    assert len(at) == 1


@pytest.mark.parametrize(
    ("name", "kind", "said"),
    [
        ("die", WorkerDied, "http://a.example/die: the process that fetched it ended"),
        ("break", InputError, "http://a.example/break: internal error (RuntimeError: broken)"),
        ("hang", TimedOut, "http://a.example/hang: it was ended after 0.3 s"),
        ("gone", AnswerRefused, "it answered 410"),
    ],
)
def test_what_fails_costs_one_errand(
    processes: Processes, monkeypatch: pytest.MonkeyPatch, name: str, kind: type[InputError], said: str
) -> None:
    with monkeypatch.context() as patch:
        if name == "hang":  # the others need time for a process to begin
            patch.setattr(module, "FETCH_SECONDS", 0.3)
        processes.send(errand(name))
        came = back(processes)
    assert isinstance(came.error, kind)
    assert said in str(came.error)
    if isinstance(came.error, AnswerRefused):
        assert (came.error.status, came.error.retry_after) == (410, 7.0)
    processes.send(errand("1"))
    assert back(processes).error is None


def test_one_that_died_in_idleness_is_replaced(processes: Processes) -> None:
    processes.send(errand("1"))
    came = back(processes)
    assert came.fetched is not None
    os.kill(int(came.fetched.address), signal.SIGKILL)
    wait([processes._idle[0].sentinel])
    processes.send(errand("2"))
    assert back(processes).errand.address.endswith("2")


def _work(number: int) -> int:
    return number


@pytest.mark.skipif(sys.platform != "linux", reason="workers are forks on Linux only")
def test_while_they_fetch_the_watch_has_no_thread_whose_locks_a_fork_could_inherit(processes: Processes) -> None:
    before = threading.active_count()
    for _ in range(4):
        processes.send(errand("hang"))
    assert threading.active_count() == before
    assert list(LocalEngine(workers=2).map(_work, range(20))) == list(range(20))
    assert processes.out == 4


def test_none_is_left_when_it_ends() -> None:
    processes = Processes(fetch)
    processes.send(errand("1"))
    came = back(processes)
    processes.send(errand("hang"))
    processes.end()
    assert came.fetched is not None
    with pytest.raises(ProcessLookupError):
        os.kill(int(came.fetched.address), 0)
