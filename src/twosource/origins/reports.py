"""Articles as this step sees them: read once in batches for their fingerprints, and again where they are compared.

Keeping the words of all reports would take 18 kB for each: of a hundred thousand nearly 2 GB. Only sketches are kept
(0.9 kB), and the words of the last few hundred reports that were compared.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from twosource.model import Article, Page, Selector
from twosource.origins.characters import Values
from twosource.origins.citing import follows
from twosource.origins.credits import agencies, credit
from twosource.origins.sketch import sketches
from twosource.origins.words import Running, read_words
from twosource.text.moments import in_utc

BATCH = 1 << 16
"""Characters that are read at once: enough for numpy, and little enough for the processor's cache."""
KEPT = 2048
"""Reports whose words are kept: 40 MB."""


@dataclass(frozen=True, slots=True)
class Report:
    """One article: how many words of its own it has, a digest of all its words, the agencies it rests on and where."""

    page: Page
    article: Article
    own: int
    digest: bytes
    follows: dict[str, tuple[Selector, ...]]


class Reports(Sequence[Report]):
    """Reports in the order in which one may follow another; the words and the sketch of each by its number."""

    def __init__(self, reports: Sequence[Report], sketched: Sequence[Values]) -> None:
        self._reports = reports
        self._words: dict[int, Running] = {}
        self.sketches = sketched

    def __getitem__(self, number: int) -> Report:  # type: ignore[override]
        return self._reports[number]

    def __len__(self) -> int:
        return len(self._reports)

    def words(self, number: int) -> Running:
        """The running words of one report."""
        if number not in self._words:
            self.fetch([number])
        return self._words[number]

    def fetch(self, numbers: Iterable[int]) -> None:
        """Reads the words of these reports together, and forgets others."""
        wanted = dict.fromkeys(numbers)
        missing = [n for n in wanted if n not in self._words]
        if len(self._words) > KEPT:
            self._words = {n: w for n, w in self._words.items() if n in wanted}
        given = [(self._reports[n].page, self._reports[n].article) for n in missing]
        read = (words for batch in _batches(given) for words in read_words(batch))
        self._words.update(zip(missing, read, strict=True))


def in_order(pages: Sequence[Page], articles: Sequence[Article]) -> Reports:
    """Reports, the likely first ones first: an agency's own copy, then by time published, then the longer text.

    A report without a time comes after those with one; the article's id breaks ties, so input order is no matter.
    """
    by_id = {page.id: page for page in pages}
    read = [one for batch in _batches([(by_id[a.page], a) for a in articles]) for one in _read(batch)]
    read.sort(key=lambda one: _first(one[0]))
    return Reports([report for report, _ in read], [sketched for _, sketched in read])


def _batches(given: Sequence[tuple[Page, Article]]) -> Iterator[list[tuple[Page, Article]]]:
    batch: list[tuple[Page, Article]] = []
    size = 0
    for page, article in given:
        batch.append((page, article))
        size += len(page.text)
        if size >= BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _read(batch: Sequence[tuple[Page, Article]]) -> Iterator[tuple[Report, Values]]:
    words = read_words(batch)
    for (page, article), running, sketched in zip(batch, words, sketches([w.windows for w in words]), strict=True):
        digest = blake2b(running.hashes.tobytes(), digest_size=16).digest()
        yield Report(page, article, running.own, digest, follows(page, article, running)), sketched.copy()


def _first(report: Report) -> tuple[int, str, int, str]:
    article = report.article
    credited = agencies(article)
    by_wire = any(credit(report.page, article, w) == "whole" for w in credited)
    return (0 if article.outlet in credited else 1 if by_wire else 2, _when(article), -report.own, article.id)


def _when(article: Article) -> str:
    """The moment of publication in UTC, else the day: of one day the reports that tell their hour come first."""
    published = article.published
    if published is None:
        return "9999"
    return in_utc(published.at) or f"{published.value}~"
