"""What people decided is told wherever the record is shown: on the page, in Markdown, by explain, in JSON and back."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from lxml import html

from twosource.codec import decode_record, dump, record_json
from twosource.formats.explain import explain
from twosource.formats.html import to_html
from twosource.formats.markdown import to_markdown
from twosource.judgements.draft import passages_of
from twosource.model import Record, Ruling

from .made import judged, said, words
from .test_kinds import quote


@pytest.fixture(scope="module")
def record() -> Record:
    """One judgement that is applied, one that cannot be, one by somebody who tries to break out."""
    machine = judged([])
    content = passages_of(machine, quote(machine, "the slope").id)
    evil = replace(said("split_actor", words(machine, "P. Moe")), who="<b>Bo</b>", why="*[x](javascript:alert(1))*")
    return judged([
        said("speaker", *content, ruling=Ruling(name="Nils Dahl")),
        said("wrong", words(machine, "runs the ferry"), n=2, ruling=Ruling(verdict="nothing")),
        replace(evil, id="judgement:evil", at="2031-06-12T08:00:03.000000Z"),
    ])  # fmt: skip


def test_on_the_page(record: Record) -> None:
    page = html.document_fromstring(to_html(record))
    lines = [" ".join(li.text_content().split()) for li in page.xpath("//section[@class='corrected']//li")]
    assert lines[0].startswith(
        "Found: speaker: Sara Ek → corrected: speaker: Nils Dahl Speaker corrected by Ann, 12 June 2031"
    )
    assert lines[1].startswith("Not applied: these passages are not claims of one finding")
    assert "by <b>Bo</b>" in lines[2]
    marks = page.xpath("//a[@class='changed']/@href")
    assert {m.lstrip("#") for m in marks} <= set(page.xpath("//@id"))
    assert not page.xpath("//a[@class='correct']")


def test_in_markdown(record: Record) -> None:
    part = to_markdown(record).partition("## Corrected by people")[2].partition("## Passages")[0].strip().splitlines()
    assert part[0].startswith("- ~~speaker: Sara Ek~~ **speaker: Nils Dahl** (Speaker corrected by Ann, 12 June 2031: ")
    assert part[1].startswith("- Not applied: ")
    assert "\\<b\\>Bo" in part[2]
    assert "\\[x\\]" in part[2]


def test_by_explain(record: Record) -> None:
    told = " ".join(explain(record, quote(record, "the slope").id).split())
    assert "Ann decided so on 2031-06-12 (speaker: Nils Dahl): I rang them [judged]" in told


def test_in_json_and_back(record: Record) -> None:
    again = decode_record(json.loads(dump(record_json(record))))
    assert again.judgements == record.judgements
