"""What the links between mentions are worth: `measure_links` on held-back documents, beside two baselines.

MUC (Vilain et al. 1995), B³ (Bagga and Baldwin 1998), CEAF-e (Luo 2005) and their mean as Pradhan et al. (2014) define
them for mentions that one side lacks. As in OntoNotes, clusters of one mention are left out on both sides. A mention is
its head word, so that figures do not depend on where a phrase ends.

`python -m training.language.measure_links` prints them for the shipped model.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from scipy.optimize import linear_sum_assignment  # type: ignore[import-untyped]

from training.language.labelled import Labelled
from training.language.sets.everything import held_back
from twosource.nlp.shipped.files import read_files, shipped_files
from twosource.nlp.shipped.link_scores import LinkScorer
from twosource.nlp.shipped.link_words import PRONOUNS
from twosource.nlp.shipped.mentions import antecedents
from twosource.nlp.shipped.network import Labels, Network

Place = tuple[int, int]
"""Sentence and word."""
Cluster = frozenset[Place]


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence: its words, what a model says of them, and which clusters they belong to, -1 for none."""

    words: Sequence[str]
    labels: Labels
    clusters: Sequence[int]
    types: Sequence[str]

    def with_gold(self) -> Marked:
        """The same with the labelled mentions in place of the model's; of the model's type, where it has one there."""
        columns = zip(self.labels.mentions, self.types, self.clusters, strict=True)
        mentions = [(own or gold) if cluster >= 0 else "" for own, gold, cluster in columns]
        return replace(self, labels=replace(self.labels, mentions=mentions))


Document = list[Marked]
Links = Callable[[Document], Sequence[int]]
"""Gives for each mention of a document the index of its antecedent, -1 for none."""
_FIGURES = ("muc", "b3", "ceafe")
_PERSONAL = tuple(name for name in PRONOUNS if name not in ("this", ""))


def measure_links(documents: Sequence[Document], links: Links) -> dict[str, float]:
    """F1 in per cent: `links` (antecedents), `muc`, `b3`, `ceafe`, `conll` (their mean), `mentions` (in clusters)."""
    counts: Counter[str] = Counter()
    for document in documents:
        places, found = mentions_of(document), links(document)
        key, response = gold_clusters(document), clusters_of(places, found)
        counts.update(_link_counts(places, found, key))
        counts.update(_counts(key, response))
    figures = {name: _f1(counts, name) for name in ("links", *_FIGURES, "mentions")}
    return figures | {"conll": round(sum(figures[name] for name in _FIGURES) / 3, 2)}


def mentions_of(document: Document) -> list[Place]:
    """The places of the mentions that the document bears, in their order."""
    return [(i, k) for i, x in enumerate(document) for k, kind in enumerate(x.labels.mentions) if kind]


def gold_clusters(document: Document) -> list[Cluster]:
    """The labelled clusters of two mentions or more."""
    groups: dict[int, set[Place]] = {}
    for i, x in enumerate(document):
        for k, cluster in enumerate(x.clusters):
            if cluster >= 0:
                groups.setdefault(cluster, set()).add((i, k))
    return [frozenset(group) for group in groups.values() if len(group) > 1]


def clusters_of(places: Sequence[Place], links: Sequence[int]) -> list[Cluster]:
    """What the links tie together."""
    groups: list[set[Place]] = []
    own: list[int] = []
    for place, link in zip(places, links, strict=True):
        own.append(own[link] if link >= 0 else len(groups))
        if link < 0:
            groups.append(set())
        groups[own[-1]].add(place)
    return [frozenset(group) for group in groups if len(group) > 1]


def _link_counts(places: Sequence[Place], links: Sequence[int], key: Sequence[Cluster]) -> dict[str, float]:
    """A link is right where both ends are of one cluster; every mention of a cluster but its first has to have one."""
    of = {place: i for i, cluster in enumerate(key) for place in cluster}
    made = [(of.get(places[i], -1), of.get(places[j], -2)) for i, j in enumerate(links) if j >= 0]
    right = sum(a == b for a, b in made)
    wanted = sum(len(cluster) - 1 for cluster in key)
    return {"links p": right, "links p of": len(made), "links r": right, "links r of": wanted}


def _counts(key: Sequence[Cluster], response: Sequence[Cluster]) -> dict[str, float]:
    """Numerators and denominators of recall (r) and precision (p) of a document."""
    found: dict[str, float] = {}
    for side, one, other in (("r", key, response), ("p", response, key)):
        of = {place: i for i, cluster in enumerate(other) for place in cluster}
        shares = [(len(cluster), Counter(of.get(place, -1) for place in cluster)) for cluster in one]
        found[f"muc {side}"] = sum(size - len(share) - max(0, share[-1] - 1) for size, share in shares)
        found[f"muc {side} of"] = sum(size - 1 for size, _ in shares)
        found[f"b3 {side}"] = sum(n * n / size for size, share in shares for i, n in share.items() if i >= 0)
        found[f"b3 {side} of"] = sum(size for size, _ in shares)
        found[f"mentions {side}"] = sum(size - share[-1] for size, share in shares)
        found[f"mentions {side} of"] = found[f"b3 {side} of"]
        found[f"ceafe {side}"], found[f"ceafe {side} of"] = _aligned(key, response), len(one)
    return found


def _aligned(key: Sequence[Cluster], response: Sequence[Cluster]) -> float:
    """The likeness of the best one-to-one matching of clusters: CEAF's φ4."""
    if not key or not response:
        return 0.0
    likeness = np.array([[2 * len(a & b) / (len(a) + len(b)) for b in response] for a in key])
    rows, columns = linear_sum_assignment(likeness, maximize=True)
    return float(likeness[rows, columns].sum())


def _f1(c: Mapping[str, float], name: str) -> float:
    recall, precision = (c[f"{name} {side}"] / max(c[f"{name} {side} of"], 1) for side in "rp")
    return round(200 * recall * precision / max(recall + precision, 1e-9), 2)


def by_scorer(scorer: LinkScorer) -> Links:
    """The links of a trained scorer, through the code that runs in the package."""
    return lambda document: antecedents([x.words for x in document], [x.labels for x in document], scorer)


def by_same_word(document: Document) -> list[int]:
    """Baseline: the last mention with the same head word in small letters, pronouns apart."""
    last, found = dict[str, int](), list[int]()
    for i, (word, pronoun) in enumerate(_words(document)):
        found.append(-1 if pronoun else last.get(word, -1))
        last[word] = i
    return found


def by_pronoun(document: Document) -> list[int]:
    """Baseline: a personal pronoun takes up the nearest pronoun of its class or noun of a fitting type; nouns as above.

    He and she take up people, it what is no person, they anything; I, we and you only themselves.
    """
    found = by_same_word(document)
    kinds = [kind for x in document for kind in x.labels.mentions if kind]
    words = list(_words(document))
    for i, (_, pronoun) in enumerate(words):
        if pronoun:
            fitting = (j for j in range(i - 1, -1, -1) if _fits(pronoun, words[j][1], kinds[j]))
            found[i] = next(fitting, -1)
    return found


def _fits(pronoun: str, other: str, kind: str) -> bool:
    if other:
        return other == pronoun
    allowed = {"he": kind == "person", "she": kind == "person", "it": kind != "person", "they": True}
    return allowed.get(pronoun, False)


def _words(document: Document) -> Iterator[tuple[str, str]]:
    """The head word of each mention in small letters, and the class of the personal pronoun that it is, or none."""
    classes = {word: name for name in _PERSONAL for word in PRONOUNS[name]}
    for x in document:
        for word, kind in zip(x.words, x.labels.mentions, strict=True):
            if kind:
                yield word.lower(), classes.get(word.lower(), "")


def documents(network: Network, sentences: Sequence[Labelled]) -> list[Document]:
    """The texts that bear clusters, as the network reads them."""
    found: dict[str, Document] = {}
    for s in sentences:
        if s.clusters is not None and s.mentions is not None:
            own = Marked(s.words, network.label(s.words), s.clusters, s.mentions)
            found.setdefault(s.text, []).append(own)
    return list(found.values())


def table(texts: Mapping[str, Sequence[Document]], scorer: LinkScorer) -> Iterator[str]:
    """A line for each set, with gold mentions and with the model's, for the scorer and for both baselines."""
    ways = {"model": by_scorer(scorer), "same word": by_same_word, "pronoun rule": by_pronoun}
    for name, some in texts.items():
        gold = [[x.with_gold() for x in document] for document in some]
        for mentions, given in (("gold", gold), ("model's", some)):
            for way, links in ways.items():
                figures = measure_links(given, links)
                row = "  ".join(f"{key} {value:5.1f}" for key, value in figures.items())
                yield f"{name:9} {mentions:8} {way:13} {row}"


def main() -> None:
    """Prints the table for gum-dev and for the news of GUM that are held back."""
    parser = argparse.ArgumentParser(prog="python -m training.language.measure_links", description=__doc__)
    root = Path(__file__).parents[2]
    parser.add_argument(
        "--data", type=Path, default=root.parent / "shared" / "data", help="the folder of the open sets"
    )
    parser.add_argument("--model", type=Path, help="folder of the model's files; default: the shipped one")
    given = parser.parse_args()
    network = Network(read_files(given.model or shipped_files()), 1)
    held = held_back(given.data)
    print(*table({name: documents(network, held[name]) for name in ("gum-dev", "gum-news")}, network.scorer), sep="\n")


if __name__ == "__main__":
    main()
