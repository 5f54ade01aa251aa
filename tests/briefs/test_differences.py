"""Each aspect in which reports differ is worded so that it reads well, and names who gives which."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.briefs.records import article, at, claim, finding, page, record
from twosource.briefs.differences import difference_statements
from twosource.briefs.reports import Reports
from twosource.model import Actor, Aspect, Difference, Mention, Quantity, Record, Status, Variant

A = page("a", "The Halden bridge was opened by Ann Roe in Tarvik on Monday. Some 38 dockers worked then.")
B = page("b", "Brenn opened the Halden bridge in Skarn on Tuesday. In all 52 dockers worked there then.")
BOTH = [(A, article(A, "Courier", "2031-05-05")), (B, article(B, "Post", "2031-05-07"))]
FIRST, SECOND = A.text.split(". ")[0], B.text.split(". ")[0]


def told(aspect: Aspect, one: tuple[str, str], two: tuple[str, str], status: Status = "differs") -> str:
    """The only statement on values, each with its words, in the first sentences of the two reports."""
    claims = [claim(A, FIRST), claim(B, SECOND)]
    values = tuple(Variant(value=v, selectors=(at(p, w),)) for p, (v, w) in ((A, one), (B, two)))
    apart = finding(*claims, status=status, differences=(Difference(aspect=aspect, values=values),))
    (statement,) = difference_statements([apart], Reports(record(BOTH, claims, [apart])))
    assert statement.selectors == tuple(s for v in values for s in v.selectors)
    return statement.text


@pytest.mark.parametrize(
    ("aspect", "one", "two", "wanted"),
    [
        ("time", ("2031-05-05", "on Monday"), ("2031-05-06", "on Tuesday"),
         "The reports differ on when this was: 5 May 2031 (Courier, “on Monday”), 6 May 2031 (Post, “on Tuesday”),"),
        ("place", ("Tarvik", "Tarvik"), ("Skarn", "Skarn"),
         "The reports differ on where this was: Tarvik (Courier), Skarn (Post),"),
        ("actor", ("Ann Roe", "Ann Roe"), ("Brenn", "Brenn"),
         "The reports differ on who this was: Ann Roe (Courier), Brenn (Post),"),
    ],
)  # fmt: skip
def test_an_aspect_is_asked_for_by_its_word(
    aspect: Aspect, one: tuple[str, str], two: tuple[str, str], wanted: str
) -> None:
    assert told(aspect, one, two) == f"{wanted} as in “{FIRST}.”"


def test_a_denial_and_a_plan_called_off_stand_in_their_own_words() -> None:
    assert told("polarity", ("denied", FIRST), ("said", SECOND)) == (
        f"The reports differ on whether this is so: said in “{SECOND}” (Post); but denied in “{FIRST}” (Courier)."
    )
    assert told("realis", ("planned", FIRST), ("called off", SECOND)).startswith(
        f"The reports differ on whether this stands: planned in “{FIRST}” (Courier); but called off in"
    )


def test_what_came_of_a_plan_is_told_in_the_order_of_the_reports() -> None:
    assert told("realis", ("planned", FIRST), ("happened", SECOND), "updated") == (
        f"Later reports tell what came of a plan or statement: planned in “{FIRST}” (Courier), then happened in"
        f" “{SECOND}” (Post)."
    )


@pytest.mark.parametrize(
    ("day", "wanted"),
    [
        ("2031-05-07", "rose from 38 (Courier, 5 May 2031) to 52 (Post, 7 May 2031)"),
        ("2031-05-04", "was lowered from 52 (Post, 4 May 2031) to 38 (Courier, 5 May 2031)"),
    ],
)
def test_a_number_that_moves_on_rises_or_is_lowered_by_when_the_reports_came(day: str, wanted: str) -> None:
    text = counts(day, "updated")
    assert text.startswith(f"The number of dockers {wanted} as later reports came in, as in “")


def test_a_number_that_opens_its_clause_asks_for_the_rest_of_it() -> None:
    assert counts("2031-05-05", "differs", "52 dockers worked there then") == (
        "The reports differ on how many dockers worked there then: 38 (Courier), 52 (Post)."
    )
    assert counts("2031-05-05", "differs").startswith(
        "The reports differ on how many dockers: 38 (Courier), 52 (Post),"
    )


def test_an_age_is_asked_for_by_whose_it_is() -> None:
    one, two = page("a", "Ann Roe, 41, opened the bridge."), page("b", "The bridge was opened by 42-year-old Ann Roe.")
    both = [(one, article(one, "Courier", "2031-05-05")), (two, article(two, "Post", "2031-05-05"))]
    ages = (
        Quantity(id="q:1", article="x", selector=at(one, "41"), min=41, max=41, unit="years"),
        Quantity(
            id="q:2", article="y", selector=at(two, "42-year-old"), min=42, max=42, unit="years", of=at(two, "Ann Roe")
        ),
    )
    named = tuple(Mention(selector=at(p, "Ann Roe"), form="name") for p in (one, two))
    roe = Actor(id="actor:1", name="Ann Roe", names=("Ann Roe",), kind="person", named=True, mentions=named)
    values = tuple(Variant(value=v, selectors=(q.selector,)) for v, q in zip(("41", "42"), ages, strict=True))
    claims = [claim(one, one.text), claim(two, two.text)]
    apart = finding(*claims, status="differs", differences=(Difference(aspect="quantity", values=values),))
    made = record(both, claims, [apart], quantities=ages)
    (statement,) = difference_statements([apart], Reports(replace(made, actors=(roe,))))
    assert statement.text == "The reports differ on the age of Ann Roe: 41 (Courier), 42 (Post)."
    (statement,) = difference_statements([apart], Reports(made))
    assert "age of" not in statement.text


def counts(day: str, status: Status, second: str = "In all 52 dockers worked there then.") -> str:
    both = [BOTH[0], (B, article(B, "Post", day))]
    claims = [claim(A, "Some 38 dockers worked then."), claim(B, second)]
    numbers = tuple(
        Quantity(id=f"q:{n}", article="x", selector=at(p, n), min=float(n), max=float(n), of=at(p, "dockers"))
        for p, n in ((A, "38"), (B, "52"))
    )
    values = tuple(Variant(value=q.selector.exact, selectors=(q.selector,)) for q in numbers)
    apart = finding(*claims, status=status, differences=(Difference(aspect="quantity", values=values),))
    made: Record = record(both, claims, [apart], quantities=numbers)
    return next(difference_statements([apart], Reports(made))).text
