from __future__ import annotations

import pytest

from tests.quotes.made import quotes, said

ONE = [
    ('"The bridge is safe," said Ana Costa.', ["The bridge is safe"], "Ana Costa"),
    ('"The bridge is safe," Ana Costa said.', ["The bridge is safe"], "Ana Costa"),
    ('Ana Costa said: "The bridge is safe."', ["The bridge is safe."], "Ana Costa"),
    ('Ana Costa said, "The bridge is safe."', ["The bridge is safe."], "Ana Costa"),
    ('Said Ana Costa: "The bridge is safe."', ["The bridge is safe."], "Ana Costa"),
    ('"Is the bridge safe?" Ana Costa asked.', ["Is the bridge safe?"], "Ana Costa"),
    ('"Get out!" Ana Costa shouted. She ran to the door.', ["Get out!"], "Ana Costa"),
    ('"We won!" beamed Ana Costa.', ["We won!"], "Ana Costa"),
    ('"Who are they?" Ana Costa said of the firm in May.', ["Who are they?"], "Ana Costa"),
    ('"I am done", she said.', ["I am done"], "she"),
    ('"It is safe," Ana Costa, the mayor, told reporters on Sunday.', ["It is safe"], "Ana Costa, the mayor,"),
    (
        '"It is safe," said Ana Costa, an engineer who inspected the bridge.',
        ["It is safe"],
        "Ana Costa, an engineer who inspected the bridge",
    ),
    (
        '"It is safe," said a spokesman for the transport ministry.',
        ["It is safe"],
        "a spokesman for the transport ministry",
    ),
    ('"It is safe," said Ana Costa in a statement.', ["It is safe"], "Ana Costa"),
    ('As Ana Costa said last week in Porto, "It is safe."', ["It is safe."], "Ana Costa"),
]


@pytest.mark.parametrize(("text", "content", "speaker"), ONE)
def test_one_direct_quote_with_its_speaker(text: str, content: list[str], speaker: str) -> None:
    (found,) = quotes(text)
    words, by, kind = said(found)
    assert (words, kind) == (content, "direct")
    assert by is not None and by.rstrip(",") == speaker.rstrip(",")


def test_a_split_quotation_is_one_quote_with_several_spans() -> None:
    (found,) = quotes('"We lost the roof," Joan Low said. "We lost the cattle too."')
    assert said(found) == (["We lost the roof", "We lost the cattle too."], "Joan Low", "direct")
    (within,) = quotes('"We lost the roof," Joan Low said, "and we lost the cattle."')
    assert said(within) == (["We lost the roof", "and we lost the cattle."], "Joan Low", "direct")


def test_adding_begins_a_quote_of_its_own_with_the_same_speaker() -> None:
    first, second = quotes('"We lost the roof," Joan Low said, adding: "Nobody came to help."')
    assert said(first)[:2] == (["We lost the roof"], "Joan Low")
    assert said(second)[:2] == (["Nobody came to help."], "Joan Low")


def test_a_quotation_runs_on_over_paragraphs_that_do_not_close_it() -> None:
    (found,) = quotes('"We have no water.', '"We have no light," said Joan Low, a farmer. "We wait."')
    assert [c.exact for c in found.content] == ["We have no water.", "We have no light", "We wait."]


def test_a_paragraph_that_is_one_quotation_goes_on_with_the_quote_before_it() -> None:
    (found,) = quotes('"We have no water," Joan Low said.', '"We have no light either."')
    assert [c.exact for c in found.content] == ["We have no water", "We have no light either."]


def test_a_line_that_ends_in_a_colon_introduces_the_quotation_below() -> None:
    (found,) = quotes("Joan Low continued:", '"Nobody told us that the dam was full that night."')
    assert said(found) == (["Nobody told us that the dam was full that night."], "Joan Low", "direct")


def test_a_paragraph_in_quotation_marks_belongs_to_who_spoke_just_before() -> None:
    _, found = quotes("Joan Low said the dam was full.", '"Nobody told us that it could break that night."')
    assert said(found) == (["Nobody told us that it could break that night."], "Joan Low", "direct")
    assert found.cue is None


def test_a_quotation_that_nobody_speaks_stays_without_a_speaker() -> None:
    (found,) = quotes("The dam broke at night.", '"Nobody told us that it could break that night."')
    assert found.speaker_selector is None and found.speaker is None
    assert found.evidence[0].function == "quotation_alone"


@pytest.mark.parametrize(
    "text",
    [
        'The so-called "snow law" was passed in May.',
        'Mick "The Hammer" Dunn won the race on Sunday.',
        'The film "The Long Night" opens in March.',
        "The dam held 5\" of water and 3' of mud.",
    ],
)
def test_scare_quotes_titles_and_nicknames_are_no_quotes(text: str) -> None:
    assert quotes(text) == ()


def test_transcripts_name_the_speaker_before_a_colon() -> None:
    first, second = quotes("LOW: Where were you that night, minister?", "GRANT: I was at home with my family.")
    assert said(first)[1] == "LOW" and said(second)[1] == "GRANT"


def test_a_headline_names_a_speaker_that_the_text_names_too() -> None:
    text = "Police in Porto searched a house on Sunday."
    (found,) = quotes(text, headline="Police: two men wanted over Porto fire")
    assert said(found)[0] == ["two men wanted over Porto fire"]
    assert quotes(text, headline="Video: two men wanted over Porto fire") == ()
