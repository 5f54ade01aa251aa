"""The command line: results on standard output or in a file, everything else on standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from twosource import __version__
from twosource.cli import desk, exports, interrupts, judge, reports, watch
from twosource.cli.shared import EXIT_INTERRUPTED, EXIT_SOME_FAILED, EXIT_USAGE

__all__ = ["EXIT_SOME_FAILED", "EXIT_USAGE", "app", "main"]

_SETTINGS: dict[str, Any] = {
    "no_args_is_help": True,
    "add_completion": False,
    "rich_markup_mode": "rich",
    "context_settings": {"help_option_names": ["-h", "--help"]},
    "pretty_exceptions_enable": False,
}


class Commands(TyperGroup):
    """The commands; one of the desk's own that is given without `desk` is pointed to."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """See `click.Group.resolve_command`."""
        if args and args[0] not in self.commands and args[0] in _of_desk():
            ctx.fail(f"No such command {args[0]!r}. Did you mean 'desk {args[0]}'?")
        return super().resolve_command(ctx, args)


app = typer.Typer(name="twosource", cls=Commands, **_SETTINGS)
desks = typer.Typer(
    help="Makes a desk; tells what it holds, watches and could not read; corrects what was found.", **_SETTINGS
)

REPORTS, DESK = "Reports", "A desk: a folder that keeps reports"
"""The headings under which `twosource --help` lists commands."""

COMMANDS: tuple[tuple[typer.Typer, Callable[..., None], tuple[str, ...]], ...] = (
    (
        app,
        reports.brief,
        (
            "twosource brief report1.html report2.txt -o brief.html",
            "twosource brief reports/ --about about.csv --format md",
            "cat reports.jsonl | twosource brief - --one-story --format json",
        ),
    ),
    (app, reports.read, ("twosource read reports.jsonl -o records.jsonl", "twosource read page.html | jq .quotes")),
    (app, reports.stories, ("twosource stories stream.jsonl -o stories.jsonl",)),
    (app, reports.origins, ("twosource origins reports/ -o origins.jsonl",)),
    (
        app,
        reports.explain,
        (
            "twosource explain finding:39ca1a48 brief.json",
            "twosource brief reports/ -o brief.json && jq -r '.findings[].id' brief.json",
        ),
    ),
    (
        app,
        exports.export,
        (
            "twosource export brief.json -o events.csv",
            "twosource export brief.json --format quotes.csv,geojson,plover.jsonl -o out/brief",
            "twosource export --desk mydesk --format findings.parquet,record.jsonl -o out/mydesk",
            "twosource export --desk mydesk --since 2031-05 --format html -o briefs",
        ),
    ),
    (app, reports.annotate, ("twosource annotate sentences.conllu -o annotated.conllu",)),
    (app, desk.add, ("twosource add reports/ --desk mydesk",)),
    (
        app,
        watch.watch,
        (
            "twosource watch feeds.opml --desk mydesk",
            "twosource watch https://news.example.org/rss --desk mydesk --once",
        ),
    ),
    (app, desk.serve, ("twosource serve mydesk", "twosource serve mydesk --port 9000")),
    (desks, desk.init, ("twosource desk init mydesk",)),
    (desks, desk.status, ("twosource desk status mydesk",)),
    (desks, watch.feeds, ("twosource desk feeds mydesk",)),
    (desks, desk.quarantine, ("twosource desk quarantine mydesk",)),
    (
        desks,
        judge.judge,
        (
            'twosource desk judge mydesk story:39ca1a48 speaker quote:0d1e39ca --is "Ann Roe" --why "I rang her"',
            "twosource desk judge mydesk --from theirs.jsonl",
        ),
    ),
    (desks, judge.judgements, ("twosource desk judgements mydesk", "twosource desk judgements mydesk -o ours.jsonl")),
    (desks, judge.undo, ("twosource desk undo mydesk", "twosource desk undo mydesk judgement:39ca1a48")),
    (desks, judge.redo, ("twosource desk redo mydesk",)),
)
"""Where a command stands, what it does, and examples of it."""

KEEPING = (desk.add, watch.watch, desk.serve)
"""Commands that stand with the desk's own."""
BEGIN = "[bold]To begin[/bold]\n\ntwosource brief report1.html report2.txt -o brief.html"


def _of_desk() -> set[str]:
    return {command.__name__ for place, command, _ in COMMANDS if place is desks}


def _version(value: bool) -> None:
    if value:
        print(f"twosource {__version__}")
        raise typer.Exit


@app.callback(epilog=BEGIN)
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Reads many reports of an event and makes [bold]one sourced record[/bold].

    Who reports what, on how many independent origins: never "true".

    It runs on your own machine; the network is asked only for what you name to watch and --fetch.
    """


for _place, _command, _examples in COMMANDS:
    _heading = "[bold]Example[/bold]" if len(_examples) == 1 else "[bold]Examples[/bold]"
    _panel = DESK if _command in KEEPING else REPORTS if _place is app else None
    _place.command(epilog="\n\n".join((_heading, *_examples)), rich_help_panel=_panel)(_command)
app.add_typer(desks, name="desk", rich_help_panel=DESK)


def main() -> None:
    """The entry point of the `twosource` command."""
    try:
        interrupts.hold_while_loading()
        # numpy's: a second thread spins, and findings take half as long again
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
        with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
            sys.stderr = sys.stderr or nowhere  # closed by the caller, who wants to hear nothing
            app()
    except KeyboardInterrupt:  # while the commands are made ready: they answer for themselves
        sys.exit(EXIT_INTERRUPTED)
