"""What rows of attacks need: a word of force or violence, nobody at play, and somebody who did it."""

from __future__ import annotations

from twosource.events.arguments import after_words, objects, subject
from twosource.events.clauses import Clauses
from twosource.events.doers import Check
from twosource.events.lookup import Lookup
from twosource.events.matching import Match
from twosource.events.parties import has_class, party_of
from twosource.events.words import Phrase

_BY = frozenset({"by"})
_FIRING = frozenset({"open", "return", "exchange", "trade", "under", "cease", "hold", "heavy", "sniper", "enemy"})


def _violent(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
    """Whether somebody did it: no word of accident in the sentence, and a doer or a word of violence."""
    spared = range(match.first, match.last + 1)
    if any(i not in spared and not _shot(clauses, i) for i in clauses.classed.get("accident", ())):
        return False
    by = after_words(clauses, match.last + 1, len(clauses.words), _BY)
    doers = by if clauses.passive(k) else subject(clauses, k)
    if any(has_class(clauses, p.head, "weapon") or party_of(clauses, lookup, p) for p in doers):
        return True
    return any(i not in spared for i in clauses.classed.get("violence", ()))


def _shot(clauses: Clauses, i: int) -> bool:
    """Whether the fire at `i` is that of guns ("opened fire on", "came under fire")."""
    before = {clauses.lemmas[i - 1], clauses.words[i - 1]} if i else set()
    return clauses.lemmas[i] == "fire" and not before.isdisjoint(_FIRING)


def _forceful(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
    """Whether somebody or something in the sentence has to do with force: teams and candidates are beaten too."""
    spared = range(match.first, match.last + 1)
    return any(i not in spared for name in ("force", "violence", "weapon") for i in clauses.classed.get(name, ()))


def _struck(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
    """Whether an attack has an object, or is told beside force: "attacked from the start" alone is a game."""
    if clauses.passive(k) or _forceful(clauses, lookup, k, match):
        return True
    return _serious(clauses, lookup, k, match) or bool(objects(clauses, match.last + 1))


def _serious(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
    return "sport" not in clauses.classed


def _rivals(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
    """Whether one person attacks another, both named, and no word of violence stands by: with words, then."""
    if clauses.classed.get("violence", (match.head,)) != (match.head,):
        return False
    suffered = objects(clauses, match.last + 1)
    return any(_named(clauses, lookup, p) for p in suffered) and any(
        _named(clauses, lookup, p) for p in subject(clauses, k)
    )


def _named(clauses: Clauses, lookup: Lookup, phrase: Phrase) -> bool:
    mention = lookup.mentions.at(clauses.sentence.tokens[phrase.head].start)
    return mention is not None and mention.record.kind == "person" and mention.record.named


FORCE: dict[str, Check] = {
    "agent": _violent,
    "violence": _violent,
    "rival": _rivals,
    "force": _forceful,
    "struck": _struck,
    "serious": _serious,
}
"""Needs by name."""
