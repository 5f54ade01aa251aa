"""Which clauses are denied by the words before them."""

from __future__ import annotations

import pytest

from twosource.findings.stances import is_denied
from twosource.model import Selector


@pytest.mark.parametrize(
    ("before", "clause", "denied"),
    [
        ("The mayor repeated her denial that ", "the bridge was unsafe", True),
        ("The mayor denied ", "that the bridge was unsafe", True),
        ("The court in Halden broadly rejected ", "the owner's arguments that the order was too wide", True),
        ("The court in Halden broadly rejected ", "the owner's boat as a surety", False),
        ("The court in Halden heard ", "the owner's arguments that the order was too wide", False),
    ],
)
def test_what_is_denied(before: str, clause: str, denied: bool) -> None:
    assert is_denied(Selector(page="p", start=60, end=60 + len(clause), exact=clause), (), before) is denied
