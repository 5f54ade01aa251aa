"""Invented cases: two or three reports of one event, and what a careful reader takes from them, written by people who
knew nothing of the product: `python -m evaluation.invented_cases [NAME …]`.

Those named in cases/held-back.txt are scored and never read while rules are made; without names all others are run,
and what each missed is printed.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Literal

import twosource
from evaluation.examples import Expected, expected
from evaluation.marks import marks, misses, share
from twosource.codec import encode, record_json

CASES = Path(__file__).with_name("cases")
HELD_BACK = CASES / "held-back.txt"
Tally = dict[str, tuple[int, int]]


def cases() -> list[Path]:
    """The folders of all cases, in the order of their names."""
    return sorted(gold.parent for gold in CASES.glob("*/expected.json"))


def held_back() -> list[Path]:
    """The folders of those that nobody looks into."""
    names = HELD_BACK.read_text(encoding="utf-8").split()
    return [case for case in cases() if case.name in names]


def tried() -> list[Path]:
    """The folders of those that rules may be made on."""
    held = held_back()
    return [case for case in cases() if case not in held]


def record_of(case: Path) -> Expected:
    """The record of its reports as the command writes it, in JSON's types."""
    reports = [case / name for name in expected(case)["reports"]]
    record: Expected = encode(record_json(twosource.brief(reports, one_story=True)))
    return record


def right(among: Iterable[Path]) -> float:
    """The share of all their marks that are right, in percent."""
    total: Tally = {}
    for case in among:
        for kind, (good, all_) in marks(record_of(case), expected(case)).items():
            known = total.get(kind, (0, 0))
            total[kind] = (known[0] + good, known[1] + all_)
    return round(100 * share(total), 1)


def measure(which: Literal["tried", "held back"]) -> dict[str, float]:
    """The gate's figure of the cases tried or of those held back: marks right, in percent."""
    return {f"cases.{which}": right(tried() if which == "tried" else held_back())}


if __name__ == "__main__":
    for case in [c for c in cases() if c.name in sys.argv[1:]] or tried():
        record, gold = record_of(case), expected(case)
        print(f"== {case.name}: {100 * share(marks(record, gold)):.1f}", *misses(record, gold), sep="\n  ")
