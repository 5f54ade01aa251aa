"""The commands that keep reports: a desk, and what goes into it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from twosource import api
from twosource.cli.shared import (
    EXIT_INTERRUPTED,
    About,
    AnalyzerName,
    Debug,
    Desk,
    Fetch,
    Folder,
    Inputs,
    Workers,
    finish,
    metered,
    told,
)
from twosource.nlp import DEFAULT_ANALYZER

if TYPE_CHECKING:
    from twosource.console import Meter
    from twosource.desk.ingest import Added
    from twosource.desk.ingest.progress import Progress
    from twosource.stores.base import Arrival, View


def init(folder: Folder, debug: Debug = False) -> None:
    """Makes a desk: a folder on this machine in which reports are kept and sorted into stories."""
    from twosource.desk.folder import make_desk

    with told(debug):
        make_desk(folder)
    print(f"A desk is in {folder}. Add reports: twosource add INPUT… --desk {folder}")


def add(
    inputs: Inputs,
    desk: Desk,
    about: About = None,
    analyzer: AnalyzerName = DEFAULT_ANALYZER,
    workers: Workers = 2,
    fetch: Fetch = False,
    debug: Debug = False,
) -> None:
    """Reads reports and keeps them in a desk. What the desk has already costs nothing and changes nothing."""
    from twosource.desk.folder import open_desk
    from twosource.desk.ingest import add as take_in
    from twosource.desk.ingest.expected import expected

    options = api.Options(about=about, analyzer=analyzer, workers=workers, fetch=fetch)
    with told(debug), _resumable(desk):
        store = open_desk(desk)
        with metered("Adding reports", debug) as meter:
            meter.expect(expected(inputs))
            added = take_in(store, inputs, options, _shown_on(meter))
    print(_summary(added, desk))
    finish(meter)


def _shown_on(meter: Meter) -> Progress:
    """Shows what an add tells."""
    from twosource.desk.ingest.progress import Progress

    class Shown(Progress):
        def read(self, outcome: api.Outcome[Arrival]) -> None:
            meter.advance()
            if outcome.error is not None:
                meter.failure(outcome)
            for warning in outcome.result.warnings if outcome.result else ():
                meter.warn(warning)

        def known(self) -> None:
            meter.advance()

        def sorted(self) -> None:
            meter.turn_to("Working out stories")

        def worked_out(self, story: str) -> None:
            meter.advance()

    return Shown()


@contextmanager
def _resumable(desk: Path) -> Iterator[None]:
    """Says what Ctrl-C leaves."""
    try:
        yield
    except KeyboardInterrupt:
        kept = f"ended; all that {desk} had kept until a few seconds ago is there: the same command goes on from there"
        print(f"twosource: {kept}", file=sys.stderr)
        raise typer.Exit(EXIT_INTERRUPTED) from None


def _summary(added: Added, desk: Path) -> str:
    from twosource.formats.words import plural

    stories = f" in {plural(added.stories, 'story', 'stories')}" if added.new else ""
    kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(added.failures.items()))
    failed = f"{added.failed} failed ({kinds}): twosource desk quarantine {desk}" if added.failed else "none failed"
    return f"{added.new} new{stories}, {added.known} known already, {failed}"


def status(folder: Folder, debug: Debug = False) -> None:
    """What a desk holds: articles, stories, outlets, from when to when, what could not be read."""
    from twosource.desk.folder import open_desk

    with told(debug), open_desk(folder).view() as view:
        print("\n".join(_status(view)))


def _status(view: View) -> list[str]:
    from twosource.formats.words import day_words, plural

    counts = view.counts()
    days: set[str] = set()
    outlets: set[str] = set()
    for row in view.rows():
        days.update([row.day] if row.day else [])
        outlets.update([row.outlet] if row.outlet else [])
    return [
        f"{plural(counts.articles, 'article')} of {plural(len(outlets), 'outlet')} in "
        f"{plural(counts.stories, 'story', 'stories')}",
        f"published from {day_words(min(days))} to {day_words(max(days))}" if days else "no dates of publication",
        f"{plural(counts.rejected, 'input')} in quarantine",
    ]


def quarantine(folder: Folder, debug: Debug = False) -> None:
    """What could not be read, each with the reason and what to do: its id, a tab, the reason."""
    from twosource.desk.folder import open_desk
    from twosource.formats.words import printable

    with told(debug), open_desk(folder).view() as view:
        for one in view.rejected():
            print(printable(f"{one.input_id}\t{one.reason}"))


def serve(
    folder: Folder,
    port: Annotated[
        int, typer.Option(min=0, max=65535, metavar="N", help="The port on this machine; 0: any free one.")
    ] = 8321,
    debug: Debug = False,
) -> None:
    """Shows a desk in the browser: stories, findings, reports side by side, search. On this machine only."""
    from twosource.desk.folder import open_desk

    with told(debug):
        store = open_desk(folder)
        from twosource.desk.web.serve import address, opened, server

        with opened(port) as listening:
            print(f"The desk is at {address(listening)} (Ctrl-C ends it)", flush=True)
            try:
                server(store).run(sockets=[listening])
            except KeyboardInterrupt:
                return
