"""Feeds: every dialect, dates, links, teasers; what is hostile in them; and each entry as an input."""

from __future__ import annotations

import gzip
import json
import random
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from twosource.errors import InputError, PageTooLarge
from twosource.pages import Capture, Failure, list_captures, make_page
from twosource.pages.feed_dates import iso_date
from twosource.pages.feeds import Entry, is_feed, read_feed, read_feed_entries
from twosource.pages.limits import FEED_BYTES

LONG = "The harbour office said that two workers were hurt. " * 20
RSS2 = f"""<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Port &amp; Sea</title><link>https://port.example/news/</link>
<item><title>A &lt;i&gt;crane&lt;/i&gt; fell</title><link>../crane</link><guid isPermaLink="false">c-1</guid>
<pubDate>Tue, 04 Mar 2025 00:30:00 +0200</pubDate><description>Teaser.</description>
<content:encoded><![CDATA[<p>Two workers &mdash; hurt.</p>]]></content:encoded></item>
<item><guid>https://port.example/2</guid><description>{LONG}</description></item>
<item><description>Short &nbsp;one.</description></item></channel></rss>"""
RSS1 = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>One</title></channel>
<item rdf:about="https://one.example/1"><title>T</title><link>https://one.example/1</link>
<description>Words here.</description><dc:date>2025-03-04</dc:date></item></rdf:RDF>"""
RSS091 = """<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN"
 "http://my.netscape.com/publish/formats/rss-0.91.dtd"><rss version="0.91"><channel><title>Old</title>
<item><title>T</title><link>https://old.example/1</link><description>Words.</description></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Atom</title>
<link rel="self" href="https://atom.example/feed"/><link href="https://atom.example/"/>
<entry><id>tag:atom.example,2025:1</id><title type="html">Less &amp;lt; more</title>
<link rel="enclosure" href="/a.mp3"/><link rel="alternate" href="/1"/>
<published>2025-03-04T00:30:00+02:00</published><updated>2025-03-05T08:00:00Z</updated><summary>S</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Hi <b>you</b></p></div></content></entry>
<entry><id>2</id><content src="https://atom.example/2.mp4" type="video/mp4"/>
<summary type="text">1 &lt; 2</summary></entry>
</feed>"""
JSON_FEED: dict[str, Any] = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "JSON",
    "home_page_url": "https://json.example/",
    "items": [
        {"id": "1", "url": "/1", "title": "T", "content_html": "<p>Hi", "date_published": "2025-03-04T00:30:00+02:00"},
        {"id": 2, "external_url": "https://other.example/", "content_text": "Plain", "date_modified": "yesterday"},
        {"id": "3", "summary": "Teaser", "url": "javascript:alert(1)"},
        {"title": ["no"], "content_text": 7},
        "no object",
    ],
}


def entries(text: str) -> tuple[Entry, ...]:
    return read_feed(text.encode(), "f.xml").entries


def test_rss_2() -> None:
    feed = read_feed(RSS2.encode(), "f.xml")
    assert feed.title == "Port & Sea"
    one, two, three = feed.entries
    assert one == Entry(
        id="c-1",
        url="https://port.example/crane",
        title="A crane fell",
        published="2025-03-04T00:30:00+02:00",
        html="<p>Two workers &mdash; hurt.</p>",
        whole=True,
    )
    assert (two.id, two.url, two.text, two.whole) == ("https://port.example/2",) * 2 + (LONG.strip(), True)
    assert (three.id, three.title, three.whole) == ("3", None, False)
    assert (three.html or three.text or "").replace("\xa0", " ").split() == ["Short", "one."]


def test_rss_1_and_0_91() -> None:
    (one,) = entries(RSS1)
    assert (one.id, one.url, one.updated, one.text) == (*["https://one.example/1"] * 2, "2025-03-04", "Words here.")
    (old,) = entries(RSS091)
    assert (old.url, old.text, old.title) == ("https://old.example/1", "Words.", "T")


def test_atom() -> None:
    one, two = entries(ATOM)
    assert (one.id, one.url, one.title) == ("tag:atom.example,2025:1", "https://atom.example/1", "Less < more")
    assert (one.published, one.updated) == ("2025-03-04T00:30:00+02:00", "2025-03-05T08:00:00+00:00")
    assert (one.html, one.whole) == ("<p>Hi <b>you</b></p>", True)
    assert (two.url, two.text, two.html, two.whole) == (None, "1 < 2", None, False)


def test_json_feed() -> None:
    feed = read_feed(json.dumps(JSON_FEED).replace("/", r"\/").encode(), "f.json")
    one, two, three, four, five = feed.entries
    assert (feed.title, one.url, one.html, one.whole) == ("JSON", "https://json.example/1", "<p>Hi", True)
    assert one.published == "2025-03-04T00:30:00+02:00"
    assert (two.id, two.url, two.text, two.updated) == ("2", "https://other.example/", "Plain", None)
    assert (three.text, three.url, three.whole) == ("Teaser", None, False)
    assert (four.id, four.title, four.text) == ("4", None, None)
    assert (five.id, five.text) == ("5", None)


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("Tue, 04 Mar 2025 08:00:00 GMT", "2025-03-04T08:00:00+00:00"),
        ("Tue, 04 Mar 2025 08:00:00 -0000", "2025-03-04T08:00:00+00:00"),
        ("04 Mar 2025 08:00 EST", "2025-03-04T08:00:00-05:00"),
        ("2025-03-04T08:00:00Z", "2025-03-04T08:00:00+00:00"),
        ("2025-03-04 08:00:00", "2025-03-04T08:00:00"),
        ("2025-03", "2025-03"),
        ("99 Foo 2025", None),
        ("2025-13-45T00:00", None),
        ("x" * 100_000, None),
        ("", None),
        (None, None),
    ],
)
def test_dates(written: str | None, iso: str | None) -> None:
    assert iso_date(written) == iso


def test_a_date_of_another_form_is_taken_as_feedparser_reads_it() -> None:
    assert iso_date("le 4 mars 2025", (2025, 3, 4, 8, 0, 0, 1, 63, 0)) == "2025-03-04T08:00:00+00:00"


@pytest.mark.parametrize(
    "text", [RSS2, RSS1, RSS091, ATOM, "\ufeff" + RSS2, "<!-- x --> <?y?>" + ATOM, json.dumps(JSON_FEED)]
)
def test_a_feed_is_told_by_its_bytes(text: str) -> None:
    assert is_feed(text.encode())
    assert text.isascii() or is_feed(text.encode("utf-16"))


@pytest.mark.parametrize("text", ["<html><p>rss", "<opml>", "words", "", "{}", '{"text": "jsonfeed.org"}', "<rssx>"])
def test_other_things_are_no_feeds(text: str) -> None:
    assert not is_feed(text.encode())
    with pytest.raises(InputError, match="this is no"):
        read_feed(text.encode(), "f")


def test_nothing_is_declared_or_read_from_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("SECRET")
    head = f'<!DOCTYPE r [<!ENTITY s SYSTEM "file://{tmp_path}/secret"><!ENTITY a "AAAA"><!ENTITY b "&a;&a;">]>'
    (one,) = entries(head + "<rss><channel><item><title>x &s; &b; y</title><description>d &s;</description></item>")
    told = f"{one.title} {one.text} {one.html}"
    assert "SECRET" not in told and "AAAA" not in told


def test_a_billion_laughs_are_none() -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha"}">' for n in range(10))
    item = "<item><title>&l9;</title><description>d</description></item>"
    found = entries(f"<!DOCTYPE r [{laughs}]><rss><channel>{item}</channel></rss>")
    assert len(found) == 1 and len(found[0].title or "") < 10


def test_control_characters_and_bare_ampersands_lose_nothing() -> None:
    one, two = entries(
        "<rss><channel><item><title>A \x0b& B</title></item><item><title>C</title></item></channel></rss>"
    )
    assert (one.title, two.title) == ("A & B", "C")


@pytest.mark.parametrize(
    "again",
    [
        "<item>",
        "<div>",
        "<![CDATA[",
        "<!--",
        "&amp",
        "<",
        "<x><content:encoded>",
        "<a b='",
        "<link/>",
        "\n<!DOCTYPE",
        "<>",
    ],
)
def test_hostile_markup_is_read_to_its_end(again: str) -> None:
    read_feed(f"<rss><channel><item><description>{again * (60_000 // len(again))}".encode(), "f")


def test_a_feed_has_a_limit() -> None:
    with pytest.raises(PageTooLarge, match="larger than 4 MiB"):
        read_feed(b"<rss>" + b" " * FEED_BYTES, "f")


def read(tmp_path: Path, name: str, raw: bytes) -> list[Capture | Failure]:
    (tmp_path / name).write_bytes(raw)
    return list(list_captures([str(tmp_path / name)]))


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("feed.xml", RSS2.encode()),
        ("feed.rss", RSS2.encode()),
        ("feed.xml.gz", gzip.compress(RSS2.encode(), mtime=0)),
        ("feed", RSS2.encode("utf-16")),
    ],
)
def test_each_entry_is_an_input(tmp_path: Path, name: str, raw: bytes) -> None:
    one, two, three = read(tmp_path, name, raw)
    assert isinstance(one, Capture)
    assert (one.given.input_id, one.given.outlet, one.given.title) == ("c-1", "Port & Sea", "A crane fell")
    assert (one.given.date, one.given.url) == ("2025-03-04T00:30:00+02:00", "https://port.example/crane")
    assert one.location == f"{tmp_path / name}#c-1"
    assert make_page(one).text == "A crane fell\nTwo workers — hurt."
    assert isinstance(two, Capture) and isinstance(three, Capture)
    assert (one.notes, two.notes, len(three.notes)) == ((), (), 1)
    assert "only the teaser was in the feed" in three.notes[0]


def test_the_entries_of_a_json_feed_are_inputs(tmp_path: Path) -> None:
    found = read(tmp_path, "feed.json", json.dumps(JSON_FEED).encode())
    assert [one.given.input_id if isinstance(one, Capture) else None for one in found] == ["1", "2", "3", None, None]
    assert "holds no text" in str(found[4].error) if isinstance(found[4], Failure) else False
    assert isinstance(found[0], Capture) and make_page(found[0]).text == "T\nHi"


def test_a_title_cannot_bring_markup_in(tmp_path: Path) -> None:
    item = "<title>&amp;lt;script>x&lt;/script> &amp;lt;b></title><content type='html'>&lt;p>Words</content>"
    (one,) = read(
        tmp_path, "a.atom", f"<feed xmlns='http://www.w3.org/2005/Atom'><entry>{item}</entry></feed>".encode()
    )
    assert isinstance(one, Capture)
    assert b"<script" not in one.raw and b"<b>" not in one.raw


@pytest.mark.parametrize("text", [RSS2, ATOM, json.dumps(JSON_FEED)])
def test_random_damage_gives_captures_and_failures_only(tmp_path: Path, text: str) -> None:
    """In this process, where an error that nobody meant comes through; a feed in a file is read in one of its own."""
    rng = random.Random(len(text))
    for _ in range(150):
        raw = bytearray(text.encode())
        for _ in range(rng.randint(1, 4)):
            raw[rng.randrange(len(raw))] = rng.randrange(256)
        cut = rng.randrange(len(raw)) if rng.random() < 0.4 else len(raw)
        damaged = bytes(raw[:cut])
        with suppress(InputError):
            assert all(isinstance(found, Capture | Failure) for found in read_feed_entries(damaged, "f", None))
        if text.startswith("{"):
            assert all(isinstance(found, Capture | Failure) for found in read(tmp_path, "f.json", damaged))
