"""What a round brings into a desk: new pages, changes, what is gone, and what is passed over."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.desk.watch.conftest import HOUR, Watcher
from tests.desk.watch.server import Answer, Site, html, item, moved, refused, rss
from twosource.desk.watch import rounds
from twosource.desk.web.gone import gone_of
from twosource.stores.base import Search

FIRE = (
    "A fire destroyed a warehouse in Tarvik on Monday and hurt three people, the fire brigade said.",
    '"We saved the houses next to it," brigade chief Ann Roe said. Police questioned two men about it.',
)
STRIKE = (
    "Crews of the Halden ferries walked out on Tuesday over pay, their union said.",
    "About 200 people waited on the quay, and the company called for talks with the crews.",
)


@pytest.fixture
def feed(site: Site) -> str:
    """A feed with two reports."""
    site.answers["/fire"] = html("Warehouse burns in Tarvik", *FIRE)
    site.answers["/strike"] = html("Ferry crews walk out", *STRIKE)
    entries = item(site.at("/fire"), "Warehouse burns in Tarvik"), item(site.at("/strike"), "Ferry crews walk out")
    site.answers["/rss"] = rss(*entries)
    return site.at("/rss")


def test_what_entries_lead_to_is_kept_with_what_the_feed_says(watcher: Watcher, site: Site, feed: str) -> None:
    tally = watcher.tally(feed)
    assert (tally.new, tally.failed) == (2, 0)
    assert watcher.headlines() == ["Warehouse burns in Tarvik", "Ferry crews walk out"]
    assert {(row.outlet, row.day) for row in watcher.rows()} == {("Harbour News", "2031-05-05")}
    assert all(row.story for row in watcher.rows())
    with watcher.store.view() as view:
        (fire, _) = view.readings([row.article for row in watcher.rows()])
    assert fire.page.given.url == site.at("/fire")
    assert fire.quotes, "the whole analysis is done"
    assert watcher.page(site.at("/fire")).kept_from == "page"
    assert watcher.feed(feed).title == "Harbour News"


def test_nothing_is_asked_again_before_it_is_due(watcher: Watcher, site: Site, feed: str) -> None:
    watcher.once(feed)
    site.forget()
    assert watcher.tally(feed).new == 0
    assert site.asked == []


def test_what_has_not_changed_is_told_by_304(watcher: Watcher, site: Site, feed: str) -> None:
    watcher.once(feed)
    site.forget()
    tally = watcher.later().tally(feed)
    assert (tally.new, tally.changed, tally.unchanged) == (0, 0, 2)
    assert site.statuses == [304, 304, 304]
    assert len(watcher.rows()) == 2


def test_a_page_that_changed_is_handed_in_again(watcher: Watcher, site: Site, feed: str) -> None:
    watcher.once(feed)
    site.answers["/fire"] = html("Warehouse burns in Tarvik", FIRE[0].replace("three", "five"), FIRE[1])
    tally = watcher.later().tally(feed)
    assert (tally.new, tally.changed, tally.unchanged) == (0, 1, 1)
    with watcher.store.view() as view:
        assert view.find(Search(words="five people"), 1).count == 1


def test_the_same_bytes_without_an_etag_are_unchanged(watcher: Watcher, site: Site, feed: str) -> None:
    for path in ("/fire", "/strike"):
        answer = site.answers[path]
        assert isinstance(answer, Answer)
        site.answers[path] = Answer(answer.body, headers=answer.headers, tagged=False)
    watcher.once(feed)
    assert watcher.later().tally(feed).unchanged == 2
    assert len(watcher.rows()) == 2


def test_a_feed_that_changed_brings_what_is_new_alone(watcher: Watcher, site: Site, feed: str) -> None:
    watcher.once(feed)
    site.answers["/tug"] = html("Tug pulls ferry off rocks", *STRIKE)
    site.answers["/rss"] = rss(item(site.at("/tug"), "Tug pulls ferry off rocks"), item(site.at("/fire"), "Fire"))
    site.forget()
    assert watcher.later(1000).tally(feed).new == 1
    assert site.paths() == ["/rss", "/tug"]


def test_pages_are_looked_at_after_1_6_24_and_72_hours_and_then_no_more(
    watcher: Watcher, site: Site, feed: str
) -> None:
    watcher.once(feed)
    begun, seen = watcher.clock.now(), []
    for _ in range(100):
        site.forget()
        watcher.later(HOUR).once(feed)
        if "/fire" in site.paths():
            seen.append(round((watcher.clock.now() - begun) / HOUR))
    assert seen == [1, 6, 24, 72]
    assert watcher.page(site.at("/fire")).next_look is None


@pytest.mark.parametrize(("status", "again"), [(404, True), (410, False)])
def test_a_report_taken_from_its_site_is_noted_and_kept(
    watcher: Watcher, site: Site, feed: str, status: int, again: bool
) -> None:
    watcher.once(feed)
    site.answers["/fire"] = refused(status)
    assert watcher.later().tally(feed).gone == 1
    page = watcher.page(site.at("/fire"))
    assert page.gone == pytest.approx(watcher.clock.now(), abs=60)
    assert (page.next_look is not None) == again
    assert len(watcher.rows()) == 2
    assert watcher.reasons() == []
    with watcher.store.view() as view:
        assert [one.address for one in view.pages_gone()] == [page.address]
    if again:
        assert watcher.later(6 * HOUR).tally(feed).gone == 0, "it is told once"
        site.answers["/fire"] = html("Warehouse burns in Tarvik", *FIRE)
        watcher.later(24 * HOUR).once(feed)
        assert watcher.page(page.address).gone is None


def test_a_report_taken_from_its_site_is_told_though_it_calls_itself_otherwise_than_its_feed(
    watcher: Watcher, site: Site
) -> None:
    site.answers["/r/1"] = moved(site.at("/fire"), 302)
    site.answers["/fire"] = html("Warehouse burns in Tarvik", *FIRE)
    own = f'<link rel="canonical" href="{site.at("/fire")}">'.encode()
    site.answers["/fire"] = replace(site.answers["/fire"], body=own + site.answers["/fire"].body)
    site.answers["/rss"] = rss(item(site.at("/r/1"), "Warehouse burns in Tarvik"))
    watcher.once(site.at("/rss"))
    site.answers["/fire"] = refused(410)
    assert watcher.later().tally(site.at("/rss")).gone == 1
    with watcher.store.view() as view:
        gone = gone_of(view, view.articles())
    assert ["answered 410" in words for words in gone.values()] == [True]


def test_one_report_in_two_feeds_is_fetched_once(watcher: Watcher, site: Site, other: Site, feed: str) -> None:
    other.answers["/atom"] = rss(item(site.at("/fire") + "#top", "Fire"), title="Other News")
    tally = watcher.tally(feed, other.at("/atom"))
    assert tally.new == 2
    assert site.paths().count("/fire") == 1


def test_relative_links_are_followed(watcher: Watcher, site: Site) -> None:
    site.answers["/news/fire"] = html("Warehouse burns in Tarvik", *FIRE)
    head = f'<title>N</title><link rel="alternate" href="{site.at("/news/")}"/>'
    entry = '<entry><id>a</id><title>Fire</title><link href="fire"/></entry>'
    atom = f'<feed xmlns="http://www.w3.org/2005/Atom">{head}{entry}</feed>'
    site.answers["/atom"] = Answer(atom.encode(), headers={"Content-Type": "application/atom+xml"})
    assert watcher.tally(site.at("/atom")).new == 1


def test_a_feed_that_moved_for_good_is_asked_at_its_new_address(watcher: Watcher, site: Site, feed: str) -> None:
    site.answers["/old"] = moved("/rss", 308)
    (brought,) = watcher.once(site.at("/old"))
    assert brought.tally.new == 2
    assert brought.said == [f"it has moved to {feed}"]
    site.forget()
    watcher.later(1000).once(site.at("/old"))
    assert site.paths() == ["/rss"]


def test_a_feed_that_moved_for_now_stays_where_it_is(watcher: Watcher, site: Site, feed: str) -> None:
    site.answers["/old"] = moved(feed, 302)
    watcher.once(site.at("/old"))
    assert watcher.feed(site.at("/old")).address == site.at("/old")


def test_a_feed_that_has_ended_is_asked_no_more(watcher: Watcher, site: Site) -> None:
    site.answers["/rss"] = refused(410)
    (brought,) = watcher.once(site.at("/rss"))
    assert "has ended (410)" in brought.said[0]
    site.forget()
    watcher.later(10 * 24 * HOUR).once(site.at("/rss"))
    assert site.asked == []


def test_the_pages_of_one_feed_in_a_round_are_bounded_and_the_rest_comes_later(
    watcher: Watcher, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rounds, "MOST_PAGES", 3)
    for n in range(7):
        site.answers[f"/{n}"] = html(f"Ship number {n} arrives", f"Ship {n} came in on Monday.", *STRIKE)
    site.answers["/rss"] = rss(*(item(site.at(f"/{n}"), f"Ship number {n} arrives") for n in range(7)))
    assert [watcher.later(60).tally(site.at("/rss")).new for _ in range(4)] == [3, 3, 1, 0]


def test_of_two_thousand_entries_the_newest_are_taken(
    watcher: Watcher, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rounds, "MOST_PAGES", 5)
    dated = "<item><title>{n}</title><link>{at}</link><pubDate>{day:02} May 2031 10:00:00 GMT</pubDate></item>"
    items = (dated.format(n=n, at=site.at(f"/{n}"), day=28 if n % 20 == 7 else 1) for n in range(2_000))
    site.answers["/rss"] = rss(*items)
    (brought,) = watcher.once(site.at("/rss"))
    assert brought.said == ["1900 older entries passed over"]
    assert site.paths() == ["/rss", "/7", "/27", "/47", "/67", "/87"]


def test_what_is_let_go_of_in_the_middle_is_done_next_time(
    watcher: Watcher, site: Site, feed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(rounds, "take_in", stop)
        with pytest.raises(KeyboardInterrupt):
            watcher.once(feed)
    assert watcher.rows() == []
    assert watcher.tally(feed).new == 2
