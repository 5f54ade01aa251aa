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
