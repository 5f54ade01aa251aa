from collections import Counter
from itertools import chain

import pytest

from evaluation.shared import DATA
from training.language.sets.conllu import read
from training.language.sets.features import FOLDED, reduced
from training.language.sets.ud import gum_files


@pytest.mark.parametrize(
    ("feats", "upos", "kept"),
    [
        ("Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin", "VERB", "Tense=Past|VerbForm=Fin"),
        ("Tense=Past|VerbForm=Part|Voice=Pass", "VERB", "Tense=Past|VerbForm=Part|Voice=Pass"),
        ("Degree=Pos", "ADJ", "_"),
        ("Degree=Cmp", "ADV", "Degree=Cmp"),
        ("Number=Ptan", "NOUN", "Number=Plur"),
        ("Case=Nom|Number=Sing|Person=2|PronType=Prs", "PRON", "Person=2|PronType=Prs"),
        ("NumForm=Digit|NumType=Card", "NUM", "_"),
        ("_", "VERB", "_"),
        ("Number=Sing", "NEW", "_"),
    ],
)
def test_features_are_reduced_to_those_of_use(feats: str, upos: str, kept: str) -> None:
    assert reduced(feats, upos) == kept


def test_nothing_is_folded_into_what_is_folded() -> None:
    assert not set(FOLDED) & set(FOLDED.values())


@pytest.mark.skipif(not (DATA / "syntax").is_dir(), reason="the data folder is not here")
def test_few_values_are_left_and_none_is_rare() -> None:
    paths = [DATA / "syntax" / "ewt-train.conllu", *gum_files(DATA, "train")]
    values = Counter(
        reduced(feats, upos)
        for sentence in chain.from_iterable(map(read, paths))
        for feats, upos in zip(sentence.feats or (), sentence.upos or (), strict=True)
    )
    assert len(values) == 24
    assert min(values.values()) >= 50
