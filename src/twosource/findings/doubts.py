"""What says that two assertions are not one thing although much in them is alike: a table of named functions.

The figures are of 423 findings of BASIL, NeuS and AllSides, read by hand: 29 of the 35 wrong ones spoke of one topic.
"""

from __future__ import annotations

from collections.abc import Callable

from twosource.findings.assertions import Assertion
from twosource.findings.compare import dates_apart
from twosource.findings.counts import happenings, numbers_agree, same_large_counts
from twosource.findings.evidence import (
    other_polarity,
    same_occasion,
    same_quotation,
    same_quoted_words,
    same_run,
    same_speaker,
    same_words,
    total,
)
from twosource.findings.no_assertions import only_announces, only_appeals, only_asked, points_elsewhere
from twosource.findings.number_evidence import one_number, only_count, same_counted, two_details
from twosource.findings.pairs import Pair, coverage, plain_coverage
from twosource.findings.structure_evidence import APART, same_denial, same_hour, same_plan, same_undertaking
from twosource.findings.sums import counts_clash
from twosource.findings.verbatim import length_in_words, share_a_run
from twosource.vocab.finding_words import finding_words

TOLD_BY = (*APART, one_number, two_details, only_count, same_quoted_words, same_quotation)
"""With these two assertions are one by what few words say."""
TOLD_AGAIN = (only_count, two_details, same_plan, same_hour, same_undertaking)
"""With these it matters little what the other report says elsewhere."""
NEAR = 0.60
"""Cosine of sentences below which the words must do."""
PART = 0.64
"""Part of the shorter assertion that then is in the other one: of 12 findings below both 4 were right."""
THIRD = 0.3
"""The same of events of one kind, of one party, in one town; and of what counts as many."""
ONE_WORD = 0.65
CLOSE, LITTLE = 0.72, 0.40
"""Cosine from which one telling word is enough, though they share little else."""
HALF = 0.5
"""The same where one kind of thing is counted in one act; and of a quotation that the other report quotes, too."""
VERBATIM = 0.80
"""Cosine from which two statements are word for word the same, whomever the reports give them to."""


def far_apart(pair: Pair) -> bool:
    """Their sentences are about different things to the language model, and half of either is not in the other."""
    if not _measured(pair) or pair.by.meanings.likeness(pair.one, pair.two) >= NEAR:
        return False
    least = THIRD if _of_one_thing(pair) else HALF if pair.value(same_counted) else PART
    return coverage(pair) < least and not _by_structure(pair)


def little_in_common(pair: Pair) -> bool:
    """Their sentences are about one topic, but little of either is in the other."""
    if not _measured(pair) or pair.by.meanings.likeness(pair.one, pair.two) >= CLOSE:
        return False
    return coverage(pair) < LITTLE and not _is_exempt(pair)


def one_word_in_common(pair: Pair) -> bool:
    """They share names and one telling word, and their sentences are not near: who pulls out of what, and when."""
    if len(pair.told) != 1 or not _measured(pair) or _is_exempt(pair):
        return False
    return pair.by.meanings.likeness(pair.one, pair.two) < ONE_WORD


def other_days(pair: Pair) -> bool:
    """The days that they name cannot be the same, and they tell of no one start."""
    return dates_apart(pair.one, pair.two) and not (_by_structure(pair) or _of_one_thing(pair))


def two_persons_say(pair: Pair) -> bool:
    """They are statements of two persons by name, in other words, and not of what their countries do together."""
    mine, theirs = pair.one.person, pair.two.person
    if not mine or not theirs or mine & theirs or pair.value(same_undertaking):
        return False
    return _measured(pair) and pair.by.meanings.likeness(pair.one, pair.two) < VERBATIM


def other_words_of_one(pair: Pair) -> bool:
    """Both quote one speaker word for word, and half of what either quotes is not in the other: he said two things."""
    both = pair.one.said == pair.two.said == "direct" and pair.value(same_speaker)
    return bool(both) and coverage(pair) < HALF


def two_forecasts(pair: Pair) -> bool:
    """They give what two speakers or surveys expect, in numbers that are not the same: each may be right."""
    expected = [bool(set(a.whole.exact.lower().split()) & finding_words("forecasts")) for a in (pair.one, pair.two)]
    if all(expected) and _numbers(pair.one) - _numbers(pair.two) and _numbers(pair.two) - _numbers(pair.one):
        return True
    if not pair.one.speaker or not pair.two.speaker or pair.one.speaker == pair.two.speaker:
        return False
    return any(expected) and counts_clash(pair.one, pair.two)


def _numbers(assertion: Assertion) -> frozenset[str]:
    return frozenset(m for m in assertion.told if m[0] == "#")


def other_happenings(pair: Pair) -> bool:
    """Their counts clash, and the one counts over more happenings than the other: "killed in three shootings"."""
    return happenings(pair.one) != happenings(pair.two) and counts_clash(pair.one, pair.two)


def two_chambers(pair: Pair) -> bool:
    """They begin with the names of two chambers of a parliament: what the one has passed the other may not have."""
    mine, theirs = _chamber(pair.one), _chamber(pair.two)
    return bool(mine and theirs) and mine != theirs


def turned_round(pair: Pair) -> bool:
    """One of them says that something is not so, and they share few words."""
    return bool(pair.value(other_polarity)) and pair.value(same_words) < FEW_WORDS and not pair.value(same_denial)


def scattered(pair: Pair) -> bool:
    """Both are long, and what they share stands scattered: no eighth of the words of either is in both in a row."""
    if min(map(length_in_words, (pair.one, pair.two))) < LONG or total(pair) >= SURE:
        return False
    return not (share_a_run(pair.one, pair.two, EIGHTH) or pair.value(same_occasion) or _by_structure(pair))


def little_of_the_story(pair: Pair) -> bool:
    """Too little of either is in the other, even if what all reports of the story say is counted in full."""
    if not _measured(pair) or pair.value(same_occasion) or _by_structure(pair):
        return False
    if not pair.by.meanings.nearest(pair.one, pair.two):
        return plain_coverage(pair) < MORE_THAN_HALF
    return pair.by.meanings.likeness(pair.one, pair.two) < CLOSE and plain_coverage(pair) < LESS_THAN_HALF


def told_elsewhere(pair: Pair) -> bool:
    """One of them is a statement and the other is none, and what they do not share the other report says elsewhere."""
    if (pair.one.said is None) == (pair.two.said is None) or any(map(pair.value, TOLD_AGAIN)):
        return False
    return min(_elsewhere(pair.one, pair.two, pair), _elsewhere(pair.two, pair.one, pair)) > 0.15


def _elsewhere(one: Assertion, two: Assertion, pair: Pair) -> float:
    """The part of `one` that is not in `two`, but elsewhere in its report."""
    told = (one.marks - two.marks) & pair.by.told[two.article]
    whole = pair.by.weights.of(one)
    return pair.by.weights.sum(told) / whole if whole else 0.0


FEW_WORDS = 0.30
"""Part of the words, by their weights: one of five with a "not" in one of them was right."""
LONG, EIGHTH = 16, 0.125
"""Words of the shorter one; and the part of them that must stand in both in a row."""
SURE = 0.8
"""Sum of all evidence from which words in another order are no doubt: of 25 below it 10 were wrong."""
LESS_THAN_HALF, MORE_THAN_HALF = 0.45, 0.55
"""Part of the shorter one where no sentence is nearer to the other, and where one is: of 31 below 16 were wrong."""
ADDED = 0.15
"""Part of each that the other report says elsewhere: of 15 of which both say more 7 were wrong."""

DOUBTS: tuple[Callable[[Pair], bool], ...] = (
    far_apart,
    little_in_common,
    one_word_in_common,
    other_days,
    two_persons_say,
    other_words_of_one,
    two_forecasts,
    other_happenings,
    two_chambers,
    points_elsewhere,
    only_announces,
    only_asked,
    only_appeals,
    turned_round,
    scattered,
    little_of_the_story,
    told_elsewhere,
)
"""Two assertions of which one of these speaks are not taken for one."""


def doubted(pair: Pair) -> bool:
    """Whether any of them speaks, but for what both say in the same words."""
    return any(doubt(pair) and not _word_for_word(pair, doubt) for doubt in DOUBTS)


def _word_for_word(pair: Pair, doubt: Callable[[Pair], bool]) -> bool:
    """Whether both say it in six words in a row that are half of the shorter one; all of it where two are to say it."""
    part = ALL_OF_IT if doubt is two_persons_say else HALF
    return pair.value(same_run) >= SIX_WORDS and share_a_run(pair.one, pair.two, part)


SIX_WORDS, ALL_OF_IT = 0.75, 0.8


def _measured(pair: Pair) -> bool:
    return bool(pair.one.vector and pair.two.vector)


def _of_one_thing(pair: Pair) -> bool:
    """Whether they tell of one event, or count as many of one kind."""
    counts = numbers_agree(pair.one, pair.two) and same_large_counts(pair.one, pair.two)
    return counts or bool(pair.value(same_occasion))


def _by_structure(pair: Pair) -> bool:
    """Whether they are one by what needs few words: a plan, a denial, a start, a description, words in quotes."""
    return any(map(pair.value, TOLD_BY))


def _is_exempt(pair: Pair) -> bool:
    """Whether few words may do: those of a headline, of one speaker, or of what structure says is one thing."""
    headline = pair.one.headline or pair.two.headline
    return headline or bool(pair.value(same_speaker)) or _of_one_thing(pair) or _by_structure(pair)


def _chamber(assertion: Assertion) -> str:
    """The chamber that is one of its first two words."""
    first = assertion.at.exact.lower().split(maxsplit=2)[:2]
    return next((word for word in first if word in finding_words("chambers")), "")
