from __future__ import annotations

import pytest

from training.language.sets.kinds import known, led_coalitions, narrowed, typed
from training.language.sets.marks import COARSE, LABELS, Span, bio, coarse, runs, split_at_commas
from training.language.sets.trim import trimmed, without_title
from training.language.sets.untold import free_names


def cut(text: str, title: bool = False) -> str:
    words = text.split(" ")
    start, end = (without_title if title else trimmed)(words, 0, len(words))
    return " ".join(words[start:end])


def test_a_sure_span_gives_begin_then_inside_and_a_coarse_one_all_its_labels() -> None:
    marks = bio(4, [Span(1, 3, ("LOC", "GPE"))])
    assert marks == (("O",), ("B-GPE", "B-LOC"), ("I-GPE", "I-LOC"), ("O",))


def test_an_unsure_span_may_be_none_and_may_begin_anywhere() -> None:
    assert bio(2, [Span(0, 2, ("DATE",), sure=False)]) == (("O", "B-DATE"), ("O", "B-DATE", "I-DATE"))


def test_of_spans_that_overlap_the_first_stands() -> None:
    assert bio(3, [Span(0, 2, ("ORG",)), Span(1, 3, ("GPE",))]) == (("B-ORG",), ("I-ORG",), ("O",))


def test_a_label_outside_the_guideline_is_an_error() -> None:
    with pytest.raises(ValueError, match="PLACE"):
        bio(1, [Span(0, 1, ("PLACE",))])


def test_every_coarse_label_leads_to_labels_of_the_guideline() -> None:
    for table in COARSE.values():
        for labels in table.values():
            assert set(labels) <= set(LABELS) and labels


def test_runs_begin_at_b_and_where_the_label_changes() -> None:
    assert runs(("I-PER", "I-PER", "I-ORG", "O", "B-LOC", "B-LOC", "I-LOC")) == [
        (0, 2, "PER"),
        (2, 3, "ORG"),
        (4, 5, "LOC"),
        (5, 7, "LOC"),
    ]


def test_labels_that_are_no_names_are_left_out() -> None:
    assert coarse("worldwide", ("B-MONEY", "B-PRODUCT")) == [Span(1, 2, ("MISC",))]


def test_a_town_and_its_state_are_two_names() -> None:
    words = ("Austin", ",", "Texas")
    assert split_at_commas(words, Span(0, 3, ("GPE",))) == [Span(0, 1, ("GPE",)), Span(2, 3, ("GPE",))]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("the World Bank 's", "World Bank"),
        ("northern Mali", "Mali"),
        ("al - Shabaab", "al - Shabaab"),
        ("sub - Saharan Africa", "sub - Saharan Africa"),
        ("Mirage 2000", "Mirage 2000"),
        ("the army", ""),
    ],
)
def test_names_lose_articles_and_small_words(text: str, want: str) -> None:
    assert cut(text) == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("President Ana Roe", "Ana Roe"),
        ("Deputy Foreign Minister Omar Bello", "Omar Bello"),
        ("Lt. Gen. Karl Stein", "Karl Stein"),
        ("Mr Dube", "Dube"),
        ("Foreign Minister Julie Bishop", "Julie Bishop"),
        ("Prime Minister", ""),
        ("Ana Roe", "Ana Roe"),
    ],
)
def test_persons_lose_titles(text: str, want: str) -> None:
    assert cut(text, title=True) == want


@pytest.mark.parametrize(
    ("name", "want"),
    [("Syria", "GPE"), ("KENYA", "GPE"), ("Texas", "GPE"), ("Kurds", "NORP"), ("Islam", "MISC"), ("Zorbl", "")],
)
def test_known_names_have_their_usual_label(name: str, want: str) -> None:
    assert known(name) == want


@pytest.mark.parametrize(
    ("text", "labels", "want"),
    [
        ("Kenya", ("GPE", "LOC", "FAC"), ("GPE",)),
        ("Zorbl River", ("GPE", "LOC", "FAC"), ("LOC",)),
        ("Zorbl Airport", ("GPE", "LOC", "FAC"), ("FAC",)),
        ("Zorbl", ("GPE", "LOC", "FAC"), ("GPE", "LOC", "FAC")),
        ("West African", ("NORP", "EVENT", "MISC"), ("NORP",)),
        ("F-86 Sabre", ("NORP", "EVENT", "MISC"), ("EVENT", "MISC")),
    ],
)
def test_tables_narrow_coarse_labels(text: str, labels: tuple[str, ...], want: tuple[str, ...]) -> None:
    words = text.split(" ")
    assert narrowed(words, Span(0, len(words), labels)).labels == want


def test_an_adjective_of_nationality_is_misc_where_it_is_a_language() -> None:
    labels = ("NORP", "EVENT", "MISC")
    assert narrowed(("written", "in", "French", "."), Span(2, 3, labels)).labels == ("MISC",)
    assert narrowed(("a", "French", "ship", "."), Span(1, 2, labels)).labels == ("NORP",)


def test_a_country_that_acts_is_a_country() -> None:
    assert typed(("Kenya", "agreed"), Span(0, 1, ("ORG",))).labels == ("GPE",)
    assert typed(("Operation", "Red", "Dune"), Span(0, 3, ("ORG",))).labels == ("EVENT",)


def test_led_makes_a_name_of_a_coalition_and_of_nothing_else() -> None:
    assert led_coalitions(["the", "Saudi", "-", "led", "coalition", "hit"]) == []  # an adjective in the tables
    assert led_coalitions(["the", "US", "-", "led", "coalition", "hit"]) == [Span(1, 5, ("ORG",))]
    assert led_coalitions(["the", "US", "-", "led", "strikes", "hit"]) == []


def test_what_nobody_told_may_be_a_name_but_for_titles_and_openings() -> None:
    words = ["After", "talks", "Foreign", "Minister", "Zorbl", "of", "Karsk", "met", "Quux", "and", "Ana", "."]
    found = [(span.start, span.end) for span in free_names(words, [Span(8, 9, ("PER",))])]
    assert found == [(4, 7), (10, 11)]
