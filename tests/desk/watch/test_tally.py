"""What a round brought, in words."""

from __future__ import annotations

from twosource.desk.watch.rounds import Brought
from twosource.desk.watch.tally import Tally, summary_words, tally_words
from twosource.desk.watch.telling import feed_words, gone_words, line_of
from twosource.stores.base import WatchedFeed, WatchedPage

FEED = WatchedFeed(feed="https://news.example.org/rss", address="https://news.example.org/rss", title="News")


def test_what_is_none_is_not_told() -> None:
    assert tally_words(Tally()) == ""
    assert tally_words(Tally(new=2, from_feed=1, failed=3)) == "2 new (1 from the feed's own text), 3 failed"
    assert tally_words(Tally(gone=1, refused=2, later=4)) == (
        "1 gone from the site, 2 refused by robots.txt, 4 to be tried again"
    )


def test_a_summary_tells_what_is_none_too() -> None:
    assert summary_words(Tally(new=3, from_feed=1, unchanged=5), 2, 0) == (
        "2 feeds and 7 pages fetched: 3 new, 0 changed, 5 unchanged, 0 refused by robots.txt, 0 failed"
    )
    assert summary_words(Tally(gone=1), 0, 1).startswith("0 feeds and 0 pages fetched, 1 feed failed: 0 new")


def test_tallies_add_up() -> None:
    total = Tally(new=1, failed=2)
    total.add(Tally(new=4, gone=1))
    assert total == Tally(new=5, gone=1, failed=2)


def test_a_line_is_for_what_came_or_failed() -> None:
    assert line_of(Brought(feed=FEED, tally=Tally(unchanged=9))) == ""
    assert line_of(Brought(feed=FEED, tally=Tally(new=1, unchanged=9))) == "News: 1 new, 9 unchanged"
    assert line_of(Brought(feed=FEED, said=["it has moved to X"])) == "News: it has moved to X"
    assert line_of(Brought(feed=FEED, failed=True, said=["https://…: 500"])) == "https://…: 500"


def test_how_a_feed_stands() -> None:
    assert feed_words(FEED) == "https://news.example.org/rss\tNews\thas not come yet, next when the watch runs"
    failed = WatchedFeed(
        feed="a", address="b", failures=2, error="b: 500", next_poll=1_935_000_000, polled=1_934_000_000
    )
    told = feed_words(failed).split("\t")[2]
    assert told.startswith("failed 2 times, last came 2031-04-")
    assert told.endswith(": b: 500; moved to b")
    ended = WatchedFeed(feed="a", address="a", next_poll=None, error="a: gone")
    assert feed_words(ended) == "a\t-\tended: a: gone"
    assert "never" in feed_words(WatchedFeed(feed="a", address="a", next_poll=10**15))


def test_a_page_that_is_gone_cannot_steer_a_terminal() -> None:
    page = WatchedPage(address="http://a.example/1", feed="a", title="Fire\x1b[2J", gone=1_935_000_000)
    assert gone_words(page).startswith("http://a.example/1\tFire\ufffd[2J\tgone from its site since 2031-04-")
