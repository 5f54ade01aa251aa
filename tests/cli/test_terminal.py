"""What a person sees at a terminal: a bar that is gone at the end, and results where they were sent."""

from __future__ import annotations

import contextlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.command import COMMAND, FERRY, HUNG, RULES

pty = pytest.importorskip("pty", reason="this system has no pseudo-terminals")
_STEERING = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


def at_terminal(*arguments: str, folder: Path, results: bool) -> tuple[str, str]:
    """Standard output (empty if `results` go to the terminal too) and all that the terminal was sent."""
    parent, child = pty.openpty()
    with subprocess.Popen(
        [*COMMAND, *arguments],
        stdin=child,
        stdout=child if results else subprocess.PIPE,
        stderr=child,
        cwd=folder,
        env={**os.environ, "TERM": "xterm", "COLUMNS": "80"},
    ) as process:
        os.close(child)
        shown = b""
        with contextlib.suppress(OSError):  # how a terminal says that nobody writes to it any more
            while piece := os.read(parent, 65536):
                shown += piece
        os.close(parent)
        out, _ = process.communicate(timeout=HUNG)
    return (out or b"").decode(), shown.decode()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "ferry.txt").write_text(FERRY)
    return tmp_path


@pytest.mark.skipif(sys.platform == "win32", reason="this system has no pseudo-terminals")
def test_results_go_to_standard_output_while_the_bar_shows(folder: Path) -> None:
    out, shown = at_terminal("read", "ferry.txt", "missing.txt", *RULES, folder=folder, results=False)
    assert [json.loads(line)["input_id"] for line in out.splitlines()] == ["ferry.txt", "missing.txt"]
    assert "Reading reports" in shown
    assert "✗ missing.txt: there is no such file or folder: check the path" in _STEERING.sub("", shown)
    assert shown.endswith("\x1b[1A\x1b[2K")  # the bar's line is wiped
    assert '"format"' not in shown


def test_no_bar_between_results_on_the_same_terminal(folder: Path) -> None:
    _, shown = at_terminal("read", "ferry.txt", *RULES, folder=folder, results=True)
    assert json.loads(shown)["input_id"] == "ferry.txt"


def test_a_brief_comes_after_its_bar(folder: Path) -> None:
    _, shown = at_terminal("brief", "ferry.txt", *RULES, folder=folder, results=True)
    assert "Reading reports" in shown
    assert shown.partition("# Ferry runs aground off Bergen")[0].endswith("\x1b[1A\x1b[2K")
