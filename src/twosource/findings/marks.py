"""What words tell: actors, places, countries, days and numbers by one mark each, all other telling words by concept."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType

from twosource.findings.together import COUNTRY, both_in, two_of
from twosource.model import Actor, Quantity, Record, Selector, Time
from twosource.text.stems import stem
from twosource.vocab.concepts import concepts, phrases
from twosource.vocab.counted import only_number
from twosource.vocab.countries import countries
from twosource.vocab.finding_words import finding_words
from twosource.vocab.word_shares import word_shares

_WORD = re.compile(r"[^\W\d_](?:[\w’'\-]{0,40}[^\W\d_])?")
_QUOTES = re.compile(r"[\"“”«»]")
_DAY_OR_MONTH = re.compile(r"\d{4}-\d\d(?:-\d\d)?")
COMMON = 0.12
"""A word that this share of all texts hold says nothing of what a report is about, unless it names a concept."""
FRAGMENT = 8
"""Words of a quotation that a reporter works into a sentence; what is longer is a quotation like any other."""

Named = tuple[int, int, str]
"""Start and end of a mention, and the mark of what it names."""


class Names:
    """Who and what is named where in a record: mentions of actors and places by page and offset."""

    def __init__(self, record: Record) -> None:
        self._at: dict[str, list[Named]] = defaultdict(list)
        held: dict[str, set[str]] = defaultdict(set)
        for actor in (a for a in record.actors if a.named):  # "the union" is told by its words
            government = actor.kind == "government" and actor.country
            mark = country_mark(actor.country or "") if government else f"@{actor.id}"
            for head in _office_heads(actor):
                held[head].add(mark)
            for mention in actor.mentions:
                s = mention.selector
                self._at[s.page].append((s.start, s.end, mark))
            for title in (office.selector for office in actor.offices):  # "the minister" beside the name tells no more
                self._at[title.page].append((title.start, title.end, mark))
        for place in record.places:
            for kind in finding_words("kinds of places").intersection(place.name.lower().split()):
                held[stem(kind)].add(f"@{place.id}")
            country = place.precision == "country" and place.country
            mark = country_mark(place.country or "") if country else f"@{place.id}"
            for s in place.mentions:
                self._at[s.page].append((s.start, s.end, mark))
        self.two: dict[str, frozenset[str]] = {}
        """By page the marks of the two countries that it is about, if it is about two."""
        of = _countries_named(record)
        for page in record.pages:
            self.two[page.id] = two = two_of([*of[page.id], *_peoples(page.text)])
            self._at[page.id].extend((start, end, mark) for start, end in both_in(page.text) for mark in sorted(two))
        for spans in self._at.values():
            spans.sort()
        self.holders = {head: min(marks) for head, marks in held.items() if len(marks) == 1}
        """By a noun the only one it can mean: "the mayor", if one holds that office, "the lake", if one is named."""

    def inside(self, at: Selector) -> list[Named]:
        """The longest mentions inside `at`, in order."""
        return self.within(at.page, at.start, at.end)

    def within(self, page: str, first: int, last: int) -> list[Named]:
        """The longest mentions from `first` to `last` of the page, in order."""
        spans = self._at.get(page, [])
        found: list[Named] = []
        for start, end, mark in spans[bisect_left(spans, (first, 0, "")) :]:
            if start >= last:
                break
            if end > last:
                continue
            while found and found[-1][0] == start and found[-1][1] < end:
                found.pop()
            if not found or start >= found[-1][1] or (start, end) == found[-1][:2]:
                found.append((start, end, mark))
        return found


def country_mark(iso3: str) -> str:
    """The mark of a country, whether it is named as a place, as a government or by its people."""
    return f"{COUNTRY}{iso3}"


def _office_heads(actor: Actor) -> list[str]:
    """The stems of the nouns that name the actor's offices: "mayor" of "mayor of Lyon"."""
    titles = [
        re.split(r" (?:of|for|to) ", office.title.lower(), maxsplit=1)[0].split()[-1:] for office in actor.offices
    ]
    return list(dict.fromkeys(stem(word) for head in titles for word in head))


@cache
def _demonyms() -> dict[str, str]:
    return {word: country_mark(iso3) for iso3, country in countries().items() for word in country.demonyms}


def _countries_named(record: Record) -> dict[str, list[str]]:
    """By page the country of each mention of a place or of a named actor."""
    found: dict[str, list[str]] = defaultdict(list)
    named = [(a.country, [m.selector for m in a.mentions]) for a in record.actors if a.named]
    for country, mentions in [*named, *((p.country, p.mentions) for p in record.places)]:
        for at in mentions:
            found[at.page].extend([country_mark(country)] if country else [])
    return found


def _peoples(text: str) -> Iterator[str]:
    """The country of each word for its people or its things."""
    found = (_demonyms().get(word.group()) for word in _WORD.finditer(text))
    return (mark for mark in found if mark)


def marks_of(at: Selector, names: Names, times: Sequence[Time], quantities: Sequence[Quantity]) -> frozenset[str]:
    """What the words of `at` name."""
    named = names.inside(at)
    found = {mark for _, _, mark in named}
    covered = [(s, e) for s, e, _ in named]
    for time in times:
        covered.append((time.selector.start, time.selector.end))
        found.update(_time_mark(time))
    for quantity in quantities:
        covered.append((quantity.selector.start, quantity.selector.end))
        found.update(number_mark(quantity))
    return frozenset(found | words_of(at, covered, names.holders))


def words_of(
    at: Selector, covered: Sequence[tuple[int, int]] = (), holders: Mapping[str, str] = MappingProxyType({})
) -> frozenset[str]:
    """The concepts and telling stems of the words of `at` outside the spans of the page that are `covered`.

    "The" and a noun that is in `holders` is who holds that office, or the place of that kind.
    """
    found: set[str] = set()
    words = list(_WORD.finditer(at.exact))
    stems = [stem(w.group()) for w in words]
    spans = sorted(covered)
    told = 0
    demonyms, shares, groups, sets = _demonyms(), word_shares(), concepts(), phrases()
    for i, (word, root) in enumerate(zip(words, stems, strict=True)):
        for rest, concept in sets.get(root, ()):
            if tuple(stems[i + 1 : i + 1 + len(rest)]) == rest:
                found.add(concept)
                told = max(told, i + 1 + len(rest))
        if i < told:
            continue
        if word.group() in demonyms:
            mark = demonyms[word.group()]
        elif root in holders and i and stems[i - 1] == "the":
            mark = holders[root]
        elif root in groups or (len(root) > 1 and shares.get(root, 0.0) < COMMON):
            mark = groups.get(root, root)
        else:
            continue
        if mark not in found and not (spans and _is_covered(spans, at.start + word.start())):
            found.add(mark)
    return frozenset(found)


def concepts_in(words: Sequence[str]) -> frozenset[str]:
    """The concepts and telling stems of these words alone."""
    text = " ".join(words)
    return words_of(Selector(page="", start=0, end=len(text), exact=text))


def _is_covered(spans: Sequence[tuple[int, int]], start: int) -> bool:
    i = bisect_left(spans, (start, 1 << 60))
    return any(s <= start < e for s, e in spans[max(0, i - 3) : i])


def _time_mark(time: Time) -> list[str]:
    value = _DAY_OR_MONTH.match(time.timex.value)
    if time.timex.type == "DURATION":
        return [f"#{time.timex.value}"] if "X" not in time.timex.value and time.timex.value else []
    return [f"={value.group()}"] if value and time.timex.type in ("DATE", "TIME") else []


def number_mark(quantity: Quantity) -> list[str]:
    """The mark of a number, with its unit; none for one with two ends."""
    number = only_number(quantity)
    if number is None:
        return []
    return [f"#{number:g}{'th' if quantity.ordinal else ''} {quantity.unit or ''}".rstrip()]


def quoted_words(at: Selector, before: str) -> frozenset[str]:
    """Stems of telling words in short quotations inside `at`; `before` is the text before it: a mark may be open."""
    inside = len(_QUOTES.findall(before)) % 2 == 1
    found: set[str] = set()
    pieces = _QUOTES.split(at.exact)
    for i, piece in enumerate(pieces):
        words = _WORD.findall(piece)
        if len(pieces) > 1 and (i % 2 == 1) != inside and len(words) <= FRAGMENT:
            found.update(stem(w) for w in words if word_shares().get(stem(w), 0.0) < COMMON)
    return frozenset(found)
