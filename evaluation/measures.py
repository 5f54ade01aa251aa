"""What the gate measures: the examples with our own marks, and the public sets with their scorers where they are."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import twosource
from evaluation.actor_codes import measure as measure_codes
from evaluation.examples import EXAMPLES, events, expected
from evaluation.invented_cases import measure as cases
from evaluation.language.gate import ANALYZERS, pinned
from evaluation.language.labelling import labeller_called
from evaluation.marked_findings import tally
from evaluation.marked_stories import held_back, read_stories
from evaluation.marks import marks, share
from evaluation.shared import DATA, SHARED
from twosource.codec import encode, record_json

ACTOR_CODES = DATA / "actors" / "actor_codes_dev.jsonl"
COMMAND = str(Path(sys.executable).with_name("twosource"))
ARTICLES_ALONE = shlex.join((sys.executable, "-m", "evaluation.articles_alone"))
"""For figures of pages and articles, which what is analysed of them does not alter."""
_RUN = """
import runpy, sys
from pathlib import Path
sys.modules["trafilatura"] = None
sys.argv = sys.argv[1:]
sys.path[0] = str(Path(sys.argv[0]).parent)
runpy.run_path(sys.argv[0], run_name="__main__")
"""
"""Runs a scorer as it would run alone, but for the other program's figures, which the gate does not read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One scorer's run and the figures to read from what it prints; each figure's name is pinned in floors.toml."""

    script: str
    arguments: tuple[str, ...]
    figures: dict[str, str]
    command: str = COMMAND


LESS_IS_BETTER = frozenset({"pages.unbidden dates"})
"""Figures that count mistakes: their floors are ceilings."""

SETS = (
    Measure(
        script="run_case.py",
        arguments=("cases/raqqa-2016",),
        figures={"case.raqqa": r"(\d+)/\d+ right"},
    ),
    Measure(
        script="run_pages.py",
        command=ARTICLES_ALONE,
        arguments=("data/pages/scrapinghub.jsonl.gz",),
        figures={"pages.html": r"shingle F1 ([\d.]+)"},
    ),
    Measure(
        script="run_pages.py",
        command=ARTICLES_ALONE,
        arguments=("data/pages/wcxb_dev.jsonl.gz",),
        figures={
            "pages.titles": r"title (\d+)/",
            "pages.authors": r"authors (\d+)/",
            "pages.dates": r"  date (\d+)/",
            "pages.unbidden dates": r"gold has none (\d+)/",
        },
    ),
    Measure(
        script="run_pages.py",
        command=ARTICLES_ALONE,
        arguments=("data/pages/scrapinghub.jsonl.gz", "--flat"),
        figures={"pages.flat": r"shingle F1 ([\d.]+)"},
    ),
    Measure(
        script="run_quotes.py",
        arguments=("data/quotes/polnear_dev.jsonl",),
        figures={
            "quotes.all": r"== all:[\s\S]*?joint exact[^\n]*F1 +([\d.]+)",
            "quotes.direct": r"== direct:[\s\S]*?joint exact[^\n]*F1 +([\d.]+)",
            "quotes.mixed": r"== mixed:[\s\S]*?joint exact[^\n]*F1 +([\d.]+)",
            "quotes.indirect": r"== indirect:[\s\S]*?joint exact[^\n]*F1 +([\d.]+)",
        },
    ),
    Measure(
        script="run_times.py",
        arguments=("data/times/timeml",),
        figures={
            "times.overlap": r"'overlap': {[^}]*'f1': ([\d.]+)",
            "times.exact": r"'exact': {[^}]*'f1': ([\d.]+)",
            "times.value": r"'value': {[^}]*'f1': ([\d.]+)",
        },
    ),
    Measure(
        script="run_stories.py",
        arguments=("data/stories/basil_dev.jsonl",),
        figures={"stories.basil": r"bcubed ([\d.]+)"},
    ),
    Measure(
        script="run_origins.py",
        arguments=("data/origins/pairs_dev.jsonl",),
        figures={"origins.pairs": r"'f1': ([\d.]+)"},
    ),
    Measure(
        script="run_facts.py",
        arguments=("data/facts/gva_dev.jsonl", "25"),
        figures={"facts.killed": r"'killed': ([\d.]+)", "facts.injured": r"'injured': ([\d.]+)"},
    ),
)


def examples() -> dict[str, float]:
    """The share of the marks of each example event that its brief gets right, in percent."""
    found = {}
    for event in events():
        reports = sorted([*event.glob("*.html"), *event.glob("*.txt")])
        record = twosource.brief(reports, twosource.Options(about=event / "about.csv"), one_story=True)
        found[f"examples.{event.name}"] = round(100 * share(marks(encode(record_json(record)), expected(event))), 1)
    return found


def marked() -> dict[str, float]:
    """Of the invented stories held back: corroborated findings that are right, and things told twice found, percent."""
    found = tally(story for path in held_back() for story in read_stories(path))
    made, wanted = found.made["corroborated"], found.wanted["corroborated"]
    return {
        "told.right": round(100 * found.right["corroborated"] / made, 1),
        "told.found": round(100 * found.found["corroborated"] / wanted, 1),
    }


def language(name: str) -> dict[str, float]:
    """The figures of an analyzer on sentences held back from training."""
    return pinned(name, labeller_called(name), DATA)


def scored(measure: Measure) -> dict[str, float]:
    """The figures of one scorer's run. Raises RuntimeError with what it printed where a figure is missing."""
    paths = [str(SHARED / a) if "/" in a else a for a in measure.arguments]
    script = SHARED / "score" / measure.script
    done = subprocess.run(
        [sys.executable, "-c", _RUN, str(script), *paths],
        capture_output=True,
        text=True,
        env={**os.environ, "TWOSOURCE": measure.command, "FLOOR": "0"},
        check=False,
    )
    return {name: _figure(name, pattern, done.stdout + done.stderr) for name, pattern in measure.figures.items()}


def _figure(name: str, pattern: str, printed: str) -> float:
    match = re.search(pattern, printed)
    if match is None:
        raise RuntimeError(f"{name}: no figure in what the scorer printed:\n{printed[-2000:]}")
    return float(match[1])


def actors_coded() -> dict[str, float]:
    """How many of the public set's phrases get the right country and the right sector, in percent of those asked."""
    rows = measure_codes(ACTOR_CODES)
    asked = [row.country_right for row in rows if row.gold.country is not None]
    sectors = [row.sector_right for row in rows]
    return {
        "actors.country": round(100 * sum(asked) / len(asked), 1),
        "actors.sector": round(100 * sum(sectors) / len(sectors), 1),
    }


Run = Callable[[], dict[str, float]]


def runs() -> list[tuple[str, Run | None]]:
    """Every run by name, shorter ones first; None where its set is absent (a plain clone has only the examples).

    In seconds of the processor: codes 2, examples 14, the language layer 20 each, cases held back 26, those tried 60,
    stories 45 in one process; then the sets.
    """
    table: list[tuple[str, Run | None]] = [
        (f"the codes of actors in {ACTOR_CODES.name}", actors_coded if ACTOR_CODES.exists() else None),
        (f"examples in {EXAMPLES.name}/", examples),
    ]
    for name in ANALYZERS:
        run = partial(language, name) if (DATA / "syntax").is_dir() else None
        table.append((f"the language layer by the analyzer {name}", run))
    table += [
        ("the invented cases held back", partial(cases, "held back")),
        ("the invented cases tried", partial(cases, "tried")),
        ("the invented stories held back", marked),
    ]
    for measure in SETS:
        present = (SHARED / measure.arguments[0]).exists() and (SHARED / "score" / measure.script).exists()
        table.append((" ".join((measure.script, *measure.arguments)), partial(scored, measure) if present else None))
    return table
