"""How values are written for people: dates, counts, figures."""

from __future__ import annotations

import re
from datetime import date

from twosource.model import Figure, JudgementKind, Published, Span

BASIS_WORDS = {
    "metadata": "from the page's metadata",
    "text": "as printed",
    "caption": "from a caption",
    "given": "as given by the user",
    "url": "from the address",
    "story": "taken from the other reports",
}

JUDGEMENT_WORDS: dict[JudgementKind, str] = {
    "merge_actors": "Actors made one",
    "split_actor": "Actor taken apart",
    "merge_stories": "Stories made one",
    "split_story": "Story taken apart",
    "speaker": "Speaker corrected",
    "date": "Date corrected",
    "place": "Place corrected",
    "wrong": "Finding marked wrong",
}

PLAIN_CUES = frozenset({
    "say", "says", "said", "saying", "has said", "have said", "had said", "tell", "tells", "told", "add", "adds",
    "added", "adding", "according to", "stated", ":",
})  # fmt: skip
"""Cues that need not be shown beside a clause: that it is listed under its speaker says as much."""

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


def printable(page: str) -> str:
    """The page with U+FFFD for what no file may hold (lone surrogates), no reader sees, or turns the line about."""
    return _UNPRINTABLE.sub("\ufffd", page)


def day_words(iso: str) -> str:
    """2016-10-25 → 25 October 2016, 2016-10 → October 2016, 2016 → 2016; anything else as it is."""
    for parts, form in ((10, "{d.day} {d:%B} {d.year}"), (7, "{d:%B} {d.year}"), (4, "{d.year}")):
        if len(iso) >= parts:
            try:
                return form.format(d=date.fromisoformat((iso[:parts] + "-01-01")[:10]))
            except ValueError:
                continue
    return iso


def published(value: Published) -> str:
    """The date published, with the time of day where it is known."""
    clock = value.at[11:16] if value.at else ""
    return f"{day_words(value.value)}, {clock}" if clock else day_words(value.value)


def span_words(span: Span | None) -> str:
    """From when to when, in words; empty where nothing is known."""
    if span is None or not (span.earliest or span.latest):
        return ""
    first, last = span.earliest or span.latest or "", span.latest or span.earliest or ""
    return day_words(first) if first == last else f"{day_words(first)} – {day_words(last)}"


def number(value: float) -> str:
    """12.0 → 12, 5400000.0 → 5,400,000."""
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,g}"


def plural(count: int, one: str, many: str | None = None) -> str:
    """1 report, 2 reports."""
    return f"{count} {one if count == 1 else many or one + 's'}"


def figure_words(figure: Figure) -> str:
    """A figure in words: 12, about 12, 10–14; "at least 12" where only the lowest is told, "up to 12" the highest."""
    if figure.point is not None:
        return ("about " if figure.approximate else "") + number(figure.point)
    if figure.min == figure.max:
        return f"at least {number(figure.min)}"
    if not figure.min:
        return f"up to {number(figure.max)}"
    return f"{number(figure.min)}–{number(figure.max)}"
