from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.model import Article, Derivation, Page
from twosource.origins import derivations

from .press import COPY, OWN, report

RELEASE = '"We deeply regret what happened on our line and will leave nothing undone to find its cause," the firm said.'


def _tale(seed: int) -> list[str]:
    """Four lines of thirty made-up words, none shared with another seed."""
    return [" ".join(f"w{seed}{line}{n}" for n in range(30)) for line in range(4)]


def derive(*reports: tuple[Page, Article]) -> dict[str, Derivation]:
    _, derived = derivations([p for p, _ in reports], [a for _, a in reports])
    return {d.article.removeprefix("article:"): d for d in derived}


def test_a_copy_and_a_cut_copy_are_of_one_origin() -> None:
    first = report(*COPY, name="first", day="2031-05-05")
    found = derive(report(*COPY[:2], name="cut", day="2031-05-06"), first, report(*COPY, name="copy", day="2031-05-06"))
    assert found["cut"].origin == found["copy"].origin == found["first"].origin
    assert found["first"].derived_from is None
    assert found["cut"].derived_from == "article:first"
    assert found["cut"].evidence[0].function == "same_text"
    assert all(s.exact for e in found["cut"].evidence for s in e.selectors)


def test_a_longer_story_that_holds_the_copy_follows_it() -> None:
    mixed = (OWN[0], COPY[0], OWN[1], COPY[1], OWN[2], COPY[3], OWN[3])
    found = derive(report(*COPY, name="wire", day="2031-05-05"), report(*mixed, name="mixed", day="2031-05-06"))
    assert found["mixed"].derived_from == "article:wire"


def test_the_same_quotation_makes_no_copy() -> None:
    found = derive(report(OWN[0], RELEASE, OWN[1], name="a"), report(COPY[0], RELEASE, COPY[3], name="b"))
    assert found["a"].origin != found["b"].origin


def test_one_passage_shared_is_a_release_not_a_copy() -> None:
    found = derive(report(OWN[0], COPY[0], OWN[1], OWN[2], name="a"), report(*COPY[:1], *COPY[3:], OWN[3], name="b"))
    assert found["a"].origin != found["b"].origin


def test_furniture_in_many_reports_makes_no_copy() -> None:
    footer = (
        "Subscribe to our morning letter and never miss a story from your own town again, it costs you nothing at all.",
        "Our reporters work under the code of the press council, and readers may complain to the editor at any time.",
        "All rights reserved by the publisher of this page, whose seat is in the old mill on the river at Halden.",
    )
    stories = [_tale(seed) for seed in range(6)]
    found = derive(*(report(*s, *footer, name=str(i)) for i, s in enumerate(stories)))
    assert len({d.origin for d in found.values()}) == len(stories)


def test_a_report_that_quotes_another_outlet_follows_it() -> None:
    quoting = report(
        OWN[0],
        f'"{COPY[0]}" says the Halden Courier, adding: "{COPY[1]}"',
        OWN[1],
        OWN[2],
        name="quoting",
        day="2031-05-06",
    )
    found = derive(report(*COPY, name="courier", outlet="Halden Courier", day="2031-05-05"), quoting)
    assert found["quoting"].derived_from == "article:courier"
    assert found["quoting"].evidence[0].function == "quotes_the_outlet"


def test_two_reports_quoted_by_a_third_stay_apart() -> None:
    third = report(
        f'"{COPY[0]} {COPY[1]}" says the Halden Courier.',
        f'"{OWN[0]}" reports the Valley Post.',
        "More soon.",
        name="third",
    )
    courier = report(*COPY, name="courier", outlet="Halden Courier", day="2031-05-05")
    found = derive(courier, report(*OWN, name="post", outlet="Valley Post", day="2031-05-05"), third)
    assert found["courier"].origin != found["post"].origin
    assert found["third"].derived_from == "article:courier"


def test_the_order_of_the_input_does_not_matter() -> None:
    reports = [
        report(*COPY, name="a"),
        report(*COPY[:3], name="b"),
        report(*OWN, name="c"),
        report(*OWN, OWN[0], name="d"),
    ]
    assert derive(*reports) == derive(*reversed(reports))


def test_the_agency_itself_was_first_whatever_the_dates() -> None:
    wire = report(*COPY, name="wire", day="2031-05-07", wire=("HALDEN (AP)", "dateline"))
    found = derive(report(*COPY, name="reprint", day="2031-05-05"), wire)
    assert found["reprint"].derived_from == "article:wire"


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(alphabet=st.characters(), max_size=200), max_size=4))
def test_any_text_is_taken(texts: list[str]) -> None:
    reports = [report(t, t, name=str(i)) for i, t in enumerate(texts)]
    found = derive(*reports)
    assert len(found) == len(texts)
    pages = {p.id: p for p, _ in reports}
    for derived in found.values():
        for evidence in derived.evidence:
            for selector in evidence.selectors:
                selector.check(pages[selector.page])
