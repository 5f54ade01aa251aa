"""Every clause of what is asked of events, on invented sentences, read with the analyzer that ships."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from tests.events.made import PUBLISHED
from twosource.model import Article, Block, Event, Page, Party, Quote, Reading
from twosource.nlp import DEFAULT_ANALYZER
from twosource.pipeline import analyse

TABLE = Path(__file__).with_name("acceptance.tsv")
ANY = "*"
WORDIER = 30
"""Characters by which the words found for a party may be longer than those in the table."""

Row = dict[str, str]


def cases() -> Iterator[tuple[str, list[Row]]]:
    """The sentences, each with its rows."""
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    names = lines[0].split("\t")
    found: list[tuple[str, list[Row]]] = []
    for line in lines[1:]:
        cells = line.split("\t")
        row = dict(zip(names, cells + [""] * (len(names) - len(cells)), strict=True))
        if row["text"]:
            found.append((row["text"], []))
        found[-1][1].append(row)
    yield from found


def read(text: str) -> Reading:
    page = Page(id="page", location="made.txt", media_type="text/plain", text=text)
    block = Block(role="body", start=0, end=len(text))
    article = Article(id="article", page="page", blocks=(block,), language="en", published=PUBLISHED)
    return analyse(Reading(page=page, article=article), DEFAULT_ANALYZER)


def differences(row: Row, event: Event, quotes: dict[str, Quote]) -> list[str]:
    """What of an event is otherwise than in its row."""
    quote = quotes.get(event.attributed_to or "")
    found = {
        "type": event.type,
        "mode": "+".join(event.mode),
        "realis": event.realis,
        "place": event.place.selector.exact if event.place else "",
        "time": _days(event),
    }
    speaker = quote.speaker_selector.exact if quote and quote.speaker_selector else ""
    wrong = [f"{name}: {got!r}" for name, got in found.items() if row[name] not in (ANY, got)]
    heard = row["speaker"] == ANY or (row["speaker"] in speaker and bool(row["speaker"]) == bool(speaker))
    wrong += [] if heard else [f"speaker: {speaker!r}"]
    wrong += [f"actors: {_words(event.actors)}"] if not _same(row["actors"], event.actors) else []
    return wrong + (
        [f"recipients: {_words(event.recipients)}"] if not _same(row["recipients"], event.recipients) else []
    )


def _days(event: Event) -> str:
    if event.time is None:
        return ""
    return (
        str(event.time.earliest)
        if event.time.earliest == event.time.latest
        else f"{event.time.earliest}..{event.time.latest}"
    )


def _words(found: Sequence[Party]) -> list[str]:
    return [p.selector.exact for p in found]


def _same(cell: str, found: Sequence[Party]) -> bool:
    if cell == ANY:
        return True
    expected = cell.split(" + ") if cell else []
    pairs = zip(expected, _words(found), strict=False)
    return len(expected) == len(found) and all(_alike(a, b) for a, b in pairs)


def _alike(expected: str, found: str) -> bool:
    short, long = sorted((expected, found.removeprefix("The ").removeprefix("the ")), key=len)
    return short in long and len(found) <= len(expected) + WORDIER


def judged(text: str, rows: Sequence[Row]) -> list[str]:
    """What is otherwise than in the table for one sentence; empty where all is as there."""
    reading = read(text)
    expected = [row for row in rows if row["type"] != "-"]
    if len(expected) != len(reading.events):
        return [f"{len(reading.events)} events: {[(e.type, e.anchor.exact) for e in reading.events]}"]
    quotes = {quote.id: quote for quote in reading.quotes}
    return [x for row, event in zip(expected, reading.events, strict=True) for x in differences(row, event, quotes)]


CASES = list(cases())


@pytest.mark.parametrize(("text", "rows"), CASES, ids=[text for text, _ in CASES])
def test_the_events_of_a_sentence(text: str, rows: list[Row], request: pytest.FixtureRequest) -> None:
    missed = next((row["miss"] for row in rows if row["miss"]), "")
    if missed:
        request.applymarker(pytest.mark.xfail(reason=missed, strict=True))
    assert judged(text, rows) == []


def test_the_table_is_large_and_what_is_known_to_fail_is_a_small_part() -> None:
    assert len(CASES) >= 150
    assert sum(any(row["miss"] for row in rows) for _, rows in CASES) <= len(CASES) // 10
