"""Which of several wordings of one assertion a reader understands best."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from twosource.findings.assertions import Assertion
from twosource.findings.clauses import OPENINGS
from twosource.findings.counts import implied
from twosource.model import Quantity, Selector
from twosource.vocab.counted import counted, same_thing
from twosource.vocab.finding_words import finding_words

SHORT, LONG = 40, 240
"""Characters: what is shorter says too little, what is longer is read with effort."""


Marks = Mapping[tuple[str, int], frozenset[str]]
"""What each sentence tells, by article and number."""
HEADLINE = 8.0
"""Weight against a headline: it leaves words out, and many write Every Word With a Capital."""
BACKED = 4.0
"""Weight of what other reports also tell: a wording should say what they share, and little more."""

OVERSTATED = 5.0
"""Weight of each number that says more than another report: of "eleven" and "at least eight" both say the latter."""


def clearest(members: Sequence[Assertion], told: Marks) -> Selector:
    """The wording that stands by itself, names most, and says little that others do not; of equals the first."""
    return min((_wording(m, members, told) for m in members), key=lambda w: (-w[0], w[1]))[1]


def _wording(member: Assertion, members: Sequence[Assertion], told: Marks) -> tuple[float, Selector]:
    """How clear the member is, and in which words: its clause where that opens its sentence, or else the sentence."""
    whole, at = member.whole, member.at
    more = OVERSTATED * _overstated(member, members)
    if not whole.covers(at):
        return _clarity(member, at, _backed(member.marks, member, members)) - more, at
    choices = [(_backed(told.get((member.article, member.sentence), member.marks), member, members), whole)]
    if at.start == whole.start and at.end - at.start >= SHORT and not stands_open(at.exact) and not is_cut(at, whole):
        choices.append((_backed(member.marks, member, members), at))
    return max(((_clarity(member, chosen, backed) - more, chosen) for backed, chosen in choices), key=lambda c: c[0])


def _overstated(member: Assertion, members: Sequence[Assertion]) -> float:
    """How many of its numbers say more than another report's number for the same thing; halves where none has one."""
    others = [q for m in members if m.origins.isdisjoint(member.origins) for q in m.quantities]
    return sum(_more_than(q, others) for q in member.quantities)


def _more_than(number: Quantity, others: Sequence[Quantity]) -> float:
    alike = [q for q in others if same_thing(number, q)]
    if not alike:
        return 0.5 * bool(counted(number))
    return float(not any(implied(number, q) for q in alike))


def _backed(marks: frozenset[str], member: Assertion, members: Sequence[Assertion]) -> float:
    """The part of what the words tell that members of other articles tell too; 1 where there are none."""
    others = [m.marks for m in members if m.article != member.article]
    return len(marks & frozenset().union(*others)) / max(1, len(marks)) if others else 1.0


def stands_open(text: str) -> bool:
    """Whether the words lean on what went before them: "that …", "who …", "and …", "he …"."""
    opening = text.split(maxsplit=1)[0].strip("“\"‘'(").lower() if text.strip() else ""
    return opening in finding_words("pointing")


def is_cut(at: Selector, whole: Selector) -> bool:
    """Whether the clause ends before a word that opens no other: a quotation follows that it leads to."""
    after = whole.exact[at.end - whole.start :].split(maxsplit=1)
    return bool(after) and after[0][0].isalnum() and not any(after[0].lower() in finding_words(w) for w in OPENINGS)


def _clarity(assertion: Assertion, chosen: Selector, backed: float) -> float:
    length = chosen.end - chosen.start
    named = sum(mark.startswith("@") for mark in assertion.marks)
    score = min(named, 3) + 0.25 * min(len(assertion.marks), 8)
    score -= 2.0 * stands_open(chosen.exact) + HEADLINE * assertion.headline
    score += BACKED * backed
    return score - 2.0 * (length < SHORT) - (length - LONG) / 60 * (length > LONG)
