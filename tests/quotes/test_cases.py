"""Every case of `cases/`: the quotes of a whole reading, with speakers, hearers, times and places resolved."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache

import pytest
from _pytest.mark import ParameterSet

from tests.quotes.cases import Case, cases
from tests.quotes.made import laid_out
from twosource.actors import find_actors
from twosource.circumstances import find_places, find_times
from twosource.model import Published, Quote, Reading
from twosource.nlp import load_analyzer
from twosource.nlp.base import Analyzer
from twosource.quotes import find_quotes

PUBLISHED = Published(value="2024-05-09", precision="day", basis="given")
MARKS = "\"'“”‘’„«»`＂.,; "
"""What may stand or not at the ends of a span: commas, full stops and quotation marks."""


def read(case: Case, analyzer: str) -> Reading:
    """The case read as a report of 9 May 2024, every paragraph a block of its body."""
    made = laid_out(*case.paragraphs, headline=case.headline)
    reading = replace(made, article=replace(made.article, published=PUBLISHED))
    reading = replace(reading, analysis=_analyzer(analyzer).analyze(reading.page, reading.article))
    for step in (find_times, find_places, find_actors, find_quotes):
        reading = step(reading)
    return reading


@cache
def _analyzer(name: str) -> Analyzer:
    return load_analyzer(name)


def described(reading: Reading) -> list[dict[str, str]]:
    """The quotes of a reading in the words of the cases."""
    number = {q.id: str(n) for n, q in enumerate(reading.quotes, 1)}
    return [_described(reading, q, number) for q in reading.quotes]


def _described(reading: Reading, q: Quote, number: dict[str, str]) -> dict[str, str]:
    times, places = {t.id: t.selector.exact for t in reading.times}, {p.id: p.name for p in reading.places}
    return {
        "kind": q.kind,
        "content": " // ".join(c.exact for c in q.content),
        "cue": q.cue.exact if q.cue else "-",
        "words": q.speaker_selector.exact if q.speaker_selector else "-",
        "actor": _actor(reading, q.speaker),
        "polarity": q.polarity,
        "to": _actor(reading, q.addressee),
        "on": times[q.said_on] if q.said_on else "-",
        "in": places[q.said_in] if q.said_in else "-",
        "within": number[q.within] if q.within else "-",
    }


def _actor(reading: Reading, actor: str | None) -> str:
    found = next((a for a in reading.actors if a.id == actor), None)
    return "-" if found is None else found.name if found.named else f"~{found.name}"


def agree(expected: dict[str, str], found: dict[str, str]) -> bool:
    """Whether a quote is as expected in all that the case does not leave open."""
    return all(value in ("*", found[key]) or _bare(value) == _bare(found[key]) for key, value in expected.items())


def _bare(words: str) -> str:
    return " // ".join(part.strip(MARKS) for part in words.split("//"))


def _params(chosen: Iterable[Case]) -> list[ParameterSet]:
    open_ = pytest.mark.xfail(reason="named in the case as open", strict=True)
    return [pytest.param(case, id=case.name, marks=[open_] if case.open else []) for case in chosen]


@pytest.mark.parametrize("case", _params(cases()))
def test_the_shipped_analyzer_finds_just_these_quotes(case: Case) -> None:
    found = described(read(case, "shipped"))
    assert len(found) == len(case.expected) and all(map(agree, case.expected, found)), found


@pytest.mark.parametrize("case", _params(c for c in cases() if not (c.needs_model or c.open)))
def test_the_rules_alone_find_just_these_quotes(case: Case) -> None:
    found = described(read(case, "rules"))
    assert len(found) == len(case.expected) and all(map(agree, case.expected, found)), found
