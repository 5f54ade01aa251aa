"""One capture to a reading: its page, its article, and what the steps for one article find in it."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from twosource.articles import find_article
from twosource.model import Published, Reading
from twosource.nlp import DEFAULT_ANALYZER, load_analyzer
from twosource.nlp.base import Analyzer, TopReader
from twosource.pages import Capture, make_page
from twosource.steps import ARTICLE_STEPS, load
from twosource.versions import own_reading, with_address

ANALYSED_LANGUAGES = ("en", "und")
"""English, and what is too short to tell its language."""
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
    if not isinstance(reader, TopReader) or not _is_analysed(reading):
        return reading
    return replace(reading, top=reader.top_vector(reading.page, reading.article))


def analyse(reading: Reading, analyzer: str) -> Reading:
    """The reading with its language analysed and all steps for one article run; other languages are only labelled."""
    if not _is_analysed(reading):
        other = _OTHER_LANGUAGE.format(reading.page.location, reading.article.language)
        return replace(reading, warnings=(*reading.warnings, other))
    return _run_article_steps(replace(reading, analysis=_analyzer(analyzer).analyze(reading.page, reading.article)))


def _is_analysed(reading: Reading) -> bool:
    return reading.article.language in ANALYSED_LANGUAGES


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
    if analysis is None and _is_analysed(reading):
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
