"""docs/reference/record.md, the schema and the dataclasses describe the same."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from twosource.formats.schema import record_schema

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "record.md"


def described() -> dict[str, list[str]]:
    """Type to the fields of its table on the page, in order."""
    found: dict[str, list[str]] = {}
    for part in re.split(r"^## ", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        name, _, body = part.partition("\n")
        found[name] = re.findall(r"^\| `(\w+)` \|", body, flags=re.MULTILINE)
    return found


def schemas() -> dict[str, dict[str, Any]]:
    """Type to its part of the schema."""
    whole = record_schema()
    return {"Record": whole, **whole["$defs"]}


SCHEMAS = schemas()


def test_the_page_has_every_type_and_no_other() -> None:
    assert set(described()) == set(SCHEMAS)


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_every_field_is_described_in_order_and_no_other(name: str) -> None:
    assert described()[name] == list(SCHEMAS[name]["properties"])


def values(schema: object) -> set[str]:
    """The words that an enumeration below this schema allows."""
    if isinstance(schema, dict):
        return {v for v in schema.get("enum", ()) if v}.union(*(values(v) for v in schema.values()))
    return set().union(*(values(v) for v in schema)) if isinstance(schema, list) else set()


def test_every_word_that_a_field_allows_is_on_the_page() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert {word for word in values(record_schema()) if f"`{word}`" not in text} == set()
