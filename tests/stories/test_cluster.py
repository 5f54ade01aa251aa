from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.stories import cluster

FERRY = [
    "Ferry runs aground off Skarholm\n"
    "The Skarholm ferry ran aground on Tuesday with 140 passengers. The coast guard took all of them off.",
    "Passengers taken off stranded Skarholm ferry\n"
    "The coast guard took 140 passengers off a ferry that ran aground near Skarholm.",
    "Captain of stranded ferry questioned\n"
    "Police questioned the captain of the ferry that ran aground off Skarholm with 140 aboard.",
]
ELECTION = [
    "Brenn wins mayoral runoff in Tarvik\n"
    "Hilde Brenn won the runoff for mayor of Tarvik on Sunday with 52 percent of the vote.",
    "Tarvik elects Brenn mayor\n"
    "Voters in Tarvik made Hilde Brenn their mayor in Sunday's runoff; her rival conceded the vote.",
]


def stories(articles: list[tuple[str, str, str | None]]) -> set[frozenset[str]]:
    groups: dict[str, set[str]] = {}
    for article, story in cluster(articles):
        groups.setdefault(story, set()).add(article)
    return {frozenset(g) for g in groups.values()}


def test_two_happenings_are_two_stories_in_any_order() -> None:
    articles: list[tuple[str, str, str | None]] = [(f"f{i}", t, None) for i, t in enumerate(FERRY)]
    articles += [(f"e{i}", t, None) for i, t in enumerate(ELECTION)]
    for order in list(permutations(articles))[::17]:
        assert stories(list(order)) == {frozenset({"f0", "f1", "f2"}), frozenset({"e0", "e1"})}


def test_the_same_words_years_later_are_another_story() -> None:
    near: list[tuple[str, str, str | None]] = [("a", FERRY[0], "2030-03-05"), ("b", FERRY[2], "2030-03-06")]
    far: list[tuple[str, str, str | None]] = [("a", FERRY[0], "2030-03-05"), ("b", FERRY[2], "2033-03-06")]
    assert len(stories(near)) == 1
    assert len(stories(far)) == 2


def test_an_id_stands_on_every_line_in_order_of_arrival() -> None:
    articles: list[tuple[str, str, str | None]] = [(str(i), t, None) for i, t in enumerate(FERRY + ELECTION)]
    assert [a for a, _ in cluster(articles)] == [a for a, _, _ in articles]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.text(max_size=200), st.none() | st.text(max_size=12)), max_size=6))
def test_any_text_and_any_day_are_taken(articles: list[tuple[str, str | None]]) -> None:
    assert len(list(cluster((str(i), t, d) for i, (t, d) in enumerate(articles)))) == len(articles)


ORCHARD = [
    "Frost ruins apricot harvest in Vellmark\n"
    "Growers in Vellmark lost most of their apricot blossom to Monday's frost.",
    "Vellmark asks ministry for help\nThe council of Vellmark wrote to the ministry of farming after a cold night.",
    "Ministry to pay apricot growers\n"
    "The farming ministry will pay Vellmark growers who lost blossom to the frost, the council of Vellmark said.",
]


def test_few_reports_make_the_same_stories_in_whatever_order_they_come() -> None:
    articles: list[tuple[str, str, str | None]] = [(f"f{i}", t, None) for i, t in enumerate(FERRY)]
    articles += [(f"o{i}", t, None) for i, t in enumerate(ORCHARD)]
    made = {frozenset(stories(list(order))) for order in list(permutations(articles))[::37]}
    assert made == {frozenset({frozenset({"f0", "f1", "f2"}), frozenset({"o0", "o1", "o2"})})}


def test_what_comes_after_the_opening_is_answered_at_once() -> None:
    def arrive() -> Iterator[tuple[str, str, str | None]]:
        for n in range(30):
            asked.append(n)
            yield f"a{n}", f"{FERRY[n % 3]}\nNote {n}.", None

    asked: list[int] = []
    answers = iter(cluster(arrive()))
    for _ in range(15):
        next(answers)
    assert len(asked) == 15
