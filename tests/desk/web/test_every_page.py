"""What holds of every page: it is closed in itself, every link arrives, nothing in it runs, headings and landmarks."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from urllib.parse import quote, unquote, urldefrag

import pytest

from tests.formats.invented import HOSTILE
from twosource.api import Options
from twosource.desk.ingest import add
from twosource.desk.web.guard import HEADERS
from twosource.stores.memory import MemoryStore
from twosource.stores.sqlite import SqliteStore

from .browser import Answer, Browser, fill, serving
from .reports import AGENCY

EXAMPLES = Path(__file__).parents[3] / "examples"
MOST = 150
EVIL = ("javascript:alert(1)", *HOSTILE)


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """The example reports, as a user would add them."""
    store = SqliteStore(tmp_path_factory.mktemp("desk") / "desk.sqlite", create=True)
    for folder in sorted(path.parent for path in EXAMPLES.glob("*/about.csv")):
        inputs = [*folder.glob("*.html"), *folder.glob("*.txt")]
        add(store, inputs, Options(analyzer="rules", about=folder / "about.csv"))
    with serving(store) as browser:
        yield browser


@pytest.fixture(scope="module")
def hostile() -> Iterator[Browser]:
    """Reports whose every part tries to break out of the page."""
    store = MemoryStore()
    for n, evil in enumerate(EVIL):
        said = f'Two people told "{evil}" to Ann Roe. "It was {evil} then," Bo {evil} said.'
        text = f"{evil}\n\nBy {evil}\n\n{AGENCY}\n{said}\n"
        given = {"outlet": evil, "url": f"https://x.example.org/{evil}"}
        other = {"text": text + f"\n{evil} again.\n", "outlet": evil + " 2", "url": evil}
        fill(store, [{"text": text, **given}, other], f"story:{n}")
    with serving(store) as browser:
        yield browser


@pytest.fixture(scope="module", params=["desk", "examples", "hostile"])
def pages(request: pytest.FixtureRequest) -> list[Answer]:
    browser: Browser = request.getfixturevalue(request.param)
    return list(browser.crawl(MOST))


def test_all_pages_are_there_and_well_made(pages: list[Answer]) -> None:
    assert len(pages) > 10
    for page in pages:
        assert page.status == 200, page.url
        assert page.tree.xpath("string(//title)").endswith("— twosource desk")
        assert page.tree.xpath("//html/@lang") == ["en"]
        assert len(page.tree.xpath("//h1")) == 1
        assert page.tree.xpath("string(//h1)").strip(), page.url
        assert [len(page.tree.xpath(f"//{tag}")) for tag in ("main", "footer")] == [1, 1]
        assert page.tree.xpath("//a[1]/@href")[0] == "#main"


def test_nothing_runs_and_nothing_is_loaded_from_elsewhere(pages: list[Answer]) -> None:
    for page in pages:
        assert page.tree.xpath("//style|//img|//iframe|//object|//embed|//base|//meta[@http-equiv]") == []
        assert page.tree.xpath("//script/@src") == page.tree.xpath("//@src") == ["/htmx.js", "/desk.js"]
        assert [s.text_content().strip() for s in page.tree.xpath("//script")] == ["", ""]
        assert page.tree.xpath("//*/@style|//@srcset|//@poster") == []
        assert [a for a in page.tree.xpath("//*/@*") if a.attrname.lower().startswith("on")] == []
        assert [svg for svg in page.tree.xpath("//svg") if svg.get("class") not in ("map", "when")] == []
        loaded = page.tree.xpath("//link/@href")
        assert loaded == ["/brief.css", "/desk.css", "/find.css", "/icon.svg"]
        assert {name: page.headers.get(name.lower()) for name in HEADERS} == HEADERS
        assert "unsafe" not in HEADERS["Content-Security-Policy"]


def test_links_stay_in_the_desk(pages: list[Answer]) -> None:
    for page in pages:
        root = page.url.partition("/")[0] + "//" + page.url.split("/")[2] + "/"
        assert [link for link in page.links if not link.startswith(root)] == []


def test_headings_ids_and_labels_hold_together(pages: list[Answer]) -> None:
    for page in pages:
        ids = page.tree.xpath("//@id")
        assert len(ids) == len(set(ids)), page.url
        named = set(" ".join(page.tree.xpath("//@aria-labelledby")).split())
        assert named - set(ids) == set(), page.url
        assert {*page.tree.xpath("//label/@for")} <= set(ids)
        levels = [int(h.tag[1]) for h in page.tree.xpath("//h1|//h2|//h3|//h4")]
        assert all(after <= before + 1 for before, after in pairwise(levels)), page.url


def test_every_passage_that_is_linked_to_is_marked_there(pages: list[Answer]) -> None:
    known = {page.url: set(page.tree.xpath("//@id")) for page in pages}
    checked = 0
    for page in pages:
        for link in page.links:
            where, anchor = urldefrag(link)
            if anchor and where in known:
                assert unquote(anchor) in known[where], f"{page.url} -> {link}"
                checked += 1
    assert checked > 50


def test_what_strangers_write_is_shown_as_words(hostile: Browser) -> None:
    shown = "\n".join(page.tree.xpath("string(//body)") for page in hostile.crawl(MOST))
    for words in EVIL[:6]:
        assert words in shown


def test_hostile_words_in_an_address_are_shown_as_words(hostile: Browser) -> None:
    for words in EVIL[:-1]:
        for path in (f"/search?q={quote(words)}", f"/who?name={quote(words)}", f"/story/{quote(words, safe='')}"):
            page = hostile.get(path)
            assert page.status in (200, 404), path
            assert page.tree.xpath("//script[not(@src)]|//img|//svg|//@onerror|//@onmouseover|//@onload") == []
            assert not [h for h in page.tree.xpath("//@href") if h.lower().startswith("javascript:")]
