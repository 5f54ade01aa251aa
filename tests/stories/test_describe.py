from __future__ import annotations

from dataclasses import replace

from twosource.model import Origin, Place, Quantity, Reading, Story
from twosource.stories import describe_stories

from .reports import at, day, reading, record, toll

EARLY = reading(
    "early", "Blast kills four at quarry", "At least four people were killed on Monday in Orsa.", day="2031-05-05"
)
LATE = reading("late", "Quarry toll rises to 6", "Six people died on Monday at the Orsa quarry.", day="2031-05-06")
OTHER = reading(
    "other", "Quarry blast: what we know", "Officials count 6 dead and 20 hurt at Orsa quarry.", day="2031-05-06"
)


def story(*readings: Reading, quantities: tuple[Quantity, ...] = (), **parts: object) -> Story:
    origins = tuple(Origin(id=f"o:{r.article.id}", articles=(r.article.id,)) for r in readings)
    return describe_stories(record(*readings, quantities=quantities, origins=origins, **parts)).stories[0]


def test_at_least_four_then_six_do_not_differ() -> None:
    found = story(EARLY, LATE, quantities=(toll(EARLY, "four", 4, None), toll(LATE, "6", 6, 6))).figures
    assert [(f.role, f.point, f.status, f.origins) for f in found] == [("killed", 6, "corroborated", 2)]


def test_a_toll_that_grows_is_an_update() -> None:
    figure = story(EARLY, LATE, quantities=(toll(EARLY, "four", 4, 4), toll(LATE, "6", 6, 6))).figures[0]
    assert (figure.point, figure.status, figure.origins) == (6, "updated", 1)
    assert at(EARLY, "four") in figure.selectors


def test_tolls_of_one_day_that_cannot_both_be_differ() -> None:
    figure = story(LATE, OTHER, quantities=(toll(LATE, "6", 6, 6), toll(OTHER, "20", 20, 20))).figures[0]
    assert figure.status == "differs"


def test_the_first_figure_of_a_report_is_the_whole() -> None:
    both = (toll(OTHER, "20", 20, 20), toll(OTHER, "6", 6, 6))
    assert story(OTHER, quantities=both).figures[0].point == 6


def test_two_copies_of_one_origin_corroborate_nothing() -> None:
    rec = record(LATE, OTHER, quantities=(toll(LATE, "6", 6, 6), toll(OTHER, "6", 6, 6)))
    rec = replace(rec, origins=(Origin(id="o", articles=("late", "other")),))
    assert [(f.status, f.origins) for f in describe_stories(rec).stories[0].figures] == [("single_origin", 1)]


def test_when_and_where_are_what_reports_say_first() -> None:
    orsa = Place(
        id="place:orsa", name="Orsa", country="SWE", lat=61.1, lon=14.6, precision="town", gazetteer_id=None,
        mentions=(at(EARLY, "Orsa"), at(LATE, "Orsa"), at(OTHER, "Orsa")),
    )  # fmt: skip
    found = story(
        EARLY,
        LATE,
        OTHER,
        places=(orsa,),
        times=(day(EARLY, "Monday", "2031-05-05"), day(LATE, "Monday", "2031-05-05")),
    )
    assert found.when is not None
    assert (found.when.earliest, found.when.latest, found.where) == ("2031-05-05", "2031-05-05", "place:orsa")


def test_days_and_headline_come_from_the_reports() -> None:
    found = story(EARLY, LATE, OTHER)
    assert (found.first, found.last) == ("2031-05-05", "2031-05-06")
    assert found.headline.exact in {r.page.text.split("\n")[0] for r in (EARLY, LATE, OTHER)}
    assert found.when is None
    assert found.figures == ()


def test_a_later_lower_toll_is_no_update_and_more_bodies_no_toll() -> None:
    more = reading(
        "more", "Two more bodies found at quarry", "Crews found two more bodies on Tuesday.", day="2031-05-06"
    )
    found = story(EARLY, more, quantities=(toll(EARLY, "four", 4, 4), toll(more, "two", 2, 2))).figures
    assert [(f.point, f.status) for f in found] == [(4, "single_origin")]
    lower = reading("lower", "Toll put at 3", "Officials counted 3 dead in Orsa.", day="2031-05-06")
    found = story(EARLY, lower, quantities=(toll(EARLY, "four", 4, 4), toll(lower, "3", 3, 3))).figures
    assert [f.status for f in found] == ["differs"]
