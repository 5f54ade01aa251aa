"""A judgement in words, without the record that it is applied to."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from twosource.judgements import dates, places
from twosource.judgements.findings import AFTER
from twosource.judgements.outcomes import quoted
from twosource.judgements.speakers import NOBODY
from twosource.model import Judgement, JudgementKind, Ruling


def decided(judgement: Judgement) -> str:
    """What was decided: "speaker: Ann Roe", "published: 2031-05-05"; empty for an undo or redo."""
    say = WORDS.get(judgement.kind)
    return say(judgement) if say else ""


def _speaker(judgement: Judgement) -> str:
    return f"speaker: {_called(judgement.ruling) or NOBODY}"


def _called(ruling: Ruling) -> str:
    """The name that was given, or else the mention that was chosen."""
    return ruling.name or next(map(quoted, ruling.passages), "")


def _date(judgement: Judgement) -> str:
    return f"{'published' if judgement.articles else 'day'}: {dates.in_words(judgement.ruling.span)}"


def _place(judgement: Judgement) -> str:
    place = judgement.ruling.place
    return f"place: {places.in_words(place)}" if place else f"place: {places.UNKNOWN}"


def _wrong(judgement: Judgement) -> str:
    return AFTER[judgement.ruling.verdict] if judgement.ruling.verdict else ""


def _one(judgement: Judgement) -> str:
    return f"one: {judgement.ruling.name}" if judgement.ruling.name else "one"


def _another(judgement: Judgement) -> str:
    return f"another: {judgement.ruling.name}" if judgement.ruling.name else "another"


def _one_story(judgement: Judgement) -> str:
    return f"one story of {len(judgement.articles) + len(judgement.ruling.articles)} reports"


def _own_story(judgement: Judgement) -> str:
    return f"{len(judgement.articles)} of {len(judgement.articles) + len(judgement.ruling.articles)} reports apart"


WORDS: Mapping[JudgementKind, Callable[[Judgement], str]] = {
    "speaker": _speaker,
    "date": _date,
    "place": _place,
    "wrong": _wrong,
    "merge_actors": _one,
    "split_actor": _another,
    "merge_stories": _one_story,
    "split_story": _own_story,
}
