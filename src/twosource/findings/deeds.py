"""What an assertion says is still to come, and what it tells as done: a bill to be signed is not yet a signed one."""

from __future__ import annotations

import re

from twosource.nlp.lemmas import is_irregular_verb, lemma
from twosource.vocab.finding_words import finding_words
from twosource.vocab.tags import tag_words

_WORD = re.compile(r"[a-z][a-z'-]{0,40}|[,;:.]")
SUBJECT = 6
"""Words of a headline among which its subject ends: "Gov. Ann Roe to Sign Bill"."""
NEAR = 4
"""Words before a form in -ed among which "will" or "to be" say that it is still to come."""
_EMPTY = frozenset({"be", "do", "have"})


def to_come(told: str, *, headline: bool) -> frozenset[str]:
    """The verbs (lemmas) of what is to come or may come: "will sign", "is set to be signed", headlines' "to sign"."""
    words = _words(told)
    opened = (i + 1 for i in range(len(words)) if _opens(words, i) or (headline and _has_subject(words, i)))
    verbs = (next((w for w in words[i:] if not _is_between(w)), "") for i in opened)
    return frozenset(lemma(verb, "VERB") for verb in verbs if verb[:1].isalpha()) - _EMPTY


def done(told: str, *, headline: bool) -> frozenset[str]:
    """The verbs (lemmas) of what it tells as done; a headline tells it in the present, too."""
    words = _words(told)
    return frozenset(lemma(w, "VERB") for i, w in enumerate(words) if _is_done(words, i, headline=headline)) - _EMPTY


def _words(told: str) -> list[str]:
    return _WORD.findall(told.lower().replace("’", "'"))


def _opens(words: list[str], i: int) -> bool:
    """Whether what follows is still to come: after "will", and after "to" behind "is", "set", "plans"."""
    if words[i] != "to":
        return words[i] in finding_words("modals")
    before = [w for w in words[max(0, i - 2) : i] if not _is_between(w)]
    return bool(before) and before[-1] in finding_words("plans to")


def _has_subject(words: list[str], i: int) -> bool:
    """Whether "to" follows a headline's subject, no verb before it, and a verb follows: "Council to close pool"."""
    if words[i] != "to" or not 0 < i < SUBJECT or i + 1 == len(words):
        return False
    nearest = words[i - 1], words[i - 1].removesuffix("s")  # "votes to create" tells of what is done
    if any(_can_be(w, "VERB") for w in nearest) or any(_mostly_verb(w) for w in words[:i]):
        return False
    return _can_be(words[i + 1], "VERB.VB") or _is_between(words[i + 1])


def _is_between(word: str) -> bool:
    """Whether it may stand between "will" or "to" and the verb: "will also be closed", "to formally sign"."""
    return word.endswith("ly") or word in finding_words("before a verb")


def _is_done(words: list[str], i: int, *, headline: bool) -> bool:
    word, before = words[i], words[max(0, i - NEAR) : i]
    if word.endswith("ed") or is_irregular_verb(word):
        return "be" not in before and finding_words("modals").isdisjoint(before)
    return headline and _can_be(word, "VERB.VBZ")


def _can_be(word: str, state: str) -> bool:
    return any(s.startswith(state) for s in tag_words().get(word, {}))


def _mostly_verb(word: str) -> bool:
    states = tag_words().get(word)
    return bool(states) and max(states or {}, key=(states or {}).__getitem__).startswith("VERB")
