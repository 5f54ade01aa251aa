"""Which findings are judged by hand: `python -m evaluation.judged_drawing FOLDER` writes what a reader is shown.

sheet.txt to read, in random order, with as many pairs of claims of two reports that share words and are in no finding
together; and drawn.tsv, the rows without verdicts. Drawn is from the half of the stories that is held back.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from math import sqrt
from pathlib import Path

from evaluation.judged_findings import BLIND, COLUMNS, HELD, JUDGED, SEED, Judged, as_made, judged, line_of
from evaluation.judged_stories import SETS, Reports, is_held_back, record_of, stories
from evaluation.shared import DATA
from twosource.model import Claim, Finding, Record, Selector

EACH = {"neus": 60, "basil": 60, "allsides": 30}
"""How many findings that are corroborated are drawn of each set; of the other sets none."""

Found = list[tuple[str, str, Record, Reports]]
"""Set, story, its record and reports."""


def records(data: Path) -> Iterator[tuple[str, str, Record, Reports]]:
    """All stories held back that were not judged before."""
    before = {row.story for path in (JUDGED, HELD, BLIND) if path.exists() for row in judged(path)}
    for name, path in SETS.items():
        for story, rows in sorted(stories(data / path).items()):
            if is_held_back(story) and story not in before:
                yield name, story, *record_of(rows)


def chosen(found: Found) -> list[tuple[str, str, Finding]]:
    """The findings to judge, each with its sample and story: some of those corroborated, all that differ or update."""
    taken: list[tuple[str, str, Finding]] = []
    for name, count in EACH.items():
        of_set = [(f"held {name}", s, f) for n, s, r, _ in found if n == name for f in r.findings]
        same = [one for one in of_set if one[2].status == "corroborated"]
        taken += random.Random(SEED).sample(same, min(count, len(same)))
    held = (("held conflicts", s, f) for _, s, r, _ in found for f in r.findings)
    return taken + [one for one in held if one[2].status in ("differs", "updated")]


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


def rows_of(found: Found) -> Iterator[tuple[Judged, str]]:
    """The rows to judge without verdicts, each as it is shown: findings, and as many pairs that are none."""
    known = {story: (record, pages) for _, story, record, pages in found}
    picked = chosen(found)
    for sample, story, finding in picked:
        record, pages = known[story]
        row = Judged(sample=sample, story=story, passages=_places(passages(record, finding.claims), pages))
        yield as_made(row, finding), shown(row, pages)
    for sample, story in dict.fromkeys((sample, story) for sample, story, _ in picked):
        record, pages = known[story]
        count = sum(one[:2] == (sample, story) for one in picked)
        for pair in beside(record, count):
            row = Judged(sample=sample, story=story, passages=_places(pair, pages))
            yield row, shown(row, pages)


def _places(at: Sequence[Selector], pages: Reports) -> tuple[tuple[str, int, int], ...]:
    names = {page.id: name for name, page in reversed(list(pages.items()))}
    return tuple((names[s.page], s.start, s.end) for s in at)


def shown(row: Judged, pages: Reports) -> str:
    """The passages as a person judges them, each in what stands around it."""
    heads = " / ".join(pages[name].text.split("\n", 1)[0] for name in dict.fromkeys(p[0] for p in row.passages))
    parts = [f"[{heads}]"]
    for report, start, end in row.passages:
        text = pages[report].text
        around = f"{text[max(0, start - 120) : start]}«{text[start:end]}»{text[end : end + 60]}"
        parts.append(f"{list(pages).index(report) + 1}: {' '.join(around.split())}")
    return "\n".join(parts)


def draw(data: Path, folder: Path) -> None:
    """Writes sheet.txt and drawn.tsv; line n of the one is the n-th of the other."""
    judging = list(rows_of(list(records(data))))
    random.Random(SEED).shuffle(judging)
    folder.mkdir(parents=True, exist_ok=True)
    sheet = (f"== {n}\n{text}\n" for n, (_, text) in enumerate(judging, 1))
    (folder / "sheet.txt").write_text("\n".join(sheet), encoding="utf-8")
    lines = ("\t".join(COLUMNS), *(line_of(row) for row, _ in judging))
    (folder / "drawn.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def main(arguments: Sequence[str]) -> int:
    """Writes what is to be judged."""
    parser = argparse.ArgumentParser(description="Draws findings to be judged by hand.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("data", nargs="?", type=Path, default=DATA)
    options = parser.parse_args(arguments)
    draw(options.data, options.folder)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
