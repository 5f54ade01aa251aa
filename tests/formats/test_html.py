"""The page: well-formed, closed in itself, every link arrives, nothing that a stranger wrote is markup."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from lxml import etree, html

from twosource.formats.html import linked, to_html
from twosource.formats.stories import split
from twosource.formats.views import RecordView
from twosource.model import Record

from .invented import HOSTILE, hostile_record, one_story, two_stories

VOID = {"meta", "br", "img", "link", "input", "hr"}
LEFT_OPEN = {"tr", "td", "th", "li", "p"}  # HTML lets these be closed by what follows; our template closes all the same
RECORDS = pytest.mark.parametrize("make", [one_story, two_stories, hostile_record])
Make = Callable[[], Record]


class _Nesting(HTMLParser):
    """Fails where an end tag does not close the element that was opened last."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An SVG path: opens nothing."""

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag, f"</{tag}> at {self.getpos()} crosses another element"


def tree(record: Record) -> html.HtmlElement:
    return html.document_fromstring(to_html(record))


@RECORDS
def test_elements_nest(make: Make) -> None:
    parser = _Nesting()
    parser.feed(to_html(make()))
    parser.close()
    assert parser.open == []


@RECORDS
def test_ids_are_unique_and_every_link_arrives(make: Make) -> None:
    page = tree(make())
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    links = page.xpath("//a/@href")
    assert links
    assert {link for link in links if not link.startswith("#")} == set()
    assert {link[1:] for link in links} - set(ids) == set()
    assert set(" ".join(page.xpath("//@aria-labelledby")).split()) - set(ids) == set()


@RECORDS
def test_nothing_is_loaded_and_nothing_runs(make: Make) -> None:
    page = tree(make())
    assert page.xpath("//script|//img|//iframe|//object|//embed|//link|//base|//form") == []
    assert [name for name in page.xpath("//*/@*") if name.attrname.startswith("on")] == []
    assert page.xpath("//@src|//@srcset|//@poster|//@*[contains(., 'javascript:')]") == []
    style = "".join(page.xpath("//style/text()"))
    assert "url(" not in style
    assert "@import" not in style
    policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy == ["default-src 'none'; style-src 'unsafe-inline'"]


@RECORDS
def test_every_passage_that_is_shown_is_marked_in_its_report(make: Make) -> None:
    record = make()
    page = tree(record)
    by_id = {e.get("id"): e for e in page.iter() if e.get("id")}
    marked = [e for anchor, e in by_id.items() if e.tag == "mark" and anchor]
    expected = {s for part in split(record) for s in linked(RecordView(part))}
    assert len(marked) == len(expected)
    for finding in record.findings:
        item = by_id[f"s1-{finding.id.replace(':', '-')}"] if len(split(record)) == 1 else None
        if item is not None:
            for link in item.xpath(".//ul[@class='passages']/li/a/@href"):
                assert by_id[link[1:]].xpath("ancestor-or-self::mark"), link


def test_a_finding_shows_all_its_passages(record: Record) -> None:
    page = tree(record)
    claims = {c.id: c for c in record.claims}
    for finding in record.findings:
        item = page.get_element_by_id("s1-" + finding.id.replace(":", "-"))
        shown = {q.text_content() for q in item.xpath(".//ul[@class='passages']//q")}
        assert shown == {claims[c].selector.exact for c in finding.claims}


def test_the_head_counts_origins_not_reports(record: Record) -> None:
    standing = tree(record).xpath("//p[@class='standing']")[0].text_content()
    assert standing == "3 reports on 2 independent origins · 11 March 2025 · Hiiumaa"


def test_one_origin_is_said_to_corroborate_nothing(stories_record: Record) -> None:
    standing = tree(stories_record).xpath("//p[@class='standing']")[1].text_content()
    assert standing == "1 report on 1 independent origin: nothing here can be corroborated · 10 March 2025"


def test_copies_have_their_origins_letter_and_a_number(record: Record) -> None:
    labels = tree(record).xpath("//article[@class='report']/header/h3/span/text()")
    assert labels == ["A1", "A2", "B"]


def test_reports_differ_with_both_values(record: Record) -> None:
    section = tree(record).get_element_by_id("s1-differs")
    assert section.xpath(".//td[@class='value']/text()") == ["212", "about 230"]


def test_a_denial_is_not_shown_as_a_saying(record: Record) -> None:
    said = tree(record).xpath("//section[@class='said']//span[@class='cue not']/text()")
    assert said == ["denied"]


def test_each_story_has_its_part(stories_record: Record) -> None:
    page = tree(stories_record)
    assert page.xpath("//article[@class='story']//h1/text()") == [
        "Ferry runs aground off Hiiumaa with 212 aboard",
        "Car park under water in Trondheim",
    ]
    assert "burst main" not in page.get_element_by_id("s1-top").text_content()
    assert page.xpath("//head/title/text()") == ["2 stories — twosource brief"]


def test_hostile_words_are_shown_as_words() -> None:
    page = tree(hostile_record())
    text = page.xpath("string(//body)")
    for words in HOSTILE[:7]:
        assert words in text
    assert [e for e in page.xpath("//body//svg") if e.get("class") != "map"] == []
    assert to_html(hostile_record()).encode("utf-8")


def test_warnings_are_said(record: Record) -> None:
    assert "written in 'de'" in tree(record).xpath("string(//footer)")


def test_one_report_alone_makes_a_page_even_without_origins(record: Record) -> None:
    alone = replace(split(record)[0], origins=(), findings=(), stories=(), brief=(), timeline=())
    page = tree(alone)
    assert page.xpath("//article[@class='report']/header/h3/span/text()") == ["A", "B", "C"]


def test_the_same_record_gives_the_same_page() -> None:
    assert to_html(one_story()) == to_html(one_story())


def test_the_map_is_well_formed_xml(record: Record) -> None:
    text = to_html(record)
    svg = text[(start := text.index('<svg class="map"')) : text.index("</svg>", start) + 6]
    assert etree.fromstring(svg).get("aria-label") == "Places named in the reports: Hiiumaa, Kärdla"
