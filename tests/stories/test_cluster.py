from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.stories import cluster
from twosource.stories.cluster import MOVABLE, Arrival

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


def arrival(article: str, text: str, day: str | None = None, *top: float) -> Arrival:
    return article, text, day, np.array(top, dtype="<f2").tobytes()


def named(letter: str, texts: list[str]) -> list[Arrival]:
    return [arrival(f"{letter}{i}", text) for i, text in enumerate(texts)]


def stories(articles: list[Arrival]) -> set[frozenset[str]]:
    """Which articles are of one story in the end."""
    groups: dict[str, set[str]] = {}
    for article, story in dict(cluster(articles)).items():
        groups.setdefault(story, set()).add(article)
    return {frozenset(g) for g in groups.values()}


def test_two_happenings_are_two_stories_in_any_order() -> None:
    articles = named("f", FERRY) + named("e", ELECTION)
    for order in list(permutations(articles))[::17]:
        assert stories(list(order)) == {frozenset({"f0", "f1", "f2"}), frozenset({"e0", "e1"})}


def test_the_same_words_years_later_are_another_story() -> None:
    first = arrival("a", FERRY[0], "2030-03-05")
    assert len(stories([first, arrival("b", FERRY[2], "2030-03-06")])) == 1
    assert len(stories([first, arrival("b", FERRY[2], "2033-03-06")])) == 2


def test_the_first_that_is_said_of_each_report_comes_in_the_order_of_arrival() -> None:
    articles = named("f", FERRY) + named("e", ELECTION)
    assert list(dict(cluster(articles))) == [arrived[0] for arrived in articles]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.text(max_size=200), st.none() | st.text(max_size=12), st.booleans()), max_size=20))
def test_any_text_day_and_top_are_taken(articles: list[tuple[str, str | None, bool]]) -> None:
    made = [arrival(str(i), text, day, *([0.0, 0.0] if top else [])) for i, (text, day, top) in enumerate(articles)]
    assert len(dict(cluster(made))) == len(articles)


ORCHARD = [
    "Frost ruins apricot harvest in Vellmark\n"
    "Growers in Vellmark lost most of their apricot blossom to Monday's frost.",
    "Vellmark asks ministry for help\nThe council of Vellmark wrote to the ministry of farming after a cold night.",
    "Ministry to pay apricot growers\n"
    "The farming ministry will pay Vellmark growers who lost blossom to the frost, the council of Vellmark said.",
]


def test_few_reports_make_the_same_stories_in_whatever_order_they_come() -> None:
    articles = named("f", FERRY) + named("o", ORCHARD)
    made = {frozenset(stories(list(order))) for order in list(permutations(articles))[::37]}
    assert made == {frozenset({frozenset({"f0", "f1", "f2"}), frozenset({"o0", "o1", "o2"})})}


def test_each_report_is_answered_at_once() -> None:
    def arrive() -> Iterator[Arrival]:
        for n in range(30):
            asked.append(n)
            yield arrival(f"a{n}", f"{FERRY[n % 3]}\nNote {n}.")

    asked: list[int] = []
    answers = cluster(arrive())
    for n in range(15):
        assert next(answers)[0] == f"a{n}"
        assert len(asked) == n + 1


def turned(article: str, angle: float) -> Arrival:
    """A report that shares one word with others like it, so that the angle of their tops (radians) tells them apart."""
    own = " ".join(article + rest for rest in ("lom", "nik", "dur", "pov", "tam", "gor"))
    text = f"{own}\nThe harbour of Skarholm."
    return arrival(article, text, None, float(np.cos(angle)), float(np.sin(angle)))


def test_reports_are_told_apart_by_what_their_tops_say() -> None:
    articles = [turned("a", 0.0), turned("b", 1.5), turned("c", 0.1), turned("d", 1.4)]
    assert stories(articles) == {frozenset("ac"), frozenset("bd")}


def test_two_stories_are_made_one_by_reports_between_them_and_it_is_said() -> None:
    told = list(cluster([turned("a", 0.0), turned("b", 0.8), turned("c", 0.4), turned("d", 0.4)]))
    assert len({story for article, story in told[:2]}) == 2
    assert len(set(dict(told).values())) == 1
    assert len(told) > 4


def test_a_story_is_split_when_one_of_its_reports_is_more_like_those_to_come_and_it_is_said() -> None:
    told = list(cluster([turned("a", 0.0), turned("b", 0.45), turned("c", 0.8), turned("d", 0.8)]))
    assert len({story for article, story in told[:2]}) == 1
    last = dict(told)
    assert last["a"] != last["b"] == last["c"] == last["d"]
    assert len(told) > 4


def test_a_large_story_takes_reports_in_and_keeps_its_id() -> None:
    count = 3 * MOVABLE
    told = dict(cluster(arrival(f"a{n}", f"{FERRY[n % 3]}\nNote {n}.") for n in range(count)))
    assert len(told) == count
    assert len(set(told.values())) == 1
