"""The reasons for a finding in plain words: what speaks for it and what against, each once, the strongest first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from twosource.model import Evidence

FIRST = 3
"""Reasons that are told at once; the others, and what each means exactly, are one click away."""
FULL, GOOD_PART = 0.8, 0.4
"""Scores from which a reason holds without a qualification, or in good part."""

FOR: Mapping[str, str] = {
    "same_words": "they use the same words",
    "shorter_within": "what the shorter one says is in the longer",
    "same_meaning": "the sentences mean much the same",
    "shared_alone": "no other sentences share such a word",
    "same_run": "both say it in the same words, one after the other",
    "all_within": "all that the shorter one tells is in the longer",
    "same_news": "one is a headline, the other the first sentence of a report, and they say the same",
    "same_speaker": "both give it as the words of one speaker",
    "same_quoted_words": "both quote the same words",
    "same_event": "both tell of the same kind of event, with who or where in common",
    "same_deed": "the same party did the same thing on the same day",
    "same_hour": "both tell at which hour the same kind of thing was, and neither gives another",
    "same_occasion": "the same party does the same kind of thing in the same town",
    "same_count": "their numbers can be right together",
    "same_counted": "both count the same kind of thing in the same act",
    "only_count": "both count as many, and neither report counts that otherwise",
    "one_number": "both give one number, and neither report gives it elsewhere",
    "same_quotation": "both quote one speaker in the same words",
    "two_details": "both give the same two numbers or lengths of time, and neither report gives these elsewhere",
    "same_figure": "both give the same figure, with a name or a word in common",
    "same_time": "the days they name can be the same",
    "same_plan": "both tell of the same thing still to come",
    "same_undertaking": "both tell what the same countries do together",
    "same_denial": "the same side says in both that it is not so",
    "same_begin": "both tell when the same thing began",
    "same_description": "both describe the same person or place alike",
}
AGAINST: Mapping[str, str] = {
    "other_speaker": "they are words of different people",
    "other_day": "the days they name cannot be the same",
    "other_place": "they name different towns",
    "other_phase": "they tell of two moments of one story",
    "other_number": "their numbers count different things, or cannot be right together",
    "other_polarity": "one of them says that something is not so",
}
"""What each function of the evidence says, for a page; what exactly it measures says its docstring, `detail`.

A function that is not here is told by its docstring."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reasons:
    """The first reasons, all that speaks against, and every reason as its function explains it."""

    first: tuple[str, ...]
    against: tuple[str, ...]
    all: tuple[str, ...]

    @property
    def more(self) -> bool:
        """Whether there is more to be told than the first reasons say."""
        return tuple(self.first) != self.all


def reasons(evidence: Iterable[Evidence]) -> Reasons:
    """The reasons of a finding, an origin or a change; of a function that spoke several times the highest score."""
    said: dict[str, Evidence] = {}
    for one in evidence:
        told = said.get(one.detail)
        said[one.detail] = one if told is None or one.score > told.score else told
    speaking = [_in_words(one) for one in said.values() if one.function not in AGAINST]
    return Reasons(
        first=tuple(speaking[:FIRST]),
        against=tuple(AGAINST[one.function] for one in said.values() if one.function in AGAINST),
        all=tuple(one.detail.rstrip(".") for one in said.values()),
    )


def _in_words(one: Evidence) -> str:
    words = FOR.get(one.function)
    if words is None:
        return one.detail.rstrip(".")
    return words + ("" if one.score >= FULL else ", in good part" if one.score >= GOOD_PART else ", in part")
