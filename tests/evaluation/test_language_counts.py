from __future__ import annotations

from dataclasses import replace

from evaluation.language.counts import Found, Judged, Words, by_label, judge, sure_names
from tests.evaluation.labelled_by_hand import FERRY, given
from training.language.sets.marks import Span, bio

PLACE = ("GPE", "LOC", "FAC")


def test_words_are_counted_layer_by_layer() -> None:
    wrong = given(FERRY, ["O"] * 8)
    wrong = replace(wrong, upos=["NOUN", *wrong.upos[1:]], heads=[1, 3, 3, *wrong.heads[3:]])
    wrong = replace(wrong, deprels=["flat", *wrong.deprels[1:]], feats=["_"] * 8)
    words = Words()
    words.add(FERRY, wrong)
    # Of the features Mood=Ind is not learnt: four words have any. One head is wrong, and one relation beside it.
    assert words.figures() == {"UPOS": 87.5, "feats": 50.0, "UAS": 87.5, "LAS": 75.0, "words": 8}


def test_features_are_held_against_those_that_are_learnt() -> None:
    learnt = ["_", "Number=Sing", "Number=Sing", "Tense=Past|VerbForm=Fin", "_", "Number=Sing", "_", "_"]
    words = Words()
    words.add(FERRY, replace(given(FERRY, ["O"] * 8), feats=learnt))
    assert words.figures()["feats"] == 100


def test_a_sentence_without_syntax_counts_for_nothing() -> None:
    words = Words()
    words.add(replace(FERRY, heads=None), given(FERRY, ["O"] * 8))
    assert words.total == 0


def test_a_name_is_right_with_each_label_that_is_possible() -> None:
    marks = bio(3, [Span(1, 3, PLACE)])
    assert list(judge(marks, ["O", "B-FAC", "I-FAC"])) == [Judged("FAC", found=True, gold=True)]
    assert list(judge(marks, ["O", "O", "O"])) == [Judged("GPE", found=False, gold=True)]
    assert list(judge(marks, ["O", "B-ORG", "I-ORG"])) == [
        Judged("ORG", found=True, gold=False),
        Judged("GPE", found=False, gold=True),
    ]


def test_a_name_of_other_words_is_wrong_and_the_right_one_missed() -> None:
    marks = bio(3, [Span(1, 3, ("PER",))])
    assert list(judge(marks, ["O", "O", "B-PER"])) == [
        Judged("PER", found=True, gold=False),
        Judged("PER", found=False, gold=True),
    ]


def test_what_is_left_open_counts_neither_way() -> None:
    marks = bio(4, [Span(1, 3, ("NORP", "MISC"), sure=False)])
    assert list(judge(marks, ["O", "O", "O", "O"])) == []
    assert list(judge(marks, ["O", "B-MISC", "I-MISC", "O"])) == []
    assert list(judge(marks, ["O", "O", "B-NORP", "O"])) == []
    assert list(judge(marks, ["O", "B-PER", "I-PER", "O"])) == [Judged("PER", found=True, gold=False)]
    assert list(judge(marks, ["B-MISC", "I-MISC", "I-MISC", "O"])) == [Judged("MISC", found=True, gold=False)]


def test_names_side_by_side_stay_apart() -> None:
    marks = bio(4, [Span(0, 1, ("GPE",)), Span(1, 3, PLACE), Span(3, 4, ("DATE",), sure=False)])
    assert sure_names(marks) == [(0, 1, ("GPE",)), (1, 3, PLACE)]


def test_counts_by_label_come_after_those_of_all_in_the_order_of_the_guideline() -> None:
    judged = [Judged("MISC", found=True, gold=True), Judged("PER", found=True, gold=False)]
    assert by_label(judged) == {"all": Found(1, 2, 1), "PER": Found(0, 1, 0), "MISC": Found(1, 1, 1)}


def test_figures_without_any_name_are_zero() -> None:
    assert Found().figures() == {"P": 0, "R": 0, "F1": 0, "gold": 0}
    assert Found(right=1, found=2, gold=4).figures() == {"P": 50.0, "R": 25.0, "F1": 33.3, "gold": 4}
