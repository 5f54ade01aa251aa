"""The stories that findings are judged on: reports of five sets by story, and which half of them is held back."""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from twosource.model import Page, Record
from twosource.pages import Capture, list_captures
from twosource.pipeline import combine, read_capture

SETS = {
    "neus": "stories/neus_val.jsonl",
    "basil": "stories/basil_dev.jsonl",
    "allsides": "stories/allsides_raw_dev.jsonl",
    "gva": "facts/gva_dev.jsonl",
    "ecbplus": "stories/ecbplus_dev.jsonl",
}
"""Where the stories of each set lie in the folder of data."""
USABLE = 40
"""Reports of fewer words are left out."""
MOST = 8
"""Reports of one story that are read, the first ones."""

Json = dict[str, Any]
Reports = Mapping[str, Page]


def stories(path: Path) -> dict[str, list[Json]]:
    """The usable reports of each story that has two or more, by its id; each a row for `list_captures`."""
    found: dict[str, list[Json]] = {}
    for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
        story = row["cluster_id"] if "cluster_id" in row else row["id"]
        found.setdefault(story, []).extend(_usable(story, row))
    return {name: rows for name, rows in found.items() if len(rows) > 1}


def _usable(story: str, row: Json) -> Iterator[Json]:
    reports: list[Json] = row.get("articles") or row.get("documents") or [row]
    for number, one in enumerate(reports):
        name = one.get("doc_id", one.get("id", f"{story}/{number}"))
        given = {"id": name, "title": one["title"] or "", "text": one["text"]}
        dated = {key: one[of] for key, of in (("date", "date"), ("outlet", "source")) if one.get(of)}
        if len((one["text"] or "").split()) >= USABLE:
            yield given | dated


def is_held_back(story: str) -> bool:
    """Whether the story is of the half that is looked at only at the end, by a hash of its id."""
    return int(hashlib.sha1(story.encode(), usedforsecurity=False).hexdigest(), 16) % 2 == 1


def record_of(rows: Sequence[Json], analyzer: str = "shipped") -> tuple[Record, Reports]:
    """The record of reports of one story, and their pages by the ids of the rows."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "story.jsonl")
        path.write_text("".join(json.dumps(row) + "\n" for row in rows[:MOST]), encoding="utf-8")
        captures = [c for c in list_captures([str(path)]) if isinstance(c, Capture)]
    readings = [read_capture(c, analyzer) for c in captures]
    pages = {str(row["id"]): reading.page for row, reading in zip(rows, readings, strict=False)}
    return combine(readings, one_story=True, analyzer=analyzer), pages
