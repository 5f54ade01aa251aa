"""`python -m bench.patterns`: every regular expression of the package against strings made to send it back and forth.

A pattern is recorded as the package compiles it: all modules are imported and the example reports read. For each,
strings are made that match it, parts of them are repeated up to 2,000 and 8,000 characters, an end that does not match
is put behind, and all of it is searched. Work that grows faster than the text shows in the growth from one length to
the next, whatever the machine: four times as long for four times the text is linear, sixteen times quadratic. A pattern
that is only ever asked at one place, or on short strings, may be listed and do no harm: that is for a person to judge.
Processor time is measured here and not in the tests, where a limit would fail on a slow machine.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
LENGTHS = (2_000, 8_000)
GROWTH = 8.0
"""Times as long for four times the text: 4 is linear, 16 quadratic."""
COUNTS = 0.003
"""Seconds below which the clock tells more of the machine than of the pattern."""
LIMIT = 5
"""Seconds after which a search is given up: it would not end."""
PIECES = (
    "a",
    "A",
    "1",
    " ",
    "\n",
    ",",
    ".",
    "-",
    '"',
    "'",
    "(",
    "<",
    "a ",
    "A ",
    "1,",
    "1 ",
    ", ",
    "A. ",
    "the ",
    "a, ",
)
EXAMPLES = 6

Source = tuple[str | bytes, int]


class GaveUpError(Exception):
    """A search that took longer than LIMIT."""


def recorded() -> dict[Source, str]:
    """All patterns that code of the package compiles, with the file that does."""
    found: dict[Source, str] = {}
    original: Callable[..., re.Pattern[Any]] = re.compile

    def recording(pattern: Any, flags: int = 0) -> re.Pattern[Any]:
        file = sys._getframe(1).f_code.co_filename
        if "/twosource/" in file and not isinstance(pattern, re.Pattern):
            found.setdefault((pattern, int(flags)), file.rpartition("/twosource/")[2])
        return original(pattern, flags)

    re.compile = recording
    try:
        _run_all()
    finally:
        re.compile = original
    return found


def _run_all() -> None:
    """Imports all modules and reads the example reports, for what is compiled when it is first asked for."""
    package = importlib.import_module("twosource")
    for module in pkgutil.walk_packages(package.__path__, "twosource."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    folders = [str(folder) for folder in ROOT.joinpath("examples").iterdir() if folder.is_dir()]
    package.brief(folders, package.Options(analyzer="rules"))


def strings(pattern: re.Pattern[Any]) -> Iterator[str]:
    """What is repeated: pieces that any text has, and parts of strings that match."""
    yield from PIECES
    made: list[str] = []
    _collect(pattern, made)
    for match in dict.fromkeys(made):
        yield from dict.fromkeys((match, match[:-1], match[1:], match[: len(match) // 2], match[len(match) // 2 :]))


def _collect(pattern: re.Pattern[Any], made: list[str]) -> None:
    from hypothesis import HealthCheck, given, settings
    from hypothesis import strategies as st
    from hypothesis.errors import HypothesisException

    if isinstance(pattern.pattern, bytes):  # hypothesis makes no string for those that ignore case
        return

    @settings(max_examples=EXAMPLES, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    @given(st.from_regex(pattern))
    def keep(match: str | bytes) -> None:
        made.append(match if isinstance(match, str) else match.decode("latin-1"))

    try:
        keep()
    except (HypothesisException, ValueError, re.error, AssertionError):
        return  # a pattern for which no string can be made: the pieces have to do


def seconds(pattern: re.Pattern[Any], text: str) -> float:
    """Processor time of finding everything in `text`."""
    subject = text if isinstance(pattern.pattern, str) else text.encode("utf-8", "replace")
    begun = time.process_time()
    for _ in pattern.finditer(subject):
        pass
    return time.process_time() - begun


def worst(pattern: re.Pattern[Any]) -> tuple[float, float, str]:
    """The greatest growth from one length to the next, the seconds of the longer one, and what was repeated."""
    found = (0.0, 0.0, "")
    for piece in strings(pattern):
        before = 0.0
        for length in LENGTHS if piece else ():
            taken = seconds(pattern, piece * (length // len(piece)) + "\x00")
            if taken > COUNTS and before:
                found = max(found, (taken / before, taken, piece))
            before = taken
            if taken > 1:
                break
    return found


def main() -> int:
    """Prints the patterns whose work grows faster than the text; 1 if there are some."""

    def give_up(*_: object) -> None:
        raise GaveUpError

    signal.signal(signal.SIGALRM, give_up)
    sources, bad = recorded(), 0
    for (source, flags), file in sources.items():
        signal.alarm(LIMIT * 12)
        try:
            growth, taken, piece = worst(re.compile(source, flags))
        except GaveUpError:
            growth, taken, piece = float("inf"), float(LIMIT), "?"
        finally:
            signal.alarm(0)
        if growth > GROWTH:
            bad += 1
            print(f"{file}: {growth:.0f} times, {taken:.3f} s on {piece[:40]!r}: {source[:100]!r}")
    print(f"{len(sources)} patterns, {bad} of them slower than the text is long")
    return bool(bad)


if __name__ == "__main__":
    sys.exit(main())
