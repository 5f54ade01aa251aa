"""Light verbs: a verb and an event noun that name one event together ("held talks", "an offensive was launched")."""

from __future__ import annotations

from typing import NamedTuple

from twosource.events.arguments import subject
from twosource.events.clauses import Clauses
from twosource.events.matching import Match
from twosource.model import Realis
from twosource.vocab.events import LightVerb, light_verbs

_REACH = 9
"""Words between a light verb and its noun ("held a second round of indirect talks")."""

_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
_COPULA = frozenset({"cop"})
_THROUGH = frozenset({"of"})


class LightUse(NamedTuple):
    """A light verb at work: its group, its first and last word, and what its subject is: doer, recipient or event."""

    group: int
    first: int
    last: int
    subject: str
    noun_is_subject: bool
    realis: Realis | None


def find_light(clauses: Clauses, match: Match) -> LightUse | None:
    """The light verb that carries a noun: before it as its object, or after it as its subject."""
    return _before(clauses, match) or _after(clauses, match)


def _before(clauses: Clauses, match: Match) -> LightUse | None:
    k = max((i for i, g in enumerate(clauses.groups) if g.head < match.first), default=-1)
    if k < 0 or match.first - clauses.groups[k].head > _REACH:
        return None
    group = clauses.groups[k]
    for light in _rows(clauses, group.head):
        last = -1 if light.subject == "event" else _particle(clauses, group.head, light)
        if last >= 0 and not clauses.passive(k) and _reaches(clauses, last + 1, match.first):
            return LightUse(k, group.head, last, light.subject, False, light.realis)
    return None


def _rows(clauses: Clauses, head: int) -> tuple[LightVerb, ...]:
    return light_verbs().get(clauses.lemmas[head], ())


def _particle(clauses: Clauses, head: int, light: LightVerb) -> int:
    """The last word of the light verb when it begins at `head`, -1 where its particles do not follow."""
    words = clauses.words[head + 1 : head + len(light.verb)]
    return head + len(light.verb) - 1 if words == light.verb[1:] else -1


def _reaches(clauses: Clauses, start: int, end: int) -> bool:
    """Whether only words of the object stand between: nothing that ends the phrase."""
    for i in range(start, end):
        tag, word = clauses.tags[i], clauses.words[i]
        if tag in ("PUNCT", "SCONJ", "VERB") and word != "-" and not clauses.modifies(i):
            return False
        if tag == "CCONJ" and clauses.tags[i - 1] not in ("ADJ", "NUM"):
            return False
        if tag == "ADP" and word not in _THROUGH:
            return False
    return True


def _after(clauses: Clauses, match: Match) -> LightUse | None:
    k = next((i for i, g in enumerate(clauses.groups) if g.head > match.last), -1)
    if k < 0:
        return None
    near = _carrying(clauses, k) if _is_subject(clauses, k, match) else None
    far = _told_by(clauses, match)
    return near or (_carrying(clauses, far) if far > k else None)


def _carrying(clauses: Clauses, k: int) -> LightUse | None:
    """The light verb that group `k` is, its subject the event."""
    group = clauses.groups[k]
    suffered = clauses.passive(k) or clauses.reduced(k)
    for light in _rows(clauses, group.head):
        last = _particle(clauses, group.head, light)
        if last >= 0 and (not clauses.passive(k) if light.subject == "event" else suffered):
            return LightUse(k, group.head, last, "event", True, light.realis)
    return None


def _told_by(clauses: Clauses, match: Match) -> int:
    """The group whose subject the noun is by heads, a clause between ("talks, which would cover X, are to open")."""
    tree = clauses.tree
    above = tree.heads[match.head] if tree.relations[match.head] in _SUBJECTS else -1
    copula = tree.dependents(above, _COPULA) if above >= 0 else ()  # "are due to open"
    return next((k for k, g in enumerate(clauses.groups) if g.head == above or g.head in copula), -1)


def _is_subject(clauses: Clauses, k: int, match: Match) -> bool:
    if clauses.reduced(k) and match.head == clauses.groups[k].first - 1:
        return True
    return any(phrase.first <= match.head < phrase.end for phrase in subject(clauses, k))
