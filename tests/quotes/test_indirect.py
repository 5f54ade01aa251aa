from __future__ import annotations

import pytest

from tests.quotes.made import quotes, said

ONE = [
    ("The mayor said that the road was closed.", ["that the road was closed"], "The mayor"),
    ("The mayor said the road was closed.", ["the road was closed"], "The mayor"),
    ("The mayor said on Monday the road was closed.", ["the road was closed"], "The mayor"),
    ("The mayor told reporters that the road was closed.", ["that the road was closed"], "The mayor"),
    ("The mayor said in a statement that the road was closed.", ["that the road was closed"], "The mayor"),
    ("The road was closed, the mayor said.", ["The road was closed"], "the mayor"),
    ("The road was closed, the mayor told reporters on Monday.", ["The road was closed"], "the mayor"),
    ("The road was closed, said Joan Low.", ["The road was closed"], "Joan Low"),
    ("The road, she said, would stay closed.", ["The road", "would stay closed"], "she"),
    ("According to the mayor, the road was closed.", ["the road was closed"], "the mayor"),
    ("The road was closed, according to the mayor.", ["The road was closed"], "the mayor"),
    ("Joan Low praised the crews for their work.", ["the crews for their work"], "Joan Low"),
    ("Joan Low called for a new bridge.", ["a new bridge"], "Joan Low"),
    ("Joan Low urged drivers to stay at home.", ["drivers to stay at home"], "Joan Low"),
    ("Joan Low warned of more floods.", ["more floods"], "Joan Low"),
    ("Joan Low asked the mayor whether the road was safe.", ["whether the road was safe"], "Joan Low"),
    ("Joan Low vowed to rebuild the school.", ["to rebuild the school"], "Joan Low"),
    ("Joan Low went on to say that the school was lost.", ["that the school was lost"], "Joan Low"),
    ("People briefed on the talks said the deal was close.", ["the deal was close"], "People briefed on the talks"),
    ("Both Low and Grant said the deal was close.", ["the deal was close"], "Both Low and Grant"),
]


@pytest.mark.parametrize(("text", "content", "speaker"), ONE)
def test_one_indirect_quote_with_its_speaker(text: str, content: list[str], speaker: str) -> None:
    (found,) = quotes(text)
    assert said(found) == (content, speaker, "indirect")


def test_a_clause_with_quoted_words_is_a_mixed_quote_and_keeps_its_marks() -> None:
    (found,) = quotes('The minister called the deal "a bad joke" and left.')
    assert said(found)[0][0].startswith('the deal "a bad joke"') and found.kind == "mixed"
    (before,) = quotes('The deal is "a bad joke," the minister said.')
    assert before.kind == "mixed" and before.content[0].exact == 'The deal is "a bad joke'


def test_clauses_that_and_joins_are_quotes_of_their_own() -> None:
    first, second = quotes("Joan Low said that the dam was full and that nobody had opened it.")
    assert said(first)[:2] == (["that the dam was full"], "Joan Low")
    assert said(second)[:2] == (["that nobody had opened it"], "Joan Low")
    assert first.cue == second.cue


def test_content_ends_before_the_next_statement() -> None:
    first, second = quotes("Joan Low said the dam was full, adding that the valley was empty.")
    assert said(first)[0] == ["the dam was full"] and said(second)[:2] == (["that the valley was empty"], "Joan Low")
    first, second = quotes("Joan Low denied that the dam was full, and police said the valley was empty.")
    assert said(first)[0] == ["that the dam was full"] and said(second)[1] == "police"


def test_the_speaker_of_a_participle_is_the_subject_of_the_sentence() -> None:
    (found,) = quotes("The minister left the room, saying the talks had failed.")
    assert said(found)[:2] == (["the talks had failed"], "The minister")


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("The firm denied that the valve had failed.", "denied"),
        ("The firm did not say whether the valve had failed.", "not_said"),
        ("The firm declined to say why the valve had failed.", "not_said"),
        ("The firm said that the valve had not failed.", "said"),
    ],
)
def test_polarity(text: str, polarity: str) -> None:
    assert quotes(text)[0].polarity == polarity


@pytest.mark.parametrize(
    "text",
    [
        "The mayor could say that the road is closed.",
        "The car was reported by a neighbour.",
        "The claims of the firm were large.",
        "The road is closed.",
    ],
)
def test_what_reports_no_speech(text: str) -> None:
    assert quotes(text) == ()


def test_a_quote_inside_a_quote_names_the_outer_one() -> None:
    outer, inner = quotes("The minister said that his deputy had told staff that the plant was safe.")
    assert inner.within == outer.id and outer.within is None
    assert said(inner)[:2] == (["that the plant was safe"], "his deputy")
