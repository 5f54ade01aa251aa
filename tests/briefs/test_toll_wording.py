"""Tolls whose finding leaves a report out, or is on another number; and numbers with an open or two closed ends."""

from __future__ import annotations

from dataclasses import replace

import pytest

from twosource.briefs.toll_numbers import moving
from twosource.model import Difference, Figure, FigureRole, Quantity, Selector, Variant

from .records import article, at, claim, finding, page, record
from .test_write import lines

A = page("a", "Four workers were hurt and 38 had clocked in.")
B = page("b", "Between 20 and 25 workers were hurt.")
C = page("c", "Nine workers were hurt and 52 had clocked in.")
ALL = [(A, article(A, "Post")), (B, article(B, "Herald")), (C, article(C, "Courier"))]


def count(where: str, words: str, low: float | None, high: float | None, role: str | None = "injured") -> Quantity:
    of = {"a": A, "b": B, "c": C}[where]
    return Quantity(
        id=f"q:{where}:{words}", article=f"article:{of.location}", selector=at(of, words), min=low, max=high,
        point=low if low == high else None, role=role,
    )  # fmt: skip


def apart(*values: tuple[str, Selector]) -> Difference:
    return Difference(aspect="quantity", values=tuple(Variant(value=v, selectors=(s,)) for v, s in values))


FOUR, NINE, RANGE = count("a", "Four", 4, 4), count("c", "Nine", 9, 9), count("b", "Between 20 and 25", 20, 25)
HURT = Figure(
    role="injured", min=4, max=25, point=None, approximate=False, status="differs", origins=3,
    selectors=(FOUR.selector, RANGE.selector, NINE.selector),
)  # fmt: skip


def test_a_report_that_the_finding_leaves_out_is_named_too() -> None:
    claims = [claim(A, "Four workers were hurt", "quantity", FOUR.id), claim(C, "Nine workers", "quantity", NINE.id)]
    found = finding(*claims, status="differs", differences=(apart(("4", FOUR.selector), ("9", NINE.selector)),))
    text = lines(record(ALL, claims, [found], (HURT,), quantities=(FOUR, NINE, RANGE)))[0]
    assert text == "The reports differ on the number injured: 4 (Post), 20 to 25 (Herald), 9 (Courier)."


def test_what_differs_in_another_number_is_no_finding_on_the_toll() -> None:
    shift = count("a", "38", 38, 38, role=None), count("c", "52", 52, 52, role=None)
    claims = [claim(A, A.text, "quantity", FOUR.id), claim(C, "52 had clocked in", "quantity", shift[1].id)]
    found = finding(*claims, status="differs", differences=(apart(*((q.selector.exact, q.selector) for q in shift)),))
    alone = replace(HURT, min=4, max=4, point=4, status="single_origin", origins=1, selectors=(FOUR.selector,))
    told = record(ALL, claims, [found], (alone,), quantities=(FOUR, *shift))
    assert lines(told)[0] == "The number injured is given as 4, by Post."
    assert any("differ on" in line and "38" in line and "52" in line for line in lines(told)[1:])


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [(20, 25, "20 to 25"), (20, None, "at least 20"), (None, 25, "up to 25"), (20, 20, "20")],
)
def test_a_number_is_told_with_its_ends(low: float | None, high: float | None, words: str) -> None:
    given = count("b", "Between 20 and 25", low, high)
    both = replace(HURT, selectors=(FOUR.selector, given.selector))
    text = lines(record(ALL, [], [], (both,), quantities=(FOUR, given)))[0]
    assert text == f"The reports differ on the number injured: 4 (Post), {words} (Herald)."


def test_no_at_at() -> None:
    least = replace(HURT, min=20, max=20, status="corroborated", selectors=(RANGE.selector,))
    text = lines(record(ALL, [], [], (least,), quantities=(RANGE,)))[0]
    assert " at at " not in text
    assert "as at least 20" in text


@pytest.mark.parametrize(
    ("role", "words"), [("missing", "are missing"), ("abducted", "were abducted"), ("freed", "go free")]
)
def test_what_became_of_those_counted_is_said_by_its_role(role: str, words: str) -> None:
    counts = [replace(count("a", "38", 38, 38, role), of=at(A, "workers")), count("c", "52", 52, 52, role)]
    claims = [
        claim(A, "38 had clocked in", "quantity", counts[0].id),
        claim(C, "52 had clocked in", "quantity", counts[1].id),
    ]
    found = finding(
        *claims, status="differs", differences=(apart(*((str(q.selector.exact), q.selector) for q in counts)),)
    )
    told = lines(record(ALL, claims, [found], (), quantities=tuple(counts)))
    assert f"The reports differ on how many {words}: 38 (Post), 52 (Courier)." in told


@pytest.mark.parametrize(("role", "told"), [("injured", ["at least 4", "9"]), ("participants", [])])
def test_a_toll_moves_on_and_a_crowd_is_counted_once(role: FigureRole, told: list[str]) -> None:
    least = replace(FOUR, max=None, point=None)
    agreed = replace(HURT, role=role, status="corroborated", min=9, max=9, selectors=(NINE.selector, least.selector))
    days = [(A, article(A, "Post", "2031-05-05")), (C, article(C, "Courier", "2031-05-06"))]
    both = record(days, [claim(A, "Four workers were hurt")], [], (agreed,), quantities=(least, NINE))
    assert [v.value for v in moving(agreed, both)] == told
