"""What sites may do to a watch: whatever it is, it costs that site's pages alone, and says why."""

from __future__ import annotations

import gzip

import brotli
import pytest

from tests.desk.watch.conftest import HOUR, Watcher
from tests.desk.watch.server import Answer, Site, bomb, drip, html, item, moved, refused, rss, silence
from tests.desk.watch.test_rounds import FIRE, STRIKE
from twosource.desk.watch import from_web as web
from twosource.pages.fetch import fetch

WHOLE = "".join(f"<p>{line}</p>" for line in FIRE * 4)
"""An entry's own text, long enough to be no teaser."""


def hurry(monkeypatch: pytest.MonkeyPatch, what: str, address: str) -> None:
    """Gives a server that is slow on purpose half a second in place of twenty."""
    if what in ("a slow loris", "silence"):
        seconds = {address: 0.5}
        monkeypatch.setattr(web, "fetch", lambda at, **known: fetch(at, seconds=seconds.get(at, 20.0), **known))


@pytest.fixture
def good(other: Site) -> str:
    """A feed on another host, of which nothing is ever lost."""
    other.answers["/fire"] = html("Warehouse burns in Tarvik", *FIRE)
    other.answers["/rss"] = rss(item(other.at("/fire"), "Warehouse burns in Tarvik"))
    return other.at("/rss")


def feed_of(site: Site, *items: str) -> str:
    site.answers["/rss"] = rss(*items)
    return site.at("/rss")


BAD_PAGES = {
    "a bomb": (bomb(), "20 MiB"),
    "20 MiB of page": (Answer(b"<p>" + b"x" * (20 * 2**20 + 5)), "20 MiB"),
    "a loop": (moved("/page"), "more than 5 times"),
    "a way to a private address": (moved("http://127.0.0.9:8000/"), "no public address"),
    "a way to a file": (moved("file:///etc/passwd"), "only http and https"),
    "a picture": (Answer(b"\x89PNG", headers={"Content-Type": "image/png"}), "image/png"),
    "nothing": (Answer(b""), "empty"),
    "a page without a report": (Answer(b"<html><body></body></html>"), "no text"),
    "403": (refused(403), "403"),
    "a slow loris": (drip, "within 0.5 s"),
    "silence": (silence, "within 0.5 s"),
}


@pytest.mark.parametrize("what", BAD_PAGES)
def test_a_bad_page_costs_itself_and_says_why(
    watcher: Watcher, site: Site, good: str, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    hurry(monkeypatch, what, site.at("/page"))
    answer, reason = BAD_PAGES[what]
    site.answers["/page"] = answer  # type: ignore[assignment]
    bad = feed_of(site, item(site.at("/page"), "A report"))
    for _ in range(3):  # what may pass is tried again
        watcher.later(2 * HOUR).once(bad, good)
    assert watcher.headlines() == ["Warehouse burns in Tarvik"]
    assert len(watcher.reasons()) == 1
    assert reason in watcher.reasons()[0]
    assert watcher.page(site.at("/page")).next_look is None, "it is given up"


@pytest.mark.parametrize("packed", ["gzip", "br"])
def test_packed_pages_and_feeds_are_read(watcher: Watcher, site: Site, packed: str) -> None:
    pack = gzip.compress if packed == "gzip" else brotli.compress
    feed = rss(item(site.at("/fire"), "Warehouse burns in Tarvik"))
    for path, answer in (("/fire", html("Warehouse burns in Tarvik", *FIRE)), ("/rss", feed)):
        headers = {**answer.headers, "Content-Encoding": packed}
        site.answers[path] = Answer(pack(answer.body), headers=headers)
    assert watcher.tally(site.at("/rss")).new == 1


BAD_FEEDS = {
    "a bomb": (bomb(), "20 MiB"),
    "a page": (html("Welcome", *FIRE), "no feed"),
    "a loop": (moved("/rss"), "more than 5 times"),
    "a way to a private address": (moved("http://127.0.0.9:8000/rss"), "no public address"),
    "500": (refused(500), "500"),
    "a slow loris": (drip, "within 0.5 s"),
    "silence": (silence, "within 0.5 s"),
}


@pytest.mark.parametrize("what", BAD_FEEDS)
def test_a_bad_feed_is_asked_less_and_less_often(
    watcher: Watcher, site: Site, good: str, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    hurry(monkeypatch, what, site.at("/rss"))
    answer, reason = BAD_FEEDS[what]
    site.answers["/rss"] = answer  # type: ignore[assignment]
    bad, other = watcher.once(site.at("/rss"), good)
    assert (bad.failed, other.failed, other.tally.new) == (True, False, 1)
    waits = []
    for failures in (1, 2, 3):
        feed = watcher.feed(site.at("/rss"))
        assert (feed.failures, reason in feed.error) == (failures, True)
        assert feed.next_poll is not None
        waits.append(feed.next_poll - watcher.clock.now())
        watcher.clock.time = feed.next_poll
        watcher.once(site.at("/rss"))
    assert 400 < waits[0] < waits[1] < waits[2] < 3600
    assert any(reason in one for one in watcher.reasons())
    site.answers["/rss"] = rss()
    watcher.later(24 * HOUR).once(site.at("/rss"))
    assert (watcher.feed(site.at("/rss")).failures, watcher.feed(site.at("/rss")).error) == (0, "")


def test_a_private_address_needs_to_be_allowed_by_name(watcher: Watcher, site: Site, good: str) -> None:
    watcher.allowed = ()
    (brought,) = watcher.once(good)
    assert brought.failed
    assert "127.0.0.2 is no public address" in brought.said[0]
    assert site.asked == []


def test_robots_txt_keeps_us_out_and_the_feeds_own_text_stands_in(watcher: Watcher, site: Site) -> None:
    site.answers["/robots.txt"] = Answer(b"User-agent: twosource\nDisallow: /closed")
    site.answers["/closed/1"] = site.answers["/closed/2"] = html("Never seen", *STRIKE)
    feed = feed_of(
        site,
        item(site.at("/closed/1"), "Teaser", text="Read on."),
        item(site.at("/closed/2"), "Fire in Tarvik", text=WHOLE),
    )
    tally = watcher.tally(feed)
    assert (tally.new, tally.from_feed, tally.refused) == (1, 1, 2)
    assert site.paths() == ["/rss"]
    assert watcher.headlines() == ["Fire in Tarvik"]
    assert [watcher.page(site.at(f"/closed/{n}")).kept_from for n in (1, 2)] == ["", "feed"]
    assert "robots.txt" in watcher.reasons()[0]
    with watcher.store.view() as view:
        (reading,) = view.readings(row.article for row in view.rows())
    assert reading.page.location == f"{feed}#{site.at('/closed/2')}"
    assert any("could not be had" in warning for warning in reading.warnings)


def test_a_text_that_its_feed_corrects_is_handed_in_again(watcher: Watcher, site: Site) -> None:
    site.answers["/robots.txt"] = Answer(b"User-agent: *\nDisallow: /closed")
    entry = item(site.at("/closed/1"), "Fire in Tarvik", text=WHOLE)
    other = item(site.at("/closed/2"), "Tug pulls ferry off rocks", text=WHOLE.replace("fire", "wave"))
    feed = feed_of(site, entry, other)
    assert watcher.tally(feed).from_feed == 2
    feed_of(site, entry.replace("three", "five"), other)
    tally = watcher.later(1000).tally(feed)
    assert (tally.new, tally.changed, tally.unchanged) == (0, 1, 0)
    assert len(watcher.rows()) == 3
    assert watcher.page(site.at("/closed/1")).kept_from == "feed"
    site.answers["/second"] = rss(entry.replace("three", "six"))
    assert watcher.tally(site.at("/second")).changed == 0, "the feed that led to it first speaks for it"


def test_a_feed_that_robots_txt_forbids_is_not_fetched(watcher: Watcher, site: Site) -> None:
    site.answers["/robots.txt"] = Answer(b"User-agent: *\nDisallow: /")
    (brought,) = watcher.once(feed_of(site))
    assert "robots.txt of its host does not allow it" in brought.said[0]
    assert site.paths() == []


def test_nothing_is_fetched_while_robots_txt_answers_500(watcher: Watcher, site: Site, good: str) -> None:
    site.answers["/robots.txt"] = refused(500)
    site.answers["/fire"] = html("Warehouse burns in Tarvik", *STRIKE)
    feed = feed_of(site, item(site.at("/fire"), "Warehouse burns in Tarvik"))
    bad, other = watcher.once(feed, good)
    assert "500" in bad.said[0]
    assert other.tally.new == 1
    assert site.paths() == []
    site.answers["/robots.txt"] = Answer(b"")
    assert watcher.later(2 * HOUR).tally(feed).new == 1


def test_retry_after_is_obeyed(watcher: Watcher, site: Site) -> None:
    site.answers["/rss"] = refused(429, Retry_After="7200")
    watcher.once(site.at("/rss"))
    for hours, asked in ((1.9, 1), (0.2, 2)):
        watcher.later(hours * HOUR).once(site.at("/rss"))
        assert len(site.paths()) == asked


def test_a_page_that_does_not_come_is_tried_again_before_the_feeds_text_is_taken(watcher: Watcher, site: Site) -> None:
    site.answers["/fire"] = refused(503)
    feed = feed_of(site, item(site.at("/fire"), "Fire", text=WHOLE))
    brought = [watcher.later(2 * HOUR).tally(feed) for _ in range(3)]
    assert [(one.later, one.new, one.from_feed) for one in brought] == [(1, 0, 0), (1, 0, 0), (0, 1, 1)]
    assert watcher.page(site.at("/fire")).kept_from == "feed"
    assert watcher.reasons() == []


def test_entries_that_lead_nowhere(watcher: Watcher, site: Site, good: str) -> None:
    odd = feed_of(
        site,
        item("javascript:alert(1)", "Script", text="Short."),
        item(None, "No link but a text", text=WHOLE, guid="a1"),
        item(None, "Nothing", guid="a2"),
        item("http://[broken/", "Broken", guid="a3"),
        item("http://127.0.0.1:99999/", "No such port", guid="a4"),
        item("http://no-such-host.invalid/x", "No such host", guid="a5"),
        item("ftp://127.0.0.1/x", "Other", guid="a6"),
        item("http://127.0.0.1/" + "x" * 5000, "Long", guid="a7"),
    )
    for _ in range(3):
        watcher.later(2 * HOUR).once(odd, good)
    assert sorted(watcher.headlines()) == ["No link but a text", "Warehouse burns in Tarvik"]
    assert len(watcher.reasons()) == 7
    assert all(": " in reason for reason in watcher.reasons())


def test_a_feed_that_ends_in_the_middle_gives_what_came(watcher: Watcher, site: Site) -> None:
    site.answers["/fire"] = html("Warehouse burns in Tarvik", *FIRE)
    whole = rss(item(site.at("/fire"), "Warehouse burns in Tarvik"), item(site.at("/strike"), "Cut"))
    site.answers["/rss"] = Answer(whole.body[: whole.body.index(b"Cut")])
    assert watcher.tally(site.at("/rss")).new == 1


def test_bytes_that_are_no_utf_8_cost_nothing(watcher: Watcher, site: Site) -> None:
    broken = html("Warehouse burns in Tarvik", *FIRE).body.replace(b"Monday", b"Mon\xff\xfeday")
    site.answers["/fire"] = Answer(broken, headers={"Content-Type": "text/html; charset=utf-8"})
    feed = rss(item(site.at("/fire"), "Warehouse burns")).body.replace(b"Warehouse", b"Ware\xff\xc3house")
    site.answers["/rss"] = Answer(b'<?xml version="1.0" encoding="utf-8"?>' + feed)
    assert watcher.tally(site.at("/rss")).new == 1
