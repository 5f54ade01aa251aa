from pathlib import Path

import pytest

from training.language.agreement import Span, compare, figures, main, spans


def test_spans_are_counted_in_the_text_without_markup() -> None:
    assert spans("<S1 Judge [PER Ada Brenner]> <Q1 ruled>.", 4) == (
        "Judge Ada Brenner ruled.",
        [
            Span(4, 0, 17, "SPEAKER", "Judge Ada Brenner"),
            Span(4, 6, 17, "PER", "Ada Brenner"),
            Span(4, 18, 23, "CUE", "ruled"),
        ],
    )


def test_wrong_markup_is_refused_with_its_line() -> None:
    with pytest.raises(ValueError, match=r"line 2: \[GPE is never closed"):
        compare(["a", "b"], ["a", "[GPE b"])


def test_figures_by_label_and_in_sum() -> None:
    one = ["[GPE Ghent] and [GPE Bruges] beat [ORG Ostend], <S1 he> <Q1 said>"]
    two = ["[GPE Ghent] and [ORG Bruges] beat [ORG Ostend], <S1 he> <Q1 said>"]
    assert list(figures(*compare(one, two))) == [
        ("names", 3, 3, pytest.approx(200 / 3)),
        ("GPE", 2, 1, pytest.approx(200 / 3)),
        ("ORG", 1, 2, pytest.approx(200 / 3)),
        ("attribution", 2, 2, 100.0),
        ("CUE", 1, 1, 100.0),
        ("SPEAKER", 1, 1, 100.0),
    ]


def test_other_text_is_refused() -> None:
    with pytest.raises(ValueError, match="line 2: the text differs"):
        compare(["a", "b"], ["a", "[GPE B]"])
    with pytest.raises(ValueError, match="1 and 2 lines"):
        compare(["a"], ["a", "b"])


def test_disagreements_are_printed_by_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.write_text("x\n[GPE Ghent] lost\n", encoding="utf-8")
    two.write_text("x\n[ORG Ghent] lost\n", encoding="utf-8")
    main(str(one), str(two))
    assert capsys.readouterr().out.splitlines()[-2:] == [f"2: only {one}: GPE 'Ghent'", f"2: only {two}: ORG 'Ghent'"]
