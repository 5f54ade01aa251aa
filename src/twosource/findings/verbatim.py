"""What two assertions say in the same words, one after the other: long runs of them are no coincidence."""

from __future__ import annotations

import re

from twosource.findings.assertions import Assertion, worked_out_once
from twosource.findings.marks import COMMON
from twosource.text.stems import stem
from twosource.vocab.word_shares import word_shares

Run = tuple[str, ...]
RUN = 4
"""Words in a row that are compared at once; two runs of four that follow each other are five words."""
NAMES = 2
"""Words with a capital from which a run is a name: "Mayor Ann Roe of"."""
_I = re.compile(r"I(?:['’]|$)")
_WORD = re.compile(r"[^\W_]{1,40}(?:['’][^\W\d_]{1,3})?")


def shared_runs(one: Assertion, two: Assertion) -> int:
    """How many runs of four words both hold, names and bare function words aside: three of them are six words."""
    return len(_runs(one) & _runs(two))


def share_a_run(one: Assertion, two: Assertion, part: float) -> bool:
    """Whether a run of more than that part of the shorter one's words is in both."""
    mine, theirs = _words(one), _words(two)
    length = int(min(len(mine), len(theirs)) * part) + 1
    if length >= RUN and _fours(one).isdisjoint(_fours(two)):  # of nearly all pairs: to cut both anew took a sixth
        return False
    return not _cut(mine, length).isdisjoint(_cut(theirs, length))


def length_in_words(assertion: Assertion) -> int:
    """How many words it has."""
    return len(_words(assertion))


@worked_out_once
def _words(assertion: Assertion) -> tuple[str, ...]:
    return tuple(w.group().replace("’", "'").lower() for w in _WORD.finditer(assertion.at.exact))


@worked_out_once
def _fours(assertion: Assertion) -> frozenset[Run]:
    return frozenset(_cut(_words(assertion), RUN))


def _cut(words: Run, length: int) -> set[Run]:
    return {words[i : i + length] for i in range(len(words) - length + 1)}


@worked_out_once
def _runs(assertion: Assertion) -> frozenset[Run]:
    words, low = [w.group() for w in _WORD.finditer(assertion.at.exact)], _words(assertion)
    tells = [any(c.isdecimal() for c in w) or word_shares().get(stem(w), 0.0) < COMMON for w in low]
    named = [w[0].isupper() and not _I.match(w) for w in words]
    starts = range(len(words) - RUN + 1)
    found = (i for i in starts if any(tells[i : i + RUN]) and sum(named[i : i + RUN]) < NAMES)
    return frozenset(low[i : i + RUN] for i in found)
