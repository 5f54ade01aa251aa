"""Objects of ninjs as rows: which text, which headline, which date; what is wrong in them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from twosource.pages import Capture, Failure, list_captures, make_page
from twosource.pages.ninjs import row_of_ninjs

NEW: dict[str, Any] = {
    "uri": "urn:newsml:agency.example:20250304:1",
    "type": "text",
    "versioncreated": "2025-03-04T08:00:00+01:00",
    "firstcreated": "2025-03-03T20:00:00+01:00",
    "headlines": [{"role": "short", "value": "Crane"}, {"role": "main", "value": "Crane <falls> in port"}],
    "bodies": [
        {"role": "caption", "contenttype": "text/html", "value": "<p>The quay."},
        {"role": "main", "contenttype": "text/html", "value": "<p>Two workers were hurt on Monday, the port said."},
        {"contenttype": "application/nitf+xml", "value": "<nitf/>"},
    ],
    "infosources": [{"name": "Example Agency"}],
}
OLD = {"uri": "tag:1", "headline": "Crane falls", "body_text": "Two workers were hurt.", "versioncreated": "2025-03-04"}


def read(tmp_path: Path, item: object) -> Capture | Failure:
    (tmp_path / "a.json").write_text(json.dumps(item))
    (found,) = list_captures([str(tmp_path / "a.json")])
    return found


def test_ninjs_3(tmp_path: Path) -> None:
    found = read(tmp_path, NEW)
    assert isinstance(found, Capture)
    assert make_page(found).text == "Crane <falls> in port\nTwo workers were hurt on Monday, the port said."
    given = found.given
    assert (given.input_id, given.title, given.outlet) == (NEW["uri"], "Crane <falls> in port", "Example Agency")
    assert given.date == NEW["versioncreated"]


def test_ninjs_1(tmp_path: Path) -> None:
    found = read(tmp_path, [OLD])
    assert isinstance(found, Capture)
    assert make_page(found).text == "Crane falls\n\nTwo workers were hurt."
    assert (found.given.date, found.given.outlet) == ("2025-03-04", None)


@pytest.mark.parametrize(
    "item",
    [
        {"bodies": []},
        {"bodies": "text"},
        {"bodies": [7, {"value": 8}, {"value": " "}]},
        {"body_html": ["x"]},
        {"type": "text"},
    ],
)
def test_an_object_without_text_is_a_failure(tmp_path: Path, item: object) -> None:
    found = read(tmp_path, item)
    assert isinstance(found, Failure) and "holds no text" in str(found.error)


@pytest.mark.parametrize("name", [name for name in NEW if name != "bodies"])
@pytest.mark.parametrize("value", [None, 7, [], [7], {}, [{"value": 7, "name": 7}]])
def test_other_types_are_left_out(tmp_path: Path, name: str, value: object) -> None:
    assert isinstance(read(tmp_path, NEW | {name: value}), Capture)


@pytest.mark.parametrize(
    "row", [{"text": "x", "bodies": [{"value": "y"}]}, {"html": "x", "body_html": "y"}, [], 7, None]
)
def test_what_is_no_ninjs_stays(row: object) -> None:
    assert row_of_ninjs(row) is row
