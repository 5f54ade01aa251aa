"""Sentences of the brief are made of the reports' own words; this is how they are fitted in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from twosource.model import Article, Page, Record
from twosource.text.stems import stem
from twosource.vocab.word_shares import word_shares

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_LEADING = re.compile(
    r"^(?:(?:and|but|or|so|yet|that|while|also|meanwhile|however|nevertheless|then)\b[,\s]*){1,3}", re.I
)
_DATELINE = re.compile(r"^(?:[A-Z]{3}[^–—]{0,50}|[^–—]{2,40}\([^()]{2,20}\)\s?)(?:–|—|--)\s")
_SMALL = re.compile(r"(?<=[a-z,] )[a-z]{1,30}(?= [a-z])")
_FRAGMENT_OPENINGS = frozenset({
    "who", "which", "whose", "where", "when", "whom", "including", "saying", "adding", "according", "with", "as",
    "to", "by", "of", "than", "because", "since", "until", "if", "unless", "said", "says",
})  # fmt: skip
_DETERMINERS = frozenset({"a", "an", "the", "in", "on", "at", "some", "about", "his", "her", "its", "their", "several"})
_END = re.compile(r"[.!?][”\"]?\s")
LONGEST = 300
"""Characters of the reports' own words in one statement."""
_MARK = re.compile(r"([“”\"])")
_MARKS = ("“", "”", '"')
SHORTEST = 4
"""Words of a clause that can stand after "report that"."""


def number_word(number: int) -> str:
    """The number in words up to twelve, then in figures."""
    return _NUMBERS[number] if 0 <= number < len(_NUMBERS) else str(number)


def small_words(record: Record) -> frozenset[str]:
    """Words that the reports write with a small letter inside a sentence: no names."""
    return frozenset(word for page in record.pages for word in _SMALL.findall(page.text))


def clause(text: str, small: frozenset[str]) -> str | None:
    """The words as they stand after "that": no dateline, opening conjunction or mark at the end; None for a fragment.

    `small` are words that lose a capital at the beginning, as common ones do, but not before another ("Will Smith").
    """
    flat = _LEADING.sub("", _trim(_DATELINE.sub("", " ".join(text.split()))))
    words = flat.split()
    if len(words) < SHORTEST or len(flat) > LONGEST or not flat[:1].isalnum() or flat != _paired(flat):
        return None
    first = words[0].lower()
    if first in _FRAGMENT_OPENINGS or first.endswith(("ed", "ing")) or flat.count("(") != flat.count(")"):
        return None
    common = first in small or stem(first) in word_shares()
    lowered = common and not words[0][1:].isupper() and (not words[1][:1].isupper() or first in _DETERMINERS)
    return flat[0].lower() + flat[1:] if lowered else flat


def sentence(*parts: str) -> str:
    """The parts in one line with one full stop at the end, inside a quotation mark where one closes it."""
    flat = " ".join(parts)
    if not flat.endswith("”"):
        return flat if flat.endswith("…") else flat.rstrip(".") + "."
    return flat if flat.rstrip("”’'")[-1:] in (".", "!", "?", "…") else f"{flat[:-1]}.”"


def quotation(text: str) -> str:
    """The words between quotation marks; words that hold a quotation themselves keep their own marks, made whole."""
    flat = _shorten(" ".join(text.split()))
    if any(mark in flat for mark in '“”"'):
        return _paired(flat.strip(" ,;"))
    return f"“{flat.strip(' ,;')}”"


def _shorten(flat: str) -> str:
    """The first sentences of the words, `LONGEST` characters at most."""
    if len(flat) <= LONGEST:
        return flat
    ends = [m.end() for m in _END.finditer(flat, 0, LONGEST)]
    return flat[: ends[-1]].rstrip() if ends else flat[: flat.rfind(" ", 0, LONGEST)] + " …"


def _paired(flat: str) -> str:
    """The words with an opening mark for every closing one, and the other way round; straight marks are made curly."""
    opened = False
    found: list[str] = []
    for piece in _MARK.split(flat):
        if piece not in _MARKS:
            found.append(piece)
            continue
        closes = piece == "”" or (piece == '"' and (opened or (bool(found) and found[-1][-1:] in tuple(".,!?"))))
        if closes and not opened:
            found.insert(0, "“")
        elif opened and not closes:
            found.append("”")
        found.append("”" if closes else "“")
        opened = not closes
    return "".join(found) + "”" * opened


def report_name(article: Article, page: Page) -> str:
    """How a reader knows the report: its outlet, the agency it credits, or else its file."""
    if article.outlet or page.given.outlet:
        return article.outlet or page.given.outlet or ""
    if article.wires:
        return article.wires[0].name
    return page.location.rstrip("/").rsplit("/", 1)[-1] or page.location


def origin_names(record: Record, origins: Sequence[str]) -> str:
    """How a reader knows these origins: an agency whose text several reports carry by its name, others by a report."""
    pages = {p.id: p for p in record.pages}
    articles = {a.id: a for a in record.articles}
    names = set()
    for origin in record.origins:
        if origin.id in set(origins):
            first = articles[origin.articles[0]]
            wire = origin.wires[0] if len(origin.articles) > 1 and origin.wires else None
            names.add(wire or report_name(first, pages[first.page]))
    return listing(sorted(names))


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
