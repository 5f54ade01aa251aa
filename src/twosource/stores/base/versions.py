"""At which addresses articles stood, and when each was seen there: what tells the versions of one page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """An article was seen at an address (the key that all addresses of its page share) at a time, ISO 8601 or None."""

    article: str
    address: str
    retrieved: str | None


class VersionWriter(Protocol):
    """Keeps sightings."""

    def note_sightings(self, sightings: Sequence[Sighting]) -> None:
        """Keeps when articles, which are kept, were seen; what is known already changes nothing."""
        ...

    def note_seen_again(self, seen: Mapping[str, str]) -> None:
        """Keeps when articles were seen once more (article to ISO 8601) where they stood; others are passed over."""
        ...


class VersionView(Protocol):
    """Reads sightings."""

    def sightings(self, articles: Iterable[str]) -> list[Sighting]:
        """Those of these articles, in the order asked for and then of time; none of articles without an address."""
        ...

    def articles_at(self, addresses: Iterable[str]) -> list[str]:
        """The articles that were seen at these addresses, each once, in the order of their arrival."""
        ...
