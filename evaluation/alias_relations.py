"""`python -m evaluation.alias_relations`: whether actors join what re3d relates as synonyms.

Gold: pairs of persons and organizations of one document related by IsSynonymOf ("X (Y)", "X, also known as Y", an
office and its holder), each pair once; entities that overlap ("Ann Roe", "Mayor Ann Roe") count as one. Found: pairs of
the gold's entities, side by side and with different words, both of which one actor holds as a mention or an office.
Names: neither is an office.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from evaluation.coreference import read_actors
from evaluation.shared import DATA
from twosource.actors.titles import read_title
from twosource.model import Actor, Article, Block, Page, Reading, page_id
from twosource.nlp import DEFAULT_ANALYZER
from twosource.text.sentences import split_sentences

ACTORS = frozenset(("Person", "Organisation"))
BESIDE = 40
"""Code points between two entities that are said to be one, at most: in the gold 36, but for one pair."""
Span = tuple[int, int]
Pair = tuple[Span, Span]
Pairs = frozenset[Pair]


@dataclass(frozen=True, slots=True)
class Document:
    """A text, the spans of its persons and organizations, and the pairs of them that are synonyms."""

    text: str
    entities: tuple[Span, ...]
    synonyms: Pairs


def documents(folder: Path) -> Iterator[Document]:
    """The documents of one publisher's folder."""
    entities: dict[str, set[Span]] = {}
    synonyms: dict[str, set[Pair]] = {}
    for row in _rows(folder / "entities.jsonl"):
        if row["type"] in ACTORS:
            entities.setdefault(row["documentId"], set()).add((row["begin"], row["end"]))
    for row in _rows(folder / "relations.jsonl"):
        if row["type"] == "IsSynonymOf":
            ends = (row["sourceBegin"], row["sourceEnd"]), (row["targetBegin"], row["targetEnd"])
            synonyms.setdefault(row["documentId"], set()).add((min(ends), max(ends)))
    for row in _rows(folder / "documents.jsonl"):
        whole = longest(entities.get(row["_id"], ()))
        pairs = ((whole.get(one), whole.get(other)) for one, other in synonyms.get(row["_id"], ()))
        related = frozenset((one, other) for one, other in pairs if one and other and one != other)
        yield Document(row["text"], tuple(sorted(set(whole.values()))), related)


def longest(entities: Iterable[Span]) -> dict[Span, Span]:
    """Each entity to the one that covers all that overlap it."""
    found: dict[Span, Span] = {}
    last = (0, 0)
    for span in sorted(entities, key=lambda s: (s[0], -s[1])):
        last = last if span[1] <= last[1] else span
        found[span] = last
    return found


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def find_actors_of(text: str, analyzer: str) -> tuple[Actor, ...]:
    """The actors of a text, each line a block."""
    raw, blocks, at = text.encode(), list[Block](), 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(role="body", start=at, end=at + len(line)))
        at += len(line) + 1
    page = Page(id=page_id(raw), location="re3d", media_type="text/plain", text=text)
    article = Article(id=page.id, page=page.id, language="en", blocks=tuple(blocks))
    return read_actors(Reading(page=page, article=article), analyzer).actors


def joined(document: Document, actors: Iterable[Actor]) -> Pairs:
    """The pairs of entities of one sentence that one actor holds."""
    holders = [_spans(actor) for actor in actors]
    found: set[Pair] = set()
    for start, end in split_sentences(document.text):
        inside = [span for span in document.entities if start <= span[0] and span[1] <= end]
        found.update(
            (one, other) for one, other in combinations(inside, 2)
            if one[1] <= other[0] <= one[1] + BESIDE and _words(document, one) != _words(document, other)
            and any(_holds(spans, one) and _holds(spans, other) for spans in holders)
        )  # fmt: skip
    return frozenset(found)


def _words(document: Document, span: Span) -> str:
    return document.text[slice(*span)].casefold().removeprefix("the ").removesuffix("’s").removesuffix("'s")


def _spans(actor: Actor) -> list[Span]:
    held = [m.selector for m in actor.mentions if m.form != "pronoun"] + [o.selector for o in actor.offices]
    return [(s.start, s.end) for s in held]


def _holds(spans: Iterable[Span], entity: Span) -> bool:
    """Whether one of the spans lies in the entity and is a third of it or more: "Roe" in "Mayor Ann Roe"."""
    least = (entity[1] - entity[0]) / 3
    return any(entity[0] <= start and end <= entity[1] and end - start >= least for start, end in spans)


def of_names(document: Document, pairs: Pairs) -> Pairs:
    """The pairs neither of which is an office, "the president"."""
    return frozenset(
        pair for pair in pairs if not any(read_title(document.text[slice(*span)].split()) for span in pair)
    )


def figures(found: Sequence[Pairs], gold: Sequence[Pairs]) -> tuple[float, float, float]:
    """Precision, recall and F1 in per cent over documents."""
    right = sum(len(ours & theirs) for ours, theirs in zip(found, gold, strict=True))
    ours, theirs = sum(map(len, found)), sum(map(len, gold))
    return 100 * right / max(1, ours), 100 * right / max(1, theirs), 200 * right / max(1, ours + theirs)


def report(read: Sequence[Document], found: Sequence[Pairs]) -> Iterator[str]:
    """Lines of figures, of all pairs and of those of names."""
    gold = [d.synonyms for d in read]
    yield _line("all", found, gold)
    sides = ([of_names(d, pairs) for d, pairs in zip(read, side, strict=True)] for side in (found, gold))
    yield _line("names", *sides)


def _line(name: str, found: Sequence[Pairs], gold: Sequence[Pairs]) -> str:
    p, r, f = figures(found, gold)
    return f"{name:6} P {p:5.1f}  R {r:5.1f}  F1 {f:5.1f}  of {sum(map(len, gold))}"


def differences(document: Document, found: Pairs) -> Iterator[str]:
    """A line for each pair that is missing or not in the gold."""
    for what, pairs in (("missing", document.synonyms - found), ("not in the gold", found - document.synonyms)):
        for one, other in sorted(pairs):
            yield f"{what}: {document.text[slice(*one)]} | {document.text[slice(*other)]}"


def main(arguments: Sequence[str]) -> int:
    """Prints the figures, with `--verbose` what is missing or too much too; exit status 2 where the data is absent."""
    folders = sorted(path.parent for path in (DATA / "re3d").glob("*/relations.jsonl"))
    if not folders:
        print(f"{DATA / 're3d'} is absent: its data are no part of this project", file=sys.stderr)
        return 2
    read = [document for folder in folders for document in documents(folder)]
    found = [joined(d, find_actors_of(d.text, DEFAULT_ANALYZER)) for d in read]
    print(*report(read, found), sep="\n")
    for document, pairs in zip(read, found, strict=True):
        for line in differences(document, pairs) if "--verbose" in arguments else ():
            print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
