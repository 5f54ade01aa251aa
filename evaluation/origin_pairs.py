"""The judged pairs of evaluation/judged/origins.tsv as reports: `python -m evaluation.origin_pairs [OUT.jsonl]`.

The texts belong to others: they are taken from the collections beside the project when this runs. What comes out has
the form of pairs_dev.jsonl, so `run_origins.py OUT.jsonl` scores it. A report is a doc_id of a collection and the
operations that make another report of it, line by line: `keep 2-5` (these lines only), `drop 3` (without every third),
`take ID 2-5 at 7` (lines of another report put in before line 7), `swap` (words for others by the table), `flip`
(neighbouring lines change places), `say 2 NAME`, `start NAME`, `end NAME` (own sentences of origins_words.tsv).
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from evaluation.shared import DATA

JUDGED = Path(__file__).with_name("judged")
STORIES = DATA / "stories"
COLLECTIONS = ("basil_dev.jsonl", "ecbplus_dev.jsonl")
UNCLEAR = "unclear"
"""The label of pairs that a reader cannot decide: they are left out."""

Json = dict[str, Any]


def judged() -> list[dict[str, str]]:
    """The rows of origins.tsv: label, kind, a, b."""
    return _rows(JUDGED / "origins.tsv")


def pairs(stories: Path = STORIES) -> Iterator[Json]:
    """Every clear pair with its two reports; raises FileNotFoundError where the collections are absent."""
    collection = documents(stories)
    for number, row in enumerate(judged()):
        if row["label"] != UNCLEAR:
            a, b = (build(row[side], collection) for side in "ab")
            yield {"pair_id": number, "label": row["label"], "kind": row["kind"], "a": a, "b": b}


def documents(stories: Path = STORIES) -> dict[str, Json]:
    """The reports of the collections by doc_id."""
    lines = (line for name in COLLECTIONS for line in (stories / name).read_text(encoding="utf-8").splitlines())
    return {row["doc_id"]: row for row in map(json.loads, lines)}


def build(recipe: str, collection: dict[str, Json]) -> Json:
    """The report that a recipe tells of; one that was changed has no outlet, and the recipe is its id."""
    base, *operations = (part.strip() for part in recipe.split(";"))
    row = collection[base]
    if not operations:
        return row
    lines = _lines(row)
    for operation in operations:
        lines = _apply(operation.split(), lines, collection)
    return {"doc_id": recipe, "title": row["title"], "text": "\n".join(lines), "date": row["date"]}


def _apply(operation: list[str], lines: list[str], collection: dict[str, Json]) -> list[str]:
    match operation:
        case ["keep", span]:
            return lines[_span(span)]
        case ["drop", nth]:
            return [line for n, line in enumerate(lines, 1) if n % int(nth)]
        case ["take", other, span, "at", place]:
            return lines[: int(place)] + _lines(collection[other])[_span(span)] + lines[int(place) :]
        case ["swap"]:
            return [re.sub(r"\w+", lambda m: _swaps().get(m[0], m[0]), line) for line in lines]
        case ["flip"]:
            return [line for n in range(0, len(lines), 2) for line in reversed(lines[n : n + 2])]
        case ["say", place, name]:
            return [*lines[: int(place)], _words()[name], *lines[int(place) + 1 :]]
        case ["start", name]:
            return [_words()[name], *lines]
        case ["end", name]:
            return [*lines, _words()[name]]
    raise ValueError(f"no such operation: {' '.join(operation)}")


def _lines(row: Json) -> list[str]:
    return [line for line in row["text"].split("\n") if line.strip()]


def _span(span: str) -> slice:
    first, last = span.split("-")
    return slice(int(first), int(last))


@cache
def _words() -> dict[str, str]:
    return {row["name"]: row["text"] for row in _rows(JUDGED / "origins_words.tsv") if row["name"] != "swap"}


@cache
def _swaps() -> dict[str, str]:
    found = (row["text"] for row in _rows(JUDGED / "origins_words.tsv") if row["name"] == "swap")
    return {one: other for one, _, other in (text.partition("=") for text in found)}


def _rows(path: Path) -> list[dict[str, str]]:
    head, *lines = (x for x in path.read_text(encoding="utf-8").splitlines() if not x.startswith("#"))
    return [dict(zip(head.split("\t"), line.split("\t"), strict=True)) for line in lines]


def main(arguments: list[str]) -> int:
    """Writes the pairs; says so and ends well where the collections are absent."""
    if not all((STORIES / name).exists() for name in COLLECTIONS):
        print(f"left out: {' and '.join(COLLECTIONS)} are no part of this project and not in {STORIES}")
        return 0
    out = Path(arguments[0]) if arguments else Path("out") / "origin_pairs.jsonl"
    out.parent.mkdir(parents=True, exist_ok=True)
    lines = [json.dumps(pair, ensure_ascii=False) + "\n" for pair in pairs()]
    out.write_text("".join(lines), encoding="utf-8")
    print(f"{len(lines)} pairs: {out}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
