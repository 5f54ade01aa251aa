"""The commands that read reports and write what they found, keeping nothing."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from twosource import api
from twosource.cli.shared import (
    About,
    AnalyzerName,
    Debug,
    Fetch,
    Inputs,
    Out,
    Workers,
    finish,
    json_line,
    metered,
    result_lines,
    told,
)
from twosource.errors import InputError, why_unreadable
from twosource.nlp import DEFAULT_ANALYZER
from twosource.outputs import STDOUT, check_output, output_paths, write

if TYPE_CHECKING:
    from twosource.model import Derivation
    from twosource.pipeline import Placement


def brief(
    inputs: Inputs,
    format: Annotated[
        str,
        typer.Option(
            metavar="html,md,json",
            show_default=False,
            help="Or any of export's; by default the end of the output's name, else md. Several: one file each.",
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
    """Makes one record or page of several reports: what is corroborated, what differs, who said what, when, where."""
    from twosource.formats import EXPORTERS, load_exporter

    with told(debug):
        names = formats_asked(format, output, EXPORTERS) or ["md"]
        exporters = [load_exporter(name) for name in names]
        paths = output_paths(output, names)
        for path in paths:
            check_output(path, inputs)
        options = api.Options(about=about, analyzer=analyzer, workers=workers, fetch=fetch)
        with metered("Reading reports", debug) as meter:
            record = api.brief(
                inputs, options, one_story=one_story, length=length, on_failure=meter.failure, on_done=meter.advance
            )
        for warning in record.warnings:
            meter.warn(warning)
        if not record.articles:
            raise InputError("no input could be read, so there is no brief")
        for path, export in zip(paths, exporters, strict=True):
            write(path, [export(record)])
    finish(meter)


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
    with told(debug), metered("Reading reports", debug, mixed=output == STDOUT) as meter:
        check_output(output, inputs)
        options = api.Options(about=about, analyzer=analyzer, workers=workers, fetch=fetch)
        write(output, result_lines(api.read_lines(inputs, options), meter, _record_line))
    finish(meter)


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
    with told(debug), metered("Reading reports", debug, mixed=output == STDOUT) as meter:
        check_output(output, inputs)
        found = api.stories(inputs, api.Options(about=about, analyzer=analyzer, workers=workers, fetch=fetch))
        write(output, result_lines(found, meter, _story_line))
    finish(meter)


def origins(
    inputs: Inputs,
    output: Out = "-",
    about: About = None,
    workers: Workers = 2,
    fetch: Fetch = False,
    debug: Debug = False,
) -> None:
    """Who copies whom: a line {"id", "origin", "derived_from", "evidence"} for each report."""
    with told(debug), metered("Reading reports", debug, mixed=output == STDOUT) as meter:
        check_output(output, inputs)
        found = api.origins(inputs, api.Options(about=about, workers=workers, fetch=fetch))
        write(output, result_lines(found, meter, _origin_line))
    finish(meter)


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
    with told(debug):
        check_output(output, [str(record)])
        write(output, [api.explain(id, record)])


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
    with told(debug):
        check_output(output, [file])
        try:
            text = sys.stdin.read() if file == "-" else Path(file).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise InputError(f"{file}: it cannot be read ({why_unreadable(error)}): give a CoNLL-U file") from error
        write(output, (line + "\n" for line in api.annotate(text.splitlines(), analyzer)))


def formats_asked(format: str, output: str, known: Iterable[str]) -> list[str]:
    """The formats asked for, else what the end of the output's name says; none where neither says anything."""
    names = [x.strip() for x in format.split(",") if x.strip()]
    if names:
        return names
    name = Path(output).name.lower()
    ending = max((f for f in known if name.endswith("." + f)), key=len, default=Path(name).suffix.lstrip("."))
    return ["html" if ending == "htm" else ending] if ending and output != STDOUT else []


def _record_line(outcome: api.Outcome[str]) -> str:
    return outcome.result or json_line({"input_id": outcome.input_id, "error": str(outcome.error)})


def _story_line(outcome: api.Outcome[Placement]) -> str:
    if outcome.result is None:
        return json_line({"id": outcome.input_id, "story": _alone("story", outcome), "error": str(outcome.error)})
    was = {"was": outcome.result.was} if outcome.result.was else {}
    return json_line({"id": outcome.input_id, "story": outcome.result.story, **was})


def _origin_line(outcome: api.Outcome[Derivation]) -> str:
    row: dict[str, Any] = {"id": outcome.input_id}
    if outcome.result is not None:
        found = outcome.result
        return json_line(row | {"origin": found.origin, "derived_from": found.derived_from, "evidence": found.evidence})
    row |= {"origin": _alone("origin", outcome), "derived_from": None, "evidence": []}
    return json_line(row | {"error": str(outcome.error)})


def _alone(kind: str, outcome: api.Outcome[Any]) -> str:
    """The id for an input that could not be read: it keeps its line and stands for itself."""
    from twosource.model import content_id

    return content_id(kind, outcome.input_id)
