"""Pairs of assertions with a label: do they tell the same? From the event chains of ECB+, and from invented stories."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.ecb_mentions import Marked, load, marked
from evaluation.event_coreference import read_texts
from evaluation.told_findings import covers
from evaluation.told_stories import ToldStory
from twosource.findings.align import candidates
from twosource.findings.assertions import Assertion
from twosource.findings.evidence import WEIGHTS
from twosource.findings.gather import gather
from twosource.findings.judging import judge
from twosource.findings.pairs import Pair, Standard
from twosource.model import Record
from twosource.pipeline import combine

ENOUGH = 0.5
"""Part of the events of the shorter assertion that the other must tell too, for both to tell the same."""


@dataclass(frozen=True, slots=True)
class Example:
    """What each evidence function says of a pair, what the rules make of it, whether it is one, and of which topic."""

    values: tuple[float, ...]
    judged: float
    same: bool
    topic: str


def _example(pair: Pair, same: bool, topic: str) -> Example:
    return Example(tuple(function(pair) for function, _ in WEIGHTS), judge(pair), same, topic)


def ecb_examples(folder: Path) -> Iterator[Example]:
    """The pairs of ECB+ that our rules would judge, both with events that are marked."""
    rows = load(folder / "ecbplus_dev.jsonl")
    readings = read_texts(folder / "ecbplus_dev.jsonl")
    texts = {name: reading.page.text for name, reading in readings.items()}
    by_text: dict[str, list[Marked]] = defaultdict(list)
    for mention in marked(texts, load(folder / "ecbplus_mentions_dev.jsonl")):
        by_text[mention.text].append(mention)
    topics: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        topics[row["cluster_id"]].append(row["doc_id"])
    for topic, names in topics.items():
        record = combine([readings[n] for n in names], one_story=True)
        yield from _of_record(record, by_text, "".join(c for c in topic if c.isdecimal()))


def _of_record(record: Record, by_text: dict[str, list[Marked]], topic: str) -> Iterator[Example]:
    located = {page.id: page.location for page in record.pages}
    assertions = gather(record)
    told = [_chains(a, by_text[located[a.at.page]]) for a in assertions]
    standard = Standard.of(assertions)
    for i, j in candidates(assertions, standard):
        if told[i] and told[j]:
            same = len(told[i] & told[j]) >= ENOUGH * min(len(told[i]), len(told[j]))
            yield _example(Pair(assertions[i], assertions[j], standard), same, topic)


def _chains(assertion: Assertion, mentions: Iterable[Marked]) -> frozenset[str]:
    return frozenset(m.chain for m in mentions if assertion.at.start <= m.start < assertion.at.end)


def story_examples(stories: Iterable[ToldStory]) -> Iterator[Example]:
    """The pairs of the invented stories that our rules would judge; one where gold tells both passages together."""
    for story in stories:
        assertions = gather(story.record)
        standard = Standard.of(assertions)
        for i, j in candidates(assertions, standard):
            pair = Pair(assertions[i], assertions[j], standard)
            yield _example(pair, _told_together(story, (pair.one, pair.two)), story.name)


def _told_together(story: ToldStory, both: Sequence[Assertion]) -> bool:
    return any(all(a.at.page in told.on and covers(a.at, told.on[a.at.page]) for a in both) for told in story.told)
