"""PLOVER lines, W3C annotations and GeoJSON, each held against what its standard says."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import jsonschema
import pytest

from twosource.formats import load_exporter
from twosource.formats.plover import REALIS
from twosource.model import Record, Selector
from twosource.vocab.events import event_types

from .invented import hostile_record, one_story, two_stories

each_record = pytest.mark.parametrize(
    "record", [one_story(), two_stories(), hostile_record()], ids=["one", "two", "hostile"]
)

POSITION = {"type": "array", "prefixItems": [{"type": "number", "minimum": -180, "maximum": 180},
            {"type": "number", "minimum": -90, "maximum": 90}], "minItems": 2, "maxItems": 2}  # fmt: skip
GEOJSON = {  # RFC 7946, sections 3.1.2, 3.2, 3.3
    "type": "object",
    "required": ["type", "features"],
    "properties": {
        "type": {"const": "FeatureCollection"},
        "features": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["type", "geometry", "properties"],
                "properties": {
                    "type": {"const": "Feature"},
                    "id": {"type": ["string", "number"]},
                    "geometry": {
                        "type": "object",
                        "required": ["type", "coordinates"],
                        "properties": {"type": {"const": "Point"}, "coordinates": POSITION},
                    },
                    "properties": {"type": ["object", "null"]},
                },
            },
        },
    },
}
ANNOTATIONS = {  # Web Annotation Data Model, sections 3.1, 4.2.4, 4.2.5, 5.2
    "type": "object",
    "required": ["@context", "id", "type", "items"],
    "properties": {
        "@context": {"const": "http://www.w3.org/ns/anno.jsonld"},
        "type": {"const": "AnnotationPage"},
        "items": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["id", "type", "target"],
                "properties": {
                    "type": {"const": "Annotation"},
                    "target": {
                        "type": "array",
                        "minItems": 1,
                        "items": {"type": "object", "required": ["source", "selector"]},
                    },
                },
            },
        },
    },
}


def written(name: str, record: Record) -> Any:
    return json.loads(load_exporter(name)(record))


@each_record
def test_places_are_geojson(record: Record) -> None:
    found = written("geojson", record)
    jsonschema.validate(found, GEOJSON)
    known = [p for p in record.places if p.lat is not None]
    assert [f["id"] for f in found["features"]] == [p.id for p in known]
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
    types = event_types()
    for row, event in zip(rows, told, strict=True):
        assert row["event_type"] in types
        assert row["cameo_root"] in {f"{n:02}" for n in range(1, 21)}
        assert set(row["aux_modes"]) <= set(REALIS.values())
        assert row["date"] == (event.time.earliest if event.time else None), "no date is made up"
        assert Selector(**row["selector"]) == event.anchor


def test_an_event_has_the_origins_of_its_finding(record: Record) -> None:
    finding = next(f for f in record.findings if f.origins > 1)
    event = replace(record.events[0], type="ACCUSE")
    claims = tuple(replace(c, kind="event", ref=event.id) if c.id == finding.claims[0] else c for c in record.claims)
    told = replace(record, events=(event,), claims=claims)
    assert json.loads(load_exporter("plover.jsonl")(told))["origins"] == finding.origins
