"""Findings judged by hand, blind to their status: `python -m evaluation.judged_findings` prints how many were right.

The rows of evaluation/judged/*findings.tsv hold passages (report, code points of its page's text) and the verdict on
them: `same` (all assert one thing, or one holds the other), `conflict` (one thing with values that cannot both be so),
`moved on` (an update) or `other`. `--present` asks what becomes of each row with the findings made now. What is judged
is drawn by evaluation/judged_drawing.py.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from evaluation.judged_stories import SETS, Reports, record_of, stories
from evaluation.shared import DATA
from evaluation.told_findings import SEVERAL, SURE, covers
from twosource.model import Finding, Record, Selector

FOLDER = Path(__file__).resolve().parent / "judged"
JUDGED = FOLDER / "findings.tsv"
"""80 stories of NeuS and 10 of BASIL, drawn by chance before stories were held back."""
HELD = FOLDER / "held_findings.tsv"
"""Drawn by evaluation/judged_drawing.py, after rules were made on the other half of the stories."""
TRIED = FOLDER / "tried_findings.tsv"
"""Findings of that other half, which rules were made on; their status was known to the reader."""
BLIND = FOLDER / "blind_findings.tsv"
"""Three samples of what no row was of, each after what the one before had shown was mended."""
SEED = 20
RIGHT = {"corroborated": "same", "differs": "conflict", "updated": "moved on"}
NONE = "none"
"""The status of passages that no finding of several reports joins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """Passages of reports of one story, the verdict on them, and the status and confidence they were given."""

    sample: str
    story: str
    passages: tuple[tuple[str, int, int], ...]
    verdict: str = ""
    aspect: str = "-"
    doubt: str = "-"
    status: str = NONE
    differing: tuple[str, ...] = ()
    confidence: float = 0.0

    @property
    def right(self) -> bool:
        """Whether the status says what the reader said, for `differs` in the aspect, too."""
        agrees = RIGHT.get(self.status) == self.verdict
        return agrees and (self.status != "differs" or self.aspect in self.differing)


COLUMNS = ("sample", "story", "passages", "verdict", "aspect", "doubt", "status", "differing", "confidence")


def line_of(row: Judged) -> str:
    """The row as it stands in a file."""
    passages = " ".join(f"{report}:{start}-{end}" for report, start, end in row.passages)
    cells = (row.verdict, row.aspect, row.doubt, row.status, "+".join(row.differing) or "-", f"{row.confidence:.2f}")
    return "\t".join((row.sample, row.story, passages, *cells))


def row_of(line: str) -> Judged:
    """The row that a line of a file holds."""
    cells = dict(zip(COLUMNS, line.split("\t"), strict=True))
    places = (re.fullmatch(r"(\S+):(\d+)-(\d+)", one) for one in cells["passages"].split(" "))
    passages = tuple((p[1], int(p[2]), int(p[3])) for p in places if p)
    differing = tuple(a for a in cells["differing"].split("+") if a != "-")
    taken = {"passages": passages, "differing": differing, "confidence": float(cells["confidence"])}
    return Judged(**(cells | taken))  # type: ignore[arg-type]


def judged(path: Path) -> list[Judged]:
    """All rows but comments and the names of the columns."""
    lines = (line for line in path.read_text(encoding="utf-8").splitlines() if line and line[0] != "#")
    return [row_of(line) for line in list(lines)[1:]]


def as_made(row: Judged, finding: Finding | None) -> Judged:
    """The row with the status and the confidence of that finding."""
    if finding is None:
        return replace(row, status=NONE, differing=(), confidence=0.0)
    aspects = tuple(dict.fromkeys(d.aspect for d in finding.differences))
    return replace(row, status=finding.status, differing=aspects, confidence=finding.confidence)


def present(rows: Sequence[Judged], records: Mapping[str, tuple[Record, Reports]]) -> list[Judged]:
    """The rows with the status that a finding made now gives all their passages together, or none."""
    return [as_made(row, _finding_of(row, *records[row.story])) for row in rows]


def _finding_of(row: Judged, record: Record, pages: Reports) -> Finding | None:
    wanted = [Selector.of(pages[report], start, end) for report, start, end in row.passages]
    at = {c.id: c.selector for c in record.claims}
    for finding in (f for f in record.findings if f.status in SEVERAL):
        found = [at[c] for c in finding.claims]
        if all(any(one.page == passage.page and covers(passage, one) for passage in found) for one in wanted):
            return finding
    return None


def records_of(rows: Sequence[Judged], data: Path) -> dict[str, tuple[Record, Reports]]:
    """The records of the stories of these rows."""
    known = {story: reports for path in SETS.values() for story, reports in stories(data / path).items()}
    return {story: record_of(known[story]) for story in sorted({row.story for row in rows})}


def tally(rows: Sequence[Judged]) -> Iterator[str]:
    """For each sample and status how many of how many were right; what was missed; how right confidence was."""
    for sample in dict.fromkeys(row.sample for row in rows):
        own = [row for row in rows if row.sample == sample]
        yield f"{sample}: {len(own)} judged in {len({row.story for row in own})} stories"
        for status in SEVERAL:
            made = [row for row in own if row.status == status]
            wrong = Counter(row.verdict for row in made if not row.right)
            clear = [row for row in made if row.doubt != "?"]
            beyond = f"; without doubt {sum(row.right for row in clear)}/{len(clear)}" if clear != made else ""
            yield f"  {status}: right {len(made) - wrong.total()}/{len(made)} {dict(wrong) or ''}".rstrip() + beyond
        apart = Counter(row.verdict for row in own if row.status == NONE)
        yield f"  not joined: {apart.total()} {dict(apart)}"
        sure = [row for row in own if row.confidence >= SURE]
        yield f"  of confidence {SURE} and more: right {sum(row.right for row in sure)}/{len(sure)}"


def main(arguments: Sequence[str]) -> int:
    """Prints the tally of what was judged, or of what is made of it now."""
    parser = argparse.ArgumentParser(description="Findings judged by hand.")
    parser.add_argument("data", nargs="?", type=Path, default=DATA)
    parser.add_argument("--present", action="store_true")
    options = parser.parse_args(arguments)
    for path in (JUDGED, TRIED, HELD, BLIND):
        rows = judged(path)
        if options.present:
            rows = present(rows, records_of(rows, options.data))
        print(f"== {path.name}", *tally(rows), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
