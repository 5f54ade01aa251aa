"""Labels of names that the words beside them show to be others: a company of one word, a person with an office."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from twosource.actors.full_names import is_given
from twosource.actors.kinds import kind_shown
from twosource.actors.titles import head_at
from twosource.model import Name, Sentence, Token
from twosource.vocab.gazetteer import opens_names, spots
from twosource.vocab.names import name_cues, name_words, office_heads

_POSSESSIVE = frozenset(("'s", "’s"))
_OPENING = _POSSESSIVE | {"the", "its", "their", "his", "her", "our"}
_ARTICLES = ("the", "a", "an")
_ENDS = frozenset((",", ".", "that", "which", "of", "based", "in", "behind", "for"))
_COMPOUND = 6
"""Words of a noun phrase with a compound in it, "the state-run oil company"."""
_BEFORE = 9
"""Words before a comma in which an office in apposition to a name begins."""
_FULL_NAME = 2
"""Words of a name that an office before it shows to be a person's; one word may be a town's ("Mayor of | Low")."""
_TITLE = 3
"""Words of the noun of an office: "secretary of state"."""


class _Placed:
    """A name with the words that it is, the first of them word `first` of its sentence."""

    def __init__(self, name: Name, tokens: Sequence[Token], first: int) -> None:
        self.name, self.tokens, self.first = name, tokens, first
        self.words: list[str] = []
        while first < len(tokens) and tokens[first].start < name.end:
            self.words.append(tokens[first].text)
            first += 1


def read_anew(sentences: Sequence[Sentence], names: Iterable[Name]) -> tuple[Name, ...]:
    """The names, a word that a report treats as a body a body's throughout, a full name after an office a person's."""
    at = [{t.start: k for k, t in enumerate(s.tokens)} for s in sentences]
    found = [_Placed(n, sentences[n.sentence].tokens, at[n.sentence].get(n.start, 0)) for n in names]
    persons = {w for p in found if p.name.label == "PER" and len(p.words) > 1 for w in p.words}
    alone = [p for p in found if p.name.label == "PER" and len(p.words) == 1]
    bodies = {p.words[0] for p in alone if _is_body(p.tokens, p.first)} - persons
    return tuple(_relabelled(p, bodies) for p in found)


def _relabelled(placed: _Placed, bodies: set[str]) -> Name:
    name, written = placed.name, placed.words
    if name.label == "PER" and len(written) == 1 and written[0] in bodies:
        return replace(name, label="ORG")
    full = len(written) == _FULL_NAME and not any(w in name_cues() for w in written)
    may = full and name.label in ("ORG", "GPE", "LOC", "FAC", "MISC") and not spots(" ".join(written))
    office = may and (_is_apposed(placed) or (_may_be_person(name, written) and _follows_office(placed)))
    return replace(name, label="PER") if office else name


def _may_be_person(name: Name, written: Sequence[str]) -> bool:
    """Whether what was read as a place has a given name first, or no word that is a place's by itself."""
    return name.label == "ORG" or is_given(written[0]) or not any(opens_names(w)[0] for w in written)


def _is_apposed(placed: _Placed) -> bool:
    """Whether an office with what it is of and a comma stand before a name: "said the mayor of Low, | Ana Roe."."""
    k, tokens = placed.first, placed.tokens
    after = tokens[k + _FULL_NAME] if k + _FULL_NAME < len(tokens) else None
    if k < _TITLE or tokens[k - 1].text != "," or not (after is None or after.upos in ("PUNCT", "VERB", "AUX")):
        return False
    before = [t.text.lower() for t in tokens[max(0, k - _BEFORE) : k - 1]]
    heads = (i + n for i in range(1, len(before)) if (n := head_at(before, i)) and before[i - 1] in _OPENING)
    return any(end == len(before) or before[end] in ("of", "for") for end in heads)


def _is_body(tokens: Sequence[Token], k: int) -> bool:
    """Whether word `k` is called a body ("the operator, Velk,"), is a "which", or has what only bodies have."""
    after = [t.text.lower() for t in tokens[k + 1 : k + 5]]
    if after[:2] == [",", "which"]:
        return True
    owns = after[:1] != [] and after[0] in _POSSESSIVE and not name_words("owned").isdisjoint(after[1:])
    return owns or _is_called_body(tokens, k) or _is_body_apposed(tokens, k)


def _is_called_body(tokens: Sequence[Token], k: int) -> bool:
    """As in "the operator Velk" and "The operator, Velk,": a noun of bodies with an article, the name in apposition."""
    comma = k > 0 and tokens[k - 1].text == ","
    noun = k - 1 - comma
    if noun < 1 or (comma and not (k + 1 < len(tokens) and tokens[k + 1].text in (",", "."))):
        return False
    return _is_noun_of_body(tokens, noun) and any(t.text.lower() in _ARTICLES for t in _phrase(tokens, noun))


def _is_noun_of_body(tokens: Sequence[Token], k: int) -> bool:
    word = tokens[k].text
    return word.islower() and tokens[k].upos == "NOUN" and kind_shown(word) == "organization"


def _phrase(tokens: Sequence[Token], noun: int) -> Sequence[Token]:
    """The words before a noun in which its article can stand, those of a compound before it too: "state-run"."""
    return tokens[max(0, noun - (_COMPOUND if any(t.text == "-" for t in tokens[noun - 3 : noun]) else 3)) : noun]


def _is_body_apposed(tokens: Sequence[Token], k: int) -> bool:
    """As in "Velk, the state-run operator,": a noun of bodies ends the noun phrase behind the comma after word `k`."""
    if [t.text.lower() in allowed for t, allowed in zip(tokens[k + 1 : k + 3], ((",",), _ARTICLES), strict=False)] != [
        True,
        True,
    ]:
        return False
    for i in range(k + 3, min(len(tokens) - 1, k + 3 + _COMPOUND)):
        if tokens[i + 1].text in _ENDS:
            return _is_noun_of_body(tokens, i)
        if tokens[i].upos not in ("ADJ", "NOUN", "PROPN", "PUNCT", "VERB", "ADV") or tokens[i].text == ",":
            return False
    return False


def _follows_office(placed: _Placed) -> bool:
    """Whether the noun of an office with a capital stands right before word `k`: "Foreign Minister | Ana Low"."""
    tokens, k = placed.tokens, placed.first
    before = [t.text.lower() for t in tokens[max(0, k - _TITLE) : k]]
    starts = [i for i in range(len(before)) if head_at(before, i) and i + head_at(before, i) == len(before)]
    return bool(starts) and tokens[k - 1].text[0].isupper() and " ".join(before[starts[0] :]) in office_heads()
