import numpy as np
import pytest

pytest.importorskip("scipy", reason="scipy is needed for the figures of links only")

from evaluation.shared import DATA
from training.language.measure_links import (
    Marked,
    by_pronoun,
    by_same_word,
    clusters_of,
    gold_clusters,
    measure_links,
)
from training.language.sets.everything import held_back
from twosource.nlp.shipped.network import Labels


def marked(words: str, clusters: tuple[int, ...], mentions: str = "", types: tuple[str, ...] = ()) -> Marked:
    """A sentence in which `x` of `mentions` marks the heads of mentions, of `types` in their order."""
    n, given = len(clusters), iter(types)
    none = np.zeros((n, 64), dtype=np.float32)
    found = [next(given, "object") if mark == "x" else "" for mark in (mentions or "x" * n)]
    labels = Labels(
        ["NOUN"] * n, ["_"] * n, [-1] * n, ["dep"] * n, [], [], found, none, none, np.zeros(384, np.float32)
    )
    return Marked(words.split(), labels, clusters, ["event" if c >= 0 else "" for c in clusters])


def test_figures_of_the_worked_example_of_pradhan_and_others() -> None:
    # key {a b c} {d e f g}, response {a b} {c d} {f g h i}: table 1 of Pradhan et al. (2014)
    document = [marked("a b c d e f g h i", (1, 1, 1, 2, 2, 2, 2, -1, -1))]
    links = [-1, 0, -1, 2, -1, -1, 5, 6, 7]
    found = measure_links([document], lambda _: links)
    assert found["muc"] == pytest.approx(40, abs=0.1)
    assert found["b3"] == pytest.approx(100 * 2 * 0.417 * 0.5 / 0.917, abs=0.2)
    assert found["ceafe"] == pytest.approx(100 * 2 * 1.3 / 5, abs=0.1)
    assert found["conll"] == pytest.approx((found["muc"] + found["b3"] + found["ceafe"]) / 3, abs=0.01)
    assert found["links"] == pytest.approx(200 * 2 / 5 * 2 / 5 / (4 / 5), abs=0.1)


def test_all_right_is_a_hundred_and_nothing_found_is_none() -> None:
    document = [marked("a b a c", (1, 2, 1, 3))]
    assert set(measure_links([document], lambda _: [-1, -1, 0, -1]).values()) == {100}
    assert set(measure_links([document], lambda _: [-1] * 4).values()) == {0}
    assert set(measure_links([], lambda _: []).values()) == {0}


def test_links_are_tied_together_and_single_mentions_are_no_cluster() -> None:
    places = [(0, 0), (0, 1), (1, 0), (1, 1)]
    assert clusters_of(places, [-1, -1, 0, 2]) == [frozenset({(0, 0), (1, 0), (1, 1)})]
    assert gold_clusters([marked("a b", (4, 5)), marked("a", (4,))]) == [frozenset({(0, 0), (1, 0)})]


def test_labelled_mentions_keep_the_models_type() -> None:
    found = marked("a b c", (1, 2, -1), "x x", ("person",)).with_gold()
    assert found.labels.mentions == ["person", "event", ""]


def test_baselines() -> None:
    document = [
        marked("Ana bought boats", (1, -1, 2), "x-x", ("person", "object")),
        marked("She likes them ; Boats float", (1, -1, 2, -1, 2, -1), "x-x-x-", ("person", "object", "object")),
    ]
    assert by_same_word(document) == [-1, -1, -1, -1, 1]
    assert by_pronoun(document) == [-1, -1, 0, 1, 1]


def test_they_take_up_anything_and_we_only_we() -> None:
    document = [marked("Ana boats them we us", (1, 2, 2, 3, 3), "xxxxx", ("person", "object"))]
    assert by_pronoun(document) == [-1, -1, 1, -1, 3]


@pytest.mark.skipif(not (DATA / "syntax").is_dir(), reason="the data folder is not here")
def test_held_back_texts_bear_clusters() -> None:
    held = held_back(DATA, ["gum-news", "gum-dev"])
    assert len({s.text for s in held["gum-news"] if s.clusters}) == 5
    assert len({s.text for s in held["gum-dev"] if s.clusters}) == 10
