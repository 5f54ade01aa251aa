"""Which of several wordings of one assertion a reader understands best."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from twosource.findings.assertions import Assertion
from twosource.findings.clauses import OPENINGS, opening
from twosource.findings.counts import implied
from twosource.findings.marks import number_mark, words_of
from twosource.model import Quantity, Selector
from twosource.vocab.counted import counted, same_thing
from twosource.vocab.finding_words import finding_words

_DOING = re.compile(r",(?= (?:[a-z]{3,20}ly )?[a-z]{2,20}ing\b)")
PART = 25
"""Characters of a part of a sentence that may stand for it."""
SHORT, LONG = 40, 240
"""Characters: what is shorter says too little, what is longer is read with effort."""


Marks = Mapping[tuple[str, int], frozenset[str]]
"""What each sentence tells, by article and number."""
HEADLINE = 8.0
"""Weight against a headline: it leaves words out, and many write Every Word With a Capital."""
BACKED = 4.0
"""Weight of what other reports also tell: a wording should say what they share, and little more."""

OVERSTATED = 3.0
"""Weight of each number that says more than another report: of "eleven" and "at least eight" both say the latter."""


def clearest(members: Sequence[Assertion], told: Marks) -> Selector:
    """The wording that stands by itself, names most, and says little that others do not; of equals the first."""
    return min((_wording(m, members, told) for m in members), key=lambda w: (-w[0], w[1]))[1]


def _wording(member: Assertion, members: Sequence[Assertion], told: Marks) -> tuple[float, Selector]:
    """How clear the member is, and in which words: its clause where that stands by itself, or else the sentence."""
    whole, at = member.whole, member.at
    backed = _backed(member.marks, member, members)
    if not whole.covers(at):
        return _clarity(member, at, backed) - OVERSTATED * _overstated(at, member, members), at
    choices = [(_backed(told.get((member.article, member.sentence), member.marks), member, members), whole)]
    choices += [(backed, words) for words in parts(at, whole) if _keeps(words, member, members)]
    scored = ((_clarity(member, w, b) - OVERSTATED * _overstated(w, member, members), w) for b, w in choices)
    return max(scored, key=lambda c: c[0])


def _keeps(words: Selector, member: Assertion, members: Sequence[Assertion]) -> bool:
    """Whether the words hold half of what others also tell, by words and numbers: no toll without its number."""
    others = frozenset[str]().union(*(m.told for m in members if m.article != member.article))
    numbers = {mark for q in member.quantities if words.covers(q.selector) for mark in number_mark(q)}
    shared = member.told & others
    return 2 * len(shared & (words_of(words) | numbers)) >= len(shared)


def parts(at: Selector, whole: Selector) -> Iterator[Selector]:
    """The clause that opens its sentence, or that stands by itself without the word that opens it ("while 43 voted
    against"); and what comes before a "killing 14 people" in it.
    """
    if is_cut(at, whole):
        return
    if at.start > whole.start:
        words = at.exact.split(maxsplit=3)[:3]
        if opening(words) is None or words[1] == "to":  # "and to sell the land" says not who will
            return
        at = _within(at, len(words[0]) + 1, at.end - at.start)
    doing = _DOING.search(at.exact)
    parts = [at, *([_within(at, 0, doing.start())] if doing else [])]
    yield from (p for p in parts if p.end - p.start >= PART and p != whole and not stands_open(p.exact))


def _within(at: Selector, start: int, end: int) -> Selector:
    return Selector(page=at.page, start=at.start + start, end=at.start + end, exact=at.exact[start:end])


def _overstated(words: Selector, member: Assertion, members: Sequence[Assertion]) -> float:
    """How many numbers in the words say more than another report's for the same thing; a half where none has one."""
    others = [q for m in members if m.origins.isdisjoint(member.origins) for q in m.quantities]
    return sum(_more_than(q, others) for q in member.quantities if words.covers(q.selector))


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
