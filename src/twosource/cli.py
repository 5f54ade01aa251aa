"""The command line: results on standard output or in a file, everything else on standard error."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn, TypeVar

import typer

from twosource import __version__, api
from twosource.errors import InputError, TwoSourceError, UsageError
from twosource.nlp import DEFAULT_ANALYZER
from twosource.outputs import STDOUT, check_output, output_paths, write

if TYPE_CHECKING:
    from twosource.console import Meter
    from twosource.model import Derivation
    from twosource.pipeline import Placement

T = TypeVar("T")

EXIT_SOME_FAILED = 1
EXIT_USAGE = 2

app = typer.Typer(
    name="twosource",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
    pretty_exceptions_enable=False,
)

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
Debug = Annotated[bool, typer.Option("--debug", help="Show the traceback of an internal error.")]


def _version(value: bool) -> None:
    if value:
        print(f"twosource {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Reads many reports of an event and makes [bold]one sourced record[/bold].

    Who reports what, on how many independent origins: never "true". Runs on your own machine, downloads nothing.
    """


@app.command(
    epilog="[bold]Examples[/bold]\n\n"
    "twosource brief report1.html report2.txt -o brief.html\n\n"
    "twosource brief reports/ --about about.csv --format md\n\n"
    "cat reports.jsonl | twosource brief - --one-story --format json"
)
def brief(
    inputs: Inputs,
    format: Annotated[
        str,
        typer.Option(
            metavar="html,md,json",
            show_default=False,
            help="By default the suffix of the output file, else md. Several: one file each, beside one another.",
        ),
    ] = "",
    one_story: Annotated[
        bool, typer.Option("--one-story", help="All inputs report one happening: cluster nothing.")
    ] = False,
    length: Annotated[
        int | None,
        typer.Option(
            min=4, max=100, metavar="N", show_default=False, help="Sentences at most in the brief of a story; else 12."
        ),
    ] = None,
    output: Out = "-",
    about: About = None,
    analyzer: AnalyzerName = DEFAULT_ANALYZER,
    workers: Workers = 2,
    fetch: Fetch = False,
    debug: Debug = False,
) -> None:
    """Two or more reports to one record or page: corroborated, single-origin, differing, timeline, who said what."""
    from twosource.formats import load_exporter

    with _errors(debug):
        names = _formats(format, output)
        exporters = [load_exporter(name) for name in names]
        paths = output_paths(output, names)
        for path in paths:
            check_output(path, inputs)
        options = api.Options(about=about, analyzer=analyzer, workers=workers, fetch=fetch)
        with _meter("Reading reports", debug) as meter:
            record = api.brief(
                inputs, options, one_story=one_story, length=length, on_failure=meter.failure, on_done=meter.advance
            )
        for warning in record.warnings:
            meter.warn(warning)
        if not record.articles:
            raise InputError("no input could be read, so there is no brief")
        for path, export in zip(paths, exporters, strict=True):
            write(path, [export(record)])
    _finish(meter)


@app.command(
    epilog="[bold]Examples[/bold]\n\n"
    "twosource read reports.jsonl -o records.jsonl\n\n"
    "twosource read page.html | jq .quotes"
)
def read(
    inputs: Inputs,
    output: Out = "-",
    about: About = None,
    analyzer: AnalyzerName = DEFAULT_ANALYZER,
    workers: Workers = 2,
    fetch: Fetch = False,
    debug: Debug = False,
) -> None:
    """Each report alone: one record a line (JSON), in the order of the inputs; inputs that fail keep their line."""
    with _errors(debug), _meter("Reading reports", debug, mixed=output == STDOUT) as meter:
        check_output(output, inputs)
        options = api.Options(about=about, analyzer=analyzer, workers=workers, fetch=fetch)
        write(output, _lines(api.read_lines(inputs, options), meter, _record_line))
    _finish(meter)


@app.command(epilog="[bold]Example[/bold]\n\ntwosource stories stream.jsonl -o stories.jsonl")
def stories(
    inputs: Inputs,
    output: Out = "-",
    about: About = None,
    analyzer: AnalyzerName = DEFAULT_ANALYZER,
    workers: Workers = 2,
    fetch: Fetch = False,
    debug: Debug = False,
) -> None:
    """Which reports are of one happening: a line {"id", "story"} for each, in the order of arrival."""
    with _errors(debug), _meter("Reading reports", debug, mixed=output == STDOUT) as meter:
        check_output(output, inputs)
        found = api.stories(inputs, api.Options(about=about, analyzer=analyzer, workers=workers, fetch=fetch))
        write(output, _lines(found, meter, _story_line))
    _finish(meter)


@app.command(epilog="[bold]Example[/bold]\n\ntwosource origins reports/ -o origins.jsonl")
def origins(
    inputs: Inputs,
    output: Out = "-",
    about: About = None,
    workers: Workers = 2,
    fetch: Fetch = False,
    debug: Debug = False,
) -> None:
    """Who copies whom: a line {"id", "origin", "derived_from", "evidence"} for each report."""
    with _errors(debug), _meter("Reading reports", debug, mixed=output == STDOUT) as meter:
        check_output(output, inputs)
        found = api.origins(inputs, api.Options(about=about, workers=workers, fetch=fetch))
        write(output, _lines(found, meter, _origin_line))
    _finish(meter)


@app.command(
    epilog="[bold]Examples[/bold]\n\n"
    "twosource explain finding:39ca1a48 brief.json\n\n"
    "twosource brief reports/ -o brief.json && jq -r '.findings[].id' brief.json"
)
def explain(
    id: Annotated[str, typer.Argument(metavar="ID", show_default=False, help="An id of the record, or how it begins.")],
    record: Annotated[
        Path,
        typer.Argument(metavar="RECORD.json", show_default=False, help="What brief wrote as JSON, or read."),
    ],
    output: Out = "-",
    debug: Debug = False,
) -> None:
    """Why this finding, this merge, this origin: every reason in plain words, with the passages it rests on."""
    with _errors(debug):
        check_output(output, [str(record)])
        write(output, [api.explain(id, record)])


@app.command(epilog="[bold]Example[/bold]\n\ntwosource annotate sentences.conllu -o annotated.conllu")
def annotate(
    file: Annotated[
        str,
        typer.Argument(metavar="FILE.conllu", show_default=False, help="CoNLL-U, or - for standard input."),
    ],
    output: Out = "-",
    analyzer: AnalyzerName = DEFAULT_ANALYZER,
    debug: Debug = False,
) -> None:
    """CoNLL-U in, CoNLL-U out: its tokens and sentences with UPOS, HEAD, DEPREL and names (NER in MISC)."""
    with _errors(debug):
        check_output(output, [file])
        try:
            text = sys.stdin.read() if file == "-" else Path(file).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            reason = getattr(error, "strerror", None) or "not UTF-8"
            raise InputError(f"{file}: it cannot be read ({reason}): give a CoNLL-U file") from error
        write(output, (line + "\n" for line in api.annotate(text.splitlines(), analyzer)))


def _formats(format: str, output: str) -> list[str]:
    names = [x.strip() for x in format.split(",") if x.strip()]
    if not names:
        suffix = Path(output).suffix.lower().lstrip(".")
        names = ["html" if suffix == "htm" else suffix] if suffix and output != "-" else ["md"]
    return names


def _record_line(outcome: api.Outcome[str]) -> str:
    return outcome.result or _line({"input_id": outcome.input_id, "error": str(outcome.error)})


def _story_line(outcome: api.Outcome[Placement]) -> str:
    if outcome.result is None:
        return _line({"id": outcome.input_id, "story": _alone("story", outcome), "error": str(outcome.error)})
    was = {"was": outcome.result.was} if outcome.result.was else {}
    return _line({"id": outcome.input_id, "story": outcome.result.story, **was})


def _origin_line(outcome: api.Outcome[Derivation]) -> str:
    row: dict[str, Any] = {"id": outcome.input_id}
    if outcome.result is not None:
        found = outcome.result
        return _line(row | {"origin": found.origin, "derived_from": found.derived_from, "evidence": found.evidence})
    row |= {"origin": _alone("origin", outcome), "derived_from": None, "evidence": []}
    return _line(row | {"error": str(outcome.error)})


def _alone(kind: str, outcome: api.Outcome[Any]) -> str:
    """The id for an input that could not be read: it keeps its line and stands for itself."""
    from twosource.model import content_id

    return content_id(kind, outcome.input_id)


def _line(row: dict[str, Any]) -> str:
    from twosource.codec import dump

    return dump(row) + "\n"


def _lines(outcomes: Iterable[api.Outcome[T]], meter: Meter, line: Callable[[api.Outcome[T]], str]) -> Iterator[str]:
    for outcome in outcomes:
        meter.advance()
        if outcome.error is not None:
            meter.failure(outcome)
        for warning in outcome.warnings:
            meter.warn(warning)
        yield line(outcome)


@contextmanager
def _meter(what: str, debug: bool, *, mixed: bool = False) -> Iterator[Meter]:
    from twosource.console import Meter

    with Meter(what, debug=debug, mixed=mixed) as meter:
        yield meter


@contextmanager
def _errors(debug: bool) -> Iterator[None]:
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


def _finish(meter: Meter) -> None:
    if meter.failed:
        raise typer.Exit(EXIT_SOME_FAILED)


def main() -> None:
    """The entry point of the `twosource` command."""
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        sys.stderr = sys.stderr or nowhere  # closed by the caller, who wants to hear nothing
        app()
