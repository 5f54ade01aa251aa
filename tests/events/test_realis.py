from dataclasses import replace

import pytest

from tests.events.made import events, only, reading, with_quote, with_time


@pytest.mark.parametrize(
    ("text", "realis"),
    [
        ("The rebels attacked the bridge.", "asserted"),
        ("The rebels are attacking the bridge.", "ongoing"),
        ("The rebels have been shelling the bridge.", "ongoing"),
        ("The rebels began shelling the bridge.", "ongoing"),
        ("The rebels will attack the bridge.", "planned"),
        ("The rebels plan to attack the bridge.", "planned"),
        ("The rebels are preparing to attack the bridge.", "planned"),
        ("The rebels are about to attack the bridge.", "planned"),
        ("The rebels could attack the bridge.", "hypothetical"),
        ("The rebels may attack the bridge.", "hypothetical"),
        ("The rebels are likely to attack the bridge.", "hypothetical"),
        ("The rebels did not attack the bridge.", "negated"),
        ("The rebels have never attacked the bridge.", "negated"),
        ("The rebels failed to attack the bridge.", "negated"),
        ("No rebels attacked the bridge.", "negated"),
        ("He was the first minister to resign.", "asserted"),
        ("The rebels didn’t attack the bridge.", "negated"),
        ("The minister has no plans to resign.", "negated"),
        ("The minister will do the right thing and resign.", "planned"),
        ("Did the rebels attack the bridge?", "hypothetical"),
        ("The rebels are believed to have attacked the bridge.", "asserted"),
        ("He will attend and publicly apologize.", "planned"),
        ("He joked about attacking the bridge.", "hypothetical"),
        ("The letter prompted the minister to resign.", "asserted"),
    ],
)
def test_verbs(text: str, realis: str) -> None:
    assert only(text).realis == realis


@pytest.mark.parametrize(
    ("text", "realis"),
    [
        ("The envoys held talks.", "asserted"),
        ("Talks are under way.", "ongoing"),
        ("The envoys began talks.", "ongoing"),
        ("The envoys resumed negotiations.", "ongoing"),
        ("The summit will be held in Quito.", "planned"),
        ("A summit is slated for spring.", "planned"),
        ("The next summit has a long agenda.", "planned"),
        ("Aides laid the groundwork for talks.", "planned"),
        ("The army feared an ambush.", "hypothetical"),
        ("The possible strike worried shops.", "hypothetical"),
        ("There was no attack.", "negated"),
        ("The day went by without protests.", "negated"),
        ("Previous talks were short.", "historical"),
        ("It did not merit an inquiry.", "negated"),
        ('Engineers are laying the "groundwork" for talks.', "planned"),
        ("Was it because of a protest?", "hypothetical"),
    ],
)
def test_nouns(text: str, realis: str) -> None:
    assert only(text).realis == realis


def test_a_condition_is_hypothetical_in_both_its_clauses() -> None:
    found = events("If the rebels attack the bridge, the army would shell the town.")
    assert {e.realis for e in found} == {"hypothetical"}


def test_would_after_said_is_a_plan() -> None:
    assert only("The envoys said they would meet in Quito.").realis == "planned"


def test_what_is_denied_did_not_happen() -> None:
    attack = next(e for e in events("The rebels denied attacking the bridge.") if e.type == "ASSAULT")
    assert attack.realis == "negated"


@pytest.mark.parametrize(
    "text",
    [
        "He repeated his denial that rebels had attacked the bridge.",
        "The army rejected claims that it had attacked the bridge.",
        "The army denied that it had shelled the mill or that it had attacked the bridge.",
    ],
)
def test_a_clause_that_is_denied_did_not_happen(text: str) -> None:
    attack = next(e for e in events(text) if e.anchor.exact == "attacked")
    assert attack.realis == "negated"


def test_what_stands_beside_a_denial_is_not_denied() -> None:
    made = reading("The firm denied shelling the mill, as leaflets handed out at the protest claimed.")
    made = with_quote(made, "shelling the mill, as leaflets handed out at the protest claimed", polarity="denied")
    assert {e.type: e.realis for e in events(made)} == {
        "REJECT": "asserted",
        "ASSAULT": "negated",
        "PROTEST": "asserted",
    }


def test_a_conflict_of_years_goes_on() -> None:
    made = with_time(reading("The talks came after two years of air strikes."), "two years", "")
    strikes = next(e for e in events(made) if e.type == "ASSAULT")
    assert strikes.realis == "ongoing"


def test_the_date_of_another_clause_does_not_decide() -> None:
    made = with_time(
        reading("The army attacked the mill, and the court will sit in July 2022."), "July 2022", "2022-07-01"
    )
    attack = next(e for e in events(made) if e.type == "ASSAULT")
    assert attack.realis == "asserted"


def test_a_denied_quote_denies_its_events() -> None:
    made = reading("That rebels bombed the mill is untrue, he said.")
    made = with_quote(made, "rebels bombed the mill", polarity="denied")
    assert only(made).realis == "negated"


def test_negated_cooperation_keeps_its_type_and_is_negated() -> None:
    event = only("The two sides have not met.")
    assert (event.type, event.realis) == ("CONSULT", "negated")


def test_days_into_a_siege_it_goes_on() -> None:
    made = with_time(reading("Nine days into the siege, bread ran out."), "Nine days", "2021-06-06")
    assert only(made).realis == "ongoing"


def test_long_before_the_report_is_background() -> None:
    made = with_time(reading("Gunmen attacked the market in 2011."), "2011", "2011", latest="2011-12-31")
    assert only(made).realis == "historical"


def test_last_week_is_no_background() -> None:
    made = with_time(reading("Gunmen attacked the market on June 8."), "June 8", "2021-06-08")
    assert only(made).realis == "asserted"


def test_after_the_report_is_a_plan() -> None:
    made = with_time(reading("Dockers strike over pay on June 20."), "June 20", "2021-06-20")
    assert only(made).realis == "planned"


def test_the_record_says_which_word_decided() -> None:
    detail = [e.detail for e in only("The rebels could attack the bridge.").evidence if e.function == "realis"]
    assert detail == ["hypothetical: “could”"]


def test_a_past_tense_is_no_plan_whatever_its_date() -> None:
    made = with_time(reading("Gunmen attacked the market on July 2."), "July 2", "2021-07-02")
    assert only(made).realis == "asserted"


def test_if_doubts_an_event_that_is_not_known_yet() -> None:
    doubted, known = (only(f"If {article} boycott harms shops, prices rise.") for article in ("a", "the"))
    assert (doubted.realis, known.realis) == ("hypothetical", "asserted")


def test_what_lies_on_the_day_after_that_a_report_speaks_of_as_its_own_is_no_plan() -> None:
    made = with_time(reading("The attack on Wednesday was over by noon."), "Wednesday", "2021-06-16")
    dated_early = replace(made, times=tuple(replace(t, basis="day_after") for t in made.times))
    assert [e.realis for e in events(made)] == ["planned"]
    assert [e.realis for e in events(dated_early)] == ["asserted"]
