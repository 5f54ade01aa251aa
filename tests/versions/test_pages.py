"""What briefs show of changed reports: every link leads somewhere, the words that went and came are marked."""

from __future__ import annotations

import pytest
from lxml import html

from tests.versions.cases import CASES
from tests.versions.made import Case, record_of
from twosource.formats.explain import explain
from twosource.formats.html import to_html
from twosource.formats.markdown import to_markdown

CHANGED = [case for case in CASES if case.steps]
each_case = pytest.mark.parametrize("case", CHANGED, ids=lambda case: case.name)


@each_case
def test_every_link_of_a_brief_leads_to_words_in_it(case: Case) -> None:
    tree = html.document_fromstring(to_html(record_of(case.seen)))
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in tree.xpath("//a/@href") if link.startswith("#")} <= set(ids)


@each_case
def test_a_brief_lists_each_step(case: Case) -> None:
    record = record_of(case.seen)
    tree = html.document_fromstring(to_html(record))
    assert len(tree.xpath("//section[@class='revised']/p[@class='step']")) == len(case.steps)
    went = sum(len(c.deleted) or c.kind == "removed" for r in record.revisions for c in r.changes)
    came = sum(len(c.inserted) or c.kind == "added" for r in record.revisions for c in r.changes)
    assert (len(tree.xpath("//del")), len(tree.xpath("//ins"))) == (went, came)
    assert to_markdown(record).count("as of ") >= 1


@each_case
def test_each_change_and_finding_can_be_explained(case: Case) -> None:
    record = record_of(case.seen)
    for one in (*record.revisions, *record.findings, *record.articles):
        assert f"({one.id})" in " ".join(explain(record, one.id).split())


def test_a_finding_on_no_origin_says_so() -> None:
    (case,) = (c for c in CASES if c.name == "a quote taken out")
    record = record_of(case.seen)
    tree = html.document_fromstring(to_html(record))
    assert "said by nobody any more" in tree.xpath("string(//section[contains(@class, 'findings updated')])")
    (gone,) = (f for f in record.findings if not f.origins)
    told = " ".join(explain(record, gone.id).split())
    assert "Post no longer says (since 14:05 UTC on 5 May 2031)" in told
    assert "No origin any more" in told


def test_reports_without_changes_show_none() -> None:
    (case,) = (c for c in CASES if c.name == "one capture")
    assert "Changed reports" not in to_html(record_of(case.seen))
