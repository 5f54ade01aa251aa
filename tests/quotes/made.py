"""Readings made by hand: paragraphs with tags, and the actors, times and places that a test names."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal, cast

from twosource.model import (
    Actor,
    ActorKind,
    Article,
    Attributed,
    Block,
    Mention,
    Page,
    Place,
    Quote,
    Reading,
    Selector,
    Sentence,
    Time,
    Timex,
)
from twosource.nlp.rules import RulesAnalyzer
from twosource.quotes import find_quotes

ANALYZER = RulesAnalyzer()
Part = Literal["speaker", "cue", "content"]


def reading(*paragraphs: str, headline: str = "") -> Reading:
    """A report whose body has these paragraphs, with its words analysed."""
    made = laid_out(*paragraphs, headline=headline)
    return replace(made, analysis=ANALYZER.analyze(made.page, made.article))


def laid_out(*paragraphs: str, headline: str = "") -> Reading:
    """A report whose body has these paragraphs, its words not yet analysed."""
    parts = ([headline] if headline else []) + list(paragraphs)
    text = "\n\n".join(parts)
    blocks, at = [], 0
    for n, part in enumerate(parts):
        if part.strip():
            role = "headline" if headline and n == 0 else "body"
            blocks.append(Block(role=role, start=at, end=at + len(part)))
        at += len(part) + 2
    page = Page(id="page", location="made.txt", media_type="text/plain", text=text)
    article = Article(id="article", page="page", blocks=tuple(blocks), language="en")
    return Reading(page=page, article=article)


def at(made: Reading, words: str, nth: int = 0) -> Selector:
    """Where these words stand, the `nth` time."""
    start = -1
    for _ in range(nth + 1):
        start = made.page.text.index(words, start + 1)
    return Selector.of(made.page, start, start + len(words))


def actor(made: Reading, name: str, *mentions: str | Selector, kind: ActorKind = "person") -> Actor:
    """An actor with these mentions: names begin with a capital letter, the others are descriptions or pronouns."""
    found = [at(made, m) if isinstance(m, str) else m for m in (mentions or (name,))]
    pronouns = ("he", "she", "they", "it", "his", "her")
    return Actor(
        id=f"actor:{name}",
        name=name,
        kind=kind,
        named=True,
        names=(name,),
        mentions=tuple(
            Mention(
                selector=s,
                form="pronoun" if s.exact.lower() in pronouns else "name" if s.exact[0].isupper() else "description",
            )
            for s in found
        ),
    )


def with_actors(made: Reading, *actors: Actor) -> Reading:
    """The reading with these actors."""
    return replace(made, actors=actors)


def with_time(made: Reading, words: str, day: str) -> Reading:
    """The reading with a time expression resolved to a day."""
    time = Time(
        id=f"time:{words}",
        article="article",
        selector=at(made, words),
        timex=Timex(type="DATE", value=day),
        earliest=day,
        latest=day,
        basis="text",
    )
    return replace(made, times=(*made.times, time))


def with_place(made: Reading, name: str) -> Reading:
    """The reading with a place of this name."""
    place = Place(
        id=f"place:{name}",
        name=name,
        country=None,
        lat=None,
        lon=None,
        precision="town",
        gazetteer_id=None,
        mentions=(at(made, name),),
    )
    return replace(made, places=(*made.places, place))


def quotes(*paragraphs: str, headline: str = "") -> tuple[Quote, ...]:
    """The quotes of a report with these paragraphs."""
    return find_quotes(reading(*paragraphs, headline=headline)).quotes


def said(quote: Quote) -> tuple[list[str], str | None, str]:
    """What a test compares: the content's words, the speaker's words, the kind."""
    speaker = quote.speaker_selector.exact if quote.speaker_selector else None
    return [c.exact for c in quote.content], speaker, quote.kind


def with_heads(made: Reading, *sentences: str) -> Reading:
    """The reading with heads and relations, a string for each sentence: `2:det 3:nsubj 0:root`, counted from 1."""
    assert made.analysis is not None
    parsed = [_with_heads(s, heads.split()) for s, heads in zip(made.analysis.sentences, sentences, strict=True)]
    return replace(made, analysis=replace(made.analysis, sentences=tuple(parsed)))


def _with_heads(sentence: Sentence, heads: list[str]) -> Sentence:
    given = [word.partition(":") for word in heads]
    tokens = [
        token._replace(head=int(head) - 1, deprel=relation)
        for token, (head, _, relation) in zip(sentence.tokens, given, strict=True)
    ]
    return replace(sentence, tokens=tuple(tokens))


def with_marks(made: Reading, **words: str) -> Reading:
    """The reading as an attribution head marks it: `speaker="Joan Low", cue="said"`, in its first sentence."""
    assert made.analysis is not None
    found = sorted((s.start, s.end, part) for part, said in words.items() for s in [at(made, said)])
    marks = [Attributed(start=a, end=b, part=cast("Part", part), sentence=0) for a, b, part in found]
    return replace(made, analysis=replace(made.analysis, attribution=tuple(marks)))
