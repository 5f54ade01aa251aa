"""`python -m bench.language [ARTICLES]`: what the shipped model costs on one thread, with all heads; rules beside it.

Words are counted as our tokenizer cuts them, marks too. Processor time counts, not the clock, in turns of one analyzer
and the other: what else the machine does then changes little.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bench.__main__ import TWOSOURCE, show
from bench.corpus import write
from bench.process import measured
from twosource.model import Reading
from twosource.nlp import load_analyzer
from twosource.nlp.base import Analyzer
from twosource.nlp.shipped.analyzer import ShippedAnalyzer
from twosource.pages import Capture, list_captures
from twosource.pipeline import read_article

ROUNDS = 5
RAIN = "1\tRain" + "\t_" * 8 + "\n\n"


class Clock:
    """Adds up the processor time of a function while it stands in the place of it."""

    def __init__(self, function: Callable[..., Any]) -> None:
        self.function, self.seconds = function, 0.0

    def __call__(self, *arguments: Any) -> Any:
        """What the function returns."""
        begun = time.process_time()
        found = self.function(*arguments)
        self.seconds += time.process_time() - begun
        return found


def words_a_second(analyzer: Analyzer, readings: list[Reading]) -> float:
    """Words of all articles by the seconds that their analysis takes."""
    clock = Clock(analyzer.analyze)
    if isinstance(analyzer, ShippedAnalyzer):
        analyzer.label.forget()
    found = [clock(reading.page, reading.article) for reading in readings]
    return sum(len(s.tokens) for analysis in found for s in analysis.sentences) / clock.seconds


def share_of_network(readings: list[Reading]) -> float:
    """The part of the time of an analysis that onnxruntime takes; the rest is ours."""
    analyzer = ShippedAnalyzer()
    session = analyzer._network._session
    session.run = Clock(session.run)
    whole = Clock(analyzer.analyze)
    for reading in readings:
        whole(reading.page, reading.article)
    return float(session.run.seconds / whole.seconds)


def speed(readings: list[Reading]) -> None:
    """Words a second, the rules in turns with the model; the best round and the median."""
    found: dict[str, list[float]] = {"shipped": [], "rules": []}
    analyzers = {name: load_analyzer(name) for name in found}
    for _ in range(ROUNDS):
        for name, analyzer in analyzers.items():
            found[name].append(words_a_second(analyzer, readings))
    for name, figures in found.items():
        target = "target: 5,000" if name == "shipped" else ""
        show(f"{name}, words a second of processor time, best", f"{max(figures):,.0f}", target)
        show("  median of the rounds", f"{statistics.median(figures):,.0f}")
    show("  of shipped's time, in onnxruntime", f"{share_of_network(readings):.0%}")


def whole_command(folder: Path, articles: int) -> None:
    """Start-up, and the peak of memory while reports are read."""
    (folder / "rain.conllu").write_text(RAIN, encoding="utf-8")
    path = str(write(folder / "flat.jsonl", articles))
    for name in ("shipped", "rules"):
        annotate = [TWOSOURCE, "annotate", str(folder / "rain.conllu"), "--analyzer", name]
        show(f"annotate one word, {name}", f"{min(measured(annotate).seconds for _ in range(5)):.2f} s")
    for workers in ("1", "2"):
        read = [TWOSOURCE, "read", path, "--analyzer", "shipped", "--workers", workers, "-o", str(folder / "out.jsonl")]
        run = measured(read)
        show(f"read, {articles} reports, {workers} worker(s), shipped", f"{articles / run.seconds:.1f}/s")
        show("  peak memory of all processes", f"{run.peak_mb:.0f} MB", "target: 450 MB")


def main() -> None:
    """Prints the table."""
    articles = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    with tempfile.TemporaryDirectory() as name:
        captures = list_captures([str(write(Path(name) / "flat.jsonl", articles))])
        speed([read_article(capture) for capture in captures if isinstance(capture, Capture)])
        whole_command(Path(name), articles)


if __name__ == "__main__":
    main()
