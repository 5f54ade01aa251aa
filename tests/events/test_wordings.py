"""Many ways to word an event, and near misses, in short sentences read with the analyzer that ships."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.events.test_acceptance import read
from twosource.model import Event
from twosource.vocab.events import OWN_TYPES


def rows(name: str) -> list[tuple[str, ...]]:
    """The sentences of a table, each with its events."""
    lines = Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if line and not line.startswith("#")][1:]


def told(events: list[Event]) -> str:
    """Type and realis of each, as the tables have them."""
    return "; ".join(f"{e.type} {e.realis}" for e in events) or "-"


ROWS = rows("wordings.tsv")
PRESS = rows("wordings_press.tsv")
DEEDS = rows("deeds.tsv")
STATE = rows("wordings_state.tsv")
CIVIC = rows("wordings_civic.tsv")
CONFLICT = rows("wordings_conflict.tsv")
PLAIN = ROWS + STATE + CIVIC + CONFLICT


@pytest.mark.parametrize(("text", "events"), PLAIN, ids=[text for text, _ in PLAIN])
def test_a_wording_gives_these_events(text: str, events: str) -> None:
    assert told([*read(text).events]) == events


@pytest.mark.parametrize(("text", "events"), PRESS, ids=[text for text, _ in PRESS])
def test_a_wording_of_the_press_gives_these_events_of_plover_types(text: str, events: str) -> None:
    assert told([e for e in read(text).events if e.type not in OWN_TYPES]) == events


@pytest.mark.parametrize(("text", "events"), DEEDS, ids=[text for text, _ in DEEDS])
def test_a_verb_that_no_row_names_gives_these_events(text: str, events: str) -> None:
    assert told([*read(text).events]) == events
