import pytest

from tests.events.made import events, only, reading, with_place, with_quantity, with_time
from tests.events.trees import tree_reading


def test_time_place_and_quantity_of_the_clause() -> None:
    made = reading("Gunmen killed six farmers near Abu on Monday.")
    made = with_quantity(with_place(with_time(made, "Monday", "2021-06-14"), "Abu"), "six")
    event = only(made)
    assert event.time is not None
    assert (event.time.earliest, event.time.precision, event.time.selector.exact) == ("2021-06-14", "day", "Monday")
    assert event.place is not None
    assert (event.place.place, event.place.precision) == ("place:Abu", "town")
    assert event.quantities == ("quantity:six",)


def test_a_place_that_only_describes_is_not_where_it_was() -> None:
    made = with_place(reading("Lima officials praised the crew."), "Lima")
    assert only(made).place is None


def test_a_place_that_was_shelled_is_where_it_was() -> None:
    made = with_place(reading("Troops shelled Abu."), "Abu")
    event = only(made)
    assert event.place is not None
    assert event.place.selector.exact == "Abu"


def test_each_clause_has_its_own_time() -> None:
    made = reading("Police arrested a man on Monday, and judges freed two men on Friday.")
    made = with_time(with_time(made, "Monday", "2021-06-14"), "Friday", "2021-06-11")
    days = [e.time.selector.exact for e in events(made) if e.time and e.time.selector]
    assert days == ["Monday", "Friday"]


AFTER_ATTACKING = """
After SCONJ 2 mark
attacking VERB 9 advcl
the DET 4 det
bridge NOUN 2 obj
on ADP 6 case
Monday PROPN 2 obl
, PUNCT 2 punct
rebels NOUN 9 nsubj
shelled VERB 0 root
the DET 11 det
harbour NOUN 9 obj
on ADP 13 case
Wednesday PROPN 9 obl
. PUNCT 9 punct
"""


def test_the_day_of_the_own_verb_goes_before_that_of_a_clause_below_it() -> None:
    made = with_time(with_time(tree_reading(AFTER_ATTACKING), "Monday", "2021-06-07"), "Wednesday", "2021-06-09")
    found = {e.anchor.exact: e.time and e.time.earliest for e in events(made)}
    assert found == {"attacking": "2021-06-07", "shelled": "2021-06-09"}


def test_no_time_is_no_time() -> None:
    assert only("Gunmen attacked the market.").time is None


def test_contexts_come_from_the_row_and_the_words() -> None:
    assert only("The court convicted the senator.").context == ("legal", "legislative")


@pytest.mark.parametrize(
    ("text", "words", "dated"),
    [
        ("Police searched homes before last year's vote.", "last year", False),
        ("Police searched homes before the 2020 vote.", "2020", False),
        ("The inquiry is about last year's attack.", "last year", True),
        ("The inquiry is about the 2020 attack.", "2020", True),
        ("On Tuesday police searched homes.", "Tuesday", True),
    ],
)
def test_a_time_that_describes_another_noun_is_none_of_the_event(text: str, words: str, *, dated: bool) -> None:
    made = with_time(reading(text), words, "2020")
    last = max(events(made), key=lambda e: e.anchor.start)
    assert (last.time is not None) == dated
