"""The one environment of all our HTML: everything is escaped, a name that is not there is an error."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.resources import files

import jinja2

from twosource.formats.reasons import reasons
from twosource.formats.shown import Passage, chips, cut, one_line, without_copies
from twosource.formats.views import STATUS_WORDS
from twosource.formats.words import BASIS_WORDS, JUDGEMENT_WORDS, day_words, plural, published

DIFFERENCE_CONTEXT = 45
"""Characters shown on either side of a value in which reports differ."""
OURS = "twosource.formats"


def asset(package: str, name: str) -> str:
    """The text of a file in the assets of a package."""
    return files(package).joinpath("assets", name).read_text(encoding="utf-8")


@cache
def template(name: str, package: str = OURS) -> jinja2.Template:
    """A template of a package's assets; it may import those of the brief page, whatever its own package."""
    return _environment(package).get_template(name)


@cache
def _environment(package: str) -> jinja2.Environment:
    places = dict.fromkeys((package, OURS))
    environment = jinja2.Environment(
        autoescape=True,
        keep_trailing_newline=True,
        trim_blocks=True,
        lstrip_blocks=True,
        loader=jinja2.ChoiceLoader([jinja2.PackageLoader(place, "assets") for place in places]),
        undefined=jinja2.StrictUndefined,
    )
    environment.filters |= {
        "basis": BASIS_WORDS.__getitem__,
        "day": day_words,
        "chips": chips,
        "first_by_letter": _first_by_letter,
        "fragment": lambda text: text.replace(":", "-"),
        "head": lambda text: cut(text, DIFFERENCE_CONTEXT),
        "line": one_line,
        "plural": plural,
        "published": published,
        "reasons": reasons,
        "tail": lambda text: cut(text, DIFFERENCE_CONTEXT, keep_end=True),
        "without_copies": without_copies,
    }
    environment.globals["status_words"] = STATUS_WORDS
    environment.globals["judgement_words"] = JUDGEMENT_WORDS
    return environment


def _first_by_letter(passages: Iterable[Passage]) -> list[Passage]:
    """The first passage of each origin."""
    first: dict[str, Passage] = {}
    for passage in passages:
        first.setdefault(passage.letter, passage)
    return list(first.values())
