"""Names of bodies made whole: an analyzer may stop at "of", at a possessive or at the nationality before them.

"University | of Southern Indiana", "Korean People | 's Army", "Turkish | Foreign Ministry", "Turkey's | Army".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from twosource.model import Name, Sentence, Token
from twosource.vocab.countries import country_of
from twosource.vocab.names import body_names, name_cues, office_heads, portfolios
from twosource.vocab.sectors import national_bodies

_OF_PEOPLE = frozenset(
    ("People", "Peoples", "Workers", "Farmers", "Women", "Teachers", "Miners", "Students", "Soldiers")
)
_OF_A_STATE = frozenset(("GOV", "LEG", "MIL", "COP", "JUD"))
"""Sectors of the bodies that every state has: whose they are belongs to their names."""
_OWNERS = frozenset(("Lord", "God", "Citizen", "Women", "Veterans", "Pensioners", "Consumers", "Parents"))
_FOR = frozenset(("PTY", "NGO", "EDU", "LAB", "GOV"))
_HOUSED = frozenset(("MED", "EDU"))
_HOUSES = frozenset(
    ("hospital", "clinic", "university", "college", "school", "institute", "museum", "theatre", "theater")
)
_MINISTRIES = frozenset(("ministry", "department"))
_SAINTS = frozenset(("St", "St.", "Saint"))
_POSSESSIVE = frozenset(("'s", "’s", "'", "’"))
_LONGEST = 6
"""Words that a name may grow by."""
_NEAR = 20
"""Words around a name in which a sentence that is no headline has a verb in small letters."""


def whole_names(sentences: Sequence[Sentence], names: Sequence[Name]) -> tuple[Name, ...]:
    """The names, those of bodies made whole and what they then cover left out, in the order of the text."""
    of_sentence: dict[int, list[Name]] = {}
    for name in names:
        of_sentence.setdefault(name.sentence, []).append(name)
    held = {i for i, s in enumerate(sentences) if any(t.text in _POSSESSIVE for t in s.tokens)}
    every = sorted({*of_sentence, *held})
    return tuple(n for i in every for n in _whole(sentences[i].tokens, of_sentence.get(i, []), i))


def _whole(tokens: Sequence[Token], names: Sequence[Name], sentence: int) -> Iterator[Name]:
    at = {t.start: k for k, t in enumerate(tokens)}
    starts = {at[n.start]: n for n in names if n.start in at}
    reach = -1
    grown = [*(_grown(tokens, n, at, starts) for n in names), *_offices_of(tokens, sentence)]
    for name in sorted(grown, key=lambda n: (n.start, -n.end)):
        if name.start >= reach:
            yield name
            reach = name.end


def _grown(tokens: Sequence[Token], name: Name, at: dict[int, int], starts: dict[int, Name]) -> Name:
    if name.label == "FAC" and _houses_a_body(tokens, name):
        return replace(name, label="ORG")
    if name.start not in at or not (name.label == "ORG" or tokens[at[name.start]].text in _SAINTS):
        return name
    first = at[name.start]
    last = next((k for k in range(first, len(tokens)) if tokens[k].start >= name.end), len(tokens))
    last = _over_known(tokens, first, last)
    while last < len(tokens) and last - first < _LONGEST and (_goes_on(tokens[last]) or _is_cut(tokens, first, last)):
        last += 1
    last = _over_possessive(tokens, _over_house(tokens, first, last))
    ministry = _is_ministry(tokens, first, last)
    last += ministry
    if _sectors(tokens[last - 1].text) is not None:
        last = _over_of(tokens, last, starts, at)
    before = _over_nation(tokens, first, starts)
    bracket = before > 0 and tokens[before - 1].text == "("  # "CEI (Italian Episcopal Conference)"
    if bracket or ministry or not _OF_A_STATE.isdisjoint(_sectors(tokens[last - 1].text) or ()):
        first = before
    grown = replace(name, start=tokens[first].start, end=tokens[last - 1].end)
    return replace(grown, label="ORG") if grown.end > name.end else grown


def _is_ministry(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether the noun in small letters follows what a ministry is for: "the Foreign | ministry"."""
    field = " ".join(t.text.lower() for t in tokens[first:last])
    return field in portfolios() and last < len(tokens) and tokens[last].text in _MINISTRIES


def _over_house(tokens: Sequence[Token], first: int, last: int) -> int:
    """Over the noun in small letters of a house named after something: "the Rosehill | hospital", not "the UN | …"."""
    noun, after = tokens[last : last + 1], tokens[last + 1 : last + 2]
    written = " ".join(t.text for t in tokens[first:last])
    named = first > 0 and tokens[first - 1].text.lower() == "the" and written.title() == written
    if not noun or noun[0].text not in _HOUSES or not named or written in body_names() or written in national_bodies():
        return last
    return last if after and after[0].upos in ("NOUN", "PROPN") else last + 1


def _over_known(tokens: Sequence[Token], first: int, last: int) -> int:
    """Up to the end of the longest name of a known body that begins here: "Islamic State | of Iraq and the Levant"."""
    written = [t.text for t in tokens[first : last + _LONGEST]]
    ends = range(len(written), last - first, -1)
    return next((first + n for n in ends if " ".join(written[:n]) in body_names()), last)


def _goes_on(token: Token) -> bool:
    """Whether a word right after a name is the end of it: "Orvia | Insurance"."""
    return token.upos in ("PROPN", "NOUN") and _sectors(token.text) is not None


def _is_cut(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a noun with a capital ends a name with "of" in it: "Union of Railway | Staff"; not in a headline."""
    named = any(t.text == "of" for t in tokens[first:last])
    near = tokens[max(0, first - _NEAR) : last + _NEAR]
    plain = any(t.upos in ("VERB", "AUX") and t.text.islower() for t in near)
    return named and plain and tokens[last].upos == "NOUN" and tokens[last].text[0].isupper()


def _houses_a_body(tokens: Sequence[Token], name: Name) -> bool:
    """Whether what was read as a building is a hospital or a school, which speaks too."""
    last = next((t.text for t in tokens if t.end == name.end), "")
    return not _HOUSED.isdisjoint(_sectors(last) or ())


def _sectors(word: str) -> tuple[str, ...] | None:
    """The sectors of bodies whose names end in a word, None if none does."""
    cues = [cue for cue in name_cues().get(word, ()) if cue.label == "ORG" and cue.where == "last"]
    return tuple(cue.sector for cue in cues) if cues else None


def _over_possessive(tokens: Sequence[Token], last: int) -> int:
    """As in "Korean People 's Army"."""
    owner = tokens[last - 1].text in _OF_PEOPLE or (last > 1 and tokens[last - 2].text in _SAINTS)
    if last >= len(tokens) or tokens[last].text not in _POSSESSIVE or not owner:
        return last
    end = _capitals(tokens, last + 1)
    ends = [k for k in range(last + 2, end + 1) if _sectors(tokens[k - 1].text) is not None]
    return ends[-1] if ends else last


def _offices_of(tokens: Sequence[Token], sentence: int) -> Iterator[Name]:
    """Bodies that are an office's own or of people: "Special Prosecutor's Office", "Lord's Resistance Army"."""
    for k in range(1, len(tokens) - 1):
        if tokens[k].text not in _POSSESSIVE or not _owns(tokens, k):
            continue
        end = _capitals(tokens, k + 1)
        ends = [i for i in range(k + 2, end + 1) if _sectors(tokens[i - 1].text) is not None]
        if ends:
            first = k - 1
            while (
                first and k - first < _LONGEST and tokens[first - 1].text[0].isupper() and _nominal(tokens[first - 1])
            ):
                first -= 1
            start, last = tokens[first].start, tokens[ends[-1] - 1].end
            yield Name(label="ORG", sentence=sentence, start=start, end=last)


def _owns(tokens: Sequence[Token], k: int) -> bool:
    """Whether the word with a capital before a possessive mark is the noun of an office, or of people."""
    word = tokens[k - 1].text
    return word[0].isupper() and (word.lower() in office_heads() or word in _OF_PEOPLE or word in _OWNERS)


def _over_of(tokens: Sequence[Token], last: int, starts: dict[int, Name], at: dict[int, int]) -> int:
    """As in "University of Southern Indiana": up to the end of the name, or of the capitals, after "of"."""
    if last + 1 >= len(tokens) or not (tokens[last].text == "of" or _sits(tokens, last) or _is_for(tokens, last)):
        return last
    k = last + 1 + (tokens[last + 1].text == "the")
    name = starts.get(k)
    if name is not None and name.label in ("GPE", "LOC", "ORG", "NORP", "MISC"):
        return next((i for i in range(k, len(tokens)) if tokens[i].start >= name.end), len(tokens))
    end = _capitals(tokens, k)
    return end if end > k and name is None and not any(i in starts for i in range(k, end)) else last


def _sits(tokens: Sequence[Token], last: int) -> bool:
    """Whether the town of a court follows: "District Court | in Low"."""
    return tokens[last].text == "in" and "JUD" in (_sectors(tokens[last - 1].text) or ()) and _nominal(tokens[last - 2])


def _is_for(tokens: Sequence[Token], last: int) -> bool:
    """Whether what a party or a society is for follows: "Movement | for Renewal"."""
    return tokens[last].text == "for" and not _FOR.isdisjoint(_sectors(tokens[last - 1].text) or ())


def _capitals(tokens: Sequence[Token], k: int) -> int:
    """Where the capitalised nouns that begin at `k` end."""
    end = k
    while end < len(tokens) and end - k < _LONGEST and tokens[end].text[0].isupper() and _nominal(tokens[end]):
        end += 1
    return end


def _nominal(token: Token) -> bool:
    return token.upos in ("PROPN", "NOUN", "ADJ")


def _over_nation(tokens: Sequence[Token], first: int, starts: dict[int, Name]) -> int:
    """Over a nationality or a country's possessive right before: "Turkish Foreign Ministry"."""
    k = first - (first > 1 and tokens[first - 1].text in _POSSESSIVE)
    name = next((starts[i] for i in range(k - 1, max(-1, k - 4), -1) if i in starts), None)
    begin = next((i for i in range(k - 1, max(-1, k - 4), -1) if i in starts), k)
    if name is None or name.end != tokens[k - 1].end:
        return first
    written = " ".join(t.text for t in tokens[begin:k])
    return begin if country_of(written) or country_of(written.replace(" . ", ".")) else first
