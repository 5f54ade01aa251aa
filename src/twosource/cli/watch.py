"""The commands that follow feeds: the watch, and what it knows of them."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from twosource import api
from twosource.cli.shared import EXIT_SOME_FAILED, AnalyzerName, Debug, Desk, Folder, Workers, told
from twosource.errors import InputError
from twosource.nlp import DEFAULT_ANALYZER

if TYPE_CHECKING:
    from twosource.desk.watch.rounds import Brought, Means
    from twosource.pages.opml import Subscription
    from twosource.stores.base import Store


def watch(
    feeds: Annotated[
        list[str],
        typer.Argument(metavar="FEEDS", show_default=False, help="Lists of feeds (OPML files), or addresses of feeds."),
    ],
    desk: Desk,
    once: Annotated[bool, typer.Option("--once", help="Fetch what is due now, then end: for cron.")] = False,
    allow_host: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", show_default=False, help="A host that may be in a private network; repeatable."),
    ] = None,
    analyzer: AnalyzerName = DEFAULT_ANALYZER,
    workers: Workers = 2,
    debug: Debug = False,
) -> None:
    """Follows feeds (RSS, Atom, JSON Feed) and keeps the reports they lead to in a desk, and how these change.

    Ctrl-C ends it; the next watch goes on from there.
    """
    from twosource.desk.folder import open_desk
    from twosource.desk.watch.alone import alone
    from twosource.desk.watch.watching import watch as follow
    from twosource.formats.words import plural

    with told(debug):
        store = open_desk(desk)
        followed, failed = _followed(feeds)
        with alone(desk), _until_interrupted() as ending:
            means = _means(store, api.Options(analyzer=analyzer, workers=workers), allow_host or [], ending.asked)
            told_of = _Told(lambda: _work_out(means, ending))
            if not once:
                _say(f"Watching {plural(len(followed), 'feed')} for {desk} (Ctrl-C ends it)")
            follow(means, followed, told_of.hear, lambda busy: _say(str(busy)), once=once)
        print(told_of.summary(means, [feed.address for feed in followed]))
        if once and (failed or told_of.failed):
            raise typer.Exit(EXIT_SOME_FAILED)


def feeds(folder: Folder, debug: Debug = False) -> None:
    """The feeds that a desk watches, each with how it stands; then the pages that were taken from their sites."""
    from twosource.desk.folder import open_desk
    from twosource.desk.watch.telling import feed_words, gone_words

    with told(debug), open_desk(folder).view() as view:
        known = view.feeds()
        for feed in known:
            print(feed_words(feed))
        for page in view.pages_gone():
            print(gone_words(page))
        if not known:
            print(f"no feeds yet: twosource watch FEEDS.opml --desk {folder}")


def _followed(inputs: list[str]) -> tuple[list[Subscription], int]:
    """The feeds to follow, and how many cannot be; each of these is told."""
    from twosource.desk.watch.lists import subscriptions
    from twosource.pages import Failure

    found = subscriptions(inputs)
    failures = [one for one in found if isinstance(one, Failure)]
    for failure in failures:
        _say(str(failure.error))
    followed = [one for one in found if not isinstance(one, Failure)]
    if not followed:
        raise InputError("there is no feed to watch: give a list of feeds (OPML) or the address of one")
    return followed, len(failures)


def _means(store: Store, options: api.Options, allow_hosts: list[str], stopped: Callable[[], bool]) -> Means:
    from random import Random

    from twosource.desk.watch.clock import SystemClock
    from twosource.desk.watch.from_web import from_web
    from twosource.desk.watch.rounds import Means

    return Means(
        store=store,
        options=options,
        fetch=partial(from_web, allow_hosts=frozenset(allow_hosts)),
        clock=SystemClock(),
        chance=Random(),  # noqa: S311 - spreads questions over time, guards nothing
        stopped=stopped,
    )


class _Told:
    """Tells what each round brought, and counts it; `on_news` is called after a round that brought something."""

    def __init__(self, on_news: Callable[[], None]) -> None:
        from twosource.desk.watch.tally import Tally

        self._on_news = on_news
        self._tally = Tally()
        self._answers = self._lost = 0

    @property
    def failed(self) -> bool:
        """Whether a feed or a page failed."""
        return bool(self._lost or self._tally.failed)

    def hear(self, brought: list[Brought]) -> None:
        """One line for each feed that brought something or failed."""
        from twosource.desk.watch.telling import line_of

        for one in brought:
            self._tally.add(one.tally)
            self._answers += one.answered
            self._lost += one.failed
            if line := line_of(one):
                _say(line)
        if any(one.tally.new or one.tally.changed for one in brought):
            self._on_news()

    def summary(self, means: Means, feeds: list[str]) -> str:
        """What was fetched in all, or when there will be something to fetch."""
        from twosource.desk.watch.tally import summary_words
        from twosource.desk.watch.telling import when
        from twosource.desk.watch.watching import next_due

        told = summary_words(self._tally, self._answers, self._lost)
        due = next_due(means, feeds)
        if due is None:
            return f"{told}; all feeds have ended"
        return f"{told}; next due {when(due)}" if due > means.clock.now() else f"{told}; more is due"


def _say(line: str) -> None:
    from twosource.formats.words import printable

    print(printable(" ".join(line.split())), file=sys.stderr, flush=True)


class _Ending:
    """Whether the watch is to end; while `at_once`, by KeyboardInterrupt, as by the second time of asking."""

    def __init__(self) -> None:
        self._asked = self.at_once = False

    def asked(self) -> bool:
        """Whether Ctrl-C was pressed, or the system asked us to end."""
        return self._asked

    def note(self, *_: object) -> None:
        """Takes note of a signal."""
        at_once, self._asked = self._asked or self.at_once, True
        if at_once:
            raise KeyboardInterrupt


def _work_out(means: Means, ending: _Ending) -> None:
    """Works out the stories that have something new, as add does; one that is left is worked out when it is shown."""
    from twosource.desk.works import work_out

    if ending.asked():
        return
    ending.at_once = True
    try:
        work_out(means.store, workers=means.options.workers)
    except KeyboardInterrupt:
        return
    finally:
        ending.at_once = False


@contextmanager
def _until_interrupted() -> Iterator[_Ending]:
    """Takes note of Ctrl-C and of the system's wish that we end: what was fetched is kept first."""
    ending = _Ending()
    before = {number: signal.signal(number, ending.note) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield ending
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
