"""Offices that a report gives to persons: titles before and after their names, and what clauses say of them."""

from __future__ import annotations

from collections.abc import Iterator

from twosource.actors.apposed import after_name, before_comma, fronted, without_description, without_of
from twosource.actors.codes import codes_of
from twosource.actors.drafts import MOST, Draft, Seen, Text, Words
from twosource.actors.holding import held_in_clauses
from twosource.actors.known import country_in
from twosource.actors.phrases import POSSESSIVE, parts, phrase_back, without_age, without_rank
from twosource.actors.titles import HELD_BEFORE, Title, office_tokens, read_title
from twosource.model import Evidence, Office
from twosource.vocab.names import honorifics

_RETIRED = frozenset(("retired", "ret", "retd", "rtd", "ret'd"))
_WITH_BRACKETS = 4
"""Words of a rank with one in brackets, or more."""
_EXCELLENCIES = ("HE", "H.E.", "HRH", "HM")


def find_offices(text: Text, persons: list[Draft]) -> None:
    """Adds the offices that stand by the names of persons, and what these say of country, sector and gender."""
    starts = {x.start for draft in persons for x in draft.seen}
    for draft in persons:
        for x in list(draft.seen):
            if x.form == "name":
                for words, past in _offices_by(text, x, starts):
                    add_office(text, draft, words, past=past)


def find_fronted(text: Text, persons: list[Draft]) -> None:
    """Adds the offices with which sentences open about whoever a pronoun means: "A former envoy to Lima, she …"."""
    for draft in persons:
        for x in list(draft.seen):
            words = fronted(text, x) if x.form == "pronoun" and x.text.lower() in ("he", "she") else None
            if words is not None:
                add_office(text, draft, words)


def _offices_by(text: Text, x: Seen, starts: set[int]) -> Iterator[tuple[Words, bool]]:
    """The words of the offices by a name, and whether they were held before."""
    rank = _before(text, x)
    end = rank.first if rank is not None else _without_address(text, x)
    end = without_description(text, x.words.sentence, end)
    yield from ((words, False) for words in _two(text, rank))
    for found in ((before_comma(text, x, end), False), after_name(text, x, starts)):
        if found is not None and (words := found[0]) is not None:
            both = parts(text.lower[x.words.sentence], words.first, words.last)
            yield from ((Words(x.words.sentence, first, last), found[1]) for first, last in both)
    yield from held_in_clauses(text, x, starts)


def _two(text: Text, words: Words | None) -> Iterator[Words]:
    """An office before a name, and the rank behind it as one of its own."""
    if words is not None:
        k = without_rank(text.lower[words.sentence], words.first, words.last)
        yield Words(words.sentence, words.first, k)
        if k < words.last:
            yield Words(words.sentence, k, words.last)


def add_office(text: Text, draft: Draft, words: Words, *, past: bool = False) -> None:
    """Gives an office to a person, once for the same words; `past`: the report says that it is held no more."""
    words = Words(words.sentence, without_age(text.lower[words.sentence], words.first, words.last), words.last)
    selector = text.selector(words)
    title = read_title([t.text for t in text.sentences[words.sentence].tokens[words.first : words.last]])
    written = " ".join(selector.exact.split())
    if title is None:
        return
    if len(draft.offices) < MOST and all(o.title != written for o in draft.offices):
        draft.offices.append(Office(title=written, selector=selector))
        if past:
            why = f"“{written}” is said of {draft.called} as an office held before"
            draft.note(Evidence(function=HELD_BEFORE, score=0.8, detail=why, selectors=(selector,)))
    shown = codes_of(f"former {written}" if past else _with_owner(text, words, written))
    draft.country = draft.country or title.country or owner(text, words) or shown.country
    draft.gender = draft.gender or title.gender
    draft.sectors += [s for s in dict.fromkeys(shown.sectors or title.sectors) if s not in draft.sectors]


def _with_owner(text: Text, words: Words, written: str) -> str:
    """An office with the noun in small letters that it is of: "health ministry's director" tells more than its end."""
    tokens = text.sentences[words.sentence].tokens[max(0, words.first - 3) : words.first]
    if len(tokens) < 3 or tokens[-1].text not in POSSESSIVE or not (tokens[0].text + tokens[1].text).islower():
        return written
    return f"{tokens[0].text} {tokens[1].text}'s {written}"


def title_of(text: Text, words: Words) -> Title | None:
    """What the words of an office say."""
    return read_title([t.text for t in text.sentences[words.sentence].tokens[words.first : words.last]])


def owner(text: Text, words: Words) -> str | None:
    """The country before a possessive mark: "Kenya's fisheries minister"."""
    tokens = text.sentences[words.sentence].tokens
    if words.first > 1 and tokens[words.first - 1].text in POSSESSIVE:
        return country_in(" ".join(t.text for t in tokens[max(0, words.first - 4) : words.first - 1]))
    return None


def _before(text: Text, x: Seen) -> Words | None:
    """A title right before a name; forms of address between the two are left out."""
    end = _without_address(text, x)
    rank = _retired(text, x.words.sentence, end)
    return rank or phrase_back(text, x.words.sentence, end) or _of_a_place(text, x.words.sentence, end)


def _retired(text: Text, sentence: int, end: int) -> Words | None:
    """A rank with "retired" in brackets behind it: "Lt Gen (retd) | Jane Roe"."""
    lower = text.lower[sentence]
    if end < _WITH_BRACKETS or lower[end - 3] != "(" or lower[end - 2].rstrip(".") not in _RETIRED:
        return None
    words = phrase_back(text, sentence, end - 3)
    return Words(sentence, words.first, end) if words is not None else None


def _of_a_place(text: Text, sentence: int, end: int) -> Words | None:
    """An office with the name that it is of or for, up to word `end`: "Minister for the Middle East"."""
    names = (text.words(n.sentence, n.start, n.end) for n in text.names_of(sentence) if n.label != "PER")
    k = next((w.first for w in names if w.last == end), end)
    short = without_of(text, sentence, end) if k < end else end
    words = phrase_back(text, sentence, short) if short < end else None
    return Words(sentence, words.first, end) if words is not None else None


def _without_address(text: Text, x: Seen) -> int:
    """Where the forms of address before a name begin ("HE Dr"), those that are offices too left out."""
    lower, end = text.lower[x.words.sentence], x.words.first
    while end and _is_address(lower[end - 1].rstrip(".")):
        end -= 1
    tokens = text.sentences[x.words.sentence].tokens
    return end - (0 < end < x.words.first and tokens[end - 1].text in _EXCELLENCIES)


def _is_address(word: str) -> bool:
    return word in honorifics() and word not in office_tokens()
