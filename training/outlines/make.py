"""Makes src/twosource/formats/assets/outlines.json.gz from Natural Earth's countries at 1:50m (public domain).

Takes the TopoJSON of the npm package `world-atlas` (ISC): `npm pack world-atlas && tar xzf world-atlas-*.tgz`,
then `python training/outlines/make.py package/countries-50m.json`. Coordinates become hundredths of a degree.
"""

from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path
from typing import Any

OUT = Path(__file__).parents[2] / "src/twosource/formats/assets/outlines.json.gz"
UNITS_PER_DEGREE = 100


def decoded_arcs(topology: dict[str, Any]) -> list[list[tuple[float, float]]]:
    """The arcs in degrees (TopoJSON 1.0: delta coded, quantised)."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        arcs.append(points)
    return arcs


def ring(indexes: list[int], arcs: list[list[tuple[float, float]]]) -> list[int]:
    """One ring as a flat list x, y, x, y of hundredths of a degree, repeated points dropped."""
    flat: list[int] = []
    for index in indexes:
        for lon, lat in arcs[index] if index >= 0 else reversed(arcs[~index]):
            point = [round(lon * UNITS_PER_DEGREE), round(lat * UNITS_PER_DEGREE)]
            if flat[-2:] != point:
                flat += point
    return flat


def main(path: str) -> None:
    """Writes the outlines of all countries: a list of rings."""
    topology = json.loads(Path(path).read_text(encoding="utf-8"))
    arcs = decoded_arcs(topology)
    rings = []
    for shape in topology["objects"]["countries"]["geometries"]:
        polygons = {"Polygon": [shape.get("arcs")], "MultiPolygon": shape.get("arcs")}.get(shape["type"], [])
        rings += [ring(r, arcs) for polygon in polygons for r in polygon]
    text = json.dumps({"source": "Natural Earth 1:50m, public domain", "rings": rings}, separators=(",", ":"))
    OUT.write_bytes(gzip.compress(text.encode("ascii"), mtime=0))


if __name__ == "__main__":
    main(sys.argv[1])
