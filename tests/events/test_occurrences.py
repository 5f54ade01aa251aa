"""What happens and PLOVER does not code, in short sentences read with the analyzer that ships, and near misses."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.events.test_acceptance import read

ROWS = [
    tuple(line.split("\t"))
    for table in sorted(Path(__file__).parent.glob("occurrences_*.tsv"))
    for line in table.read_text(encoding="utf-8").splitlines()
    if line and not line.startswith(("#", "text\t"))
]


@pytest.mark.parametrize(("text", "events"), ROWS, ids=[text for text, _ in ROWS])
def test_an_occurrence_gives_these_events(text: str, events: str) -> None:
    found = [f"{e.type} {e.realis}" for e in read(text).events]
    assert "; ".join(found) == events.replace("-", "", events == "-")
