"""Tolls are aligned by their role: each report's first count of the killed is one finding, however worded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import get_args

from twosource.findings.assertions import Assertion
from twosource.findings.counts import MANY, compatible, happenings, only_named, persons_apart
from twosource.findings.no_counts import adds_to, is_age, is_background, is_no_count
from twosource.findings.sizes import of_one_size
from twosource.model import FigureRole, Quantity, Record
from twosource.vocab.finding_words import finding_words

ROLES = (*get_args(FigureRole), "missing")
"""Those of a story's figures, and the missing: each may be killed or alive, so they are no figure of what happened."""
COUNTED_ONCE = frozenset({"killed", "injured", "missing"})
"""Roles of which a happening has one count."""
DRIVEN, CROWDS = "displaced", 1000
"""Of so many driven from their homes a report of one story gives one number, whatever it calls their going."""
SEVERAL = 3
"""Persons from which on the same number is the same toll; "one" and "two" are of others, too."""
TOP = 6
"""Sentences of a report in which a count is taken for its own toll, not for background."""


def toll_groups(assertions: Sequence[Assertion], record: Record) -> list[tuple[str, tuple[int, ...]]]:
    """For each role and story where every report that counts it first does so, and again; only where two reports do."""
    found = []
    for story in record.stories:
        held = set(story.articles)
        for role in ROLES:
            members = _members(assertions, held, role)
            if len(members) > 1:
                found.append((role, tuple(sorted({*members, *_again(assertions, members, role)}))))
    return found


def _again(assertions: Sequence[Assertion], members: Sequence[int], role: str) -> Iterator[int]:
    """Where the reports give their toll once more: "… which raised the number of dead from three to five"."""
    first = {assertions[m].article: toll_in(assertions[m], role) for m in members}
    for i, assertion in enumerate(assertions):
        known = None if assertion.headline else first.get(assertion.article)
        count = toll_in(assertion, role) if known and known.point and known.point >= SEVERAL else None
        if known and count and count.point == known.point and count.approximate == known.approximate:
            yield i


def tolls_clash(members: Sequence[int], assertions: Sequence[Assertion], role: str) -> bool:
    """Whether two counts of that role cannot both be so, though nothing says which is the later one."""
    told = [count for m in members if (count := toll_in(assertions[m], role))]
    return not all(compatible(one, two) for one, two in combinations(told, 2))


def toll_in(assertion: Assertion, role: str) -> Quantity | None:
    """The first count of that role in the assertion; "two more bodies" is what came to it, not the count.

    None where the assertion is of other days or many happenings.
    """
    counts = [q for q in assertion.quantities if q.role == role and not q.ordinal and not _of_doers(q)]
    if not counts or is_background(assertion):
        return None
    return next(
        (
            q
            for q in counts
            if not adds_to(assertion, q)
            and not is_age(assertion, q)
            and not q.selector.exact.lower().endswith(("self", "selves"))
        ),
        None,
    )


def _of_doers(quantity: Quantity) -> bool:
    """Whether it counts those who did it alone: "three attackers were also killed"."""
    words = quantity.of.exact.lower().split() if quantity.of else []
    return bool(words) and words[-1] in finding_words("doers")


def _members(assertions: Sequence[Assertion], articles: set[str], role: str) -> list[int]:
    first: dict[str, int] = {}
    for i, assertion in sorted(enumerate(assertions), key=lambda n: (_standing(n[1]), n[0])):
        if assertion.article in articles and assertion.article not in first and toll_in(assertion, role):
            first[assertion.article] = i
    chosen = sorted(first.values())
    return [i for i in chosen if any(_related(assertions[i], assertions[j], role) for j in chosen if j != i)]


def _standing(assertion: Assertion) -> int:
    """Whose count is a report's toll: that of its top, else its headline's; further down may be what it was before."""
    return 1 if assertion.headline else 0 if assertion.sentence < TOP else 2


def _related(one: Assertion, two: Assertion, role: str) -> bool:
    """Whether the counts can be of one toll: they name something in common, and can be equal or stand at the top.

    Of arrests and crowds there are several in one story; those must share more than the word for it.
    """
    mine, theirs = toll_in(one, role), toll_in(two, role)
    if mine is None or theirs is None or one.article == two.article:
        return False
    if happenings(one) != happenings(two) or not _of_one_kind(mine, theirs):
        return False  # those of one shooting, and of three in one night
    if role == DRIVEN and min(mine.min or 0, theirs.min or 0) >= CROWDS and of_one_size(mine, theirs):
        return True
    both = {m for m in one.marks & two.marks if m[0] not in "=#" and m != "people"}
    same = theirs.point is not None and theirs.point >= MANY and mine.point == theirs.point
    if len(both) + same < (2 if role not in COUNTED_ONCE or mine.point == theirs.point == 1 else 1):
        return False
    if one.published == two.published and not of_one_size(mine, theirs):
        return False  # the dead of one day and those of all days
    if compatible(mine, theirs):
        return True
    if is_no_count(one, mine, f"role:{role}") or is_no_count(two, theirs, f"role:{role}"):
        return False
    return max(one.sentence, two.sentence) < TOP or role not in COUNTED_ONCE


def _of_one_kind(mine: Quantity, theirs: Quantity) -> bool:
    """Whether one may be the other: "a woman was killed" tells nothing of four dead, nor "a man" of "a girl"."""
    if mine.point == theirs.point == 1:
        return not persons_apart(mine, theirs)
    return only_named(mine) == only_named(theirs)
