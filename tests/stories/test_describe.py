from __future__ import annotations

from dataclasses import replace

from twosource.model import Origin, Place, Quantity, Reading, Selector, Span, Story
from twosource.stories import describe_stories
from twosource.stories.counts import Count, counts_of

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


def test_figures_that_differ_show_the_least_and_the_most() -> None:
    figure = story(LATE, OTHER, quantities=(toll(LATE, "6", 6, 6), toll(OTHER, "20", 20, 20))).figures[0]
    assert (figure.min, figure.max, figure.point) == (6, 20, None)
    third = reading("third", "Six dead at quarry", "The fire service counted 6 dead.", day="2031-05-06")
    counts = (toll(LATE, "6", 6, 6), toll(OTHER, "20", 20, 20), toll(third, "6", 6, 6))
    figure = story(LATE, OTHER, third, quantities=counts).figures[0]
    assert (figure.min, figure.max, figure.point, figure.origins) == (6, 20, 6, 2)


def test_a_later_range_holds_an_earlier_number_and_overrules_a_lower_one() -> None:
    early = reading("early2", "Quarry blast kills 3", "The mayor counted 3 dead in Orsa.", day="2031-05-05")
    counts = (toll(early, "3", 3, 3), toll(EARLY, "four", 6, 6), toll(LATE, "6", 5, 8))
    figure = story(early, EARLY, LATE, quantities=counts).figures[0]
    assert (figure.point, figure.status) == (6, "updated")
    apart = (toll(early, "3", 3, 3), toll(EARLY, "four", 9, 9), toll(LATE, "6", 5, 8))
    assert story(early, EARLY, LATE, quantities=apart).figures[0].status == "differs"


def test_a_later_report_of_one_person_does_not_lower_a_number() -> None:
    late = reading("late2", "Girl shot in Orsa", "A girl was shot in Orsa.", day="2031-05-07")
    counts = (toll(EARLY, "four", 4, 4, "injured"), toll(late, "A girl", 1, 1, "injured"))
    assert story(EARLY, late, quantities=counts).figures[0].point == 4


def test_those_shot_less_the_dead_are_the_injured() -> None:
    one = reading("one", "Six shot in Brenn", "Six people were shot, one of them died.", day="2031-05-06")
    counts = (toll(one, "Six", 6, 6, "harmed"), toll(one, "one", 1, 1))
    assert [(f.role, f.point) for f in story(one, quantities=counts).figures] == [("killed", 1), ("injured", 5)]


def test_one_hurt_on_monday_is_the_one_dead_on_tuesday() -> None:
    first = reading("first", "Girl hurt in fall", "A girl was hurt in a fall in Brenn.", day="2031-05-05")
    second = reading("second", "Girl dies after fall", "A girl has died of her injuries in Brenn.", day="2031-05-06")
    counts = (toll(first, "A girl", 1, 1, "injured"), toll(second, "A girl", 1, 1))
    assert [(f.role, f.point) for f in story(first, second, quantities=counts).figures] == [("killed", 1)]


def test_what_is_listed_is_added_up() -> None:
    one = reading("one", "Fall in Brenn", "Two guides and a porter were killed in Brenn.", day="2031-05-06")
    counts = (toll(one, "Two", 2, 2), toll(one, "a porter", 1, 1))
    guides = replace(counts[0], of=at(one, "guides"))
    assert [f.low for f in counts_in(one, guides, counts[1])] == [3]


def counts_in(report: Reading, *quantities: Quantity) -> list[Count]:
    return counts_of(report.article, report.page.text, quantities, (), (), None)


def test_a_toll_dated_before_the_story_or_over_years_is_background() -> None:
    one = reading("one", "Brenn marks flood", "On Monday Brenn met.", "The flood of 2019 killed 40 people.")
    quantity = toll(one, "40", 40, 40)
    then = day(one, "2019", "2019-06-01")
    assert (
        counts_of(one.article, one.page.text, (quantity,), (then,), (), Span(earliest="2031-05-05", latest=None)) == []
    )
    year = replace(then, earliest="2031-01-01", latest="2031-12-31")
    assert counts_of(one.article, one.page.text, (quantity,), (year,), (), None) == []
    assert [c.low for c in counts_in(one, quantity)] == [40]


def test_a_toll_deep_in_one_report_of_several_is_background() -> None:
    lines = [f"Line {n} of the debate." for n in range(9)]
    deep = reading("deep", "Minister defends budget", *lines, "A storm killed 40 people.", day="2031-05-05")
    others = [reading(n, "Minister speaks", "The minister spoke.", day="2031-05-05") for n in ("b", "c")]
    assert story(deep, *others, quantities=(toll(deep, "40", 40, 40),)).figures == ()


def test_the_day_of_a_statement_is_not_the_day_of_what_it_tells() -> None:
    one = reading("one", "Ferry sank", "The ferry sank on Monday, the port said Tuesday.", day="2031-05-06")
    found = story(one, times=(day(one, "Monday", "2031-05-05"), day(one, "Tuesday", "2031-05-06"))).when
    assert found is not None
    assert found.earliest == "2031-05-05"


def town(name: str, *mentions: Selector) -> Place:
    return Place(
        id=f"place:{name}", name=name, country="SWE", lat=61.1, lon=14.6, precision="town", gazetteer_id=None,
        mentions=mentions,
    )  # fmt: skip


def test_a_town_with_the_hospital_or_of_a_street_is_not_where_it_was() -> None:
    one = reading(
        "one", "Orsa mill burns", "He was flown to a hospital in Falun.", "It burned at Mora and Rattvik streets."
    )
    places = (town("Falun", at(one, "Falun")), town("Mora", at(one, "Mora")), town("Rattvik", at(one, "Rattvik")))
    assert story(one, places=places).where == "place:Falun"
    two = reading("two", "Mill burns in Orsa", "A mill burned in Orsa.")
    assert story(one, two, places=(*places, town("Orsa", at(two, "Orsa")))).where == "place:Orsa"


def test_a_country_that_one_report_names_in_passing_is_not_where_it_was() -> None:
    one = reading("one", "Clerk jailed", "The clerk was jailed for theft.", "He had spent it in Malta.")
    malta = replace(town("Malta", at(one, "Malta")), precision="country")
    assert story(one, places=(malta,)).where is None
    two = reading("two", "Theft in Malta", "A clerk stole a boat in Malta.")
    both = replace(malta, mentions=(at(one, "Malta"), at(two, "Malta")))
    assert story(one, two, places=(both,)).where == "place:Malta"


def test_a_year_long_gone_is_not_the_day_of_undated_reports() -> None:
    one = reading("one", "Singer dies", "Ada Brenn, born on 4 May 1931, died on Monday.")
    times = (day(one, "4 May 1931", "1931-05-04"), day(one, "Monday", "2031-05-05"))
    found = story(one, times=times).when
    assert found is not None
    assert found.earliest == "2031-05-05"


def test_who_dies_of_age_is_no_toll() -> None:
    one = reading("one", "Actress dies at 91", "An actress has died peacefully in Brenn.", day="2031-05-06")
    assert story(one, quantities=(toll(one, "An actress", 1, 1),)).figures == ()


def test_a_headline_with_a_toll_that_moved_on_names_no_story() -> None:
    counts = (toll(EARLY, "four", 4, 4), toll(LATE, "6", 6, 6))
    assert story(EARLY, LATE, quantities=counts).headline.exact == "Quarry toll rises to 6"
    assert story(LATE, EARLY, quantities=counts).headline.exact == "Quarry toll rises to 6"


def test_of_two_reports_the_later_one_names_the_story() -> None:
    assert story(EARLY, LATE).headline.exact == story(LATE, EARLY).headline.exact == "Quarry toll rises to 6"
