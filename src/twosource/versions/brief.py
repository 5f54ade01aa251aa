"""The sentences of the brief on reports that were changed, corrected or withdrawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from twosource.model import Record, Statement, Story
from twosource.versions.effects import Effects
from twosource.versions.revisions import NOTICED
from twosource.versions.telling import moved_words, name_of, quoted, withdrawn_words
from twosource.versions.told import History, Moved, Withdrawn

SHARE = 1 / 4
"""Part of a brief for changes."""
TOP = 600
"""Characters of a page above which a sentence that was taken out without a word of it is worth a reader's time."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A statement, and its rank among those on changes: what a notice speaks of first, then what stands higher up."""

    rank: tuple[bool, int]
    statement: Statement


def with_statements(record: Record, effects: Effects, told: Sequence[History], length: int) -> Record:
    """The record with what its brief says of changes; no story has more than `length` statements by it."""
    page_of = {a.id: a.page for a in record.articles}
    made: list[Statement] = []
    for story in record.stories:
        pages = {page_of[a] for a in story.articles}
        own = [s for s in record.brief if s.selectors and s.selectors[0].page in pages]
        found = sorted(_ranked(story, own, effects, told), key=lambda r: r.rank)
        made += _placed(own, [r.statement for r in found[: max(1, round(length * SHARE))]], record, length)
    return replace(record, brief=tuple(made))


def _ranked(story: Story, own: Sequence[Statement], effects: Effects, told: Sequence[History]) -> Iterator[Ranked]:
    """All that is to be told of one story."""
    names = {r.article.id: name_of(h.chain.last) for h in told for r in h.chain.readings}
    held = set(story.articles)
    for moved, finding in _once(effects.of_moved):
        article = moved.sentences[-1].reading.article.id
        if article in held:
            yield _of_moved(moved, finding, names[article], own)
    seen: set[str] = set()
    for withdrawn, finding in sorted(effects.of_withdrawn, key=lambda pair: pair[0].sentence.start):
        article, step = withdrawn.sentence.reading.article.id, withdrawn.step
        weighs = withdrawn.noticed or (withdrawn.alone and withdrawn.sentence.start < TOP)
        if article in held and step.id not in seen and weighs:
            seen.add(step.id if step.kind == "retracted" else "")
            yield _of_withdrawn(withdrawn, finding, names[article])


def _of_moved(moved: Moved, finding: str, name: str, own: Sequence[Statement]) -> Ranked:
    """Without its sentence where the brief quotes that already."""
    sentence = quoted(moved.sentences[-1].at)[1:-1].rstrip(".")
    text = moved_words(moved, name, whole=not any(sentence in s.text for s in own))
    at = dict.fromkeys((*moved.wordings, moved.now, *moved.copied, *moved.step.notices))
    statement = Statement(text=text, finding=finding, selectors=tuple(at))
    return Ranked((not moved.noticed, moved.now.start), statement)


def _of_withdrawn(withdrawn: Withdrawn, finding: str, name: str) -> Ranked:
    at = (withdrawn.sentence.at, *withdrawn.step.notices)
    statement = Statement(text=withdrawn_words(withdrawn, name), finding=finding, selectors=at)
    return Ranked((withdrawn.step.kind not in NOTICED, withdrawn.sentence.start), statement)


def _once(found: Sequence[tuple[Moved, str]]) -> list[tuple[Moved, str]]:
    """One of the changes of the same words in one step: that in a sentence, not that in the headline."""
    first: dict[tuple[str, ...], tuple[Moved, str]] = {}
    for moved, finding in sorted(found, key=lambda pair: pair[0].sentences[-1].role == "headline"):
        words = (at.exact.casefold() for at in (*moved.before, moved.now))
        first.setdefault((moved.step.id, *words), (moved, finding))
    return list(first.values())


def _placed(own: Sequence[Statement], found: Sequence[Statement], record: Record, length: int) -> list[Statement]:
    """Each new statement behind the one on the same finding, or else behind what several origins report."""
    light = {f.id for f in record.findings if f.status == "single_origin"}
    kept = _shortened(own, light, length - len(found))
    made: list[Statement] = []
    waiting = list(found)
    for statement in kept:
        if statement.finding is None or statement.finding in light:
            made += waiting
            waiting = []
        made.append(statement)
        made += [s for s in waiting if s.finding == statement.finding]
        waiting = [s for s in waiting if s.finding != statement.finding]
    return [*made, *waiting]


def _shortened(own: Sequence[Statement], light: set[str], length: int) -> list[Statement]:
    """As many of the statements, without the last ones on what a single origin reports."""
    too_many = max(0, len(own) - length)
    last = [n for n, s in enumerate(own) if s.finding in light][::-1][:too_many]
    return [s for n, s in enumerate(own) if n not in last]
