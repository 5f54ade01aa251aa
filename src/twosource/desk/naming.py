"""What a person writes on a command line, as a proposal: a kind, ids of a story as it is now, a value."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from twosource.desk.works import as_people_see, record_of
from twosource.errors import UsageError
from twosource.judgements import proposals
from twosource.judgements.dates import span_of
from twosource.judgements.places import place_at, place_of
from twosource.judgements.proposals import Proposal
from twosource.model import Record, Span
from twosource.stores.base import Store, View
from twosource.vocab.gazetteer import spots

UNKNOWN = "unknown"
"""The value where nobody can tell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """What is to be judged: ids in a story, and what is decided of them; empty where nothing is given."""

    refs: Sequence[str]
    value: str = ""
    name: str = ""


def propose(store: Store, story: str, kind: str, named: Named) -> Proposal:
    """The proposal; raises UsageError where the story, the kind, an id or the value is not to be understood."""
    make = KINDS.get(kind)
    if make is None:
        raise UsageError(f"{kind}: no kind of judgement: take {', '.join(KINDS)}")
    if not named.refs:
        raise UsageError(f"{kind}: give the ids of what is judged; each form of the web desk ends with its id")
    with as_people_see(store).view() as view:
        rows = view.rows_in(story)
        if not rows:
            raise UsageError(f"{story}: there is no such story; its id ends the address of its page in the web desk")
        return make(record_of(view, rows), named, view)


def _one_actor(record: Record, named: Named, _: View) -> Proposal:
    return proposals.one_actor(record, named.refs, named.name or None)


def _another_actor(record: Record, named: Named, _: View) -> Proposal:
    actor = next((a for a in record.actors if a.id == named.refs[0]), None)
    if actor is None:
        raise UsageError(f"{named.refs[0]}: the story has no such actor")
    leaving = [one for one in proposals.called(record, actor) if one.article in named.refs or one.words == named.value]
    return proposals.another_actor(record, actor.id, leaving, named.name or None)


def _speaker(record: Record, named: Named, _: View) -> Proposal:
    value = named.value or named.name
    if not value:
        raise UsageError("speaker: say who with --is: the id of an actor, a name, or unknown")
    known = value if value.startswith("actor:") else None
    return proposals.speaker(record, named.refs[0], known, None if known or value == UNKNOWN else value)


def _date(record: Record, named: Named, _: View) -> Proposal:
    return proposals.date(record, named.refs[0], _span(named.value))


def _span(value: str) -> Span | None:
    """2031-05-05, 2031-05, 2031, two of them with a slash between; None for unknown."""
    if value == UNKNOWN:
        return None
    first, _, last = value.partition("/")
    one, other = span_of(first), span_of(last or first)
    if one is None or other is None:
        raise UsageError(f"{value or 'no date'}: 2031-05-05, 2031-05, 2031, two with a slash between, or unknown")
    return Span(earliest=one.earliest, latest=other.latest)


def _place(record: Record, named: Named, _: View) -> Proposal:
    """--is: unknown, LAT,LON under --name, or an id of the gazetteer that the place's name or --name has."""
    ref, value = named.refs[0], named.value
    if value == UNKNOWN:
        return proposals.place(record, ref, None)
    name = named.name or next((p.name for p in record.places if p.id == ref), "")
    lat, comma, lon = value.partition(",")
    if comma:
        return proposals.place(record, ref, place_at(name, lat, lon))
    found = next((s for s in spots(name) if s.id == value), None)
    if found is None:
        offered = ", ".join(f"{s.id} ({s.name}, {s.country}, {s.lat:.2f}, {s.lon:.2f})" for s in spots(name)[:8])
        raise UsageError(f"{value or 'no place'}: of this name ({name}) the gazetteer knows {offered or 'none'}")
    return proposals.place(record, ref, place_of(found))


def _wrong(record: Record, named: Named, _: View) -> Proposal:
    for verdict in ("apart", "agrees", "nothing"):
        if named.value == verdict:
            return proposals.wrong(record, named.refs[0], verdict)
    raise UsageError("wrong: say what is wrong with --is: apart, agrees or nothing")


def _one_story(record: Record, named: Named, view: View) -> Proposal:
    articles = [row.article for ref in named.refs for row in view.rows_in(ref)]
    return proposals.one_story([a.id for a in record.articles], articles)


def _own_story(record: Record, named: Named, _: View) -> Proposal:
    return proposals.own_story([a.id for a in record.articles], named.refs)


KINDS: Mapping[str, Callable[[Record, Named, View], Proposal]] = {
    "speaker": _speaker,
    "merge-actors": _one_actor,
    "split-actor": _another_actor,
    "date": _date,
    "place": _place,
    "wrong": _wrong,
    "merge-stories": _one_story,
    "split-story": _own_story,
}
"""The words of the command line for what can be judged."""
