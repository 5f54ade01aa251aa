"""How many single sentences speak of, of what, and which of it is a toll (`cases/quantities.tsv`)."""

from __future__ import annotations

import pytest

from tests.circumstances.made import analysed, cases
from twosource.model import Quantity

CASES = cases("quantities.tsv")


def shown(q: Quantity) -> dict[str, str]:
    """A quantity as a row of the table."""
    return {
        "words": q.selector.exact,
        "min": _number(q.min),
        "max": _number(q.max),
        "mark": "ord" if q.ordinal else "~" if q.approximate else "",
        "unit": q.unit or "",
        "of": q.of.exact if q.of else "",
        "role": q.role or "",
        "ratio": "/".join(map(_number, q.ratio)) if q.ratio else "",
    }


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.10g}"


@pytest.mark.parametrize(("text", "told"), CASES, ids=[text for text, _ in CASES])
def test_quantities_are_those_a_reader_counts(text: str, told: list[dict[str, str]]) -> None:
    assert [shown(q) for q in analysed(text).quantities] == told
