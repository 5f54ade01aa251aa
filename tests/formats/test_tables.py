"""CSV tables: what the standard reader gives back is what the record says, and no cell is a formula."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from twosource.formats import load_exporter
from twosource.formats.shown import one_line
from twosource.formats.tables import EVENTS, FINDINGS, FORMULA, QUOTES
from twosource.model import Record

from .invented import hostile_record

COLUMNS = {"events": EVENTS, "quotes": QUOTES, "findings": FINDINGS}
TABLES = tuple(COLUMNS)


def rows(name: str, record: Record) -> list[dict[str, str]]:
    text = load_exporter(f"{name}.csv")(record)
    return list(csv.DictReader(io.StringIO(str(text)), strict=True))


@pytest.mark.parametrize("name", TABLES)
def test_a_line_for_each_with_its_words_and_place(name: str, record: Record) -> None:
    found = rows(name, record)
    assert [row["id"] for row in found] == [one.id for one in getattr(record, name)]
    text = {page.id: page.text for page in record.pages}
    for row in found:
        assert one_line(text[row["page"]][int(row["start"]) : int(row["end"])]) == row["words"]
        assert row["article"] in {a.id for a in record.articles}


def test_an_event_by_plover_and_cameo(record: Record) -> None:
    event = record.events[0]
    row = rows("events", record)[0]
    assert (row["type"], row["realis"]) == (event.type, event.realis)
    assert row["cameo_root"].isdigit()
    place = next(p for p in record.places if event.place and p.id == event.place.place)
    assert (row["place"], row["country"], float(row["lat"])) == (place.name, place.country, place.lat)
    assert row["earliest"] == (event.time.earliest if event.time else "")


def test_a_quote_with_its_speaker(record: Record) -> None:
    quote = next(q for q in record.quotes if q.speaker)
    row = next(r for r in rows("quotes", record) if r["id"] == quote.id)
    assert row["speaker"] == next(a.name for a in record.actors if a.id == quote.speaker)
    assert (row["kind"], row["polarity"]) == (quote.kind, quote.polarity)


def test_a_finding_with_what_differs(record: Record) -> None:
    finding = next(f for f in record.findings if f.status == "differs")
    row = next(r for r in rows("findings", record) if r["id"] == finding.id)
    assert (row["status"], int(row["origins"])) == ("differs", finding.origins)
    assert all(v.value in row["differences"] for d in finding.differences for v in d.values)


def test_each_row_names_its_story(stories_record: Record) -> None:
    of = {article: story.id for story in stories_record.stories for article in story.articles}
    for name in TABLES:
        assert all(row["story"] == of[row["article"]] for row in rows(name, stories_record))


@pytest.mark.parametrize("sign", FORMULA)
def test_no_cell_is_a_formula(sign: str, record: Record) -> None:
    actors = tuple(replace(a, name=f"{sign}cmd|'/c calc'!A0") for a in record.actors)
    for row in rows("quotes", replace(record, actors=actors)):
        assert not any(cell.startswith(FORMULA) for cell in row.values())
        assert not row["speaker"] or row["speaker"].lstrip("'").startswith((sign, "cmd"))  # white space is taken off


@pytest.mark.parametrize("name", TABLES)
def test_words_of_every_kind_stay_in_their_cells(name: str) -> None:
    hostile = hostile_record()
    found = rows(name, hostile)
    assert len(found) == len(getattr(hostile, name))
    assert all(None not in row and None not in row.values() for row in found)


@pytest.mark.parametrize("name", TABLES)
def test_an_empty_record_is_an_empty_table(name: str) -> None:
    assert rows(name, Record(pages=(), articles=())) == []
    assert load_exporter(f"{name}.csv")(Record(pages=(), articles=())) == ",".join(COLUMNS[name].columns) + "\n"
