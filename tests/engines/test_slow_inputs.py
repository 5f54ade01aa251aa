"""Inputs that come slowly: what is there is worked on and given while the next one is awaited."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator

import pytest

from twosource.engines import LocalEngine, Waiting, arrived

END = b"\xff"


def double(number: int) -> int:
    return 2 * number


def slow_first(number: int) -> int:
    time.sleep(0.3 if number == 0 else 0)
    return number


def from_pipe(descriptor: int) -> Iterator[int | Waiting]:
    """A number for each byte that comes, up to END: workers are forks and hold the other end of the pipe open, too."""
    os.set_blocking(descriptor, False)
    while True:
        try:
            came = os.read(descriptor, 1)
        except BlockingIOError:
            yield Waiting(on=(descriptor,))
            continue
        if came == END:
            return
        yield came[0]


@pytest.mark.parametrize("workers", [1, 3])
def test_each_result_is_given_while_the_next_input_is_awaited(workers: int) -> None:
    read, write = os.pipe()
    results = arrived(LocalEngine(workers=workers).stream(double, from_pipe(read)))
    for number in range(100):
        os.write(write, bytes([number]))
        assert next(results) == 2 * number
    os.write(write, bytes(range(100)) + END)
    assert list(results) == [2 * number for number in range(100)]
    os.close(write)
    os.close(read)


def test_a_slow_result_keeps_its_place_while_others_come_and_are_awaited() -> None:
    read, write = os.pipe()
    results = LocalEngine(workers=2).stream(slow_first, from_pipe(read))
    given: list[object] = []
    for number in range(20):
        os.write(write, bytes([number]))
        given.append(next(results))
    os.write(write, END)
    given += arrived(results)
    assert [one for one in given if not isinstance(one, Waiting)] == list(range(20))
    os.close(write)
    os.close(read)


def test_while_nothing_comes_it_is_waited_for_it_alone() -> None:
    read, write = os.pipe()
    os.write(write, b"\1")
    results = LocalEngine().stream(double, from_pipe(read))
    while isinstance(one := next(results), Waiting):
        one.wait()
    assert one == 2
    assert next(results) == Waiting(on=(read,))
    results.close()
    os.close(write)
    os.close(read)


def test_while_all_workers_are_busy_what_could_be_read_wakes_nobody() -> None:
    read, write = os.pipe()
    os.write(write, bytes(200))
    results = LocalEngine().stream(slow_first, from_pipe(read))
    one = next(results)
    assert isinstance(one, Waiting)
    assert read not in one.on
    results.close()
    os.close(write)
    os.close(read)


def test_an_input_that_only_lets_others_go_first_is_asked_again() -> None:
    def inputs() -> Iterator[int | Waiting]:
        for number in range(10):
            yield Waiting(seconds=0)
            yield number

    assert list(arrived(LocalEngine(workers=2).stream(double, inputs()))) == [2 * n for n in range(10)]


def test_a_stream_may_be_the_input_of_another() -> None:
    doubled: Iterator[int | Waiting] = (
        one for one in LocalEngine().stream(double, range(30)) if not isinstance(one, Exception)
    )
    assert list(arrived(LocalEngine().stream(double, doubled))) == [4 * n for n in range(30)]
