"""The pieces that pages show of a record, and how their words are cut: reports, origins, passages, speakers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath
from string import ascii_uppercase

from twosource.model import Article, Origin, Page, Quote, Selector

OPENING = 80
"""Characters of a report that stand for a headline where it has none."""
ADDRESS = 70
"""Characters of an address that are shown."""
CHIPS = 4
"""Reports of one origin that are labelled each; of more, one label says how many."""
CARRIERS = 2
"""The same of reports that carry an origin's text inside their own, whose labels are longer."""
MOST_CHIPS = 12
"""Labels beside one sentence: all of them stand below it once it is opened."""


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
    def address(self) -> str:
        """Where the page stands on the web, without what is the same everywhere; else the file."""
        address = (self.article.address or "").partition("://")[2].removeprefix("www.")
        return (address[:ADDRESS] + "…" if len(address) > ADDRESS else address) or self.filename

    @property
    def outlet(self) -> str:
        """The outlet; where none is known the agency credited, or else the file."""
        return self.article.outlet or ", ".join(wire.name for wire in self.article.wires) or self.filename

    @property
    def headline(self) -> str:
        """The headline as written, on one line; where there is none, how the report begins."""
        headline = self.article.headline
        return one_line(headline.exact) if headline else opening(self.article, self.page)


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
class Chip:
    """The label of one report, or of all those of an origin where they are many; it leads to the first of them."""

    label: str
    letter: str
    title: str
    selector: Selector


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A passage, and those of other reports of its origin with the same words."""

    passage: Passage
    copies: Sequence[Passage]


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What somebody said by one report, and the passages by which its copies say the same."""

    quote: Quote
    passage: Passage
    copies: Sequence[Passage]


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
    """At most `length` characters on one line, cut at a word where words have spaces between them, with an ellipsis.

    A space at the side of the passage stays: "aboard" is followed by " ran", but also by ".".
    """
    line = one_line(text)
    short = len(line) <= length
    if keep_end:
        kept = line if short else "… " + (line[-length:].partition(" ")[2] or line[-length:])
        return kept + " " if kept and text[-1:].isspace() else kept
    kept = line if short else (line[:length].rpartition(" ")[0] or line[:length]) + " …"
    return " " + kept if kept and text[:1].isspace() else kept


def opening(article: Article, page: Page) -> str:
    """How a report without a headline begins, in quotation marks; empty words are said to be none."""
    first = next((b for b in article.blocks if b.role in ("lead", "body")), None)
    words = cut(page.text[first.start : first.start + 4 * OPENING], OPENING) if first else ""
    return f"“{words}”" if words else "(no headline)"


def chips(passages: Iterable[Passage]) -> list[Chip]:
    """The labels of passages, each once: one for many reports of an origin, and one for all beyond the first dozen."""
    first: dict[str, Passage] = {}
    for passage in passages:
        first.setdefault(passage.label, passage)
    by_letter: dict[str, dict[bool, list[Passage]]] = {}
    for passage in first.values():
        whole = passage.letter == passage.report.letter
        by_letter.setdefault(passage.letter, {True: [], False: []})[whole].append(passage)
    found = [c for same in by_letter.values() for whole in (True, False) for c in _chips(same[whole], whole=whole)]
    if len(found) <= MOST_CHIPS + 1:
        return found
    rest = len(found) - MOST_CHIPS
    return [*found[:MOST_CHIPS], replace(found[MOST_CHIPS], label=f"+{rest}", title=f"{rest} more", letter="+")]


def _chips(same: Sequence[Passage], *, whole: bool) -> Iterator[Chip]:
    """The labels of reports of one origin (`whole`), or of those that carry its text inside their own."""
    if len(same) <= (CHIPS if whole else CARRIERS):
        for p in same:
            title = f"{p.report.outlet}: {p.report.headline}"
            yield Chip(label=p.label, letter=p.letter, title=title, selector=p.selector)
        return
    outlets = ", ".join(p.report.outlet for p in same[:CHIPS])
    more = f" and {len(same) - CHIPS} more" if len(same) > CHIPS else ""
    label = f"{same[0].letter} ×{len(same)}" if whole else f"{same[0].letter} in {len(same)} others"
    title = f"{len(same)} reports: {outlets}{more}"
    yield Chip(label=label, letter=same[0].letter, title=title, selector=same[0].selector)


def copies(passages: Sequence[Passage], words: Sequence[object]) -> list[list[int]]:
    """The numbers of the passages, those that reports of one origin have in the same words together.

    What stands twice in one report is no copy, but said twice.
    """
    seen: Counter[tuple[str, object]] = Counter()
    same: dict[tuple[str, object, int], list[int]] = {}
    for number, (passage, said) in enumerate(zip(passages, words, strict=True)):
        seen[passage.label, said] += 1
        same.setdefault((passage.letter, said, seen[passage.label, said]), []).append(number)
    return list(same.values())


def without_copies(passages: Sequence[Passage]) -> list[Printed]:
    """The passages, those that reports of one origin have in the same words as one."""
    grouped = copies(passages, [p.exact for p in passages])
    return [Printed(passage=passages[first], copies=[passages[n] for n in others]) for first, *others in grouped]
