"""Whether a report was written, or brought up to date, on the day after the one that it is dated.

Pages are dated by a clock of another zone, or when they first went up. "Police said early Sunday" under a Saturday's
date is then of the day after, not of six days before. Of 384 shootings in local news (several reports each) 23 reports
speak so of what was: 20 mean the day after, one six days before, of two nothing tells.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from twosource.circumstances.scene import Scene
from twosource.vocab.times import weekdays

if TYPE_CHECKING:
    from datetime import date

    from twosource.circumstances.time_verbs import Verbs
    from twosource.circumstances.words import Words

_EARLY = frozenset({"early", "earlier"})
_SAID = frozenset(
    {"said", "says", "told", "announced", "confirmed", "reporters", "statement", "interview", "conference"}
)
"""Words of speech right beside a day: it was said then. Wire copy dates nothing by a bare weekday six days gone: in
the 103 files of TimeBank and AQUAINT a weekday that is tomorrow's is never the last one."""
_BETWEEN = frozenset({"on", "late"})
_PARTS = frozenset({"morning", "afternoon", "evening", "night"})
_AS_OF = ["as", "of"]
_ANOTHER = frozenset({"last", "previous", "past", "next", "following", "every", "each"})
"""Words by which a text calls the weekday of another week; it then means no other without saying so."""


def is_of_next_day(words: Words, today: date | None, verbs: Verbs | None) -> bool:
    """Whether the text says something of the weekday after `today` as of its own day: "early Friday", "said Friday"."""
    if today is None or today.toordinal() >= today.max.toordinal():
        return False
    following, table, lower = (today + timedelta(days=1)).isoweekday(), weekdays(), words.lower
    named = [i for i, word in enumerate(lower) if table.get(word) == following]
    if any(lower[i - 1] in _ANOTHER or lower[i + 1] in _ANOTHER for i in named if i):
        return False
    scene = Scene(words, today, verbs=verbs)
    return any(_is_its_own_day(lower, i) and scene.lean(i, i + 1) <= 0 for i in named)


def _is_its_own_day(lower: list[str], i: int) -> bool:
    """Whether weekday `i` stands beside "early", "morning" or "as of", or beside a word of speech."""
    before = i - 1
    while before > 0 and lower[before] in _BETWEEN:
        before -= 1
    after = i + 1 + (lower[i + 1] in _PARTS)
    says = lower[after] in _SAID and not lower[before].endswith("ed")  # "those arrested on Friday told police"
    early = lower[before] in _EARLY or lower[i + 1] == "morning" or lower[max(0, i - 2) : i] == _AS_OF
    return early or says or lower[before] in _SAID
