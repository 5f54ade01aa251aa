from __future__ import annotations

from twosource.origins.evidence import EVIDENCE


def test_every_reason_explains_itself() -> None:
    for function in EVIDENCE:
        assert function.__doc__ and function.__doc__.endswith("."), function.__name__
        assert len(function.__doc__.split()) >= 8, function.__name__
