"""Why two assertions are thought to be the same: a table of named functions whose docstrings are shown to users."""

from __future__ import annotations

import math
from collections.abc import Callable

from twosource.findings.compare import (
    days_apart,
    days_meet,
    phases_apart,
    places_apart,
    same_event_type,
    shared_towns,
)
from twosource.findings.number_evidence import (
    OFTEN,
    one_number,
    only_count,
    other_number,
    same_count,
    same_counted,
    same_figure,
    two_details,
)
from twosource.findings.pairs import Pair, coverage, in_common, plain_coverage
from twosource.findings.structure_evidence import (
    same_begin,
    same_deed,
    same_denial,
    same_description,
    same_hour,
    same_plan,
    same_undertaking,
)
from twosource.findings.verbatim import length_in_words, share_a_run, shared_runs
from twosource.vocab.concepts import share_of


def same_words(pair: Pair) -> float:
    """How much of what both say is named by the same words, or by words for the same thing; rare words count most."""
    one, two = pair.by.weights.of(pair.one), pair.by.weights.of(pair.two)
    return pair.value(in_common) / (one * two) ** 0.5 if one and two else 0.0


def shorter_within(pair: Pair) -> float:
    """How much of the shorter assertion is also in the longer one; in full only if five telling words are shared."""
    least = min(pair.by.weights.of(pair.one), pair.by.weights.of(pair.two))
    return pair.value(in_common) / least * min(1.0, (len(pair.shared) - 1) / 4) if least and pair.shared else 0.0


def same_meaning(pair: Pair) -> float:
    """Their sentences mean much the same to the language model, more so where no others of the two are nearer."""
    alike = pair.by.meanings.likeness(pair.one, pair.two)
    if alike <= UNLIKE:
        return 0.0
    whole = min(1.0, MAIN * min(pair.one.share, pair.two.share))
    near = 1.0 if pair.by.meanings.nearest(pair.one, pair.two) else 0.5
    return near * whole * min(1.0, max(0.0, (alike - UNLIKE) / (ALIKE - UNLIKE)))


UNLIKE, ALIKE = 0.62, 0.8
"""Cosines of sentences at which they tell of quite different things, and of the same."""
MAIN = 2.0
"""A clause of half its sentence is what its sentence is about."""


def shared_alone(pair: Pair) -> float:
    """Of all sentences these two stand nearest, and they alone use a telling word; in full with two such words."""
    if not pair.by.meanings.nearest(pair.one, pair.two) or pair.by.meanings.likeness(pair.one, pair.two) < ABOUT:
        return 0.0
    alone = sum(pair.by.weights.rare.get(m) == 2 and share_of(m) < USUAL for m in pair.told if m[0] != "#")
    return 1.0 if alone >= OFTEN else 0.6 * alone


USUAL = 0.03
"""Part of all texts from which a word is no coincidence to share."""
ABOUT = 0.5
"""Cosine of two sentences below which they tell of different things, whatever words they share."""


def same_run(pair: Pair) -> float:
    """Both say it in the same words, one after the other; in full from seven words in a row, names aside."""
    return min(1.0, shared_runs(pair.one, pair.two) / RUNS)


RUNS = 4
"""Runs of four words, each one word on: seven words."""


def same_news(pair: Pair) -> float:
    """One is a headline, the other a report's first sentence, and most of the shorter is in the other."""
    if pair.one.headline == pair.two.headline or max(pair.one.sentence, pair.two.sentence) > 1:
        return 0.0
    if min(pair.one.share, pair.two.share) < 1 / MAIN:
        return 0.0
    if pair.by.meanings.likeness(pair.one, pair.two) < ON_ONE_TOPIC:
        return 0.0
    return float(plain_coverage(pair) >= MOSTLY)


ON_ONE_TOPIC = 0.65
"""Cosine of a headline and a first sentence that tell one story's news."""
MOSTLY = 0.65
"""Part of the shorter of these that is in the other: of 45 pairs that share so much 44 told the same."""


def same_speaker(pair: Pair) -> float:
    """Both give it as the words of the same speaker."""
    return float(pair.one.speaker is not None and pair.one.speaker == pair.two.speaker)


def same_quoted_words(pair: Pair) -> float:
    """Both put the same words in quotation marks."""
    return float(bool(pair.one.quoted & pair.two.quoted))


def same_quotation(pair: Pair) -> float:
    """Both quote one speaker in the same words, five and more, and the shorter quotation has hardly any others."""
    quoted = pair.one.said and pair.two.said and same_speaker(pair)
    if not quoted or min(map(length_in_words, (pair.one, pair.two))) < QUOTED:
        return 0.0
    return float(share_a_run(pair.one, pair.two, HARDLY_OTHERS))


QUOTED, HARDLY_OTHERS = 5, 0.8
"""Words of a quotation that are no set phrase, and the part of them that must stand in both in a row."""


def same_event(pair: Pair) -> float:
    """Both tell of an event of the same kind with a party or a place in common; in full with two in common."""
    if not same_event_type(pair.one, pair.two):
        return 0.0
    return min(1.0, sum(mark[0] == "@" for mark in pair.shared) / 2)


def same_occasion(pair: Pair) -> float:
    """Both tell of an event of the same kind with the same party in the same town."""
    if not same_event_type(pair.one, pair.two) or not shared_towns(pair.one, pair.two):
        return 0.0
    return float(any(mark.startswith("@actor:") for mark in pair.shared))


def all_within(pair: Pair) -> float:
    """All that the shorter one tells, two telling words at least, is in the other."""
    return float(len(pair.told) >= OFTEN and coverage(pair) >= ALL)


ALL = 0.95


def same_time(pair: Pair) -> float:
    """The days they name can be the same, and neither names a stretch of more than a month."""
    return float(days_meet(pair.one, pair.two))


def other_speaker(pair: Pair) -> float:
    """They are words of different people or bodies, so that the same topic is not the same statement."""
    apart = pair.one.by_name and pair.two.by_name and pair.one.speaker != pair.two.speaker
    return float(apart and not pair.one.sides & pair.two.sides)


def other_day(pair: Pair) -> float:
    """The days that they name cannot be the same."""
    return float(days_apart(pair.one, pair.two))


def other_phase(pair: Pair) -> float:
    """They tell of two moments of one story, by words of opposite meaning: missing and found, begun and ended."""
    return float(phases_apart(pair.one, pair.two))


def other_place(pair: Pair) -> float:
    """They name different towns and none in common."""
    return float(places_apart(pair.one, pair.two))


def other_polarity(pair: Pair) -> float:
    """One of them says that something is not so, in few enough words that this is their point."""
    short = max(pair.one.at.exact.count(" "), pair.two.at.exact.count(" ")) < FEW
    return float(short and pair.one.negative != pair.two.negative)


FEW = 25
"""Words of a clause in which a "not" is the point."""
WEIGHTS: tuple[tuple[Callable[[Pair], float], float], ...] = (
    (same_words, 0.75),
    (shorter_within, 0.25),
    (same_meaning, 0.36),
    (shared_alone, 0.20),
    (same_news, 0.35),
    (same_run, 0.20),
    (same_speaker, 0.12),
    (same_quoted_words, 0.15),
    (same_quotation, 0.45),
    (same_event, 0.18),
    (same_occasion, 0.15),
    (same_deed, 0.45),
    (same_hour, 0.48),
    (same_count, 0.16),
    (same_time, 0.05),
    (same_counted, 0.22),
    (same_figure, 0.15),
    (only_count, 0.45),
    (one_number, 0.48),
    (two_details, 0.48),
    (all_within, 0.05),
    (same_plan, 0.35),
    (same_undertaking, 0.45),
    (same_denial, 0.35),
    (same_begin, 0.48),
    (same_description, 0.40),
    (other_speaker, -0.12),
    (other_day, -0.20),
    (other_place, -0.15),
    (other_phase, -0.20),
    (other_number, -0.08),
    (other_polarity, -0.12),
)
"""Set by hand, precision first: a false "corroborated" costs more than a missed one."""


def total(pair: Pair) -> float:
    """The sum of what all of them say, by their weights."""
    return math.fsum(weight * pair.value(function) for function, weight in WEIGHTS)
