"""Names that may be places: those an analyzer labels as such, and capitalised words that the gazetteer knows."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from twosource.circumstances.place_kinds import (
    SHORT_FORMS,
    capital_meant,
    is_land_after,
    is_misread,
    land_before,
    opens_land,
    says_only_kind,
    unit_of,
)
from twosource.circumstances.words import BREAK
from twosource.vocab.gazetteer import Spot, opens_names, region_of, spots
from twosource.vocab.names import given_names
from twosource.vocab.tags import tag_words
from twosource.vocab.word_sets import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from twosource.circumstances.words import Words
    from twosource.model import Name

_LONGEST = 5
_PLACE_LABELS = frozenset({"GPE", "LOC"})
_BEFORE_PLACES = word_set("before places")
_NO_PLACE_AFTER = word_set("no place before")
_NO_PLACE_BEFORE = word_set("no place after")
_NEVER_INSIDE = frozenset({BREAK, ";", ":", "!", '"', "“", "”", "—", "was", "has", "from"})
"""What no name of the tables holds (a test looks): there the search for a longer name ends."""
_ARABIC_ARTICLES = frozenset({"al", "el"})
_ABBREVIATED = frozenset({"US", "UK", "UAE", "EU", "NSW", "DMZ", "DRC", "PRC"})


class Mentioned(NamedTuple):
    """A name that may be a place: its words, the places that bear it, the region that follows it, its label's trust.

    `county` marks "Cook County", which no table has; `unit` is the word beside it that makes it a region ("province").
    """

    first: int
    end: int
    name: str
    spots: tuple[Spot, ...]
    region: Spot | None
    labelled: bool
    county: bool = False
    unit: str = ""


def mentioned(words: Words, opening: list[int], labelled: Sequence[Name]) -> Iterator[Mentioned]:
    """All names that begin at one of the `opening` words and may be places; none inside a person's or a body's."""
    names, given = _Labels(labelled), given_names()
    at = 0
    for i in opening:
        if i < at:
            continue
        label = names.at(words.starts[i])
        if label is not None and words.written[i] in given and (surname := _surname(words, i, names)) is not None:
            at = _after(words, i + 1, surname)
            continue
        placed = label is None or label.label in _PLACE_LABELS or is_misread(words, i, _after(words, i, label), label)
        found = _longest(words, i, label) if placed else None
        named = opens_land(words, i)
        if named is not None and (found is None or found.end <= named):
            continue  # "Gulf" alone, "of Riga" after it
        if found is None:
            at = _after(words, i, label)
            continue
        found = _widened(words, found)
        at = found.end
        yield found


def _widened(words: Words, found: Mentioned) -> Mentioned:
    """The whole name of a water or land that holds a place's: "the Gulf of Riga" is not Riga, nor is "Riga Bay"."""
    first = land_before(words, found.first, found.spots)
    end = found.end + is_land_after(words, found.end, found.spots)
    if first is None and end == found.end:
        return found
    first = found.first if first is None else first
    written = " ".join(words.between(first, end).split())
    name = written[0].upper() + written[1:]
    return Mentioned(first, end, name, spots(name), _region_after(words, end), labelled=True)


def openings(words: Words) -> list[int]:
    """The words at which a name may begin: those with a capital, but for "The", and the articles of Arabic names."""
    lower = words.lower
    return [
        i
        for i, word in enumerate(words.written)
        if (word[:1].isupper() and lower[i] != "the") or word in _ARABIC_ARTICLES
    ]


class _Labels:
    """Labelled names, which stand in the order of the text, by offset."""

    def __init__(self, names: Sequence[Name]) -> None:
        self._names = names
        self._starts = [n.start for n in names]

    def at(self, offset: int) -> Name | None:
        """The name that covers the character at `offset`."""
        i = bisect_right(self._starts, offset) - 1
        return self._names[i] if i >= 0 and offset < self._names[i].end else None


def _surname(words: Words, i: int, names: _Labels) -> Name | None:
    """The name that follows a given name directly, both taken for places ("Jordan Henderson"); None if none does."""
    if i + 1 >= len(words.starts) or not words.written[i + 1][:1].isupper():
        return None
    label = names.at(words.starts[i + 1])
    known = spots(f"{words.written[i]} {words.written[i + 1]}")
    return label if label is not None and label.start == words.starts[i + 1] and not known else None


def _after(words: Words, i: int, label: Name | None) -> int:
    """The word after word `i`, or after the labelled name that it stands in."""
    i += 1
    while label is not None and i < len(words.starts) and words.starts[i] < label.end:
        i += 1
    return i


def _longest(words: Words, i: int, label: Name | None) -> Mentioned | None:
    """The longest name from word `i` on that may be a place; a labelled one that no table has has no spots."""
    for end in range(_beyond(words, i, label) or _furthest(words, i, label), i, -1):
        short = SHORT_FORMS.get(" ".join(words.written[i:end])) if label is not None else None
        name = short or _joined(words, i, end)
        found = spots(name) if name else ()
        if found and label is not None and _goes_on(words, end, found, label):
            break
        if found and _may_be_place(words, i, end, found, labelled=label is not None):
            county, unit = words.written[end : end + 1] in (["County"], ["COUNTY"]), unit_of(words, i, end)
            found = capital_meant(words, i, end, found)
            return Mentioned(i, end, name, found, _region_after(words, end), label is not None, county, unit)
    if label is None or not _starts_label(words, i, label):
        return None
    end = _after(words, i, label)
    name = _joined(words, i, end) or " ".join(words.text[words.starts[i] : words.ends[end - 1]].split())
    county = words.lower[end - 1] == "county"
    return Mentioned(i, end - county, name, (), _region_after(words, end), labelled=True, county=county)


def _goes_on(words: Words, end: int, found: tuple[Spot, ...], label: Name) -> bool:
    """Whether a town is only the beginning of a labelled name that no table has: Porto in "Porto Alto".

    Not where a common noun ("Aleppo City") or another place ("Paris Texas") follows.
    """
    last = _after(words, end - 1, label)
    rest = words.written[end:last]
    return (
        found[0].precision == "town"
        and any(rest)
        and not any(w.lower() in tag_words() or spots(w) or region_of(w) or not w[:1].isupper() for w in rest)
    )


def _furthest(words: Words, i: int, label: Name | None) -> int:
    """The word before which a name that begins at word `i` has ended: it runs over no break and out of no label."""
    end, last = i + 1, min(i + _most_words(words.written[i]), len(words.starts))
    while end < last and words.lower[end] not in _NEVER_INSIDE and (label is None or words.ends[end] <= label.end):
        end += 1
    return end if end <= last and (label is None or words.ends[end - 1] <= label.end) else i


def _beyond(words: Words, i: int, label: Name | None) -> int:
    """Where a region ends that a labelled name only begins: "Jammu | and Kashmir"; 0 if none does."""
    if label is None or not opens_names(words.written[i])[1]:
        return 0
    last = min(i + _LONGEST, len(words.starts))
    ends = (
        end for end in range(last, i + 1, -1) if words.starts[end - 1] >= label.end and BREAK not in words.lower[i:end]
    )
    return next((end for end in ends if any(s.precision != "town" for s in spots(_joined(words, i, end)))), 0)


def _most_words(word: str) -> int:
    """How many words a place may have whose name begins with `word`, written so or as a title; 0 where none has."""
    whole, longer = opens_names(word)
    if word in SHORT_FORMS:
        return 1
    if word.isupper() and not longer:
        whole_title, longer = opens_names(word.title())
        whole = whole or whole_title
    return _LONGEST if longer else int(whole)


def _starts_label(words: Words, i: int, label: Name) -> bool:
    """Whether word `i` is the first of a labelled name, an article before it left out."""
    return label.start == words.starts[i] or (
        i > 0 and label.start == words.starts[i - 1] and words.lower[i - 1] == "the"
    )


def _joined(words: Words, i: int, end: int) -> str:
    """The name in words `i` to `end`, white space folded; capitals throughout are read as a title."""
    name = " ".join(words.text[words.starts[i] : words.ends[end - 1]].split())
    if name.isupper() and len(name) > 3 and "." not in name:
        return name.title()
    return name if not name.isupper() or name in _ABBREVIATED or "." in name else ""


def _region_after(words: Words, end: int) -> Spot | None:
    """The state, region or country named after a comma: "Paris, Texas", "Paris, Tenn."."""
    if words.lower[end : end + 1] == ["county"]:
        end += 1
    if words.lower[end : end + 1] != [","]:
        return None
    for size in (4, 3, 2, 1):
        last = end + 1 + size
        if last <= len(words.starts):
            name = " ".join(words.text[words.starts[end + 1] : words.ends[last - 1]].split())
            found = region_of(name)
            if found is not None:  # of "Boston, New York and Rome" New York is the city
                listed = words.lower[last : last + 1] == ["and"] and any(s.precision == "town" for s in spots(name)[:1])
                return None if listed else found
    return None


def _may_be_place(words: Words, i: int, end: int, found: tuple[Spot, ...], *, labelled: bool) -> bool:
    """Whether the words around a name leave it a place: no street, no surname after it, no given name before it."""
    follows = words.written[end] if end < len(words.starts) else ""
    before = words.written[i - 1] if i else ""
    lower = words.lower
    if follows[:1].isupper() and follows.lower() in _NO_PLACE_AFTER:
        return False
    if i > 1 and lower[i - 1] == "of" and lower[i - 2] in _NO_PLACE_BEFORE:
        return False
    if before in given_names() or says_only_kind(words, i, end):
        return False
    if labelled:
        return True
    if follows[:1].isupper() and found[0].precision == "town":
        return False
    strong = any(s.precision != "town" for s in found) or (found[0].usual and found[0].weight >= 100_000)
    placed = lower[i - 1] in _BEFORE_PLACES if i else False
    ordinary = end == i + 1 and (lower[i] in tag_words() or words.written[i] in given_names())
    if ordinary and found[0].precision != "country":
        return placed and strong and before.islower() and not follows[:1].isupper()
    return strong or (placed and _region_after(words, end) is not None)
