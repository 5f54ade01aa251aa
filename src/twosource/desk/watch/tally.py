"""What a round brought, for each feed and in all, in words."""

from __future__ import annotations

from dataclasses import dataclass, fields

from twosource.formats.words import plural


@dataclass(slots=True, kw_only=True)
class Tally:
    """Counts of pages; `from_feed`: of the new ones, those of which only the feed's own text could be had.

    `later`: those that did not come and will be tried again.
    """

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    from_feed: int = 0
    gone: int = 0
    refused: int = 0
    later: int = 0
    failed: int = 0

    def add(self, other: Tally) -> None:
        """Counts what another one counted too."""
        for field in fields(self):
            setattr(self, field.name, getattr(self, field.name) + getattr(other, field.name))

    @property
    def tells(self) -> bool:
        """Whether something came or failed; that all is as it was is no news."""
        return bool(self.new or self.changed or self.gone or self.refused or self.later or self.failed)


_PARTS = (
    ("new", "new"),
    ("changed", "changed"),
    ("unchanged", "unchanged"),
    ("gone", "gone from the site"),
    ("refused", "refused by robots.txt"),
    ("later", "to be tried again"),
    ("failed", "failed"),
)
_RARE = ("gone", "later")
"""What a summary says nothing of where there is none."""


def tally_words(tally: Tally) -> str:
    """2 new (1 from the feed's own text), 1 failed: what is not none; empty where nothing was looked at."""
    counted = [(getattr(tally, name), words) for name, words in _PARTS]
    parts = [f"{count} {words}" for count, words in counted if count]
    if tally.from_feed:
        parts[0] += f" ({tally.from_feed} from the feed's own text)"
    return ", ".join(parts)


def summary_words(tally: Tally, feeds: int, failed: int) -> str:
    """The line at the end of a watch; `feeds` and `failed` count the answers of feeds and the failures to get one."""
    fetched = tally.new - tally.from_feed + tally.changed + tally.unchanged
    counts = [(name, getattr(tally, name), words) for name, words in _PARTS]
    counted = ", ".join(f"{count} {words}" for name, count, words in counts if count or name not in _RARE)
    came = f"{plural(feeds, 'feed')} and {plural(fetched, 'page')} fetched"
    lost = f", {plural(failed, 'feed')} failed" if failed else ""
    return f"{came}{lost}: {counted}"
