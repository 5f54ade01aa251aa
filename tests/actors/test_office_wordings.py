"""Offices beside names in the wordings of the world's news, by the shipped analyzer; the table stands beside it."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tests.actors.acceptance.cases import found


def rows() -> list[dict[str, str]]:
    """The rows of the table."""
    lines = Path(__file__).with_name("offices.tsv").read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader((x for x in lines if not x.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["text"][:60])
def test_the_offices_of_a_name(row: dict[str, str]) -> None:
    holder = next(a for a in found((row["text"],)).actors if row["name"] in a.names)
    assert [o.title for o in holder.offices] == [t for t in (row["titles"] or "").split("|") if t]


def test_an_office_held_before_is_not_meant_by_its_description() -> None:
    record = found(("Marko Juric, who was prime minister until 2010, arrived.¶The prime minister did not speak.",))
    juric = next(a for a in record.actors if "Marko Juric" in a.names)
    assert [o.title for o in juric.offices] == ["prime minister"]
    assert not any(m.form == "description" for m in juric.mentions)


def test_an_office_held_now_is_meant_by_its_description() -> None:
    record = found(("Marko Juric, who is prime minister of Chad, arrived.¶The prime minister did not speak.",))
    juric = next(a for a in record.actors if "Marko Juric" in a.names)
    assert [m.selector.exact for m in juric.mentions if m.form == "description"] == ["The prime minister"]
