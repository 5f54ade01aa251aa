"""Sightings in memory."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from twosource.stores.base.versions import Sighting


@dataclass(slots=True)
class Sightings:
    """What was seen where, in the order of arrival."""

    kept: dict[Sighting, None] = field(default_factory=dict)

    def copy(self) -> Sightings:
        """What is kept now, whatever is added later."""
        return Sightings(dict(self.kept))

    def restore(self, before: Sightings) -> None:
        """Makes it what it was."""
        self.kept = before.kept


class MemoryVersionWriter:
    """See `VersionWriter`."""

    _sightings: Sightings

    def note_sightings(self, sightings: Sequence[Sighting]) -> None:
        """See `VersionWriter.note_sightings`."""
        self._sightings.kept.update(dict.fromkeys(sightings))

    def note_seen_again(self, seen: Mapping[str, str]) -> None:
        """See `VersionWriter.note_seen_again`."""
        known = {s.article: s.address for s in self._sightings.kept}
        again = [Sighting(article=a, address=known[a], retrieved=at) for a, at in seen.items() if a in known]
        self._sightings.kept.update(dict.fromkeys(again))


class MemoryVersionView:
    """See `VersionView`."""

    _sightings: Sightings

    def sightings(self, articles: Iterable[str]) -> list[Sighting]:
        """See `VersionView.sightings`."""
        by_article: dict[str, list[Sighting]] = {}
        for seen in self._sightings.kept:
            by_article.setdefault(seen.article, []).append(seen)
        return [s for a in articles for s in sorted(by_article.get(a, ()), key=lambda s: s.retrieved or "")]

    def articles_at(self, addresses: Iterable[str]) -> list[str]:
        """See `VersionView.articles_at`."""
        wanted = set(addresses)
        return list(dict.fromkeys(s.article for s in self._sightings.kept if s.address in wanted))
