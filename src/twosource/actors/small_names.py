"""Bodies of a state that a report names in small letters: "the health ministry", "the central bank"."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.actors.codes import codes_of
from twosource.actors.drafts import Draft, Text, Words
from twosource.actors.groups import Described, fold
from twosource.actors.shorter import national, turned
from twosource.vocab.groups import state_bodies
from twosource.vocab.spellings import one_spelling

_SAYS_BY_FIELDS = frozenset(("authority", "regulator", "inspectorate"))
_FIELDS = 2
"""Nouns before one of these heads that name it: "the harbour pilots authority", not "the port authority"."""
_MOST_NAMES = 20
"""Names of one body that are compared with a description."""


def body_key(name: str) -> str:
    """The key of a name without whose it is: "defense ministry" for "Peru's Ministry of Defence"."""
    found = national(name)
    rest = found[1] if found else name
    words = fold(turned(rest) or rest).split()
    return " ".join(one_spelling().get(w, w) for w in words)


def find_small_names(text: Text, drafts: Sequence[Draft], described: Sequence[Described]) -> list[Draft]:
    """The bodies that only small letters name, one for each name; "the ministry" can then mean them."""
    taken = {body_key(name) for d in drafts if d.kind != "person" for name in d.keys[:_MOST_NAMES]}
    found: dict[str, Draft] = {}
    for x in described:
        name = _name(text, x)
        if name and (key := body_key(name)) not in taken:
            words = Words(x.seen.words.sentence, x.seen.words.last - len(name.split()), x.seen.words.last)
            found.setdefault(key, _draft(x)).seen.append(text.seen(words))
    return list(found.values())


def _draft(x: Described) -> Draft:
    shown = codes_of(x.head)
    sectors = list(shown.sectors or x.noun.sectors)
    return Draft(kind=x.noun.kind, seen=[], sectors=sectors, group_class=x.noun.group_class)


def _name(text: Text, x: Described) -> str:
    """The words that say which body they mean, with "the" alone before them; empty for "the new ministry of health"."""
    words, tokens = x.seen.words, text.sentences[x.seen.words.sentence].tokens
    after = tokens[words.last : words.last + 1]
    if not x.definite or tokens[words.first].text.lower() != "the" or (after and after[0].upos == "PROPN"):
        return ""  # "the rescue agency | NDRA"
    if words.last - words.first == len(x.head.split()) + 1:
        return x.head if state_bodies().get(x.head, False) else ""
    inner = tokens[words.first + 1 : words.last - len(x.head.split())]
    fields = x.head in _SAYS_BY_FIELDS and len(inner) >= _FIELDS
    told = fields and all(t.upos in ("NOUN", "ADJ", "PROPN") and t.text.islower() for t in inner)
    return " ".join([*(t.text for t in inner), x.head]) if told and inner[-1].upos != "ADJ" else ""
