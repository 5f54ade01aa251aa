"""Who stands behind an assertion, and whether it says that something is not so."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from twosource.findings.marks import Names, country_mark, words_of
from twosource.model import Quote, Record, Selector
from twosource.vocab.finding_words import finding_words

_WORD = re.compile(r"[a-z]{1,20}|n['’]t\b")
NEAR = 60
"""Characters before a clause in which a word of denial governs it ("repeated her denial that …")."""
FAR = 6
"""Words after a verb of denial in which what is denied is named ("rejects the accusation")."""


class Sides:
    """The actors and countries that each speaker stands for, by how the reports name the speaker."""

    def __init__(self, record: Record, names: Names) -> None:
        self._of: dict[str, set[str]] = defaultdict(set)
        for actor in record.actors:
            self._of[actor.id].add(f"@{actor.id}")
            if actor.country and (actor.kind == "government" or actor.offices):
                self._of[actor.id].add(country_mark(actor.country))
        for quote in record.quotes:
            if quote.speaker and quote.speaker_selector:
                at = quote.speaker_selector
                self._of[quote.speaker].update(mark for _, _, mark in names.inside(at))
                self._of[quote.speaker].update(m for m in words_of(at) if m.startswith("@country:"))

    def of(self, speaker: str | None) -> frozenset[str]:
        """The marks of the speaker and of those that he or she speaks for."""
        return frozenset(self._of.get(speaker or "", ()))


def is_denied(at: Selector, quotes: Iterable[Quote], before: str) -> bool:
    """Whether one of the quotes is a denial, or the words before it are ("her denial that", "rejected" his claims)."""
    if any(q.polarity == "denied" for q in quotes):
        return True
    words, first = _WORD.findall(before[-NEAR:].lower()), _WORD.findall(at.exact.lower())[:FAR]
    if set(words[-1:]) & finding_words("denies") and set(first) & finding_words("charges"):
        return True
    words += [word for word in first[:1] if word == "that"]
    return words[-1:] == ["that"] and bool(set(words[-4:-1]) & finding_words("denies"))


def denial_in(at: Selector) -> tuple[bool, bool]:
    """Whether the clause reports a denial ("rejected talk of …"), and whether what is denied stands elsewhere."""
    words = _WORD.findall(at.exact.lower())
    for i, word in enumerate(words):
        if word in finding_words("denies"):
            after = words[i + 1 : i + 1 + FAR]
            if len(after) == 1 and after[0] in finding_words("points"):
                return True, True  # "the general denied this"
            charge = next((k for k, w in enumerate(after) if w in finding_words("charges")), None)
            if charge is not None:
                return True, charge + 1 == len(words) - i - 1
    return False, False


def negates(at: Selector) -> bool:
    """Whether the clause says in its own words that something is not so."""
    return bool(set(_WORD.findall(at.exact.lower())) & finding_words("negates"))


def denies_a_statement(at: Selector) -> bool:
    """Whether what is denied is a statement ("that …", "having …", "the accusation"), not an offer or a visa."""
    words = _WORD.findall(at.exact.lower())[:FAR]
    opens = words[:1] and (words[0] in finding_words("opens a statement") or words[0].endswith("ing"))
    return bool(opens) or bool(set(words) & finding_words("charges")) or denial_in(at)[0]


def is_charge(at: Selector) -> bool:
    """Whether it says that somebody is charged, may have done it, or denies it: his denial is no conflict with that."""
    return bool(set(_WORD.findall(at.exact.lower())) & (finding_words("is charged") | finding_words("denies")))
