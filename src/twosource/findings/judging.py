"""Whether two assertions are the same: the sum of the evidence, and how much must be shared for it to count."""

from __future__ import annotations

import math

from twosource.findings.compare import either_asks, hours_apart, to_come_and_done
from twosource.findings.doubts import doubted
from twosource.findings.evidence import (
    WEIGHTS,
    same_event,
    same_meaning,
    same_news,
    same_occasion,
    same_quotation,
    same_quoted_words,
    same_speaker,
    same_words,
    shared_alone,
    total,
)
from twosource.findings.number_evidence import (
    OFTEN,
    one_number,
    only_count,
    same_count,
    same_counted,
    same_figure,
    two_details,
)
from twosource.findings.pairs import Pair, coverage
from twosource.findings.structure_evidence import APART
from twosource.findings.sums import counts_clash, counts_of_two_things, sums_of_two_things
from twosource.findings.whereabouts import elsewhere
from twosource.model import Evidence

SAME = 0.50
"""Sum of weighted evidence from which two assertions are taken to be the same."""


CLEARLY = 0.60
"""From here on two assertions are the same even though their numbers are not: these are in conflict."""
WORDED = 0.64
"""Below this words and names in common are not enough: reports on one person share many."""
STRUCTURE = (
    one_number,
    two_details,
    only_count,
    same_news,
    same_figure,
    same_occasion,
    same_quotation,
    same_quoted_words,
    *APART,
)
TELLING = (
    one_number,
    two_details,
    only_count,
    shared_alone,
    same_figure,
    same_speaker,
    same_quoted_words,
    same_event,
    same_count,
    *APART,
)
"""Each counts as one more thing that both tell."""
LOOSE = 0.60
"""Below this the words alone are not enough: the assertions must also share what structure gives them."""
FOUNDED = (
    one_number,
    two_details,
    only_count,
    shared_alone,
    same_news,
    same_figure,
    same_event,
    same_count,
    same_quoted_words,
    same_counted,
    *APART,
)


NEVER = (either_asks, elsewhere, hours_apart, sums_of_two_things, counts_of_two_things, to_come_and_done)
"""What two assertions that are the same never are."""


def judge(pair: Pair) -> float:
    """The weighted sum of all evidence, 0 to 1; 0 where too little is shared for any to count."""
    if not _enough(pair) or any(apart(pair.one, pair.two) for apart in NEVER):
        return 0.0
    value = _sum(pair)
    if value < CLEARLY and counts_clash(pair.one, pair.two):
        return 0.0
    if value < WORDED and not (any(map(pair.value, STRUCTURE)) or _says_again(pair)):
        return 0.0
    sure = meant(pair) or value >= LOOSE or len(pair.told) >= MANY or any(map(pair.value, FOUNDED))
    if not sure and (len(pair.told) < OFTEN or coverage(pair) < MOST):
        return 0.0
    return 0.0 if doubted(pair) else value  # asked last, for it rules out least


def _sum(pair: Pair) -> float:
    """The sum of all evidence, 0 to 1; no more than `NUMBERED` where one number in both makes two assertions one."""
    whole = total(pair)
    by_number = math.fsum(dict(WEIGHTS)[number] * pair.value(number) for number in (one_number, two_details))
    if by_number and whole - by_number < SAME:
        whole = min(whole, NUMBERED)
    return min(1.0, max(0.0, whole))


NUMBERED = 0.65
"""Of findings that one number made new 50 of 67 were right, and 44 of 57 that else would have been the surest."""


def meant(pair: Pair) -> bool:
    """Whether the sentences mean the same beyond doubt, or mean much the same and share a telling word."""
    value = pair.value(same_meaning)
    return value >= SURELY or (value >= LIKELY and bool(pair.told))


SURELY, LIKELY, SOMEWHAT = 0.85, 0.45, 0.3
"""Values of `same_meaning`: cosines of 0.77, 0.70 and 0.67 of whole sentences that are nearest to each other."""


def _says_again(pair: Pair) -> bool:
    """Whether one speaker says much the same in both, and no sentence is nearer to either."""
    return bool(pair.value(same_speaker) and pair.told) and pair.value(same_meaning) >= AGAIN


AGAIN = 0.6
"""Value of `same_meaning`, a cosine of 0.73."""
MOST = 0.7
"""Part of the shorter assertion that stands for it."""
MANY = 4
"""Telling words that stand for a structure in common."""
LEAST = 3
"""Things that both tell."""
FEWEST = 3
"""Words of what asserts anything: an address of a reporter asserts nothing."""


def _enough(pair: Pair) -> bool:
    """Whether both share three telling things, not all of them names; a speaker, quoted word or event is one too."""
    told = pair.told
    short = min(pair.one.at.exact.count(" "), pair.two.at.exact.count(" ")) < FEWEST - 1
    if not short and ((meant(pair) and told) or pair.value(same_news)):
        return True
    if short or not told or len(pair.shared) < 2:
        return any(map(pair.value, (one_number, two_details, only_count, same_quotation, *APART)))
    if len(pair.shared) >= LEAST or (len(told) < 2 and pair.value(same_words) >= 0.6):
        return True
    also = math.fsum(map(pair.value, TELLING)) + (pair.value(same_meaning) >= SOMEWHAT)
    return len(pair.shared) + also >= LEAST


def explain(pair: Pair) -> tuple[Evidence, ...]:
    """The evidence that speaks for or against the pair, strongest first, on the words of both."""
    both = (pair.one.at, pair.two.at)
    spoken = ((f, w, pair.value(f)) for f, w in WEIGHTS)
    ranked = sorted((-abs(w * v), f.__name__, f.__doc__ or "", v) for f, w, v in spoken if v > 0)
    return tuple(Evidence(function=n, score=round(v, 3), detail=d, selectors=both) for _, n, d, v in ranked)
