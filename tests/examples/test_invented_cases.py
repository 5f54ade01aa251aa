"""The invented cases and their gold records hold together; which are held back is known."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.examples import expected, missing
from evaluation.invented_cases import HELD_BACK, cases, held_back, tried

CASES = {case.name: case for case in cases()}


@pytest.mark.parametrize("name", sorted(CASES))
def test_every_gold_passage_stands_in_its_report(name: str) -> None:
    assert missing(CASES[name]) == []


@pytest.mark.parametrize("name", sorted(CASES))
def test_every_report_is_in_the_gold_record(name: str) -> None:
    files = {path.name for path in CASES[name].iterdir() if path.suffix in (".txt", ".html")}
    assert files == set(expected(CASES[name])["reports"])


def test_three_in_ten_are_held_back_and_no_name_is_misspelt() -> None:
    assert len(held_back()) == len(HELD_BACK.read_text(encoding="utf-8").split())
    assert len(tried()) + len(held_back()) == len(CASES)
    assert 10 * len(held_back()) >= 3 * len(CASES)


def test_a_passage_that_no_report_has_is_found(tmp_path: Path) -> None:
    case = tmp_path / "case"
    case.mkdir()
    (case / "a.txt").write_text("A mill burned.", encoding="utf-8")
    gold = '{"reports": {"a.txt": {"title": "A mill sank", "not_article": []}}, "statements": [], "times": [],'
    (case / "expected.json").write_text(f'{gold} "quantities": [], "events": [], "findings": []}}', encoding="utf-8")
    assert missing(case) == ["case/a.txt: 'A mill sank'"]
