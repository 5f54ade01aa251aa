"""The sentences of the brief on reports that were changed, corrected or withdrawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from twosource.model import Record, Statement, Story
from twosource.versions.effects import Effects
from twosource.versions.history import History, Moved
from twosource.versions.telling import moved_words, name_of, withdrawn_words

SHARE = 1 / 4
"""Part of a brief for changes."""
TOP = 600
"""Characters of a page above which a sentence that was taken out without a word of it is worth a reader's time."""
_GRAVE = ("retracted", "corrected", "clarified")


def with_statements(record: Record, effects: Effects, told: Sequence[History], length: int) -> Record:
    """The record with what its brief says of changes; no story has more than `length` statements by it."""
    made: list[Statement] = []
    story_of = {a: n for n, s in enumerate(record.stories) for a in s.articles}
    by_page: dict[str, int] = {}
    for article in record.articles:
        by_page.setdefault(article.page, story_of.get(article.id, 0))
    for number, story in enumerate(record.stories):
        own = [s for s in record.brief if s.selectors and by_page.get(s.selectors[0].page, 0) == number]
        found = list(dict.fromkeys(_statements(story, effects, told)))[: max(1, round(length * SHARE))]
        made.extend(_placed(own, found, record, length))
    return replace(record, brief=tuple(made))


def _statements(story: Story, effects: Effects, told: Sequence[History]) -> Iterator[Statement]:
    """What is to be told of one story, the gravest first."""
    names = {r.article.id: name_of(h.chain.last) for h in told for r in h.chain.readings}
    ranked: list[tuple[int, int, int, Statement]] = []
    for n, (moved, finding) in enumerate(_once(effects.of_moved)):
        article = moved.sentences[-1].reading.article.id
        text = moved_words(moved, names[article])
        at = (*moved.wordings, moved.now, *moved.step.notices)
        if article in story.articles:
            statement = Statement(text=text, finding=finding, selectors=tuple(dict.fromkeys(at)))
            ranked.append((moved.step.kind not in _GRAVE, moved.now.start, n, statement))
    seen: set[str] = set()
    for n, (withdrawn, finding) in enumerate(effects.of_withdrawn):
        article, step = withdrawn.sentence.reading.article.id, withdrawn.step
        whole = step.kind == "retracted"
        if article not in story.articles or (whole and step.id in seen):
            continue
        if whole or step.kind in _GRAVE or withdrawn.sentence.start < TOP:
            seen.add(step.id)
            text = withdrawn_words(withdrawn, names[article])
            statement = Statement(text=text, finding=finding, selectors=(withdrawn.sentence.at, *step.notices))
            ranked.append((step.kind not in _GRAVE, -1 if whole else withdrawn.sentence.start, n, statement))
    yield from (statement for *_, statement in sorted(ranked, key=lambda r: r[:3]))


def _once(found: Sequence[tuple[Moved, str]]) -> list[tuple[Moved, str]]:
    """One of the changes of the same words in one step: that in a sentence, not that in the headline."""
    first: dict[tuple[str, ...], tuple[Moved, str]] = {}
    for moved, finding in sorted(found, key=lambda pair: pair[0].sentences[-1].role == "headline"):
        words = (at.exact.casefold() for at in (*moved.before, moved.now))
        first.setdefault((moved.step.id, *words), (moved, finding))
    return list(first.values())


def _placed(own: Sequence[Statement], found: Sequence[Statement], record: Record, length: int) -> list[Statement]:
    """Each new statement behind the one on the same finding, or else behind what several origins report."""
    status = {f.id: f.status for f in record.findings}
    kept = list(own)
    while len(kept) + len(found) > length:
        light = [n for n, s in enumerate(kept) if status.get(s.finding or "") == "single_origin"]
        if not light:
            break
        del kept[light[-1]]
    made: list[Statement] = []
    waiting = list(found)
    for statement in kept:
        if statement.finding is None or status.get(statement.finding) == "single_origin":
            made += waiting
            waiting = []
        made.append(statement)
        made += [s for s in waiting if s.finding == statement.finding and s.finding]
        waiting = [s for s in waiting if s not in made]
    return [*made, *waiting]
