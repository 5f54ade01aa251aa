"""Groups named by a nationality or a leader and a noun: "Peruvian security forces", "the UN-led coalition".

And the descriptions of groups ("the rebels", "the union"), left for describe.py to bind.
"""

from __future__ import annotations

from dataclasses import dataclass

from twosource.actors.codes import codes_of
from twosource.actors.drafts import Draft, Seen, Text, Words, positions
from twosource.actors.known import GROUP_WORDS
from twosource.vocab.countries import country_of
from twosource.vocab.groups import GroupNoun, first_words, group_nouns
from twosource.vocab.speech import cue_words

_LONGEST = 4
_LONGEST_NAME = 8
_DEFINITE = frozenset(("the", "this", "that", "these", "those", "its", "their"))
_TIES = frozenset(
    ("led", "backed", "allied", "supported", "sponsored", "run", "controlled", "based", "linked", "affiliated")
)
_EXTENDS_NAME = frozenset(
    ("group", "movement", "organisation", "organization", "network", "militia", "rebels", "party")
)
_OWNED = frozenset(("rebels", "general", "gang"))
_NOT_NOUNS = frozenset(("VERB", "AUX", "ADV", "PRON"))


@dataclass(frozen=True, slots=True)
class Described:
    """A description of a group: its words with what stands before the noun, whether "the" shows that it is known."""

    seen: Seen
    noun: GroupNoun
    head: str
    definite: bool
    qualified: bool
    owner: Words | None = None
    """The name of a body right before the noun ("Hamas fighters"): the group is that body's own."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a report says of groups."""

    named: list[Draft]
    described: list[Described]


def find_groups(text: Text) -> Found:
    """Groups named by nationality and noun, and descriptions of groups."""
    named: dict[str, Draft] = {}
    described: list[Described] = []
    ends, inside = _ends(text)
    for index, lower in enumerate(text.lower):
        end = 0
        for i in positions(lower, first_words()):
            if i >= end and (n := _noun_at(text, index, i, inside[index])):
                _take(text, Words(index, i, i + n), ends[index], named, described)
                end = i + n
    return Found(list(named.values()), described)


Ends = dict[int, tuple[str, int]]
"""The word after each name of a sentence, to the name's label and first word."""


def _ends(text: Text) -> tuple[list[Ends], list[set[int]]]:
    """For each sentence the ends of its names, and which words are inside one."""
    ends: list[Ends] = [{} for _ in text.sentences]
    inside: list[set[int]] = [set() for _ in text.sentences]
    for name in text.names:
        words = text.words(name.sentence, name.start, name.end)
        ends[name.sentence][words.last] = (name.label, words.first)
        inside[name.sentence].update(range(words.first, words.last))
    return ends, inside


def _noun_at(text: Text, index: int, i: int, inside: set[int]) -> int:
    """How many words at `i` are a noun of a group, 0 if none; words inside names are none."""
    lower, tokens = text.lower[index], text.sentences[index].tokens
    if i in inside:
        return 0
    for n in range(min(_LONGEST, len(lower) - i), 0, -1):
        if " ".join(lower[i : i + n]) in group_nouns():
            last = tokens[i + n - 1]
            compound = i + n < len(lower) and tokens[i + n].upos == "NOUN" and tokens[i + n].start == last.end + 1
            if last.upos in _NOT_NOUNS or (compound and lower[i + n] not in group_nouns()):
                return 0
            return n
    return 0


def _take(text: Text, words: Words, names: Ends, named: dict[str, Draft], described: list[Described]) -> None:
    lower, tokens = text.lower[words.sentence], text.sentences[words.sentence].tokens
    head = " ".join(lower[words.first : words.last])
    noun = group_nouns()[head]
    begin, nation = _before(text, words, names)
    determiner = lower[begin - 1] if begin else ""
    of = _of_nation(lower, words.last, names) if determiner == "the" and not nation else words.last
    nation = nation or of > words.last
    full = Words(words.sentence, begin, of)
    qualified = begin < words.first
    label, first = names.get(words.first, ("", 0))
    if not label and words.first and lower[words.first - 1] in GROUP_WORDS:
        label, first = names.get(words.first - 1, ("", 0))
    if label == "ORG" and (noun.group_class in _OWNED or (noun.kind == "organization" and not head.endswith("s"))):
        seen = text.seen(Words(words.sentence, first, words.last), "description")
        described.append(Described(seen, noun, head, True, True, Words(words.sentence, first, words.first)))
        return
    if nation and noun.kind == "organization" and _is_apposed(lower, full, names):
        described.append(Described(text.seen(full, "description"), noun, head, True, qualified))
        return  # "the Lima-based airline | Condor"
    if nation:
        people = of == words.last and (
            country_of(tokens[begin].text) is None and determiner in _DEFINITE and "-" not in lower[begin : words.first]
        )
        if not (people and noun.group_class in ("rebels", "general")):
            _name(text, full, noun, named)
            return
    definite = determiner in _DEFINITE and tokens[begin - 1].upos != "SCONJ"
    seen = text.seen(Words(words.sentence, begin - definite, words.last), "description")
    described.append(Described(seen, noun, head, definite, qualified))


def _is_apposed(lower: list[str], words: Words, names: Ends) -> bool:
    """Whether the name of a body follows, or stands before a comma: "Condor, | a Lima-based airline |,"."""
    if any(names.get(end) == ("ORG", words.last) for end in range(words.last + 1, words.last + _LONGEST_NAME)):
        return True
    comma = words.first - 2
    before = comma > 0 and lower[comma] == "," and names.get(comma, ("", 0))[0] == "ORG"
    return before and lower[words.last : words.last + 1] in ([","], ["."])


def _of_nation(lower: list[str], last: int, names: Ends) -> int:
    """Where the noun phrase ends with the country that the group is of ("the government | of Iraq"), else `last`."""
    if lower[last : last + 1] != ["of"]:
        return last
    k = last + 1 + (lower[last + 1 : last + 2] == ["the"])
    return next((end for end in range(k + 1, k + 5) if names.get(end) == ("GPE", k)), last)


def _before(text: Text, words: Words, names: Ends) -> tuple[int, bool]:
    """Where the noun phrase begins, determiner left out, and whether it names a nation, a people or a leader."""
    lower, tokens = text.lower[words.sentence], text.sentences[words.sentence].tokens
    k, nation, steps = words.first, False, 0
    while k > 0 and steps < 5:
        steps += 1
        label, first = names.get(k, ("", k))
        if label in ("NORP", "GPE", "ORG", "LOC"):
            k, nation = first, True
        elif k > 2 and lower[k - 1] in _TIES and (lower[k - 2] == "-" or k - 2 in names or names.get(k - 1)):
            reach = k - 2 if lower[k - 2] == "-" else k - 1
            if reach not in names:
                break
            k, nation = names[reach][1], True
        elif k > 2 and lower[k - 1] == "-" and lower[k - 2] in _TIES and k - 2 in names:
            k, nation = names[k - 2][1], True
        elif lower[k - 1] in ("'s", "’s") and names.get(k - 1, ("", 0))[0] in ("GPE", "NORP"):
            return names[k - 1][1], True
        elif not nation and tokens[k - 1].upos in ("ADJ", "NOUN") and tokens[k - 1].text[0].islower():
            k -= 1
        else:
            break
    return (k, nation) if nation else (_adjectives(text, words), False)


def _adjectives(text: Text, words: Words) -> int:
    """Where the words begin that describe a group, a day before it left out: "On Monday | young rebels"."""
    tokens, k = text.sentences[words.sentence].tokens, words.first
    while k > 0 and words.first - k < 3 and tokens[k - 1].upos in ("ADJ", "NOUN", "PROPN"):
        if tokens[k - 1].text in cue_words("day"):
            break
        k -= 1
    return k


def _name(text: Text, words: Words, noun: GroupNoun, named: dict[str, Draft]) -> None:
    seen = text.seen(words)
    key = fold(seen.text)
    if key in named:
        named[key].seen.append(seen)
        return
    shown = codes_of(seen.text)
    sectors = list(shown.sectors or noun.sectors)
    named[key] = Draft(
        kind=noun.kind, seen=[seen], country=shown.country, sectors=sectors, group_class=noun.group_class
    )


def fold(name: str) -> str:
    """A name without what spellings differ in: case, hyphens, the article, the mark of a possessive."""
    words = name.casefold().replace("-", " ").replace("’", "'").replace("u.s.", "us").replace("'s ", " ").split()
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)
