"""Which clauses are denied by the words before them."""

from __future__ import annotations

import pytest

from twosource.findings.stances import denial_in, is_denied
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


@pytest.mark.parametrize(
    ("clause", "denied"),
    [
        ("The owner rejected talk of a strike", (True, False)),
        ("The owner rejects the accusation", (True, True)),
        ("The owner denied this", (True, True)),
        ("The owner denied this week's visitors a key", (False, False)),
        ("The owner dismissed them for good", (False, False)),
    ],
)
def test_what_is_denied_may_stand_before(clause: str, denied: tuple[bool, bool]) -> None:
    assert denial_in(Selector(page="p", start=0, end=len(clause), exact=clause)) == denied
