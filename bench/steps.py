"""`python -m bench.steps [ARTICLES] [--analyzer NAME]`: processor time that each step takes for one flat report.

Each report is read several times and the best time of each step counts: what else the machine does then tells little.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from bench.corpus import write
from twosource.codec import dump, record_json
from twosource.model import Reading
from twosource.nlp import load_analyzer
from twosource.nlp.base import Analyzer
from twosource.pages import Capture, list_captures, make_page
from twosource.pipeline import read_article, read_record, single
from twosource.steps import ARTICLE_STEPS, load

ROUNDS = 7


class Clock:
    """Adds up processor time by step."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def time(self, step: str, function: Callable[..., Any], *arguments: Any) -> Any:
        """What the function returns."""
        begun = time.process_time()
        result = function(*arguments)
        self.seconds[step] = self.seconds.get(step, 0.0) + time.process_time() - begun
        return result


def read(capture: Capture, analyzer: Analyzer) -> dict[str, float]:
    """Seconds by step for one report; `articles` includes the page."""
    clock = Clock()
    clock.time("page", make_page, capture)
    reading: Reading = clock.time("articles", read_article, capture)
    analysis = clock.time("language", analyzer.analyze, reading.page, reading.article)
    reading = replace(reading, analysis=analysis)
    for step in ARTICLE_STEPS:
        reading = clock.time(step.name, load(step.run), reading)
    clock.time("JSON", lambda: dump(record_json(single(reading))))
    return clock.seconds


def main(arguments: Sequence[str]) -> int:
    """Prints the table."""
    parser = argparse.ArgumentParser(description="Processor time of each step for one report.")
    parser.add_argument("articles", nargs="?", type=int, default=60)
    parser.add_argument("--analyzer", default="rules")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        path = write(Path(name) / "flat.jsonl", options.articles)
        captures = [c for c in list_captures([str(path)]) if isinstance(c, Capture)]
    read_record(captures[0], options.analyzer)
    analyzer = load_analyzer(options.analyzer)
    runs = [[read(capture, analyzer) for _ in range(ROUNDS)] for capture in captures]
    means = {step: 1000 * sum(min(r[step] for r in of_one) for of_one in runs) / len(runs) for step in runs[0][0]}
    for step, milliseconds in means.items():
        print(f"{step:12} {milliseconds:6.2f} ms")
    print(f"{'together':12} {sum(means.values()) - means['page']:6.2f} ms")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
