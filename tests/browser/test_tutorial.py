"""The tutorial of the desk: its commands run as they stand, its pictures are made from what they give.

`TWOSOURCE_PICTURES=docs/images pytest tests/browser/test_tutorial.py` makes the pictures in the documentation anew.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from . import pages
from .chromium import Window, window
from .conftest import ROOT, TWOSOURCE, served

TUTORIAL = ROOT / "docs" / "tutorial-desk.md"
IMAGES = ROOT / "docs" / "images"
ELSEWHERE = ("make", ".", "twosource serve", "twosource watch")
"""How lines begin that are not run here: the setting up, what does not end, what asks the network."""
SIZE = {"width": 1200, "height": 900}


def commands() -> list[str]:
    """The lines that a reader types."""
    blocks = re.findall(r"```sh\n(.*?)```", TUTORIAL.read_text(encoding="utf-8"), re.DOTALL)
    return [line for block in blocks for line in block.splitlines()]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What each command printed, by its line; `folder` is where they ran."""
    folder = tmp_path_factory.mktemp("tutorial")
    (folder / "examples").symlink_to(ROOT / "examples")
    printed = {"folder": str(folder)}
    for line in commands():
        if line.startswith(ELSEWHERE):
            continue
        words = shlex.split(line)
        assert words[0] == "twosource", line
        done = subprocess.run([TWOSOURCE, *words[1:]], cwd=folder, capture_output=True, text=True, check=False)
        assert done.returncode == 0, (line, done.stderr)
        printed[line] = done.stdout
    return printed


@pytest.fixture(scope="module")
def shown(made: dict[str, str], browser: Browser) -> Iterator[Window]:
    """The desk that these commands made."""
    with served(Path(made["folder"]) / "mydesk") as root, window(browser, root, viewport=SIZE) as desk:
        yield desk


def changed(desk: Window) -> Page:
    """The two versions of the report that its outlet corrected."""
    page = desk.open("/")
    with page.expect_navigation():
        page.locator("main a[href^='/story/']").filter(has_text="Ferry").first.click()
    with page.expect_navigation():
        page.locator("a[href*='/changes/']").first.click()
    return page


def correcting(desk: Window) -> Page:
    """The form that corrects a finding."""
    page = pages.finding(desk)
    with page.expect_navigation():
        page.locator("a.correct").first.click()
    return page


PICTURES: dict[str, Callable[[Window], Page]] = {
    "desk-stories.png": pages.stories,
    "desk-story.png": pages.story,
    "desk-finding.png": pages.finding,
    "desk-search.png": pages.search,
    "desk-correct.png": correcting,
    "desk-changes.png": changed,
}


def test_what_add_and_status_say(made: dict[str, str]) -> None:
    added = [said for line, said in made.items() if line.startswith("twosource add")]
    assert [said.partition(" new")[0] for said in added] == ["6", "5", "5", "2", "1"]
    assert "16 articles of 16 outlets" in made["twosource desk status mydesk"]


def test_every_picture_of_the_tutorial_is_made_here() -> None:
    named = re.findall(r"!\[[^\]]{20,}\]\(images/([^)]+)\)", TUTORIAL.read_text(encoding="utf-8"))
    assert named == list(PICTURES)
    assert all((IMAGES / name).read_bytes().startswith(b"\x89PNG") for name in named)


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture(shown: Window, name: str, tmp_path: Path) -> None:
    page = PICTURES[name](shown)
    page.evaluate("document.fonts.ready")
    taken = page.screenshot(path=Path(os.environ.get("TWOSOURCE_PICTURES", tmp_path)) / name)
    assert len(taken) > 20_000, "the picture is nearly blank"
    assert page.locator("main").inner_text().strip()
    assert shown.faults() == []


def test_the_changed_report_is_told(shown: Window) -> None:
    page = changed(shown)
    assert "12" in page.locator("del").all_inner_texts()
    assert "nine" in page.locator("ins").all_inner_texts()
