"""Tolls are aligned by their role: each report's first count of the killed is one finding, however worded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple, get_args

from twosource.findings.assertions import Assertion
from twosource.findings.counts import MANY, compatible, happenings, of_two_peoples, only_named, persons_apart
from twosource.findings.marks import words_of
from twosource.findings.no_conflicts import in_hospital
from twosource.findings.no_counts import adds_to, is_age, is_background, is_background_of_what_runs, is_no_count
from twosource.findings.sizes import of_one_size
from twosource.model import FigureRole, Quantity, Record
from twosource.text.rounds import rounds
from twosource.vocab.counted import only_number
from twosource.vocab.finding_words import finding_words
from twosource.vocab.totals import is_all

ABOARD = "aboard"
FALLING = "missing"
"""The missing are found: a later report gives fewer."""
COUNTED_ONCE = frozenset({"killed", "injured", FALLING, "abducted", ABOARD})
"""Roles of which a happening has one count; of arrests and the displaced "more than 400" may be of all days."""
GROWS = frozenset(
    {"killed", "injured", FALLING, "abducted", "displaced", "sick", "arrested", "freed", "evacuated", "rescued"}
)
"""Roles of which a later report of one happening gives more; of those aboard it gives the same or is in conflict."""
ROLES = (*get_args(FigureRole), *sorted((COUNTED_ONCE | GROWS).difference(get_args(FigureRole))))
"""Those of a story's figures, then all others."""
SICK = "sick"
LEAST_TOLL = 2
"""Below it stands one who died beside others."""
DRIVEN, CROWDS = "displaced", 1000
"""Of so many driven from their homes a report of one story gives one number, whatever it calls their going."""
MANY_HOMES = 100
"""The same of fewer, if the numbers can be one: "at least 200 residents", "240 people"."""
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
        count = toll_in(assertion, role) if known else None
        if known and count and _is_same_number(known, count):
            yield i


def _is_same_number(known: Quantity, count: Quantity) -> bool:
    """Whether both give one number, the one of them as the least there are: 19 in the headline, then "at least 19"."""
    number = only_number(known)
    alike = known.approximate == count.approximate or None in (known.point, count.point)
    return alike and number == only_number(count) and (number or 0) >= SEVERAL


def tolls_clash(members: Sequence[int], assertions: Sequence[Assertion], role: str) -> bool:
    """Whether two counts of that role cannot both be so, though nothing says which is the later one."""
    told = [count for m in members if (count := toll_in(assertions[m], role))]
    return not all(compatible(one, two) for one, two in combinations(told, 2))


def toll_in(assertion: Assertion, role: str) -> Quantity | None:
    """The first count of that role in the assertion; "two more bodies" is what came to it, not the count.

    None where the assertion is of other days or many happenings.
    """
    counts = [q for q in assertion.quantities if q.role == role and not _of_doers(q)]
    aside = is_background_of_what_runs if role == DRIVEN else is_background
    if not counts or aside(assertion):
        return None
    kept = [q for q in counts if not (adds_to(assertion, q) or is_age(assertion, q) or _is_reflexive(q))]
    whole = [q for q in kept if _is_all(assertion, q)]
    if whole:
        return max(
            whole, key=lambda q: q.min or 0.0
        )  # "to three the number of its sailors and to five the overall toll"
    return min(kept, key=only_named, default=None)


def _is_reflexive(quantity: Quantity) -> bool:
    return quantity.selector.exact.lower().endswith(("self", "selves"))


def _is_all(assertion: Assertion, quantity: Quantity) -> bool:
    """Whether it is said to be all there are: "with three deaths in hospital the toll rose to 34"."""
    if only_named(quantity):  # "23 who never reached a doctor"
        return False
    text, start = assertion.at.exact.lower(), assertion.at.start
    before, after = text[: quantity.selector.start - start], text[quantity.selector.end - start :]
    return is_all(str(quantity.role), before, after)


def _of_doers(quantity: Quantity) -> bool:
    """Whether it counts those who did it alone: "three attackers were also killed"."""
    words = quantity.of.exact.lower().split() if quantity.of else []
    return bool(words) and words[-1] in finding_words("doers")


class _Toll(NamedTuple):
    """An assertion and the count in it that is its toll."""

    told: Assertion
    number: Quantity


def _members(assertions: Sequence[Assertion], articles: set[str], role: str) -> list[int]:
    here = ((i, a) for i, a in enumerate(assertions) if a.article in articles)
    tolls = {i: _Toll(a, count) for i, a in here if (count := toll_in(a, role))}
    if role == "injured":
        tolls = _without_the_dead(tolls, [a for a in assertions if a.article in articles])
    first: dict[str, int] = {}
    for i in sorted(tolls, key=lambda i: (not _is_all(*tolls[i]), _standing(assertions[i]), i)):
        first.setdefault(assertions[i].article, i)
    chosen, sole = sorted(first.values()), _only_count(tolls.values())
    return [i for i in chosen if any(_of_one_toll(tolls[i], tolls[j], role, sole) for j in chosen if j != i)]


def _without_the_dead(tolls: dict[int, _Toll], story: Sequence[Assertion]) -> dict[int, _Toll]:
    """The tolls of the hurt but those that seem to count the dead, too: three taken to hospital, of whom one died.

    They are as many as the hurt and the dead of the others, in a report that nowhere gives both numbers in a sentence
    and neither counts "13 others" nor calls them hurt.
    """
    dead = {(a.article, a.sentence): q.point for a in story if (q := toll_in(a, "killed")) and q.point}
    apart = {
        (t.told.article, t.number.point)
        for t in tolls.values()
        if (t.told.article, t.told.sentence) in dead or _are_others(t.number) or _are_called_hurt(t.told)
    }
    hurt = {t.number.point for t in tolls.values() if t.number.point}
    with_dead = {one + many for one in hurt for many in dead.values()}
    return {
        i: t for i, t in tolls.items() if (t.told.article, t.number.point) in apart or t.number.point not in with_dead
    }


def _are_others(quantity: Quantity) -> bool:
    """Whether it counts those who were hurt beside the dead: "thirteen others"."""
    return quantity.of is not None and not {"other", "others"}.isdisjoint(quantity.of.exact.lower().split())


def _are_called_hurt(told: Assertion) -> bool:
    """Whether they are called hurt, and nothing is said of shots or a hospital, to which some of the dead came."""
    return not in_hospital(told) and not CALLED_HURT.isdisjoint(told.at.exact.lower().replace(",", " ").split())


CALLED_HURT = frozenset({"hurt", "injured", "injuring", "wounded", "wounding"})


def _of_one_toll(one: _Toll, two: _Toll, role: str, sole: set[str]) -> bool:
    """Whether the counts of two reports are of one toll, by what they share or by how the number grew.

    Those of one shooting are not those of three in one night.
    """
    if role == SICK and _how_sure(one.told) != _how_sure(two.told):
        return False
    if happenings(one.told) != happenings(two.told) or not _of_one_kind(one.number, two.number):
        return False
    if _related(one, two, role):
        return True
    return {one.told.article, two.told.article} <= sole and (_grew(one, two, role) or _are_aboard_one(one, two, role))


def _how_sure(told: Assertion) -> tuple[bool, bool]:
    """Whether it speaks of confirmed cases, and of suspected ones: each have a number of their own."""
    words = words_of(told.at)
    return not words.isdisjoint(finding_words("confirmed cases")), not words.isdisjoint(
        finding_words("suspected cases")
    )


def _only_count(tolls: Iterable[_Toll]) -> set[str]:
    """The reports whose numbers can all be one: "more than a dozen", further down 14."""
    given: dict[str, list[Quantity]] = {}
    for told, count in tolls:
        if count.point != 0:  # "nobody was hurt" is of somewhere else
            given.setdefault(told.article, []).append(count)
    return {a for a, counts in given.items() if all(compatible(one, two) for one, two in combinations(counts, 2))}


def _grew(one: _Toll, two: _Toll, role: str) -> bool:
    """Whether a later report gives another number of what grows: that is the toll, whatever else it says.

    Of 26 such updates of the invented stories 21 tell of one toll; before, five of these were found.
    """
    came_out = {t.told.article: out for t in (one, two) if (out := t.told.came_out)}
    if role not in GROWS or len(came_out) < 2:
        return False
    when = rounds(came_out)
    first, last = sorted((one, two), key=lambda toll: when[toll.told.article])
    before, since = first.number.min or 0, last.number.min or 0
    grown = since < before if role == FALLING else before < since
    if len(set(when.values())) < 2 or not grown or min(before, since) < LEAST_TOLL:
        return False
    return of_one_size(one.number, two.number) and _may_clash(one, two, role)


def _are_aboard_one(one: _Toll, two: _Toll, role: str) -> bool:
    """Whether they may count those aboard one ship or plane: "the manifest lists 13" has no word in common with 14."""
    fewer, more = sorted(toll.number.min or 0.0 for toll in (one, two))
    return role == ABOARD and fewer >= LEAST_TOLL and more <= 2 * fewer


def _standing(assertion: Assertion) -> int:
    """Whose count is a report's toll: that of its top, else its headline's; further down may be what it was before."""
    return 1 if assertion.headline else 0 if assertion.sentence < TOP else 2


def _related(one: _Toll, two: _Toll, role: str) -> bool:
    """Whether the counts can be of one toll: they name something in common, and can be equal or stand at the top.

    Of arrests and crowds there are several in one story; those must share more than the word for it.
    """
    (told, mine), (other, theirs) = one, two
    fewer = min(mine.min or 0, theirs.min or 0)
    if (
        role == DRIVEN
        and of_one_size(mine, theirs)
        and (fewer >= CROWDS or (fewer >= MANY_HOMES and compatible(mine, theirs)))
    ):
        return True
    both = {m for m in told.marks & other.marks if m[0] not in "=#" and m != "people"}
    same = theirs.point is not None and theirs.point >= MANY and mine.point == theirs.point
    if len(both) + same < (2 if role not in COUNTED_ONCE or mine.point == theirs.point == 1 else 1):
        return False
    if told.published == other.published and not of_one_size(mine, theirs):
        return False  # the dead of one day and those of all days
    if compatible(mine, theirs):
        return True
    top = max(told.sentence, other.sentence) < TOP or role not in COUNTED_ONCE
    return top and _may_clash(one, two, role)


def _may_clash(one: _Toll, two: _Toll, role: str) -> bool:
    """Whether both counts are of all there were, and of one people."""
    if of_two_peoples(one.number, two.number):
        return False
    return not any(is_no_count(told, count, f"role:{role}") for told, count in (one, two))


def _of_one_kind(mine: Quantity, theirs: Quantity) -> bool:
    """Whether one may be the other: "a woman was killed" tells nothing of four dead, nor "a man" of "a girl"."""
    if mine.point == theirs.point == 1:
        return not persons_apart(mine, theirs)
    return only_named(mine) == only_named(theirs)
