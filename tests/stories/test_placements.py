"""What the pipeline says of a report whose story became another."""

from __future__ import annotations

from dataclasses import replace

from tests.stories.reports import reading
from tests.stories.test_cluster import turned
from twosource.model import Reading
from twosource.pipeline import assign_stories


def placed(article: str, angle: float) -> Reading:
    _, text, _, top = turned(article, angle)
    return replace(reading(article, *text.split("\n")), top=top)


def test_a_report_says_of_which_story_it_was() -> None:
    found = assign_stories([placed("a", 0.0), placed("b", 0.8), placed("c", 0.4), placed("d", 0.4)])
    assert len({place.story for place in found.values()}) == 1
    assert [len(place.was) for place in found.values()] == [0, 1, 0, 0]
    assert found["b"].was != (found["b"].story,)


def test_a_report_that_comes_twice_is_placed_once() -> None:
    assert assign_stories([placed("a", 0.0)] * 2)["a"].was == ()
