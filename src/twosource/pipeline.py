"""Runs the table of steps: one capture to a reading, readings to a record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial

from twosource.articles import find_article
from twosource.codec import dump, record_json
from twosource.judgements import bearing, judge_dates
from twosource.model import Judgement, Place, Published, Reading, Record, Selector, Stamp, Story, content_id
from twosource.nlp import DEFAULT_ANALYZER, load_analyzer
from twosource.nlp.base import Analyzer, TopReader
from twosource.pages import Capture, input_id_of, make_page
from twosource.steps import ARTICLE_STEPS, RECORD_STEPS, Step, load
from twosource.stories import cluster, dates_from_story
from twosource.versions import Chain, History, chains, histories, own_reading, settle, silenced, with_address

ANALYSED_LANGUAGE = "en"
_OTHER_LANGUAGE = "{}: it is written in another language ({}): only English is analysed, so what it says is left out"


@cache
def _analyzer(name: str) -> Analyzer:
    return load_analyzer(name)


def read_article(capture: Capture) -> Reading:
    """The page and the article of a capture, nothing analysed. Raises InputError."""
    page = make_page(capture)
    return with_address(Reading(page=page, article=find_article(page), warnings=capture.notes))


def read_capture(capture: Capture, analyzer: str = DEFAULT_ANALYZER) -> Reading:
    """Everything found in one capture alone. Raises InputError."""
    return analyse(read_article(capture), analyzer)


def read_to_sort(capture: Capture, analyzer: str = DEFAULT_ANALYZER) -> Reading:
    """The page and the article, and of its language only what tells stories apart. Raises InputError."""
    return with_top(read_article(capture), analyzer)


def read_and_sort(capture: Capture, analyzer: str = DEFAULT_ANALYZER) -> Reading:
    """As `read_capture`, and what tells stories apart. Raises InputError."""
    return with_top(read_capture(capture, analyzer), analyzer)


def with_top(reading: Reading, analyzer: str) -> Reading:
    """The reading with the vector of its top, where the analyzer can tell it and the language is English."""
    reader = _analyzer(analyzer)
    if not isinstance(reader, TopReader) or reading.article.language not in (ANALYSED_LANGUAGE, "und"):
        return reading
    return replace(reading, top=reader.top_vector(reading.page, reading.article))


def analyse(reading: Reading, analyzer: str) -> Reading:
    """The reading with its language analysed and all steps for one article run; other languages are only labelled."""
    language = reading.article.language
    if language not in (ANALYSED_LANGUAGE, "und"):
        other = _OTHER_LANGUAGE.format(reading.page.location, language)
        return replace(reading, warnings=(*reading.warnings, other))
    return _run_article_steps(replace(reading, analysis=_analyzer(analyzer).analyze(reading.page, reading.article)))


def _run_article_steps(reading: Reading) -> Reading:
    for step in ARTICLE_STEPS:
        reading = load(step.run)(reading)
    return reading


def redate(reading: Reading, published: Published | None) -> Reading:
    """The reading with another date published (None: not known), and everything that rests on it found again.

    A reading out of a store has no analysis to find it in: it keeps what was found without the date.
    """
    article = replace(reading.article, published=published)
    if reading.analysis is None:
        return replace(reading, article=article)
    fresh = Reading(page=reading.page, article=article, analysis=reading.analysis, warnings=reading.warnings)
    return own_reading(_run_article_steps(fresh))


def redate_anew(reading: Reading, published: Published | None, analyzer: str) -> Reading:
    """As `redate`, for a reading out of a store too: its language is analysed again."""
    analysis = reading.analysis
    if analysis is None and reading.article.language in (ANALYSED_LANGUAGE, "und"):
        analysis = _analyzer(analyzer).analyze(reading.page, reading.article)
    return replace(redate(replace(reading, analysis=analysis), published), top=reading.top)


_SAMPLE = (
    "The mayor of Nairobi, Ann Roe, said on Tuesday that two people were hurt when a hall burned down.\n\n"
    '"We know what they need," she told reporters, and the police arrested a man in the city a day after.\n'
)


def sample(media_type: str | None) -> Capture:
    """A short invented report with something for each step to find, as text or as HTML."""
    html = media_type not in (None, "text/plain")
    page = "<article><h1>A fire</h1><p>" + _SAMPLE.replace("\n\n", "</p><p>") + "</p></article>" if html else _SAMPLE
    return Capture(location="a sample", raw=page.encode(), media_type=media_type)


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
    time does.

    `length`: the most statements that the brief of one story has, a dozen where it is None. `judgements`: what people
    decided, in the order of the history; those that do not speak of these readings are passed over.
    """
    settings: dict[str, object] = {} if length is None else {"length": length}
    given = list(readings)
    by_location = sorted(given, key=lambda r: (r.page.location, r.article.id), reverse=True)
    ordered = list({r.article.id: r for r in by_location}.values())[::-1]
    judgements = bearing(judgements, (r.page.id for r in ordered), (r.article.id for r in ordered))
    if judgements:
        settings["judgements"] = judgements
    ordered, judged = judge_dates(ordered, judgements, partial(redate_anew, analyzer=analyzer))
    held = chains(ordered, given, in_order=in_order)
    groups = [held] if one_story and held else _by_story(held)
    settled = [_settled(group, number, analyzer) for number, group in enumerate(groups)]
    dated = [readings for readings, _ in settled]
    record = replace(_join([r for group in dated for r in group]), stories=tuple(map(_bare_story, dated)))
    record = replace(record, judgements=judged)
    taken = {**settings, "changed": [one for _, changed in settled for one in changed]}
    for step in _record_steps(settings):
        record = load(step.run)(record, **{k: v for k, v in taken.items() if k in step.takes})
    told = {**settings, "judgements": len(judgements)} if judgements else settings
    return replace(record, made_by=stamps(analyzer, joint=told))


def read_record(capture: Capture, analyzer: str) -> Record:
    """The record of one capture alone: what `twosource read` writes as a line."""
    return single(read_capture(capture, analyzer), analyzer)


def read_line(capture: Capture, analyzer: str) -> tuple[str, tuple[str, ...]]:
    """The record of one capture as a line of JSON, with the id that the input itself had; and its warnings."""
    record = read_record(capture, analyzer)
    return dump(record_json(record, input_id=input_id_of(capture))) + "\n", record.warnings


@dataclass(frozen=True, slots=True)
class Placement:
    """The story that an article is of in the end, and those it was of before others came that joined or split them."""

    story: str
    was: tuple[str, ...] = ()
    """The first one first."""


def assign_stories(readings: Iterable[Reading]) -> dict[str, Placement]:
    """Article id to its place; the order of the readings is their order of arrival."""
    placed: dict[str, Placement] = {}
    for article, story in cluster((r.article.id, article_text(r), published_day(r), r.top) for r in readings):
        before = placed.setdefault(article, Placement(story))
        if before.story != story:
            placed[article] = Placement(story, (*before.was, before.story))
    return placed


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


def article_text(reading: Reading) -> str:
    """The words of an article without its residue: headline and body, one block a line."""
    kept = {"headline", "lead", "body", "subhead", "list", "blockquote"}
    return "\n".join(reading.page.text[b.start : b.end] for b in reading.article.blocks if b.role in kept)


def published_day(reading: Reading) -> str | None:
    """The ISO day on which the article was published, if it is known to the day."""
    published = reading.article.published
    return published.value[:10] if published and len(published.value) >= len("2024-01-01") else None


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
