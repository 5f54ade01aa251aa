"""Bodies of a state that a report names in small letters: "the health ministry", "the central bank"."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.actors.codes import codes_of
from twosource.actors.drafts import Draft, Text, Words
from twosource.actors.groups import Described, fold
from twosource.actors.shorter import national, turned
from twosource.vocab.groups import state_bodies
from twosource.vocab.spellings import one_spelling

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
        key = body_key(x.head)
        if key not in taken and _is_name(text, x):
            words = Words(x.seen.words.sentence, x.seen.words.last - len(x.head.split()), x.seen.words.last)
            found.setdefault(key, _draft(x)).seen.append(text.seen(words))
    return list(found.values())


def _draft(x: Described) -> Draft:
    shown = codes_of(x.head)
    sectors = list(shown.sectors or x.noun.sectors)
    return Draft(kind=x.noun.kind, seen=[], sectors=sectors, group_class=x.noun.group_class)


def _is_name(text: Text, x: Described) -> bool:
    """Whether words say which body they mean: with "the" alone before them, not "the new ministry of health"."""
    words = x.seen.words
    tokens = text.sentences[words.sentence].tokens[words.first : words.last]
    plain = len(tokens) == len(x.head.split()) + 1 and not x.qualified
    return plain and x.definite and tokens[0].text.lower() == "the" and state_bodies().get(x.head, False)
