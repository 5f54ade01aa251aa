"""When a report was published: given, or by its metadata, the text near the headline, its URL, a photo's caption."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from twosource.articles.datelines import read_dateline
from twosource.articles.dates import Written, dates_in, read_date
from twosource.articles.lines import Line
from twosource.articles.metadata import Metadata
from twosource.articles.shapes import date_line
from twosource.articles.sites import original_address
from twosource.model import BODY_ROLES, Basis, Ground, Page, Published, Role, Selector

_NEAR = 12
"""Lines before the first paragraph in which a date that stands alone is the report's."""
_MOST_BARE, _BARE_WORDS = 2, 6
"""More lines of the body than these that are bare dates make it a list of events, whose dates are not its own."""
_UNDER = 5
"""Lines under the headline in which it is so too, should a standfirst come first."""
_BEHIND = 6
"""Lines behind the last paragraph in which a date labelled "published" is the report's."""
_URL = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d\d)[/_-]?(?P<m>0[1-9]|1[0-2]|(?<=[/_-])[1-9])(?:[/_-]?(?P<d>[0-2]\d|3[01]|(?<=[/_-])[1-9]))?(?=[/_.?#-]|$)"
)
_EARLIEST = "1900"

Result = tuple[Published, Ground]


def find_published(page: Page, lines: Sequence[Line], roles: Sequence[Role], metadata: Metadata) -> Result | None:
    """The date published and what it rests on; None where nothing says it. What the user gives wins over all."""
    order = "mdy" if metadata.language in ("en-us", "en_us") else "dmy" if metadata.language.startswith("en-") else ""
    for found in (
        _given(page),
        _from_metadata(page, metadata),
        _from_text(page, lines, roles, order),
        _from_url(page),
        _from_dateline(page, lines, roles),
        _from_caption(page, lines, roles, order),
    ):
        if found is not None:
            return found
    return None


def _result(written: Written, basis: Basis, detail: str, selector: Selector | None = None) -> Result:
    published = Published(
        value=written.value, precision=written.precision, basis=basis, selector=selector, at=written.at
    )  # fmt: skip
    return published, Ground(field="published", basis=basis, detail=detail, selector=selector)


def _given(page: Page) -> Result | None:
    written = read_date(page.given.date) if page.given.date else None
    return _result(written, "given", f"given as {page.given.date}") if written else None


def _from_metadata(page: Page, metadata: Metadata) -> Result | None:
    """The first value that is a day; a lone year or month says too little where the text may say more.

    A time in UTC may fall on the day before or after the outlet's own, which its URL then tells.
    """
    for found in metadata.dates:
        written = read_date(found.value)
        if written and written.precision == "day" and written.value >= _EARLIEST:
            local = _from_url(page) if (written.at or "").endswith("+00:00") else None
            if local and local[0].precision == "day" and _days_apart(local[0].value, written.value) == 1:
                return local
            return _result(written, "metadata", f"{found.key}: {found.value[:80]}")
    return None


def _from_text(page: Page, lines: Sequence[Line], roles: Sequence[Role], order: str) -> Result | None:
    """A line near the headline that says little else than when; a label "published" goes before all, "updated" last."""
    rank = {"published": 0, "": 1, "updated": 2}
    candidates = [
        (rank[label], _distance(i, roles), i, written)
        for i in _places(roles)
        for label, written in (date_line(lines[i], order) or _labelled_part(lines[i], order))
        if written.precision == "day"
    ]
    behind = [
        (rank[label], 0, i, written)
        for i in _places_behind(roles)
        for label, written in date_line(lines[i], order)
        if label == "published" and written.precision == "day"
    ]
    within = range(_lead(roles), _places_behind(roles).start)
    if (
        sum(len(lines[i].words) <= _BARE_WORDS and bool(date_line(lines[i], order)) for i in within) > _MOST_BARE
    ):  # a list of events or of other reports
        candidates = [c for c in candidates if c[0] != rank[""]]
    if not (candidates or behind):
        return None
    _, _, i, written = min(candidates or behind, key=lambda c: c[:3])
    start = lines[i].start
    selector = Selector.of(page, start + written.start, start + written.end)
    return _result(written, "text", selector.exact, selector)


def _labelled_part(line: Line, order: str) -> list[tuple[str, Written]]:
    """Dates right behind a label: "By Jane Doe | Published 3 March 2024", a title that runs into "Posted: …"."""
    found = []
    for written in dates_in(line.text[:_LONGEST], order):
        label = _LABEL.search(line.text[max(0, written.start - 40) : written.start])
        if label or (written.start <= _BYLINE and len(line.text) <= _BYLINE and line.text[:3].lower() == "by "):
            found.append(("updated" if label and label["updated"] else "published", written))
    return found


_LABEL = re.compile(
    r"\b(?:(?P<updated>(?:last )?updated|modified|revised)|(?:first |originally )?published|posted|issued on"
    r"|release date)"
    r"(?: on| at)?\s{0,3}:?\s{0,3}(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},?\s{0,2})?$",
    re.IGNORECASE,
)
_LONGEST, _BYLINE = 1000, 120


def _lead(roles: Sequence[Role]) -> int:
    """The first paragraph; the points that some pages put above byline and date are none."""
    first = (i for i, role in enumerate(roles) if role in BODY_ROLES)
    return roles.index("lead") if "lead" in roles else next(first, len(roles))


def _places(roles: Sequence[Role]) -> Iterator[int]:
    """The lines around the headline and before the first paragraphs."""
    lead = _lead(roles)
    headline = roles.index("headline") if "headline" in roles else lead
    last = min(max(headline + _UNDER, lead), min(headline, lead) + _NEAR)
    yield from range(max(0, min(headline, lead) - _NEAR // 2), min(len(roles), last + 1))


def _places_behind(roles: Sequence[Role]) -> range:
    last = max((i for i, role in enumerate(roles) if role in BODY_ROLES), default=len(roles) - 1)
    return range(last, min(len(roles), last + 1 + _BEHIND))


def _distance(i: int, roles: Sequence[Role]) -> int:
    """Lines between a date and the headline; those before the headline count more."""
    headline = roles.index("headline") if "headline" in roles else 0
    return i - headline if i >= headline else 3 * (headline - i)


def _from_url(page: Page) -> Result | None:
    url = original_address(page.given.url or (page.location if "://" in page.location else ""))
    path = url.partition("://")[2].partition("/")[2].partition("?")[0]
    for match in _URL.finditer(path[:500]):
        month = f"{match['y']}-{int(match['m']):02}"
        day = f"{month}-{int(match['d']):02}" if match["d"] else ""
        if _exists(day):
            return _result(Written(day, "day", None, 0, 0), "url", match[0])
        if "/" in match[0]:
            return _result(Written(month, "month", None, 0, 0), "url", match[0])
    return None


def _days_apart(one: str, other: str) -> int:
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)


def _exists(day: str) -> bool:
    try:
        date.fromisoformat(day)
    except ValueError:
        return False
    return True


def _from_dateline(page: Page, lines: Sequence[Line], roles: Sequence[Role]) -> Result | None:
    for line, role in zip(lines, roles, strict=True):
        if role in ("lead", "dateline") and (dateline := read_dateline(line.text)):
            written = next(dates_in(line.text[: dateline.end]), None)
            if written:
                selector = Selector.of(page, line.start + written.start, line.start + written.end)
                return _result(written, "text", selector.exact, selector)
    return None


def _from_caption(page: Page, lines: Sequence[Line], roles: Sequence[Role], order: str) -> Result | None:
    """The day of the first photo, where nothing better is known: pictures of news are mostly of the day."""
    lead = _lead(roles)
    for i, (line, role) in enumerate(zip(lines, roles, strict=True)):
        written = next(dates_in(line.text, order), None) if role == "caption" and i <= lead + 1 else None
        if written and written.precision == "day":
            selector = Selector.of(page, line.start + written.start, line.start + written.end)
            return _result(written, "caption", selector.exact, selector)
    return None
