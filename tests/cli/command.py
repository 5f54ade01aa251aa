"""The command, in a process of its own or in this one, and invented reports to give it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Mapping
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

from tests.cli.forked import loaded
from twosource.cli import app

COMMAND = (sys.executable, "-c", "from twosource.cli import main; main()")
HUNG = 100
"""Seconds after which a command is taken to hang; none of these tests needs a tenth of it."""

RULES = ("--analyzer", "rules")
"""For tests of what no analyzer alters: a start takes 0.8 s less of the processor."""

PLAIN = {"COLUMNS": "80", "NO_COLOR": "1"}
"""Of the environment: lines are as long everywhere, and have no colours."""

FERRY = """Ferry runs aground off Bergen

A ferry with 40 people on board ran aground near Bergen on Tuesday, the coast guard said.

Three passengers were injured, hospital director Liv Moe told reporters. "We were lucky with the weather," she said.

The company said that the ship would sail again by the end of the month.
"""
TUG = """Tug pulls ferry off rocks near Bergen

A tug pulled the grounded ferry off the rocks near Bergen on Wednesday, a harbour official said.

Three people were hurt when it ran aground, according to the coast guard. An inquiry will begin on Friday.
"""
DUTCH = """Veerboot loopt vast bij Bergen

Een veerboot met veertig mensen aan boord is dinsdag bij Bergen vastgelopen, zei de kustwacht. Volgens het ziekenhuis
zijn drie mensen gewond geraakt. Het is niet bekend wanneer het schip weer vaart.
"""


@dataclass(frozen=True)
class Result:
    """What a command left behind."""

    status: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict[str, Any]]:
        """Its lines of JSON."""
        return [json.loads(line) for line in self.out.splitlines()]


def run(*arguments: str | Path, stdin: bytes = b"", cwd: Path | None = None) -> Result:
    """Runs `twosource` with these arguments to its end, as a copy of a process that has loaded its modules."""
    if sys.platform != "linux":  # where forking is safe, as for our own workers
        return run_anew(*arguments, stdin=stdin, cwd=cwd)
    status, out, err = loaded().run([*map(str, arguments)], stdin, cwd or Path.cwd(), os.environ | PLAIN, HUNG)
    return Result(status, out.decode(), err.decode())


def run_anew(*arguments: str | Path, stdin: bytes = b"", cwd: Path | None = None) -> Result:
    """As `run`, but the process loads all itself: once for each command, to see that it needs nothing loaded before."""
    process = subprocess.Popen(
        [*COMMAND, *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=cwd,
        env=os.environ | PLAIN,
    )
    try:
        out, err = process.communicate(stdin, timeout=HUNG)
    finally:
        process.kill()
    return Result(process.returncode, out.decode(), err.decode())


def said(*arguments: str | Path, cwd: Path) -> Result:
    """As `run` but in this process, which saves the second that a start takes: for what is refused before any work."""
    with chdir(cwd):
        ended = CliRunner(env=PLAIN).invoke(app, [*map(str, arguments)])
    return Result(ended.exit_code, ended.stdout, ended.stderr)


_MEASURED = (
    "import resource, subprocess, sys; subprocess.run(sys.argv[1:], capture_output=True); "
    "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
)


def peak_memory(*arguments: str | Path, cwd: Path) -> int:
    """Bytes that the largest process of `twosource` with these arguments takes, its workers among them (Linux)."""
    command = [sys.executable, "-c", _MEASURED, *COMMAND, *map(str, arguments)]
    return 1024 * int(subprocess.run(command, cwd=cwd, capture_output=True, check=True, timeout=HUNG).stdout)


def rows_file(path: Path, rows: Iterable[Mapping[str, object]]) -> Path:
    """A JSONL file of these rows."""
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def page(text: str) -> str:
    """A text as a page of HTML with a menu around it."""
    first, *rest = text.split("\n\n")
    body = "".join(f"<p>{paragraph}</p>" for paragraph in rest)
    menu = "".join(f'<li><a href="/{n}">Section {n}</a></li>' for n in range(8))
    return f"<html><body><nav><ul>{menu}</ul></nav><article><h1>{first}</h1>{body}</article></body></html>"
