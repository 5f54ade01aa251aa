"""Who is one and who is not, in texts of our own; the tables were written before anything was run on them."""

from __future__ import annotations

import pytest

from tests.actors.acceptance.cases import Case, cases, found, holders

ALL = [*cases("within.tsv"), *cases("across.tsv")]


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.name)
def test_who_is_one(case: Case) -> None:
    record = found(case.reports)
    for group in case.one:
        held = {words: [a.id for a in holders(record, words)] for words in group}
        assert all(ids == next(iter(held.values())) and len(ids) == 1 for ids in held.values()), held


@pytest.mark.parametrize("case", [case for case in ALL if case.apart], ids=lambda case: case.name)
def test_who_is_not(case: Case) -> None:
    record = found(case.reports)
    for one, other in case.apart:
        both = {a.id for a in holders(record, one)} & {a.id for a in holders(record, other)}
        assert not both, (one, other, [a.names for a in record.actors if a.id in both])


@pytest.mark.parametrize("case", [case for case in ALL if case.nobody], ids=lambda case: case.name)
def test_who_is_nobody(case: Case) -> None:
    record = found(case.reports)
    for words in case.nobody:
        assert not [a.names for a in holders(record, words)], words


@pytest.mark.parametrize("case", [case for case in ALL if case.why], ids=lambda case: case.name)
def test_the_reason_names_what_was_seen(case: Case) -> None:
    details = [e.detail for actor in holders(found(case.reports), case.one[0][0]) for e in actor.evidence]
    assert any(case.why in detail for detail in details), details
