from __future__ import annotations

import pytest

from evaluation.origin_pairs import COLLECTIONS, STORIES, UNCLEAR, build, documents, judged, pairs

TEXTS = {
    "a": {"doc_id": "a", "title": "A", "date": None, "text": "one\ntwo said\nthree\nfour"},
    "b": {"doc_id": "b", "title": "B", "date": "2031-05-07", "text": "five\n\nsix"},
}


@pytest.mark.parametrize(
    ("recipe", "text"),
    [
        ("a", "one\ntwo said\nthree\nfour"),
        ("a; keep 1-3", "two said\nthree"),
        ("a; drop 2", "one\nthree"),
        ("b; take a 0-2 at 1", "five\none\ntwo said\nsix"),
        ("a; swap; flip", "two stated\none\nfour\nthree"),
        ("a; keep 0-1; start received; end AP", "Our newsroom received the following by e-mail.\none\n(AP)"),
        ("b; say 0 church-4", "Whether there had been threats beforehand he would not tell.\nsix"),
    ],
)
def test_a_recipe_makes_a_report(recipe: str, text: str) -> None:
    made = build(recipe, TEXTS)
    assert (made["doc_id"], made["text"]) == (recipe, text)


def test_an_operation_that_is_not_known_is_an_error() -> None:
    with pytest.raises(ValueError, match="no such operation: shake"):
        build("a; shake", TEXTS)


def test_a_hundred_pairs_are_judged_and_hold_no_text_of_others() -> None:
    rows = judged()
    assert sum(row["label"] != UNCLEAR for row in rows) >= 100
    assert {row["label"] for row in rows} == {"copy", "derived", "shared", "furniture", "independent", UNCLEAR}
    assert all(len(row[side]) < 200 for row in rows for side in "ab")


@pytest.mark.skipif(
    not all((STORIES / name).exists() for name in COLLECTIONS), reason="the collections are not beside the project"
)
def test_every_pair_can_be_built() -> None:
    assert len(documents()) > 900
    assert all(pair["a"]["text"].strip() and pair["b"]["text"].strip() for pair in pairs())
