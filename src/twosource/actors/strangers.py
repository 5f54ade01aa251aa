"""Persons whom a report does not name and of whom it goes on to tell: "A boy died in the fire. His father …"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from twosource.actors.clauses import is_subject
from twosource.actors.drafts import Text, Words, positions
from twosource.vocab.speech import cue_words, unnamed_speakers

_NEW = frozenset(("a", "an", "another", "one"))
_OWN = frozenset(("his", "her", "their", "'s", "’s"))
"""Words before a noun for somebody new or for somebody's own; "the man" may be one whom the report has named."""
_REACH = 6
"""Words between such a word and its noun: "a 12-year-old boy" is seven words to some analyzers."""
_NAMING = frozenset(("named", "called", "identified", "known"))
_APPOSED = 12
"""Words after a noun within which a comma and a name tell who it is."""
_ONLY_SPEAK = frozenset(("spokesman", "spokeswoman"))
"""Of those nothing is told but what they say."""
_OPENS = 8
"""Words of a sentence in which its first noun is taken for its subject where the analyzer gives no heads."""


class Stranger(NamedTuple):
    """Where a noun for somebody without a name begins, whether it is for a woman ("f"), a man ("m") or either (""), and
    whether it tells whose: after "his son" the next "his" is mostly the father.
    """

    start: int
    gender: str
    own: bool


def strangers(text: Text, quoted: Sequence[Sequence[bool]]) -> dict[int, list[Stranger]]:
    """By sentence, the subjects that are a man or a woman whom it brings in without a name.

    Words in quotation marks (`quoted`) bring in nobody by a noun for either: “One person can do it,” he said.
    """
    genders = _genders()
    found: dict[int, list[Stranger]] = {}
    for index, lower in enumerate(text.lower):
        for i in positions(lower, genders.keys() - _ONLY_SPEAK):
            before = lower[max(0, i - _REACH) : i]
            if quoted[index][i] and not genders[lower[i]]:
                continue
            own = not _OWN.isdisjoint(before)
            if (own or not _NEW.isdisjoint(before)) and _is_about(text, index, i) and not _is_named(text, index, i):
                start = text.sentences[index].tokens[i].start
                found.setdefault(index, []).append(Stranger(start, genders[lower[i]], own))
    return found


@cache
def _genders() -> dict[str, str]:
    """Nouns for one person to the gender that they show; none that speak for others, who are mostly left at that."""
    either = (word for word, noun in unnamed_speakers().items() if noun.kind == "person" and not noun.plural)
    told = dict.fromkeys(cue_words("he_noun"), "m") | dict.fromkeys(cue_words("she_noun"), "f")
    return dict.fromkeys(set(either) - cue_words("nameless"), "") | told


def _is_about(text: Text, index: int, i: int) -> bool:
    """Whether a noun is the subject of its clause."""
    told = is_subject(text, Words(index, i, i + 1))
    return i < _OPENS if told is None else told


def _is_named(text: Text, index: int, i: int) -> bool:
    """Whether a name stands beside: "his father, Paul Reed, …", "a man named Reed", "Reed, a man of the sea"."""
    tokens = text.sentences[index].tokens
    for one, other in pairwise(tokens[max(0, i - _REACH - 2) : i]):
        if other.text == "," and one.upos == "PROPN" and one.text not in cue_words("day"):
            return True
    after = tokens[i + 1 : i + _APPOSED]
    if after and (after[0].upos == "PROPN" or after[0].text.lower() in _NAMING):
        return True
    for k, one in enumerate(after):  # "a spokeswoman for the office, Ana Low, said", "his father, the Rev. Paul Reed"
        if one.upos in ("VERB", "AUX") and not (one.deprel or "").startswith("acl"):
            return False
        beside = after[k + 1 : k + 3] if one.text == "," else ()
        if any(t.upos == "PROPN" or t.text in ("he", "she") for t in beside):  # "A former envoy, he …"
            return True
    return False
