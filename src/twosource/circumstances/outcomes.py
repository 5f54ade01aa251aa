"""What one form says became of those counted: whether it was done to them, and whether they died of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twosource.circumstances.missing import can_be_missing
from twosource.circumstances.set_phrases import BREAKS
from twosource.vocab.counts import person_nouns, toll_words
from twosource.vocab.numbers import number_words
from twosource.vocab.word_sets import word_set

if TYPE_CHECKING:
    from twosource.circumstances.words import Words

_REACH_DEATH = 30
_INTRANSITIVE = word_set("befalls whoever is its subject")
_DEATHS = frozenset({"died", "dies", "dead", "killed", "succumbed"})
_ALIVE = frozenset({"wounded", "injured", "hurt", "hospitalized", "hospitalised", "survived"})
_AUXILIARIES = word_set("auxiliaries")
_PASSIVE_TAILS = word_set("after a passive")
_OBJECT_STARTS = word_set("starts of an object")
_UNREAL = word_set("unreal")
_BEFORE_DEAD = word_set("determiners") | {"the", "for"}
"""Before "dead" where it tells of others or of no death: "buried its dead", "left for dead"."""
MODALS = frozenset({"can", "could", "may", "might", "would"})
"""Before "have": "as many as 50 may have died"."""
_FEARED = frozenset({"feared", "presumed", "supposed"})
_NEGATED = frozenset({"not", "n't", "’t", "'t", "never", "unhurt", "unharmed"})
_BESIDE_PARTICIPLE = word_set("beside a participle")
_MAY_DIE = frozenset({"injured", "sick"})
_JAILED = frozenset({"jailed", "imprisoned"})
_PASSIVE = frozenset({"was", "were", "been", "being"})
_GATHERED = frozenset({"gathered", "marched"})
_TOOK_PART = _GATHERED | {"rallied", "protested", "demonstrated", "participated", "massed"}


def done_role(words: Words, i: int, head: str | None) -> str | None:
    """The role that the form at word `i` gives to those counted before it, killed where the clause tells of a death."""
    word = words.lower[i]
    if word == "fatally":
        return "injured" if _denied(words, i) else "killed"
    role = toll_words("done").get(word)
    if word == "dead" and i and words.lower[i - 1] in _BEFORE_DEAD:
        return None
    if role is not None:
        return worse(words, i, role) if role in _MAY_DIE else _done(words, i, head, role)
    hit = toll_words("hit").get(word)
    if hit is None or not (head is None or head in person_nouns() or head.endswith(("men", "women"))):
        return None
    return worse(words, i, hit)


def _done(words: Words, i: int, head: str | None, role: str) -> str | None:
    """The role, but for who is jailed by a sentence ("jailed for six years") and what is missed ("missing school")."""
    if words.lower[i] in _JAILED and words.lower[i + 1 : i + 2] in (["for"], ["over"]):
        return None
    if words.lower[i] == "marched" and words.lower[i - 1] in _PASSIVE:  # led off, by the police as a rule
        return None
    return None if role == "missing" and not can_be_missing(words, i, head) else role


def worse(words: Words, i: int, role: str) -> str:
    """Killed, where harm is called fatal or the clause goes on to a death: "shot dead", "shot … and later died"."""
    lower, persons, numbers = words.lower, person_nouns(), number_words()
    if i and toll_words("fatal").get(lower[i - 1]):
        return "killed" if not _denied(words, i - 1) else role
    if lower[i + 1 : i + 2] == ["and"] and _ALIVE.intersection(lower[i + 2 : i + 4]):
        return "injured"
    agent = False
    for j in range(i + 1, min(len(lower), i + _REACH_DEATH)):
        word = lower[j]
        agent = agent or word == "by"
        if (word[0].isdecimal() or word in numbers) and "year" in lower[j + 1 : j + 3]:
            continue
        if word in persons and agent:  # "shot by her son": he is not the one who dies
            agent = False
            continue
        if word in BREAKS or word[0].isdecimal() or word in numbers or (word in persons and j > i + 1):
            break
        if word == "death" and lower[j - 1] == "to":
            return "killed"
        if word in _DEATHS and not _NEGATED.intersection(lower[j - 2 : j]):
            return "killed"
    return role


def _denied(words: Words, i: int) -> bool:
    """Whether "fatally" at word `i` is "non-fatally"."""
    return words.lower[max(0, i - 2) : i] == ["non", "-"]


def counts_as_done(words: Words, i: int, *, adjacent: bool, auxiliary: bool) -> bool:
    """Whether the form at word `i` says what became of those counted, not what they did to others."""
    lower = words.lower
    if is_unreal(lower[max(0, i - 3) : i]):
        return False
    if lower[i] == "fatally" and lower[i + 1] in toll_words("hit"):  # "two officers fatally shot a man" hit him
        i += 1
    if lower[i] in _INTRANSITIVE or auxiliary or lower[i] == "missing":  # what is missed was told apart before
        return True
    if lower[i + 1] == "and" and lower[i + 2] in toll_words("done"):  # "two officers shot and killed a man"
        i, adjacent = i + 2, True
    follows = lower[i + 1]
    if lower[i] == "attended":
        return True
    if follows in _OBJECT_STARTS or follows in _GATHERED or (follows == "at" and lower[i + 2 : i + 3] == ["least"]):
        return False
    active = lower[i] in _TOOK_PART
    ends = follows in _PASSIVE_TAILS or follows in _AUXILIARIES or not follows[0].isalnum()
    return (ends or active) and (adjacent or active or lower[i - 1] in _BESIDE_PARTICIPLE)


def is_unreal(before: list[str]) -> bool:
    """Whether the three words before a form deny it or only fear, plan or allow it; "had to be" was done."""
    if _NEGATED.intersection(before) or not _FEARED.isdisjoint(before):
        return True
    bare = "be" in before[-2:] or ("have" in before[-2:] and not MODALS.isdisjoint(before))
    return bool(_UNREAL.intersection(before)) and bare and before != ["had", "to", "be"]
