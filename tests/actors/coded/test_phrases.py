"""Kind, country and sectors of one actor in each of some 340 sentences; the table says what is still missed."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from twosource.actors import code_actors, find_actors
from twosource.circumstances import find_places
from twosource.model import Actor, Article, Block, Page, Reading
from twosource.nlp import DEFAULT_ANALYZER, load_analyzer
from twosource.nlp.base import Analyzer
from twosource.quotes import find_quotes

TABLE = Path(__file__).with_name("phrases.tsv")
LEAST_WITHIN_REACH = 0.9
"""Share of the rows that must not be marked as missed."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence, where its actor stands, and what is expected; `missed` says what falls short, empty: nothing."""

    text: str
    start: int
    end: int
    kinds: frozenset[str]
    countries: frozenset[str]
    sectors: str
    missed: str

    def is_right(self, actor: Actor) -> bool:
        """Whether kind, country and sectors are among those expected."""
        return (
            actor.kind in self.kinds
            and (actor.country or "") in self.countries
            and sectors_right(self.sectors, actor.sectors)
        )


def sectors_right(expected: str, found: tuple[str, ...]) -> bool:
    """Whether each group of codes expected is found (A/B: either, A?: perhaps) and no other code is."""
    groups = [(set(group.rstrip("?").split("/")), group.endswith("?")) for group in expected.split()]
    allowed = {code for codes, _ in groups for code in codes}
    return set(found) <= allowed and all(optional or codes & set(found) for codes, optional in groups)


@cache
def phrases() -> tuple[Phrase, ...]:
    plain = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return tuple(_phrase(row) for row in csv.DictReader(plain, delimiter="\t", quoting=csv.QUOTE_NONE))


def _phrase(row: dict[str, str]) -> Phrase:
    marked = row["text"]
    return Phrase(
        text=marked.replace("[", "").replace("]", ""),
        start=marked.index("["),
        end=marked.index("]") - 1,
        kinds=frozenset(row["kind"].split("|")),
        countries=frozenset((row["country"] or "").split("|")),
        sectors=row["sectors"] or "",
        missed=row["missed"] or "",
    )


@cache
def analyzer() -> Analyzer:
    return load_analyzer(DEFAULT_ANALYZER)


def actor_of(phrase: Phrase) -> Actor | None:
    """The actor of whose mentions one covers the most of the phrase."""
    page = Page(id="sha256:0", location="phrase", media_type="text/plain", text=phrase.text)
    blocks = (Block(role="body", start=0, end=len(phrase.text)),)
    article = Article(id="article:0", page=page.id, language="en", blocks=blocks)
    reading = Reading(page=page, article=article, analysis=analyzer().analyze(page, article))
    for step in (find_places, find_actors, find_quotes, code_actors):
        reading = step(reading)
    best = max(reading.actors, key=lambda a: _covered(phrase, a), default=None)
    return best if best is not None and _covered(phrase, best) > 0 else None


def _covered(phrase: Phrase, actor: Actor) -> int:
    spans = [(m.selector.start, m.selector.end) for m in actor.mentions]
    return max((min(phrase.end, end) - max(phrase.start, start) for start, end in spans), default=0)


@pytest.mark.parametrize("phrase", [p for p in phrases() if not p.missed], ids=lambda p: p.text[:60])
def test_an_actor_is_coded(phrase: Phrase) -> None:
    actor = actor_of(phrase)
    assert actor is not None
    assert phrase.is_right(actor), (actor.name, actor.kind, actor.country, actor.sectors)


def test_what_is_missed_is_not_much() -> None:
    assert sum(not p.missed for p in phrases()) >= LEAST_WITHIN_REACH * len(phrases())


def test_expected_codes_are_held_against_those_found() -> None:
    assert sectors_right("GOV MED?", ("GOV",))
    assert sectors_right("REB/UAF", ("UAF",))
    assert not sectors_right("GOV", ("GOV", "MIL"))
    assert not sectors_right("GOV", ())
    assert sectors_right("", ())
