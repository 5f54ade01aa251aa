"""The pages of cases/layouts.txt: what stands around a report on scraped pages, each line marked with what it is."""

from __future__ import annotations

import html
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

CASES = Path(__file__).parent / "cases"
MARKS = {
    "H": {"headline"},
    "T": {"lead", "body"},
    "S": {"subhead"},
    "C": {"caption"},
    "~": {"lead", "body", "subhead", "list", "other", "promo"},
}
"""What each mark allows; "~" is a standfirst or its points, which have no role of their own. All else is residue."""
OF_THE_REPORT = frozenset({"headline", "lead", "body", "subhead", "list", "blockquote", "table"})


@dataclass
class Layout:
    """A page: its lines with their marks, and what is to be known of the report."""

    name: str
    known: dict[str, list[str]]
    lines: list[tuple[str, str]] = field(default_factory=list)

    @property
    def markup(self) -> str:
        """The page as HTML that says nothing but what is a heading: one element a line."""
        tags = {"H": "h1", "S": "h2", "-": "div"}
        lines = ((tags.get(mark, "p"), html.escape(text, quote=False)) for mark, text in self.lines)
        rows = "\n".join(f"<{tag}>{text}</{tag}>" for tag, text in lines)
        return f"<!doctype html><html><body><main><article>\n{rows}\n</article></main></body></html>"

    @property
    def text(self) -> str:
        """The page as plain text, an empty line between its lines."""
        return "\n\n".join(text for _, text in self.lines)


@cache
def reports() -> dict[str, list[str]]:
    """The paragraphs of each invented report."""
    found: dict[str, list[str]] = {}
    for line in _rows("reports.txt"):
        if line.startswith("= "):
            found[line[2:]] = paragraphs = []
        else:
            paragraphs.append(line)
    return found


def layouts(file: str = "layouts.txt") -> list[Layout]:
    """All pages of a file of layouts."""
    found: list[Layout] = []
    for line in _rows(file):
        if line.startswith("== "):
            name, _, known = line[3:].partition(" | ")
            found.append(Layout(name, {k: _list(v) for k, _, v in (p.partition(":") for p in known.split("; ") if p)}))
        elif line.startswith("@"):
            report, _, span = line[1:].partition(" ")
            first, _, last = span.partition("-")
            found[-1].lines += [("T", text) for text in reports()[report][int(first) - 1 : int(last or first)]]
        else:
            found[-1].lines.append((line[0], line[2:]))
    return found


def _rows(file: str) -> list[str]:
    return [x for x in (CASES / file).read_text("utf-8").splitlines() if x and not x.startswith("# ")]


def _list(value: str) -> list[str]:
    return [x.strip() for x in value.split(",") if x.strip()]
