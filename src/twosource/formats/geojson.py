"""Places as GeoJSON (RFC 7946): a point for each place that the gazetteer knows, with what the reports put there."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from twosource.codec import dump
from twosource.formats.views import RecordView, one_line
from twosource.model import Event, Place, Record


def to_geojson(record: Record) -> str:
    """A FeatureCollection; `precision` says whether the point stands for a town, a region, a country or an area."""
    view = RecordView(record)
    there: dict[str, list[Event]] = defaultdict(list)
    for event in record.events:
        if event.place and event.place.place:
            there[event.place.place].append(event)
    features = [_feature(place, there[place.id], view) for place in view.located]
    return dump({"type": "FeatureCollection", "features": features}) + "\n"


def _feature(place: Place, events: list[Event], view: RecordView) -> dict[str, Any]:
    return {
        "type": "Feature",
        "id": place.id,
        "geometry": {"type": "Point", "coordinates": [place.lon, place.lat]},
        "properties": {
            "name": place.name,
            "country": place.country,
            "precision": place.precision,
            "gazetteer_id": place.gazetteer_id,
            "mentions": len(place.mentions),
            "reports": sorted({view.passage(at).report.outlet for at in place.mentions}),
            "events": [f"{e.type}, {e.realis}: {one_line(e.anchor.exact)}" for e in events],
        },
    }
