"""PLOVER lines, W3C annotations and GeoJSON, each held against what its standard says."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import jsonschema
import pytest

from twosource.formats import load_exporter, load_writing
from twosource.formats.plover import REALIS
from twosource.model import Record, Selector
from twosource.vocab.events import event_types

from .invented import hostile_record, one_story, two_stories

each_record = pytest.mark.parametrize(
    "record", [one_story(), two_stories(), hostile_record()], ids=["one", "two", "hostile"]
)

POSITION = {"type": "array", "prefixItems": [{"type": "number", "minimum": -180, "maximum": 180},
            {"type": "number", "minimum": -90, "maximum": 90}], "minItems": 2, "maxItems": 2}  # fmt: skip
GEOJSON = {  # RFC 7946, sections 3.1.2, 3.2, 3.3; a Feature has no other members (section 6.1 allows, we have none)
    "type": "object",
    "required": ["type", "features"],
    "additionalProperties": False,
    "properties": {
        "type": {"const": "FeatureCollection"},
        "features": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["type", "geometry", "properties"],
                "additionalProperties": False,
                "properties": {
                    "type": {"const": "Feature"},
                    "id": {"type": ["string", "number"]},
                    "geometry": {
                        "type": "object",
                        "required": ["type", "coordinates"],
                        "additionalProperties": False,
                        "properties": {"type": {"const": "Point"}, "coordinates": POSITION},
                    },
                    "properties": {"type": ["object", "null"]},
                },
            },
        },
    },
}
IRI = {"type": "string", "pattern": r"^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+$"}  # RFC 3987
OFFSET = {"type": "integer", "minimum": 0}


def _is(name: str, **properties: object) -> dict[str, object]:
    """An object of this type with exactly these properties."""
    return {
        "type": "object",
        "required": ["type", *properties],
        "additionalProperties": False,
        "properties": {"type": {"const": name}, **properties},
    }


ANNOTATIONS = {  # Web Annotation Data Model, sections 3.1, 3.2.4, 3.3.5, 4.2.4, 4.2.5, 5.2
    "type": "object",
    "required": ["@context", "id", "type", "items"],
    "additionalProperties": False,
    "properties": {
        "@context": {"const": "http://www.w3.org/ns/anno.jsonld"},
        "id": IRI,
        "type": {"const": "AnnotationPage"},
        "items": {
            "type": "array",
            "items": _is(
                "Annotation",
                id=IRI,
                motivation={"const": "identifying"},
                body=_is("TextualBody", value={"type": "string"}, format={"const": "text/plain"}),
                target={
                    "type": "array",
                    "minItems": 1,
                    "items": {
                        "type": "object",
                        "required": ["source", "selector"],
                        "additionalProperties": False,
                        "properties": {
                            "source": IRI,
                            "selector": {
                                "type": "array",
                                "prefixItems": [
                                    _is("TextPositionSelector", start=OFFSET, end=OFFSET),
                                    _is(
                                        "TextQuoteSelector",
                                        exact={"type": "string", "minLength": 1},
                                        prefix={"type": "string"},
                                        suffix={"type": "string"},
                                    ),
                                ],
                                "minItems": 2,
                                "maxItems": 2,
                            },
                        },
                    },
                },
            ),
        },
    },
}
PARTY = {
    "type": "object",
    "required": ["name", "country", "sectors"],
    "additionalProperties": False,
    "properties": {
        "name": {"type": "string"},
        "country": {"anyOf": [{"type": "null"}, {"type": "string", "pattern": "^[A-Z]{3}$"}]},
        "sectors": {"type": "array", "items": {"type": "string", "pattern": "^[A-Z]{3}$"}},
    },
}
DATE = {"anyOf": [{"type": "null"}, {"type": "string", "format": "date"}]}
PLOVER = {  # the fields of the PLOVER manual 0.8, and ours beside them
    "type": "object",
    "required": ["id", "date", "event_type", "mode", "context", "actor", "recipient", "cameo_root", "text", "story"],
    "properties": {
        "id": {"type": "string"},
        "date": DATE,
        "date_latest": DATE,
        "event_type": {"enum": sorted(set(event_types()) - {"STATEMENT"})},
        "mode": {"type": "array", "items": {"type": "string"}, "uniqueItems": True},
        "aux_modes": {"type": "array", "items": {"enum": sorted(REALIS.values())}},
        "context": {"type": "array", "items": {"type": "string"}, "uniqueItems": True},
        "cameo_root": {"type": "string", "pattern": "^(0[1-9]|1[0-9]|20)$"},
        "actor": {"type": "array", "items": PARTY},
        "recipient": {"type": "array", "items": PARTY},
        "geo_place": {"type": ["string", "null"]},
        "origins": {"type": "integer", "minimum": 1},
        "publisher": {"type": "string"},
        "published": {"type": ["string", "null"]},
        "text": {"type": "string", "minLength": 1},
        "selector": {"type": "object", "required": ["page", "start", "end", "exact"]},
        "story": {"type": ["string", "null"]},
    },
    "additionalProperties": False,
}


def written(name: str, record: Record) -> Any:
    return json.loads(load_exporter(name)(record))


@each_record
def test_places_are_geojson(record: Record) -> None:
    found = written("geojson", record)
    jsonschema.validate(found, GEOJSON)
    known = [p for p in record.places if p.lat is not None]
    assert [f["properties"]["place"] for f in found["features"]] == [p.id for p in known]
    assert [f["geometry"]["coordinates"] for f in found["features"]] == [[p.lon, p.lat] for p in known]


def test_a_place_without_coordinates_is_no_point(record: Record) -> None:
    places = tuple(replace(p, lat=None, lon=None) for p in record.places)
    assert written("geojson", replace(record, places=places))["features"] == []


@each_record
def test_annotations_are_those_of_the_w3c(record: Record) -> None:
    found = written("annotations.jsonld", record)
    jsonschema.validate(found, ANNOTATIONS)
    assert len({item["id"] for item in found["items"]}) == len(found["items"])
    assert len(found["items"]) == len(record.quotes) + len(record.events) + len(record.findings)


@each_record
def test_both_selectors_of_an_annotation_lead_to_the_same_words(record: Record) -> None:
    text = {f"urn:{page.id}": page.text for page in record.pages}
    for item in written("annotations.jsonld", record)["items"]:
        for target in item["target"]:
            (position, quoted), whole = target["selector"], text[target["source"]]
            assert (position["type"], quoted["type"]) == ("TextPositionSelector", "TextQuoteSelector")
            start, end = position["start"], position["end"]
            assert whole[start:end] == quoted["exact"]
            assert whole[:start].endswith(quoted["prefix"])
            assert whole[end:].startswith(quoted["suffix"])


@each_record
def test_events_by_plover(record: Record) -> None:
    lines = load_exporter("plover.jsonl")(record).splitlines()
    rows = [json.loads(line) for line in lines if line]
    told = [e for e in record.events if e.type != "STATEMENT"]
    assert [row["id"] for row in rows] == [e.id for e in told]
    check = jsonschema.Draft202012Validator(PLOVER, format_checker=jsonschema.FormatChecker())
    for row, event in zip(rows, told, strict=True):
        check.validate(row)
        assert row["date"] == (event.time.earliest if event.time else None), "no date is made up"
        assert Selector(**row["selector"]) == event.anchor


def test_an_event_has_the_origins_of_its_finding(record: Record) -> None:
    finding = next(f for f in record.findings if f.origins > 1)
    event = replace(record.events[0], type="ACCUSE")
    claims = tuple(replace(c, kind="event", ref=event.id) if c.id == finding.claims[0] else c for c in record.claims)
    told = replace(record, events=(event,), claims=claims)
    assert json.loads(load_exporter("plover.jsonl")(told))["origins"] == finding.origins


def test_positions_are_code_points_also_beyond_the_first_plane(record: Record) -> None:
    """Each of these characters is one code point, and two units of UTF-16, in which JavaScript counts."""
    page = record.pages[0]
    moved = replace(page, text="\U0001f6a2\U00010348 " + page.text)
    by = len(moved.text) - len(page.text)

    def shift(at: Selector) -> Selector:
        return replace(at, start=at.start + by, end=at.end + by) if at.page == page.id else at

    quotes = tuple(replace(q, content=tuple(map(shift, q.content))) for q in record.quotes)
    told = replace(record, pages=(moved, *record.pages[1:]), quotes=quotes, events=(), findings=())
    text = {f"urn:{p.id}": p.text for p in told.pages}
    checked = 0
    for item in written("annotations.jsonld", told)["items"]:
        for target in item["target"]:
            position, quoted = target["selector"]
            assert text[target["source"]][position["start"] : position["end"]] == quoted["exact"]
            checked += target["source"] == f"urn:{page.id}"
    assert checked


def test_each_story_has_its_own_features() -> None:
    writing = load_writing("geojson")()
    one = one_story()
    other = replace(one, stories=tuple(replace(s, id="story:other") for s in one.stories))
    found = json.loads("".join(str(c) for c in [*writing.add(one), *writing.add(other), *writing.end()]))
    jsonschema.validate(found, GEOJSON)
    ids = [f["id"] for f in found["features"]]
    assert len(set(ids)) == len(ids) == 2 * len([p for p in one.places if p.lat is not None])
    assert {f["properties"]["story"] for f in found["features"]} == {one.stories[0].id, "story:other"}


@pytest.mark.parametrize("name", ["geojson", "annotations.jsonld"])
def test_a_file_of_no_record_is_an_empty_list(name: str) -> None:
    found = json.loads("".join(str(c) for c in load_writing(name)().end()))
    assert found.get("features", found.get("items")) == []
    jsonschema.validate(found, GEOJSON if name == "geojson" else ANNOTATIONS)
