"""`python -m evaluation.card FILE`: what `python -m evaluation.language --json FILE` kept, into the model card.

Only what stands between two marks in the card is written anew; the rest of it is prose and stays.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from evaluation.language.counts import ALL
from evaluation.language.report import Report, Row
from evaluation.language.tables import TITLES, shown
from training.language.sets.marks import LABELS
from twosource.errors import TwoSourceError, UsageError

CARD = Path(__file__).parents[1] / "docs" / "reference" / "model-card.md"
BEGIN = "<!-- figures: written by python -m evaluation.card -->"
END = "<!-- end of figures -->"
NONE = "–"
"""In a cell without a figure."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Rewrites the card; 2 where the figures or the marks in the card are not there."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.card", description=__doc__)
    parser.add_argument("figures", type=Path, metavar="FIGURES.json")
    parser.add_argument("--card", type=Path, default=CARD, metavar="FILE", help="another card")
    given = parser.parse_args(arguments)
    try:
        text = with_figures(given.card.read_text(encoding="utf-8"), kept_report(given.figures))
    except (TwoSourceError, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    given.card.write_text(text, encoding="utf-8")
    return 0


def kept_report(file: Path) -> Report:
    """The report that a file keeps. Raises UsageError where it is none."""
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))
        return Report(kept["analyzer"], [Row(**row) for row in kept["rows"]], kept["speed"])
    except (ValueError, KeyError, TypeError):
        raise UsageError(f"{file} has no figures; write it with python -m evaluation.language --json {file}") from None


def with_figures(card: str, report: Report) -> str:
    """The card with the report's tables between its marks. Raises UsageError where it has not one of each, in order."""
    before, begin, rest = card.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end) or BEGIN in rest or END in after:
        raise UsageError(f"the card needs one line {BEGIN} and after it one line {END}")
    return "\n".join([before + BEGIN, *markdown(report), END + after])


def markdown(report: Report) -> Iterator[str]:
    """The lines of all tables; the labels of names are columns, everything else is rows."""
    speed = ", ".join(f"{name} {value:,.0f}" for name, value in report.speed.items())
    yield f"Analyzer `{report.analyzer}`; {speed}."
    for table, title in TITLES.items():
        rows = [row for row in report.rows if row.table == table]
        labels = [row for row in rows if table == "names" and row.by == "label"]
        for heading, lines in ((title, _rows([r for r in rows if r not in labels])), (_BY_LABEL, _by_label(labels))):
            found = list(lines)
            if found:
                yield from ("", f"**{heading}**", "", *found)


_BY_LABEL = "Names by label: F1, and in brackets how many there are"


def _rows(rows: Sequence[Row]) -> Iterator[str]:
    if rows:
        columns = list(rows[0].figures)
        yield from _head(["set", "part", *columns], left=2)
        for row in rows:
            yield _line([row.set, row.of or ALL, *(shown(name, row.figures[name]) for name in columns)])


def _by_label(rows: Sequence[Row]) -> Iterator[str]:
    present = [(row.set, row.of, row.figures) for row in rows if row.figures["gold"]]
    cells = {(name, label): f"{shown('F1', f['F1'])} ({shown('gold', f['gold'])})" for name, label, f in present}
    if rows:
        yield from _head(["set", *LABELS], left=1)
        for name in dict.fromkeys(row.set for row in rows):
            yield _line([name, *(cells.get((name, label), NONE) for label in LABELS)])


def _head(names: Sequence[str], left: int) -> Iterator[str]:
    yield _line(names)
    yield "|" + "|".join("---" if i < left else "---:" for i in range(len(names))) + "|"


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    sys.exit(main())
