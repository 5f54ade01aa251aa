"""Arrivals for these tests: short reports, read with the rules or another analyzer."""

from __future__ import annotations

from twosource.model import Given
from twosource.pages import Capture
from twosource.pipeline import read_capture
from twosource.stores.base import Arrival, Search, View

FIRE = (
    "Warehouse burns in Tarvik\n\nTARVIK, May 5, 2031 - A fire destroyed a warehouse in Tarvik on Monday and hurt "
    'three people, the fire brigade said. "We saved the houses next to it," brigade chief Ann Roe said.\n\n'
    "Police questioned two men about it.\n"
)
STRIKE = (
    "Ferry crews walk out\n\nHALDEN, May 6, 2031 - Crews of the Halden ferries walked out on Tuesday over pay, their "
    "union said. About 200 people waited on the quay, and the company called for talks.\n"
)


def arrival(text: str, name: str = "a.txt", analyzer: str = "rules", **given: str) -> Arrival:
    """An arrival of this text."""
    raw = text.encode("utf-8", "surrogatepass")
    capture = Capture(location=f"reports/{name}", raw=raw, given=Given(**given))
    return Arrival(reading=read_capture(capture, analyzer), made_by=analyzer)


def found(view: View, words: str, most: int = 1000, skip: int = 0) -> list[str]:
    """The articles that hold all these words, the best match first."""
    return list(view.find(Search(words=words), most, skip).articles)
