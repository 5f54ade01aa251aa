"""One Chromium and one desk of the example reports for all tests of a process."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from .chromium import MISSING, Window, executable, required, window

ROOT = Path(__file__).parents[2]
TWOSOURCE = Path(sys.executable).with_name("twosource")
EVENTS = ("setubal-silo", "kisumu-talks", "gdynia-strike")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium from the system's packages."""
    program = executable()
    if program is None:
        (pytest.fail if required() else pytest.skip)(MISSING)
    sandbox = os.geteuid() != 0  # Chromium refuses to run as root with its sandbox
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=program, chromium_sandbox=sandbox)
        yield opened
        opened.close()


def command(*words: object) -> None:
    """Runs `twosource`, which has to succeed."""
    done = subprocess.run([TWOSOURCE, *map(str, words)], capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stderr


@contextmanager
def served(desk: Path) -> Iterator[str]:
    """The address at which `twosource serve` shows this desk."""
    words = [TWOSOURCE, "serve", desk, "--port", "0"]
    reader = {**os.environ, "LOGNAME": "Ines"}  # who corrects, until another name is given
    process = subprocess.Popen(words, stdout=subprocess.PIPE, text=True, cwd=ROOT, env=reader)
    try:
        assert process.stdout is not None
        said = process.stdout.readline()
        found = re.search(r"http://\S+", said)
        assert found, said
        yield found[0]
    finally:
        process.terminate()
        process.wait(100)


@pytest.fixture(scope="session")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk of the three example events, made by the commands that the tutorial names."""
    desk = tmp_path_factory.mktemp("desks") / "mydesk"
    command("desk", "init", desk)
    for event in EVENTS:
        folder = Path("examples") / event
        command("add", folder, "--about", folder / "about.csv", "--desk", desk)
    return desk


@pytest.fixture(scope="session")
def root(examples: Path) -> Iterator[str]:
    """Where that desk is served."""
    with served(examples) as address:
        yield address


@pytest.fixture
def desk(browser: Browser, root: str) -> Iterator[Window]:
    """A window on that desk in which nothing may go wrong."""
    with window(browser, root) as shown:
        yield shown
        assert shown.faults() == []
