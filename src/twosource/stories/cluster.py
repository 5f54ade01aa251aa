"""Which reports tell of one happening: each that comes joins a story or opens one, and those near it are sorted anew.

So a story grows; two are made one when a report comes that is like both; one is split when its reports turn out to be
more like others. Only the nearest stories are looked at, and only the latest reports of a large one can still move.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from twosource.model import content_id
from twosource.stories.linkage import link
from twosource.stories.lookup import Lookup
from twosource.stories.memory import Memory, Story
from twosource.stories.rarity import Rarity
from twosource.stories.reports import Report, likeness, top_of
from twosource.stories.terms import terms
from twosource.text.days import day_of

Arrival = tuple[str, str, str | None, bytes]
"""A report's id, its text, its ISO day or None, the vector of what its top is about (empty: not known)."""
Group = tuple[int, ...]
"""Numbers of reports of one story that move together."""

ALIKE = 0.28
"""Likeness from which two groups of reports are of one happening, while few reports are known …"""
ALIKE_AT_LAST = 0.36
"""… and once `SETTLED` are: the more happenings there are, the more of them look alike."""
SETTLED = 40
NEAR = 4
"""Stories sorted anew when a report comes. 3 and 6 measured alike."""
RELATED = 0.5
"""Share of that likeness that a report of a story must reach for the story to be sorted anew."""
MOVABLE = 12
"""Reports of a story that can still move; one with more moves as a whole. 6 cost 0.017 BCubed on ECB+, 20 won 0.004."""
REMEMBERED = 20_000
"""Pairs of reports whose likeness is remembered, 3 MB: the pairs of those near an arrival are mostly asked before.
200,000 took some 30 MB and no less time, in a stream of stories of 60 reports as of 3; 5,000 took 5% longer."""
KEPT = 100
"""Terms of a report that are compared, the rarest and weightiest. 60 cost 0.007 BCubed on BASIL and ECB+."""


class Stories:
    """The stories of a stream so far."""

    def __init__(self, memory: Memory | None = None) -> None:
        """`memory`: what is kept of the stream until now; it is kept up to date."""
        self._memory = memory or Memory()
        self._rarity, self._lookup = Rarity(self._memory), Lookup(self._memory.under)
        self._likeness = lru_cache(maxsize=REMEMBERED)(self._compare)

    def add(self, arrival: Arrival) -> list[tuple[str, str]]:
        """Takes a report in; (id, id of its story) for it, then for each earlier report whose story is now another."""
        article, text, day, top = arrival
        kept, new = self._memory, self._memory.count
        report = Report(article, self._rarity.vector(terms(text), KEPT), top_of(top), day_of(day))
        kept.reports[new] = report
        groups = [(new,), *self._near(report, new)]
        parts = link([group[-MOVABLE:] for group in groups], self._likeness, self._least())
        kept.placed[new] = self._open(article, holding=(new,))
        moved = self._settle([[groups[i] for i in part] for part in parts], newest=article)
        self._lookup.add(new, report.terms)
        return [(kept.reports[r].article, kept.placed[r]) for r in (new, *(r for r in moved if r != new))]

    def _near(self, report: Report, new: int) -> list[Group]:
        """The reports of the nearest stories: each alone, or all together where a story has grown large."""
        best: dict[str, float] = {}
        for other in self._lookup.like(report.terms):
            story = self._memory.placed[other]
            best[story] = max(best.get(story, 0.0), self._likeness(new, other))
        related = [story for story, like in best.items() if like >= RELATED * self._least()]
        near = sorted(related, key=lambda story: (-best[story], self._memory.stories[story].order))[:NEAR]
        return [group for story in near for group in _groups(self._memory.stories[story])]

    def _compare(self, one: int, other: int) -> float:
        return likeness(self._memory.reports[one], self._memory.reports[other])

    def _least(self) -> float:
        return ALIKE + (ALIKE_AT_LAST - ALIKE) * min(1.0, self._memory.count / SETTLED)

    def _open(self, *articles: str, holding: Group) -> str:
        """The id of a new story; it is made from those of the articles."""
        self._memory.opened += 1
        story = content_id("story", *articles)
        self._memory.stories[story] = Story(self._memory.opened, holding)
        return story

    def _settle(self, parts: Sequence[Sequence[Group]], newest: str) -> list[int]:
        """Gives each part the story that most of it was of, the largest part first; the reports that moved."""
        moved: list[int] = []
        taken: set[str] = set()
        for part in sorted(parts, key=lambda part: (-sum(map(len, part)), part[0][0])):
            story = self._host(part, taken, newest)
            taken.add(story)
            for group in part:
                moved += self._move(group, story)
        return moved

    def _host(self, part: Sequence[Group], taken: set[str], newest: str) -> str:
        held: Counter[str] = Counter()
        for group in part:
            held[self._memory.placed[group[0]]] += len(group)
        free = [story for story in held if story not in taken]
        if free:
            return min(free, key=lambda story: (-held[story], self._memory.stories[story].order))
        return self._open(self._memory.reports[part[0][0]].article, newest, holding=())

    def _move(self, group: Group, story: str) -> Group:
        """Puts the reports of a group, all of one story, into another; nothing where they are in it."""
        placed, stories = self._memory.placed, self._memory.stories
        before = placed[group[0]]
        if before == story:
            return ()
        if len(group) == len(stories[before].reports):
            del stories[before]
        else:
            stays = tuple(r for r in stories[before].reports if r not in group)
            stories[before] = replace(stories[before], reports=stays)
        stories[story] = replace(stories[story], reports=stories[story].reports + group)
        placed.update(dict.fromkeys(group, story))
        return group


def _groups(story: Story) -> list[Group]:
    return [story.reports] if len(story.reports) > MOVABLE else [(r,) for r in story.reports]


def cluster(arrivals: Iterable[Arrival]) -> Iterator[tuple[str, str]]:
    """For each report as it arrives, (id, id of its story); the first line of its text is the headline.

    A report whose story becomes another is told again: what was said last of an id holds.
    """
    stories = Stories()
    for arrival in arrivals:
        yield from stories.add(arrival)
