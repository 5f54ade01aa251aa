"""What a text has spoken of so far: the periods last told, from which a time of day takes its day."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from twosource.circumstances.periods import Period

_REMEMBERED = 12
"""Periods last spoken of that are remembered."""
JUST_BEFORE = 60
"""How many words back a day may stand that a time of day without one belongs to: one or two sentences."""
NIGHT = ("NI", "EV")


class Spoken(NamedTuple):
    """A period that was spoken of: the word after it, its part of the day ("late on Tuesday" is NI, for any but one
    day empty), whether it only is when something was said ("the ministry said on Wednesday").
    """

    period: Period
    end: int
    part: str
    of_telling: bool

    @property
    def day(self) -> date | None:
        """The one day that it is, None for longer periods."""
        return self.period.first if self.period.first == self.period.last else None


@dataclass(slots=True)
class Told:
    """The periods last spoken of, the last one at the end; `night`: the day of the last night or evening among them."""

    told: list[Spoken] = field(default_factory=list)
    night: date | None = None

    def add(self, period: Period, end: int, mod: str | None, *, of_telling: bool) -> None:
        """Takes `period`, whose last word is before word `end`, for what was spoken of last."""
        one = period.first is not None and period.first == period.last
        last = Spoken(period, end, _part_of(period, mod) if one else "", of_telling)
        self.told.append(last)
        del self.told[:-_REMEMBERED]
        if last.part in NIGHT:
            self.night = period.first

    def near(self, first: int, today: date | None) -> Spoken | None:
        """What a clock time at word `first` belongs to: what was spoken of last, but for the day of who told it."""
        last = self.told[-1] if self.told else None
        before = self.told[-2] if len(self.told) > 1 else None
        if last is None or before is None or not last.of_telling or before.of_telling:
            return last
        apart = first - before.end > JUST_BEFORE or before.day is None
        return last if apart or (today is not None and before.day is not None and before.day > today) else before

    def goes_on(self, near: Spoken, end: int) -> None:
        """Takes `near` for spoken of up to word `end`, where a clock time belongs to it."""
        self.told = [t._replace(end=max(end, t.end)) if t is near else t for t in self.told]

    def last_day(self, first: int) -> Spoken | None:
        """The day spoken of last before word `first`, longer periods left out."""
        return next((t for t in reversed(self.told) if t.day is not None and t.end <= first), None)

    def before(self, first: int) -> Period | None:
        """The period spoken of last before word `first`; the last one where none was."""
        told = [t.period for t in self.told if t.end <= first] or [t.period for t in self.told]
        return told[-1] if told else None


def _part_of(period: Period, mod: str | None) -> str:
    """The part of the day of a period: of its value, or NI for "late on Tuesday" and MO for "early on Tuesday"."""
    part = period.value.partition("T")[2]
    return (part if part.isalpha() else "") if part else {"END": "NI", "START": "MO"}.get(mod or "", "")
