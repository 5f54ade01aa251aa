"""Values of durations, sets and of words such as "now": what is no date of the calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twosource.circumstances.periods import Period, enclosing
from twosource.circumstances.scene import Scene, Value
from twosource.circumstances.time_parts import length, mod_of
from twosource.vocab.word_sets import word_set

if TYPE_CHECKING:
    from twosource.circumstances.time_grammar import Found


def duration(found: Found, scene: Scene) -> Value | None:
    """Nine days, more than two years, 2 1/2 years, half an hour, two to three weeks; not an age, not "a" alone."""
    if found.after() in ("OLD", "AGO") or _before_old(found) or _is_as_many(found):
        return None
    if found.after() == "OF" and found.value("unit") == "Q":  # "three quarters of voters"
        return None
    unit = found.value("unit") or "D"
    count = found.value("halved") or found.value("number") or "X"
    if count != "X" and float(count) > 1e6:
        return None
    part = found.value("half") or found.value("half2")
    if part:
        count = f"{float(count) + float(part):g}" if count != "X" else "X"
    if found.kind("number") == "A" and not part and not (_stands_alone(found) and unit != "K"):
        return None
    if (found.kind("number") == "YEAR" and found.kind("unit") == "UNIT") or found.kind("unit") == "QUARTER":
        return None
    return Value("DURATION", Period(length(count, unit)), mod_of(found))


def _before_old(found: Found) -> bool:
    """Whether "old" follows, with or without a hyphen: an age, which is a quantity."""
    after = found.signs.words.lower[found.end : found.end + 2]
    return "old" in after or "olds" in after


def _stands_alone(found: Found) -> bool:
    """Whether "a year" is a stretch of time ("within a year", "lasted a year"), not the rate of "$5 a year"."""
    return found.before() in _ALONE_AFTER


_ALONE_AFTER = ("IN", "OF", "TO", "HEDGE", "BREAK", "DOT", "COMMA", "OTHER", "HALF", "BEFORE", "NEXT", "LAST")
"""NEXT and LAST: "following a week of rain", "will last a month"."""


_MOST_OF = {"M": 12, "W": 52, "D": 365, "H": 24, "N": 60, "S": 60}
"""So many of a unit are no remainder beside a greater one."""


_FROM_WHEN = frozenset({"after", "before", "later", "earlier", "ago", "since", "into"})


def sum_of(found: Found, scene: Scene) -> Value | None:
    """Two years and three months."""
    unit, unit2 = found.value("unit") or "", found.value("unit2") or ""
    order = "CEYQMWDHNS"
    if found.value("number") == "X" or order.find(unit[0]) >= order.find(unit2[0]):
        return None
    lower = scene.words.lower
    after = lower[found.end] in _FROM_WHEN and "," in lower[found.first : found.end]
    if after:  # "for six weeks, a day after the ban": two stretches
        return None
    each = scene.words.lower[found.end] in ("respectively", "each")
    if each or float(found.value("number2") or 0) >= _MOST_OF.get(unit2, 1e6):  # "jailed for three years and 18 months"
        return None
    first, second = length(found.value("number") or "", unit), length(found.value("number2") or "", unit2)
    tail = second.removeprefix("PT") if "T" in first else second.removeprefix("P")
    return Value("DURATION", Period(first + tail), mod_of(found))


def _is_as_many(found: Found) -> bool:
    """Whether the units are as many as something counted before: "the third blast in as many days"."""
    lower = found.signs.words.lower
    return ["as", "many"] in (
        lower[max(0, found.first - 2) : found.first],
        lower[max(0, found.first - 1) : found.end - 1],
    )


def bare_units(found: Found, scene: Scene) -> Value | None:
    """Months, years: so many that nobody counts them."""
    if found.before() in ("POSS", "DASH") or found.after() in ("DASH", "OLD") or found.value("unit") in ("Q", "K"):
        return None
    if _is_as_many(found):
        return None
    return Value("DURATION", Period(length("X", found.value("unit") or "D")), mod_of(found))


def unit_long(found: Found, scene: Scene) -> Value:
    """Year-long, weeklong, decades-long."""
    code = found.value("unitlong") or "D"
    return Value("DURATION", Period(length("X" if code[0] == "X" else "1", code.removeprefix("X"))))


def stretch(found: Found, scene: Scene) -> Value | None:
    """The past two months, the first nine months, the next 12 to 18 months."""
    count = "X" if found.value("number2") else found.value("number") or "X"
    if found.kind("number") in ("A", "YEAR") or _is_verb(found, scene):
        return None
    return Value("DURATION", Period(length(count, found.value("unit") or "D")), mod_of(found))


_BEFORE_VERB = word_set("before last as a verb")


def _is_verb(found: Found, scene: Scene) -> bool:
    """Whether "last" is what something will do for two weeks."""
    lower = scene.words.lower
    return bool(found.first) and lower[found.first] == "last" and lower[found.first - 1] in _BEFORE_VERB


def recent(found: Found, scene: Scene) -> Value:
    """Recent weeks, the coming months, past years."""
    direction = found.value("recent") or ""
    return Value("DATE", Period({"-1": "PAST_REF", "1": "FUTURE_REF"}.get(direction, direction)))


def every(found: Found, scene: Scene) -> Value | None:
    """Every day, every two years, each Thursday, every July."""
    kind, what, part = found.kind("what"), found.value("what"), found.value("part")
    tail = f"T{part}" if part else ""
    if kind == "WEEKDAY":
        return Value("SET", Period(f"XXXX-WXX-{what}{tail}"))
    if kind == "MONTH":
        return Value("SET", Period(f"XXXX-{int(what or 0):02}"))
    if kind == "PART":
        return Value("SET", Period(f"XXXX-XX-XXT{what}"))
    if kind is not None:
        return Value("SET", Period(f"XXXX-{what}"))
    return Value(
        "SET", Period(length(found.value("number") or found.value("every") or "1", found.value("unit") or "D"))
    )


def daily(found: Found, scene: Scene) -> Value | None:
    """Daily, weekly, annually; not the Daily of a newspaper's name, nor "the daily Nación"."""
    named = scene.words.written[found.first][0].isupper() and found.before() not in ("DOT", "BREAK")
    if named or scene.words.written[found.end][:1].isupper():
        return None
    return Value("SET", Period(length("1", found.value("daily") or "D")))


_AMOUNTS = word_set("amounts told by the year")
_ADVERBS = ("COMMA", "DOT", "BREAK", "IN", "AND", "TO")


def amounted(found: Found, scene: Scene) -> Value | None:
    """Annual, of what is so much each year ("annual sales of $5 million"); quarterly, of what is done ("is paid")."""
    lower, end = scene.words.lower, found.end
    written = scene.words.written[found.first]
    if written.endswith("ly"):  # "a quarterly loss" is of one quarter
        return Value("SET", Period(length("1", "Q"))) if found.after() in _ADVERBS else None
    noun = next((i for i in range(end, min(end + 3, len(lower))) if lower[i] in _AMOUNTS), None)
    named = written[0].isupper() and scene.words.written[end][:1].isupper()
    if named or noun is None or not all(w[0].isalpha() for w in lower[end:noun]):
        return None
    return Value("SET", Period(length("1", found.value("daily") or "Y")))


def rate(found: Found, scene: Scene) -> Value | None:
    """$5 a year, four times a day: a set; "a year" after words is a duration."""
    words = scene.words.lower[max(0, found.first - 4) : found.first]
    counted = any(w[0].isdecimal() or w in ("times", "once", "twice", "$") for w in words)
    if found.signs.words.lower[found.first] != "per" and not counted:
        return None
    return Value("SET", Period(length("1", found.value("unit") or "D")))


def reference(found: Found, scene: Scene) -> Value:
    """Now, recently, the future."""
    return Value("DATE", Period(found.value("ref") or ""))


def the_past(found: Found, scene: Scene) -> Value:
    """In the past."""
    return Value("DATE", Period("PAST_REF"))


def _is_of_this_year(found: Found, scene: Scene) -> bool:
    """Whether "the year" is the one of publication: "a high for the year", "in the first nine months of the year"."""
    before = scene.words.lower[max(0, found.first - 2) : found.first]
    closed = found.after() in ("COMMA", "DOT", "BREAK", "IN", "AND", "TO") or scene.words.lower[found.end] == "of"
    of = before[-1:] == ["of"] and before[0] in _PARTS_OF_YEAR
    return closed and (of or (before[-1:] == ["for"] and found.after() != "OF"))


_PARTS_OF_YEAR = frozenset({"months", "weeks", "days", "half", "part", "rest", "remainder", "quarter", "quarters"})


def the_year(found: Found, scene: Scene) -> Value | None:
    """The fiscal year, "so far in the first months of the year"; "the year ended June 30" is as long as a year."""
    if found.value("unit") != "Y":
        return None
    after = scene.words.lower[found.end] if found.end < len(scene.words.lower) else ""
    if after in ("ended", "ending"):
        return Value("DURATION", Period("P1Y"))
    if scene.today is None or not (found.kind("fiscal") or _is_of_this_year(found, scene)):
        return None
    return Value("DATE", enclosing(scene.today, "Y"), None, "published")
