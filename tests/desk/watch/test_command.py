"""The real command against a real site: a first run, one with nothing new, one with a change, and its end."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from tests.cli.command import COMMAND, HUNG, RULES, Result, run, said
from tests.desk.watch.server import Answer, Site, drip, html, item, refused, rss
from tests.desk.watch.test_rounds import FIRE, STRIKE
from twosource.desk.folder import make_desk, open_desk
from twosource.stores.base import Store


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    make_desk(tmp_path / "mine")
    return tmp_path / "mine"


@pytest.fixture
def feeds(site: Site, tmp_path: Path) -> Path:
    """A list of two feeds, one of which has ended."""
    site.answers["/fire"] = html("Warehouse burns in Tarvik", *FIRE)
    site.answers["/strike"] = html("Ferry crews walk out", *STRIKE)
    site.answers["/rss"] = rss(item(site.at("/fire"), "Warehouse burns"), item(site.at("/strike"), "Ferry crews"))
    site.answers["/old"] = refused(410)
    outlines = "".join(f'<outline text="{n}" xmlUrl="{site.at(n)}"/>' for n in ("/rss", "/old"))
    path = tmp_path / "feeds.opml"
    path.write_text(f'<opml version="2.0"><body>{outlines}</body></opml>')
    return path


ONCE = ("--allow-host", "127.0.0.1", "--once", *RULES)


def once(feeds: Path | str, desk: Path) -> Result:
    return run("watch", feeds, "--desk", desk, *ONCE, cwd=desk.parent)


def all_due(store: Store) -> None:
    """Sets the times of the next looks back, as if hours had passed."""
    with store.view() as view:
        feeds = [feed for feed in view.feeds() if feed.next_poll is not None]
        pages = [page for feed in feeds for page in view.pages_due(feed.feed, 10**12, 99)]
    with store.writer() as writer:
        writer.put_feeds([replace(feed, next_poll=0) for feed in feeds])
        writer.put_pages([replace(page, next_look=0) for page in pages])


def test_a_desk_is_filled_kept_and_brought_up_to_date(site: Site, feeds: Path, desk: Path) -> None:
    first = once(feeds, desk)
    assert first.status == 1, "a feed has ended"
    assert first.out.startswith("1 feed and 2 pages fetched, 1 feed failed: 2 new, 0 changed, 0 unchanged, 0 refused")
    assert "Harbour News: 2 new" in first.err.splitlines()
    assert "has ended (410)" in first.err

    site.forget()
    nothing = once(feeds, desk)
    assert (nothing.status, nothing.err, site.asked) == (0, "", [])
    assert nothing.out.startswith("0 feeds and 0 pages fetched: 0 new")
    assert "; next due 20" in nothing.out

    all_due(open_desk(desk))
    again = once(feeds, desk)
    assert (again.status, again.err) == (0, "")
    assert again.out.startswith("1 feed and 2 pages fetched: 0 new, 0 changed, 2 unchanged")
    assert (sorted(site.paths()), site.statuses) == (["/fire", "/rss", "/strike"], [304, 304, 304])

    all_due(open_desk(desk))
    site.answers["/fire"] = html("Warehouse burns in Tarvik", FIRE[0].replace("three", "five"), FIRE[1])
    changed = once(feeds, desk)
    assert changed.out.startswith("1 feed and 2 pages fetched: 0 new, 1 changed, 1 unchanged")
    assert changed.err == "Harbour News: 1 changed, 1 unchanged\n"

    all_due(open_desk(desk))
    site.answers["/fire"] = Answer(b"", 404)
    assert once(feeds, desk).err == "Harbour News: 1 unchanged, 1 gone from the site\n"
    feed, old, gone = run("desk", "feeds", "mine", cwd=desk.parent).out.splitlines()
    assert feed.startswith(f"{site.at('/rss')}\tHarbour News\tlast came 20")
    assert "\tended: " in old
    assert gone.startswith(f"{site.at('/fire')}\tWarehouse burns\tgone from its site since 20")


def test_no_private_address_is_reached_without_leave(site: Site, feeds: Path, desk: Path) -> None:
    refused = run("watch", feeds, "--desk", desk, "--once", cwd=desk.parent)
    assert refused.status == 1
    assert "127.0.0.1 is no public address" in refused.err
    assert site.asked == []


@pytest.mark.parametrize(
    ("feed", "reason"),
    [
        ("missing.opml", "there is no such file"),
        ("ftp://news.example.org/rss", "only http and https"),
        ("mine/desk.sqlite", "this is no OPML"),
        ("http://news.example.org:99999/", "no address of the web"),
    ],
)
def test_what_cannot_be_watched_says_why(desk: Path, feed: str, reason: str) -> None:
    told = said("watch", feed, "--desk", desk, *ONCE, cwd=desk.parent)
    assert told.status == 1
    assert reason in told.err
    assert "there is no feed to watch" in told.err


def test_a_desk_that_watches_nothing_says_how_to_begin(desk: Path) -> None:
    assert said("desk", "feeds", "mine", cwd=desk.parent).out == (
        "no feeds yet: twosource watch FEEDS.opml --desk mine\n"
    )


@contextmanager
def watching(feeds: Path, desk: Path) -> Iterator[subprocess.Popen[str]]:
    """The command while it runs."""
    command = [*COMMAND, "watch", str(feeds), "--desk", str(desk), "--allow-host", "127.0.0.1", "--analyzer", "rules"]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    process = subprocess.Popen(command, text=True, env=os.environ | {"NO_COLOR": "1"}, **pipes)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_when_asked_and_what_was_fetched_is_kept(
    site: Site, feeds: Path, desk: Path, ending: signal.Signals
) -> None:
    with watching(feeds, desk) as process:
        assert process.stderr is not None
        lines = [process.stderr.readline() for _ in range(3)]
        assert lines[0].startswith("Watching 2 feeds for ")
        assert "Harbour News: 2 new\n" in lines
        second = once(feeds, desk)
        assert second.status == 1
        assert "another watch of this desk is running" in second.err
        process.send_signal(ending)
        out, _ = process.communicate(timeout=HUNG)
    assert process.returncode == 0
    assert out.startswith("1 feed and 2 pages fetched, 1 feed failed: 2 new")
    with open_desk(desk).view() as view:
        assert view.counts().articles == 2


def test_it_ends_in_the_middle_of_a_fetch_that_never_ends(site: Site, feeds: Path, desk: Path) -> None:
    begun = Event()

    def stuck(handler: Any) -> None:
        begun.set()
        drip(handler)

    site.answers["/strike"] = stuck
    with watching(feeds, desk) as process:
        assert begun.wait(HUNG)
        process.send_signal(signal.SIGINT)
        out, _ = process.communicate(timeout=HUNG)
    assert process.returncode == 0
    assert out.startswith("1 feed and 1 page fetched, 1 feed failed: 1 new")
    site.answers["/strike"] = html("Ferry crews walk out", *STRIKE)
    assert ": 1 new, " in once(feeds, desk).out


def test_a_watch_that_is_killed_loses_nothing(site: Site, feeds: Path, desk: Path) -> None:
    asked = Event()
    whole = site.answers["/strike"]

    def noted(handler: Any) -> None:
        asked.set()
        handler.answer(whole)

    site.answers["/strike"] = noted
    with watching(feeds, desk) as process:
        assert asked.wait(HUNG)
        process.kill()
        process.wait()
    once(feeds, desk)
    with open_desk(desk).view() as view:
        assert sorted(row.headline for row in view.rows()) == ["Ferry crews walk out", "Warehouse burns in Tarvik"]
        assert all(row.story for row in view.rows())


def test_stories_with_something_new_are_worked_out(site: Site, desk: Path) -> None:
    site.answers["/fire"] = html("Warehouse burns in Tarvik", *FIRE)
    again = "The fire that destroyed a warehouse in Tarvik on Monday hurt three people, the fire brigade said."
    site.answers["/again"] = html(
        "Fire in Tarvik destroys warehouse", again, "Police questioned two men about the fire."
    )
    site.answers["/rss"] = rss(item(site.at("/fire"), "Warehouse burns in Tarvik"), item(site.at("/again"), "Fire"))
    assert once(site.at("/rss"), desk).status == 0
    with open_desk(desk).view() as view:
        (story,) = view.stories(0, 9)
        assert view.works([story.story])[story.story].reports == 2
