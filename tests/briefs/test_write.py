from __future__ import annotations

from dataclasses import replace

from twosource.briefs import write_brief
from twosource.model import Difference, Figure, Quantity, Record, Variant

from .records import article, at, claim, finding, page, person, record, said

A = page("a", "The bridge at Tarvik closed on Monday. Two trucks collided at the toll gate near Halden.")
B = page("b", "Brenn said the bridge would stay shut for a week. Officials closed the Tarvik bridge.")
BOTH = [(A, article(A, "Halden Courier")), (B, article(B, "Valley Post"))]


def lines(rec: Record) -> list[str]:
    brief = write_brief(rec).brief
    pages = {p.id: p for p in rec.pages}
    for statement in brief:
        assert statement.selectors, statement.text
        for selector in statement.selectors:
            selector.check(pages[selector.page])
    return [s.text for s in brief]


def test_what_two_origins_report_comes_before_what_one_does() -> None:
    one, two = claim(A, "The bridge at Tarvik closed on Monday."), claim(B, "Officials closed the Tarvik bridge.")
    alone = claim(A, "Two trucks collided at the toll gate near Halden.")
    found = lines(record(BOTH, [one, two, alone], [finding(alone, status="single_origin"), finding(one, two)]))
    assert found == [
        "Two independent origins (Halden Courier and Valley Post) report that the bridge at Tarvik closed on Monday.",
        "Only Halden Courier reports that two trucks collided at the toll gate near Halden.",
    ]


def test_what_someone_said_stays_his_saying() -> None:
    other = page("c", "The bridge will stay shut for a week, Brenn told the council.")
    both = [BOTH[1], (other, article(other, "Tarvik Radio"))]
    one = claim(B, "the bridge would stay shut for a week", "quote", "quote:reports/b.txt")
    two = claim(other, "The bridge will stay shut for a week", "quote", "quote:reports/c.txt")
    quotes = (
        said(B, "the bridge would stay shut for a week", "actor:Brenn", "said"),
        said(other, "The bridge will stay shut for a week", "actor:Brenn", "told"),
    )
    both_of_him = replace(finding(one, two), speakers=1)
    found = lines(record(both, [one, two], [both_of_him], quotes=quotes, actors=(person("Brenn"),)))
    assert found == [
        "Tarvik Radio and Valley Post both report that Brenn said the bridge would stay shut for a week"
        " (two origins, one speaker)."
    ]


def toll(name: str, words: str, number: float) -> tuple[Quantity, object]:
    where = A if name == "a" else B
    return Quantity(
        id=f"q:{name}", article=f"article:{where.location}", selector=at(where, words), min=number, max=number,
        point=number, role="killed",
    ), where  # fmt: skip


def test_tolls_that_differ_name_who_has_which() -> None:
    one, _ = toll("a", "Two", 2)
    two, _ = toll("b", "week", 7)
    claims = [claim(A, "Two trucks collided", "quantity", "q:a"), claim(B, "for a week", "quantity", "q:b")]
    apart = Difference(
        aspect="quantity",
        values=(Variant(value="2", selectors=(one.selector,)), Variant(value="7", selectors=(two.selector,))),
    )
    figure = Figure(
        role="killed", min=2, max=2, point=2, approximate=False, status="differs", origins=1,
        selectors=(one.selector, two.selector),
    )  # fmt: skip
    found = finding(*claims, status="differs", differences=(apart,))
    text = lines(record(BOTH, claims, [found], (figure,), quantities=(one, two)))
    assert text == ["The reports differ on the number killed: 2 (Halden Courier), 7 (Valley Post)."]


def test_an_undated_report_and_a_single_one_are_said_to_be() -> None:
    only = [(A, article(A, "Halden Courier", day=None))]
    one = claim(A, "Two trucks collided at the toll gate near Halden.")
    assert lines(record(only, [one], [finding(one, status="single_origin")])) == [
        "Halden Courier reports that two trucks collided at the toll gate near Halden.",
        "Halden Courier gives no date of its own.",
        "Nothing here can be corroborated: there is one report.",
    ]


def test_a_brief_is_short() -> None:
    told = [f"Firm{n} shipped cargo{n} to harbour{n} by tug{n} at midnight{n}." for n in range(60)]
    many = page("m", " ".join(told))
    claims = [claim(many, line) for line in told]
    rec = record([(many, article(many, "Post"))], claims, [finding(c, status="single_origin") for c in claims])
    assert 3 <= len(lines(rec)) <= 12


def test_an_empty_record_has_no_brief() -> None:
    assert write_brief(Record(pages=(), articles=())).brief == ()
