"""Values of what names a part of a day without its day: "by evening", "overnight", "on the first night"."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from twosource.circumstances import periods
from twosource.circumstances.periods import Period
from twosource.circumstances.scene import Scene, Value
from twosource.circumstances.time_parts import at_part, mod_of, published_day
from twosource.vocab.times import leaning_words, time_words

if TYPE_CHECKING:
    from datetime import date

    from twosource.circumstances.time_grammar import Found

_BARE_BEFORE = frozenset({"by", "until", "till", "before", "since", "into", "at", "from"})
"""Words after which "evening" needs no article; "by night" and "at night" tell of nights at large."""
_THE_BEFORE = frozenset({"in", "by", "during", "through", "throughout", "for", "into", "until", "till", "over"})
_PART_OF = frozenset({"much", "most", "rest", "remainder", "middle", "course", "hours", "half"})
_EARLY_BEFORE = (_BARE_BEFORE | _THE_BEFORE | {"around", "about"}) - {"at"}
_PASSED = frozenset({"spent", "spend", "spends", "spending", "passed", "passing", "survived", "lasted"})
_USUAL = frozenset({"every", "each", "always", "often", "usually", "sometimes", "typically", "normally", "daily"})
_LAST_DAY = 60


def overnight(found: Found, scene: Scene) -> Value | None:
    """The night into the day of publication; of what is to come the one after. Not "an overnight train"."""
    lower = scene.words.lower
    if found.first and lower[found.first - 1] in ("a", "an") and lower[found.end] not in leaning_words("owned"):
        return None
    ahead = scene.lean(found.first, found.end) > 0
    day = scene.today and (scene.today if ahead else periods.moved(scene.today, "D", -1))
    return at_part(published_day(scene, day), "NI")


def part_of_day(found: Found, scene: Scene) -> Value | None:
    """In the morning, by evening, mid-morning, at dawn: of the day just spoken of; nothing of mornings at large."""
    part, lower = found.value("part") or "", scene.words.lower
    before = lower[found.first - 1] if found.first else ""
    the = lower[found.first] == "the"
    if found.value("edge"):
        hyphened = found.value("edge") != "MID" and "-" in scene.words.lower[found.first : found.end]
        fits = before in _EARLY_BEFORE and not (hyphened and lower[found.end] != "hours")  # "the late-night show"
    elif found.kind("part") == "TWILIGHT":
        fits = before in _BARE_BEFORE | {"around"} and not the
    elif the:
        of = before == "of" and found.first > 1 and lower[found.first - 2] in _PART_OF
        fits = of or before in _THE_BEFORE or (part == "NI" and before in _PASSED)
    else:
        fits = before in _BARE_BEFORE and part != "NI"
    goes_on = found.after() in ("OF", "BEFORE", "DASH") or (found.after() in ("AND", "TO") and _joins_parts(found))
    usual = _USUAL & {*lower[max(0, found.first - 8) : found.end + 3]} or scene.is_usual(found.first, found.end)
    names = (the or found.value("edge") not in (None, "MID")) and scene.is_name(found.first, found.end)
    if not fits or goes_on or names or usual:
        return None
    return at_part(_of_day(scene.day_near(found.first, found.end), part, scene)._replace(mod=mod_of(found)), part)


def _joins_parts(found: Found) -> bool:
    """Whether "in the morning" goes on with "and evening", "from dusk" with "to dawn": of parts of days at large."""
    after = found.signs.words.lower[found.end + 1]
    return any(entry.kind in ("PART", "TWILIGHT") for entry in time_words().get(after, ()))


def _of_day(day: date | None, part: str, scene: Scene) -> Value:
    """The day that a part is of; the night of the day of publication has yet to come: "the night" is the one before."""
    if day is None:
        return Value("DATE", Period("XXXX-XX-XX"))
    if part == "NI" and day == scene.today:
        day -= timedelta(days=1)
    return Value("DATE", periods.day_of(day), None, "published" if scene.spoken is None else "context")


def nth_day(found: Found, scene: Scene) -> Value | None:
    """On the second day, on the first night: counted from the day on which it began, the last one spoken of."""
    unit, part = found.value("unit"), found.value("part")
    count = float(found.value("ordinal") or 0)
    first = scene.counted_from or scene.spoken_day
    closed = found.after() in ("DOT", "COMMA", "BREAK", "AND", "IN") or not scene.words.lower[found.end][0].isalnum()
    on = found.first and scene.words.lower[found.first - 1] in ("on", "by", "until")
    if unit not in (None, "D") or not on or not closed or first is None or not 1 <= count <= _LAST_DAY:
        return None
    scene.counted_from = first
    return at_part(Value("DATE", periods.day_of(first + timedelta(days=int(count) - 1)), None, "context"), part)
