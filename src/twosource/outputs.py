"""Where results go: a file or standard output, looked at before any work is done."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from twosource.errors import TwoSourceError, UsageError

STDOUT = "-"


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
    if path.exists() and any(Path(one).exists() and path.samefile(one) for one in inputs):
        raise UsageError(f"{output}: this is one of the inputs, which would be lost: choose another -o")


def write(output: str, chunks: Iterable[str]) -> None:
    """Writes the chunks one by one, as UTF-8; raises BrokenPipeError where nobody reads on."""
    with _told(output):
        file = _opened(output)
    try:
        for chunk in chunks:
            with _told(output):
                file.write(chunk)
        with _told(output):
            file.flush()
    finally:
        if output != STDOUT:
            with suppress(OSError):  # told already
                file.close()


def _opened(output: str) -> TextIO:
    if output != STDOUT:
        return Path(output).open("w", encoding="utf-8", newline="\n")
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
