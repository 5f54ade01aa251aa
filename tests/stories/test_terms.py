from __future__ import annotations

from twosource.stories.terms import terms


def test_the_headline_weighs_most_and_the_foot_least() -> None:
    found = terms("Flood\n" + "river " + "x1 " * 100 + "bridge")
    assert found["flood"] > found["river"] > found["bridge"] > 0
