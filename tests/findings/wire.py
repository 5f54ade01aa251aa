"""Invented reports for these tests, with sentences and tokens cut by hand."""

from __future__ import annotations

import re
from dataclasses import replace

from twosource.findings import find_claims
from twosource.model import (
    Analysis,
    Article,
    Block,
    Event,
    Origin,
    Page,
    Published,
    Quantity,
    Quote,
    Reading,
    Realis,
    Record,
    Selector,
    Sentence,
    Story,
    Token,
    page_id,
)  # fmt: skip

_TAGS = {
    "said": "VERB",
    "is": "AUX",
    "was": "AUX",
    "were": "AUX",
    "has": "AUX",
    "have": "AUX",
    "it": "PRON",
    "they": "PRON",
}
_VERBS = {
    "killed",
    "closed",
    "burned",
    "warned",
    "reopens",
    "fear",
    "opened",
    "caught",
    "called",
    "spread",
    "left",
    "rose",
}
_NOUNS = {
    "fire",
    "warehouse",
    "mill",
    "river",
    "capital",
    "people",
    "police",
    "town",
    "road",
    "storm",
    "mayor",
    "bridge",
}


def sentence(text: str, start: int, end: int, block: int) -> Sentence:
    """The sentence with tokens whose tags are good enough for cutting clauses."""
    tokens = tuple(
        Token(start=m.start(), end=m.end(), text=m.group(), upos=_upos(m.group()), lemma=m.group().lower())
        for m in re.compile(r"\w+(?:[-’']\w+)*|[^\w\s]").finditer(text, start, end)
    )
    return Sentence(start=start, end=end, block=block, role="body", tokens=tokens)


def _upos(word: str) -> str:
    lower = word.lower()
    if lower in _TAGS or lower in _VERBS:
        return _TAGS.get(lower, "VERB")
    if lower in ("a", "an", "the", "their", "its", "his"):
        return "DET"
    if lower in _NOUNS:
        return "NOUN"
    return "PROPN" if word[:1].isupper() else "PUNCT" if not word[:1].isalnum() else "X"


def reading(name: str, *lines: str, day: str | None = "2031-05-05") -> Reading:
    """A report whose every line is one sentence."""
    text = "\n".join(lines)
    page = Page(id=page_id(f"{name}\n{text}".encode()), location=name, media_type="text/plain", text=text)
    blocks, sentences, at = [], [], 0
    for n, line in enumerate(lines):
        blocks.append(Block(role="body", start=at, end=at + len(line)))
        sentences.append(sentence(text, at, at + len(line), n))
        at += len(line) + 1
    published = Published(value=day, precision="day", basis="given") if day else None
    article = Article(id=f"article:{name}", page=page.id, blocks=tuple(blocks), language="en", published=published)
    return Reading(page=page, article=article, analysis=Analysis(analyzer="hand", sentences=tuple(sentences), names=()))


def at(reading: Reading, words: str) -> Selector:
    """Where `words` first stand in the report."""
    start = reading.page.text.index(words)
    return Selector.of(reading.page, start, start + len(words))


def count(
    reading: Reading,
    words: str,
    low: float,
    high: float | None,
    role: str | None = None,
    of: str = "",
    unit: str | None = None,
) -> Reading:
    """The reading with a quantity; `high` None for "at least"."""
    quantity = Quantity(
        id=f"quantity:{reading.article.id}:{words}", article=reading.article.id, selector=at(reading, words), min=low,
        max=high, point=low if low == high else None, role=role, of=at(reading, of) if of else None,
        unit=unit,
    )  # fmt: skip
    return replace(reading, quantities=(*reading.quantities, quantity))


def quote(reading: Reading, words: str, speaker: str | None = None, *, denied: bool = False) -> Reading:
    """The reading with an indirect quote of these words."""
    found = Quote(
        id=f"quote:{reading.article.id}:{words}", article=reading.article.id, kind="indirect",
        content=(at(reading, words),),
        speaker=speaker,
        polarity="denied" if denied else "said",
    )  # fmt: skip
    return replace(reading, quotes=(*reading.quotes, found))


def event(reading: Reading, anchor: str, kind: str, realis: Realis = "asserted") -> Reading:
    """The reading with an event."""
    found = Event(
        id=f"event:{reading.article.id}:{anchor}", article=reading.article.id, type=kind, anchor=at(reading, anchor),
        realis=realis,
    )  # fmt: skip
    return replace(reading, events=(*reading.events, found))


def record(*readings: Reading, origins: dict[str, str] | None = None) -> Record:
    """One story of these readings with their claims; each article is its own origin unless `origins` says otherwise."""
    done = [find_claims(r) for r in readings]
    own = {r.article.id: (origins or {}).get(r.page.location, f"origin:{r.page.location}") for r in done}
    articles = tuple(r.article for r in done)
    first = done[0]
    story = Story(
        id="story:1",
        headline=Selector.of(first.page, 0, 4),
        articles=tuple(a.id for a in articles),
        first=None,
        last=None,
    )
    return Record(
        pages=tuple(r.page for r in done),
        articles=articles,
        origins=tuple(
            Origin(id=o, articles=tuple(a for a in own if own[a] == o), independence="inferred")
            for o in dict.fromkeys(own.values())
        ),
        quotes=tuple(q for r in done for q in r.quotes),
        times=tuple(t for r in done for t in r.times),
        quantities=tuple(q for r in done for q in r.quantities),
        events=tuple(e for r in done for e in r.events),
        claims=tuple(replace(c, origin=own[c.article]) for r in done for c in r.claims),
        stories=(story,),
    )
