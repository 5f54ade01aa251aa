"""`python -m evaluation.event_coreference`: which event mentions of ECB+ speak of one event, across all its texts.

The mentions are given; nothing else is: texts are sorted into stories as `twosource stories` sorts them, each story is
read as `twosource brief` reads it. Two mentions of one story are one event if their words name one concept; words that
are in many texts whatever they are about ("said", "made") must stand in one finding as well. Beside it stand baselines
by lemma. Two and a half minutes on one core.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.cluster_measures import Agreement, agreement
from evaluation.ecb_mentions import Marked, load, marked
from evaluation.shared import DATA
from twosource.model import Given, Reading, Record
from twosource.nlp import DEFAULT_ANALYZER
from twosource.pages import Capture
from twosource.pipeline import assign_stories, combine, read_and_sort
from twosource.text.stems import stem
from twosource.vocab.concepts import concepts
from twosource.vocab.word_shares import word_shares

STORIES = DATA / "stories"
EVERYWHERE = 0.05
"""Part of all texts from which a word names no event by itself. CoNLL 69.9; a point less at 0.08, four at 1."""

Mention = tuple[str, int]
Clusters = Mapping[Mention, Hashable]


@dataclass(frozen=True, slots=True)
class Seen:
    """A mention as we read it: its lemma, the story of its text, the finding it stands in."""

    marked: Marked
    lemma: str
    story: str
    finding: str | None


def read_texts(path: Path) -> dict[str, Reading]:
    """Every text by its name, read alone."""
    rows = load(path)
    captures = (
        Capture(location=r["doc_id"], raw=r["text"].encode(), media_type="text/plain", given=Given()) for r in rows
    )
    return {capture.location: read_and_sort(capture, DEFAULT_ANALYZER) for capture in captures}


def see(mentions: Sequence[Marked], readings: Mapping[str, Reading]) -> list[Seen]:
    """The mentions with what our record of each story says of them."""
    ordered = [readings[name] for name in sorted(readings)]
    placed = assign_stories(ordered)
    stories: dict[str, list[Reading]] = defaultdict(list)
    for reading in ordered:
        stories[placed[reading.article.id].story].append(reading)
    found: list[Seen] = []
    for story, members in stories.items():
        inside = {r.page.location for r in members}
        findings = _findings(combine(members, one_story=True)) if len(members) > 1 else {}
        found += [_seen(m, readings[m.text], story, findings) for m in mentions if m.text in inside]
    return found


def _findings(record: Record) -> dict[str, list[tuple[int, int, str]]]:
    """By text, the claims of findings of several origins, and of which finding."""
    claims = {c.id: c.selector for c in record.claims}
    texts = {page.id: page.location for page in record.pages}
    found: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for finding in (f for f in record.findings if f.origins > 1):
        for at in (claims[c] for c in finding.claims):
            found[texts[at.page]].append((at.start, at.end, finding.id))
    return found


def _seen(mention: Marked, reading: Reading, story: str, findings: Mapping[str, list[tuple[int, int, str]]]) -> Seen:
    sentences = reading.analysis.sentences if reading.analysis else ()
    tokens = (t for s in sentences if s.start <= mention.start < s.end for t in s.tokens)
    lemma = next((t.lemma for t in tokens if t.start <= mention.start < t.end), "")
    around = [(end - start, f) for start, end, f in findings.get(mention.text, ()) if start <= mention.start < end]
    return Seen(mention, lemma, story, min(around)[1] if around else None)


def ours(seen: Seen) -> Hashable:
    """The event that we take a mention to speak of."""
    root = stem(seen.lemma)
    concept = concepts().get(root, root)
    if word_shares().get(root, 0.0) < EVERYWHERE:
        return seen.story, concept
    return seen.story, concept, seen.finding or (seen.marked.text, seen.marked.number)


WAYS = {
    "by lemma, all texts together": lambda s: s.lemma,
    "by lemma in the topics of the set": lambda s: (s.marked.topic, s.lemma),
    "by lemma in our stories": lambda s: (s.story, s.lemma),
    "ours": ours,
}
"""Ways to sort mentions, from the plainest."""


def score(seen: Sequence[Seen], *, singletons: bool) -> dict[str, Agreement]:
    """How well each way agrees with the chains of the set."""
    key = {(s.marked.text, s.marked.number): s.marked.chain for s in seen}
    sorted_by = {name: {(s.marked.text, s.marked.number): way(s) for s in seen} for name, way in WAYS.items()}
    return {name: agreement(key, clusters, singletons=singletons) for name, clusters in sorted_by.items()}


def main() -> int:
    """Prints the figures; returns 1 where the set is not there."""
    if not (STORIES / "ecbplus_dev.jsonl").exists():
        print(f"{STORIES} has no ECB+; it is no part of this project", file=sys.stderr)
        return 1
    readings = read_texts(STORIES / "ecbplus_dev.jsonl")
    texts = {name: reading.page.text for name, reading in readings.items()}
    seen = see(list(marked(texts, load(STORIES / "ecbplus_mentions_dev.jsonl"))), readings)
    for singletons in (True, False):
        print(f"{len(seen)} mentions, {'with' if singletons else 'without'} events of one mention")
        for name, figures in score(seen, singletons=singletons).items():
            print(f"  {name:36} MUC {figures.muc}  B3 {figures.b_cubed}  CEAFe {figures.ceaf_e}  CoNLL {figures.conll}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
