"""A record seen through the names of its reports: passages to offsets, ids to records, selectors to overlaps."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePath
from typing import Any, NamedTuple

Json = dict[str, Any]


class Range(NamedTuple):
    """Code points of a page's text, end exclusive."""

    start: int
    end: int

    def shared(self, other: Range) -> int:
        """How many code points both cover."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    @property
    def length(self) -> int:
        """How many code points it covers."""
        return self.end - self.start


def range_of(selector: Json) -> Range:
    """The range of anything with a start and an end."""
    return Range(selector["start"], selector["end"])


def fold(text: str) -> str:
    """Fold white space to single spaces and letters to one case."""
    return " ".join(text.split()).casefold()


@dataclass(frozen=True)
class View:
    """A record as `brief --one-story --format json` writes it, to be asked by the names of the reports' files."""

    record: Json

    @cached_property
    def pages(self) -> dict[str, Json]:
        """Report name to page."""
        return {PurePath(page["location"]).name: page for page in self.record["pages"]}

    @cached_property
    def reports(self) -> dict[str, str]:
        """Page id to report name."""
        return {page["id"]: report for report, page in self.pages.items()}

    @cached_property
    def articles(self) -> dict[str, Json]:
        """Report name to article."""
        return {self.reports[article["page"]]: article for article in self.record["articles"]}

    @cached_property
    def report_of(self) -> dict[str, str]:
        """Article id to report name."""
        return {article["id"]: report for report, article in self.articles.items()}

    @cached_property
    def claims(self) -> dict[str, Json]:
        """Claim id to claim."""
        return {claim["id"]: claim for claim in self.record["claims"]}

    @cached_property
    def actors(self) -> dict[str, Json]:
        """Actor id to actor."""
        return {actor["id"]: actor for actor in self.record["actors"]}

    def find(self, report: str, text: str) -> Range | None:
        """Where `text` first stands in the report, any white space for each space; None when it does not."""
        page = self.pages.get(report)
        hit = page and re.search(r"\s+".join(map(re.escape, text.split())), page["text"])
        return Range(*hit.span()) if hit else None

    def ranges(self, texts: dict[str, str]) -> dict[str, Range]:
        """The ranges of one text a report; those that do not stand in their page are left out."""
        found = ((report, self.find(report, text)) for report, text in texts.items())
        return {report: place for report, place in found if place}

    def touching(self, section: str, report: str, place: Range | None, key: str = "selector") -> list[Json]:
        """Records of a section whose selector (under `key`) overlaps a place of the report."""
        if place is None:
            return []
        return [one for one in self.record[section] if self._overlaps(one[key], report, place)]

    def _overlaps(self, selector: Json, report: str, place: Range) -> bool:
        return self.reports.get(selector["page"]) == report and range_of(selector).shared(place) > 0

    def actor(self, name: str) -> Json | None:
        """The first actor that bears the name; "A|B" means that either form will do."""
        forms = {fold(form) for form in name.split("|")}
        return next((a for a in self.record["actors"] if forms & {fold(n) for n in a["names"]}), None)
