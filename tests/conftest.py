"""Settings of all tests: hypothesis looks for new examples on a desk and repeats the same ones in CI."""

from __future__ import annotations

import os
import signal

import pytest
from hypothesis import settings

# A suite that a shell runs in the background has this signal ignored, and so would every command that it starts.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# Deadlines measure the machine, not the code; time is measured in bench/.
settings.register_profile("desk", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "desk")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Says loudly where tests in a browser were left out: a green line alone would hide it."""
    left_out = [r for r in terminalreporter.stats.get("skipped", []) if r.nodeid.startswith("tests/browser/")]
    if left_out:
        terminalreporter.section("TESTS IN A BROWSER WERE LEFT OUT", red=True)
        files = sorted({report.nodeid.partition("::")[0] for report in left_out})
        terminalreporter.line(f"{len(left_out)} tests of {', '.join(files)}: install Chromium, then run again")
