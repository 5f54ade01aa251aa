"""What `explain` tells of each part of a record: every reason, every passage, and what to do about a wrong id."""

from __future__ import annotations

import pytest

from tests.formats.invented import one_story
from twosource.errors import UsageError
from twosource.formats.explain import WIDTH, explain
from twosource.formats.facts import FACTS
from twosource.formats.shown import one_line
from twosource.model import Record

IDS = [one.id for field, _ in FACTS.values() for one in getattr(one_story(), field)]


def joined(text: str) -> str:
    """The words without their line breaks."""
    return one_line(text)


@pytest.fixture(scope="module")
def record() -> Record:
    return one_story()


@pytest.mark.parametrize("wanted", IDS)
def test_whatever_has_an_id_can_be_explained(record: Record, wanted: str) -> None:
    told = explain(record, wanted)
    assert f"({wanted})" in joined(told)
    assert told.endswith("\n")
    assert all(len(line) <= WIDTH for line in told.splitlines())


def test_every_kind_of_part_is_in_the_invented_record() -> None:
    assert {i.partition(":")[0] for i in IDS} == set(FACTS)


@pytest.mark.parametrize("field", sorted({field for field, _ in FACTS.values()}))
def test_every_reason_is_told_with_its_rule_and_its_words(record: Record, field: str) -> None:
    for one in getattr(record, field):
        told = joined(explain(record, one.id))
        for evidence in getattr(one, "evidence", ()):
            assert f"{evidence.score:.2f} {one_line(evidence.detail)} [{evidence.function}]" in told
            assert all(one_line(s.exact) in told for s in evidence.selectors)


def test_a_finding_tells_who_reports_it_and_what_differs(record: Record) -> None:
    told = joined(explain(record, "finding:aboard"))
    assert "Finding: The reports differ, 2 origins, 2 speakers at the root" in told
    assert "What differs quantity: " in told
    finding = next(f for f in record.findings if f.id == "finding:aboard")
    claims = {c.id: c for c in record.claims}
    assert all(one_line(claims[c].selector.exact) in told for c in finding.claims)


def test_confidence_says_what_it_is_the_share_of(record: Record) -> None:
    for finding in record.findings:
        told = joined(explain(record, finding.id))
        alone = finding.status == "single_origin"
        assert ("how surely it was read that the report says this" in told) is alone
        assert ("that readers held to be right" in told) is not alone
    assert {f.status == "single_origin" for f in record.findings} == {True, False}


def test_an_actor_tells_each_way_the_reports_name_it(record: Record) -> None:
    actor = record.actors[0]
    told = joined(explain(record, actor.id))
    for mention in actor.mentions:
        assert f"{mention.form}: {one_line(mention.selector.exact)} (" in told


def test_the_beginning_of_an_id_is_enough(record: Record) -> None:
    assert explain(record, "finding:tug") == explain(record, "finding:tugs")


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        ("finding:a", "finding:a: 2 ids begin so: finding:aground, finding:aboard; give more of it"),
        ("finding:tuggs", "did you mean finding:tugs"),
        ("", r": the record holds nothing of this id; it has \d+ ids: "),
        ("zz", r"zz: the record holds nothing of this id; it has \d+ ids: finding:aground, "),
    ],
)
def test_a_wrong_id_says_which_there_are(record: Record, wanted: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        explain(record, wanted)
