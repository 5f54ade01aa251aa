"""`python -m evaluation.coreference`: who is one in the news of GUM, by its marks of coreference.

Each document is read as in use up to its actors, its gold paragraphs as blocks; actors and places are held against the
gold clusters.

* Named-mention pairs: all pairs of mentions of one cluster whose head is a proper noun, against the pairs of such
  mentions that one actor (or one place) of the record holds. Names of ours that are no named mention of the gold are
  left out, as are pronouns. "found": only pairs both of whose mentions were found, so that the joining alone counts.
* He and she, his and her: pronouns whose cluster has a name before them, those inside quotations too. Right: most of
  the names of the actor that holds the pronoun are of its cluster.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import combinations

from evaluation.gum_documents import Document, Marked, Span, read_document
from evaluation.shared import DATA
from training.language.sets.held import HELD_TEXTS
from twosource.model import Article, Block, Page, Reading, page_id
from twosource.nlp import DEFAULT_ANALYZER, load_analyzer
from twosource.nlp.base import Analyzer
from twosource.steps import ARTICLE_STEPS, load

ROWS = {"pronoun": "he, him, she", "possessive": "his, her"}
TYPES = ("person", "organization", "place")


@dataclass(slots=True)
class Counts:
    """What was right, found and wanted."""

    counts: Counter[str] = field(default_factory=Counter)

    def add(self, name: str, *, right: int, found: int, wanted: int) -> None:
        """Counts one document's."""
        self.counts.update({f"{name} right": right, f"{name} found": found, f"{name} wanted": wanted})

    def figures(self, name: str) -> tuple[float, float, float]:
        """Precision, recall and F1 in per cent."""
        right, found, wanted = (self.counts[f"{name} {what}"] for what in ("right", "found", "wanted"))
        return (
            100 * right / max(1, found),
            100 * right / max(1, wanted),
            200 * right / max(1, found + wanted),
        )


def read_actors(reading: Reading, analyzer: str) -> Reading:
    """The reading analysed, with the steps run that lead to its actors."""
    reading = replace(reading, analysis=_analyzer(analyzer).analyze(reading.page, reading.article))
    last = next(i for i, step in enumerate(ARTICLE_STEPS) if step.name == "actors")
    for step in ARTICLE_STEPS[: last + 1]:
        reading = load(step.run)(reading)
    return reading


@cache
def _analyzer(name: str) -> Analyzer:
    return load_analyzer(name)


def read_record(document: Document, analyzer: str) -> list[list[tuple[Span, str]]]:
    """The mentions and offices (with their form) of each actor, and each place's, that are found in a document."""
    raw = document.text.encode()
    page = Page(id=page_id(raw), location=document.name, media_type="text/plain", text=document.text)
    blocks = tuple(Block(role="body", start=start, end=end) for start, end in document.paragraphs)
    article = Article(id=page.id, page=page.id, language="en", blocks=blocks)
    reading = read_actors(Reading(page=page, article=article), analyzer)
    actors = [
        [((m.selector.start, m.selector.end), m.form) for m in a.mentions]
        + [((o.selector.start, o.selector.end), "office") for o in a.offices]
        for a in reading.actors
    ]
    return [*actors, *([((s.start, s.end), "name") for s in place.mentions] for place in reading.places)]


def named(document: Document, clusters: Iterable[Iterable[tuple[Span, str]]]) -> list[list[int]]:
    """For each of our clusters the gold named mentions that it holds, by index, one for each mention of ours."""
    gold = [(i, m) for i, m in enumerate(document.marked) if m.kind == "name"]
    found = []
    for cluster in clusters:
        matched = (_match(span, gold, name=form == "name") for span, form in cluster if form != "pronoun")
        found.append([i for i in matched if i >= 0])
    return found


def _match(span: Span, gold: Sequence[tuple[int, Marked]], *, name: bool) -> int:
    """The gold mention whose name has words of ours and that is most like ours; -1 for none.

    Only a name of ours may be longer than the gold's: the office "USI instructor" is not "USI".
    """
    fitting = [(_common(span, m.span) / (max(span[1], m.span[1]) - min(span[0], m.span[0])), -i, i) for i, m in gold
               if _common(span, m.core) and (_inside(span, m.span) or (name and _inside(m.core, span)))]  # fmt: skip
    return max(fitting)[-1] if fitting else -1


def _common(one: Span, other: Span) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def _inside(one: Span, other: Span) -> bool:
    return other[0] <= one[0] and one[1] <= other[1]


def count_names(document: Document, held: Sequence[Sequence[int]], counts: Counts) -> None:
    """Counts the pairs of named mentions, all and by type; `given`: only those both of whose mentions were found."""
    marked = document.marked
    names = [i for i, m in enumerate(marked) if m.kind == "name"]
    gold = {pair for pair in combinations(names, 2) if marked[pair[0]].cluster == marked[pair[1]].cluster}
    ours = {pair for cluster in held for pair in combinations(sorted(set(cluster)), 2)}
    found = {i for cluster in held for i in cluster}
    both = {pair for pair in gold if found.issuperset(pair)}
    counts.add("all types", right=len(gold & ours), found=len(ours), wanted=len(gold))
    counts.add("all types, found", right=len(gold & ours), found=len(ours), wanted=len(both))
    for name in TYPES:
        of = [{p for p in some if marked[p[0]].type == marked[p[1]].type == name} for some in (gold, ours, both)]
        counts.add(name, right=len(of[0] & of[1]), found=len(of[1]), wanted=len(of[0]))
        counts.add(f"{name}, found", right=len(of[0] & of[1]), found=len(of[1]), wanted=len(of[2]))


def count_pronouns(
    document: Document,
    clusters: Sequence[Sequence[tuple[Span, str]]],
    held: Sequence[Sequence[int]],
    counts: Counts,
) -> Iterator[str]:
    """Counts the pronouns for he and she; yields each that is wrong or missing, with its words."""
    owner = {span: k for k, cluster in enumerate(clusters) for span, form in cluster if form == "pronoun"}
    first: dict[int, int] = {}
    for m in document.marked:
        if m.kind == "name":
            first.setdefault(m.cluster, m.core[0])
    for m in (m for m in document.marked if m.kind in ROWS):
        wanted = first.get(m.cluster, m.span[0]) < m.span[0]
        k = owner.get(m.core)
        meant = Counter(document.marked[i].cluster for i in held[k]).most_common(1) if k is not None else []
        right = bool(meant) and meant[0][0] == m.cluster
        resolved = bool(meant)
        for row in ("he and she", ROWS[m.kind]):
            counts.add(row, right=right and wanted, found=resolved, wanted=wanted)
        if not right and (resolved or wanted):
            around = document.text[max(0, m.span[0] - 60) : m.span[0]] + "[" + document.text[m.span[0] : m.span[1]]
            yield f"{document.name} {'wrong' if resolved else 'missing'}: {' '.join(around.split())}]"


def report(name: str, documents: Sequence[Document], analyzer: str, *, verbose: bool = False) -> Iterator[str]:
    """Lines of figures of some documents."""
    counts = Counts()
    for document in documents:
        clusters = read_record(document, analyzer)
        held = named(document, clusters)
        count_names(document, held, counts)
        for line in count_pronouns(document, clusters, held, counts):
            if verbose:
                yield line
    yield f"{name}: {len(documents)} documents"
    pairs = (name + end for name in ("all types", *TYPES) for end in ("", ", found"))
    for row in (*pairs, "he and she", *ROWS.values()):
        p, r, f = counts.figures(row)
        yield f"  {row:22} P {p:5.1f}  R {r:5.1f}  F1 {f:5.1f}   of {counts.counts[row + ' wanted']}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the figures of GUM's news; exit status 2 where the data is absent."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.coreference", description=__doc__)
    parser.add_argument("--analyzer", default=DEFAULT_ANALYZER, metavar="NAME")
    parser.add_argument("--verbose", action="store_true", help="print each pronoun that is wrong or missing")
    given = parser.parse_args(arguments)
    paths = sorted((DATA / "syntax").glob("gum-*/GUM_news_*.conllu"))
    if not paths:
        print(f"{DATA / 'syntax'} has no news of GUM: its data are no part of this project", file=sys.stderr)
        return 2
    found = [read_document(path.read_text(encoding="utf-8").splitlines()) for path in paths]
    held = [d for d in found if d.name in HELD_TEXTS]
    seen = [d for d in found if d.name not in HELD_TEXTS]
    for name, some in (("held back from training", held), ("the model was trained on", seen), ("all news", found)):
        print(*report(name, some, given.analyzer, verbose=given.verbose and some is found), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
