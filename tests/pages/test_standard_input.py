"""Standard input that comes bit by bit, through a real pipe."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from twosource.engines import Waiting
from twosource.pages.standard_input import StandardInput

MOST = 20


@pytest.fixture
def pipe() -> Iterator[tuple[int, int]]:
    read, write = os.pipe()
    yield read, write
    for descriptor in (read, write):
        try:
            os.close(descriptor)
        except OSError:
            continue  # closed by the test: the end of the input


def test_a_line_comes_as_soon_as_it_is_whole(pipe: tuple[int, int]) -> None:
    read, write = pipe
    lines = StandardInput(read).lines(MOST)
    assert next(lines) == Waiting(on=(read,))
    os.write(write, b"one\ntw")
    assert next(lines) == b"one\n"
    assert next(lines) == Waiting(on=(read,))
    os.write(write, b"o\n\nlast")
    assert [next(lines) for _ in range(3)] == [b"two\n", b"\n", Waiting(on=(read,))]
    os.close(write)
    assert list(lines) == [b"last"]


def test_of_a_line_that_is_too_long_only_so_much_comes_that_it_shows(pipe: tuple[int, int]) -> None:
    read, write = pipe
    lines = StandardInput(read).lines(MOST)
    os.write(write, b"a" * 30)
    assert next(lines) == b"a" * (MOST + 1)
    os.write(write, b"b" * 30)
    assert isinstance(next(lines), Waiting)
    os.write(write, b"c\nnext\n" + b"d" * 30 + b"\nend\n" + b"e" * MOST)
    os.close(write)
    assert list(lines) == [b"next\n", b"d" * (MOST + 1), b"end\n", b"e" * MOST]


@pytest.mark.parametrize(
    ("pieces", "rows"), [([b" {", b'\n"id"'], True), ([b"{", b" no"], False), ([b" ", b"no"], False)]
)
def test_what_comes_is_told_as_soon_as_it_can_be(pipe: tuple[int, int], pieces: list[bytes], rows: bool) -> None:
    read, write = pipe
    coming = StandardInput(read)
    beginning = coming.begin()
    for piece in pieces:
        assert isinstance(next(beginning), Waiting)
        os.write(write, piece)
    assert list(beginning) == []
    assert coming.holds_rows == rows


def test_a_page_comes_once_all_of_it_is_there(pipe: tuple[int, int]) -> None:
    read, write = pipe
    page = StandardInput(read).all(MOST)
    os.write(write, b"A page ")
    assert isinstance(next(page), Waiting)
    os.write(write, b"of two lines\n")
    os.close(write)
    assert list(page) == [b"A page of two lines\n"]


def test_of_a_page_that_is_too_long_only_so_much_comes_that_it_shows(pipe: tuple[int, int]) -> None:
    read, write = pipe
    os.write(write, b"a" * 30)
    assert list(StandardInput(read).all(MOST)) == [b"a" * (MOST + 1)]


def test_a_wait_ends_when_something_comes(pipe: tuple[int, int]) -> None:
    read, write = pipe
    os.write(write, b"x")
    Waiting(on=(read,)).wait()
    Waiting(on=(read,), seconds=100).wait()
    os.read(read, 1)
    Waiting(on=(read,)).wait(most=0.01)
    Waiting(on=(read,), seconds=0.01).wait(most=100)
