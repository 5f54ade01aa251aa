"""Sentences of the brief are made of the reports' own words; this is how they are fitted in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

from twosource.model import Article, Page, Record
from twosource.text.stems import stem
from twosource.vocab.numbers import number_words
from twosource.vocab.word_shares import word_shares

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_LEADING = re.compile(
    r"^(?:(?:and|but|or|so|yet|that|while|also|meanwhile|however|nevertheless|then|instead|still)\b[,\s]*){1,3}", re.I
)
_TRAILING = re.compile(r",?\s(?:and\s)?(?:said|says|saying|added|adding|told reporters)$")
_TITLES = frozenset({
    "president", "prime", "minister", "chancellor", "premier", "secretary", "senator", "governor", "mayor", "judge",
    "justice", "king", "queen", "prince", "princess", "pope", "general", "sheriff", "attorney", "chief", "foreign",
    "interior", "defence", "defense", "constable", "officer", "sergeant", "captain", "colonel", "bishop", "professor",
})  # fmt: skip
"""Words that keep their capital before a name."""
_DATELINE = re.compile(r"^(?:[A-Z]{3}[^–—―]{0,50}(?:–|—|―|--)|[^–—―]{2,40}\([^()]{2,20}\)\s?(?:–|—|―|--|-))\s")
_FRAGMENT_OPENINGS = frozenset({
    "who", "which", "whose", "where", "when", "whom", "including", "saying", "adding", "according", "with", "as",
    "to", "by", "of", "than", "because", "since", "until", "if", "unless", "said", "says",
    "this", "these", "those", "such",
})  # fmt: skip
_AFTER_PARTICIPLES = frozenset({
    "a", "an", "the", "his", "her", "their", "its", "about", "against", "as", "at", "by", "for", "from", "if", "in",
    "into", "on", "out", "that", "to", "up", "what", "whether", "why", "with",
})  # fmt: skip
"""After "speaking" or "asked" these show a fragment; "mixed crews" is none."""
_DETERMINERS = frozenset({"a", "an", "the", "in", "on", "at", "some", "about", "his", "her", "its", "their", "several"})
_END = re.compile(r"[.!?][”\"]?\s")
LONGEST = 300
"""Characters of the reports' own words in one statement."""
_MARK = re.compile(r"([“”\"])")
_MARKS = ("“", "”", '"')
SHORTEST = 4
"""Words of a clause that can stand after "report that"."""


class Spelling(Protocol):
    """How the reports write their words inside a sentence."""

    @property
    def small(self) -> frozenset[str]:
        """Those with a small letter."""

    @property
    def capitals(self) -> frozenset[str]:
        """Those with a capital."""


def number_word(number: int) -> str:
    """The number in words up to twelve, then in figures."""
    return _NUMBERS[number] if 0 <= number < len(_NUMBERS) else str(number)


def clause(text: str, reports: Spelling, *, proper: bool = False) -> str | None:
    """The words as they stand after "that": no dateline, opening conjunction or mark at the end; None for a fragment.

    A capital at the beginning becomes small unless the word is `proper` or the reports write it so elsewhere.
    """
    whole = " ".join(text.split())
    flat = _TRAILING.sub("", _LEADING.sub("", _trim(_DATELINE.sub("", whole))))
    words = flat.split()
    if len(words) < SHORTEST or len(flat) > LONGEST or not flat[:1].isalnum():
        return None
    first = words[0].lower()
    participle = first.endswith(("ed", "ing")) and words[1].lower() in _AFTER_PARTICIPLES
    if first in _FRAGMENT_OPENINGS or participle or flat.count("(") != flat.count(")"):
        return None
    if flat.count("“") != flat.count("”") or flat.count('"') % 2:
        return None
    kept = (proper and whole.startswith(flat)) or _keeps(words, reports)
    return _paired(flat) if kept else _paired(flat[0].lower() + flat[1:])


def _keeps(words: Sequence[str], reports: Spelling) -> bool:
    """Whether the first word keeps its capital: a name or an abbreviation by how the reports write it elsewhere."""
    word = words[0].strip(",.;:’'")
    bare = word.removesuffix("’s").removesuffix("'s")
    if not word[:1].isupper() or word[1:].isupper() or any(c.isupper() for c in word[1:]):
        return True
    if bare.lower() in _TITLES and words[1][:1].isupper():
        return True
    if bare.lower() in _DETERMINERS or bare.lower() in number_words():
        return False
    if bare in reports.capitals:
        return words[1][:1].isupper() or bare.lower() not in reports.small
    return words[1][:1].isupper() and not (bare.lower() in reports.small or stem(bare) in word_shares())


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
