"""What numbers count, whether they can be true together, and which are no count of the happening at all."""

from __future__ import annotations

import re
from datetime import timedelta

from twosource.findings.assertions import Assertion, worked_out_once
from twosource.findings.marks import is_demonym
from twosource.findings.sizes import is_rounded
from twosource.model import Quantity
from twosource.text.stems import stem
from twosource.vocab.concepts import concepts
from twosource.vocab.counts import person_nouns
from twosource.vocab.finding_words import finding_words
from twosource.vocab.numbers import number_words

UNBOUNDED = 1e18
LEAST_MEN = 5
"""Letters of a word in -men that names persons ("firemen"), without "men" itself, which is in a table."""
HEDGE = 0.2
"""Part by which "about" widens a number on either side; "nearly two dozen" is used of 19 and of 23."""


def bounds(quantity: Quantity) -> tuple[float, float]:
    """The least and the most that it can mean: "at least 12" has no upper bound, "about 200" is 160 to 240.

    "a man was killed" tells of one, not that there was no other: it has no upper bound either.
    """
    low = quantity.min if quantity.min is not None else 0.0
    high = quantity.max if quantity.max is not None and not only_named(quantity) else UNBOUNDED
    slack = HEDGE if quantity.approximate and quantity.point is not None else 0.0
    return low * (1 - slack), high * (1 + slack)


def only_named(quantity: Quantity) -> bool:
    """Whether it is a single one by its article ("a man"), not counted by a numeral ("one man", "1 dead")."""
    return quantity.point == 1 and not any(w in ("one", "1", "single") for w in quantity.selector.exact.lower().split())


def compatible(one: Quantity, two: Quantity) -> bool:
    """Whether both can be true at one time."""
    (low, high), (other_low, other_high) = bounds(one), bounds(two)
    return (low <= other_high and other_low <= high) or is_rounded(one, two)


def counted(quantity: Quantity) -> str | None:
    """What is counted: the role of a toll, "people" for whatever persons are called, or the concept of the word."""
    if quantity.ordinal or quantity.ratio or "year" in (quantity.unit or "") or "-year" in quantity.selector.exact:
        return None
    if quantity.role:
        return f"role:{quantity.role}"
    words = [w for w in quantity.of.exact.replace("-", " ").split() if w[:1].isalpha()] if quantity.of else []
    if not words:
        return f"unit:{quantity.unit}" if quantity.unit else None
    word = words[-1].strip(".,;:")
    root = stem(word)
    return PERSONS if _names_persons(word) else concepts().get(root, root) or None


@worked_out_once
def counted_things(assertion: Assertion) -> tuple[tuple[Quantity, str], ...]:
    """Its quantities of which it is known what they count, each with that."""
    return tuple((q, key) for q in assertion.quantities if (key := counted(q)))


PERSONS = "people"
PERSON_CONCEPTS = frozenset({
    "people", "worker", "resident", "neighbour", "citizen", "migrant", "student", "teacher", "soldier", "police",
    "fighter", "victim", "suspect", "captive", "child", "woman", "man", "girl", "boy", "teen", "strike", "protest",
})  # fmt: skip


def _names_persons(word: str) -> bool:
    return (
        word.lower() in person_nouns()
        or concepts().get(stem(word)) in PERSON_CONCEPTS
        or is_demonym(word)
        or (word.lower().endswith(("men", "women")) and len(word) > LEAST_MEN)
    )


def adds_to(assertion: Assertion, quantity: Quantity) -> bool:
    """Whether it comes to a count or is a part of one: "two more bodies", "her and three others", "two of his sons"."""
    text, at = assertion.at.exact.lower(), assertion.at.start
    following = text[quantity.selector.end - at :].split(maxsplit=3)[:2]
    preceding = text[: quantity.selector.start - at].split()[-1:]
    words = {*quantity.selector.exact.lower().split(), *(w.strip(",.;") for w in following)}
    if "than" in words:
        return False
    if following[:1] == ["of"] and following[1:2] != ["them"] and len(following) > 1:
        return following[1] in finding_words("possessives") | {"the", "these", "those"}
    added = bool(words & finding_words("additive"))
    return added or (bool(words & {"other", "others"}) and bool(set(preceding) & finding_words("counts as well")))


_WITH_A_PERSON = re.compile(
    r"\W?\s?(?:\w{2,15}\s){1,2}and\s(?:a|an|one|two|three|four|five|six|seven|eight|nine|\d{1,3})\b", re.I
)


def is_part(assertion: Assertion, quantity: Quantity) -> bool:
    """Whether it is one of several that make up a count: "four men and a woman", "four men and three women"."""
    text, at = assertion.at.exact, assertion.at.start
    same = [q.selector for q in assertion.quantities if q.min != quantity.min and counted(q) == counted(quantity)]
    mine = quantity.selector
    near = any(0 < s.start - mine.end < NEAR or 0 < mine.start - s.end < NEAR for s in same)
    after = quantity.selector.end - at
    return near or bool(_WITH_A_PERSON.match(text, after) or _AND_MORE.match(text, after))


_AND_MORE = re.compile(r"\W?\s?and\s", re.I)
"""After a number that names nothing: "injured four and put a fifth in hospital"."""
NEAR = 25
"""Characters between two numbers that make up one count."""


def is_vague(quantity: Quantity) -> bool:
    """Whether it is a word such as "several" or "dozens", which is in conflict with nothing."""
    known = number_words()
    return any(w in known and known[w].kind == "vague" for w in quantity.selector.exact.lower().split())


def may_hold_the_doer(assertion: Assertion) -> bool:
    """Whether its count holds the one who did it: "six dead, including the gunman", where others count five."""
    words = [w.strip(",.;:()") for w in assertion.at.exact.lower().split()]
    held = [i for i, word in enumerate(words) if word == "including"]
    return any(set(words[i + 1 : i + 4]) & finding_words("doers") for i in held)


OLD = 10
"""Days before the report from which what it dates is another happening, or background."""


@worked_out_once
def is_background(assertion: Assertion) -> bool:
    """Whether its counts are those of other days or of many happenings, not of the one told of."""
    words = {w.strip(",.;:") for w in assertion.at.exact.lower().split()}
    if words & finding_words("background counts"):
        return True
    oldest = (assertion.published - timedelta(days=OLD)).isoformat() if assertion.published else ""
    return any(t.latest < oldest for t in assertion.times if t.latest)


def same_counts(one: Assertion, two: Assertion) -> list[tuple[Quantity, Quantity]]:
    """Quantities of both that count the same thing in the same unit."""
    if not one.quantities or not two.quantities:
        return []
    mine, theirs = counted_things(one), counted_things(two)
    return [(a, b) for a, key in mine for b, other in theirs if key == other and a.unit == b.unit]


def is_no_count(member: Assertion, quantity: Quantity, key: str) -> bool:
    """Whether it adds to a count or is a part of one, is none ("a man"), or is a toll of other days."""
    if adds_to(member, quantity) or only_named(quantity) or is_part(member, quantity) or is_vague(quantity):
        return True
    if len(member.quantities) > TABLE or _is_share(member, quantity) or _is_lacked(member, quantity):
        return True
    if key == "role:injured" and "injure" not in member.marks:
        return True  # "four were shot" counts those who died too
    return key.startswith("role:") and (is_background(member) or may_hold_the_doer(member))


TABLE = 3
"""Numbers in one clause beyond which it lists figures ("22 points, nine rebounds and …"), each of something else."""
_SHARE = re.compile(r"\d\W{1,3}(?:out\W)?of\W.{0,24}$")
_OF_HOW_MANY = re.compile(r"\W?(?:of|out of)\W(?:the\W|his\W|her\W|its\W|their\W)?(?:first\W)?\d|\Wother", re.I)


def _is_share(member: Assertion, quantity: Quantity) -> bool:
    """Whether it is some of so many, or so many of which some: "28 of 41 passes", "five of the first eight"."""
    text, at = member.at.exact, member.at.start
    before, after = text[: quantity.selector.start - at], text[quantity.selector.end - at :]
    return _OF_HOW_MANY.match(after) is not None or _SHARE.search(before[-40:]) is not None


def _is_lacked(member: Assertion, quantity: Quantity) -> bool:
    """Whether it is not there: "needed nine points", "two seats short of"."""
    text, at = member.at.exact.lower(), member.at.start
    before = text[: quantity.selector.start - at].split()[-LACKED:]
    after = text[quantity.selector.end - at :].split(maxsplit=LACKED)[:LACKED]
    return bool({word.strip(",.;:") for word in (*before, *after)} & finding_words("lacks"))


LACKED = 3
"""Words before and after a number within which a word says that it is lacking."""


def happenings(assertion: Assertion) -> float:
    """How many happenings its counts are of: 3 in "seven were killed in three shootings", 1 where it gives none."""
    told = (q for q in assertion.quantities if q.of and q.of.exact.lower().split()[-1:] != [])
    found = [q.min or 1.0 for q in told if q.of and q.of.exact.lower().split()[-1] in finding_words("happenings")]
    return max(found, default=1.0)


MANY = 5
"""A count from which it tells of which things it is; two or three of something are everywhere."""


def same_large_counts(one: Assertion, two: Assertion) -> bool:
    """Whether both count the same kind of thing, and many of it."""
    return any(min(a.min or 0, b.min or 0) >= MANY for a, b in same_counts(one, two))


def numbers_agree(one: Assertion, two: Assertion) -> bool:
    """Whether some number of both counts the same thing and can be the same."""
    return any(compatible(a, b) for a, b in same_counts(one, two))


def numbers_apart(one: Assertion, two: Assertion) -> bool:
    """Whether both hold exact numbers and none of them can be the same."""
    if not one.quantities or not two.quantities:
        return False
    mine, theirs = _exact(one), _exact(two)
    return bool(mine and theirs) and not any(compatible(a, b) for a in mine for b in theirs)


@worked_out_once
def _exact(assertion: Assertion) -> tuple[Quantity, ...]:
    return tuple(q for q in assertion.quantities if q.point is not None and not q.ordinal)


def value_text(quantity: Quantity) -> str:
    """The quantity in figures: "14", "at least 12", "10 to 15", "about 200"."""
    about = "about " if quantity.approximate else ""
    if quantity.point is not None:
        return f"{about}{_figure(quantity.point)}"
    if quantity.max is None:
        return f"at least {_figure(quantity.min or 0)}"
    if quantity.min is None:
        return f"at most {_figure(quantity.max)}"
    return f"{about}{_figure(quantity.min)} to {_figure(quantity.max)}"


def _figure(number: float) -> str:
    return f"{number:,.0f}" if float(number).is_integer() else f"{number:,g}"
