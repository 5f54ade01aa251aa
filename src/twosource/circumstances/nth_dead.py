"""Tolls told by their last: of "a fifth victim has died" the toll is five; "the fifth victim" was spoken of before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twosource.circumstances.set_phrases import BREAKS
from twosource.circumstances.told_after import role_after
from twosource.circumstances.told_before import role_before
from twosource.circumstances.words import SENTENCE_ENDS
from twosource.vocab.word_sets import word_set

if TYPE_CHECKING:
    from twosource.circumstances.counted import Counted
    from twosource.circumstances.figures import Figure
    from twosource.circumstances.words import Words

    Count = tuple[Figure, Counted | None, str | None]

_ARTICLES = frozenset({"a", "an"})
_DEATHS = frozenset({"death", "fatality", "body"})
_KIN = word_set("kin of whom one has several")
_OPENS_CLAUSE = BREAKS | word_set("before the subject of a clause")
_FINDS = word_set("tells a count") | word_set("finds a body")
_ITS = frozenset({"its", "their", "his", "her"})
_CLAIMS = frozenset({"claimed", "claims", "claiming", "claim", "taken", "took", "takes"})
_CLAIMED = frozenset({"victim", "life", "fatality", "casualty"})
_FATAL = word_set("fatal happenings that claim lives")
_SUBJECT_REACH = 14
_BEING = word_set("verbs of being")
_OF_CAUSE = word_set("after a death by its rank")
_LONGEST_ASIDE = 12
_FAR = 60
"""Words between those counted and the one more: a long sentence and a short one."""


def nth_dead(words: Words, f: Figure, what: Counted | None) -> str | None:
    """Killed, where the ordinal tells of one more death: "a fifth victim has died", "killing a second man"."""
    article = f.first - 1
    if f.low is None or f.low < 2 or article < 0:
        return None
    if what is not None and (_is_claimed(words, article, what) or _is_ranked(words, article, what)):
        return "killed"
    if words.lower[article] not in _ARTICLES:
        return None
    if what is None:  # "two were hurt and a third died"
        return "killed" if role_after(words, f.end, None) == "killed" else None
    if words.lower[what.end] in ("of", "’s", "'s") or what.head in _KIN:
        return None
    subject = article == 0 or words.lower[article - 1] in _OPENS_CLAUSE
    if what.head in _DEATHS:
        return "killed" if subject or words.lower[article - 1] in _FINDS else None
    if not what.is_person:
        return None
    told = role_before(words, article) or (
        role_after(words, aside_end(words, what.end), what.head) if subject else None
    )
    return told if told == "killed" else None


def _is_claimed(words: Words, its: int, what: Counted) -> bool:
    """Whether it is one more whom a storm or the like killed: "the flood claimed its twelfth victim"."""
    verb = its - 1
    if words.lower[its] not in _ITS | _ARTICLES or what.head not in _CLAIMED or words.lower[verb] not in _CLAIMS:
        return False
    return not _FATAL.isdisjoint(words.lower[max(0, verb - _SUBJECT_REACH) : verb])


def _is_ranked(words: Words, the: int, what: Counted) -> bool:
    """Whether a death is told by its rank among those of one cause: "it was the third death linked to the heater"."""
    if words.lower[the] != "the" or what.head not in _DEATHS or words.lower[the - 1] not in _BEING:
        return False
    after = words.lower[what.end : what.end + 3]
    return after[:1] != [] and (after[0] in _OF_CAUSE or (after[:2] == ["to", "be"] and after[-1] in _OF_CAUSE))


def aside_end(words: Words, end: int) -> int:
    """The word after who it was: "a ninth person, a bus driver, | died"; `end` itself where nothing is put in."""
    lower = words.lower
    if lower[end] != "," or lower[end + 1] not in _ARTICLES:
        return end
    after = range(end + 2, min(end + _LONGEST_ASIDE, len(lower)))
    return next((j + 1 for j in after if lower[j] == ","), end)


def among_harmed(words: Words, counts: list[Count]) -> list[Count]:
    """The counts, an ordinal being one death where those before it did not die: "three were shot and a fourth died"."""
    found: list[Count] = []
    for f, what, role in counts:
        harmed = f.ordinal and role is not None and any(_precedes(words, other, f) for other in found)
        one = f._replace(low=1, high=1, ordinal=False)
        found.append((one if harmed else f, what, role))
    return found


def _precedes(words: Words, other: Count, f: Figure) -> bool:
    """Whether the other count is one less than the ordinal, near it, and of those who did not die."""
    before, _, role = other
    if before.point is None or f.low is None or before.point != f.low - 1 or role in (None, "killed"):
        return False
    between = words.lower[before.end : f.first]
    return len(between) <= _FAR and sum(word in SENTENCE_ENDS for word in between) < 2
