"""Findings judged by hand, blind to their status: `python -m evaluation.judged_findings` prints how many were right.

The rows of evaluation/judged/findings.tsv hold passages (report, code points of its page's text) and the verdict on
them: `same` (all assert one thing, or one holds the other), `conflict` (one thing with values that cannot both be so),
`moved on` (an update) or `other`. `--present` asks what becomes of each row with the findings made now.

`--draw FOLDER` writes what was judged: sheet.txt to read, in random order, with as many pairs of claims of two reports
that share words and are in no finding together; and drawn.tsv, the rows without verdicts.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from math import sqrt
from pathlib import Path
from typing import Any

from evaluation.measures import SHARED
from evaluation.told_findings import SEVERAL, SURE, covers
from twosource.model import Claim, Finding, Page, Record, Selector
from twosource.pages import Capture, list_captures
from twosource.pipeline import combine, read_capture

JUDGED = Path(__file__).resolve().parent / "judged" / "findings.tsv"
FOLDER = SHARED / "data" / "stories"
SEED = 20
DRAWN = {"neus_val": 80, "basil_dev": 10}
"""How many stories of each set are drawn: reports of NeuS are short, and most of its stories give no finding or one.

Of the stories not drawn only what differs or is updated is judged.
"""
EACH = 10
"""At most so many findings of one story."""
USABLE = 40
"""Reports of fewer words are left out."""
RIGHT = {"corroborated": "same", "differs": "conflict", "updated": "moved on"}
NONE = "none"
"""The status of passages that no finding of several reports joins."""

Json = dict[str, Any]
Reports = Mapping[str, Page]


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
    """The row as it stands in findings.tsv."""
    passages = " ".join(f"{report}:{start}-{end}" for report, start, end in row.passages)
    cells = (row.verdict, row.aspect, row.doubt, row.status, "+".join(row.differing) or "-", f"{row.confidence:.2f}")
    return "\t".join((row.sample, row.story, passages, *cells))


def row_of(line: str) -> Judged:
    """The row that a line of findings.tsv holds."""
    cells = dict(zip(COLUMNS, line.split("\t"), strict=True))
    places = (re.fullmatch(r"(\S+):(\d+)-(\d+)", one) for one in cells["passages"].split(" "))
    passages = tuple((p[1], int(p[2]), int(p[3])) for p in places if p)
    differing = tuple(a for a in cells["differing"].split("+") if a != "-")
    taken = {"passages": passages, "differing": differing, "confidence": float(cells["confidence"])}
    return Judged(**(cells | taken))  # type: ignore[arg-type]


def judged(path: Path = JUDGED) -> list[Judged]:
    """All rows but comments and the names of the columns."""
    lines = (line for line in path.read_text(encoding="utf-8").splitlines() if line and line[0] != "#")
    return [row_of(line) for line in list(lines)[1:]]


def stories(path: Path) -> dict[str, list[Json]]:
    """The usable reports of each story that has two or more, by its id; each a row for `list_captures`."""
    found: dict[str, list[Json]] = {}
    for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
        reports = row.get("articles", [row])
        for number, one in enumerate(reports):
            name = one.get("doc_id", f"{row['cluster_id']}/{number}")
            given = {"id": name, "title": one["title"], "text": one["text"]}
            dated = {"date": one["date"], "outlet": one["source"]} if "date" in one else {}
            if len(one["text"].split()) >= USABLE:
                found.setdefault(row["cluster_id"], []).append(given | dated)
    return {name: rows for name, rows in found.items() if len(rows) > 1}


def record_of(rows: Sequence[Json], analyzer: str = "shipped") -> tuple[Record, Reports]:
    """The record of reports of one story, and their pages by the ids of the rows."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "story.jsonl")
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        captures = [c for c in list_captures([str(path)]) if isinstance(c, Capture)]
    readings = [read_capture(c, analyzer) for c in captures]
    pages = {str(row["id"]): reading.page for row, reading in zip(rows, readings, strict=True)}
    return combine(readings, one_story=True, analyzer=analyzer), pages


def taken(record: Record, *, drawn: bool) -> list[Finding]:
    """The findings of several reports to be judged: what differs or is updated, then what is corroborated."""
    wanted = [f for f in record.findings if f.status in (SEVERAL if drawn else ("differs", "updated"))]
    return sorted(wanted, key=lambda f: f.status == "corroborated")[:EACH]


def passages(record: Record, claims: Iterable[str]) -> list[Selector]:
    """The claims' passages but for those that lie in another of them."""
    held = set(claims)
    found = sorted({c.selector for c in record.claims if c.id in held}, key=lambda s: (s.page, s.start, -s.end))
    return [s for s in found if not any(other.covers(s) for other in found if other != s)]


def beside(record: Record, count: int) -> list[tuple[Selector, Selector]]:
    """Pairs of claims of two reports that share most words and are in no finding together, each claim but once."""
    worded = [(c, set(re.findall(r"[a-z]{4,}|\d+", c.selector.exact.lower()))) for c in record.claims]
    joined = [passages(record, f.claims) for f in record.findings]
    pairs = [
        (-len(a & b) / sqrt(len(a) * len(b)), one.id, other.id, one, other)
        for (one, a), (other, b) in combinations(worded, 2)
        if one.article != other.article and len(a & b) > 2
    ]
    chosen: list[tuple[Selector, Selector]] = []
    for *_, one, other in sorted(pairs, key=lambda p: p[:3]):
        used = any(_touches(list(pair), claim) for pair in chosen for claim in (one, other))
        together = any(_touches(group, one) and _touches(group, other) for group in joined)
        if not used and not together:
            chosen.append((one.selector, other.selector))
        if len(chosen) == count:
            break
    return chosen


def _touches(group: Sequence[Selector], claim: Claim) -> bool:
    at = claim.selector
    return any(s.page == at.page and s.start < at.end and at.start < s.end for s in group)


def rows_of(sample: str, story: str, record: Record, pages: Reports) -> Iterator[Judged]:
    """The rows of one story without verdicts: its findings, and as many pairs that are none."""
    names = {page.id: name for name, page in pages.items()}
    findings = taken(record, drawn=sample == "drawn")
    for finding in findings:
        at = tuple((names[s.page], s.start, s.end) for s in passages(record, finding.claims))
        yield _as_made(Judged(sample=sample, story=story, passages=at), finding)
    for pair in beside(record, max(len(findings), int(sample == "drawn"))):
        yield Judged(sample=sample, story=story, passages=tuple((names[s.page], s.start, s.end) for s in pair))


def _as_made(row: Judged, finding: Finding | None) -> Judged:
    if finding is None:
        return replace(row, status=NONE, differing=(), confidence=0.0)
    aspects = tuple(dict.fromkeys(d.aspect for d in finding.differences))
    return replace(row, status=finding.status, differing=aspects, confidence=finding.confidence)


def present(rows: Sequence[Judged], records: Mapping[str, tuple[Record, Reports]]) -> list[Judged]:
    """The rows with the status that a finding made now gives all their passages together, or none."""
    return [_as_made(row, _finding_of(row, *records[row.story])) for row in rows]


def _finding_of(row: Judged, record: Record, pages: Reports) -> Finding | None:
    wanted = [Selector.of(pages[report], start, end) for report, start, end in row.passages]
    for finding in (f for f in record.findings if f.status in SEVERAL):
        found = passages(record, finding.claims)
        if all(any(at.page == one.page and covers(one, at) for one in found) for at in wanted):
            return finding
    return None


def tally(rows: Sequence[Judged]) -> Iterator[str]:
    """For each sample and status how many of how many were right; what was missed; how right confidence was."""
    for sample in dict.fromkeys(row.sample for row in rows):
        own = [row for row in rows if row.sample == sample]
        yield f"{sample}: {len(own)} judged in {len({row.story for row in own})} stories"
        for status in SEVERAL:
            made = [row for row in own if row.status == status]
            wrong = Counter(row.verdict for row in made if not row.right)
            yield f"  {status}: right {len(made) - wrong.total()}/{len(made)} {dict(wrong) or ''}".rstrip()
        apart = Counter(row.verdict for row in own if row.status == NONE)
        yield f"  not joined: {apart.total()} {dict(apart)}"
        sure = [row for row in own if row.confidence >= SURE]
        yield f"  of confidence {SURE} and more: right {sum(row.right for row in sure)}/{len(sure)}"


def all_stories(data: Path) -> dict[str, tuple[str, list[Json]]]:
    """The stories of both sets by id, each with `drawn` or `conflicts`, the sample it belongs to."""
    found: dict[str, tuple[str, list[Json]]] = {}
    for name, count in DRAWN.items():
        of_set = stories(data / f"{name}.jsonl")
        chosen = set(random.Random(SEED).sample(sorted(of_set), count))
        found |= {story: ("drawn" if story in chosen else "conflicts", rows) for story, rows in of_set.items()}
    return found


def draw(data: Path, folder: Path) -> None:
    """Writes sheet.txt and drawn.tsv; line n of the one is the n-th of the other."""
    judging: list[tuple[Judged, str]] = []
    for story, (sample, reports) in all_stories(data).items():
        record, pages = record_of(reports)
        judging += [(row, shown(row, pages)) for row in rows_of(sample, story, record, pages)]
    random.Random(SEED).shuffle(judging)
    folder.mkdir(parents=True, exist_ok=True)
    sheet = (f"== {n}\n{text}\n" for n, (_, text) in enumerate(judging, 1))
    (folder / "sheet.txt").write_text("\n".join(sheet), encoding="utf-8")
    lines = ("\t".join(COLUMNS), *(line_of(row) for row, _ in judging))
    (folder / "drawn.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def shown(row: Judged, pages: Reports) -> str:
    """The passages as a person judges them, each in what stands around it."""
    heads = " / ".join(page.text.split("\n", 1)[0] for page in pages.values())
    parts = [f"[{heads}]"]
    for report, start, end in row.passages:
        text = pages[report].text
        around = f"{text[max(0, start - 120) : start]}«{text[start:end]}»{text[end : end + 60]}"
        parts.append(f"{list(pages).index(report) + 1}: {' '.join(around.split())}")
    return "\n".join(parts)


def main(arguments: Sequence[str]) -> int:
    """Prints the tally of what was judged, or of what is made of it now, or draws what is to be judged."""
    parser = argparse.ArgumentParser(description="Findings judged by hand.")
    parser.add_argument("data", nargs="?", type=Path, default=FOLDER)
    parser.add_argument("--draw", type=Path, metavar="FOLDER")
    parser.add_argument("--present", action="store_true")
    options = parser.parse_args(arguments)
    if options.draw:
        draw(options.data, options.draw)
        return 0
    rows = judged()
    if options.present:
        known = all_stories(options.data)
        rows = present(rows, {story: record_of(known[story][1]) for story in {row.story for row in rows}})
    print("\n".join(tally(rows)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
