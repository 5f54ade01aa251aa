"""Every merge has a reason that a person can read: each other wording of an actor stands in one of its reasons."""

from __future__ import annotations

import pytest

from tests.actors.acceptance.cases import Case, every_case, found
from twosource.actors.groups import fold
from twosource.model import Actor, Mention

ALL = every_case()
OF_A_TABLE = frozenset(("table of armed groups", "table of office holders"))
OF_THE_NAMES = frozenset(
    ("initials", "short form", "head of the name", "same name", "same name with its country", "first names agree")
)
"""Reasons that the two names themselves show; all others point at words of the text."""


def _wordings(actor: Actor) -> dict[str, Mention]:
    """The ways in which an actor is written, its name and spellings of it in capitals left out, with a mention each."""
    bare = {_bare(m.selector.exact): m for m in reversed(actor.mentions)}
    return {words: m for words, m in bare.items() if words != _bare(actor.name)}


def _bare(words: str) -> str:
    return fold(" ".join(words.replace("’", "'").removesuffix("'s").split()))


def _told(actor: Actor) -> str:
    told = [e.detail for e in actor.evidence] + [s.exact for e in actor.evidence for s in e.selectors]
    return " ".join(fold(" ".join(words.replace("’", "'").split())) for words in told)


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.name)
def test_each_other_wording_stands_in_a_reason(case: Case) -> None:
    for actor in found(case.reports).actors:
        told = _told(actor)
        missing = [words for words in _wordings(actor) if words not in told]
        assert not missing, (actor.name, missing, [e.detail for e in actor.evidence])


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.name)
def test_a_reason_points_at_words_or_names_its_table(case: Case) -> None:
    for actor in found(case.reports).actors:
        for evidence in actor.evidence:
            known = evidence.function in OF_A_TABLE or evidence.function in OF_THE_NAMES
            assert evidence.selectors or known, (actor.name, evidence)


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.name)
def test_a_reason_is_a_sentence_of_plain_words(case: Case) -> None:
    for actor in found(case.reports).actors:
        for evidence in actor.evidence:
            assert "“" in evidence.detail, evidence
            assert len(evidence.detail.split()) > 3, evidence
            assert "_" not in evidence.detail, evidence
