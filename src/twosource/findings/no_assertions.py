"""What two assertions may share without asserting anything together: announcements, questions put, appeals, "that"."""

from __future__ import annotations

import re

from twosource.findings.assertions import Assertion, worked_out_once
from twosource.findings.number_evidence import one_number
from twosource.findings.pairs import Pair
from twosource.vocab.finding_words import finding_words

FEW = 9
"""Words of a sentence that may say all it says of "that"."""
_APPEAL = re.compile(
    r"\b(?:anyone|anybody|those|witnesses|people)\b.{0,40}\b(?:with|who ha(?:s|ve)|having)\b.{0,30}\binformation\b"
    r"|\b(?:asked|urged|encouraged|invited|advised) to (?:call|contact|phone|ring|email|e-mail|text|come forward)\b"
    r"|\b(?:information|tips)\b.{0,60}\banonymous(?:ly)?\b",
    re.I,
)


def points_elsewhere(pair: Pair) -> bool:
    """One of them says something of "this" or "that" and names nothing: what is meant stands in another sentence."""
    points = len(pair.shared) <= 1 and (_points(pair.one) or _points(pair.two))
    return points and not pair.value(one_number)


def only_announces(pair: Pair) -> bool:
    """One of them is a headline of what its report will tell ("What to watch", "…, explained"), and asserts nothing."""
    return _announces(pair.one) or _announces(pair.two)


def only_asked(pair: Pair) -> bool:
    """One of them says what somebody was asked ("when asked about the harbour"), not what he said."""
    return _asked(pair.one) or _asked(pair.two)


def only_appeals(pair: Pair) -> bool:
    """Both ask readers to call or to come forward ("Anyone with information …"): each to its own number."""
    return _appeals(pair.one) and _appeals(pair.two)


@worked_out_once
def _appeals(assertion: Assertion) -> bool:
    return _APPEAL.search(assertion.whole.exact) is not None


def _points(assertion: Assertion) -> bool:
    told = assertion.at.exact.lower().strip(" .!?\"'“”’").split()
    return 0 < len(told) <= FEW and told[-1] in finding_words("points")


def _announces(assertion: Assertion) -> bool:
    if not assertion.headline:
        return False
    words = assertion.at.exact.lower().split()
    told = [word.strip(".,:;!?\"'’").replace("’", "'") for word in words]
    opens = told[:1] + [told[i + 1] for i, word in enumerate(words[:-1]) if word.endswith(":")]
    return not finding_words("opens a list").isdisjoint(opens) or bool(set(told[-1:]) & finding_words("ends a list"))


def _asked(assertion: Assertion) -> bool:
    told = assertion.at.exact.lower().split(maxsplit=3)
    return "asked" in told[:2] and bool(set(told[1:3]) & finding_words("asked of"))
