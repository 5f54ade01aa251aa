"""What becomes of reports that are changed, corrected, withdrawn, or only captured again."""

from __future__ import annotations

import random

import pytest

from tests.pipeline.made import assert_ids, check
from tests.versions.cases import CASES
from tests.versions.made import Case, gone, moved, reading, record_of, standing
from twosource.codec import dump, record_json

each_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)


@each_case
def test_the_record_says_what_was_changed(case: Case) -> None:
    record = record_of(case.seen)
    assert [r.kind for r in record.revisions] == list(case.steps)
    assert moved(record) == set(case.moved)
    assert gone(record) == sorted(case.gone)


@each_case
def test_versions_are_counted_and_stand_for_one_report(case: Case) -> None:
    record = record_of(case.seen)
    version = {a.id: a.version for a in record.articles}
    if case.versions:
        assert [version[reading(seen).article.id] for seen in case.seen] == list(case.versions)
    assert len(standing(record)) == case.current
    if case.origins is not None:
        assert len(record.origins) == case.origins


@each_case
def test_what_differs_and_what_is_corroborated(case: Case) -> None:
    status = [f.status for f in record_of(case.seen).findings]
    if case.differs is not None:
        assert status.count("differs") == case.differs
    if case.corroborated is not None:
        assert status.count("corroborated") == case.corroborated


@each_case
def test_the_brief_says_it(case: Case) -> None:
    told = [s.text for s in record_of(case.seen).brief]
    for wanted in case.brief:
        assert any(wanted in text for text in told), told


@each_case
def test_the_record_keeps_its_form(case: Case) -> None:
    assert_ids(check(record_of(case.seen)))


@each_case
def test_the_order_of_the_inputs_is_no_matter(case: Case) -> None:
    shuffled = list(case.seen)
    random.Random(7).shuffle(shuffled)
    once, again = (dump(record_json(record_of(seen))) for seen in (case.seen, shuffled))
    assert once == again
