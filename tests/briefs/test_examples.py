"""Every statement on the examples rests on passages that hold, and none says that something is true."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import twosource
from evaluation.examples import events

RULES = "rules"
"""The analyzer without a model: what carries a statement does not depend on it, and the test takes a second."""


@pytest.mark.parametrize("event", events(), ids=lambda event: event.name)
def test_every_statement_carries_selectors_that_hold(event: Path) -> None:
    inputs = sorted([*event.glob("*.html"), *event.glob("*.txt")])
    options = twosource.Options(about=event / "about.csv", analyzer=RULES)
    record = twosource.brief(inputs, options, one_story=True)
    pages = {page.id: page for page in record.pages}
    assert len(record.brief) >= 4
    for statement in record.brief:
        assert statement.selectors
        for selector in statement.selectors:
            selector.check(pages[selector.page])
        assert not re.search(r"\b(?:true|truth|fact that)\b", statement.text)
