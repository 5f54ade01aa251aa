"""JSON: by the contract, by the schema, always the same bytes."""

from __future__ import annotations

import json

import jsonschema
import pytest

from twosource.formats.json import to_json
from twosource.formats.schema import record_schema, shipped_schema
from twosource.model import Record

from .invented import hostile_record, one_story, two_stories

CONTRACT = {
    "": "format pages articles origins actors quotes times places quantities events claims findings stories timeline "
    "brief made_by",
    "pages": "id location media_type retrieved text",
    "articles": "id page headline outlet by wires located language published version blocks",
    "articles.headline": "page start end exact",
    "articles.wires": "name selector",
    "articles.published": "value precision basis selector",
    "articles.blocks": "role start end",
    "origins": "id articles wires passages independence evidence",
    "origins.evidence": "function score detail selectors",
    "actors": "id name kind named names evidence offices country sectors mentions",
    "actors.offices": "title selector",
    "actors.mentions": "page start end exact",
    "quotes": "id article kind content cue speaker speaker_selector polarity within evidence addressee said_on said_in",
    "quotes.content": "page start end exact",
    "times": "id article selector timex earliest latest basis",
    "times.timex": "type value mod",
    "places": "id name country lat lon precision gazetteer_id mentions",
    "quantities": "id article selector min max point approximate ordinal ratio unit of",
    "events": "id article type mode context actors recipients reciprocal realis attributed_to time place quantities "
    "anchor evidence",
    "events.actors": "actor selector",
    "events.recipients": "actor selector",
    "events.time": "earliest latest precision selector",
    "events.place": "place precision selector",
    "claims": "id article kind ref selector asserted_by origin",
    "findings": "id status claims origins speakers text differences evidence confidence",
    "findings.differences": "aspect values",
    "findings.differences.values": "value selectors",
    "stories": "id headline articles first last when where figures",
    "stories.when": "earliest latest",
    "stories.figures": "role min max point approximate status origins selectors",
    "timeline": "date precision refs text",
    "brief": "text finding selectors",
    "made_by": "step version settings",
}
"""The names that others build on, written out by hand: a field may be added, none renamed or taken away."""


def parts(value: object, path: list[str]) -> list[dict[str, object]]:
    """All objects at a path, through lists and past null."""
    for name in path:
        values = value if isinstance(value, list) else [value]
        value = [y for x in values for y in (x[name] if isinstance(x[name], list) else [x[name]]) if y is not None]
    return value if isinstance(value, list) else [value]  # type: ignore[list-item]


@pytest.mark.parametrize("path", CONTRACT)
def test_the_fields_of_the_contract_are_there(path: str, record: Record) -> None:
    found = parts(json.loads(to_json(record)), path.split(".") if path else [])
    assert found, f"the invented record has no {path}"
    for each in found:
        assert set(CONTRACT[path].split()) <= set(each)


@pytest.mark.parametrize("make", [one_story, two_stories, hostile_record])
def test_the_schema_holds(make) -> None:  # type: ignore[no-untyped-def]
    jsonschema.validate(json.loads(to_json(make())), shipped_schema(), cls=jsonschema.Draft202012Validator)


def test_the_schema_is_a_schema_and_refuses() -> None:
    jsonschema.Draft202012Validator.check_schema(shipped_schema())
    wrong = json.loads(to_json(one_story()))
    wrong["findings"][0]["status"] = "true"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(wrong, shipped_schema())


def test_the_shipped_schema_is_the_one_made_from_the_dataclasses() -> None:
    again = "python -m twosource.formats.schema > src/twosource/formats/assets/record.schema.json"
    assert shipped_schema() == record_schema(), f"write it anew: {again}"


def test_one_line_and_the_same_bytes_every_time() -> None:
    first = to_json(one_story())
    assert first.count("\n") == 1
    assert first.endswith("}\n")
    assert first.encode() == to_json(one_story()).encode()


def test_every_selector_quotes_its_page(stories_record: Record) -> None:
    record = json.loads(to_json(stories_record))
    text = {page["id"]: page["text"] for page in record["pages"]}
    checked = 0
    waiting: list[object] = [record]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            if "exact" in value:
                assert text[value["page"]][value["start"] : value["end"]] == value["exact"]
                checked += 1
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)
    assert checked > 60
