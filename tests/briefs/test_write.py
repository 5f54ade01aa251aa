from __future__ import annotations

from dataclasses import replace

import pytest

from twosource.briefs import write_brief
from twosource.model import (
    Actor,
    Difference,
    Evidence,
    Figure,
    Mention,
    Quantity,
    Record,
    Selector,
    Variant,
)

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
        "Halden Courier reports that two trucks collided at the toll gate near Halden.",
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


def test_a_lower_toll_of_a_later_day_is_said_to_be_later() -> None:
    one, two = toll("a", "Two", 9)[0], toll("b", "week", 4)[0]
    both = [BOTH[0], (B, article(B, "Valley Post", "2031-05-07"))]
    claims = [claim(A, "Two trucks collided", "quantity", "q:a"), claim(B, "for a week", "quantity", "q:b")]
    values = tuple(Variant(value=v, selectors=(q.selector,)) for v, q in (("4", two), ("9", one)))
    figure = Figure(
        role="killed", min=4, max=9, point=9, approximate=False, status="differs", origins=1,
        selectors=(one.selector, two.selector),
    )  # fmt: skip
    found = finding(*claims, status="differs", differences=(Difference(aspect="quantity", values=values),))
    text = lines(record(both, claims, [found], (figure,), quantities=(one, two)))[0]
    assert text == "The reports differ on the number killed: 9 (Halden Courier), later 4 (Valley Post)."


def test_a_toll_that_a_later_report_raised_is_not_said_to_stand_alone() -> None:
    one, two = toll("a", "Two", 2)[0], toll("b", "week", 7)[0]
    figure = Figure(
        role="killed", min=7, max=7, point=7, approximate=False, status="updated", origins=1,
        selectors=(two.selector, one.selector),
    )  # fmt: skip
    text = lines(record(BOTH, [], [], (figure,), quantities=(one, two)))[0]
    assert text == "The number killed is given as 7 (Valley Post); earlier it was two (Halden Courier)."


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


@pytest.mark.parametrize("length", [4, 5, 9, 25])
def test_a_brief_is_as_long_as_asked_for_and_keeps_what_differs_and_what_is_unknown(length: int) -> None:
    told = [f"Firm{n} shipped cargo{n} to harbour{n} by tug{n} at midnight{n}." for n in range(40)]
    few, many = "Some 38 dockers worked the shift.", "There were 52 dockers on the shift."
    one, two = page("m", " ".join([*told[20:], *told[:20], few])), page("n", " ".join([*told[:20], many]))
    both = [(one, article(one, "Post")), (two, article(two, "Courier", None))]
    values = tuple(Variant(value=v, selectors=(at(p, v),)) for p, v in ((one, "38"), (two, "52")))
    apart = finding(
        claim(one, few), claim(two, many),
        status="differs", differences=(Difference(aspect="quantity", values=values),),
    )  # fmt: skip
    shared = [finding(claim(one, line), claim(two, line)) for line in told[:20]]
    events = [claim(one, line, "event", f"event:{line}") for line in told[20:]]
    alone = [finding(claim(one, w), e, status="single_origin") for w, e in zip(told[20:], events, strict=True)]
    claims = [claim(p, line) for p in (one, two) for line in (*told, few, many) if line in p.text]
    rec = record(both, [*claims, *events], [apart, *shared, *alone])
    brief = [s.text for s in write_brief(rec, length=length).brief]
    assert 0.6 * length <= len(brief) <= length
    assert any(line.startswith("Two independent origins") for line in brief)
    assert any("differ" in line for line in brief)
    assert any(line.startswith("Post reports") for line in brief)
    assert brief[-1] == "Courier gives no date of its own."


def test_what_differs_is_never_told_as_what_two_report() -> None:
    one, two = toll("a", "Two", 2)[0], toll("b", "week", 7)[0]
    claims = [claim(A, "Two trucks collided at the toll gate near Halden."), claim(B, "for a week")]
    values = tuple(Variant(value=q.selector.exact, selectors=(q.selector,)) for q in (one, two))
    apart = finding(*claims, status="differs", differences=(Difference(aspect="quantity", values=values),))
    found = lines(record(BOTH, claims, [apart], quantities=(one, two)))
    assert found == ["Halden Courier begins by reporting that two trucks collided at the toll gate near Halden."]


def test_an_empty_record_has_no_brief() -> None:
    assert write_brief(Record(pages=(), articles=())).brief == ()


def test_a_pronoun_is_named_and_left_alone_where_it_cannot_be() -> None:
    one = page("n", "She closed the Tarvik bridge on Monday with a short order.")
    told = claim(one, "She closed the Tarvik bridge on Monday with a short order.")
    only, alone = [(one, article(one, "Post"))], [finding(told, status="single_origin")]
    meant = Actor(
        id="actor:roe", name="Agnes Roe", kind="person", named=True, names=("Agnes Roe",),
        mentions=(Mention(selector=at(one, "She"), form="pronoun"),),
    )  # fmt: skip
    text = lines(record(only, [told], alone, actors=(meant,)))
    assert text[0] == "Post reports that Agnes Roe closed the Tarvik bridge on Monday with a short order."
    assert all("that she" not in line for line in lines(record(only, [told], alone)))


def test_an_attribution_gives_way_to_the_name_of_the_speaker() -> None:
    line = "Mixed crews will go on patrol in the Tarvik strait next month, she said."
    one = page("p", line)
    words = "Mixed crews will go on patrol in the Tarvik strait next month"
    quoted = claim(one, words, "quote", "quote:reports/p.txt")
    told = [claim(one, line), quoted]
    rec = record(
        [(one, article(one, "Post"))], told, [finding(*told, status="single_origin")],
        quotes=(said(one, words, "actor:Agnes Roe", "said"),), actors=(person("Agnes Roe"),),
    )  # fmt: skip
    wanted = "Post reports that Agnes Roe said mixed crews will go on patrol in the Tarvik strait next month."
    assert lines(rec)[0] == wanted


def test_other_numbers_say_what_is_counted() -> None:
    one, two = page("x", "Some 38 dockers worked the shift."), page("y", "There were 52 dockers on the shift.")
    both = [(one, article(one, "Courier")), (two, article(two, "Post"))]
    counts = tuple(
        Quantity(id=f"q:{n}", article=f"article:{p.location}", selector=at(p, n), min=float(n), max=float(n),
                 point=float(n), of=at(p, "dockers"))
        for p, n in ((one, "38"), (two, "52"))
    )  # fmt: skip
    claims = [claim(one, "Some 38 dockers worked the shift."), claim(two, "There were 52 dockers on the shift.")]
    values = tuple(Variant(value=q.selector.exact, selectors=(q.selector,)) for q in counts)
    apart = finding(*claims, status="differs", differences=(Difference(aspect="quantity", values=values),))
    text = lines(record(both, claims, [apart], quantities=counts))[1]
    assert text.startswith("The reports differ on how many dockers: 38 (Courier), 52 (Post)")


def test_what_two_reports_lead_with_opens_the_brief_though_it_holds_a_toll() -> None:
    one = page("d", "A man was killed when a crane fell in Halden. Roe Street was closed.")
    two = page("e", "A crane fell in Halden and killed a man. The street was closed, Ann Brenn said.")
    both = [(one, article(one, "Halden Courier")), (two, article(two, "Valley Post"))]
    leading = [claim(one, "A man was killed when a crane fell in Halden."), claim(two, "A crane fell in Halden")]
    closed = [claim(one, "Roe Street was closed."), claim(two, "The street was closed")]
    same = Evidence(function="same_toll", score=1.0, detail="", selectors=(leading[0].selector,))
    whole = claim(two, "A crane fell in Halden and killed a man.")
    claims = [*leading, whole, *closed]
    found = lines(record(both, claims, [finding(*closed), finding(*leading, evidence=(same,))]))
    assert found[0] == (
        "Two independent origins (Halden Courier and Valley Post) report that a man was killed when a crane fell in"
        " Halden."
    )


def test_what_reports_share_in_their_headlines_alone_opens_it_as_headlines() -> None:
    one = page("d", "Halden Sues Tarvik Over Bridge\nThe town wants money.")
    two = page("e", "Halden Sues Tarvik\nThe bridge is old.")
    heads = [at(one, "Halden Sues Tarvik Over Bridge"), at(two, "Halden Sues Tarvik")]
    both = [
        (one, replace(article(one, "Halden Courier"), headline=heads[0])),
        (two, replace(article(two, "Valley Post"), headline=heads[1])),
    ]
    claims = [claim(one, "Halden Sues Tarvik Over Bridge"), claim(two, "Halden Sues Tarvik")]
    assert lines(record(both, claims, [finding(*claims)])) == [
        "Two independent origins (Halden Courier and Valley Post) report in their headlines:"
        " “Halden Sues Tarvik Over Bridge.”"
    ]


def test_an_outlet_that_reports_its_own_words_is_named_once() -> None:
    words = claim(B, "the bridge would stay shut for a week", "quote", "quote:reports/b.txt")
    quotes = (said(B, "the bridge would stay shut for a week", "actor:Valley Post", "said"),)
    only = finding(words, status="single_origin")
    found = lines(record(BOTH, [words], [only], quotes=quotes, actors=(person("Valley Post"),)))
    assert found == ["Valley Post reports that the bridge would stay shut for a week."]


def figure(status: str, *numbers: tuple[Selector, float], origins: int = 2) -> Figure:
    last = numbers[0][1]
    return Figure(
        role="killed", min=last, max=last, point=last, approximate=False, origins=origins,
        status=status,  # type: ignore[arg-type]
        selectors=tuple(s for s, _ in numbers),
    )  # fmt: skip


def test_a_toll_of_one_is_said_in_words() -> None:
    counted = figure("corroborated", (at(A, "Two"), 1), (at(B, "week"), 1))
    claims = [claim(A, "Two trucks collided"), claim(B, "for a week")]
    found = lines(record(BOTH, claims, [], figures=(counted,)))
    assert found == [
        "Two origins (Halden Courier and Valley Post) report that one person was killed, as in “for a week.”"
    ]


def test_two_origins_of_a_toll_that_has_moved_on_are_not_said_to_agree() -> None:
    counted = figure("updated", (at(A, "Two"), 23), (at(B, "week"), 21))
    claims = [claim(A, "Two trucks collided"), claim(B, "for a week")]
    found = lines(record(BOTH, claims, [], figures=(counted,)))
    assert found == [
        "The number killed is given as 23 (Halden Courier); earlier it was week (Valley Post), as in “for a week.”"
    ]


def test_a_toll_that_rose_further_than_its_finding_tells_ends_with_the_latest() -> None:
    counts = [toll(n, w, v)[0] for n, w, v in (("a", "Two", 2), ("b", "week", 7))]
    claims = [claim(A, "Two trucks collided", "quantity", "q:a"), claim(B, "for a week", "quantity", "q:b")]
    values = tuple(Variant(value=v, selectors=(counts[0].selector,)) for v in ("2", "4"))
    rose = Figure(
        role="killed", min=7, max=7, point=7, approximate=False, status="updated", origins=1,
        selectors=(counts[1].selector, counts[0].selector),
    )  # fmt: skip
    found = finding(*claims, status="updated", differences=(Difference(aspect="quantity", values=values),))
    text = lines(record(BOTH, claims, [found], (rose,), quantities=tuple(counts)))[0]
    assert "from 2 (Halden Courier) to 7 (Valley Post) as later reports came in" in text


def test_what_was_reported_in_the_morning_is_not_told_beside_what_is_known_since() -> None:
    one = page("d", "Two men died under a slide in Halden on Monday.")
    two = page("e", "Five men have died in Halden. In the morning two men were said to be dead.")
    both = [(one, article(one, "Halden Courier")), (two, article(two, "Valley Post"))]
    counts = [
        Quantity(id=w, article=p.id, selector=at(p, w), min=n, max=n, point=n, role="killed")
        for p, w, n in ((one, "Two", 2), (two, "Five", 5), (two, "two", 2))
    ]
    rose = replace(figure("updated", (counts[1].selector, 5), (counts[0].selector, 2)), origins=1)
    same = [claim(one, "Two men died under a slide in Halden on Monday."),
            claim(two, "In the morning two men were said to be dead.")]  # fmt: skip
    text = lines(record(both, same, [finding(*same)], (rose,), quantities=tuple(counts)))
    assert text[0].startswith("The number killed is given as 5 (Valley Post); earlier it was two")
    assert not any("morning" in line for line in text)


def test_tolls_that_differ_without_a_finding_name_who_has_which() -> None:
    one, two = toll("a", "Two", 2)[0], toll("b", "week", 7)[0]
    apart = Figure(
        role="killed", min=2, max=7, point=None, approximate=False, status="differs", origins=1,
        selectors=(one.selector, two.selector),
    )  # fmt: skip
    text = lines(record(BOTH, [], [], (apart,), quantities=(one, two)))[0]
    assert text == "The reports differ on the number killed: 2 (Halden Courier), 7 (Valley Post)."


def test_a_toll_of_one_origin_names_it_and_says_one_in_words() -> None:
    alone = replace(figure("single_origin", (at(A, "Two"), 1)), origins=1)
    text = lines(record(BOTH, [claim(A, "Two trucks collided")], [], figures=(alone,)))[0]
    assert text.startswith("Halden Courier reports that one person was killed")


def test_words_in_quotation_marks_that_both_give_are_told_alone() -> None:
    one = page("d", "Agnes Roe called the ban \u201chasty and unkind\u201d and closed the harbour.")
    two = page("e", "Agnes Roe, who saw the ban as \u201chasty and unkind\u201d, left for Oslo.")
    both = [(one, article(one, "Halden Courier")), (two, article(two, "Valley Post"))]
    roe = person("Agnes Roe")
    parts = ((one, "the ban \u201chasty and unkind\u201d", "called"),
             (two, "the ban as \u201chasty and unkind\u201d", "saw"))  # fmt: skip
    quotes = tuple(
        replace(said(p, words, roe.id, cue), kind="mixed") for p, words, cue in parts
    )  # fmt: skip
    claims = [claim(p, words, "quote", q.id) for (p, words, _), q in zip(parts, quotes, strict=True)]
    text = lines(record(both, claims, [finding(*claims)], actors=(roe,), quotes=quotes))[0]
    assert "both report that Agnes Roe used the words \u201chasty and unkind" in text
    assert "harbour" not in text
    assert "Oslo" not in text


def counts_of(*given: tuple[str, float, str], approximate: bool = False) -> Record:
    """Reports of these days that each count the dead in one sentence, as one figure that they agree on."""
    pages = [page(f"n{n}", f"{words} people died in the fire at Halden.") for n, (words, _, _) in enumerate(given)]
    articles = [
        (p, article(p, name, day))
        for p, name, (_, _, day) in zip(pages, ("Courier", "Post"), given, strict=True)
    ]  # fmt: skip
    counts = tuple(
        Quantity(id=f"q:{n}", article=articles[n][1].id, selector=at(p, words), min=value, max=None if "least" in words
                 else value, point=None if "least" in words else value, role="killed",
                 approximate=approximate and words.startswith("About"))
        for n, (p, (words, value, _)) in enumerate(zip(pages, given, strict=True))
    )  # fmt: skip
    toll_of = replace(figure("corroborated", *((q.selector, q.min or 0) for q in counts)), max=counts[-1].min or 0)
    claims = [claim(p, p.text) for p in pages]
    return record(articles, claims, [], figures=(toll_of,), quantities=counts)


def test_numbers_that_agree_are_told_as_risen_where_each_came_later() -> None:
    rec = counts_of(("At least 14", 14, "2031-05-05"), ("37", 37, "2031-05-06"))
    text = lines(rec)[0]
    assert text.startswith("The number killed rose from at least 14 (Courier, 5 May 2031) to 37 (Post, 6 May 2031)")


def test_a_rough_number_beside_an_exact_one_has_not_risen() -> None:
    rec = counts_of(("48", 48, "2031-05-05"), ("About 50", 50, "2031-05-06"), approximate=True)
    assert "give the number killed as 48 (Courier) and about 50 (Post)" in lines(rec)[0]


def test_numbers_that_cannot_be_of_one_thing_are_not_in_dispute() -> None:
    rec = counts_of(("103", 103, "2031-05-05"), ("1,000,000", 1e6, "2031-05-05"))
    far = replace(rec.stories[0].figures[0], status="differs", min=103, max=1e6, point=None)
    rec = replace(rec, stories=(replace(rec.stories[0], figures=(far,)),))
    assert not any("differ" in line for line in lines(rec))
