"""Parquet, read back by its own library: the rows of the CSV, with real lists, days and numbers."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from twosource.formats import load_exporter, load_writing, parquet
from twosource.formats.tables import EVENTS, FINDINGS, QUOTES, Table, cell
from twosource.model import Published, Record

from .invented import hostile_record, one_story, two_stories

TABLES = {"events": EVENTS, "quotes": QUOTES, "findings": FINDINGS}
each_table = pytest.mark.parametrize("name", TABLES)
each_record = pytest.mark.parametrize(
    "record", [one_story(), two_stories(), hostile_record()], ids=["one", "two", "hostile"]
)


def table(name: str, *records: Record) -> pa.Table:
    writing = load_writing(f"{name}.parquet")()
    chunks = [chunk for record in records for chunk in writing.add(record)]
    return pq.read_table(io.BytesIO(b"".join([*chunks, *writing.end()])))  # type: ignore[list-item]


def as_csv(value: Any) -> str:
    """A value of Parquet as the CSV has it."""
    written = cell(value.isoformat() if isinstance(value, date) else value)
    return "" if written is None else str(written)


@each_table
@each_record
def test_the_rows_are_those_of_the_csv(name: str, record: Record) -> None:
    text = load_exporter(f"{name}.csv")(record)
    wanted = list(csv.DictReader(io.StringIO(str(text)), strict=True))
    found = table(name, record).to_pylist()
    assert len(found) == len(getattr(record, name))
    assert [{key: as_csv(value) for key, value in row.items()} for row in found] == wanted


@each_table
def test_the_columns_have_real_types(name: str, record: Record) -> None:
    types = {"text": "string", "texts": "list<element: string>", "day": "date32[day]", "count": "int64"}
    types["number"] = "double"
    schema = table(name, record).schema
    assert {field.name: str(field.type) for field in schema} == {
        column: types[kind] for column, kind in TABLES[name].columns.items()
    }


def test_a_month_is_no_day(record: Record) -> None:
    month = Published(value="2025-03", precision="month", basis="text")
    articles = tuple(replace(a, published=month) for a in record.articles)
    found = table("quotes", replace(record, articles=articles))
    assert found["published"].to_pylist() == ["2025-03"] * found.num_rows
    assert found["published_day"].null_count == found.num_rows


def test_a_day_that_no_calendar_has_is_none(record: Record) -> None:
    wrong = Published(value="2025-02-31", precision="day", basis="given")
    told = replace(record, articles=tuple(replace(a, published=wrong) for a in record.articles))
    assert table("findings", told)["published_day"].null_count == len(record.findings)


@each_table
def test_rows_are_written_in_groups_as_they_come(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "GROUP", 1)
    record = one_story()
    writing = load_writing(f"{name}.parquet")()
    early = b"".join(chunk for _ in range(3) for chunk in writing.add(record))  # type: ignore[misc]
    file = pq.ParquetFile(io.BytesIO(early + b"".join(writing.end())))  # type: ignore[arg-type]
    assert file.num_row_groups == 3
    assert len(early) > 500, "what is done has left before the end"
    assert file.read().to_pylist() == 3 * table(name, record).to_pylist()


@each_table
def test_no_rows_is_a_table_too(name: str) -> None:
    empty = table(name)
    assert empty.num_rows == 0
    assert empty.column_names == list(TABLES[name].columns)


def test_the_columns_cover_every_row() -> None:
    def keys(one: Table, record: Record) -> set[str]:
        from twosource.formats.views import RecordView

        return {key for row in one.rows(RecordView(record)) for key in row}

    for one in TABLES.values():
        assert keys(one, one_story()) == set(one.columns)
