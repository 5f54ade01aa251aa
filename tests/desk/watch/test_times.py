"""When feeds and pages are asked again, and what lists of feeds name."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from twosource.desk.watch.backoff import FIRST, LONGEST, wait_after
from twosource.desk.watch.crawl import HostWaits
from twosource.desk.watch.errands import Came, Errand
from twosource.desk.watch.lists import subscriptions
from twosource.desk.watch.looks import after_failure, after_page, after_unreadable
from twosource.desk.watch.polls import MOST_ENTRIES, after_answer, after_no_answer
from twosource.errors import FetchRefused, InputError
from twosource.pages import Failure
from twosource.pages.feeds import Entry, Feed
from twosource.pages.fetch import AnswerRefused, Fetched
from twosource.stores.base import WatchedFeed, WatchedPage

NOW = 1_935_000_000.0
FEED = WatchedFeed(feed="https://news.example.org/rss", address="https://news.example.org/rss")
PAGE = WatchedPage(address="https://news.example.org/1", feed=FEED.feed)
KEPT = WatchedPage(address="https://news.example.org/1", feed=FEED.feed, kept_from="page", looks=1)


def test_waits_double_up_to_a_day_and_spread_by_a_quarter() -> None:
    lost = InputError("no route")
    waits = [wait_after(n, Random(1), lost, NOW) for n in range(1, 60)]
    assert all(0.75 * FIRST * 2**n <= wait <= 1.25 * FIRST * 2**n for n, wait in enumerate(waits[:7]))
    assert max(waits) <= 1.25 * LONGEST
    assert len({wait_after(1, Random(n), lost, NOW) for n in range(20)}) > 10
    assert wait_after(3, Random(9), lost, NOW) == wait_after(3, Random(9), lost, NOW)


def test_what_a_host_asks_for_is_the_least_but_for_a_day() -> None:
    assert wait_after(1, Random(1), AnswerRefused("busy", 503, 5000.0), NOW) == 5000
    assert wait_after(1, Random(1), AnswerRefused("busy", 503, 1e15), NOW) == LONGEST
    assert wait_after(1, Random(1), AnswerRefused("busy", 503, 1.0), NOW) > 400


@pytest.mark.parametrize("error", [InputError("no route"), AnswerRefused("busy", 503), AnswerRefused("slowly", 429)])
def test_a_page_that_may_come_yet_is_tried_three_times(error: InputError) -> None:
    page, waits = PAGE, []
    while page.next_look is not None:
        page = after_failure(page, error, NOW, Random(2))
        waits += [page.next_look - NOW] if page.next_look else []
    assert page.failures == 3
    assert len(waits) == 2
    assert 400 < waits[0] < waits[1] < 1600


@pytest.mark.parametrize("error", [AnswerRefused("no", 403), AnswerRefused("no", 404), FetchRefused("private")])
def test_a_page_that_will_never_come_is_given_up(error: InputError) -> None:
    assert after_failure(PAGE, error, NOW, Random(2)).next_look is None


def test_a_page_waits_for_as_long_as_its_host_asks() -> None:
    waiting = after_failure(PAGE, HostWaits("robots.txt", NOW + 4000), NOW, Random(2))
    assert waiting.next_look == NOW + 4000


def test_a_kept_page_keeps_its_looks_whatever_happens() -> None:
    for error in (InputError("no route"), FetchRefused("private"), AnswerRefused("no", 404)):
        later = after_failure(KEPT, error, NOW, Random(2))
        assert (later.looks, later.next_look, later.kept_from) == (2, NOW + 5 * 3600, "page")
    assert after_unreadable(KEPT, InputError("no text"), NOW).next_look == NOW + 5 * 3600
    assert after_unreadable(PAGE, InputError("no text"), NOW).next_look is None


def test_a_304_without_an_etag_keeps_the_one_that_was() -> None:
    seen = after_page(PAGE, Fetched(status=200, address=PAGE.address, etag='"a"', modified="Mon"), NOW)
    again = after_page(seen, Fetched(status=304, address=PAGE.address), NOW)
    assert (again.etag, again.modified) == ('"a"', "Mon")
    other = after_page(again, Fetched(status=200, address=PAGE.address), NOW)
    assert (other.etag, other.modified) == (None, None)


def answered(*entries: Entry, title: str | None = "News") -> list[WatchedPage]:
    came = Came(
        errand=Errand(subject=FEED, address=FEED.address, accept="feed"),
        fetched=Fetched(status=200, address=FEED.address),
        feed=Feed(title=title, entries=entries),
    )
    return list(after_answer(FEED, came, NOW).pages)


def test_a_page_is_known_by_its_address_without_the_place_in_it() -> None:
    one, other = answered(Entry(id="a", url="https://n.example/1#top"), Entry(id="b", url="https://n.example/1#end"))
    assert one.address == other.address == "https://n.example/1"


def test_entries_without_address_or_id_are_known_by_what_they_say() -> None:
    first = answered(Entry(id="1", title="Fire", text="Smoke."), Entry(id="2", title="Strike"))
    later = answered(Entry(id="1", title="Strike"), Entry(id="2", title="Fire", text="Smoke."))
    assert [page.address for page in first] == [page.address for page in reversed(later)]
    assert len({page.address for page in first}) == 2


def test_only_a_whole_text_stands_for_its_page() -> None:
    whole = Entry(id="a", url="https://n.example/1", title="A & B", html="<p>All of it.</p>", whole=True)
    teaser = Entry(id="b", url="https://n.example/2", title="B", html="<p>Read on</p>")
    one, other = answered(whole, teaser)
    assert one.content == "<article><h1>A &amp; B</h1>\n<p>All of it.</p></article>"
    assert one.content_type == "text/html"
    assert other.content is None


def test_of_many_entries_without_days_the_first_are_taken() -> None:
    pages = answered(*(Entry(id=f"e{n}", url=f"https://n.example/{n}") for n in range(500)))
    assert [page.address for page in pages] == [f"https://n.example/{n}" for n in range(MOST_ENTRIES)]


def test_a_feed_waits_longer_each_time_and_not_for_ever() -> None:
    feed = FEED
    for _ in range(40):
        feed = after_no_answer(feed, InputError("no route"), NOW, Random(3))
    assert feed.next_poll is not None
    assert feed.next_poll <= NOW + 1.25 * LONGEST


def test_lists_and_addresses_name_each_feed_once(tmp_path: Path) -> None:
    outlines = '<outline text="N"><outline text="News" xmlUrl="https://n.example/rss"/><outline text="?" xmlUrl="x:y"/>'
    path = tmp_path / "feeds.opml"
    path.write_text(f'<opml version="2.0"><body>{outlines}</outline></body></opml>')
    found = subscriptions(["https://n.example/rss", str(path), "https://other.example/atom", str(tmp_path)])
    assert [one.address for one in found if not isinstance(one, Failure)] == [
        "https://n.example/rss", "https://other.example/atom",
    ]  # fmt: skip
    assert len([one for one in found if isinstance(one, Failure)]) == 2
