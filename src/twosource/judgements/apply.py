"""Applies judgements to a record in three places: dates of articles, then words and actors, then findings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from twosource.judgements import actors, dates, findings, places, speakers, stories
from twosource.judgements.dates import Redate
from twosource.judgements.outcomes import Outcome
from twosource.model import Judged, Judgement, JudgementKind, Reading, Record

WORDS: Mapping[JudgementKind, Callable[[Record, Judgement], Outcome]] = {
    "merge_stories": stories.merge_stories,
    "split_story": stories.split_story,
    "merge_actors": actors.merge_actors,
    "split_actor": actors.split_actor,
    "speaker": speakers.speaker,
    "date": dates.date,
    "place": places.place,
}
"""Applied, in the order of the history, before origins and findings are worked out."""
FINDINGS: Mapping[JudgementKind, Callable[[Record, Judgement], Outcome]] = {"wrong": findings.wrong}
"""Applied, in the order of the history, once findings are known."""


def bearing(judgements: Iterable[Judgement], pages: Iterable[str], articles: Iterable[str]) -> tuple[Judgement, ...]:
    """The judgements whose subject stands, in part at least, in these pages or articles (ids)."""
    on, of = frozenset(pages), frozenset(articles)
    return tuple(
        j
        for j in judgements
        if not of.isdisjoint(j.articles)
        or not of.isdisjoint(j.ruling.articles)
        or any(s.page in on for s in j.passages)
    )


def judge_dates(
    readings: Sequence[Reading], judgements: Iterable[Judgement], redate: Redate
) -> tuple[list[Reading], tuple[Judged, ...]]:
    """The readings with the dates of publication that people gave, and what that changed."""
    rows: list[Judged] = []
    by_article = {r.article.id: r for r in readings}
    for judgement in filter(_dates_article, judgements):
        for article in (a for a in judgement.articles if a in by_article):
            by_article[article], row = dates.published(by_article[article], judgement, redate)
            rows.append(row)
    return [by_article[r.article.id] for r in readings], tuple(rows)


def _dates_article(judgement: Judgement) -> bool:
    return judgement.kind == "date" and bool(judgement.articles)


def judge_words(record: Record, *, judgements: Iterable[Judgement]) -> Record:
    """The record with actors, quotes, times and places as people have them, and what became of each judgement."""
    return _judge(record, judgements, WORDS)


def judge_findings(record: Record, *, judgements: Iterable[Judgement]) -> Record:
    """The record with findings as people have them, and what became of each judgement."""
    return _judge(record, judgements, FINDINGS)


def _judge(
    record: Record,
    judgements: Iterable[Judgement],
    rules: Mapping[JudgementKind, Callable[[Record, Judgement], Outcome]],
) -> Record:
    rows = list(record.judgements)
    for judgement in judgements:
        if judgement.kind in rules and not _dates_article(judgement):
            record, row = rules[judgement.kind](record, judgement)
            rows.append(row)
    return replace(record, judgements=tuple(sorted(rows, key=lambda r: (r.at, r.judgement))))


def judge_figures(record: Record, *, judgements: Iterable[Judgement]) -> Record:
    """The record with the figures of its stories as people have the findings that tell them."""
    return findings.figures(record, judgements)
