"""The local engine: order, laziness, and that a bad input costs only itself."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from twosource.engines import LocalEngine, local, worker
from twosource.errors import InputError, NotAnArticle, TimedOut, WorkerDied

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="the memory limit is kept by Linux only")


def double(number: int) -> int:
    return 2 * number


def misbehave(number: int) -> int:
    if number == 10:
        os._exit(3)
    if number == 500:
        time.sleep(60)
    if number == 900:
        raise NotAnArticle("number 900 holds no article: leave it out")
    return number


def spin(_: int) -> int:
    while True:
        pass


def divide(number: int) -> float:
    return 1 / number


def take_memory(mebibytes: int) -> int:
    return len(bytearray(mebibytes * 2**20))


def large(number: int) -> bytes:
    return bytes([number]) * 10_000_000


def slow_first(number: int) -> int:
    time.sleep(0.4 if number == 0 else 0.001)
    return number


def process_id(_: int) -> int:
    return os.getpid()


def unpicklable(_: int) -> object:
    return lambda: None


def hang_at_three(path: str, number: int) -> int:
    with Path(path).open("a") as log:
        log.write(f"{number}\n")
    if number == 3:
        time.sleep(60)
    return number


class Located:
    location = "reports/a.html"


def fail_located(_: Located) -> None:
    raise ValueError("two\nlines")


@pytest.mark.parametrize("workers", [1, 3])
def test_results_keep_the_order_of_the_inputs(workers: int) -> None:
    assert list(LocalEngine(workers=workers).map(double, range(200))) == [2 * i for i in range(200)]


def test_a_slow_input_does_not_change_the_order() -> None:
    assert list(LocalEngine(workers=3).map(slow_first, range(60))) == list(range(60))


def test_no_inputs_start_no_worker() -> None:
    assert list(LocalEngine().map(double, [])) == []


@pytest.mark.parametrize("workers", [1, 2])
def test_three_bad_inputs_among_a_thousand_fail_alone(workers: int) -> None:
    found = list(LocalEngine(workers=workers, seconds=1).map(misbehave, range(1000)))
    assert [type(found[i]) for i in (10, 500, 900)] == [WorkerDied, TimedOut, NotAnArticle]
    assert "exit status 3" in str(found[10])
    assert [one for i, one in enumerate(found) if i not in (10, 500, 900)] == [
        i for i in range(1000) if i not in (10, 500, 900)
    ]


def test_code_that_never_returns_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (local, worker):  # so that the clock does not end it before, on a machine with much to do
        monkeypatch.setattr(module, "PATIENCE", 1000)
    found = list(LocalEngine(seconds=0.3).map(spin, [1, 2]))
    assert [str(one) for one in found] == [
        "input 1: it was ended after 0.3 s of work: leave it out or split it",
        "input 2: it was ended after 0.3 s of work: leave it out or split it",
    ]


def test_work_that_waits_is_ended_by_the_clock() -> None:
    found = list(LocalEngine(seconds=1).map(time.sleep, [1.5, 60, 0]))
    assert [str(one) for one in found] == [
        "None",
        "input 2: it was ended after 4 s: leave it out or split it",
        "None",
    ]


@LINUX
def test_an_input_that_needs_too_much_memory_fails_alone() -> None:
    found = list(LocalEngine(memory_bytes=200 * 2**20).map(take_memory, [1, 1000, 2]))
    assert found[0] == 2**20
    assert found[2] == 2 * 2**20
    assert isinstance(found[1], WorkerDied)
    assert "more than 200 MiB of memory" in str(found[1])


def test_an_unexpected_exception_names_the_input_and_carries_its_traceback() -> None:
    found = list(LocalEngine().map(divide, [1, 0, 2]))
    assert found[::2] == [1.0, 0.5]
    assert isinstance(found[1], InputError)
    assert str(found[1]).startswith("input 2: internal error (ZeroDivisionError: ")
    assert "in divide" in found[1].__notes__[0]


def test_an_error_names_the_location_of_its_input_in_one_line() -> None:
    (found,) = LocalEngine().map(fail_located, [Located()])
    assert str(found) == "reports/a.html: internal error (ValueError: two lines): please report this"


def test_a_result_that_cannot_be_sent_is_an_error_of_its_input() -> None:
    (found,) = LocalEngine().map(unpicklable, [1])
    assert isinstance(found, InputError)


def test_large_results_pass_through() -> None:
    found = list(LocalEngine(workers=2).map(large, range(6)))
    assert [(len(one), one[0]) for one in found if isinstance(one, bytes)] == [(10_000_000, i) for i in range(6)]


def test_inputs_are_drawn_only_as_results_are_taken() -> None:
    drawn = []

    def inputs() -> Iterator[int]:
        for number in range(100_000):
            drawn.append(number)
            yield number

    results = LocalEngine(workers=2).map(double, inputs())
    assert drawn == []
    assert [next(results) for _ in range(50)] == [2 * i for i in range(50)]
    assert len(drawn) < 50 + 2 * 32 * 4 + 1
    results.close()


def test_one_worker_serves_all_inputs_of_a_run() -> None:
    found = set(LocalEngine(workers=1).map(process_id, range(50)))
    assert len(found) == 1
    assert os.getpid() not in found


def test_after_a_time_out_no_input_is_worked_on_twice_but_the_rest_of_its_batch(tmp_path: Path) -> None:
    log = tmp_path / "log"
    found = list(LocalEngine(seconds=1).map(partial(hang_at_three, str(log)), range(8)))
    assert isinstance(found[3], TimedOut)
    assert log.read_text().split() == [str(i) for i in range(8)]


def test_an_error_among_the_inputs_comes_through_and_ends_the_workers() -> None:
    def inputs() -> Iterator[int]:
        yield 1
        raise RuntimeError("the listing broke")

    with pytest.raises(RuntimeError, match="the listing broke"):
        list(LocalEngine(workers=2).map(double, inputs()))


def test_closing_early_leaves_no_process_and_no_thread() -> None:
    threads = threading.active_count()
    results = LocalEngine(workers=2).map(process_id, range(1000))
    process = next(results)
    assert isinstance(process, int)
    results.close()
    assert threading.active_count() == threads
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


@pytest.mark.skipif(sys.platform == "win32", reason="sends a signal")
@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGKILL])
def test_workers_end_with_their_parent(sign: signal.Signals) -> None:
    program = """
        import os, time
        from twosource.engines import LocalEngine
        def work(number):
            time.sleep(0.2)
            return os.getpid()
        for found in LocalEngine(workers=2).map(work, range(10_000)):
            print(found, flush=True)
        """
    with subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(program)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as parent:
        assert parent.stdout is not None
        workers = {int(parent.stdout.readline()) for _ in range(6)}
        parent.send_signal(sign)
        parent.wait(timeout=100)
    deadline = time.monotonic() + 100
    while time.monotonic() < deadline and any(Path(f"/proc/{one}").exists() for one in workers):
        time.sleep(0.05)
    assert not any(Path(f"/proc/{one}").exists() for one in workers)
