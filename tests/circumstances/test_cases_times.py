"""What a reader of Thursday, 16 May 2019 takes time expressions to mean, sentence by sentence (`cases/times.tsv`)."""

from __future__ import annotations

import pytest

from tests.circumstances.made import analysed, cases

CASES = cases("times.tsv")


@pytest.mark.parametrize(("text", "told"), CASES, ids=[text for text, _ in CASES])
def test_times_mean_what_a_reader_takes_them_to_mean(text: str, told: list[dict[str, str]]) -> None:
    found = [
        {
            "words": t.selector.exact,
            "type": t.timex.type,
            "value": t.timex.value,
            "mod": t.timex.mod or "",
            "earliest": t.earliest or "",
            "latest": t.latest or "",
        }
        for t in analysed(text).times
    ]
    assert found == told
