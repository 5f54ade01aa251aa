from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import pytest

from evaluation.card import BEGIN, CARD, END, main, with_figures
from evaluation.language.report import Report, Row
from twosource.errors import UsageError

FIGURES = {"P": 80.0, "R": 40.0, "F1": 53.3, "gold": 10}
REPORT = Report(
    "shipped",
    [
        Row("syntax", "ewt-dev", "all", "", {"UPOS": 96.5, "feats": 97, "UAS": 90.0, "LAS": 88.123, "words": 100}),
        Row("syntax", "ewt-dev", "genre", "email", {"UPOS": 95.0, "feats": 97, "UAS": 90.0, "LAS": 87.0, "words": 50}),
        Row("names", "own-dev", "all", "", FIGURES),
        Row("names", "own-dev", "label", "GPE", FIGURES),
        Row("names", "worldwide", "label", "PER", FIGURES),
    ],
    {"words": 1000, "words a second": 5123},
)
TEMPLATE = f"# Card\n\nProse.\n\n{BEGIN}\nNot measured yet.\n{END}\n\n## Limits\n"


def test_the_tables_stand_between_the_marks_and_the_rest_stays() -> None:
    card = with_figures(TEMPLATE, REPORT)
    assert card.startswith(f"# Card\n\nProse.\n\n{BEGIN}\nAnalyzer `shipped`; words 1,000, words a second 5,123.\n")
    assert card.endswith(f"|\n{END}\n\n## Limits\n")
    assert "Not measured" not in card
    assert "| ewt-dev | all | 96.50 | 97.00 | 90.00 | 88.12 | 100 |\n| ewt-dev | email | 95.00" in card


def test_labels_of_names_are_columns() -> None:
    card = with_figures(TEMPLATE, REPORT)
    assert "| set | PER | ORG | GPE | LOC | NORP | FAC | EVENT | DATE | MISC |" in card
    assert "| own-dev | – | – | 53.3 (10) | – |" in card
    assert "| worldwide | 53.3 (10) | – |" in card
    assert "| own-dev | GPE |" not in card


def test_writing_twice_changes_nothing() -> None:
    once = with_figures(TEMPLATE, REPORT)
    assert with_figures(once, REPORT) == once


@pytest.mark.parametrize("card", ["no marks", BEGIN, f"{END} {BEGIN}", TEMPLATE + END, TEMPLATE + TEMPLATE])
def test_a_card_without_both_marks_is_left_alone(card: str) -> None:
    with pytest.raises(UsageError, match="one line"):
        with_figures(card, REPORT)


def test_the_command_writes_the_card(tmp_path: Path) -> None:
    (tmp_path / "card.md").write_text(TEMPLATE, encoding="utf-8")
    (tmp_path / "f.json").write_text(json.dumps(asdict(REPORT)), encoding="utf-8")
    assert main([str(tmp_path / "f.json"), "--card", str(tmp_path / "card.md")]) == 0
    assert (tmp_path / "card.md").read_text(encoding="utf-8") == with_figures(TEMPLATE, REPORT)


@pytest.mark.parametrize("content", ["{", "[]", '{"rows": []}'])
def test_a_file_without_figures_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str) -> None:
    (tmp_path / "card.md").write_text(TEMPLATE, encoding="utf-8")
    (tmp_path / "f.json").write_text(content, encoding="utf-8")
    assert main([str(tmp_path / "f.json"), "--card", str(tmp_path / "card.md")]) == 2
    assert "f.json has no figures" in capsys.readouterr().err
    assert main([str(tmp_path / "none.json"), "--card", str(tmp_path / "card.md")]) == 2


def test_the_model_card_has_its_marks() -> None:
    assert END in with_figures(CARD.read_text(encoding="utf-8"), REPORT)
