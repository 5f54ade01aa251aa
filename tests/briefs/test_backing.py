"""No origin is named for words of which its own report tells only a part."""

from __future__ import annotations

import pytest

from tests.briefs.records import article, at, claim, finding, page, record
from twosource.briefs.backing import backers
from twosource.briefs.reported import reported
from twosource.briefs.reports import Reports
from twosource.model import Page, Record, Time, Timex

WHOLE = "The ferry union wants a rise of nine percent, warm meals and a second deckhand on every night crossing."
PART = "The union has asked for nine percent."
ALIKE = "The ferry union demands nine percent more, warm meals and a second deckhand on night crossings."
LEANING = "They want more money for the crews."


def reports_of(*texts: str, times: tuple[Time, ...] = ()) -> tuple[list[Page], Record]:
    """Reports of one sentence each that one finding holds."""
    pages = [page(str(n), text) for n, text in enumerate(texts)]
    claims = [claim(p, p.text) for p in pages]
    articles = [(p, article(p, name)) for p, name in zip(pages, ("Courier", "Post", "Radio"), strict=False)]
    return pages, record(articles, claims, [finding(*claims)], times=times)


def told(*texts: str) -> str:
    """The statement on these sentences."""
    made = reports_of(*texts)[1]
    return reported(made.findings[0], Reports(made)).text


WANTS = "the ferry union wants a rise of nine percent, warm meals and a second deckhand on every night crossing"
ASKED = "the union has asked for nine percent"


def test_what_all_back_is_told_once() -> None:
    assert told(WHOLE, ALIKE) == f"Two independent origins (Courier and Post) report that {WANTS}."


def test_each_is_told_in_its_own_words_where_one_tells_a_part() -> None:
    each = f"that {WANTS} (Courier); that {ASKED} (Post)"
    assert told(WHOLE, PART) == f"Two independent origins report, each in its own words, {each}."


def test_words_that_lean_are_not_told_beside_others() -> None:
    assert told(WHOLE, LEANING) == f"Courier reports that {WANTS}; Post tells of it in other words."


def test_the_third_is_told_beside_two_that_say_one_thing() -> None:
    both = f"Two independent origins (Courier and Post) report that {WANTS}"
    assert told(WHOLE, ALIKE, PART) == f"{both}; Radio reports that {ASKED}."


@pytest.mark.parametrize(("latest", "names"), [("2031-12-03", ["Courier", "Post"]), ("2031-12-31", ["Courier"])])
def test_who_gives_a_vaguer_day_is_not_named_for_the_day(latest: str, names: list[str]) -> None:
    texts = ("The ministers meet again in Halden on 3 December.", "The ministers will meet again in December.")
    pages, _ = reports_of(*texts)
    days = (("3 December", "2031-12-03", "2031-12-03"), ("in December", "2031-12-03", latest))
    times = tuple(
        Time(id=f"t:{w}", article=f"article:{p.location}", selector=at(p, w), timex=Timex(type="DATE", value=first),
             earliest=first, latest=last, basis="text")
        for p, (w, first, last) in zip(pages, days, strict=True)
    )  # fmt: skip
    made = reports_of(*texts, times=times)[1]
    found = backers(at(pages[0], texts[0]), made.claims, Reports(made))
    assert [a.outlet for a in made.articles if f"origin:{a.id.partition(':')[2]}" in found] == names


@pytest.mark.parametrize(("day", "names"), [("2031-05-04", ["Courier", "Post"]), ("2031-05-09", ["Courier"])])
def test_who_gives_no_day_is_not_named_for_one_to_come(day: str, names: list[str]) -> None:
    texts = ("The guards start a new watch on the old bridge on Friday.", "The guards start a new watch on the bridge.")
    pages, _ = reports_of(*texts)
    friday = Time(
        id="t", article=f"article:{pages[0].location}", selector=at(pages[0], "Friday"),
        timex=Timex(type="DATE", value=day), earliest=day, latest=day, basis="text",
    )  # fmt: skip
    made = reports_of(*texts, times=(friday,))[1]
    found = backers(at(pages[0], texts[0]), made.claims, Reports(made))
    assert [a.outlet for a in made.articles if f"origin:{a.id.partition(':')[2]}" in found] == names


def test_the_shorter_words_are_told_where_they_hold_most() -> None:
    longer = "The ferry union wants a rise of nine percent for night crews, cabins, a doctor, meals and laundry aboard."
    shorter = "The ferry union wants nine percent for night crews."
    assert told(longer, shorter) == (
        "Two independent origins (Courier and Post) report that the ferry union wants nine percent for night crews."
    )


def test_of_three_long_tellings_the_third_is_left_out() -> None:
    long = "Radio heard that the crews of the night ferries have asked for nine percent and for a doctor in every port"
    other = "Deckhands of the islands say nine percent would not pay for the meals that they buy in the ports of call"
    text = told(WHOLE, long + ".", other + ".")
    assert text.startswith("Three independent origins report, each in its own words, that the ferry union wants")
    assert text.endswith("; one more in other words.") and "Deckhands" not in text
