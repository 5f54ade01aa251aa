"""What somebody told an agency or an outlet alone, where another report quotes it: "…", she told Reuters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from twosource.model import Block
from twosource.origins.align import Run, quoted_runs, stretched
from twosource.origins.credits import agencies, credit, outlet_names
from twosource.origins.reports import Report
from twosource.origins.words import Running
from twosource.vocab.wires import wire_names

_LEAST = 6
"""Words of a quotation by which it is known again."""


def told_runs(first: Report, second: Report, words: tuple[Running, Running]) -> list[Run]:
    """Quotations of the second report that it says were told to the house of the first, which has them too."""
    names = _names(first)
    blocks = [block for block in second.article.blocks if block.role in ("lead", "body")] if names else []
    spans = [block for block in blocks if _told_to(names).search(second.page.text, block.start, block.end)]
    if not spans:
        return []
    runs = [stretched(run, *words) for run in quoted_runs(*words) if run.size >= _LEAST]
    return [run for block in spans for run in _inside(runs, block, words[1])]


def _names(report: Report) -> frozenset[str]:
    """How others name the house of a report: the agency whose own copy it is, else the outlet."""
    whole = {wire for wire in agencies(report.article) if credit(report.page, report.article, wire) == "whole"}
    spelled = {name for name, wire in wire_names().items() if wire.name in whole or name in whole}
    return frozenset(spelled or {name for name in outlet_names(report.page, report.article) if name[0].isupper()})


def _told_to(names: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:told|tells) (?:the )?(?:{'|'.join(map(re.escape, sorted(names)))})\b", re.IGNORECASE)


def _inside(runs: list[Run], block: Block, words: Running) -> Iterator[Run]:
    for run in runs:
        if block.start <= words.starts[run.b] and words.ends[run.b + run.size - 1] <= block.end:
            yield run
