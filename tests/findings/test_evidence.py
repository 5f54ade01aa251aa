from __future__ import annotations

from twosource.findings.evidence import WEIGHTS
from twosource.findings.judging import SAME


def test_every_reason_explains_itself() -> None:
    for function, _ in WEIGHTS:
        assert function.__doc__ and function.__doc__.endswith("."), function.__name__
        assert len(function.__doc__.split()) >= 6, function.__name__


def test_no_single_reason_but_the_words_is_enough() -> None:
    assert all(weight < SAME for function, weight in WEIGHTS if function.__name__ != "same_words")
