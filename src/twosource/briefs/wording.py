"""Sentences of the brief are made of the reports' own words; this is how they are fitted in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from twosource.model import Article, Page, Record

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_LEADING = re.compile(
    r"^(?:(?:and|but|or|so|yet|that|while|also|meanwhile|however|nevertheless|then)\b[,\s]*){1,3}", re.I
)
_PLAIN = frozenset({
    "a", "an", "the", "some", "many", "most", "several", "more", "at", "about", "around", "up", "in", "on", "after",
    "before", "between", "no", "nobody", "all", "both", "each", "every", "another", "other", "it", "he", "she", "they",
    "there", "this", "that", "these", "those", "his", "her", "its", "their", "we", "our", "for", "from", "with",
    "under",    "hundreds", "dozens", "thousands", "police", "officials", "people", *_NUMBERS[1:],
})  # fmt: skip
_FRAGMENT_OPENINGS = frozenset({
    "who", "which", "whose", "where", "when", "whom", "including", "saying", "adding", "according", "with", "as",
    "to", "by", "of", "than", "because", "since", "until", "if", "unless", "said", "says",
})  # fmt: skip
SHORTEST = 4
"""Words of a clause that can stand after "report that"."""


def number_word(number: int) -> str:
    """The number in words up to twelve, then in figures."""
    return _NUMBERS[number] if 0 <= number < len(_NUMBERS) else str(number)


def clause(text: str) -> str | None:
    """The words as they stand after "that": no opening conjunction, no mark at the end; None for a fragment."""
    flat = _trim(" ".join(text.split()))
    flat = _LEADING.sub("", flat)
    words = flat.split()
    if len(words) < SHORTEST or words[0].lower() in _FRAGMENT_OPENINGS or not flat[:1].isalnum():
        return None
    if any(flat.count(a) != flat.count(b) for a, b in ("“”", "()", "[]")) or flat.count('"') % 2:
        return None
    return flat[0].lower() + flat[1:] if words[0].lower() in _PLAIN else flat


def quotation(text: str) -> str:
    """The words between quotation marks, those inside them made single."""
    flat = " ".join(text.split()).strip('“”" ,;')
    for mark in '“”"':
        flat = flat.replace(mark, "’" if mark == "”" else "‘" if mark == "“" else "'")
    return f"“{flat}”"


def report_name(article: Article, page: Page) -> str:
    """How a reader knows the report: its outlet, the agency it credits, or else its file."""
    if article.outlet or page.given.outlet:
        return article.outlet or page.given.outlet or ""
    if article.wires:
        return article.wires[0].name
    return page.location.rstrip("/").rsplit("/", 1)[-1] or page.location


def report_names(record: Record, articles: Sequence[str]) -> str:
    """The names of these reports, each once, as a list: "A", "A and B", "A, B and C"."""
    pages = {p.id: p for p in record.pages}
    wanted = set(articles)
    names = sorted({report_name(a, pages[a.page]) for a in record.articles if a.id in wanted})
    return listing(names)


def listing(names: Sequence[str]) -> str:
    """The names with commas and a last "and"."""
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _trim(flat: str) -> str:
    return flat.strip(" ,;:–—-").removesuffix(".").rstrip(" ,;:–—-")
