import pytest

from twosource.events.known import known_word
from twosource.vocab.events import NO_EVENT, noun_endings, noun_phrases, verb_endings, verb_phrases


def test_a_form_that_the_tables_list_has_their_lemma() -> None:
    assert known_word("Expelled", "VERB", "expelle")[:3] == ("expelled", "expel", "VERB")


@pytest.mark.parametrize(("text", "tag", "read"), [("IS", "AUX", "PROPN"), ("blamed", "PROPN", "VERB")])
def test_two_slips_of_analyzers_are_put_right(text: str, tag: str, read: str) -> None:
    assert known_word(text, tag, text.lower()).tag == read


def test_only_a_verb_begins_the_rows_of_verbs() -> None:
    assert known_word("expels", "VERB", "expel").endings
    assert not known_word("expels", "ADJ", "expel").endings


@pytest.mark.parametrize(
    ("text", "tag", "inside"),
    [("town", "NOUN", True), ("'s", "PART", True), ("to", "PART", False), ("(", "NOUN", False), ("of", "ADP", False),
     ("-", "PUNCT", None), ("displaced", "VERB", None)],
)  # fmt: skip
def test_whether_noun_phrases_hold_a_word(text: str, tag: str, inside: bool | None) -> None:
    assert known_word(text, tag, text).inside is inside


def test_endings_leave_out_no_row_that_names_an_event() -> None:
    for phrases, endings in ((verb_phrases(), verb_endings()), (noun_phrases(), noun_endings())):
        for first, rows in phrases.items():
            for row in rows:
                assert row.type == NO_EVENT or row.words[-1] <= endings[first]
