import pytest

from tests.actors.made import actors, named, said_of


def test_a_pronoun_is_the_last_subject_of_its_gender() -> None:
    found = actors("Ana Rojas met Paul Okello. She laughed. He did not.")
    assert said_of(named(found, "Ana Rojas"), "pronoun") == ["She"]
    assert said_of(named(found, "Paul Okello"), "pronoun") == ["He"]


def test_a_pronoun_inside_a_quotation_is_not_who_speaks_there() -> None:
    found = actors('Ana Rojas met Paul Okello. "He lied," said Okello.')
    assert said_of(named(found, "Paul Okello"), "pronoun") == []
    found = actors('Paul Okello nodded. "He lied," said Ana Rojas.')
    assert said_of(named(found, "Paul Okello"), "pronoun") == ["He"]


def test_a_pronoun_that_can_mean_two_is_left_out() -> None:
    found = actors("They saw Peter Bell and Paul Okello at sea. Nets were full, he wrote.")
    assert said_of(named(found, "Peter Bell"), "pronoun") == []
    assert said_of(named(found, "Paul Okello"), "pronoun") == []


@pytest.mark.parametrize(
    "text",
    [
        "A boy died in the river on Sunday, Inspector Paul Okello said. His bag was found.",
        "Inspector Paul Okello led the search. A boy died in the river. He was 12.",
        "A man was shot on Monday, said Paul Okello. He is in hospital.",
        "Paul Okello led the search. A 12-year-old boy died in the river. His bag was found.",
        "Paul Okello led the search. A driver died in the river. His bag was found.",
    ],
)
def test_a_pronoun_after_somebody_without_a_name_is_no_one_named_before(text: str) -> None:
    assert said_of(named(actors(text), "Paul Okello"), "pronoun") == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A girl died in the river, Paul Okello said. He led the search.", "He"),
        ("A man named Paul Okello led the search. He found nothing.", "He"),
        ("Paul Okello came home on Monday, a spokesman said. His bag was lost.", "His"),
        ("A fireman of the town, Paul Okello, led the search. He found nothing.", "He"),
        ("Paul Okello left. His son was ill. His bag was found.", "His"),
        ("The man was out. Paul Okello led the search. He found nothing.", "He"),
        ("Paul Okello led the search. An official said it was over. He found nothing.", "He"),
        ('Paul Okello led the search. "A driver can see more," he said. He found nothing.', "He"),
    ],
)
def test_a_pronoun_goes_past_who_has_another_gender_or_a_name(text: str, words: str) -> None:
    assert words in said_of(named(actors(text), "Paul Okello"), "pronoun")
