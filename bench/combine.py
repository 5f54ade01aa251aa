"""`python -m bench.combine [REPORTS…]`: processor time of one record of so many reports of one story, 470 words each.

By step for each size, so that what grows faster than the number of reports is seen: 60, 120 and 240 unless told.
Steps are measured as `combine` runs them, on readings as a desk keeps them.
"""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable, Sequence
from typing import Any
from unittest.mock import patch

from bench.corpus import reports
from twosource import pipeline
from twosource.model import Given, Reading
from twosource.nlp import DEFAULT_ANALYZER
from twosource.pages import Capture
from twosource.steps import load
from twosource.stores.base import kept_form

SIZES = (60, 120, 240)


def read(count: int, analyzer: str) -> list[Reading]:
    """So many invented reports, as a desk keeps them."""
    captures = (
        Capture(location=r["id"], raw=f"{r['title']}\n\n{r['text']}\n".encode(), given=Given(date=r["date"]))
        for r in reports(count)
    )
    return [kept_form(pipeline.read_capture(capture, analyzer)) for capture in captures]


def measure(readings: Sequence[Reading]) -> dict[str, float]:
    """Seconds by step, and of all."""
    seconds: dict[str, float] = {}

    def timed(path: str) -> Callable[..., Any]:
        step = load(path)

        def run(*given: Any, **settings: Any) -> Any:
            begun = time.process_time()
            found = step(*given, **settings)
            seconds[path.partition(":")[2]] = time.process_time() - begun
            return found

        return run

    gc.collect()
    with patch.object(pipeline, "load", timed):
        begun = time.process_time()
        pipeline.combine(readings, one_story=True)
        seconds["all"] = time.process_time() - begun
    return seconds


def main(sizes: Sequence[int]) -> None:
    """Prints a line a size: milliseconds by step."""
    readings = read(max(sizes), DEFAULT_ANALYZER)
    measure(readings[:3])
    for size in sizes:
        print(f"{size:5}", "  ".join(f"{n} {1000 * s:.0f}" for n, s in measure(readings[:size]).items()), flush=True)


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or SIZES)
