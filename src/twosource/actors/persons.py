"""Persons: which names in one report are one person's."""

from __future__ import annotations

from collections.abc import Iterator

from twosource.actors.drafts import Draft, Seen, Text, Words
from twosource.actors.full_names import (
    SUFFIXES,
    has_initial,
    how_alike,
    is_given,
    is_surname_phrase,
    parts,
    short_forms,
)
from twosource.actors.governments import place_words
from twosource.actors.person_index import MOST, Index
from twosource.actors.titles import head_at
from twosource.model import Evidence, Name, Token
from twosource.vocab.gazetteer import spots
from twosource.vocab.names import given_names, honorifics, name_words

_WHOSE = frozenset({"his", "her", "their", "'s", "’s", "'", "’", "whose"})
_NAMES_TOO = frozenset({"don"})
"""Forms of address that are a given name after an office."""


def find_persons(text: Text) -> list[Draft]:
    """The persons named in a report, each with all the names that are theirs."""
    places, written = place_words(text), text.page.text
    named = (n for n in text.names if n.label == "PER" and written[n.start : n.end] not in places)
    people = [n for n in named if not _is_place_in_news(written[n.start : n.end])]
    seen = [text.seen(_whole(text, n)) for n in people]
    ends = {end for x in seen for end in short_forms(x.text) if " " in end}
    others = (n for n in text.names if n.label != "PER" and written[n.start : n.end].lower() in ends)
    seen += [text.seen(text.words(n.sentence, n.start, n.end)) for n in [*others, *_misread(text, seen)]]
    index, short = Index(), list[Seen]()
    for x in sorted(seen, key=lambda x: (-len(x.text.split()), has_initial(x.text), x.start)):
        if x.text.lower() not in index.ends and len(parts(x.text)) > 1 and not is_surname_phrase(x.text):
            _place_full(index, x)
        else:
            short.append(x)
    short += _missed(text, index)
    for draft in index.drafts:
        draft.gender = draft.gender or _gender(text, draft)
    for x in sorted(short, key=lambda x: (-len(x.text.split()), x.start)):
        _place_short(text, index, x)
    for draft in index.drafts:
        draft.gender = draft.gender or _gender(text, draft)
    return index.drafts


def _is_place_in_news(name: str) -> bool:
    """Whether a name of several words is a place of our own table and no given name opens it: "Bint Jbeil"."""
    words = name.split()
    return len(words) > 1 and not is_given(words[0]) and any(s.id.startswith("twosource:") for s in spots(name))


def _misread(text: Text, seen: list[Seen]) -> Iterator[Name]:
    """Single words read as a place or as something else that are the surname of a person named in full."""
    surnames = {x.text.split()[-1] for x in seen if " " in x.text}
    for name in text.names:
        written = text.page.text[name.start : name.end]
        if written in surnames and name.label in ("GPE", "LOC", "FAC", "MISC") and not spots(written):
            yield name


def _whole(text: Text, name: Name) -> Words:
    """The words of a name with an initial that was left out before it and "Jr." after it."""
    words = text.words(name.sentence, name.start, name.end)
    tokens, lower = text.sentences[words.sentence].tokens, text.lower[words.sentence]
    first, last = words.first, words.last
    while first and words.first - first < 2 and _is_initial(tokens[first - 1].text):
        first -= 1
    if first > 1 and lower[first - 1] in _NAMES_TOO and tokens[first - 1].text[0].isupper():
        first -= bool(head_at(lower[: first - 1], first - 2))  # "Fire Chief Don Marsh"
    comma = int(lower[last : last + 1] == [","])
    if last + comma < len(lower) and lower[last + comma] in SUFFIXES:
        last += comma + 1
    return Words(words.sentence, first, last)


def _is_initial(word: str) -> bool:
    return len(word) == 2 and word[0].isupper() and word[1] == "."


def _missed(text: Text, index: Index) -> Iterator[Seen]:
    """Surnames of persons named in full that stand alone, where the analyzer saw no name: "Frost is 51"."""
    surnames = {name.split()[-1] for name in index.full}
    covered = {(n.sentence, k) for n in text.names for k in _range(text, n)} if surnames else set()
    for at, sentence in enumerate(text.sentences if surnames else ()):
        for k, token in enumerate(sentence.tokens):
            if token.text in surnames and (at, k) not in covered and _stands_alone(sentence.tokens, k):
                yield text.seen(Words(at, k, k + 1))


def _stands_alone(tokens: tuple[Token, ...], k: int) -> bool:
    """Whether a proper noun has none beside it but a title; another word with a capital, if it speaks."""
    before = k > 0 and tokens[k - 1].upos == "PROPN" and not _is_address(tokens[k - 1].text)
    beside = tokens[max(0, k - 1) : k] + tokens[k + 1 : k + 2]
    named = tokens[k].upos == "PROPN" or any(t.text in name_words("speech") for t in beside)
    return named and not before and all(t.upos != "PROPN" for t in tokens[k + 1 : k + 2])


def _is_address(word: str) -> bool:
    return word.lower().rstrip(".") in honorifics() or head_at([word.lower()], 0) > 0


def _range(text: Text, name: Name) -> range:
    words = text.words(name.sentence, name.start, name.end)
    return range(words.first, words.last)


def _place_full(index: Index, x: Seen) -> None:
    if x.text in index.full:
        index.see(index.full[x.text], x)
        return
    variant = index.variant(x.text)
    if variant is None:
        index.drafts.append(Draft(kind="person", seen=[]))
        index.see(index.drafts[-1], x)
        index.add(index.drafts[-1], x.text)
        return
    draft, other = variant
    why = f"“{x.text}” and “{other}” {how_alike(x.text, other)}"
    draft.note(Evidence(function="first names agree", score=0.8, detail=why))
    index.see(draft, x)
    index.add(draft, x.text)


def _place_short(text: Text, index: Index, x: Seen) -> None:
    """Gives a surname (or a single first name) to the person it belongs to, or makes it a person of its own."""
    options = index.ends.get(x.text.lower(), [])
    gender = _gender_before(text, x)
    if gender:
        options = [d for d in options if not d.gender or d.gender == gender]
    if office := _office_before(text, x):
        options = [d for d in options if x.start > d.seen[0].start or office == _office_before(text, d.seen[0])]
    if not options:
        draft = Draft(kind="person", seen=[], gender=gender)
        index.see(draft, x)
        index.drafts.append(draft)
        index.ends.setdefault(x.text.lower(), []).append(draft)
        index.call(draft, x)
        return
    if len(options) > 1 and not gender:
        options = [d for d in options if not _is_relative(text, d)] or options
    chosen = options[0] if len(options) == 1 else index.called(options, x)
    full = chosen.seen[0]
    if " " in full.text and full.text != x.text:
        why = f"“{x.text}” is part of “{full.text}”, named in the same report"
        spans = (text.selector(full.words), text.selector(x.words))
        chosen.note(Evidence(function="part of the full name", score=0.9, detail=why, selectors=spans))
    index.see(chosen, x)
    index.call(chosen, x)
    chosen.gender = chosen.gender or gender


def _is_relative(text: Text, draft: Draft) -> bool:
    """Whether a report brings somebody in as a relative ("his wife, Ann Roe"): the surname alone means the other."""
    return any(_kin_before(text, x) or _kin_after(text, x) for x in draft.seen[:MOST] if " " in x.text)


def _kin_before(text: Text, x: Seen) -> bool:
    """A noun of kin right before, and whose it is before that: "his late wife, Ann Roe", "Mr Roe's son Jan"."""
    lower = text.lower[x.words.sentence]
    k = x.words.first - 1
    k -= k >= 0 and lower[k] == ","
    if k < 1 or lower[k] not in name_words("kin"):
        return False
    return any(lower[j] in _WHOSE for j in range(max(0, k - 3), k))


def _kin_after(text: Text, x: Seen) -> bool:
    """Whose, and a noun of kin, right after a comma: "Ann Roe, his wife"."""
    lower = text.lower[x.words.sentence][x.words.last : x.words.last + 4]
    return (
        lower[:1] == [","] and lower[1:2] != [] and lower[1] in _WHOSE and not name_words("kin").isdisjoint(lower[2:])
    )


def _office_before(text: Text, x: Seen) -> str:
    """The noun of an office right before a name: who is "President Roe" before "Ann Roe" comes up is another."""
    lower = text.lower[x.words.sentence]
    found = (lower[k] for k in range(max(0, x.words.first - 1), x.words.first) if head_at(lower, k))
    return next(found, "")


def _gender_before(text: Text, x: Seen) -> str:
    """The gender that a form of address right before a name shows."""
    if x.words.first == 0:
        return ""
    return honorifics().get(text.lower[x.words.sentence][x.words.first - 1].rstrip("."), "")


def _gender(text: Text, draft: Draft) -> str:
    shown = next((g for x in draft.seen if (g := _gender_before(text, x))), "")
    given = given_names().get(draft.name.split()[0].split("-")[0], "") if " " in draft.name else ""
    return shown or (given if given in ("m", "f") else "")
