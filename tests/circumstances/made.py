"""Readings made by hand for the tests of this folder."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

from twosource.circumstances import find_places, find_quantities, find_times
from twosource.model import Analysis, Article, Block, Name, NameLabel, Page, Published, Quantity, Reading, Role, Time
from twosource.model.circumstances import Place
from twosource.nlp import load_analyzer
from twosource.nlp.base import Analyzer


def reading(text: str, day: str | None = "2019-05-16", *, roles: tuple[Role, ...] = ()) -> Reading:
    """A reading whose blocks are the paragraphs of `text`, all of them body unless `roles` says otherwise."""
    page = Page(id="sha256:0", location="case.txt", media_type="text/plain", text=text)
    blocks, start = [], 0
    for n, part in enumerate(text.split("\n\n")):
        if part.strip():
            blocks.append(Block(role=roles[n] if n < len(roles) else "body", start=start, end=start + len(part)))
        start += len(part) + 2
    published = Published(value=day, precision="day", basis="given") if day else None
    article = Article(id="article:0", page=page.id, blocks=tuple(blocks), language="en", published=published)
    return Reading(page=page, article=article)


def times(text: str, day: str | None = "2019-05-16") -> tuple[Time, ...]:
    """The times of `text`, published on Thursday 16 May 2019 unless said otherwise."""
    return find_times(reading(text, day)).times


def quantities(text: str) -> tuple[Quantity, ...]:
    """The quantities of `text`, its times found first."""
    return find_quantities(find_times(reading(text))).quantities


def places(text: str, **labels: NameLabel) -> tuple[Place, ...]:
    """The places of `text`, names labelled as given (a space written as an underscore)."""
    found = []
    for name, label in labels.items():
        words = name.replace("_", " ")
        start = text.find(words)
        while start >= 0:
            found.append(Name(start=start, end=start + len(words), label=label, sentence=0))
            start = text.find(words, start + 1)
    names = tuple(sorted(found, key=lambda n: n.start))
    made = reading(text)
    analysis = Analysis(analyzer="hand", sentences=(), names=names)
    return find_places(Reading(page=made.page, article=made.article, analysis=analysis)).places


def cases(table: str) -> list[tuple[str, list[dict[str, str]]]]:
    """The rows of `cases/<table>` by their text, comments left out; a text without an expectation has an empty list."""
    lines = (Path(__file__).parent / "cases" / table).read_text(encoding="utf-8").split("\n")
    columns, *rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    found: dict[str, list[dict[str, str]]] = {}
    for row in rows:
        cells = dict(zip(columns, row + [""] * (len(columns) - len(row)), strict=True))
        told = found.setdefault(cells.pop("text").replace("¶", "\n\n"), [])
        if any(cells.values()):
            told.append(cells)
    return list(found.items())


@cache
def loaded(analyzer: str) -> Analyzer:
    """An analyzer, loaded once: the model takes 0.2 s to load, and most tests have one sentence."""
    return load_analyzer(analyzer)


def analysed(text: str, analyzer: str = "shipped") -> Reading:
    """A reading of `text` with the names and tags of an analyzer, its circumstances found."""
    made = reading(text)
    analysis = loaded(analyzer).analyze(made.page, made.article)
    return find_quantities(find_places(find_times(replace(made, analysis=analysis))))
