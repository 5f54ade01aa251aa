"""Whether copies are found, and nothing else: `python -m evaluation.origin_copies` over the collections of stories.

1. Embedded: in 200 trials for each length, sentences of one report, N words or little more and none of them quoted,
   are put into a report of another story at random places, in one to three pieces. Found: nine tenths of their words
   are told as shared. Followed: the two are of one origin; one piece alone may be a release and is not followed.
2. Independent: links and shared passages between reports of different stories, of which there should be none.
3. Exact: on 2,000 reports the index gives the pairs, and these the links, that comparing all sketches with all gives.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np

from evaluation.origin_pairs import STORIES
from twosource.model import Article, Block, Page, page_id
from twosource.origins import derivations
from twosource.origins.candidates import SHARED, Candidates, candidates
from twosource.origins.forest import Found, compare
from twosource.origins.furniture import Furniture
from twosource.origins.quotation import quoted_spans
from twosource.origins.reports import Reports, in_order
from twosource.origins.words import read_words
from twosource.text.sentences import split_sentences

COLLECTIONS = ("basil_dev", "ecbplus_dev", "allsides_raw_dev")
MORE = "neus_val"
"""For the count of 2,000 only: its stories are partly those of another collection."""
LENGTHS = (20, 30, 40, 60, 80, 120, 200)
TRIALS = 200
EXACT_ON = 2_000
FOUND = 0.9
CARRIER = 100
"""Words that a carrier has at least."""

Document = tuple[Page, Article]


@dataclass(frozen=True, slots=True)
class Told:
    """A report of the collections and the story it is of."""

    story: str
    text: str


@dataclass(frozen=True, slots=True)
class Trial:
    """A report, another with words of it, how many of these stand outside quotation marks, and the two stories."""

    source: Document
    carrier: Document
    own: int
    stories: frozenset[str]


def collected(*more: str) -> list[Told]:
    """All reports of at least 30 words; raises FileNotFoundError where the collections are absent."""
    found: dict[str, Told] = {}
    for name in (*COLLECTIONS, *more):
        for line in (STORIES / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            for told in _reports(name, json.loads(line)):
                if len(told.text.split()) >= 30:
                    found.setdefault(told.text, told)
    return list(found.values())


def document(text: str) -> Document:
    """The report as one page of which every line is running text."""
    raw = text.encode("utf-8", "surrogatepass")
    page = Page(id=page_id(raw), location="report", media_type="text/plain", text=text)
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(role="body", start=at, end=at + len(line)))
        at += len(line) + 1
    return page, Article(id=page.id, page=page.id, blocks=tuple(blocks), language="en")


def embedded(told: Sequence[Told], length: int) -> tuple[float, float, int]:
    """The parts of trials in which the words were found, and in which the report follows; false links beside them."""
    trials = list(_trials(told, length, random.Random(length)))
    stories: dict[str, set[str]] = {}
    documents: dict[str, Document] = {}
    for trial in trials:
        for one in (trial.source, trial.carrier):
            documents[one[1].id] = one
            stories.setdefault(one[1].id, set()).update(trial.stories)
    reports = in_order([d[0] for d in documents.values()], [d[1] for d in documents.values()])
    pairs = candidates(reports.sketches, furniture_too=True)
    shared = _words_shared(reports, compare(reports, pairs))
    origin = _origins(list(documents.values()))
    hits = [_most(shared, t, stories) >= FOUND * t.own for t in trials]
    follows = [origin[t.source[1].id] == origin[t.carrier[1].id] for t in trials]
    false = sum(not stories[one] & stories[two] for one, two in map(tuple, shared))
    return sum(hits) / len(trials), sum(follows) / len(trials), false


def _most(shared: dict[frozenset[str], int], trial: Trial, stories: dict[str, set[str]]) -> int:
    """The most words that the carrier shares with a report of the source's story: its copies are as good as itself."""
    carrier = trial.carrier[1].id
    partners = {next(iter(pair - {carrier})): words for pair, words in shared.items() if carrier in pair}
    return max((words for one, words in partners.items() if trial.stories & stories[one]), default=0)


def false_links(told: Sequence[Told]) -> tuple[int, int, int]:
    """Reports, links, and shared passages between reports of different stories."""
    documents = [document(one.text) for one in told]
    story = {d[1].id: one.story for d, one in zip(documents, told, strict=True)}
    reports = in_order([d[0] for d in documents], [d[1] for d in documents])
    found = compare(reports, candidates(reports.sketches))
    apart = [
        [(x.parent, x.child) for x in some if story[reports[x.parent].article.id] != story[reports[x.child].article.id]]
        for some in (found.links, found.shared)
    ]
    return len(told), len(apart[0]), len(apart[1])


def exact(told: Sequence[Told]) -> tuple[int, int, int, int]:
    """Pairs by the index, pairs by comparing all with all, links in common, links of either alone."""
    documents = [document(one.text) for one in told[:EXACT_ON]]
    reports = in_order([d[0] for d in documents], [d[1] for d in documents])
    pairs = candidates(reports.sketches)
    every = all_with_all(reports, pairs.furniture)
    one, two = ({(x.parent, x.child) for x in compare(reports, p).links} for p in (pairs, every))
    return _size(pairs), _size(every), len(one & two), len(one ^ two)


def all_with_all(reports: Reports, furniture: Furniture) -> Candidates:
    """The candidates that comparing every sketch with every other gives."""
    kept = [np.unique(s[~furniture.holds(s)] >> furniture.shift) for s in reports.sketches]
    found: dict[int, list[int]] = {}
    for later, mine in enumerate(kept):
        counts = [(len(np.intersect1d(mine, other, assume_unique=True)), n) for n, other in enumerate(kept[:later])]
        some = sorted((-count, n) for count, n in counts if count >= SHARED)
        if some:
            found[later] = [n for _, n in some]
    return Candidates(found, furniture)


def _reports(name: str, row: dict[str, Any]) -> Iterator[Told]:
    story = f"{name}/{row['cluster_id'].removesuffix('plus').removesuffix('ecb')}"
    for article in row.get("articles", [row]):
        yield Told(story, article["text"])


def _trials(told: Sequence[Told], length: int, chance: random.Random) -> Iterator[Trial]:
    made = 0
    carriers = [one for one in told if len(one.text.split()) >= CARRIER]
    for one in chance.sample(told, len(told)):
        carrier = next(x for x in chance.sample(carriers, len(carriers)) if x.story != one.story)
        taken = _sentences(one.text, length, chance)
        if made == TRIALS or sum(len(x.split()) for x in taken) < length:
            continue
        made += 1
        lines = carrier.text.split("\n")
        for piece in _pieces(taken, chance):
            lines.insert(chance.randrange(len(lines) + 1), piece)
        own = read_words([document("\n".join(taken))])[0].own
        yield Trial(document(one.text), document("\n".join(lines)), own, frozenset((one.story, carrier.story)))


def _sentences(text: str, length: int, chance: random.Random) -> list[str]:
    """Sentences with at least so many words, one after another, of those that stand wholly outside quotation marks."""
    quoted = quoted_spans(text)
    every = [
        text[start:end]
        for start, end in _sentence_spans(text)
        if not any(first < end and start < last for first, last in quoted)
    ]
    size = [len(one.split()) for one in every]
    first = chance.choice([n for n in range(len(every)) if sum(size[n:]) >= length] or [0])
    last = next((n for n in range(first, len(every)) if sum(size[first : n + 1]) >= length), len(every) - 1)
    return every[first : last + 1]


def _sentence_spans(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for line in text.split("\n"):
        yield from split_sentences(text, at, at + len(line))
        at += len(line) + 1


def _pieces(sentences: list[str], chance: random.Random) -> list[str]:
    """The sentences in one to three pieces."""
    cuts = sorted(chance.sample(range(1, len(sentences)), min(chance.randint(0, 2), len(sentences) - 1)))
    return [" ".join(sentences[a:b]) for a, b in pairwise([0, *cuts, len(sentences)])]


def _words_shared(reports: Reports, found: Found) -> dict[frozenset[str], int]:
    return {
        frozenset((reports[x.parent].article.id, reports[x.child].article.id)): sum(run.size for run in x.runs)
        for x in (*found.shared, *found.links)
    }


def _origins(documents: Sequence[Document]) -> dict[str, str]:
    _, derived = derivations([d[0] for d in documents], [d[1] for d in documents])
    return {d.article: d.origin for d in derived}


def _size(pairs: Candidates) -> int:
    return sum(map(len, pairs.earlier.values()))


def main() -> int:
    """Prints the three tables."""
    if not all((STORIES / f"{name}.jsonl").exists() for name in (*COLLECTIONS, MORE)):
        print(f"left out: the collections are no part of this project and not in {STORIES}")
        return 0
    told = collected()
    print(f"{'words':>6} {'found':>7} {'followed':>9} {'false':>6}")
    for length in LENGTHS:
        found, followed, false = embedded(told, length)
        print(f"{length:6} {found:7.1%} {followed:9.1%} {false:6}")
    print("{} reports: {} links, {} shared passages across stories".format(*false_links(told)))
    print("{} pairs by the index, {} by all with all; {} links the same, {} not".format(*exact(collected(MORE))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
