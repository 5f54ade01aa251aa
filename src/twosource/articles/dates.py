"""Dates of publication as pages write them: ISO 8601, "5 March 2024, 10:15 GMT", "Mar 5, 2024", "05.03.2024 07:30"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from twosource.vocab.page_furniture import publication_words

Precision = Literal["year", "month", "day"]

_MONTH = "|".join(sorted(publication_words("month"), key=len, reverse=True))
_NUMBER_OR_NAME = re.compile(
    rf"""
    (?P<iso>(?<!\d)(?P<iy>(?:19|20)\d\d)-(?P<im>\d\d)-(?P<id>\d\d)(?!\d))
  | (?P<dmy>(?<!\d)(?P<d1>\d{{1,2}})(?:st|nd|rd|th|\.)?[ ,]{{1,2}}(?:of[ ])?
      (?P<m1>{_MONTH})\.?[ ,]{{1,3}}(?P<y1>(?:19|20)\d\d)(?!\d))
  | (?P<mdy>(?<![^\W\d_])(?P<m2>{_MONTH})\.?[ ]{{1,2}}(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?
      [ ,]{{1,3}}(?P<y2>(?:19|20)\d\d)(?!\d))
  | (?P<cjk>(?P<y3>(?:19|20)\d\d)[年년][ ]?(?P<m3>\d{{1,2}})[月월][ ]?(?P<d3>\d{{1,2}})[日일])
  | (?P<ymd>(?<!\d)(?P<y4>(?:19|20)\d\d)[/.](?P<m4>\d{{1,2}})[/.](?P<d4>\d{{1,2}})(?!\d))
  | (?P<num>(?<![\d/.])(?P<a>\d{{1,2}})(?P<sep>[/.-])(?P<b>\d{{1,2}})(?P=sep)(?P<y5>(?:19|20)\d\d)(?!\d))
    """,
    re.IGNORECASE | re.VERBOSE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
"""Every full date has one: most lines have none, and finding that out takes a fiftieth of the time."""
_CLOCK = re.compile(
    r"(?<!\d)(?P<h>[01]?\d|2[0-3])(?P<sep>[:.h])(?P<m>[0-5]\d)(?::[0-5]\d)?(?:\.\d{1,6})?\s{0,2}"
    r"(?P<half>[ap]\.?m\b\.?)?\s{0,2}(?P<zone>[+-]\d\d:?\d\d|[A-Z][A-Za-z]{0,4}\b)?",
    re.IGNORECASE,
)
_REACH = 24
"""Characters between a date and its time of day."""


@dataclass(frozen=True, slots=True)
class Written:
    """A date as written: ISO 8601 `value` cut to `precision`, `at` with the time of day, its place in the text."""

    value: str
    precision: Precision
    at: str | None
    start: int
    end: int


def dates_in(text: str, order: str = "") -> Iterator[Written]:
    """All full dates in `text`. `order` ("dmy" or "mdy") reads 05/03/2024 where nothing else in the text tells."""
    if _YEAR.search(text) is None:
        return
    for match in _NUMBER_OR_NAME.finditer(text):
        if found := _read(match, text, order):
            yield found


def _read(match: re.Match[str], text: str, order: str) -> Written | None:
    clock = _clock_after(text, match.end())
    day = _day(match, _order(match, clock, order))
    if day is None:
        return _year(match) if match["num"] else None
    at, end = (f"{day}T{clock[0]}", clock[2]) if clock else (None, match.end())
    return Written(day, "day", at, match.start(), end)


def _day(match: re.Match[str], order: str) -> str | None:
    if match["num"]:
        parts = _numbers(int(match["a"]), int(match["b"]), order)
        return None if parts is None else _iso(match["y5"], *parts)
    if match["iso"]:
        return _iso(match["iy"], int(match["im"]), int(match["id"]))
    if match["cjk"] or match["ymd"]:
        k = "3" if match["cjk"] else "4"
        return _iso(match["y" + k], int(match["m" + k]), int(match["d" + k]))
    k = "1" if match["dmy"] else "2"
    return _iso(match["y" + k], int(publication_words("month")[match["m" + k].lower()]), int(match["d" + k]))


def _numbers(first: int, second: int, order: str) -> tuple[int, int] | None:
    """Month and day of two numbers; None where both orders are possible and nothing tells which."""
    if first == second or second > 12 or (order == "mdy" and first <= 12):
        return first, second
    return (second, first) if first > 12 or order == "dmy" else None


def _order(match: re.Match[str], clock: tuple[str, str, int] | None, order: str) -> str:
    """Dots and 24-hour clocks are written with the day first, AM and PM with the month first."""
    if match["num"] and match["sep"] == ".":
        return "dmy"
    return order or ("" if clock is None else {"24": "dmy", "12": "mdy"}[clock[1]])


def _year(match: re.Match[str]) -> Written | None:
    return Written(match["y5"], "year", None, match.start(), match.end())


def _iso(year: str, month: int, day: int) -> str | None:
    try:
        return date(int(year), month, day).isoformat()
    except ValueError:
        return None


def _clock_after(text: str, position: int) -> tuple[str, str, int] | None:
    """The time of day that follows: ISO time with its offset where known, "24" or "12" hours, its end."""
    match = _CLOCK.search(text, position, position + _REACH + 20)
    if match is None or match.start() > position + _REACH or (match["sep"] == "." and not match["half"]):
        return None
    between = text[position : match.start()]
    if any(c.isdecimal() for c in between) or "\n" in between:
        return None
    hour = int(match["h"])
    if match["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if match["half"][0] in "pP" else 0)
    zone = match["zone"] or ""
    offset = zone if zone[:1] in "+-" else publication_words("zone").get(zone.lower(), "")
    if offset and ":" not in offset:
        offset = f"{offset[:3]}:{offset[3:]}"
    end = match.end() if zone and (offset or zone.lower() in publication_words("zone")) else match.start("m") + 2
    return f"{hour:02}:{match['m']}{offset}", "12" if match["half"] else "24", max(end, match.end("half"))


def read_date(words: str) -> Written | None:
    """The date that metadata or a user gives: a full date, or a lone year or month (2024, 2024-03)."""
    text = words.strip()[:80]
    if found := next(dates_in(text), None):
        return found
    if re.fullmatch(r"(?:19|20)\d\d", text):
        return Written(text, "year", None, 0, 4)
    if re.fullmatch(r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])", text):
        return Written(text, "month", None, 0, 7)
    if re.fullmatch(r"(?:19|20)\d{6}", text):
        day = _iso(text[:4], int(text[4:6]), int(text[6:]))
        return Written(day, "day", None, 0, 8) if day else None
    return None
