import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.circumstances.made import reading, times
from twosource.circumstances import find_times

# Published on Thursday, 16 May 2019.
RESOLVED = [
    ("They met on 3 May 2018.", "3 May 2018", "2018-05-03", None),
    ("They met on May 3, 2018.", "May 3, 2018", "2018-05-03", None),
    ("They met on Thursday, May 3, 2018.", "Thursday, May 3, 2018", "2018-05-03", None),
    ("The ferry sank on Feb. 3.", "Feb. 3", "2019-02-03", None),
    ("The ferry sank on the 3rd of February.", "the 3rd of February", "2019-02-03", None),
    ("Dated 2018-11-30 at the top.", "2018-11-30", "2018-11-30", None),
    ("Dated 11/30/2018 at the top.", "11/30/2018", "2018-11-30", None),
    ("Dated 30.11.2018 at the top.", "30.11.2018", "2018-11-30", None),
    ("He resigned on the 9th.", "the 9th", "2019-05-09", None),
    ("He resigned on Tuesday.", "Tuesday", "2019-05-14", None),
    ("The court will rule on Tuesday.", "Tuesday", "2019-05-21", None),
    ("He resigned last Thursday.", "last Thursday", "2019-05-09", None),
    ("Talks resume next Monday.", "next Monday", "2019-05-20", None),
    ("He left yesterday.", "yesterday", "2019-05-15", None),
    ("He leaves tomorrow.", "tomorrow", "2019-05-17", None),
    ("The strike began this morning.", "this morning", "2019-05-16TMO", None),
    ("It rained last night.", "last night", "2019-05-15TNI", None),
    ("Shots rang out on Tuesday night.", "Tuesday night", "2019-05-14TNI", None),
    ("Profits fell last month.", "last month", "2019-04", None),
    ("Profits fell last week.", "last week", "2019-W19", None),
    ("He was elected earlier this month.", "earlier this month", "2019-05", "START"),
    ("He will retire later this year.", "later this year", "2019", "END"),
    ("Work ends by the end of this year.", "the end of this year", "2019", "END"),
    ("He fled in mid-October 2015.", "mid-October 2015", "2015-10", "MID"),
    ("He fled in early 2015.", "early 2015", "2015", "START"),
    ("He fled two weeks ago.", "two weeks ago", "2019-05-02", None),
    ("He fled three years ago.", "three years ago", "2016", None),
    ("They will vote in three days.", "three days", "2019-05-19", None),
    ("Bread was dear in the 1980s.", "the 1980s", "198X", None),
    ("A castle of the 15th century.", "the 15th century", "14XX", None),
    ("Sales rose in the third quarter of 2017.", "the third quarter of 2017", "2017-Q3", None),
    ("Sales rose in the first half of 2017.", "the first half of 2017", "2017-H1", None),
    ("He climbed it last summer.", "last summer", "2018-SU", None),
    ("The ferry will sail by the winter.", "the winter", "2019-WI", None),
    ("She stepped down in July.", "July", "2018-07", None),
    ("They met at 3 p.m. GMT on Tuesday.", "3 p.m. GMT on Tuesday", "2019-05-14T15:00", None),
    ("They met on Christmas Eve.", "Christmas Eve", "2018-12-24", None),
    ("He ruled from nineteen ninety-one on.", "nineteen ninety-one", "1991", None),
    ("He left a week before last Friday.", "a week before last Friday", "2019-05-03", None),
    ("He left two days after May 3, 2018.", "two days after May 3, 2018", "2018-05-05", None),
    ("The two sides are to meet on Monday.", "Monday", "2019-05-20", None),
    ("He asked both to his office on Monday.", "Monday", "2019-05-20", None),
    ("He asked for a pay rise on Monday.", "Monday", "2019-05-13", None),
    ("The mayor called off Saturday's race.", "Saturday", "2019-05-18", None),
    ("Saturday's race has been postponed.", "Saturday", "2019-05-18", None),
    ("The mayor praised Saturday's race.", "Saturday", "2019-05-11", None),
    ("A second meeting has been pencilled in for 3 August.", "3 August", "2019-08-03", None),
    ("Rents rose by a third on Monday.", "Monday", "2019-05-13", None),
    ("The fair runs May 20-23.", "May 20-23", "2019-05-20/2019-05-23", None),
]

UNDATED = [
    ("The march lasted nine days.", "nine days", "DURATION", "P9D", None),
    ("He served for more than two years.", "more than two years", "DURATION", "P2Y", "MORE_THAN"),
    ("He waited for at least 72 hours.", "at least 72 hours", "DURATION", "PT72H", "EQUAL_OR_MORE"),
    ("Rents have grown by a third in five years.", "five years", "DURATION", "P5Y", None),
    ("He waited 2 1/2 years.", "2 1/2 years", "DURATION", "P2Y6M", None),
    ("He waited half an hour.", "half an hour", "DURATION", "PT30M", None),
    ("The siege took months.", "months", "DURATION", "PXM", None),
    ("A year-long siege.", "A year-long", "DURATION", "P1Y", None),
    ("Over the past two decades.", "the past two decades", "DURATION", "P20Y", None),
    ("Trains run every day.", "every day", "SET", "P1D", None),
    ("Trains run every Monday.", "every Monday", "SET", "XXXX-WXX-1", None),
    ("The fair is held annually.", "annually", "SET", "P1Y", None),
    ("They are now at sea.", "now", "DATE", "PRESENT_REF", None),
    ("In recent weeks it rained.", "recent weeks", "DATE", "PAST_REF", None),
]


@pytest.mark.parametrize(("text", "words", "value", "mod"), RESOLVED)
def test_dates_are_resolved_against_the_day_of_publication(text: str, words: str, value: str, mod: str | None) -> None:
    (time,) = times(text)
    assert (time.selector.exact, time.timex.value, time.timex.mod) == (words, value, mod)
    assert time.earliest is not None
    assert time.latest is not None
    assert time.earliest <= time.latest


@pytest.mark.parametrize(("text", "words", "kind", "value", "mod"), UNDATED)
def test_durations_sets_and_references_have_no_days(text: str, words: str, kind: str, value: str, mod: str) -> None:
    (time,) = times(text)
    assert (time.selector.exact, time.timex.type, time.timex.value, time.timex.mod) == (words, kind, value, mod)
    assert (time.earliest, time.latest) == (None, None)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The ferry sank on Tuesday.", "XXXX-WXX-2"),
        ("The ferry sank on October 25.", "XXXX-10-25"),
        ("The ferry sank in October.", "XXXX-10"),
        ("The ferry sank yesterday.", ""),
        ("The ferry sank last month.", ""),
        ("The ferry sank two weeks ago.", ""),
        ("The ferry sank that day.", ""),
    ],
)
def test_without_a_day_of_publication_nothing_is_guessed(text: str, value: str) -> None:
    (time,) = times(text, None)
    assert (time.timex.value, time.earliest, time.latest) == (value, None, None)
    assert time.basis == ""


def test_a_full_date_needs_no_day_of_publication() -> None:
    (time,) = times("The ferry sank on 3 May 2018.", None)
    assert (time.earliest, time.basis) == ("2018-05-03", "text")


@pytest.mark.parametrize("text", ["Due on February 30, 2019.", "Due on February 30.", "Due on the 45th of May."])
def test_days_that_no_calendar_has_stay_unresolved(text: str) -> None:
    assert all(t.earliest is None and not t.timex.value.startswith("2019-02-30") for t in times(text))


@pytest.mark.parametrize(
    "text", ["It may rain.", "They march on.", "In 99999 it ends.", "The fall of the wall.", "1 may"]
)
def test_words_that_only_look_like_times_are_none(text: str) -> None:
    assert times(text) == ()


@pytest.mark.parametrize("text", ["The 34-year-old teacher.", "A six-month-old baby.", "She is 55 years old."])
def test_ages_are_no_times(text: str) -> None:
    assert times(text) == ()


def test_the_weekday_settles_the_year_of_a_date() -> None:
    (time,) = times("It was signed on Monday, Aug. 27.")
    assert time.timex.value == "2018-08-27"


def test_a_later_day_is_reckoned_from_the_day_last_spoken_of() -> None:
    first, second = times("The ship left on March 3, 2017. Two days later it sank.")
    assert (first.earliest, second.earliest, second.basis) == ("2017-03-03", "2017-03-05", "context")


def test_what_is_earlier_this_month_ended_by_the_day_of_publication() -> None:
    (time,) = times("He was elected earlier this month.")
    assert (time.earliest, time.latest) == ("2019-05-01", "2019-05-16")


def test_an_expression_does_not_run_from_one_block_into_the_next() -> None:
    first, _ = times("The vote was in March\n\n2018 saw a recount.")
    assert first.selector.exact == "March"


def test_a_report_dated_to_a_month_only_resolves_no_weekday() -> None:
    made = reading("It sank on Tuesday.", "2019-05-16")
    assert made.article.published is not None
    month = type(made.article.published)(value="2019-05", precision="month", basis="given")
    article = type(made.article)(id="a", page=made.page.id, blocks=made.article.blocks, language="en", published=month)
    (time,) = find_times(type(made)(page=made.page, article=article)).times
    assert time.timex.value == "XXXX-WXX-2"


@given(st.text(st.sampled_from("0123456789 /.-:,\n") | st.characters(), max_size=120), st.booleans())
def test_no_text_breaks_it_and_every_selector_holds(text: str, dated: bool) -> None:
    made = find_times(reading(text, "2019-05-16" if dated else None))
    for time in made.times:
        time.selector.check(made.page)


WORDS = "the last next two 31 Feb. May Tuesday week years ago end of early 2015 99 quarter 3 p.m. - to every first half"


@given(st.lists(st.sampled_from(WORDS.split(" ")), max_size=14), st.dates().map(str))
def test_no_order_of_time_words_breaks_it(words: list[str], day: str) -> None:
    made = find_times(reading(" ".join(words), day))
    for time in made.times:
        time.selector.check(made.page)
        assert time.earliest is None or time.latest is None or time.earliest <= time.latest


def test_a_line_between_headline_and_report_that_names_a_year_is_read() -> None:
    lines = ("Bridge shut", "Agency | May 13, 2019 | 3 min read", "Home | Friday tips", "It is shut.", "More of 2018")
    text = "\n\n".join(lines)
    made = reading(text, roles=("headline", "navigation", "navigation", "lead", "navigation"))
    assert [t.selector.exact for t in find_times(made).times] == ["May 13, 2019"]


def test_the_small_hours_of_a_new_paragraph_are_not_those_after_the_night_before_it() -> None:
    text = 'The mayor spoke late on Tuesday night.\n\n"They came at 5:20 in the morning," she said.'
    assert [t.timex.value for t in times(text)] == ["2019-05-14TNI", "2019-05-14T05:20"]
