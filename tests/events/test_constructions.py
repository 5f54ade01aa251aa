"""Events in unusual constructions: objects out of place, participles, anchors with verbs, and what was put off."""

import pytest

from tests.events.test_acceptance import read
from tests.events.test_wordings import told


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("The envoys called the talks off.", "SANCTION asserted"),
        ("The committee turned the offer down on Tuesday.", "REJECT asserted"),
        ("The committee turned it down.", "REJECT asserted"),
        ("Deputies voted the budget down.", "REJECT asserted"),
        ("He turned the volume down.", "-"),
        ("She took the lid off the box.", "-"),
        ("It is an offer that the firm has accepted with thanks.", "AGREE asserted"),
        ("The bill, which the upper house had twice thrown out, was approved.", "REJECT asserted; SUPPORT asserted"),
        ("The house has an offer that the firm has mislaid.", "-"),
        ("A sailor, killed when a cable snapped, was buried at sea.", "OCCURRENCE asserted; OCCURRENCE asserted"),
        ("The mayor ordered every school in the city to close.", "REQUEST asserted"),
        ("Police said they were holding 40 people.", "COERCE asserted"),
        ("A coach carrying pilgrims overturned, injuring 23.", "OCCURRENCE asserted; OCCURRENCE asserted"),
        ("The couriers have already said no.", "REJECT asserted"),
        ("The nurse said no patient was moved.", "-"),
        ("Officers charged a crowd of students.", "ASSAULT asserted"),
        ("Some 300 youths tried to break through a police cordon.", "PROTEST asserted"),
        ("Two deputies abstained.", "OCCURRENCE asserted"),
        ("She abstained from meat.", "-"),
        ("The rules rule it out of existence.", "-"),
        ("The sermon raised alarm among the elders.", "-"),
        ("Ten demonstrators were led away in plastic cuffs.", "COERCE asserted"),
    ],
)
def test_objects_and_subjects_out_of_place(text: str, events: str) -> None:
    assert told([*read(text).events]) == events


@pytest.mark.parametrize(
    ("text", "realis"),
    [
        ("Two villages had to be evacuated.", "asserted"),
        ("The minister had to resign.", "asserted"),
        ("The army will have to withdraw.", "planned"),
        ("The minister did not have to resign.", "negated"),
        ("The king has ten days to weigh it up, veto it or hand it back.", "planned"),
        ("The tax does not take effect until 2026.", "planned"),
        ("The minister did not resign until Friday.", "asserted"),
        ("The army will not withdraw until next year.", "planned"),
        ("Parliament has not met until now.", "negated"),
        ("The council meets this afternoon.", "planned"),
        ("The council met this afternoon.", "asserted"),
        ("The siege is in its third week.", "ongoing"),
        ("The strike, now in its ninth day, has emptied shelves.", "ongoing"),
        ("He was due to fly to a summit in Rome.", "planned"),
        ("She flew to talks in Geneva.", "asserted"),
        ("The firm abandoned plans to lay off 300 workers.", "negated"),
        ("The men are to be flown home and freed.", "planned"),
        ("The clinic was to have reopened in spring.", "hypothetical"),
        ("No one was injured.", "negated"),
        ("No-one was injured.", "negated"),
        ("Nobody is thought to have been injured.", "negated"),
        ("He is believed to have fled to Chad.", "asserted"),
        ("“Has anybody apologised?” asked the coroner.", "hypothetical"),
    ],
)
def test_what_is_put_off_forced_or_programmed(text: str, realis: str) -> None:
    assert {e.realis for e in read(text).events} == {realis}


def test_a_trip_is_scrapped_for_something_planned() -> None:
    scrapped, attended = read("The premier scrapped a visit to attend a funeral.").events
    assert (scrapped.realis, attended.realis) == ("asserted", "planned")


def test_shots_are_no_accident() -> None:
    events = read("A gunman opened fire at a school, killing four people and wounding nine.").events
    assert [e.type for e in events] == ["ASSAULT", "ASSAULT", "ASSAULT"]


@pytest.mark.parametrize(
    ("text", "anchor"),
    [
        ("The inquiry has been dragging on for six years.", "inquiry has been dragging on"),
        ("The ban takes effect at midnight.", "ban takes effect"),
        ("They held talks.", "held talks"),
    ],
)
def test_the_anchor_covers_the_verb_that_carries_a_noun(text: str, anchor: str) -> None:
    assert [e.anchor.exact for e in read(text).events] == [anchor]
