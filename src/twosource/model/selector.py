"""A selector: the words in a page that a record rests on (W3C Web Annotation: position and quote selectors)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from twosource.errors import BrokenSelector

if TYPE_CHECKING:
    from twosource.model.page import Page


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Selector:
    """A span of one page: code points of `Page.text`, zero-based, end exclusive, with the words it quotes."""

    page: str
    start: int
    end: int
    exact: str

    @classmethod
    def of(cls, page: Page, start: int, end: int) -> Selector:
        """The selector of `page.text[start:end]`; raises BrokenSelector where that is empty or outside the page."""
        if not 0 <= start < end <= len(page.text):
            raise BrokenSelector(
                f"{page.location}: no text at {start}:{end} (the page has {len(page.text)} characters)"
            )
        return cls(page=page.id, start=start, end=end, exact=page.text[start:end])

    def check(self, page: Page) -> None:
        """Raises BrokenSelector unless this selector quotes `page` exactly."""
        if self.page != page.id or page.text[self.start : self.end] != self.exact:
            raise BrokenSelector(f"{page.location}: {self.start}:{self.end} does not read {self.exact!r}")

    def overlaps(self, other: Selector) -> bool:
        """Whether the two share at least one character of the same page."""
        return self.page == other.page and self.start < other.end and other.start < self.end

    def covers(self, other: Selector) -> bool:
        """Whether `other` lies wholly inside this selector."""
        return self.page == other.page and self.start <= other.start and other.end <= self.end
