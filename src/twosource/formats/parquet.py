"""Tables of records as Parquet, in row groups: the rows of the CSV with real lists, days and numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from twosource.errors import UsageError
from twosource.formats.tables import EVENTS, FINDINGS, QUOTES, Kind, Table
from twosource.model import Record

try:
    import pyarrow as pa
    import pyarrow.parquet as pq
except ImportError as missing:
    wanted = "Parquet needs pyarrow: pip install 'twosource[parquet]', or take the tables as CSV"
    raise UsageError(wanted) from missing

GROUP = 5_000
"""Rows of a row group: about 3 MB while they wait, and enough to be compressed by column."""
TYPES: Mapping[Kind, pa.DataType] = {
    "text": pa.string(),
    "texts": pa.list_(pa.string()),
    "day": pa.date32(),
    "count": pa.int64(),
    "number": pa.float64(),
}


class _Waiting:
    """The file that pyarrow writes to: what it wrote waits here until it is taken."""

    closed = False

    def __init__(self) -> None:
        self._chunks: list[bytes] = []

    def write(self, chunk: bytes) -> int:
        """Keeps a copy: pyarrow may use its buffer again."""
        self._chunks.append(bytes(chunk))
        return len(chunk)

    def flush(self) -> None:
        """Nothing is held back."""

    def take(self) -> Iterator[bytes]:
        """What waits, each once."""
        waiting, self._chunks = self._chunks, []
        yield from waiting


class _Parquet:
    """A table as Parquet. See `Writing`."""

    table: Table

    def __init__(self) -> None:
        self._schema = pa.schema([(name, TYPES[kind]) for name, kind in self.table.columns.items()])
        self._file = _Waiting()
        self._writer = pq.ParquetWriter(self._file, self._schema, compression="zstd")
        self._rows: list[Sequence[Any]] = []

    def add(self, record: Record) -> Iterator[bytes]:
        """A row group, where enough rows have come."""
        kinds = self.table.columns.values()
        self._rows += ([_value(v, kind) for v, kind in zip(row, kinds, strict=True)] for row in self.table.of(record))
        if len(self._rows) >= GROUP:
            self._write()
        yield from self._file.take()

    def end(self) -> Iterator[bytes]:
        """The last row group, and what tells where all of them are."""
        self._write()
        self._writer.close()
        yield from self._file.take()

    def _write(self) -> None:
        columns = zip(zip(*self._rows, strict=True), self._schema, strict=bool(self._rows))
        arrays = [pa.array(values, type=field.type) for values, field in columns]
        if arrays:
            batch = pa.RecordBatch.from_arrays(arrays, schema=self._schema)
            self._writer.write_batch(batch, row_group_size=len(self._rows))
        self._rows = []


class EventsParquet(_Parquet):
    """See `EventsCsv`."""

    table = EVENTS


class QuotesParquet(_Parquet):
    """See `QuotesCsv`."""

    table = QUOTES


class FindingsParquet(_Parquet):
    """See `FindingsCsv`."""

    table = FINDINGS


def _value(value: Any, kind: Kind) -> Any:
    """The value of a column; what is no whole day of the calendar is no day."""
    if kind == "number":
        return None if value is None else float(value)
    if kind != "day" or value is None:
        return value
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None
