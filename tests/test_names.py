"""Modules are named for what they produce; everything public says what it is (ruff's D rules hold docstrings)."""

from __future__ import annotations

import re
from pathlib import Path

import twosource

ROOT = Path(twosource.__file__).parent
MODULES = sorted(p.relative_to(ROOT).as_posix() for p in ROOT.rglob("*.py"))
SAYS_NOTHING = re.compile(r"(?:^|/|_)(?:utils?|helpers?|managers?|handlers?|misc|common)(?:_|/|\.py$)")
MOST_LINES = 400


def test_modules_are_named_for_what_they_produce() -> None:
    assert not [module for module in MODULES if SAYS_NOTHING.search(module)]


def test_a_module_can_be_read_in_one_sitting() -> None:
    long = [module for module in MODULES if len((ROOT / module).read_text("utf-8").splitlines()) > MOST_LINES]
    assert not long


def test_digits_are_those_that_int_can_read() -> None:
    """'¹'.isdigit() is true and int('¹') fails; isdecimal is what every caller means."""
    guilty = [module for module in MODULES if ".isdigit()" in (ROOT / module).read_text(encoding="utf-8")]
    assert not guilty
