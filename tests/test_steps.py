"""The table of steps: nothing is needed before it is made, and every step is there."""

from __future__ import annotations

from dataclasses import fields

import pytest

from twosource.model import Reading, Record
from twosource.steps import ARTICLE_STEPS, RECORD_STEPS, Step, load

# The pipeline makes the page, the article and its analysis before the first step for one article, and joins the
# readings and their bare stories before the first step for all.
GIVEN_TO_ARTICLE_STEPS = {"page", "article", "analysis"}
GIVEN_TO_RECORD_STEPS = {"pages", "articles", "stories"}
ALL = ARTICLE_STEPS + RECORD_STEPS
each_step = pytest.mark.parametrize("step", ALL, ids=lambda s: s.name)


def lacking(steps: tuple[Step, ...], known: set[str]) -> list[str]:
    """What a step requires before any made it, as `step: field`."""
    found = []
    for step in steps:
        found.extend(f"{step.name}: {name}" for name in step.requires if name not in known)
        known = known | set(step.produces)
    return found


def test_an_article_step_finds_what_it_requires() -> None:
    assert lacking(ARTICLE_STEPS, GIVEN_TO_ARTICLE_STEPS) == []


def test_a_record_step_finds_what_it_requires() -> None:
    joined = {name for step in ARTICLE_STEPS for name in step.produces}
    assert lacking(RECORD_STEPS, GIVEN_TO_RECORD_STEPS | joined) == []


def test_the_check_above_can_fail() -> None:
    assert lacking(ARTICLE_STEPS[::-1], GIVEN_TO_ARTICLE_STEPS) != []


def test_requires_and_produces_are_fields() -> None:
    reading, record = ({f.name for f in fields(kind)} for kind in (Reading, Record))
    for step in ARTICLE_STEPS:
        assert {*step.requires, *step.produces} <= reading, step.name
    for step in RECORD_STEPS:
        assert {*step.requires, *step.produces} <= record, step.name


def test_every_part_of_a_record_is_made_by_some_step() -> None:
    made = {name for step in ALL for name in step.produces} | {"pages", "articles", "made_by", "warnings"}
    assert {f.name for f in fields(Record)} == made


def test_names_are_unique() -> None:
    names = [step.name for step in ALL]
    assert len(names) == len(set(names))


@each_step
def test_the_function_is_there_and_says_what_it_does(step: Step) -> None:
    function = load(step.run)
    assert callable(function)
    assert function.__doc__, f"{step.run} has no docstring"


@each_step
def test_a_stamp_names_the_step(step: Step) -> None:
    stamp = step.stamp("rules")
    assert (stamp.step, stamp.version, stamp.settings) == (step.name, step.version, "rules")
