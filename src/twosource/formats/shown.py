"""The pieces that pages show of a record, and how their words are cut: reports, origins, passages, speakers."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from string import ascii_uppercase

from twosource.model import Article, Origin, Page, Quote, Selector


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportView:
    """One report as shown: `label` is its origin's letter, with a number where that origin has several reports.

    An earlier version has the label of what stands now and its own number behind it: "A-v1". What was withdrawn and
    is of no origin any more has an x for a letter.
    """

    label: str
    letter: str
    article: Article
    page: Page

    @property
    def filename(self) -> str:
        """The last part of where the page came from."""
        return PurePath(self.page.location).name or self.page.location

    @property
    def outlet(self) -> str:
        """The outlet; where none is known the agency credited, or else the file."""
        return self.article.outlet or ", ".join(wire.name for wire in self.article.wires) or self.filename

    @property
    def headline(self) -> str:
        """The headline as written, on one line."""
        return one_line(self.article.headline.exact) if self.article.headline else "(no headline found)"


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginView:
    """An origin as shown: its letter, the reports that count as it, and the longer stories that carry its text."""

    letter: str
    origin: Origin
    reports: tuple[ReportView, ...]
    carriers: tuple[ReportView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """The words that something rests on, the report they stand in, and a little of what stands around them."""

    report: ReportView
    letter: str
    selector: Selector
    before: str
    exact: str
    after: str
    """`before`, `exact` and `after` stand directly one after the other."""

    @property
    def label(self) -> str:
        """The report's label; "A in C" where origin A's words stand in report C, which has an origin of its own."""
        return self.report.label if self.letter == self.report.letter else f"{self.letter} in {self.report.label}"


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerView:
    """All that one speaker is reported to have said, in the order of the reports."""

    name: str
    named: bool
    offices: tuple[str, ...]
    quotes: tuple[Quote, ...]
    actor: str = ""
    """Who it is (id); empty where nobody knows."""


def letters(number: int) -> str:
    """0 → A, 25 → Z, 26 → AA: the letter of an origin."""
    more, last = divmod(number, len(ascii_uppercase))
    return (letters(more - 1) if more else "") + ascii_uppercase[last]


def one_line(text: str) -> str:
    """The text with every run of white space made one space."""
    return " ".join(text.split())


def cut(text: str, length: int, *, keep_end: bool = False) -> str:
    """At most `length` characters on one line, cut at a word, with an ellipsis where something is left out.

    A space at the side of the passage stays: "aboard" is followed by " ran", but also by ".".
    """
    line = one_line(text)
    short = len(line) <= length
    if keep_end:
        kept = line if short else "… " + line[-length:].partition(" ")[2]
        return kept + " " if kept and text[-1:].isspace() else kept
    kept = line if short else line[:length].rpartition(" ")[0] + " …"
    return " " + kept if kept and text[:1].isspace() else kept
