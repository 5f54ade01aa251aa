"""Values of years and of what is longer: "early 2015", "2018-19", "the 1980s", "the 19th century"."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from twosource.circumstances import periods
from twosource.circumstances.periods import Period
from twosource.circumstances.scene import Scene, Value
from twosource.circumstances.time_parts import dated, year_value
from twosource.vocab.word_sets import word_set

if TYPE_CHECKING:
    from twosource.circumstances.time_grammar import Found

_COUNTED_AFTER = word_set("counted after a year-like number")
_COUNTED_BEFORE = word_set("before numbers that are no year")


def year(found: Found, scene: Scene) -> Value | None:
    """2015, early 2015, fiscal 1989: four digits that nothing beside them makes a count."""
    number = year_value(found)
    words, after = scene.words, scene.words.lower[found.end] if found.end < len(scene.words.lower) else ""
    before = words.lower[found.first - 1] if found.first else ""
    if number is None or before in _COUNTED_BEFORE or after in ("%", "percent", "/"):
        return None
    bare = found.match.end() - found.match.start() == 1
    if bare and not 1500 <= number <= 2050:
        return None
    placed = found.before() in ("IN", "OF", "TO", "LPAREN", "DASH", "THE", "AND", "BREAK", "MONTH", "SEASON", "EDGE")
    if bare and not placed and (after in _COUNTED_AFTER or (after.endswith("s") and len(after) > 3)):
        return None
    return dated(found, scene, periods.year_of(number), "text")


def years(found: Found, scene: Scene) -> Value | None:
    """2018-19, the 2018/19 season: after the dash stands a later year; not 2018-05, and not with blanks between.

    Seasons, school and fiscal years begin and end on other days everywhere, so that both years are given whole.
    """
    first, to = year_value(found), found.written("to")
    if first is None or len(to) not in (2, 4) or not to.isdecimal() or " " in _from_year_to(found):
        return None
    last = int(to) if len(to) == 4 else first - first % 100 + int(to)
    last += 100 * (to == "00" and first % 100 == 99)
    if not first < last < first + 100:
        return None
    return Value("DATE", Period(f"{first}/{last}", date(first, 1, 1), date(last, 12, 31)), None, "text")


def _from_year_to(found: Found) -> str:
    """The words from the first year to the last, as they stand in the text."""
    first, words = found.signs.first, found.signs.words
    return words.between(first[found.match.start("year")], first[found.match.end("to")])


def fiscal_year(found: Found, scene: Scene) -> Value | None:
    """FY18: two digits, of this century."""
    short = found.written("short")
    if len(short) != 2 or not short.isdecimal():
        return None
    return dated(found, scene, periods.year_of(2000 + int(short)), "text")


def spelled_year(found: Found, scene: Scene) -> Value | None:
    """Nineteen ninety-one; the year two thousand."""
    high, low = found.value("high") or "", found.value("low")
    if low is None:
        total = float(high)
        if not (1000 <= total <= 2100 and total.is_integer()):
            return None
        return dated(found, scene, periods.year_of(int(total)), "text")
    if high not in ("18", "19", "20") or not 10 <= float(low) <= 99:
        return None
    return dated(found, scene, periods.year_of(int(high) * 100 + int(low)), "text")


def decade(found: Found, scene: Scene) -> Value | None:
    """The 1980s, the '90s, the nineties (of the twentieth century)."""
    period = _decade(found)
    return None if period is None else dated(found, scene, period, "text")


def half_decade(found: Found, scene: Scene) -> Value | None:
    """The first half of the 1980s: its first or last five years."""
    whole, count = _decade(found), int(float(found.value("ordinal") or 0))
    if whole is None or whole.first is None or whole.last is None or count not in (1, 2, -1):
        return None
    middle = whole.first.replace(year=whole.first.year + (whole.last.year - whole.first.year + 1) // 2)
    if count == 1:
        return Value("DATE", Period(whole.value, whole.first, middle - timedelta(days=1)), "START", "text")
    return Value("DATE", Period(whole.value, middle, whole.last), "END", "text")


def _decade(found: Found) -> Period | None:
    number = int("".join(c for c in found.value("decade") or "" if c.isdecimal()))
    if number < 100:
        if found.match.group()[0] == found.match.group("decade") and found.before() not in ("OTHER", "SLASH"):
            return None
        number += 1900 if number > 20 else 2000
    if not 1000 <= number <= 2100:
        return None
    return periods.years_of(number, 100 if number % 100 == 0 and number < 2000 else 10)


def century(found: Found, scene: Scene) -> Value | None:
    """The 19th century."""
    number = int(float(found.value("ordinal") or 0))
    if found.value("century") != "C" or not 1 <= number <= 22:
        return None
    return dated(found, scene, periods.years_of(100 * (number - 1), 100), "text")
