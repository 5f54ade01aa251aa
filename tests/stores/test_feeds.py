"""What every store keeps of watched feeds: the same tests on the one in memory and on SQLite."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from twosource.stores.base import Host, Store, WatchedFeed, WatchedPage
from twosource.stores.memory import MemoryStore
from twosource.stores.sqlite import SqliteStore

NEWS, LOCAL = "https://news.example.org/rss", "https://local.example.org/atom"


@pytest.fixture(params=["memory", "sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    yield MemoryStore() if request.param == "memory" else SqliteStore(tmp_path / "desk.sqlite", create=True)


def page(name: str, feed: str = NEWS, **known: object) -> WatchedPage:
    return WatchedPage(address=f"https://news.example.org/{name}", feed=feed, **known)  # type: ignore[arg-type]


def names(pages: list[WatchedPage]) -> list[str]:
    return [page.address.rpartition("/")[2] for page in pages]


def test_a_new_store_watches_nothing(store: Store) -> None:
    with store.view() as view:
        assert view.feeds() == list(view.pages_gone()) == view.pages_due(NEWS, 10**10, 5) == []
        assert view.next_due([NEWS]) is view.watched_page(NEWS) is view.host("https://news.example.org:443") is None


def test_feeds_come_back_in_the_order_in_which_they_came_first(store: Store) -> None:
    one = WatchedFeed(
        feed=NEWS, address=NEWS, title="News", etag='"a"', modified="Mon, 05 May 2031", next_poll=90, polled=30
    )
    other = WatchedFeed(feed=LOCAL, address=LOCAL, next_poll=None, failures=3, error="gone")
    moved = replace(one, address=NEWS + "2", etag=None, next_poll=120)
    with store.writer() as writer:
        writer.put_feeds([one, other])
        writer.put_feeds([moved])
    with store.view() as view:
        assert view.feeds() == [moved, other]


def test_a_page_is_known_once_whatever_feed_leads_to_it(store: Store) -> None:
    first = page("1", title="Fire", date="2031-05-05", outlet="News", content="<p>Smoke.</p>", next_look=40)
    with store.writer() as writer:
        assert writer.add_pages([first, page("2")]) == 2
        assert writer.add_pages([page("1", LOCAL, title="Other"), page("3")]) == 1
    with store.view() as view:
        assert view.watched_page(first.address) == first
        assert names(view.pages_due(NEWS, 10**10, 5)) == ["2", "3", "1"]
        assert view.pages_due(LOCAL, 10**10, 5) == []


def test_pages_are_due_in_the_order_of_their_times_and_so_many_at_once(store: Store) -> None:
    with store.writer() as writer:
        writer.add_pages([page("c", next_look=9), page("a", next_look=5), page("never", next_look=None)])
        writer.add_pages([page("b", next_look=5), page("late", next_look=11), page("other", LOCAL, next_look=1)])
    with store.view() as view:
        assert names(view.pages_due(NEWS, 10, 9)) == ["a", "b", "c"]
        assert names(view.pages_due(NEWS, 10, 2)) == ["a", "b"]
        assert names(view.pages_due(NEWS, 4, 9)) == []


def test_a_page_is_put_back_as_it_is_now(store: Store) -> None:
    seen = page("1", looks=1, kept_from="page", etag='"x"', next_look=3600, failures=2, error="500", gone=7)
    with store.writer() as writer:
        writer.add_pages([page("1", content="<p>Text"), page("2", next_look=None)])
        writer.put_pages([seen])
    with store.view() as view:
        assert view.watched_page(seen.address) == seen
        assert names(view.pages_due(NEWS, 10**10, 9)) == ["1"]


def test_only_pages_that_were_kept_can_be_gone(store: Store) -> None:
    with store.writer() as writer:
        writer.add_pages(
            [page("kept", gone=5, kept_from="page"), page("never", gone=6), page("there", kept_from="page")]
        )
    with store.view() as view:
        assert names(list(view.pages_gone())) == ["kept"]


def test_the_next_thing_due_is_a_feed_or_a_page_of_those_asked_for(store: Store) -> None:
    with store.writer() as writer:
        writer.put_feeds(
            [WatchedFeed(feed=NEWS, address=NEWS, next_poll=50), WatchedFeed(feed=LOCAL, address=LOCAL, next_poll=None)]
        )
        writer.add_pages([page("1", next_look=70), page("2", LOCAL, next_look=20), page("3", next_look=None)])
    with store.view() as view:
        assert view.next_due([NEWS]) == 50
        assert view.next_due([LOCAL]) == view.next_due([NEWS, LOCAL]) == 20
        assert view.next_due([]) is view.next_due(["https://unknown.example.org"]) is None


def test_what_hosts_ask_for(store: Store) -> None:
    none, some = Host(host="http://a.example:80"), Host(host="https://b.example:443", robots="User-agent: *", until=5)
    with store.writer() as writer:
        for host in (none, some, replace(some, robots="", wait=9)):
            writer.put_host(host)
    with store.view() as view:
        assert view.host(none.host) == none
        assert view.host(some.host) == replace(some, robots="", wait=9)


def test_a_lone_surrogate_stops_nothing(store: Store) -> None:
    with store.writer() as writer:
        writer.put_feeds([WatchedFeed(feed=NEWS, address=NEWS, title="\ud800 News")])
        writer.add_pages([page("1", title="\udc00", content="<p>\ud83d</p>")])
    with store.view() as view:
        assert len(view.feeds()) == len(view.pages_due(NEWS, 0, 9)) == 1


def test_what_raises_leaves_the_watch_as_it_was(store: Store) -> None:
    def fail() -> None:
        with store.writer() as writer, writer.together():
            writer.put_feeds([WatchedFeed(feed=NEWS, address=NEWS)])
            writer.add_pages([page("1")])
            writer.put_host(Host(host="http://a.example:80"))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    with store.view() as view:
        assert view.feeds() == view.pages_due(NEWS, 0, 9) == []
        assert view.host("http://a.example:80") is None
