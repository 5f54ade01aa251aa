"""Finding reports by more than their words, the list of people, and what is copied."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

import pytest

from tests.stores.made import STRIKE
from twosource.desk.web import people
from twosource.desk.web.asked import in_words, query_of, search_of
from twosource.stores.base import Search
from twosource.stores.memory import MemoryStore

from .browser import Answer, Browser, fill, serving
from .reports import REPORTS


@pytest.fixture(scope="module")
def desk() -> Iterator[Browser]:
    """`story:1` of four reports with findings corroborated, `story:2` of one."""
    store = MemoryStore()
    fill(store, [{"text": STRIKE, "outlet": "Quay", "date": "2031-05-09"}], "story:2")
    fill(store, REPORTS)
    with serving(store) as browser:
        browser.get("/story/story:1")
        yield browser


def headlines(page: Answer) -> list[str]:
    return [a.text_content() for a in page.tree.xpath("//ul[@id='list']/li/h2/a")]


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("speaker=roe", 4), ("speaker=Ann+ROE&place=osterlund", 3), ("speaker=nobody", 0), ("outlet=quay", 1),
        ("from=2031-05-06", 2), ("from=2031-05-06&to=2031-05-06", 1), ("to=2031-05", 5), ("q=bridge&speaker=roe", 4),
        ("q=ferries&place=osterlund", 0),
    ],
)  # fmt: skip
def test_all_that_is_asked_must_agree(desk: Browser, query: str, count: int) -> None:
    page = desk.get(f"/search?{query}")
    assert page.status == 200
    assert len(headlines(page)) == count
    assert f"{count} report" in page.words


def test_a_result_says_why_it_is_there(desk: Browser) -> None:
    words = desk.get("/search?q=baker")
    assert words.tree.xpath("//mark[@class='lit']/text()") == ["baker"]
    speaker = desk.get("/search?speaker=roe&outlet=post")
    assert "quotes Ann Roe" in speaker.words
    assert {w.lower() for w in speaker.tree.xpath("//mark[@class='lit']/text()")} <= {"ann", "roe"}
    assert speaker.tree.xpath("//mark[@class='lit']")


def test_what_is_asked_is_told_and_each_part_can_be_dropped(desk: Browser) -> None:
    page = desk.get("/search?q=bridge&speaker=roe&from=2031-05-05")
    told = [" ".join(li.text_content().split()) for li in page.tree.xpath("//ul[@class='asked']/li")]
    assert told == ["the words “bridge” ×", "quoting roe ×", "from 5 May 2031 ×"]
    links = page.tree.xpath("//ul[@class='asked']//a/@href")
    assert links[1] == "/search?q=bridge&from=2031-05-05"
    assert all(desk.get(link).status == 200 for link in links)


def test_facets_narrow_down_and_their_counts_hold(desk: Browser) -> None:
    page = desk.get("/search?from=2031")
    links = page.tree.xpath("//details[@class='narrow']//li")
    assert {h.text_content() for h in page.tree.xpath("//details[@class='narrow']//h2")} >= {"Who is quoted", "Outlets"}
    for li in links:
        count = int(li.xpath("string(span)"))
        assert len(headlines(desk.get(li.xpath("string(a/@href)")))) >= count > 0
    outlets = [li for li in links if "outlet=Herald" in li.xpath("string(a/@href)")]
    assert [li.xpath("string(span)") for li in outlets] == ["1"]


def test_an_address_says_no_more_than_is_asked(desk: Browser) -> None:
    page = desk.get("/search?q=bridge&speaker=&place=&to=", {"HX-Request": "true", "HX-Target": "found"})
    assert page.headers["hx-push-url"] == "/search?q=bridge"
    assert "hx-push-url" not in desk.get("/search?q=bridge").headers


def test_what_is_no_day_type_or_status_is_left_out() -> None:
    asked = {"from": "31-5-5", "to": "2031-05-06'", "type": "nothing", "status": "true", "q": "\x00 *", "page": "2"}
    assert search_of(asked) == Search()
    assert in_words(Search()) == ""
    whole = Search(
        words="a", speaker="b", place="c", type="ACCUSE", outlet="d", since="2031", until="2031-05", status="differs"
    )
    assert search_of(query_of(whole)) == whole
    assert len(search_of({"q": "a" * 5000}).words) == 200


def test_people_stand_by_how_often_they_are_quoted(desk: Browser) -> None:
    page = desk.get("/people")
    first = page.tree.xpath("//ul[@id='list']/li")[0]
    assert first.xpath("string(a)") == "Ann Roe"
    assert "brigade chief" in first.text_content().lower()
    quotes, reports = first.xpath(".//span/a[@aria-label]")
    assert quotes.text.split()[1] == "quotes"
    assert "Ann Roe" in desk.get(quotes.get("href")).tree.xpath("string(//h1)")
    assert len(headlines(desk.get(reports.get("href")))) == int(reports.text.split()[0])
    assert [li.xpath("string(a)") for li in desk.get("/people?name=ro").tree.xpath("//ul[@id='list']/li")] == [
        "Ann Roe",
        "Roe",
    ]
    assert "No report quotes anybody" in desk.get("/people?name=zz").words


def test_many_people_come_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(people, "PEOPLE_A_PAGE", 2)
    names = ["Ann Berg", "Bo Falk", "Tor Lind", "Eva Moe", "Kari Dahl"]
    said = "\n\n".join(f'"It was the wind that took it," {name} said.' for name in names)
    store = MemoryStore()
    fill(store, [{"text": f"Five speak of wind\n\n{said}\n", "date": "2031-05-05"}])
    with serving(store) as browser:
        pages = [browser.get("/people")]
        while follow := pages[-1].tree.xpath("//a[@rel='next']/@href"):
            pages.append(browser.get(follow[0]))
        shown = [[a.text for a in page.tree.xpath("//ul[@id='list']/li/a[@class='name']")] for page in pages]
    assert [len(part) for part in shown] == [2, 2, 1]
    assert sorted(name for part in shown for name in part) == sorted(names)


def test_a_list_goes_on_in_place_where_a_script_runs(desk: Browser) -> None:
    page = desk.get("/search?from=2031")
    form = page.tree.xpath("//form[@action='/search']")[0]
    for attribute in ("hx-target", "hx-select"):
        assert page.tree.xpath(f"//*[@id='{form.get(attribute)[1:]}']")


@pytest.mark.parametrize(
    "path", ["/search?speaker={}", "/search?place={}&outlet={}", "/people?name={}", "/search?q={}"]
)
def test_hostile_words_are_shown_as_words(desk: Browser, path: str) -> None:
    evil = "\"><script>alert(1)</script>' onfocus=alert(2) {{7*7}}"
    page = desk.get(path.replace("{}", quote(evil)))
    assert page.status == 200
    assert page.tree.xpath("//script[not(@src)]|//@onfocus") == []
    assert page.tree.xpath("//input/@value[contains(., 'script')]")


def test_a_brief_can_be_cited_whole(desk: Browser) -> None:
    page = desk.get("/story/story:1")
    text = page.tree.xpath("string(//pre[@id='cite'])")
    assert text.splitlines()[1] == "4 reports on 3 independent origins"
    for report in REPORTS:
        assert f"{report['outlet']}, " in text
    assert "“" in text
    assert page.tree.xpath("//button[@data-copies='cite'][@hidden]")


def test_each_finding_can_be_copied_from_the_list(desk: Browser) -> None:
    page = desk.get("/story/story:1")
    sources = page.tree.xpath("//button/@data-from")
    assert sources
    assert all(desk.get(path).tree.xpath("//pre[@id='cite']") for path in sources[:3])


def test_the_keyboard_stops_at_every_lit_passage(desk: Browser) -> None:
    page = desk.get("/story/story:1")
    link = next(link for link in page.links if "/finding/" in link)
    finding = desk.get(link)
    assert len(finding.tree.xpath("//mark[@tabindex='0']")) >= len(finding.tree.xpath("//article[@class='report']"))
    assert finding.tree.xpath("//a[@rel='next'][@accesskey='n']")
    to = finding.tree.xpath("//a[@rel='next']/@href")[0]
    assert to.partition("#")[2] in desk.get(to).tree.xpath("//mark[@tabindex]/@id")
