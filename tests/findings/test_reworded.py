"""What joins and keeps apart beyond words: same words in a row, figures, only counts, headlines, scattered words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from twosource.findings import find_claims, find_findings
from twosource.findings.doubts import DOUBTS, doubted, two_persons_say
from twosource.findings.evidence import all_within, same_news, same_run
from twosource.findings.gather import gather
from twosource.findings.judging import SAME, judge
from twosource.findings.number_evidence import only_count, same_figure
from twosource.findings.pairs import Pair, plain_coverage
from twosource.findings.tolls import toll_groups
from twosource.findings.verbatim import share_a_run, shared_runs
from twosource.model import Quantity, Quote, Reading

from .test_doubts import FILLER, OTHER, compared, near
from .wire import at, count, reading, record


def pair(one: Reading, two: Reading) -> Pair:
    """The first assertions of both reports."""
    return Pair(*compared(one, two))


def plain(one: str, two: str) -> Pair:
    """The pair of two reports that open with these lines."""
    return pair(reading("a", one, FILLER), reading("b", two, OTHER))


def test_a_quotation_is_a_claim_in_each_sentence_that_it_runs_through() -> None:
    first, second = "The old pier is rotten.", "We will build a new one before winter."
    r = reading("a", first, second)
    said = Quote(
        id="quote:1", article=r.article.id, kind="direct", content=(at(r, f"{first}\n{second}"),), speaker="actor:roe"
    )
    claims = [c for c in find_claims(replace(r, quotes=(said,))).claims if c.kind == "quote"]
    assert [c.selector.exact for c in claims] == [first, second]
    assert {(c.ref, c.asserted_by) for c in claims} == {("quote:1", "actor:roe")}


def test_words_in_a_row_are_counted_without_names_and_bare_function_words() -> None:
    told = plain("We never sold the lifeboats to anyone", "He said that we never sold the lifeboats to them")
    assert shared_runs(told.one, told.two) == 3  # "we never sold the", and so on to "sold the lifeboats to"
    assert same_run(told) == 0.75
    names = plain("Mayor Ann Roe of Halden resigned", "The council thanked Mayor Ann Roe of Halden")
    assert same_run(names) == 0.0
    assert same_run(plain("It was not to be so", "It was not to be so for them")) == 0.0


def test_a_run_is_measured_by_the_shorter_one() -> None:
    told = plain("The mill by the river burned", "Police closed the road when the mill by the river burned at night")
    assert share_a_run(told.one, told.two, 0.9)
    other = plain("The mill by the river burned", "The river rose and the mill was closed")
    assert not share_a_run(other.one, other.two, 0.5)


def test_what_two_say_word_for_word_is_in_no_doubt_but_two_persons_must_say_all_of_it() -> None:
    told = pair(*near("The harbour bridge will never open again", "The harbour bridge will never open again soon", 0.3))
    assert not doubted(told)
    mine, theirs = (replace(a, person=frozenset({n})) for a, n in ((told.one, "roe"), (told.two, "lind")))
    assert two_persons_say(Pair(mine, theirs, told.by))
    assert not doubted(Pair(mine, theirs, told.by))
    line = "The harbour bridge will never open again"
    more = pair(*near(f"{line} to buses", f"{FILLER[:-1]} and {line} said the guide", 0.3))
    mine, theirs = (replace(a, person=frozenset({n})) for a, n in ((more.one, "roe"), (more.two, "lind")))
    assert doubted(Pair(mine, theirs, more.by))


@pytest.mark.parametrize(
    ("number", "unit", "value"),
    [(3.25, "%", 1.0), (1941.0, None, 1.0), (1941.0, "USD", 0.0), (12.0, None, 0.0)],
)
def test_one_figure_in_both_is_no_coincidence_but_for_sums_which_name_deals(
    number: float, unit: str | None, value: float
) -> None:
    lines = (f"The storm left {number:g} of the fjord boats behind", f"Of the fjord boats {number:g} were left")
    a, b = (reading(n, line, FILLER if n == "a" else OTHER) for n, line in zip("ab", lines, strict=True))
    assert same_figure(pair(_figure(a, number, unit), _figure(b, number, unit))) == value


def _figure(found: Reading, number: float, unit: str | None) -> Reading:
    quantity = Quantity(
        id=f"quantity:{found.page.location}", article=found.article.id, selector=at(found, f"{number:g}"), min=number,
        max=number, point=number, unit=unit,
    )  # fmt: skip
    return replace(found, quantities=(quantity,))


def ships(name: str, line: str, *numbers: tuple[str, float]) -> Reading:
    """A report that counts ships in its first line."""
    found = reading(name, line, FILLER if name == "a" else OTHER)
    for words, number in numbers:
        found = count(found, words, number, number, of="ships")
    return found


def test_the_only_count_of_a_kind_in_either_report_is_one_count() -> None:
    a = ships("a", "At least nine ships wait off Halden", ("nine", 9))
    b = ships("b", "Nine ships lie at anchor because of the strike", ("Nine", 9))
    assert only_count(pair(a, b)) == 1.0
    assert judge(pair(a, b)) >= SAME
    two_kinds = count(b, "anchor", 30, 30, of="ships")
    assert only_count(pair(a, two_kinds)) == 0.0
    few = ships("b", "Two ships lie at anchor because of the strike", ("Two", 2))
    assert only_count(pair(ships("a", "Two ships wait off Halden", ("Two", 2)), few)) == 0.0
    part = ships("b", "Some of the nine ships have left the harbour", ("nine", 9))
    assert only_count(pair(a, part)) == 0.0


def test_all_of_the_shorter_one_is_in_the_longer() -> None:
    assert all_within(plain("The ferry company sold lifeboats", "In a hurry the ferry company sold lifeboats cheaply"))
    assert not all_within(plain("The ferry company sold lifeboats", "In a hurry the ferry company bought lifeboats"))


def test_a_headline_and_a_first_sentence_tell_one_news() -> None:
    told = pair(*near("Ferry company sells its lifeboats", "The ferry company sells all its lifeboats to a rival", 0.7))
    head = Pair(replace(told.one, headline=True), told.two, told.by)
    assert plain_coverage(head) > 0.65
    assert (same_news(told), same_news(head)) == (0.0, 1.0)
    assert same_news(Pair(head.one, replace(told.two, sentence=4), told.by)) == 0.0
    far = pair(*near("Ferry company sells its lifeboats", "The ferry company sells all its lifeboats to a rival", 0.5))
    assert same_news(Pair(replace(far.one, headline=True), far.two, far.by)) == 0.0


def doubts(told: Pair) -> list[str]:
    """The names of the doubts that speak."""
    return [doubt.__name__ for doubt in DOUBTS if doubt(told)]


LONG = "The ferry company that lost two boats in the storm promised new lifeboats before the summer to all towns"
TURNED = "Towns along the fjord were promised by summer after storms such lifeboats as one company of ferry men sold"


def test_words_that_both_hold_may_stand_scattered() -> None:
    assert "scattered" in doubts(pair(*near(LONG, TURNED, 0.6)))
    assert "scattered" not in doubts(pair(*near(LONG, f"{LONG} and islands", 0.6)))


def test_little_is_doubted_where_another_sentence_is_nearer() -> None:
    told = pair(*near("The ferry company promised new lifeboats", "The ferry company fired its captain in May", 0.65))
    assert "little_of_the_story" in doubts(told)
    close = pair(*near("The ferry company promised new lifeboats", "The ferry company fired its captain in May", 0.9))
    assert "little_of_the_story" not in doubts(close)


def test_a_statement_whose_rest_the_other_report_says_elsewhere_is_another_one() -> None:
    a = reading("a", "The ferry company promised lifeboats to fishermen", "Pilots mourned the captain.")
    b = reading("b", "The ferry company mourned the captain", "Fishermen were promised lifeboats.")
    told = pair(a, b)
    assert "told_elsewhere" not in doubts(told)
    assert "told_elsewhere" in doubts(Pair(replace(told.one, said="direct"), told.two, told.by))


def test_tolls_of_one_are_of_one_person_only_if_of_one_kind() -> None:
    a = count(reading("a", "A man was killed near the bridge in the storm", FILLER), "A man", 1, 1, "killed", "man")
    b = count(reading("b", "A girl was killed near the bridge by a car", OTHER), "A girl", 1, 1, "killed", "girl")
    both = record(a, b)
    assert toll_groups(gather(both), both) == []


def test_a_toll_that_rose_is_an_update_where_no_day_is_known() -> None:
    a = reading("a", "At least 12 people were killed when the storm struck Halden", FILLER, day=None)
    b = reading("b", "The number of people killed when the storm struck Halden rose to 19", OTHER, day=None)
    a = count(a, "At least 12", 12, None, "killed", "people")
    b = count(b, "19", 19, 19, "killed")
    assert [f.status for f in find_findings(record(a, b)).findings if f.origins > 1] == ["updated"]


@pytest.mark.parametrize(
    ("day", "then", "status"),
    [(None, None, "updated"), ("2031-05-04", "2031-05-04", "updated"), ("2031-05-04", "2031-05-05", "differs")],
)
def test_a_toll_that_is_said_now_is_newer_than_others_of_one_day(
    day: str | None, then: str | None, status: str
) -> None:
    a = reading("a", "The storm in Halden killed four people", FILLER, day=then)
    b = reading("b", "The storm in Halden killed six people, the ministry now says", OTHER, day=day)
    both = record(count(a, "four", 4, 4, "killed", "people"), count(b, "six", 6, 6, "killed", "people"))
    assert [f.status for f in find_findings(both).findings if f.origins > 1] == [status]


def test_others_may_give_the_newer_number_too() -> None:
    a = reading("a", "The storm in Halden killed four people", FILLER, day=None)
    b = reading("b", "The storm in Halden killed six people, the ministry now says", OTHER, day=None)
    c = reading("c", "Six people were killed in Halden by the storm", "The pier is closed.", day=None)
    counted = (count(a, "four", 4, 4, "killed", "people"), count(b, "six", 6, 6, "killed", "people"))
    both = record(*counted, count(c, "Six", 6, 6, "killed", "people"))
    assert [(f.status, f.origins) for f in find_findings(both).findings if f.origins > 1] == [("updated", 3)]
