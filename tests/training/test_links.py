import io
from dataclasses import replace

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="torch is needed for training only")

from training.language.documents import Read  # noqa: E402
from training.language.links import Scorer, as_ranked, fit, pair_scores  # noqa: E402
from training.language.network import Joint, Sizes  # noqa: E402
from training.language.small_weights import small_weights  # noqa: E402
from twosource.nlp.shipped.link_features import Table  # noqa: E402
from twosource.nlp.shipped.link_scores import LinkScorer  # noqa: E402

TOWNS = ("Arl", "Bex", "Cor", "Dun")


def text(seed: int) -> list[Read]:
    """A text in which the same town is the same thing and all else is new."""
    rng = np.random.default_rng(seed)
    return [sentence(str(rng.choice(TOWNS)), i) for i in range(25)]


def sentence(town: str, i: int) -> Read:
    words = (f"thing{i}", "in", town)
    return Read(
        words=words,
        upos=["NOUN", "ADP", "PROPN"],
        feats=["Number=Sing", "_", "Number=Sing"],
        heads=[-1, 2, 0],
        deprels=["root", "case", "nmod"],
        mentions=["object", "", ""],
        types=["object", "object", "place"],
        clusters=(100 + i, -1, TOWNS.index(town)),
        states=torch.from_numpy(np.random.default_rng(i).normal(size=(3, 384))).bfloat16(),
    )


@pytest.fixture(scope="module")
def model() -> Joint:
    torch.manual_seed(0)
    return Joint(Sizes(upos=3, feats=2, deprels=4, names=3, attribution=3, mentions=3)).eval()


@pytest.fixture(scope="module")
def scorer(model: Joint) -> Scorer:
    return fit(model, [as_ranked([x.with_gold() for x in text(seed)]) for seed in range(4)])


def test_gold_mentions_take_the_place_of_the_models() -> None:
    first = text(0)[0]
    assert first.with_gold().mentions == ["object", "", "place"]
    assert replace(first, clusters=(-1, -1, -1)).with_gold().mentions == ["", "", ""]


def test_right_antecedents_are_all_of_the_cluster_or_none() -> None:
    found = as_ranked([sentence(town, i).with_gold() for i, town in enumerate(("Arl", "Arl", "Bex", "Arl"))])
    assert found.right[:, 0].tolist() == [True, True, True, False, True, True, True, False]
    assert found.there[7][found.right[7, 1:]].tolist() == [3, 1]
    assert found.states.shape == (8, 384)


def test_it_learns_that_the_same_town_is_the_same(model: Joint, scorer: Scorer) -> None:
    x = as_ranked([read.with_gold() for read in text(9)])
    with torch.no_grad():
        best = pair_scores(x, model.link_word(x.states), model.link_head(x.states), scorer).argmax(1)
    assert x.right.gather(1, best[:, None]).float().mean() > 0.95


def test_the_package_finds_what_training_finds(model: Joint, scorer: Scorer) -> None:
    document = [read.with_gold() for read in text(7)]
    x = as_ranked(document)
    with torch.no_grad():
        word, head = model.link_word(x.states), model.link_head(x.states)
        best = pair_scores(x, word, head, scorer).argmax(1)
    wanted = [int(x.there[i, k - 1]) if k else -1 for i, k in enumerate(best.tolist())]
    runtime = LinkScorer(np.load(io.BytesIO(small_weights(model, scorer))))
    table = Table([read.words for read in document], document)
    assert runtime.antecedents(table, word.numpy(), head.numpy()).tolist() == wanted


def test_small_weights_hold_the_labels_of_arcs_as_they_are_read(model: Joint, scorer: Scorer) -> None:
    weights = np.load(io.BytesIO(small_weights(model, scorer)))
    assert weights["label"].shape == (128, 4)
    assert weights["label_bias"].shape == (4,)
    assert small_weights(model, scorer) == small_weights(model, scorer)
    assert all(weights[name].dtype == np.float32 for name in weights)


def test_a_text_without_mentions_is_passed_over(model: Joint) -> None:
    empty = as_ranked([replace(text(0)[0], mentions=["", "", ""])])
    assert empty.right.shape[0] == 0
    fit(model, [empty, as_ranked([x.with_gold() for x in text(0)])])
