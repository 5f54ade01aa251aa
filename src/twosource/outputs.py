"""Where results go: a file or standard output, looked at before any work is done."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from shutil import rmtree
from typing import TextIO

from twosource.errors import TwoSourceError, UsageError

STDOUT = "-"
Put = Callable[[Iterable[str | bytes]], None]
"""Writes chunks one by one."""


def output_paths(output: str, formats: Sequence[str]) -> list[str]:
    """The output of each format: the one named, or files beside one another; `-` is standard output."""
    if len(formats) == 1:
        return [output]
    if output == STDOUT:
        raise UsageError("several formats need a file: -o brief writes brief.html, brief.md, brief.json")
    stem = output.removesuffix(next((f".{name}" for name in formats if output.endswith(f".{name}")), ""))
    return [f"{stem}.{name}" for name in formats]


def check_output(output: str, inputs: Iterable[str] = ()) -> None:
    """Raises UsageError where nothing could be written there, or where it would overwrite one of the inputs."""
    if output == STDOUT:
        if sys.stdout is None:
            raise UsageError("standard output is closed: choose a file with -o")
        return
    path = Path(output)
    if not path.parent.is_dir():
        raise UsageError(f"{output}: there is no folder {path.parent}: make it or choose another -o")
    if path.is_dir():
        raise UsageError(f"{output}: this is a folder: name a file in it with -o")
    keep_clear(output, inputs)


def keep_clear(output: str, inputs: Iterable[str]) -> None:
    """Raises UsageError where writing there would overwrite one of the inputs."""
    path = Path(output)
    if path.exists() and any(Path(one).exists() and path.samefile(one) for one in inputs):
        raise UsageError(f"{output}: this is one of the inputs, which would be lost: choose another -o")


def check_new_folder(output: str) -> None:
    """Raises UsageError where no new folder can be made there; an empty one is as good as none."""
    path = Path(output)
    if output == STDOUT:
        raise UsageError("a page for each story needs a folder: name a new one with -o")
    if not path.parent.is_dir():
        raise UsageError(f"{output}: there is no folder {path.parent}: make it or choose another -o")
    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise UsageError(f"{output}: something is here already: name a new folder with -o")


def write(output: str, chunks: Iterable[str | bytes]) -> None:
    """Writes the chunks one by one, text as UTF-8; raises BrokenPipeError where nobody reads on."""
    with _open(output, output) as put:
        put(chunks)


@contextmanager
def whole(output: str) -> Iterator[Put]:
    """What writes chunks to a file that is there wholly once the block has ended, and not at all where it raises.

    Until then what stood there before stays. Standard output and devices are written to as the chunks come.
    """
    target = Path(output).resolve()
    if output == STDOUT or (target.exists() and not target.is_file()):
        with _open(output, output) as put:
            yield put
        return
    part = _part(target)
    try:
        with _open(str(part), output) as put:
            yield put
        with _told(output):
            part.replace(target)
    except BaseException:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise


@contextmanager
def whole_folder(output: str) -> Iterator[Path]:
    """A folder to write files into, which is `output` once the block has ended, and gone where it raises."""
    target = Path(output).resolve()
    part = _part(target)
    try:
        with _told(output):
            part.mkdir()
        yield part
        with _told(output):
            part.replace(target)
    except BaseException:
        rmtree(part, ignore_errors=True)
        raise


def _part(target: Path) -> Path:
    """What is being written lies beside where it will be, so that it only has to be renamed."""
    return target.with_name(f".{target.name[-80:]}.{os.getpid()}.part")


@contextmanager
def _open(path: str, output: str) -> Iterator[Put]:
    """What writes chunks to this path; errors name `output`."""
    with _told(output):
        file = _opened(path)

    def put(chunks: Iterable[str | bytes]) -> None:
        for chunk in chunks:
            with _told(output):
                _put(file, chunk)
                file.flush()  # the next one may be long in coming

    try:
        yield put
        with _told(output):
            file.flush()
    finally:
        if path != STDOUT:
            with suppress(OSError):  # told already
                file.close()


def _put(file: TextIO, chunk: str | bytes) -> None:
    if isinstance(chunk, str):
        file.write(chunk)
    else:
        file.flush()
        file.buffer.write(chunk)


def _opened(path: str) -> TextIO:
    if path != STDOUT:
        return Path(path).open("w", encoding="utf-8", newline="\n")
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    return sys.stdout


@contextmanager
def _told(output: str) -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        where = "standard output" if output == STDOUT else output
        raise TwoSourceError(f"{where}: writing failed ({error.strerror}): choose another -o") from error
