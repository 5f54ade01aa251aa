"""What narrows a search: what its results have in common, each as a link; what was asked, each as a link without it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from twosource.desk.web.asked import changed, country_name, said, search_path
from twosource.stores.base import Facet, Known, Search, Tally
from twosource.stores.base.facets import FacetKind, name_words

CHOICES = 8
"""Facets of a kind that are offered."""
HEADINGS: Mapping[FacetKind, str] = {
    "speaker": "Who is quoted",
    "place": "Places",
    "type": "What happens",
    "outlet": "Outlets",
}


VERBS: Mapping[FacetKind, str] = {"speaker": "quotes ", "place": "names "}


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A link to another search: its words, the address, how many of those counted it would leave."""

    words: str
    href: str
    count: int = 0


def dropped(search: Search) -> list[Choice]:
    """What is asked, each with the address of the search without it."""
    return [Choice(words=words, href=search_path(changed(search, field, ""))) for field, words in said(search)]


def choices(search: Search, tally: Tally) -> Iterator[tuple[str, list[Choice]]]:
    """What would narrow the search, under its headings; not what all results have, nor what is asked already."""
    for kind, heading in HEADINGS.items():
        new = [known for known in tally.facets[kind] if known.articles < tally.of and not getattr(search, kind)]
        if new:
            yield heading, [_choice(search, kind, known) for known in new]


def _choice(search: Search, kind: FacetKind, known: Known) -> Choice:
    narrower = changed(search, kind, shown(known))
    words = known.name.lower() if kind == "type" else shown(known)
    return Choice(words=words, href=search_path(narrower), count=known.articles)


def shown(facet: Facet | Known) -> str:
    """The name of a facet, of a place with its country."""
    country = country_name(facet.country) if facet.kind == "place" else ""
    return f"{facet.name}, {country}" if country and country != facet.name else facet.name


def agreeing(search: Search, facets: Iterable[Facet]) -> Iterator[Facet]:
    """The facets of an article because of which it agrees with a search; its outlet stands above it anyway."""
    asked: dict[FacetKind, set[str]] = {
        kind: set(name_words(words)) for kind, words in search.named() if kind != "outlet"
    }
    for facet in facets:
        wanted = asked.get(facet.kind)
        if (wanted and wanted <= set(facet.searched.split())) or (facet.kind, facet.name) == ("type", search.type):
            yield facet


def reason(facet: Facet) -> str:
    """What a facet says of an article, and how often it stands in it."""
    verb = VERBS.get(facet.kind, "")
    name = shown(facet) if verb else facet.name.lower()
    return f"{verb}{name}{f', {facet.times} times' if facet.times > 1 else ''}"
