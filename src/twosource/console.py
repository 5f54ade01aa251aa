"""What a person sees on standard error while a command runs: progress on a terminal, one line for each failure."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import Any, Self

from rich.console import Console
from rich.progress import (
    BarColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
)
from rich.text import Text

from twosource.api import Outcome
from twosource.formats.words import printable

REFRESH_SECONDS = 0.1


class Meter:
    """Counts inputs and failures. The bar is drawn from this thread only: workers are forked while it shows.

    `mixed`: results are written to standard output meanwhile; where that is the terminal too, there is no bar.
    """

    def __init__(self, what: str, *, debug: bool = False, mixed: bool = False) -> None:
        self.failed = 0
        self.debug = debug
        self._drawn = 0.0
        self._console = Console(stderr=True, soft_wrap=True, highlight=False)
        self._progress = Progress(
            SpinnerColumn(),
            TextColumn("[progress.description]{task.description}"),
            BarColumn(),
            TextColumn("{task.fields[done]}"),
            TextColumn("{task.fields[rate]}"),
            TimeElapsedColumn(),
            TextColumn("{task.fields[left]}"),
            console=self._console,
            auto_refresh=False,
            transient=True,
            redirect_stdout=False,  # else results would go where the bar is
            redirect_stderr=False,
            disable=not sys.stderr.isatty() or (mixed and sys.stdout is not None and sys.stdout.isatty()),
        )
        self._task = self._progress.add_task(what, total=None, done="", rate="", left="")
        self._waiting = 0

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._progress.stop()

    def expect(self, total: int | None) -> None:
        """So many inputs are to come in all; None: nobody knows."""
        self._progress.update(self._task, total=total)

    def turn_to(self, what: str) -> None:
        """Counts something else from here on; nobody knows how many there are."""
        self._waiting = 0
        self._progress.reset(self._task, total=None, description=what, done="", rate="", left="")
        self._progress.refresh()

    def advance(self) -> None:
        """One more input is done."""
        self._waiting += 1
        now = time.monotonic()
        if now - self._drawn >= REFRESH_SECONDS:
            self._drawn = now
            self._progress.advance(self._task, self._waiting)
            self._waiting = 0
            self._draw()

    def _draw(self) -> None:
        """The rate is that of the last half minute: inputs that a desk has already pass by the hundred."""
        task = self._progress.tasks[0]
        done, total, speed = int(task.completed), task.total, task.speed or 0.0
        left = f"{_duration(task.remaining / speed)} left" if total and task.remaining and speed else ""
        rate = f"{speed:.0f}/s" if speed >= 10 else f"{speed:.1f}/s" if speed else ""
        of = f"{done} of {max(int(total), done)}" if total else f"{done} done"
        self._progress.update(self._task, done=of, rate=rate, left=left)
        self._progress.refresh()

    def failure(self, outcome: Outcome[Any]) -> None:
        """One input gave no result: one line that says which, why, and what to do."""
        self.failed += 1
        self._say("✗", "bold red", str(outcome.error))
        if self.debug:
            for note in getattr(outcome.error, "__notes__", ()):  # the traceback of an internal error
                self._console.print(Text(printable(note)))

    def warn(self, message: str) -> None:
        """Something a person should know that is no failure."""
        self._say("!", "bold yellow", message)

    def _say(self, sign: str, style: str, message: str) -> None:
        """One line. A name of a file can hold what steers a terminal, or what no terminal can be sent."""
        self._console.print(Text.assemble((sign, style), " ", printable(" ".join(message.split()))))


def _duration(seconds: float) -> str:
    """Seconds as one says them: 40 s, 3 min, 2 h 10 min."""
    if seconds < 60:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"
