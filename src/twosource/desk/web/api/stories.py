"""Questions about stories: the list, one record, its findings, one of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from twosource.codec import record_json
from twosource.desk.export import named
from twosource.desk.judged import Whole
from twosource.desk.web.api.desk import Desk, Given, part, search_of, skipped
from twosource.desk.web.api.problems import NotThere
from twosource.desk.web.api.shapes import Count, FindingList, FindingOf, OriginOf, PassageOf, StoryHead, StoryList
from twosource.desk.web.heads import Head, known_heads
from twosource.desk.web.story import DeskStory, story_path
from twosource.formats.shown import Passage
from twosource.model import Finding
from twosource.stores.base import Search, StoryRow, View

FIRST_FOUND = 1000
"""Reports, the first that a search finds, whose stories are listed: 20 ms; whoever wants more narrows the search."""


def stories(desk: Desk, given: Given) -> StoryList:
    """The stories, or those with reports that agree with a search; nothing is worked out for it."""
    search, skip, size = search_of(given), skipped(given), given["size"]
    with desk.view() as view:
        if search == Search():
            count, more, rows = view.counts().stories, False, view.stories(skip, size)
        else:
            found, more = _found(view, search)
            count, rows = len(found), _rows(view, found[skip : skip + size])
        heads = known_heads(view, rows)
    return StoryList(part=part("/api/stories", given, count, more=more), stories=tuple(map(_head, heads)))


def _found(view: View, search: Search) -> tuple[list[str], bool]:
    """The stories of the first reports found, and whether more reports were."""
    found = view.find(search, FIRST_FOUND)
    of = dict.fromkeys(row.story for row in view.rows_of(found.articles) if row.story)
    return list(of), found.count > len(found.articles)


def _rows(view: View, stories: Iterable[str]) -> list[StoryRow]:
    return [Whole(story, tuple(view.rows_in(story))).row for story in stories]


def _head(head: Head) -> StoryHead:
    return StoryHead(
        id=head.story,
        headline=head.headline,
        reports=head.reports,
        outlets=head.outlets,
        first=head.since or head.day,
        last=head.day,
        where=head.where or None,
        origins=head.origins or None,
        counts=tuple(Count(status=count.status, findings=count.count) for count in head.counts),
    )


def story(desk: Desk, given: Given) -> dict[str, Any]:
    """The record of a story, or those of its parts that are asked for."""
    id_, shown = desk.story(given)
    record = record_json(named(shown.view.record, id_))
    wanted = given["parts"]
    return {k: v for k, v in record.items() if k in ("format", *wanted)} if wanted else record


def findings(desk: Desk, given: Given) -> FindingList:
    """The findings of a story with all that they rest on."""
    id_, shown = desk.story(given)
    found = [f for f in shown.finding_by_id.values() if given["status"] in (None, f.status)]
    chosen = found[skipped(given) :][: given["size"]]
    path = f"/api{story_path(id_).replace('/story/', '/stories/', 1)}/findings"
    return FindingList(part=part(path, given, len(found)), findings=tuple(_finding(shown, f) for f in chosen))


def finding(desk: Desk, given: Given) -> FindingOf:
    """One finding with all that it rests on."""
    _, shown = desk.story(given)
    found = shown.finding_by_id.get(given["finding"])
    if found is None:
        raise NotThere(
            "This story has no such finding any more: as reports come, findings change. Ask for its findings."
        )
    return _finding(shown, found)


def _finding(shown: DeskStory, finding: Finding) -> FindingOf:
    passages = shown.view.claims_of(finding)
    return FindingOf(
        finding=finding,
        words=shown.view.passage(finding.text).exact,
        passages=tuple(map(_passage, passages)),
        origins=tuple(_origins(shown, passages)),
        judged=shown.judged_of(finding.id),
    )


def _passage(passage: Passage) -> PassageOf:
    report, day = passage.report, passage.report.article.published
    return PassageOf(
        label=passage.label,
        letter=passage.letter,
        article=report.article.id,
        outlet=report.outlet,
        headline=report.headline,
        published=day.value if day else None,
        before=passage.before,
        selector=passage.selector,
        after=passage.after,
    )


def _origins(shown: DeskStory, passages: Sequence[Passage]) -> Iterable[OriginOf]:
    letters = {passage.letter for passage in passages}
    for view in shown.view.origins:
        if view.letter in letters:
            origin = view.origin
            yield OriginOf(
                letter=view.letter,
                id=origin.id,
                wires=origin.wires,
                independence=origin.independence,
                articles=origin.articles,
            )
