"""`python -m bench.origins [ARTICLES]`: articles a second fingerprinted, matched, and derived in full, and the memory.

The reports are made here: 500 words each by Zipf's law, phrases that recur everywhere, quotations, paragraphs; and of
every ten reports three are not alone: a copy, a cut copy, an agency's text inside a longer report, each with its
credit, and a footer that all reports of an outlet carry. Times are of one process.
"""

from __future__ import annotations

import random
import resource
import sys
import time
from collections.abc import Iterator

import numpy as np

from twosource.model import Article, Block, Page, Published, Selector, WireCredit
from twosource.origins.agency import agency_links
from twosource.origins.candidates import candidates
from twosource.origins.forest import compare, grow
from twosource.origins.reports import in_order
from twosource.vocab.word_shares import word_shares

WORDS = 500
VOCABULARY = 60_000
PHRASES = 4_000
"""Runs of three to nine words that turn up everywhere, one every fifty words."""
OUTLETS = 200
LINKED = 0.3

Paragraphs = list[str]


class Press:
    """Makes reports; the same seed gives the same ones."""

    def __init__(self, seed: int = 1) -> None:
        self._chance = random.Random(seed)
        numbers = np.random.default_rng(seed)
        lengths = numbers.integers(4, 10, VOCABULARY)
        letters = numbers.integers(97, 123, (VOCABULARY, 12), dtype=np.uint8)
        common = sorted(word_shares(), key=lambda word: (-word_shares()[word], word))
        rare = [bytes(row[:n]).decode() for row, n in zip(letters, lengths.tolist(), strict=True)]
        self._words = [*common, *rare][:VOCABULARY]
        ranks = np.arange(1, VOCABULARY + 1)
        self._shares = np.cumsum(1 / (ranks + 2.7)) / np.sum(1 / (ranks + 2.7))
        self._numbers = numbers
        self._phrases = [" ".join(self._take(self._chance.randint(3, 9))) for _ in range(PHRASES)]
        self._footers = [" ".join(self._take(45)) for _ in range(OUTLETS)]

    def reports(self, count: int) -> Iterator[tuple[Page, Article]]:
        """The reports; three of ten rest on one of the last fifty."""
        recent: list[Paragraphs] = []
        for number in range(count):
            own = self._paragraphs()
            linked = recent and self._chance.random() < LINKED
            text = self._from(self._chance.choice(recent), own) if linked else own
            if not linked:
                recent = [*recent[-49:], own]
            yield self._report(number, text)

    def _take(self, count: int) -> list[str]:
        picked = np.searchsorted(self._shares, self._numbers.random(count))
        return [self._words[n] for n in picked.tolist()]

    def _paragraphs(self) -> Paragraphs:
        words = self._take(WORDS - 45)
        paragraphs = []
        while words:
            size = self._chance.randint(20, 60)
            part, words = words[:size], words[size:]
            part[len(part) // 2 : len(part) // 2] = [self._chance.choice(self._phrases)]
            said = self._chance.random() < 0.3
            paragraphs.append(f'"{" ".join(part)}," she said.' if said else " ".join(part).capitalize() + ".")
        return paragraphs

    def _from(self, other: Paragraphs, own: Paragraphs) -> Paragraphs:
        """A copy, a cut copy, or a longer report with a third of the other's paragraphs in it."""
        kind = self._chance.random()
        if kind < 0.4:
            return other
        if kind < 0.6:
            return other[: len(other) // 2]
        third = len(other) // 3
        return [*own[:2], *other[:third], *own[2:4], *other[third : third + 2], *own[4:]]

    def _report(self, number: int, paragraphs: Paragraphs) -> tuple[Page, Article]:
        agency = self._chance.random() < 0.25
        lines = [*paragraphs, self._footers[number % OUTLETS], *(["(AP)"] if agency else [])]
        page = Page(id=f"p{number}", location=f"p{number}", media_type="text/plain", text="\n".join(lines))
        blocks, at = [], 0
        for place, line in enumerate(lines):
            credit = agency and place == len(lines) - 1
            blocks.append(Block(role="credit" if credit else "body", start=at, end=at + len(line)))
            at += len(line) + 1
        end = len(page.text)
        wires = (WireCredit(name="AP", selector=Selector.of(page, end - 3, end - 1)),) if agency else ()
        day = f"2024-{1 + number * 12 // 1_000_000 % 12:02}-{1 + number // 400 % 28:02}"
        published = Published(value=day, precision="day", basis="given")
        article = Article(
            id=f"a{number}", page=page.id, blocks=tuple(blocks), language="en", wires=wires, published=published
        )
        return page, article


def main() -> None:
    """Prints the table: what has been done in all, and how many reports a second that makes."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    made = list(Press().reports(count))
    before, begun = _peak_mb(), time.process_time()

    def show(what: str, detail: str) -> None:
        print(f"{what:32} {count / (time.process_time() - begun):8.0f}/s   {detail}", flush=True)

    reports = in_order([p for p, _ in made], [a for _, a in made])
    entries = sum(map(len, reports.sketches))
    show("fingerprinted", f"{sum(r.own for r in reports) / count:.0f} words outside quotation marks each")
    pairs = candidates(reports.sketches)
    show(
        "and matched", f"{sum(map(len, pairs.earlier.values()))} pairs; index {8 * entries / count:.0f} bytes a report"
    )
    found = compare(reports, pairs)
    show("and compared word for word", f"{len(found.links)} rest on another")
    credited = agency_links(reports, {link.child for link in found.links})
    show("and by their agencies", f"{len(credited)} more")
    origins, _ = grow(reports, [*found.links, *credited])
    show("and put into trees", f"{len(origins)} origins")
    print(f"memory: {before:.0f} MB with the reports, {_peak_mb():.0f} MB at most")


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
