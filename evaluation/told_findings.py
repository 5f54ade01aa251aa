"""How findings of the invented stories compare with what a careful reader finds: precision and recall by status."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from evaluation.told_stories import Told, ToldStory, paths, read_stories
from twosource.model import Finding, Selector

SURE = 0.9
SEVERAL = ("corroborated", "differs", "updated")
"""Statuses of findings that rest on several reports."""


@dataclass(slots=True)
class Tally:
    """Counts by status: findings made, those of them that are right, what gold holds, what of it was found."""

    made: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    wanted: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    sure: Counter[bool] = field(default_factory=Counter)
    """Of the findings of several origins whose confidence is `SURE` and more, how many are right and wrong."""
    joined: list[str] = field(default_factory=list)
    """Passages joined that must stay apart."""

    def precision(self, status: str) -> float:
        """Share of the findings of that status that are right; 1 where there are none."""
        return self.right[status] / self.made[status] if self.made[status] else 1.0

    def recall(self, status: str) -> float:
        """Share of what gold calls so that was found; 1 where gold has none."""
        return self.found[status] / self.wanted[status] if self.wanted[status] else 1.0


def tally(stories: Iterable[ToldStory], log: list[str] | None = None) -> Tally:
    """All stories counted together; what is wrong or missing is written to `log`."""
    total = Tally()
    notes = log if log is not None else []
    for story in stories:
        for finding, right in _judged(story):
            total.made[finding.status] += 1
            total.right[finding.status] += right
            total.sure[right] += finding.confidence >= SURE
            notes += [] if right else [f"{story.name} WRONG {_shown(story, finding)}"]
        for told in (t for t in story.told if not t.optional):
            hit = any(_gives(story, finding, told) for finding in story.record.findings)
            total.wanted[told.status] += 1
            total.found[told.status] += hit
            notes += [] if hit else [f"{story.name} MISSED {told.status} {told.aspect or ''}: {_words(told)}"]
        total.joined += [f"{story.name}: {_shown(story, f)}" for f in _falsely_joined(story)]
    return total


def _judged(story: ToldStory) -> Iterator[tuple[Finding, bool]]:
    """The findings of several origins, and whether gold has each."""
    for finding in story.record.findings:
        if finding.status in SEVERAL and len(_pages(story, finding)) > 1:
            yield finding, any(_agrees(story, finding, told) for told in story.told)


def _agrees(story: ToldStory, finding: Finding, told: Told) -> bool:
    """Whether all the finding joins is told together, and called the same."""
    touched = _touched(story, finding, told.on)
    return finding.status == told.status and touched == _pages(story, finding) and _same_aspect(finding, told)


def _gives(story: ToldStory, finding: Finding, told: Told) -> bool:
    """Whether the finding joins all that is told together, with the status, aspect, origins and speakers of gold."""
    whole = _touched(story, finding, told.on) == set(told.on)
    same = (finding.status, finding.origins) == (told.status, told.origins) and _same_aspect(finding, told)
    return whole and same and told.speakers in (None, finding.speakers)


def _same_aspect(finding: Finding, told: Told) -> bool:
    return told.aspect is None or any(d.aspect == told.aspect for d in finding.differences)


def _falsely_joined(story: ToldStory) -> Iterator[Finding]:
    for finding in story.record.findings:
        if any(_touched(story, finding, on) == set(on) for on in story.apart):
            yield finding


def _selectors(story: ToldStory, finding: Finding) -> list[Selector]:
    """The claims of the finding but for headlines: they say again what their report says, and gold leaves them out."""
    held = set(finding.claims)
    heads = [a.headline for a in story.record.articles if a.headline]
    claims = (c.selector for c in story.record.claims if c.id in held)
    return [at for at in claims if not any(head.covers(at) for head in heads)]


def _pages(story: ToldStory, finding: Finding) -> set[str]:
    return {at.page for at in _selectors(story, finding)}


def _touched(story: ToldStory, finding: Finding, on: dict[str, Selector]) -> set[str]:
    """Pages on which a claim of the finding and the passage cover half of the shorter of the two."""
    return {at.page for at in _selectors(story, finding) if at.page in on and covers(at, on[at.page])}


def covers(claim: Selector, passage: Selector) -> bool:
    """Whether both share half of the shorter of the two."""
    shared = min(claim.end, passage.end) - max(claim.start, passage.start)
    return 2 * shared >= min(claim.end - claim.start, passage.end - passage.start)


def _shown(story: ToldStory, finding: Finding) -> str:
    longest = {at.page: at.exact for at in sorted(_selectors(story, finding), key=lambda s: len(s.exact))}
    aspects = [f"{d.aspect} {[v.value for v in d.values]}" for d in finding.differences]
    return f"{finding.status} {finding.confidence} {' '.join(aspects)}: {' | '.join(longest.values())}"


def _words(told: Told) -> str:
    return " | ".join(at.exact for at in told.on.values())


def report(total: Tally) -> Iterator[str]:
    """A line for each status."""
    for status in (*SEVERAL, "single_origin"):
        made = f"precision {total.right[status]}/{total.made[status]} " if status in SEVERAL else ""
        yield f"{status}: {made}recall {total.found[status]}/{total.wanted[status]}"
    yield f"of confidence {SURE} and more: right {total.sure[True]}/{total.sure.total()}"
    yield f"falsely joined: {len(total.joined)}"


if __name__ == "__main__":
    for name, held in (("stories tried", False), ("stories held back", True)):
        log: list[str] = []
        total = tally(read_stories(paths(held=held), "shipped"), log)
        print(f"== {name}", *report(total), *(log + total.joined if "--log" in sys.argv and not held else []), sep="\n")
