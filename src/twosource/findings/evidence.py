"""Why two assertions are thought to be the same: a table of named functions whose docstrings are shown to users."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from twosource.findings.assertions import Assertion
from twosource.findings.compare import (
    days_apart,
    days_meet,
    numbers_agree,
    numbers_apart,
    places_apart,
    same_event_type,
)
from twosource.findings.weights import Weights
from twosource.model import Evidence


@dataclass(frozen=True, slots=True)
class Pair:
    """Two assertions of different articles, and how much each mark tells in their record."""

    one: Assertion
    two: Assertion
    weights: Weights

    @property
    def shared(self) -> frozenset[str]:
        """Marks of both."""
        return self.one.marks & self.two.marks


def same_words(pair: Pair) -> float:
    """How much of what both say is named by the same words, or by words for the same thing; rare words count most."""
    common = pair.weights.sum(pair.shared)
    one, two = pair.weights.sum(pair.one.marks), pair.weights.sum(pair.two.marks)
    return common / (one * two) ** 0.5 if one and two else 0.0


def shorter_within(pair: Pair) -> float:
    """How much of the shorter assertion is also in the longer one; in full only if five telling words are shared."""
    common = pair.weights.sum(pair.shared)
    least = min(pair.weights.sum(pair.one.marks), pair.weights.sum(pair.two.marks))
    return common / least * min(1.0, (len(pair.shared) - 1) / 4) if least and pair.shared else 0.0


def same_speaker(pair: Pair) -> float:
    """Both give it as the words of the same speaker."""
    return float(pair.one.speaker is not None and pair.one.speaker == pair.two.speaker)


def same_quoted_words(pair: Pair) -> float:
    """Both put the same words in quotation marks."""
    return float(bool(pair.one.quoted & pair.two.quoted))


def same_event(pair: Pair) -> float:
    """Both tell of an event of the same kind with a party or a place in common; in full with two in common."""
    named = sum(mark.startswith("@") for mark in pair.shared)
    return min(1.0, named / 2) if same_event_type(pair.one, pair.two) else 0.0


def same_number(pair: Pair) -> float:
    """Both give numbers for the same thing that can be true together."""
    return float(numbers_agree(pair.one, pair.two))


def same_time(pair: Pair) -> float:
    """The days they name can be the same, and neither names a stretch of more than a month."""
    return float(days_meet(pair.one, pair.two))


def other_speaker(pair: Pair) -> float:
    """They are words of different people or bodies, so that the same topic is not the same statement."""
    return float(pair.one.by_name and pair.two.by_name and pair.one.speaker != pair.two.speaker)


def other_day(pair: Pair) -> float:
    """The days they name cannot be the same."""
    return float(days_apart(pair.one, pair.two))


def other_place(pair: Pair) -> float:
    """They name different towns and none in common."""
    return float(places_apart(pair.one, pair.two))


def other_number(pair: Pair) -> float:
    """Their numbers count different things, or cannot be true together."""
    return float(numbers_apart(pair.one, pair.two))


WEIGHTS: tuple[tuple[Callable[[Pair], float], float], ...] = (
    (same_words, 0.75),
    (shorter_within, 0.25),
    (same_speaker, 0.12),
    (same_quoted_words, 0.15),
    (same_event, 0.18),
    (same_number, 0.12),
    (same_time, 0.08),
    (other_speaker, -0.12),
    (other_day, -0.15),
    (other_place, -0.15),
    (other_number, -0.08),
)
"""Set by hand, precision first: a false "corroborated" costs more than a missed one."""

SAME = 0.47
"""Sum of weighted evidence from which two assertions are taken to be the same."""


def judge(pair: Pair) -> float:
    """The weighted sum of all evidence, 0 to 1; 0 where too little is shared for any to count."""
    if not _enough(pair):
        return 0.0
    return min(1.0, max(0.0, sum(weight * function(pair) for function, weight in WEIGHTS)))


def _enough(pair: Pair) -> bool:
    """Whether both share three telling things, not all of them names; a speaker, quoted word or event is one too."""
    told = [mark for mark in pair.shared if not mark.startswith("@")]
    if min(pair.one.at.exact.count(" "), pair.two.at.exact.count(" ")) < 2 or not told or len(pair.shared) < 2:
        return False
    also = same_speaker(pair) + same_quoted_words(pair) + same_event(pair) + same_number(pair)
    return len(pair.shared) + also >= 3 or (len(told) < 2 and same_words(pair) >= 0.6)


def explain(pair: Pair) -> tuple[Evidence, ...]:
    """The evidence that speaks for or against the pair, strongest first, on the words of both."""
    both = (pair.one.at, pair.two.at)
    spoken = ((f, w, f(pair)) for f, w in WEIGHTS)
    ranked = sorted((-abs(w * v), f.__name__, f.__doc__ or "", v) for f, w, v in spoken if v > 0)
    return tuple(Evidence(function=n, score=round(v, 3), detail=d, selectors=both) for _, n, d, v in ranked)
