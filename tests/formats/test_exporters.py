from __future__ import annotations

import subprocess
import sys

import pytest

from twosource.errors import UsageError
from twosource.formats import EXPORTERS, STREAMS, load_exporter, load_writing
from twosource.model import Record

from .invented import hostile_record, one_story, two_stories


def written(name: str, *records: Record) -> bytes:
    """The file of that format that holds all these records."""
    writing = load_writing(name)()
    chunks = [chunk for record in records for chunk in writing.add(record)]
    return b"".join(c if isinstance(c, bytes) else c.encode() for c in [*chunks, *writing.end()])


@pytest.mark.parametrize("name", [name for name in EXPORTERS if not name.endswith(".parquet")])
def test_every_exporter_writes_text_that_a_file_can_hold(name: str, stories_record: Record) -> None:
    text = load_exporter(name)(stories_record)
    assert isinstance(text, str)
    assert text.encode("utf-8").endswith(b"\n")


@pytest.mark.parametrize("name", STREAMS)
def test_a_file_of_one_record_is_a_stream_of_one(name: str, record: Record) -> None:
    alone = load_exporter(name)(record)
    assert written(name, record) == (alone if isinstance(alone, bytes) else alone.encode())


@pytest.mark.parametrize("name", STREAMS)
def test_the_same_records_give_the_same_bytes(name: str) -> None:
    assert written(name, one_story(), hostile_record()) == written(name, one_story(), hostile_record())


@pytest.mark.parametrize("name", [name for name in STREAMS if name.endswith((".csv", ".jsonl"))])
def test_lines_of_several_records_stand_one_after_the_other(name: str) -> None:
    one, two = one_story(), two_stories()
    header = 1 if name.endswith(".csv") else 0
    alone = written(name, two).splitlines(keepends=True)[header:]
    assert written(name, one, two) == written(name, one) + b"".join(alone)


def test_an_unknown_format_lists_the_known_ones() -> None:
    with pytest.raises(UsageError, match=r"'docx'.*html, md, json"):
        load_exporter("docx")
    with pytest.raises(UsageError, match=r"'csv' can be events.csv, quotes.csv, findings.csv: say which with --format"):
        load_exporter("csv")


def test_parquet_without_its_library_says_what_to_install() -> None:
    code = "import sys; sys.modules['pyarrow'] = None\nfrom twosource.formats import load_exporter\n"
    code += "load_exporter('events.csv')\nload_exporter('events.parquet')"
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "UsageError: Parquet needs pyarrow: pip install 'twosource[parquet]'" in ended.stderr
