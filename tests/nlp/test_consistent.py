"""Names marked sentence by sentence, made one in an article. `[PER Ann Roe]` marks a name, blanks cut words."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.model import NameLabel
from twosource.nlp.adopted import WordSpan
from twosource.nlp.consistent import consistent
from twosource.nlp.rules import given_line
from twosource.nlp.words import Line

LABELS: tuple[NameLabel, ...] = ("PER", "ORG", "GPE", "LOC", "NORP", "FAC", "EVENT", "MISC")


def read(sentence: str) -> tuple[Line, list[WordSpan]]:
    words: list[str] = []
    spans: list[WordSpan] = []
    for label, name, word in re.findall(r"\[([A-Z]+) ([^]]+)\]|(\S+)", sentence):
        start = len(words)
        words.extend(name.split() if label else [word])
        if label:
            spans.append((start, len(words), label))
    return given_line(words), spans


def made(*sentences: str) -> list[str]:
    """The sentences with the names as they are after, so that a test shows the whole."""
    lines, spans = zip(*map(read, sentences), strict=True)
    return [shown(line.words, own) for line, own in zip(lines, consistent(lines, spans), strict=True)]


def shown(words: list[str], spans: list[WordSpan]) -> str:
    found = list(words)
    for start, end, label in spans:
        found[start] = f"[{label} {found[start]}"
        found[end - 1] += "]"
    return " ".join(found)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[PER US Defense Secretary Ann Roe] left .", "[GPE US] Defense Secretary [PER Ann Roe] left ."),
        ("[PER Turkish Foreign Minister Ali Demir] left .", "[NORP Turkish] Foreign Minister [PER Ali Demir] left ."),
        ("[PER President Roe] left .", "President [PER Roe] left ."),
        ("The [PER Prime Minister] left .", "The Prime Minister left ."),
        ("The [ORG Attorney General] left .", "The Attorney General left ."),
        ("A [NORP Turkish Foreign Minister] left .", "A [NORP Turkish] Foreign Minister left ."),
        ("[PER ZRC President Ann Roe] left .", "[ORG ZRC] President [PER Ann Roe] left ."),
        ("[ORG The Northern Council 's] boats sank .", "The [ORG Northern Council] 's boats sank ."),
        ("In [GPE the Zyx] it rained .", "In the [GPE Zyx] it rained ."),
        ("[ORG Northern Relief Council ( NRC )] left .", "[ORG Northern Relief Council] ( [ORG NRC] ) left ."),
        ("[ORG Labour Party ( Marxist )] left .", "[ORG Labour Party ( Marxist )] left ."),
        ("[MISC Zyx ( Prevention ) Act] passed .", "[MISC Zyx ( Prevention ) Act] passed ."),
        ("[GPE PORT - AU - PRINCE] , Zyx - It rained .", "[GPE PORT - AU - PRINCE] , Zyx - It rained ."),
        ("In [GPE The Hague] it rained .", "In [GPE The Hague] it rained ."),
        ("Sheriff [PER Earl Roe] left .", "Sheriff [PER Earl Roe] left ."),
        ("[MISC ' .] ok", "' . ok"),
    ],
)
def test_articles_possessives_titles_and_brackets_are_no_part_of_a_name(before: str, after: str) -> None:
    assert made(before) == [after]


def test_the_label_of_most_occurrences_is_that_of_all() -> None:
    often = ["[ORG Zyxtel] sold boats ."] * 9
    assert made(*often, "[PER Zyxtel] sold more .")[-1] == "[ORG Zyxtel] sold more ."


def test_a_name_with_its_article_or_possessive_is_the_same_name() -> None:
    after = made("[ORG The Zyx Front] left .", "[ORG Zyx Front 's] men left .", "They saw the [PER Zyx Front] .")
    assert after == ["The [ORG Zyx Front] left .", "[ORG Zyx Front] 's men left .", "They saw the [ORG Zyx Front] ."]


def test_a_dateline_in_capitals_is_the_same_name() -> None:
    after = made("[PER ZYXVILLE] - It rained .", "In [GPE Zyxville] it rained .", "Then [GPE Zyxville] slept .")
    assert after[0] == "[GPE ZYXVILLE] - It rained ."


def test_the_town_of_a_dateline_is_none_of_the_team_named_by_it() -> None:
    sentences = ("[GPE ZYXVILLE] - It rained .", "[ORG Zyxville] won .", "[ORG Zyxville] sang .")
    assert made(*sentences) == list(sentences)


def test_tables_decide_a_tie() -> None:
    after = made("[PER Nairobi] slept .", "[LOC Nairobi] slept .", "[GPE Nairobi] slept .")
    assert after == ["[GPE Nairobi] slept ."] * 3


def test_tables_do_not_outvote_the_model() -> None:
    assert made("[PER Nairobi] said so .") == ["[PER Nairobi] said so ."]


def test_a_country_and_its_team_stay_as_marked() -> None:
    sentences = ("[ORG Ghana] beat [ORG Togo] 2 - 1 .", "Fans in [GPE Ghana] sang .", "All [GPE Ghana] sang .")
    assert made(*sentences) == list(sentences)


def test_a_people_and_its_language_stay_as_marked() -> None:
    sentences = ("The [NORP French] left .", "She spoke [MISC French] .", "[NORP French] boats sank .")
    assert made(*sentences) == list(sentences)


def test_the_surname_of_a_person_is_a_person() -> None:
    after = made("[PER Ann Jordan] left .", "[GPE Jordan] said no .", "[ORG Jordan] said yes .")
    assert after == ["[PER Ann Jordan] left .", "[PER Jordan] said no .", "[PER Jordan] said yes ."]


def test_a_surname_that_is_a_place_elsewhere_is_both() -> None:
    sentences = ("[PER Ann Jordan] left .", "[PER Jordan] said no .", "Boats sank in [GPE Jordan] .")
    assert made(*sentences) == list(sentences)
    assert made(*sentences, "Then [ORG Jordan] said yes .")[-1] == "Then [PER Jordan] said yes ."


def test_one_place_that_no_table_knows_is_not_enough_against_a_surname() -> None:
    after = made("[PER Ann Okellu] left .", "[PER Okellu] said no .", "Trust in [GPE Okellu] sank .")
    assert after[-1] == "Trust in [PER Okellu] sank ."


def test_a_company_named_far_more_often_than_its_founder_stays_a_company() -> None:
    after = made("[PER Ann Zyxtel] left .", *["[ORG Zyxtel] sold boats ."] * 7)
    assert after[1:] == ["[ORG Zyxtel] sold boats ."] * 7


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
    assert made("[PER Ann] met [PER Ann Ann] .", "SAY ANN ANN ANN")[1] == "SAY [PER ANN ANN] [PER ANN]"


def test_nothing_comes_of_nothing() -> None:
    assert consistent([], []) == []
    assert consistent([Line(0, 0, 0, "body", [], [], [], [], False)], [[]]) == [[]]
    assert made("It rained .") == ["It rained ."]


VOCABULARY = """
Ann Roe Jordan Zyx Motors Council Relief Northern NRC IS US WHO Kenya Kenyan French President Foreign Minister
General The the of in near and said banks Banks is who ( ) [ ] - ' 's . , : al May Monday ANN ROE ZYX NOW LIMA
Lima U.S . É 東京 😀 \u0301 2
"""
WORDS = st.sampled_from(VOCABULARY.split()) | st.text(min_size=1, max_size=3).filter(str.strip)
SENTENCES = st.lists(WORDS, max_size=12)
CUTS = st.lists(st.tuples(st.integers(0, 4), st.integers(1, 4), st.sampled_from(LABELS)), max_size=4)
CAPITALS = st.booleans()


def cut(size: int, cuts: list[tuple[int, int, NameLabel]]) -> list[WordSpan]:
    found, at = [], 0
    for gap, length, label in cuts:
        if at + gap + length <= size:
            found.append((at + gap, at + gap + length, label))
            at += gap + length
    return found


@settings(max_examples=400, deadline=None)
@given(st.lists(st.tuples(SENTENCES, CUTS, CAPITALS), max_size=8))
def test_names_are_in_range_and_in_order_and_a_second_use_changes_nothing(
    article: list[tuple[list[str], list[tuple[int, int, NameLabel]], bool]],
) -> None:
    given_words = [[w.upper() for w in words] if capitals else words for words, _, capitals in article]
    lines = [given_line(words) if words else Line(0, 0, 0, "body", [], [], [], [], False) for words in given_words]
    once = consistent(lines, [cut(len(words), cuts) for words, cuts, _ in article])
    for line, own in zip(lines, once, strict=True):
        edges = [edge for start, end, _ in own for edge in (start, end)]
        assert edges == sorted(edges)
        assert all(0 <= start < end <= len(line.words) for start, end, _ in own)
    assert consistent(lines, once) == once


@pytest.mark.parametrize("name", ["Zyx Roe", "French German", "President Ann", "NRC (", "A"])
def test_long_sentences_and_names_take_linear_time(name: str) -> None:
    words = name.split() * 15_000
    line = Line(0, len(words), 0, "body", words, [2 * i for i in range(len(words))],
                [2 * i + 1 for i in range(len(words))], ["PROPN.NNP"] * len(words), False)  # fmt: skip
    n = len(name.split())
    each: list[WordSpan] = [(i, i + n, "PER") for i in range(0, len(words) // 2, n)]
    began = time.process_time()
    consistent([line, line], [[(0, len(words), "PER")], each])
    assert time.process_time() - began < 10
