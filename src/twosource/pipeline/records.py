"""Readings to a record: what their outlets say now, story by story, and what the steps for several articles find."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from twosource.codec import dump, record_json
from twosource.judgements import bearing, judge_dates
from twosource.model import Judgement, Place, Reading, Record, Selector, Stamp, Story, content_id
from twosource.nlp import DEFAULT_ANALYZER
from twosource.pages import Capture, input_id_of
from twosource.pipeline.placing import assign_stories, published_day
from twosource.pipeline.readings import read_capture, redate_anew
from twosource.steps import ARTICLE_STEPS, RECORD_STEPS, Step, load
from twosource.stories import dates_from_story
from twosource.versions import Chain, History, chains, histories, settle, silenced


def stamps(analyzer: str, *, joint: Mapping[str, object] | None = None) -> tuple[Stamp, ...]:
    """Which steps made a record, and with which settings; `joint`: those of the steps for several articles."""
    first = (Stamp(step="articles", version="1"), Stamp(step="language", version="1", settings=analyzer))
    given = joint or {}
    table = ARTICLE_STEPS if joint is None else ARTICLE_STEPS + _record_steps(given)
    return first + tuple(step.stamp(", ".join(f"{k}={given[k]}" for k in step.takes if k in given)) for step in table)


def _record_steps(given: Mapping[str, object]) -> tuple[Step, ...]:
    """The steps for several articles; those that apply judgements only where some are given."""
    return tuple(step for step in RECORD_STEPS if "judgements" not in step.takes or "judgements" in given)


def single(reading: Reading, analyzer: str = DEFAULT_ANALYZER) -> Record:
    """The record of one article alone, as `twosource read` writes it."""
    return replace(_join([reading]), made_by=stamps(analyzer))


def read_record(capture: Capture, analyzer: str) -> Record:
    """The record of one capture alone: what `twosource read` writes as a line."""
    return single(read_capture(capture, analyzer), analyzer)


def read_line(capture: Capture, analyzer: str) -> tuple[str, tuple[str, ...]]:
    """The record of one capture as a line of JSON, with the id that the input itself had; and its warnings."""
    record = read_record(capture, analyzer)
    return dump(record_json(record, input_id=input_id_of(capture))) + "\n", record.warnings


def combine(
    readings: Iterable[Reading],
    *,
    one_story: bool,
    analyzer: str = DEFAULT_ANALYZER,
    length: int | None = None,
    judgements: Sequence[Judgement] = (),
    in_order: bool = False,
) -> Record:
    """One record of all readings; their order does not matter, and a reading given twice counts once.

    `in_order`: they come in the order of their arrival, which tells which version of a page is the later one where no
    time does. `length`: the most statements that the brief of one story has, a dozen where it is None. `judgements`:
    what people decided, in the order of the history; those that do not speak of these readings are passed over.
    """
    given = list(readings)
    ordered = _in_order(given)
    judgements = bearing(judgements, (r.page.id for r in ordered), (r.article.id for r in ordered))
    settings: dict[str, object] = {} if length is None else {"length": length}
    settings |= {"judgements": judgements} if judgements else {}
    ordered, judged = judge_dates(ordered, judgements, partial(redate_anew, analyzer=analyzer))
    held = chains(ordered, given, in_order=in_order)
    groups = [held] if one_story and held else _by_story(held)
    settled = [_settled(group, number, analyzer) for number, group in enumerate(groups)]
    record = replace(_joined([group for group, _ in settled]), judgements=judged)
    taken = {**settings, "changed": [one for _, changed in settled for one in changed]}
    for step in _record_steps(settings):
        record = load(step.run)(record, **{k: v for k, v in taken.items() if k in step.takes})
    told = {**settings, "judgements": len(judgements)} if judgements else settings
    return replace(record, made_by=stamps(analyzer, joint=told))


def _in_order(readings: Sequence[Reading]) -> list[Reading]:
    """Each article once, in the order of where it came from; of its captures the one that sorts first by that."""
    by_location = sorted(readings, key=lambda r: (r.page.location, r.article.id), reverse=True)
    return list({r.article.id: r for r in by_location}.values())[::-1]


def _joined(groups: Sequence[Sequence[Reading]]) -> Record:
    """All that was found in the readings of each story alone, and the stories."""
    return replace(_join([r for group in groups for r in group]), stories=tuple(map(_bare_story, groups)))


def _by_story(held: Sequence[Chain]) -> list[list[Chain]]:
    """The versions of an article stay in one story: that of what stands now."""
    placed = assign_stories(chain.fullest for chain in held)
    groups: dict[str, list[Chain]] = {}
    for chain in held:
        groups.setdefault(placed[chain.fullest.article.id].story, []).append(chain)
    return list(groups.values())


def _settled(group: Sequence[Chain], number: int, analyzer: str) -> tuple[list[Reading], list[History]]:
    """What the outlets of a story, which has this number, say now, and what they changed.

    Where all withdrew it, their reports without what they said.
    """
    standing = [c.last for c in group if not c.withdrawn]
    dated = _date_undated(standing or [c.last for c in group], analyzer)
    changed = histories(replace(c, story=number) for c in group)
    return settle(dated if standing else list(map(silenced, dated)), changed)


def _date_undated(group: list[Reading], analyzer: str) -> list[Reading]:
    """The group with dates for those that have none; "on Tuesday" in them is found again, by that date."""
    dates = dates_from_story(group)
    return [redate_anew(r, dates[r.article.id], analyzer) if r.article.id in dates else r for r in group]


def _bare_story(group: Sequence[Reading]) -> Story:
    first = group[0]
    days = sorted(day for r in group if (day := published_day(r)))
    ids = tuple(r.article.id for r in group)
    return Story(
        id=content_id("story", *sorted(ids)),
        headline=_headline(first),
        articles=ids,
        first=days[0] if days else None,
        last=days[-1] if days else None,
    )


def _headline(reading: Reading) -> Selector:
    block = reading.article.blocks[0]
    return reading.article.headline or Selector.of(reading.page, block.start, block.end)


def _join(readings: Sequence[Reading]) -> Record:
    return Record(
        pages=tuple({r.page.id: r.page for r in readings}.values()),
        articles=tuple(r.article for r in readings),
        actors=tuple(x for r in readings for x in r.actors),
        quotes=tuple(x for r in readings for x in r.quotes),
        times=tuple(x for r in readings for x in r.times),
        places=_join_places(x for r in readings for x in r.places),
        quantities=tuple(x for r in readings for x in r.quantities),
        events=tuple(x for r in readings for x in r.events),
        claims=tuple(x for r in readings for x in r.claims),
        warnings=tuple(x for r in readings for x in r.warnings),
    )


def _join_places(places: Iterable[Place]) -> tuple[Place, ...]:
    joined: dict[str, Place] = {}
    for place in places:
        known = joined.get(place.id)
        joined[place.id] = replace(known, mentions=known.mentions + place.mentions) if known else place
    return tuple(joined.values())
