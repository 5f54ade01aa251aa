"""Names found where a model missed them: letters in brackets, names it found elsewhere, headlines in capitals."""

from __future__ import annotations

import pytest

from tests.nlp.marked_text import made


def test_letters_bound_once_are_bound_throughout() -> None:
    after = made(
        "The NRC left .",
        "The [ORG Northern Relief Council] ( [PER NRC] ) came .",
        "Then [GPE NRC] and NRC-run boats sank , NRC said , unlike nrc .",
    )
    assert after[0] == "The [ORG NRC] left ."
    assert after[1] == "The [ORG Northern Relief Council] ( [ORG NRC] ) came ."
    assert after[2] == "Then [ORG NRC] and NRC-run boats sank , [ORG NRC] said , unlike nrc ."


def test_letters_before_the_name_are_bound() -> None:
    after = made("NRC ( [ORG Northern Relief Council] ) left .", "A NRC boat sank .")
    assert after == ["[ORG NRC] ( [ORG Northern Relief Council] ) left .", "A [ORG NRC] boat sank ."]


def test_letters_of_another_tongue_are_bound() -> None:
    assert made("The [ORG Northern Relief Council] ( ZRN ) left .", "A ZRN sank .")[1] == "A [ORG ZRN] sank ."


@pytest.mark.parametrize(
    "first",
    [
        "[GPE Gaza City] ( AFP ) - It rained .",
        "[GPE ZYXON] ( [ORG Solar Star] ) - It rained .",
        "[GPE Lima] ( AP ) - It rained .",
        "[PER Ann Roe] ( NRC ) left .",
        "[ORG Zyx International] ( UK ) left .",
        "[ORG Zyx International] ( UK",
        "[ORG Zyx International] (",
    ],
)
def test_letters_that_are_no_acronym_of_what_precedes_are_not_bound(first: str) -> None:
    assert made(first, "AFP , AP , NRC and UK slept .") == [first, "AFP , AP , NRC and UK slept ."]


def test_places_bind_their_initials() -> None:
    assert made("[GPE United Zyx Republics] ( UZR ) .", "The UZR slept .")[1] == "The [GPE UZR] slept ."


def test_common_words_in_capitals_are_no_names_unless_bound() -> None:
    assert made("This IS war .", "WHO knows US ?") == ["This IS war .", "WHO knows US ?"]
    after = made("The [ORG Zyx State] ( IS ) came .", "An IS man left , who is here .")
    assert after[1] == "An [ORG IS] man left , who is here ."


def test_a_phrase_found_twice_is_found_everywhere() -> None:
    name = "[ORG Zyx Motors]"
    after = made(f"{name} left .", f"Then {name} came .", "Unlike Zyx Motors , Zyx motors sank .", "Zyx Motors slept .")
    assert after[2] == f"Unlike {name} , Zyx motors sank ."
    assert after[3] == f"{name} slept ."


def test_a_phrase_found_once_is_not_looked_for() -> None:
    assert made("[ORG Zyx Motors] left .", "Then Zyx Motors came .")[1] == "Then Zyx Motors came ."


def test_what_is_part_of_a_longer_name_is_left_alone() -> None:
    twice = ["[ORG Zyx Motors] left ."] * 2
    for sentence in ("The [MISC Zyx Motors Open] began .", "Then Zyx Motors Racing won .", "Old Ann-Zyx Motors won ."):
        assert made(*twice, sentence)[2] == sentence


def test_words_beside_a_name_that_are_no_part_of_it_do_not_hide_it() -> None:
    twice = ["[PER Ann Okellu] left ."] * 2
    after = made(*twice, "Kenyan Energy Minister Ann Okellu Tuesday met them .", "Yesterday Ann Okellu left .")
    assert after[2] == "Kenyan Energy Minister [PER Ann Okellu] Tuesday met them ."
    assert after[3] == "Yesterday [PER Ann Okellu] left ."


def test_a_word_found_twice_is_found_inside_sentences() -> None:
    twice = ["He saw [PER Zyx] .", "She saw [PER Zyx] ."]
    assert made(*twice, "They saw Zyx .", "Zyx left .")[2:] == ["They saw [PER Zyx] .", "[PER Zyx] left ."]
    assert made(twice[0], "They saw Zyx .")[1] == "They saw Zyx ."


def test_at_the_start_of_a_sentence_a_word_also_met_in_small_letters_is_no_name() -> None:
    after = made("He saw [PER Banks] .", "She saw [PER Banks] .", "Banks closed .", "Some banks met Banks .")
    assert after[2:] == ["Banks closed .", "Some banks met [PER Banks] ."]


def test_days_and_months_are_not_taken_for_a_name() -> None:
    twice = ["He saw [PER Monday] .", "She saw [PER Monday] ."]
    assert made(*twice, "They left on Monday .")[2] == "They left on Monday ."


def test_headlines_in_capitals_have_the_names_of_the_text() -> None:
    after = made(
        "ANN OKELLU LEAVES ZYXVILLE FOR US AS BANKS CLOSE",
        "[PER Ann Okellu] left [GPE Zyxville] .",
        "She met [PER Banks] and the [GPE US] press .",
        "The banks of the river broke .",
    )
    assert after[0] == "[PER ANN OKELLU] LEAVES [GPE ZYXVILLE] FOR [GPE US] AS BANKS CLOSE".replace("BANKS", "BANKS")


def test_in_capitals_a_longer_known_name_takes_the_place_of_what_was_marked() -> None:
    after = made("POLICE SEEK [GPE ANN] OKELLU TODAY", "Police seek [PER Ann Okellu] today .")
    assert after[0] == "POLICE SEEK [PER ANN OKELLU] TODAY"


def test_in_capitals_is_stays_a_verb() -> None:
    after = made("THE WAR IS OVER NOW", "The [ORG Zyx State] ( [ORG IS] ) left .")
    assert after[0] == "THE WAR IS OVER NOW"


def test_titles_come_off_in_capitals_too() -> None:
    assert made("[PER TURKISH FOREIGN MINISTER ALI DEMIR] LEAVES NOW") == [
        "[NORP TURKISH] FOREIGN MINISTER [PER ALI DEMIR] LEAVES NOW"
    ]


def test_capitals_do_not_vote_where_the_text_does() -> None:
    after = made("[PER ZYX] LEAVES NOW TODAY", "[PER ZYX] WINS NOW TODAY", "The [ORG Zyx] left .")
    assert after == ["[ORG ZYX] LEAVES NOW TODAY", "[ORG ZYX] WINS NOW TODAY", "The [ORG Zyx] left ."]


def test_a_name_cut_off_by_the_end_of_a_sentence_is_not_found() -> None:
    twice = ["[ORG Zyx Zyx Front] left ."] * 2
    assert made(*twice, "[ORG Zyx] and Zyx Zyx")[2] == "[ORG Zyx] and Zyx Zyx"
    assert made("[PER Ann] met [PER Ann Ann] .", "SAY ANN ANN , ANN")[1] == "SAY [PER ANN ANN] , [PER ANN]"
