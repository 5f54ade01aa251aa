"""Pronouns whose meaning is in another sentence are given a name before a sentence stands by itself."""

from __future__ import annotations

import re

from twosource.briefs.clauses import keeps_capital
from twosource.briefs.open_ends import has_verb
from twosource.briefs.reports import Reports
from twosource.model import Actor, Selector
from twosource.vocab.word_sets import word_set

PRONOUNS = word_set("pronouns that lean")
"""Pronouns that tell nothing without the sentence before them."""
_WORD = re.compile(r"[\w’']+")
LOOKED_AT = 80
"""Characters in which such an adverbial stands."""
_SPEAKER = re.compile(r",[”\"]? (?P<who>he|she|they|it) (?P<cue>[a-z]{3,10})\b")
_HIS, _HERS = frozenset({"he", "his", "him"}), frozenset({"she", "her", "hers"})
_PERSONS = _HIS | _HERS
_MANY = frozenset({"they", "their"})


EARLY = 4
"""Words of an adverbial before a pronoun."""
_PERSONAL = frozenset({"he", "she", "they"})


def early_pronoun(text: str) -> int | None:
    """Where a pronoun stands before anyone it could mean: in "inside she was handed a note", "by noon they had left";
    None where none does.
    """
    found = list(_WORD.finditer(text, 0, LOOKED_AT))[: EARLY + 1]
    words = [m[0].lower() for m in found]
    at = next((n for n, word in enumerate(words) if word in _PERSONAL), 0)
    if not at or words[0] not in word_set("open what comes first") | word_set("adverbs that open"):
        return None
    return None if has_verb(words[:at]) else found[at].start()


def agrees(pronoun: str, actor: Actor) -> bool:
    """Whether the pronoun can stand for such an actor: "they" for no one person, "she" for no company, and "his" for
    nobody whom the reports call "she".
    """
    small = pronoun.lower()
    if small in _MANY:
        return not (actor.kind == "person" and actor.named)
    called = {m.selector.exact.lower() for m in actor.mentions if m.form == "pronoun"}
    other = next((theirs for ours, theirs in ((_HIS, _HERS), (_HERS, _HIS)) if small in ours), frozenset())
    return small not in _PERSONS or (actor.kind == "person" and not called & other)


def speaker_named(at: Selector, reports: Reports) -> str | None:
    """The words with a name for "she" in ", she said,"; None where she is named neither there nor elsewhere."""
    found = next((m for m in _SPEAKER.finditer(at.exact) if m["cue"] in word_set("said after a pronoun")), None)
    if found is None:
        return at.exact
    actor = reports.pronoun(at.page, at.start + found.start("who"))
    if actor is None or not actor.named:
        return None
    if actor.name.split()[-1] in at.exact[: found.start()]:
        return at.exact
    return f"{at.exact[: found.start('who')]}{actor.name}{at.exact[found.end('who') :]}"


_POSSESSIVE = frozenset({"his", "her", "its", "their"})
_ARTICLES = frozenset({"a", "an", "the", "one", "some", "two", "three", "several", "his", "her", "their", "its"})


def instead(actor: Actor, pronoun: str, reports: Reports) -> str:
    """The actor's name in place of the pronoun: with an ending for "his"."""
    name = shown(actor, reports)
    if pronoun.lower() not in _POSSESSIVE:
        return name
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def shown(actor: Actor, reports: Reports) -> str:
    """The actor's name; of one that is not named the words for him or her: "a spokeswoman", "lawmakers"."""
    first, _, rest = actor.name.partition(" ")
    if first[:1].islower() and first not in _ARTICLES and not actor.name.endswith("s"):
        return f"the {actor.name}"
    if actor.named or keeps_capital(actor.name.split(), reports):
        return actor.name
    return f"{first.lower()} {rest}".strip()
