"""`--about FILE.csv`: what a user knows of plain files that they cannot say themselves."""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from twosource.errors import InputError, UsageError
from twosource.model import Given
from twosource.pages.capture import Capture, Failure
from twosource.pages.decode import decode
from twosource.pages.files import check_file, open_file, read_bounded

_COLUMNS = ("input", "outlet", "date")
_FORM = "its first line names the columns: input,outlet,date (outlet and date may be left out)"
_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:[T ].{1,40})?)?)?")


def read_about(path: str | Path) -> dict[str, Given]:
    """The rows of an about file by their `input`; raises UsageError where the file is not of that form."""
    try:
        check_file(Path(path))
        with open_file(Path(path)) as stream:
            raw = read_bounded(stream, str(path))
    except InputError as error:
        raise UsageError(str(error)) from error
    try:
        table = csv.DictReader(io.StringIO(decode(raw).text.lstrip("\ufeff"), newline=""), strict=True)
        columns = [(name or "").strip().lower() for name in table.fieldnames or ()]
        _check_columns(columns, str(path))
        table.fieldnames = columns
        return dict(_row(row, f"{path}: line {table.line_num}") for row in table)
    except csv.Error as error:
        raise UsageError(f"{path}: this is no CSV ({error}): {_FORM}") from error


def _check_columns(columns: list[str], path: str) -> None:
    unknown = [name for name in columns if name not in _COLUMNS]
    if "input" not in columns:
        raise UsageError(f"{path}: there is no column input: {_FORM}")
    if unknown or len(set(columns)) < len(columns):
        raise UsageError(f"{path}: the columns {', '.join(columns)} are not all known, or come twice: {_FORM}")


def _row(row: Mapping[str | None, object], where: str) -> tuple[str, Given]:
    if None in row:
        raise UsageError(f"{where} has more cells than columns: put a text with a comma in quotation marks")
    cells = {name: str(row.get(name) or "").strip() for name in _COLUMNS}
    if not cells["input"]:
        raise UsageError(f"{where} names no input: give its path, its file name or its JSONL id")
    if cells["date"] and not _DATE.fullmatch(cells["date"]):
        raise UsageError(f"{where}: the date {cells['date']!r} is not of the form 2016-10-25")
    return cells["input"], Given(outlet=cells["outlet"] or None, date=cells["date"] or None)


def keys_of(found: Capture | Failure, about: Mapping[str, Given]) -> list[str]:
    """The keys of `about` that name this input: its path, its file name or its JSONL id."""
    input_id = found.given.input_id if isinstance(found, Capture) else found.input_id
    names = (found.location, os.path.normpath(found.location), input_id)
    return [key for key in about if key in names or os.path.normpath(key) in names]


def tell(capture: Capture, sayings: Iterable[Given]) -> Capture:
    """The capture with what the user says of it, which goes before what the input says itself."""
    given = capture.given
    for said in sayings:
        given = replace(given, outlet=said.outlet or given.outlet, date=said.date or given.date)
    return replace(capture, given=given)
