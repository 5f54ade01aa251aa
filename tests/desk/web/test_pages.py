"""What each page says, and where it leads."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NoReturn

import pytest

from tests.stores.made import FIRE, STRIKE
from twosource.desk.web.shelf import Shelf
from twosource.stores.memory import MemoryStore
from twosource.stores.sqlite import SqliteStore

from .browser import Answer, Browser, fill, serving
from .reports import AGENCY, LATER, REPORTS


def finding(desk: Browser, words: str, status: str = "") -> Answer:
    """The page of the first finding with these words, of this status if one is given."""
    page = desk.get("/story/story:1")
    links = page.tree.xpath(f"//li[contains(@class, 'finding {status}')][contains(., '{words}')]//a/@href")
    return desk.get(next(link for link in links if "/finding/" in link))


def test_stories_stand_by_their_latest_day_with_origins_not_sites(desk: Browser) -> None:
    page = desk.get("/")
    assert [h.text for h in page.tree.xpath("//h2")] == ["6 May 2031"]
    first, second = page.tree.xpath("//ul[@class='heads']/li")
    said = " ".join(first.text_content().split())
    assert "3 origins in 4 reports" in said
    assert "since 5 May 2031" in said
    assert re.search(r"\d corroborated", said)
    assert "Post · Courier · Herald · Wave" in said
    assert "one report: nothing to compare yet" in second.text_content()


def test_a_story_has_all_parts_of_the_brief(desk: Browser) -> None:
    page = desk.get("/story/story:1")
    headings = [h.text_content() for h in page.tree.xpath("//h2")]
    assert [h for h in headings if not h.startswith(("Corr", "Upd", "The reports differ", "On one"))] == [
        "In brief", "Where it comes from", "Who said what", "Timeline", "The reports, side by side", "To cite",
    ]  # fmt: skip
    assert "4 reports on 3 independent origins" in page.words
    assert page.tree.xpath("//div[@class='scale']/span")


def test_a_finding_lights_its_passages_in_each_of_its_reports(desk: Browser) -> None:
    page = finding(desk, "closed", "corroborated")
    lit = {
        report.xpath("string(.//h3/a)"): [mark.text_content() for mark in report.xpath(".//mark")]
        for report in page.tree.xpath("//article[@class='report']")
    }
    assert set(lit) >= {"Post", "Courier", "Herald"}
    assert all(passages and all("closed" in p for p in passages) for passages in lit.values())
    assert "2 origins" in page.words


def test_what_is_far_from_the_passage_is_folded_and_nothing_is_lost(desk: Browser) -> None:
    page = finding(desk, "closed", "corroborated")
    herald = next(r for r in page.tree.xpath("//article[@class='report']") if "Herald" in r.text_content())
    folded = [d.text_content() for d in herald.xpath(".//details[@class='fold']")]
    assert any("school next to it" in text for text in folded)
    assert not any("ordered all bridges" in text for text in folded)
    assert "baker" in herald.text_content()


def test_a_finding_can_be_cited_whole(desk: Browser) -> None:
    page = finding(desk, "closed", "corroborated")
    cited = page.tree.xpath("string(//pre)")
    assert cited.splitlines()[1].startswith("Corroborated: 2 independent origins. finding:")
    assert "Herald, 5 May 2031: “The mayor ordered all bridges" in cited


def test_findings_lead_to_one_another(desk: Browser) -> None:
    first = finding(desk, "", "corroborated")
    links = first.tree.xpath("//nav[@class='turn']/a[@rel='next']/@href")
    (back,) = desk.get(links[0]).tree.xpath("//nav[@class='turn']/a[@rel='prev']/@href")
    assert desk.get(back).words == first.words


def test_reports_are_chosen_and_stand_side_by_side(desk: Browser) -> None:
    form = desk.get("/story/story:1").tree.xpath("//section[contains(@class, 'choose')]//form")[0]
    ids = form.xpath(".//input/@value")
    assert len(ids) == len(REPORTS)
    page = desk.get(f"{form.get('action')}?show={ids[0]}&show={ids[-1]}")
    assert len(page.tree.xpath("//article[@class='report']")) == 2
    assert page.tree.xpath("//mark[@id]")
    alone = desk.get("/story/story:1/reports")
    assert len(alone.tree.xpath("//article[@class='report']")) == 2, "none named: one of each of two origins"


def test_what_somebody_said_is_gathered_and_leads_to_its_words(desk: Browser) -> None:
    page = desk.get(next(link for link in desk.get("/story/story:1").links if "/who?" in link and "Roe" in link))
    assert page.tree.xpath("string(//h1)") == "Ann Roe"
    assert "We heard the bridge groan before it fell" in page.words
    assert {"Post", "Herald"} <= {m.partition(" · ")[0] for m in page.tree.xpath("//section/p[@class='meta']/text()")}
    link = next(link for link in page.links if "#" in link and "/reports" in link)
    assert link.partition("#")[2] in desk.get(link).tree.xpath("//mark/@id")


def test_nobody_of_that_name(desk: Browser) -> None:
    for path in ("/who?name=Nobody+Known", "/who", "/who?name=%F0"):
        page = desk.get(path)
        assert page.status == 200
        assert "No report quotes anybody by this name" in page.words


def test_search_finds_reports_with_outlet_day_and_story(desk: Browser) -> None:
    page = desk.get("/search?q=bridge+BAKER")
    assert page.tree.xpath("//ul[@class='heads']//h2/a/text()") == ["Seven feared dead after bridge falls"]
    assert "Herald · 5 May 2031 · its story" in page.words
    assert page.tree.xpath("//input[@name='q']/@value") == ["bridge BAKER"]
    assert desk.get(page.tree.xpath("//ul[@class='heads']//a/@href")[0]).status == 200


@pytest.mark.parametrize("words", ["", "%22+OR+*", "zzz", "%00", "%ED%A0%80", "NEAR(zzz,", "a" * 3000])
def test_a_search_without_results_says_what_to_do(desk: Browser, words: str) -> None:
    page = desk.get(f"/search?q={words}")
    assert page.status == 200
    assert re.search("Fill in one field|Ask for less", page.words)


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/story/story:none", "There is no such story"),
        ("/story/story:none/finding/finding:none", "There is no such story"),
        ("/story/story:1/finding/finding:none", "This story has no such finding any more"),
        ("/story/story:1/reports?show=article:none", "This story has no such report"),
        ("/elsewhere", "There is no such page"),
        ("/story/", "There is no such page"),
        ("//evil.example.org/finding/x", "There is no such page"),
    ],
)
def test_what_is_not_there_says_what_to_do(desk: Browser, path: str, said: str) -> None:
    page = desk.get(desk.root.rstrip("/") + path)
    assert page.status == 404
    assert said in page.words
    assert all(link.startswith(desk.root) for link in page.links)
    wanted = [desk.root, desk.root + "story/story:1"] if "story:1" in path else [desk.root]
    assert [link for link in page.links if link in wanted][-1] in wanted


def test_an_empty_desk_says_how_to_fill_it() -> None:
    with serving(MemoryStore()) as browser:
        assert "This desk is empty" in browser.get("/").words
        assert browser.get("/?page=9").status == 200


def test_long_lists_come_in_parts(tmp_path: Path) -> None:
    store = MemoryStore()
    for number in range(45):
        fill(store, [{"text": f"{STRIKE}\nNo {number}.\n", "date": f"2031-05-{1 + number % 28:02}"}], f"story:{number}")
    with serving(store) as browser:
        pages = [browser.get("/")]
        while follow := pages[-1].tree.xpath("//a[@rel='next']/@href"):
            pages.append(browser.get(follow[0]))
        shown = [href for page in pages for href in page.tree.xpath("//ul[@class='heads']//h3/a/@href")]
        assert [len(page.tree.xpath("//ul[@class='heads']/li")) for page in pages] == [20, 20, 5]
        assert len(set(shown)) == 45
        assert browser.get("/?page=x").words == pages[0].words
        found = browser.get("/search?q=ferry+crews")
        assert "45 reports, the best match first" in found.words


def test_what_comes_while_it_is_served_is_shown(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path / "desk.sqlite", create=True)
    fill(store, [{"text": AGENCY, "outlet": "Post"}])
    with serving(store) as browser:
        assert "1 report on 1 independent origin" in browser.get("/story/story:1").words
        fill(store, [{"text": LATER, "outlet": "Wave"}])
        assert "2 reports on 2 independent origins" in browser.get("/story/story:1").words


def test_an_undated_report_keeps_what_was_found_in_it() -> None:
    store = MemoryStore()
    undated = AGENCY.replace("OSTERLUND, May 5, 2031 (Reuters) - ", "")
    fill(store, [{"text": undated}, {"text": LATER, "outlet": "Wave"}])
    story = Shelf(store).story("story:1")
    assert story is not None
    quotes = [q.content[0].exact for q in story.view.record.quotes]
    assert any("We heard the bridge groan" in words for words in quotes)


def test_one_text_of_two_outlets_has_its_ids_once() -> None:
    store = MemoryStore()
    fill(store, [{"text": FIRE, "outlet": "Post"}, {"text": FIRE, "outlet": "Courier"}])
    with serving(store) as browser:
        ids = browser.get("/story/story:1").tree.xpath("//input[@name='show']/@value")
        page = browser.get("/story/story:1/reports?" + "&".join(f"show={i}" for i in ids))
        marks = page.tree.xpath("//mark/@id")
        assert marks
        assert len(marks) == len(set(marks))
        assert len(page.tree.xpath("//article[@class='report']")) == 2


def test_a_store_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path / "desk.sqlite", create=True)
    with serving(store) as browser:
        (tmp_path / "desk.sqlite").write_bytes(b"no desk any more" * 100)
        page = browser.get("/")
    assert page.status == 503
    assert "this is no desk, or it is damaged" in page.words


class Faulty(MemoryStore):
    """A store with a fault in it that nobody foresaw."""

    def view(self) -> NoReturn:
        raise RuntimeError("nobody foresaw it")


def test_a_fault_of_the_desk_is_said_to_be_one() -> None:
    with serving(Faulty()) as browser:
        page = browser.get("/")
    assert page.status == 500
    assert "This is a fault of the desk, not yours: RuntimeError" in page.words


def test_the_bar_says_where_one_is(desk: Browser) -> None:
    for path, words in (("/", "Stories"), ("/people", "People"), ("/search?q=bridge", "Find"), ("/searches", "Saved")):
        assert desk.get(path).tree.xpath("//nav//a[@aria-current='page']/text()") == [words]


def test_a_story_of_one_report_offers_nothing_to_compare(desk: Browser) -> None:
    page = desk.get("/story/story:2")
    assert page.tree.xpath("string(//form//button[not(ancestor::header)])") == "Read it"
    assert "side by side" not in page.words
    assert "Independence" not in page.words


def test_copies_stand_behind_the_other_origins_of_a_finding() -> None:
    store = MemoryStore()
    fill(store, [{"text": f"{AGENCY}\nPrinted in town {n}\n", "outlet": f"Gazette {n}"} for n in range(12)])
    fill(store, [*REPORTS])
    with serving(store) as browser:
        page = finding(browser, "closed", "corroborated")
        beside = page.tree.xpath("//div[@class='side'][not(ancestor::details)]//article//h3//text()")
        assert {"Herald"} < {text.strip() for text in beside}
        folded = page.tree.xpath("//details[contains(@class, 'copied')]")[0]
        assert re.match(r"1\d more reports with the same words", folded.xpath("string(summary)"))
        assert not folded.xpath(".//article[contains(., 'Herald')]")
        story = browser.get("/story/story:1")
        assert re.search(r"A ×1\d", story.words)
        assert re.search(r"1\d more reports", story.words)


def test_many_origins_are_a_dozen_cards_and_a_fold() -> None:
    store = MemoryStore()
    towns = (
        "Arden",
        "Boland",
        "Corvik",
        "Dalmo",
        "Elvran",
        "Fosna",
        "Garda",
        "Hovland",
        "Iveland",
        "Jonsvik",
        "Kvaløy",
    )
    own = [
        f"Crowds in {t} mourned\n\nIn {t} {n} people lit candles, {t} radio said.\n" for n, t in enumerate(towns, 20)
    ]
    fill(store, [*REPORTS, *({"text": text, "outlet": f"Radio {n}"} for n, text in enumerate(own))])
    with serving(store) as browser:
        page = browser.get("/story/story:1")
    origins = page.tree.xpath("//section[contains(@class, 'origins')]")[0]
    assert len(origins.xpath("./div[@class='cards']/div")) == 12
    assert origins.xpath("string(./details/summary)") == "2 more origins"
    assert len(origins.xpath("./details//div[@class='card']")) == 2
