"""Sentences of the brief are made of the reports' own words; this is how they are fitted in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from twosource.model import Article, Origin, Page, Record

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_STOPPED = re.compile(r"\.”(?=;| \()")
"""A full stop in a quotation after which the sentence goes on."""
MOST_NAMES = 4
"""Reports that are named in a list; of more the first three and how many more there are."""


def number_word(number: int) -> str:
    """The number in words up to twelve, then in figures."""
    return _NUMBERS[number] if 0 <= number < len(_NUMBERS) else str(number)


def sentence(*parts: str) -> str:
    """The parts in one line with one full stop at the end, inside a quotation mark where one closes it."""
    flat = _STOPPED.sub("”", " ".join(parts))
    if not flat.endswith("”"):
        return flat if flat.endswith("…") else flat.rstrip(".") + "."
    return flat if flat.rstrip("”’'")[-1:] in (".", "!", "?", "…") else f"{flat[:-1]}.”"


def report_name(article: Article, page: Page) -> str:
    """How a reader knows the report: its outlet, the agency it credits, or else its file."""
    if article.outlet or page.given.outlet:
        return article.outlet or page.given.outlet or ""
    if article.wires:
        return article.wires[0].name
    return page.location.rstrip("/").rsplit("/", 1)[-1] or page.location


def origin_names(record: Record, origins: Sequence[str]) -> str:
    """How a reader knows these origins: an agency whose text several reports carry by its name, others by a report."""
    pages = {p.id: p for p in record.pages}
    articles = {a.id: a for a in record.articles}
    wanted = set(origins)
    return named(_origin_name(o, articles, pages) for o in record.origins if o.id in wanted)


def origin_name(record: Record, origin: str) -> str:
    """How a reader knows the origin with that id."""
    return origin_names(record, [origin])


def _origin_name(origin: Origin, articles: Mapping[str, Article], pages: Mapping[str, Page]) -> str:
    first = articles[origin.articles[0]]
    wire = origin.wires[0] if len(origin.articles) > 1 and origin.wires else None
    return wire or report_name(first, pages[first.page])


def report_names(record: Record, articles: Sequence[str]) -> str:
    """The names of these reports, each once, as a list: "A", "A and B", "A, B and two more"."""
    pages = {p.id: p for p in record.pages}
    wanted = set(articles)
    return listing(shortened({report_name(a, pages[a.page]) for a in record.articles if a.id in wanted}))


def named(names: Iterable[str]) -> str:
    """Names of origins as a list; of one outlet that has several it says how many: "A and two of B"."""
    return listing(counted_names(names))


def counted_names(names: Iterable[str]) -> list[str]:
    """The names in order, each once, and how many there are of one: "A", "two of B"."""
    found = sorted(Counter(names).items())
    return shortened(name if n == 1 else f"{number_word(n)} of {name}" for name, n in found)


def shortened(names: Iterable[str]) -> list[str]:
    """The names in order; of more than `MOST_NAMES` the first ones and the number of the others."""
    found = sorted(names)
    if len(found) <= MOST_NAMES:
        return found
    return [*found[: MOST_NAMES - 1], f"{number_word(len(found) - MOST_NAMES + 1)} more"]


def listing(names: Sequence[str]) -> str:
    """The names with commas and a last "and"."""
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
