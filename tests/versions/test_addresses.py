"""Which addresses are of one page, and which address a page gives itself."""

from __future__ import annotations

import pytest

from twosource.model import Given
from twosource.pages import Capture
from twosource.pages.page import make_page
from twosource.versions.addresses import address_of, page_key, stated_change
from twosource.vocab.versions import address_parts

PLAIN = "https://post.example/news/fire"


@pytest.mark.parametrize(
    "written",
    [
        "http://post.example/news/fire",
        "HTTPS://WWW.Post.Example:443/news/fire/",
        "https://m.post.example/news/fire#comments",
        "https://post.example/news/fire?utm_source=mail&fbclid=1&UTM_Campaign=x",
        "https://post.example/news/fire/amp?amp=1",
        "https://post.example/news/f%69re",
        "https://web.archive.org/web/20310505101500/https://post.example/news/fire",
        " https://post.example/news/fire ",
    ],
)
def test_addresses_of_one_page(written: str) -> None:
    assert page_key(written) == page_key(PLAIN) == "post.example/news/fire"


@pytest.mark.parametrize(
    "written",
    [
        "https://post.example/news/Fire",
        "https://post.example/news/fire?id=2",
        "https://post.example:8080/news/fire",
        "https://news.post.example/news/fire",
        "https://post.example/news",
    ],
)
def test_addresses_of_other_pages(written: str) -> None:
    assert page_key(written) not in ("", page_key(PLAIN))


@pytest.mark.parametrize(
    "written", ["", "reports/a.html", "file:///a.html", "ftp://post.example/a", "https://", "http://[x/a", "a.jsonl#1"]
)
def test_what_is_no_address_of_the_web(written: str) -> None:
    assert page_key(written) == ""


def test_the_order_of_a_query_is_no_matter_what_it_holds_is() -> None:
    assert page_key(f"{PLAIN}?b=2&a=1") == page_key(f"{PLAIN}?a=1&b=2") != page_key(f"{PLAIN}?a=1&b=")


def page(head: str, location: str = "a.html", **given: str) -> str | None:
    raw = f"<html><head>{head}</head><body><p>A fire destroyed a warehouse.</p></body></html>".encode()
    return address_of(make_page(Capture(location=location, raw=raw, given=Given(**given))))


CANONICAL = '<link rel="canonical" href="https://post.example/news/fire">'


def test_a_page_names_its_address() -> None:
    assert page(CANONICAL) == PLAIN
    assert page("<meta property='og:url' content='https://post.example/news/fire&amp;a=1'>") == f"{PLAIN}&a=1"
    assert page(CANONICAL, url=f"{PLAIN}?utm_source=x") == PLAIN
    assert page('<link href="/news/fire" rel="canonical">', "https://post.example/x?id=3") == PLAIN


def test_a_reprint_stands_where_it_came_from_not_where_its_original_does() -> None:
    assert page(CANONICAL, url="https://herald.example/a") == "https://herald.example/a"


def test_no_page_is_the_front_page_of_its_site() -> None:
    assert page('<link rel="canonical" href="https://post.example/">', url=PLAIN) == PLAIN
    assert page('<link rel="canonical" href="https://post.example/">') is None


def test_a_file_that_names_none_has_none() -> None:
    assert page("") is None
    assert page('<link rel="stylesheet" href="https://post.example/a.css">') is None


def changed(head: str) -> str | None:
    raw = f"<html><head>{head}</head><body><p>A fire destroyed a warehouse.</p></body></html>".encode()
    return stated_change(make_page(Capture(location="a.html", raw=raw)))


def test_when_a_page_says_that_it_was_changed() -> None:
    at = "2031-05-05T14:05:00+02:00"
    assert changed(f'<meta property="article:modified_time" content="{at}">') == at
    assert changed(f'<script type="application/ld+json">{{"dateModified": "{at}"}}</script>') == at
    assert changed('<meta property="article:modified_time" content="yesterday">') is None


@pytest.mark.parametrize(
    "hostile", ["<link " * 40_000, '<meta a="' * 30_000, "<link rel=canonical href=" + "x" * 300_000]
)
def test_a_hostile_head_names_nothing(hostile: str) -> None:
    assert page(hostile) is None


def test_the_table_is_in_small_letters_and_has_each_part_once() -> None:
    for kind in ("host", "parameter", "opening", "ending"):
        parts = address_parts(kind)
        assert parts
        assert len(parts) == len(set(parts))
        assert all(part == part.lower() for part in parts)
