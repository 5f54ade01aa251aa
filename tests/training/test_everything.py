from itertools import chain

import pytest

from evaluation.shared import DATA
from training.language.labelled import Labelled
from training.language.sets.everything import held_back, training

pytestmark = pytest.mark.skipif(not (DATA / "syntax").is_dir(), reason="the data folder is not here")


@pytest.fixture(scope="module")
def learnt() -> list[Labelled]:
    """Read once for all tests."""
    return training(DATA)


@pytest.fixture(scope="module")
def measured() -> dict[str, list[Labelled]]:
    return held_back(DATA)


def test_no_text_is_both_learnt_from_and_measured_on(
    learnt: list[Labelled], measured: dict[str, list[Labelled]]
) -> None:
    texts = {(sentence.set.split("-")[0], sentence.text) for sentence in learnt}
    for name, sentences in measured.items():
        assert sentences, name
        assert not texts & {(sentence.set.split("-")[0], sentence.text) for sentence in sentences}, name
    assert {sentence.set for sentence in learnt}.isdisjoint({"worldwide", "uner-ewt-dev", "ewt-dev", "gum-dev"})


def test_all_layers_run_in_step_with_the_words(learnt: list[Labelled], measured: dict[str, list[Labelled]]) -> None:
    layers = ("upos", "feats", "heads", "deprels", "names", "attribution", "mentions", "clusters")
    for sentence in [*learnt, *chain.from_iterable(measured.values())]:
        for layer in layers:
            labels = getattr(sentence, layer)
            assert labels is None or len(labels) == len(sentence.words), (sentence.set, sentence.text, layer)
        assert sentence.heads is None or sentence.heads.count(-1) == 1
        assert all(marks for marks in sentence.names or ())


def test_marks_of_attribution_are_well_formed(learnt: list[Labelled]) -> None:
    for sentence in learnt:
        before = "O"
        for mark in sentence.attribution or ():
            assert not mark.startswith("I-") or before[2:] == mark[2:], sentence.words
            before = mark
