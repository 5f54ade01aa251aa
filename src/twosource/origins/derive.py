"""Origins of any number of articles, without pairing each with every other."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.model import Article, Derivation, Origin, Page
from twosource.origins.agency import agency_links
from twosource.origins.candidates import candidates
from twosource.origins.forest import compare, grow
from twosource.origins.reports import in_order


def derivations(
    pages: Sequence[Page], articles: Sequence[Article]
) -> tuple[tuple[Origin, ...], tuple[Derivation, ...]]:
    """The origins of `articles`, and for each article its origin and the article it follows, if any.

    Derivations keep the order of `articles`; the result does not depend on it otherwise.
    """
    reports = in_order(pages, articles)
    by_text = compare(reports, candidates(reports.sketches)).links
    by_agency = agency_links(reports, {link.child for link in by_text})
    origins, derived = grow(reports, [*by_text, *by_agency])
    by_article = {d.article: d for d in derived}
    return origins, tuple(by_article[a.id] for a in articles)
