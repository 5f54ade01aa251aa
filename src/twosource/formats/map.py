"""A map of the places as one SVG: outlines cut to what is shown, a circle a place, labels that do not collide."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import accumulate, pairwise
from math import cos, radians

from markupsafe import Markup

from twosource.formats.shown import cut
from twosource.model import Place

WIDTH, HEIGHT = 720.0, 400.0
MARGIN_DEGREES = 1.6
SMALLEST_SPAN = 7.0
"""Degrees of longitude shown at least: closer, the 1:50m outlines look coarse."""
FINEST = 0.75
"""Pixels between two points of an outline, at least: a map of the world was 1 MB with all of them, and took 0.2 s. Now
0.23 MB in 0.05 s; drawn twice as large it looks the same."""
MOST_PLACES = 24
RADIUS = {"town": 4.5, "region": 11.0, "area": 14.0, "country": 18.0}

LONGEST_LABEL = 28
LETTER_WIDTH = 8.0
"""Of the label's 13 px bold sans-serif, rather too wide than too narrow."""

Point = tuple[float, float]
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What part of the world is shown, in degrees, and how a point of it becomes a point of the picture."""

    west: float
    east: float
    south: float
    north: float

    def at(self, lon: float, lat: float) -> Point:
        """The picture coordinates of a place (equirectangular, true to scale at the middle of the view)."""
        return self.point(lon + 360 * round(((self.west + self.east) / 2 - lon) / 360), lat)

    def point(self, lon: float, lat: float) -> Point:
        """The same for a longitude that already lies in the view or beside it."""
        x = (lon - self.west) / (self.east - self.west) * WIDTH
        y = (self.north - lat) / (self.north - self.south) * HEIGHT
        return round(x, 1), round(y, 1)


def view_of(places: Sequence[Place]) -> View:
    """The smallest view of the picture's proportions that shows all places with a margin."""
    lats = [lat for _, lat in map(_where, places)]
    lons = _unwrapped([lon for lon, _ in map(_where, places)])
    lat, lon = (min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2
    scale = max(0.2, cos(radians(lat)))
    wide = max(max(lons) - min(lons) + 2 * MARGIN_DEGREES, SMALLEST_SPAN)
    high = max(max(lats) - min(lats) + 2 * MARGIN_DEGREES, wide * scale * HEIGHT / WIDTH)
    wide = max(wide, high / scale * WIDTH / HEIGHT)
    return View(west=lon - wide / 2, east=lon + wide / 2, south=lat - high / 2, north=lat + high / 2)


def _where(place: Place) -> Point:
    return place.lon or 0.0, place.lat or 0.0


def _unwrapped(lons: Sequence[float]) -> list[float]:
    """Longitudes that go on past 180° where that brings them closer together: Fiji and Samoa are neighbours."""
    eastern = [lon + 360 if lon < 0 else lon for lon in lons]
    return eastern if max(eastern) - min(eastern) < max(lons) - min(lons) else list(lons)


@cache
def _rings() -> list[tuple[list[int], tuple[float, float, float, float]]]:
    """Each ring in hundredths of a degree, with where it lies: west, east, south, north, in degrees."""
    packed = files("twosource.formats").joinpath("assets/outlines.json.gz").read_bytes()
    rings = map(_mended, json.loads(gzip.decompress(packed))["rings"])
    return [(r, (min(r[::2]) / 100, max(r[::2]) / 100, min(r[1::2]) / 100, max(r[1::2]) / 100)) for r in rings]


def _mended(flat: list[int]) -> list[int]:
    """A ring in hundredths of a degree that steps over 180° and back (Fiji) made to go on past it."""
    steps = [(a - b + 18000) // 36000 * 36000 for a, b in pairwise(flat[::2])]
    turns = list(accumulate(steps, initial=0))
    if not any(turns) or turns[-1]:
        return flat
    return [x + turns[n // 2] * (n % 2 == 0) for n, x in enumerate(flat)]


def outlines(view: View) -> Iterator[str]:
    """The SVG paths of the countries in the view, each cut to it (Sutherland and Hodgman 1974)."""
    turns = [turn for turn in (-360, 0, 360) if view.west < turn + 180 and view.east > turn - 180]
    for flat, (west, east, south, north) in _rings():
        if north < view.south or south > view.north:
            continue  # most rings are far off: looked at before a point of theirs is made, a map of 7° takes a tenth
        for turn in turns:
            if east + turn < view.west or west + turn > view.east:
                continue
            ring = [(x / 100 + turn, y / 100) for x, y in _coarse(flat, view)]
            inside = (
                view.west <= west + turn and east + turn <= view.east and view.south <= south and north <= view.north
            )
            shown = ring if inside else _clip(ring, view)
            if len(shown) > 2:
                yield "M" + "L".join(f"{x:g},{y:g}" for x, y in (view.point(*p) for p in shown)) + "Z"


def _coarse(flat: list[int], view: View) -> Iterator[tuple[int, int]]:
    """The points of a ring of which each lies `FINEST` or more from the one before: the world has 60,000 others."""
    wide, high = 100 * FINEST * (view.east - view.west) / WIDTH, 100 * FINEST * (view.north - view.south) / HEIGHT
    last_x, last_y = flat[0] + 2 * wide, flat[1] + 2 * high
    for x, y in zip(flat[::2], flat[1::2], strict=True):
        if abs(x - last_x) >= wide or abs(y - last_y) >= high:
            yield x, y
            last_x, last_y = x, y


def _clip(ring: list[Point], view: View) -> list[Point]:
    pad = (view.east - view.west) / 50
    edges = ((0, 1, view.west - pad), (0, -1, view.east + pad), (1, 1, view.south - pad), (1, -1, view.north + pad))
    for axis, sign, bound in edges:
        ring = _clip_edge(ring, axis, sign, bound)
    return ring


def _clip_edge(ring: list[Point], axis: int, sign: int, bound: float) -> list[Point]:
    kept: list[Point] = []
    for previous, point in zip([ring[-1], *ring[:-1]] if ring else [], ring, strict=True):
        inside, was_inside = sign * (point[axis] - bound) >= 0, sign * (previous[axis] - bound) >= 0
        if inside != was_inside:
            share = (bound - previous[axis]) / (point[axis] - previous[axis])
            kept.append(
                (previous[0] + share * (point[0] - previous[0]), previous[1] + share * (point[1] - previous[1]))
            )
        if inside:
            kept.append(point)
    return kept


def to_svg(places: Sequence[Place]) -> Markup:
    """The map of at most 24 places; empty where no place has coordinates."""
    shown = [p for p in places if p.lat is not None and p.lon is not None][:MOST_PLACES]
    if not shown:
        return Markup("")
    view = view_of(shown)
    land = "".join(f'<path d="{d}"/>' for d in outlines(view))
    dots = Markup("").join(_dot(p, view) for p in reversed(shown))
    names = Markup("").join(_labels(shown, view))
    title = "Places named in the reports: " + ", ".join(p.name for p in shown)
    return Markup(
        '<svg class="map" viewBox="0 0 {w:g} {h:g}" role="img" aria-label="{title}">'
        '<g class="land">{land}</g>{dots}{names}</svg>'
    ).format(w=WIDTH, h=HEIGHT, title=title, land=Markup(land), dots=dots, names=names)  # noqa: S704  (numbers only)


def _dot(place: Place, view: View) -> Markup:
    x, y = view.at(*_where(place))
    times = len(place.mentions)
    return Markup('<circle class="{kind}" cx="{x:g}" cy="{y:g}" r="{r:g}"><title>{t}</title></circle>').format(
        kind=place.precision,
        x=x,
        y=y,
        r=RADIUS.get(place.precision, 8.0),
        t=f"{place.name}: named {times} {'time' if times == 1 else 'times'}, precision: {place.precision}",
    )


def _labels(places: Sequence[Place], view: View) -> Iterator[Markup]:
    taken = [_spot(*view.at(*_where(place))) for place in places]
    for place in places:
        name = cut(place.name, LONGEST_LABEL)
        for x, y, anchor, box in _positions(*view.at(*_where(place)), LETTER_WIDTH * len(name)):
            inside = box[0] >= 0 and box[1] >= 0 and box[2] <= WIDTH and box[3] <= HEIGHT
            if inside and not any(_collide(box, other) for other in taken):
                taken.append(box)
                yield Markup('<text x="{x:g}" y="{y:g}" text-anchor="{a}">{name}</text>').format(
                    x=x, y=y, a=anchor, name=name
                )
                break


def _positions(x: float, y: float, width: float) -> Iterator[tuple[float, float, str, Box]]:
    """Where a label can stand beside its circle: right, left, above, below; with the box that it fills."""
    yield x + 9, y + 4, "start", (x + 9, y - 9, x + 9 + width, y + 7)
    yield x - 9, y + 4, "end", (x - 9 - width, y - 9, x - 9, y + 7)
    for dy in (-12, 21):
        yield x, y + dy, "middle", (x - width / 2, y + dy - 13, x + width / 2, y + dy + 3)


def _spot(x: float, y: float) -> Box:
    """The middle of a circle, which no label may cover."""
    return x - RADIUS["town"], y - RADIUS["town"], x + RADIUS["town"], y + RADIUS["town"]


def _collide(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
