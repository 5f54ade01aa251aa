"""The command that writes a record, or all stories of a desk, in other formats."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from twosource import api
from twosource.cli.reports import formats_asked
from twosource.cli.shared import EXIT_INTERRUPTED, Debug, Out, metered, told
from twosource.errors import UsageError
from twosource.outputs import STDOUT, check_new_folder, check_output, keep_clear, output_paths, whole, whole_folder

if TYPE_CHECKING:
    from twosource.console import Meter
    from twosource.desk.export import Pages
    from twosource.formats import Chunk, Writing
    from twosource.model import Record
    from twosource.stores.base import Store, View

    Add = Callable[[Record], None]
    """Writes what a format holds of a record."""


def export(
    record: Annotated[
        Path | None,
        typer.Argument(metavar="RECORD.json", show_default=False, help="What brief wrote as JSON, or read."),
    ] = None,
    desk: Annotated[
        Path | None,
        typer.Option(metavar="DIR", show_default=False, help="The folder of a desk, in place of a record."),
    ] = None,
    format: Annotated[
        str,
        typer.Option(
            metavar="NAME,…",
            show_default=False,
            help="html, md, json, record.jsonl, plover.jsonl, annotations.jsonld, geojson; events, quotes and findings "
            "as .csv or .parquet; of a desk judgements.jsonl too.",
        ),
    ] = "",
    story: Annotated[
        str, typer.Option(metavar="ID", show_default=False, help="Of a desk: this story alone, pages as one file.")
    ] = "",
    since: Annotated[
        str,
        typer.Option(metavar="DAY", show_default=False, help="Of a desk: stories with reports of this day or later."),
    ] = "",
    until: Annotated[
        str, typer.Option(metavar="DAY", show_default=False, help="Of a desk: stories with reports up to this day.")
    ] = "",
    output: Out = "-",
    debug: Debug = False,
) -> None:
    """A record, or a desk story by story, in other formats: tables, events by PLOVER, annotations, places, pages."""
    with told(debug), _nothing_half():
        if record is not None and desk is not None:
            raise UsageError(f"{record} and the desk {desk} are given: export one of them at a time")
        if record is not None:
            _of_record(record, format, output, [story, since, until])
        elif desk is not None:
            _of_desk(desk, format, output, {"story": story, "since": since, "until": until}, debug)
        else:
            raise UsageError("nothing to export: give a record that brief or read wrote, or --desk DIR")


@contextmanager
def _nothing_half() -> Iterator[None]:
    """Says what Ctrl-C leaves."""
    try:
        yield
    except KeyboardInterrupt:
        print("twosource: ended; no file was changed", file=sys.stderr)
        raise typer.Exit(EXIT_INTERRUPTED) from None


def _of_record(record: Path, format: str, output: str, of_desk: Sequence[str]) -> None:
    from twosource.formats import EXPORTERS, load_exporter

    if any(of_desk):
        raise UsageError("--story, --since and --until choose among the stories of a desk: give --desk DIR")
    names = formats_asked(format, output, EXPORTERS) or ["md"]
    exporters = [load_exporter(name) for name in names]
    paths = output_paths(output, names)
    for path in paths:
        check_output(path, [str(record)])
    found = api.load(record)
    with ExitStack() as files:
        puts = [files.enter_context(whole(path)) for path in paths]
        for put, exporter in zip(puts, exporters, strict=True):
            put([exporter(found)])


def _of_desk(desk: Path, format: str, output: str, asked: Mapping[str, str], debug: bool) -> None:
    from twosource.desk.export import JUDGEMENTS
    from twosource.desk.folder import open_desk
    from twosource.desk.judged import JudgedStore
    from twosource.desk.judgement_lines import lines
    from twosource.desk.versions import VersionedStore
    from twosource.vocab.file_kinds import DESK_FILE

    names = _formats_of_desk(format, output, one=bool(asked["story"]))
    store = JudgedStore(VersionedStore(open_desk(desk)))
    paths = dict(zip(names, output_paths(output, names), strict=True))
    for path in paths.values():
        keep_clear(path, [str(desk / DESK_FILE)])
    of_people = paths.pop(JUDGEMENTS, None)
    # What is begun here is only looked at; it is written to once all that was asked for is known to be possible.
    files = [_begun(name, path, one=bool(asked["story"])) for name, path in paths.items()]
    with store.view() as view:
        if files:
            _write_stories(store, view, asked, files, metered("Exporting stories", debug, mixed=output == STDOUT))
        if of_people:
            with whole(of_people) as put:
                put(lines(view))
        elif view.judgements():
            _say(f"what people decided is applied; --format {JUDGEMENTS} writes the decisions themselves")


def _formats_of_desk(format: str, output: str, *, one: bool) -> list[str]:
    """The formats asked for; `json` holds one record, and so only where one story is asked for."""
    from twosource.desk.export import JUDGEMENTS
    from twosource.formats import EXPORTERS, no_format

    known = [name for name in (*EXPORTERS, JUDGEMENTS) if one or name != "json"]
    names = formats_asked(format, output, known)
    if not names:
        raise UsageError(f"which format? --format takes one or several of {', '.join(known)}")
    unknown = next((name for name in names if name not in known), None)
    if unknown == "json":
        raise UsageError("json holds one record: take record.jsonl, a line for each story, or name one with --story")
    if unknown:
        raise no_format(unknown, known)
    return list(dict.fromkeys(names))


def _write_stories(
    store: Store,
    view: View,
    asked: Mapping[str, str],
    files: Sequence[AbstractContextManager[Add]],
    progress: AbstractContextManager[Meter],
) -> None:
    """Every file gets each story in turn, so that one record at a time is held."""
    from twosource.desk.export import chosen, records
    from twosource.formats.words import plural

    stories = chosen(view, **asked)
    with ExitStack() as opened, progress as meter:
        meter.expect(len(stories))
        adds = [opened.enter_context(file) for file in files]
        for record in records(store, view, stories):
            for add in adds:
                add(record)
            meter.advance()
    _say(plural(len(stories), "story", "stories"))


def _begun(name: str, path: str, *, one: bool) -> AbstractContextManager[Add]:
    """The file, or the folder of pages, of this format. Raises UsageError where it cannot be made."""
    from twosource.desk.export import FOLDERS, Pages
    from twosource.formats import PAGES, load_exporter, load_writing

    if name in FOLDERS and not one:
        check_new_folder(path)
        return _folder(path, Pages(name))
    check_output(path)
    return _page(path, load_exporter(name)) if name in PAGES else _stream(path, load_writing(name))


@contextmanager
def _stream(path: str, begin: Callable[[], Writing]) -> Iterator[Add]:
    writing = begin()
    with whole(path) as put:
        yield lambda record: put(writing.add(record))
        put(writing.end())


@contextmanager
def _page(path: str, exporter: Callable[[Record], Chunk]) -> Iterator[Add]:
    with whole(path) as put:
        yield lambda record: put([exporter(record)])


@contextmanager
def _folder(path: str, pages: Pages) -> Iterator[Add]:
    with whole_folder(path) as folder, whole(str(folder / pages.index)) as index:
        index([pages.head()])

        def add(record: Record) -> None:
            with whole(str(folder / pages.name(record))) as put:
                put([pages.page(record)])
            index([pages.entry(record)])

        yield add
        index([pages.tail()])


def _say(message: str) -> None:
    print(f"twosource: {message}", file=sys.stderr)
