"""The commands that keep reports: a desk, and what goes into it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from twosource import api
from twosource.cli.shared import About, AnalyzerName, Debug, Fetch, Inputs, Workers, finish, metered, told
from twosource.nlp import DEFAULT_ANALYZER

if TYPE_CHECKING:
    from twosource.stores.base import View

Folder = Annotated[Path, typer.Argument(metavar="DIR", show_default=False, help="The folder of the desk.")]


def init(folder: Folder, debug: Debug = False) -> None:
    """Makes a desk: a folder on this machine in which reports are kept and sorted into stories."""
    from twosource.desk.folder import make_desk

    with told(debug):
        make_desk(folder)
    print(f"A desk is in {folder}. Add reports: twosource add INPUT… --desk {folder}")


def add(
    inputs: Inputs,
    desk: Annotated[Path, typer.Option(metavar="DIR", show_default=False, help="The folder of the desk.")],
    about: About = None,
    analyzer: AnalyzerName = DEFAULT_ANALYZER,
    workers: Workers = 2,
    fetch: Fetch = False,
    debug: Debug = False,
) -> None:
    """Reads reports and keeps them in a desk. What the desk has already costs nothing and changes nothing."""
    from twosource.desk.folder import open_desk
    from twosource.desk.ingest import add as take_in

    with told(debug), metered("Adding reports", debug) as meter:
        options = api.Options(about=about, analyzer=analyzer, workers=workers, fetch=fetch)

        def on_done(outcome: api.Outcome[object]) -> None:
            meter.advance()
            if outcome.error is not None:
                meter.failure(outcome)

        added = take_in(open_desk(desk), inputs, options, on_done)
    failed = f"{added.failed} failed: twosource desk quarantine {desk}" if added.failed else "none failed"
    print(f"{added.new} new, {added.known} known already, {failed}")
    finish(meter)


def status(folder: Folder, debug: Debug = False) -> None:
    """What a desk holds: articles, stories, outlets, from when to when, what could not be read."""
    from twosource.desk.folder import open_desk

    with told(debug), open_desk(folder).view() as view:
        print("\n".join(_status(view)))


def _status(view: View) -> list[str]:
    from twosource.formats.words import day_words, plural

    counts, rows = view.counts(), list(view.rows())
    days = sorted(row.day for row in rows if row.day)
    outlets = {row.outlet for row in rows if row.outlet}
    return [
        f"{plural(counts.articles, 'article')} of {plural(len(outlets), 'outlet')} in "
        f"{plural(counts.stories, 'story', 'stories')}",
        f"published from {day_words(days[0])} to {day_words(days[-1])}" if days else "no dates of publication",
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
