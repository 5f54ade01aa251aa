"""What the words before a count say of those counted: "killed 12", "the deaths of 12", "the death toll rose to 12"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twosource.circumstances.outcomes import MODALS, worse
from twosource.circumstances.set_phrases import BREAKS
from twosource.circumstances.told_toll import told_toll
from twosource.vocab.counts import toll_words
from twosource.vocab.word_sets import word_set

if TYPE_CHECKING:
    from twosource.circumstances.words import Words

_ALL = frozenset({"all", "the", "both", "his", "her", "their"})
_REST = frozenset({"other", "remaining", "last"})
_GROUPS = word_set("groups of persons")
_ENDS = word_set("ends of a noun phrase")
_REACH_OF_GROUP = 5
"""Words from a group back to the verb that it is the object of: "killing a whole young family of five"."""
_REACH_OF_WISH = 3
_WISHED = word_set("wishes and orders")
_UNREAL_OR_NAMED = word_set("unreal") | {"a", "an", "the"}
"""Before a participle: "an injured man" is none who was injured."""
_PASSIVE = word_set("auxiliaries") - {"had", "has", "have"}
_WITH_LIVES = frozenset({"claimed", "claiming", "cost", "costs", "costing"})
"""Verbs that kill only where lives are spoken of: "cost nine people their lives"."""
_TAKEN = frozenset({"took", "taken", "taking", "claimed", "claiming", "cost"})


def role_before(words: Words, first: int) -> str | None:
    """From the words before: "killed 12", "the deaths of 12", "the death toll rose to 12", "took 12 into custody"."""
    lower = words.lower
    if not first:
        return None
    first -= first > 2 and lower[first - 1] in _REST  # "the bodies of the other three"
    first -= first > 1 and lower[first - 1] in _ALL  # "killed all 41 on board"
    verb, size = doing(words, first)
    done = toll_words("doing").get(verb)
    unreal = _is_unreal(words, first - size)
    active = verb.endswith(" of") or any(word.endswith("ing") for word in verb.split(" "))  # "was killing 12"
    if done is not None and not unreal and (active or not _passive(words, first - size)):
        return done if verb not in _WITH_LIVES or "lives" in lower[first : first + 6] else None
    hit = toll_words("hit-doing").get(verb)
    if hit is not None and not unreal and not _passive(words, first - 1):
        return worse(words, first - 1, hit)
    if verb == "of" and first > 1:
        return _role_of(words, first - 2) or _role_of_group(words, first - 2)
    if verb == "by" and first > 1 and lower[first - 2] in toll_words("by"):
        return toll_words("by")[lower[first - 2]]
    return told_toll(words, first)


def _is_unreal(words: Words, i: int) -> bool:
    """Whether the verb at word `i` tells of what may be or of who is named: "could have killed", "the injured"."""
    before = words.lower[max(0, i - 2) : i]
    return before[-1:] != [] and (before[-1] in _UNREAL_OR_NAMED or (before[-1] == "have" and before[0] in MODALS))


def doing(words: Words, first: int) -> tuple[str, int]:
    """The verb right before word `first`, with its particle if the table has it so ("gunned down"), and its length."""
    for size in (3, 2):
        phrase = " ".join(words.lower[max(0, first - size) : first])
        if phrase in toll_words("doing"):
            return phrase, size
    return words.lower[first - 1], 1


def _role_of(words: Words, i: int) -> str | None:
    """From a noun before "of": "the deaths of", "the fatal shooting of"."""
    if words.lower[i] == "life" and _TAKEN.intersection(words.lower[max(0, i - 2) : i]):
        return "killed"
    before = words.lower[max(0, i - _REACH_OF_WISH) : i]
    role = toll_words("of").get(words.lower[i])
    if role and not _WISHED.isdisjoint(before):
        return None  # "prosecutors seek the execution of three"
    if role in ("injured", "harmed") and ({"fatal", "deadly"} & set(words.lower[max(0, i - 3) : i])):
        return "killed"
    return role


def _role_of_group(words: Words, i: int) -> str | None:
    """From the verb before a group that is counted: "killing a family of five"."""
    if words.lower[i] not in _GROUPS:
        return None
    for start in range(i - 1, max(0, i - _REACH_OF_GROUP), -1):
        if words.lower[start] in _ENDS or words.lower[start] in BREAKS:
            return None
        if words.lower[start - 1] in toll_words("doing"):
            return role_before(words, start)
    return None


def _passive(words: Words, i: int) -> bool:
    """Whether the participle at word `i` is passive ("were killed 12 miles away"): then its object is not counted."""
    return not _PASSIVE.isdisjoint(words.lower[max(0, i - 2) : i])
