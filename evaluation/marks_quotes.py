"""Marks for quotations: found, of the right kind, laid to the right speaker; each answers one statement of gold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from evaluation.tally import Mark
from evaluation.view import Json, Range, View, fold, range_of

ENOUGH = 0.6
"""Dice overlap, in code points, from which a quotation counts as found: an opening "that" may be in or out."""


class _Match(NamedTuple):
    overlap: float
    part: tuple[int, int]
    quote: Json


def quote_marks(view: View, expected: Json) -> Iterator[Mark]:
    """Three marks a statement: found, speaker, kind."""
    listed = {fold(form) for actor in expected["actors"] for name in actor["names"] for form in name.split("|")}
    listed |= {fold(actor["name"]) for actor in expected["actors"]}
    used: set[tuple[int, int]] = set()
    for gold in expected["statements"]:
        match = _best(view, gold, used)
        quote = match.quote if match else None
        if match:
            used.add(match.part)
        what = f"{gold['report']}: {gold['text'][:60]}"
        yield Mark("quotes found", quote is not None, what)
        yield _speaker_mark(view, gold, quote, fold(gold["speaker"]) in listed, what)
        yield Mark("quote kinds", bool(quote and quote["kind"] == gold["kind"]), f"{what}: {quote and quote['kind']}")


def _best(view: View, gold: Json, used: set[tuple[int, int]]) -> _Match | None:
    place = view.find(gold["report"], gold["text"])
    if place is None:
        return None
    matches = [match for match in _matches(view, gold["report"], place) if match.part not in used]
    best = max(matches, key=lambda match: match.overlap, default=None)
    return best if best and best.overlap >= ENOUGH else None


def _matches(view: View, report: str, place: Range) -> Iterator[_Match]:
    for number, quote in enumerate(view.record["quotes"]):
        if view.report_of.get(quote["article"]) == report:
            for part, ranges in enumerate(_parts(quote)):
                yield _Match(_dice(ranges, place), (number, part), quote)


def _parts(quote: Json) -> list[list[Range]]:
    """The whole content and, where it is split or runs over paragraphs, each span: gold lists such spans apart."""
    spans = [range_of(selector) for selector in quote["content"]]
    return [spans, *([span] for span in spans)] if len(spans) > 1 else [spans]


def _dice(ranges: list[Range], place: Range) -> float:
    shared = sum(one.shared(place) for one in ranges)
    return 2 * shared / (sum(one.length for one in ranges) + place.length)


def _speaker_mark(view: View, gold: Json, quote: Json | None, listed: bool, what: str) -> Mark:
    if quote is None:
        return Mark("speakers", False, what)
    if listed:
        said, meant = view.actors.get(quote["speaker"] or ""), view.actor(gold["speaker"])
        right = bool(said and meant and said["id"] == meant["id"])
        return Mark("speakers", right, f"{what}: {said and said['name']}")
    selector = quote["speaker_selector"]
    words = fold(selector["exact"]) if selector else ""
    wanted = {fold(gold[key]) for key in ("speaker", "speaker_text") if key in gold}
    right = bool(words) and any(words in one or one in words for one in wanted)
    return Mark("speakers", right, f"{what}: {words}")
