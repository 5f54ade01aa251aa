"""Many ways to word an event, and near misses, in short sentences read with the analyzer that ships."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.events.test_acceptance import read

_LINES = Path(__file__).with_name("wordings.tsv").read_text(encoding="utf-8").splitlines()
ROWS = [tuple(line.split("\t")) for line in _LINES if line and not line.startswith("#")][1:]


@pytest.mark.parametrize(("text", "events"), ROWS, ids=[text for text, _ in ROWS])
def test_a_wording_gives_these_events(text: str, events: str) -> None:
    found = [f"{e.type} {e.realis}" for e in read(text).events]
    assert "; ".join(found) == events.replace("-", "", events == "-")
