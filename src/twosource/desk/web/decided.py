"""What a person chose in a form, as a proposal; raises UsageError where it is not to be understood."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from urllib.parse import unquote

from starlette.datastructures import QueryParams

from twosource.desk.web.forms import field
from twosource.desk.web.story import DeskStory
from twosource.desk.web.subjects import Subject
from twosource.errors import UsageError
from twosource.judgements import proposals
from twosource.judgements.dates import span_of
from twosource.judgements.places import place_at, place_of
from twosource.judgements.proposals import Proposal
from twosource.model import JudgementKind, Span
from twosource.stores.base import View
from twosource.vocab.gazetteer import spots

UNKNOWN = "unknown"
"""What is chosen where nobody can tell."""
LONGEST = 200
"""Characters of a name that is typed in."""
Decide = Callable[[DeskStory, Subject, QueryParams, View], Proposal]


def decided(story: DeskStory, asked: Subject, form: QueryParams, view: View) -> Proposal:
    """The proposal in a form about this subject."""
    kind = field(form, "kind")
    for known in asked.kinds:
        if kind == known:
            return DECIDE[known](story, asked, form, view)
    raise UsageError("this form decides nothing that can be decided here: load the page again")


def _speaker(story: DeskStory, asked: Subject, form: QueryParams, _: View) -> Proposal:
    name, actor = _name(form), field(form, "actor")
    if not name and not actor:
        raise UsageError("who said it? Choose somebody, or give a name")
    chosen = None if name or actor == UNKNOWN else actor
    return proposals.speaker(story.view.record, asked.ref, chosen, name)


def _merge_actors(story: DeskStory, asked: Subject, form: QueryParams, _: View) -> Proposal:
    actor = field(form, "actor")
    if not actor:
        raise UsageError("who else is it? Choose somebody")
    return proposals.one_actor(story.view.record, [asked.ref, actor], _name(form))


def _split_actor(story: DeskStory, asked: Subject, form: QueryParams, _: View) -> Proposal:
    chosen = set(form.getlist("called"))
    leaving = [one for n, (one, _) in enumerate(asked.called) if str(n) in chosen]
    return proposals.another_actor(story.view.record, asked.ref, leaving, _name(form))


def _wrong(story: DeskStory, asked: Subject, form: QueryParams, _: View) -> Proposal:
    verdict = next((v for v in asked.verdicts if v == field(form, "verdict")), None)
    if verdict is None:
        raise UsageError("what is wrong with it? Choose one")
    return proposals.wrong(story.view.record, asked.ref, verdict)


def _date(story: DeskStory, asked: Subject, form: QueryParams, _: View) -> Proposal:
    return proposals.date(story.view.record, asked.ref, span_between(field(form, "first"), field(form, "last")))


def span_between(first: str, last: str) -> Span | None:
    """From the first day of one date to the last of another (or of the same); None where neither is given."""
    if not first and not last:
        return None
    spans = [span_of(value) for value in (first or last, last or first)]
    one, other = spans
    if one is None or other is None:
        raise UsageError(f"{first if one is None else last}: a date is wanted: 2031-05-05, 2031-05 or 2031")
    return Span(earliest=one.earliest, latest=other.latest)


def _place(story: DeskStory, asked: Subject, form: QueryParams, _: View) -> Proposal:
    spot, called = field(form, "spot"), field(form, "called")[:LONGEST] or asked.place
    if spot == UNKNOWN:
        return proposals.place(story.view.record, asked.ref, None)
    if spot == "point":
        point = place_at(called, field(form, "lat"), field(form, "lon"))
        return proposals.place(story.view.record, asked.ref, point)
    found = next((s for s in spots(field(form, "looked")[:LONGEST]) if s.id == spot), None)
    if found is None:
        raise UsageError("where is it? Choose a place, give a point on the map, or say that nobody can tell")
    return proposals.place(story.view.record, asked.ref, place_of(found))


def _merge_stories(story: DeskStory, _: Subject, form: QueryParams, view: View) -> Proposal:
    given = field(form, "story")
    other = unquote(given.rpartition("/story/")[2].partition("/")[0].partition("#")[0].partition("?")[0])
    articles = [row.article for row in view.rows_in(other)]
    if not articles:
        raise UsageError(f"{given or 'no story'}: give the address of another story of this desk, or choose one")
    return proposals.one_story([r.article.id for r in story.view.reports], articles)


def _split_story(story: DeskStory, _: Subject, form: QueryParams, view: View) -> Proposal:
    return proposals.own_story([r.article.id for r in story.view.reports], form.getlist("report"))


DECIDE: Mapping[JudgementKind, Decide] = {
    "speaker": _speaker,
    "merge_actors": _merge_actors,
    "split_actor": _split_actor,
    "wrong": _wrong,
    "date": _date,
    "place": _place,
    "merge_stories": _merge_stories,
    "split_story": _split_story,
}


def _name(form: QueryParams) -> str | None:
    return " ".join(field(form, "name").split())[:LONGEST] or None
