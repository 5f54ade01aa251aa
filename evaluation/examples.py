"""The example reports and their gold records: loading them, checking that gold quotes what the reports say."""

from __future__ import annotations

import html
import json
import re
import sys
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
NOTICE = "This report is invented: an example for twosource."
RUN = 12
"""Words in a row that two independent reports may not share; a quotation both heard may be shorter than that."""

_UNSEEN = re.compile(r"<!--.*?-->|<(head|script|style)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_WORD = re.compile(r"\w+")
_LISTS_WITH_TEXT = ("statements", "times", "quantities")

Expected = dict[str, Any]


def squeeze(text: str) -> str:
    """Fold every run of white space to one space and strip the ends."""
    return " ".join(text.split())


def visible_text(report: Path) -> str:
    """What a reader sees of a report, white space folded; HTML by a crude strip of tags, enough for our own pages."""
    raw = report.read_text(encoding="utf-8")
    if report.suffix == ".html":
        raw = html.unescape(_TAG.sub(" ", _UNSEEN.sub(" ", raw)))
    return squeeze(raw)


def events() -> list[Path]:
    """The folders of the invented events, in the order of their names."""
    return sorted(gold.parent for gold in EXAMPLES.glob("*/expected.json"))


def expected(event: Path) -> Expected:
    """The gold record of an event."""
    loaded: Expected = json.loads((event / "expected.json").read_text(encoding="utf-8"))
    return loaded


def passages(gold: Expected) -> Iterator[tuple[str, str]]:
    """Every (report, text) that a gold record claims to quote."""
    for report, about in gold["reports"].items():
        quoted = [about["title"], *about["not_article"], *about.get("subheads", []), *about.get("by", [])]
        quoted += [about["caption"]] if "caption" in about else []
        yield from ((report, text) for text in quoted)
    for section in _LISTS_WITH_TEXT:
        yield from ((one["report"], one["text"]) for one in gold[section])
    for event in gold["events"]:
        yield from event["anchors"].items()
    for finding in gold["findings"]:
        yield from finding["support"].items()
    for origin in gold.get("origins", ()):
        yield from ((report, text) for report, texts in origin.get("passages", {}).items() for text in texts)
    for change in [*gold.get("differences", ()), *gold.get("updated", ())]:
        for value in change["values"]:
            yield from value["support"].items()


def missing(event: Path) -> list[str]:
    """Passages of the gold record that do not stand in their report, one readable line each."""
    gold = expected(event)
    pages = {report: visible_text(event / report) for report in gold["reports"]}
    by = {(report, name) for report, about in gold["reports"].items() for name in about.get("by", [])}
    found = {(r, t) for r, t in by if squeeze(t).lower() in pages[r].lower()}  # a page may print it in capitals
    return [
        f"{event.name}/{r}: {text!r}"
        for r, text in passages(gold)
        if squeeze(text) not in pages[r] and (r, text) not in found
    ]


def without_notice(event: Path) -> list[str]:
    """Reports that do not say that they are invented."""
    return [name for name in expected(event)["reports"] if NOTICE not in visible_text(event / name)]


def shared_runs(event: Path) -> list[str]:
    """Runs of `RUN` words that reports of different origins share, one readable line for each pair."""
    gold = expected(event)
    akin = {pair for o in gold["origins"] for pair in combinations(sorted(o["reports"]), 2)}
    runs = {report: _runs(visible_text(event / report)) for report in sorted(gold["reports"])}
    pairs = (pair for pair in combinations(runs, 2) if pair not in akin)
    return [f"{event.name}: {a} and {b}: {min(both)}" for a, b in pairs if (both := runs[a] & runs[b])]


def _runs(text: str) -> set[str]:
    words = _WORD.findall(text.lower())
    return {" ".join(words[i : i + RUN]) for i in range(len(words) - RUN + 1)}


def faults() -> list[str]:
    """Everything wrong with the example reports and their gold records; empty when they hold."""
    return [fault for event in events() for check in (missing, without_notice, shared_runs) for fault in check(event)]


if __name__ == "__main__":
    found = faults()
    print("\n".join(found) or f"{len(events())} events hold")
    sys.exit(bool(found))
