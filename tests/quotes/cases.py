"""Cases of quotes as plain text: a report, and below it each quote that must be found in it, no more and no fewer.

A case is a block of lines. `= words` is the headline, every other line a paragraph. A line `> kind | content | cue |
speaker's words | actor | more` is a quote: spans of content are parted by `//`; `-` is none, `*` anything, `~` stands
before the words of an actor without a name. `more`: `denied`, `not_said`, `to=` the actor told, `on=` the words of the
time, `in=` the name of the place, `within=` the number of the outer quote. A line `(shipped)` says that the rules alone
do not get it right, a line `(open)` that nothing does yet; under a file's title it holds for the whole file.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "cases"
LINES = ("kind", "content", "cue", "words", "actor")
NEEDS_MODEL, OPEN = "(shipped)", "(open)"


@dataclass(frozen=True, slots=True)
class Case:
    """A report with the quotes expected in it, each a table of what must be so."""

    name: str
    headline: str
    paragraphs: tuple[str, ...]
    expected: tuple[dict[str, str], ...]
    needs_model: bool
    open: bool


def cases() -> list[Case]:
    """All cases, by file and by their place in it."""
    return [case for path in sorted(FOLDER.glob("*.txt")) for case in _cases(path)]


def _cases(path: Path) -> list[Case]:
    title, *blocks = [b.splitlines() for b in path.read_text(encoding="utf-8").strip().split("\n\n")]
    return [_case(f"{path.stem}-{n}", lines, title) for n, lines in enumerate(blocks, 1)]


def _case(name: str, lines: list[str], title: list[str]) -> Case:
    given = [line for line in lines if line not in (NEEDS_MODEL, OPEN)]
    return Case(
        name=name,
        headline=next((line[2:] for line in given if line.startswith("= ")), ""),
        paragraphs=tuple(line for line in given if not line.startswith(("= ", "> "))),
        expected=tuple(_expected(line[2:]) for line in given if line.startswith("> ")),
        needs_model=NEEDS_MODEL in (*title, *lines),
        open=OPEN in lines,
    )


def _expected(line: str) -> dict[str, str]:
    parts = [part.strip() for part in line.split(" | ")]
    more = parts[5].split(", ") if len(parts) > len(LINES) else []
    wanted = {"polarity": "said", "to": "-", "on": "-", "in": "-", "within": "-"}
    wanted |= dict(m.split("=", 1) if "=" in m else ("polarity", m) for m in more)
    return {**dict(zip(LINES, parts, strict=False)), **wanted}
