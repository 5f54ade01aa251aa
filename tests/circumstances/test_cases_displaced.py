"""Who is counted as driven from home, and who is only moved (`cases/displaced.tsv`)."""

from __future__ import annotations

import pytest

from tests.circumstances.made import analysed, cases

CASES = cases("displaced.tsv")


@pytest.mark.parametrize(("text", "told"), CASES, ids=[text for text, _ in CASES])
def test_those_driven_from_home_are_told_from_others_who_move(text: str, told: list[dict[str, str]]) -> None:
    expected = [words for row in told for words in row["words"].split("|")]
    assert [q.selector.exact for q in analysed(text).quantities if q.role == "displaced"] == expected
