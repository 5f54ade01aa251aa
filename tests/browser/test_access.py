"""What a screen reader, a keyboard, a narrow window, dark surroundings and paper meet on each kind of page."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from .chromium import Window, window
from .pages import KINDS, reach

SHAPES: dict[str, dict[str, object]] = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "narrow": {"viewport": {"width": 320, "height": 640}},
}


def violations(page: Page) -> list[str]:
    """What axe finds, with all that folds opened."""
    page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    found = Axe().run(page).response["violations"]
    return [f"{v['id']}: {v['help']}: {[n['html'][:200] for n in v['nodes'][:3]]}" for v in found]


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(browser: Browser, root: str, kind: str, shape: str) -> None:
    with window(browser, root, **SHAPES[shape]) as shown:
        page = reach(shown, kind)
        assert violations(page) == []
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, f"the page is {wide} pixels wider than the window"


@pytest.mark.parametrize("kind", KINDS)
def test_all_that_can_be_used_is_reached_by_the_keyboard(desk: Window, kind: str) -> None:
    page = reach(desk, kind)
    wanted = page.evaluate(
        "[...document.querySelectorAll('a[href],button,input,select,textarea,summary,[tabindex=\"0\"]')]"
        ".filter((e) => e.checkVisibility() && !e.disabled && e.type !== 'hidden').length"
    )
    page.evaluate("document.activeElement?.blur()")
    seen = page.evaluate("[]")
    for _ in range(min(wanted, 60)):
        page.keyboard.press("Tab")
        seen.append(
            page.evaluate(
                "(() => { const e = document.activeElement, s = getComputedStyle(e); "
                "return [e.tagName, s.outlineStyle !== 'none' || s.boxShadow !== 'none']; })()"
            )
        )
    assert wanted > 3
    assert all(tag != "BODY" for tag, _ in seen)
    assert all(marked for _, marked in seen), f"focus is not seen on {[tag for tag, marked in seen if not marked]}"


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_on_paper_shows_no_bar_and_no_forms(desk: Window, kind: str) -> None:
    page = reach(desk, kind)
    page.emulate_media(media="print")
    shown = page.evaluate("[...document.querySelectorAll('button,input')].filter((e) => e.checkVisibility()).length")
    assert shown == 0


def test_every_page_says_what_it_is(desk: Window) -> None:
    titles = {kind: reach(desk, kind).title() for kind in KINDS}
    assert len(set(titles.values())) == len(KINDS), titles
    assert all(re.search(r"\w{4}", title) for title in titles.values())
