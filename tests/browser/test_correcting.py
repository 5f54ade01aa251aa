"""Correcting a desk in the browser: by keyboard alone, seen by a screen reader, dark and narrow, and undone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from .chromium import Window, window
from .conftest import ROOT, command, served
from .pages import story
from .test_access import SHAPES, violations

FORMS = {
    "speaker": "a[aria-label='Correct who said this']",
    "actor": "a[aria-label='Correct who this is']",
    "finding": "a[aria-label='Correct this finding']",
    "story": ".correcting a",
}
"""What leads from a story to its forms."""


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A desk that these tests may change."""
    desk = tmp_path_factory.mktemp("corrected") / "mydesk"
    command("desk", "init", desk)
    folder = Path("examples") / "gdynia-strike"
    command("add", ROOT / folder, "--about", folder / "about.csv", "--desk", desk, "--analyzer", "rules")
    with served(desk) as address:
        yield address


def form(shown: Window, kind: str) -> Page:
    """The form of this kind that a story leads to."""
    page = story(shown)
    href = page.locator(FORMS[kind]).first.get_attribute("href")
    return shown.open(str(href))


def typed(page: Page, *keys: str) -> None:
    """Words are typed, keys in brackets pressed."""
    for key in keys:
        page.keyboard.press(key[1:-1]) if key.startswith("[") else page.keyboard.type(key)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("kind", FORMS)
def test_axe_finds_nothing_on_a_form(browser: Browser, own: str, kind: str, shape: str) -> None:
    with window(browser, own, **SHAPES[shape]) as shown:
        page = form(shown, kind)
        assert violations(page) == []
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, f"the page is {wide} pixels wider than the window"
        assert shown.faults() == []


def test_a_speaker_is_corrected_and_put_back_by_the_keyboard_alone(browser: Browser, own: str) -> None:
    with window(browser, own) as shown:
        page = form(shown, "speaker")
        page.locator("select[name=actor]").focus()
        with page.expect_navigation():
            typed(page, "[Tab]", "Nils Dahl", "[Tab]", "[Tab]", "I rang the paper", "[Tab]", "[Enter]")
        at = page.locator(".corrected li:target")
        assert at.is_visible()
        assert "Nils Dahl" in at.inner_text()
        at.get_by_role("link", name="undo").focus()
        with page.expect_navigation():
            typed(page, "[Enter]")
        assert violations(page) == []
        page.get_by_role("button", name="Undo", exact=True).focus()
        with page.expect_navigation():
            typed(page, "[Enter]")
        assert page.get_by_role("button", name="Put it back").is_visible()
        assert page.get_by_text("Undone by").is_visible()
        assert violations(shown.open("/judgements")) == []
        assert "Nils Dahl" not in story(shown).locator("main").inner_text()
        assert shown.faults() == []


def test_nothing_is_sent_where_a_reason_is_missing(browser: Browser, own: str) -> None:
    with window(browser, own) as shown:
        page = form(shown, "finding")
        page.locator("input[name=verdict]").last.check()
        page.get_by_role("button", name="Mark it wrong").click()
        assert page.locator("textarea").evaluate("e => !e.validity.valid && e === document.activeElement")
        assert shown.faults() == []
