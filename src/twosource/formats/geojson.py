"""Places as GeoJSON (RFC 7946): a point for each place that the gazetteer knows, with what the reports put there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from twosource.formats.json import JsonList
from twosource.formats.shown import one_line
from twosource.formats.views import RecordView
from twosource.model import Event, Place, Record


class GeoJson:
    """A FeatureCollection; `precision` says whether a point stands for a town, a region, a country or an area.

    Each story has its own features: what the reports put there is told of one happening. See `Writing`.
    """

    def __init__(self) -> None:
        self._list = JsonList('{"type": "FeatureCollection", "features": [')

    def add(self, record: Record) -> Iterator[str]:
        """The features of its places."""
        return self._list.add(_features(record))

    def end(self) -> Iterator[str]:
        """The end of the list."""
        return self._list.end("]}\n")


def _features(record: Record) -> Iterator[dict[str, Any]]:
    view = RecordView(record)
    there: dict[str, list[Event]] = defaultdict(list)
    for event in record.events:
        if event.place and event.place.place:
            there[event.place.place].append(event)
    story = record.stories[0].id if len(record.stories) == 1 else None
    for place in view.located:
        yield _feature(place, there[place.id], view, story)


def _feature(place: Place, events: list[Event], view: RecordView, story: str | None) -> dict[str, Any]:
    return {
        "type": "Feature",
        "id": f"{story}/{place.id}" if story else place.id,
        "geometry": {"type": "Point", "coordinates": [place.lon, place.lat]},
        "properties": {
            "name": place.name,
            "place": place.id,
            "story": story,
            "country": place.country,
            "precision": place.precision,
            "gazetteer_id": place.gazetteer_id,
            "mentions": len(place.mentions),
            "reports": sorted({view.passage(at).report.outlet for at in place.mentions}),
            "events": [f"{e.type}, {e.realis}: {one_line(e.anchor.exact)}" for e in events],
        },
    }
