"""What all commands share: their common options, how errors are told, how a run ends."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn, TypeVar

import typer

from twosource import api
from twosource.errors import TwoSourceError, UsageError

if TYPE_CHECKING:
    from twosource.console import Meter

T = TypeVar("T")

EXIT_SOME_FAILED = 1
EXIT_USAGE = 2
EXIT_INTERRUPTED = 130
"""As a shell gives it for Ctrl-C."""

Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT",
        show_default=False,
        help="Files, folders, JSONL, an http(s) address, or - for standard input.",
    ),
]
Out = Annotated[
    str,
    typer.Option(
        "-o",
        "--output",
        metavar="FILE",
        show_default=False,
        help="Where the result goes; - is standard output.",
    ),
]
About = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE.csv",
        show_default=False,
        help="What plain files cannot say: columns input, outlet, date.",
    ),
]
AnalyzerName = Annotated[
    str,
    typer.Option("--analyzer", metavar="NAME", help="The language layer: shipped, shipped:THREADS, spacy:NAME, rules."),
]
Workers = Annotated[int, typer.Option(min=1, max=64, metavar="N", help="Processes that read at the same time.")]
Fetch = Annotated[
    bool, typer.Option("--fetch", help="Allow http(s) inputs to be fetched. Nothing is fetched otherwise.")
]
Folder = Annotated[Path, typer.Argument(metavar="DIR", show_default=False, help="The folder of the desk.")]
Desk = Annotated[Path, typer.Option(metavar="DIR", show_default=False, help="The folder of the desk.")]
Debug = Annotated[bool, typer.Option("--debug", help="Show the traceback of an internal error.")]


def json_line(row: dict[str, Any]) -> str:
    """One line of JSON."""
    from twosource.codec import dump

    return dump(row) + "\n"


def result_lines(
    outcomes: Iterable[api.Outcome[T]], meter: Meter, line: Callable[[api.Outcome[T]], str]
) -> Iterator[str]:
    """A line for each outcome; failures and warnings are told on the way."""
    for outcome in outcomes:
        meter.advance()
        if outcome.error is not None:
            meter.failure(outcome)
        for warning in outcome.warnings:
            meter.warn(warning)
        yield line(outcome)


@contextmanager
def metered(what: str, debug: bool, *, mixed: bool = False) -> Iterator[Meter]:
    """Shows progress meanwhile; `mixed`: results go to standard output."""
    from twosource.console import Meter

    with Meter(what, debug=debug, mixed=mixed) as meter:
        yield meter


@contextmanager
def told(debug: bool) -> Iterator[None]:
    """Tells errors in one line and ends the program with the status that fits."""
    try:
        yield
    except UsageError as error:
        _stop(error, EXIT_USAGE)
    except TwoSourceError as error:
        _stop(error, EXIT_SOME_FAILED)
    except BrokenPipeError:
        sys.stderr.close()
        raise typer.Exit(EXIT_SOME_FAILED) from None
    except (typer.Exit, typer.Abort, KeyboardInterrupt):
        raise
    except Exception as error:
        if debug:
            traceback.print_exc()
        _stop(
            f"internal error ({type(error).__name__}: {error}): please report this; --debug shows where",
            EXIT_SOME_FAILED,
        )


def _stop(message: object, status: int) -> NoReturn:
    print(f"twosource: {message}", file=sys.stderr)
    raise typer.Exit(status)


def finish(meter: Meter) -> None:
    """Ends with the status that says whether some input failed."""
    if meter.failed:
        raise typer.Exit(EXIT_SOME_FAILED)
