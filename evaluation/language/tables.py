"""Figures as tables for the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from evaluation.language.report import Report, Row

COUNTED = frozenset(("words", "gold"))
"""Figures that are numbers of things."""
TITLES = {
    "syntax": "Syntax: per cent of words",
    "names": "Names: right with any label that the set leaves possible; missed, a name counts under the first of them",
    "PER, ORG, LOC": "Names: PER, ORG, LOC as run_conllu.py counts them, with GPE as LOC, on the set's own tags",
    "attribution": "Attribution: exact spans",
    "mentions": "Mentions: the head word and the type",
}
"""Table to what stands above it, in the order of printing."""


def tables(report: Report) -> Iterator[str]:
    """The lines of all tables."""
    for table, title in TITLES.items():
        rows = [row for row in report.rows if row.table == table]
        if rows:
            none = not any(row.figures.get("P", 1) for row in rows)
            yield f"\n{title}"
            yield from ["the analyzer gives none"] if none else _table(rows)
    yield "\n" + ", ".join(f"{name} {value:,.0f}" for name, value in report.speed.items())


def shown(name: str, value: float) -> str:
    """A figure as it is printed."""
    if name in COUNTED:
        return f"{value:.0f}"
    return f"{value:.1f}" if name in {"P", "R", "F1"} else f"{value:.2f}"


def _table(rows: Sequence[Row]) -> Iterator[str]:
    columns = list(rows[0].figures)
    yield f"{'set':14}{'':14}" + "".join(f"{name:>8}" for name in columns)
    for row in rows:
        values = (shown(name, row.figures[name]) for name in columns)
        yield f"{'' if row.of else row.set:14}{row.of:14}" + "".join(f"{value:>8}" for value in values)
