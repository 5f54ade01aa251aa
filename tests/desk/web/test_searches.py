"""Searches that are kept: saved, read, fed, forgotten."""

from __future__ import annotations

import urllib.parse
import urllib.request
from collections.abc import Iterator
from urllib.error import HTTPError

import feedparser
import pytest
from lxml import etree

from twosource.stores.memory import MemoryStore

from .browser import SLOW, Answer, Browser, fill, serving
from .reports import LATER, OWN, REPORTS

EVIL = '<script>alert(1)</script> & "quoted" ]]>\x0b'


@pytest.fixture
def store() -> MemoryStore:
    store = MemoryStore()
    fill(store, REPORTS[:2])
    return store


@pytest.fixture
def desk(store: MemoryStore) -> Iterator[Browser]:
    with serving(store) as browser:
        yield browser


def send(page: Answer, action: str, **changes: str) -> int:
    """Sends a form of a page as it stands there but for changes; the status of what it leads to."""
    (form,) = page.tree.xpath(f"//form[@method='post'][contains(@action, '{action}')]")
    fields = {field.get("name"): field.get("value") or "" for field in form.xpath(".//input[@name]")} | changes
    url = urllib.parse.urljoin(page.url, form.get("action"))
    data = urllib.parse.urlencode(fields).encode()
    try:
        with urllib.request.urlopen(urllib.request.Request(url, data=data), timeout=SLOW) as answer:
            return int(answer.status)
    except HTTPError as error:
        return error.code


def saved(desk: Browser, name: str = "The bridge", query: str = "q=bridge&from=2031") -> Answer:
    """The page of a search that is saved now."""
    assert send(desk.get(f"/search?{query}"), "/searches", name=name) == 200
    return desk.get(desk.get("/searches").tree.xpath("//ul[@class='heads']//h2/a/@href")[-1])


def test_a_saved_search_tells_what_is_new_until_it_is_read(desk: Browser, store: MemoryStore) -> None:
    page = saved(desk)
    assert "2 reports" in page.words
    assert "nothing new" in desk.get("/searches").words
    fill(store, [{"text": OWN, "outlet": "Herald", "date": "2031-05-05"}], "story:2")
    assert "1 new" in desk.get("/searches").words
    page = desk.get(page.url)
    first, *rest = page.tree.xpath("//ul[@id='list']/li")
    assert "Seven feared dead" in first.text_content()
    assert [li.get("class") for li in (first, *rest)] == ["new", None, None]
    fill(store, [{"text": LATER, "outlet": "Wave", "date": "2031-05-06"}], "story:2")
    assert send(page, "/read") == 200
    assert "1 new" in desk.get("/searches").words, "what came after the page was made is not read"
    assert send(desk.get(page.url), "/read") == 200
    assert "nothing new" in desk.get("/searches").words


def test_the_same_search_is_kept_once_and_can_be_forgotten(desk: Browser) -> None:
    page = saved(desk)
    assert saved(desk).url == page.url
    assert len(desk.get("/searches").tree.xpath("//ul[@class='heads']/li")) == 1
    assert send(page, "/forget") == 200
    assert desk.get(page.url).status == 404
    assert "None yet" in desk.get("/searches").words


def test_without_the_token_nothing_is_written(desk: Browser) -> None:
    page = desk.get("/search?q=bridge")
    assert send(page, "/searches", token="x") == 403
    assert "None yet" in desk.get("/searches").words
    assert desk.get("/searches/search:none/read").status == 405
    assert desk.get("/searches/search:none").status == 404


def test_a_search_for_nothing_is_not_kept(desk: Browser) -> None:
    assert send(desk.get("/search?q=bridge"), "/searches", search="q=%00&from=x") == 404


def test_the_feed_is_atom_with_ids_that_stay(desk: Browser, store: MemoryStore) -> None:
    page = saved(desk, name=EVIL)
    link = page.tree.xpath("//a[contains(@href, 'feed.atom')]/@href")[0]
    before = desk.get(link)
    assert before.headers["content-type"].startswith("application/atom+xml")
    fill(store, [{"text": f"{EVIL} bridge\n\n{OWN}", "outlet": EVIL, "date": "2031-05-05"}], "story:<&>")
    tree = etree.fromstring(desk.get(link).text.encode())
    told = [feedparser.parse(before.text), feedparser.parse(desk.get(link).text)]
    assert not any(feed.bozo for feed in told)
    assert [len(feed.entries) for feed in told] == [2, 3]
    assert {e.id for e in told[0].entries} < {e.id for e in told[1].entries}
    assert told[0].feed.id == told[1].feed.id
    assert all(e.link.startswith(desk.root) and e.updated for e in told[1].entries)
    assert "<script>" in told[1].entries[0].title or "script" in tree.xpath("string(//*[local-name()='title'][1])")
    assert all(desk.get(e.link).status == 200 for e in told[1].entries)
    for name in ("id", "title", "updated", "author"):
        assert tree.findall(f"{{http://www.w3.org/2005/Atom}}{name}")
