"""The kinds of page that a desk has, and how a reader gets to each."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Locator, Page

from .chromium import Window


def stories(desk: Window) -> Page:
    """The first page."""
    return desk.open("/")


def shared(page: Page) -> Locator:
    """The link in the list to a story of several origins: of those with four, the latest."""
    return page.locator("main li").filter(has_text="4 origins in").locator("a[href^='/story/']").first


def story(desk: Window) -> Page:
    """A story of several origins."""
    page = stories(desk)
    with page.expect_navigation():
        shared(page).click()
    return page


def finding(desk: Window) -> Page:
    """The first finding of a story, its reports side by side."""
    story(desk)
    return desk.follow("a[href*='/finding/']")


def reports(desk: Window) -> Page:
    """Two reports side by side."""
    page = story(desk)
    with page.expect_navigation():
        page.get_by_role("button", name="Read side by side").click()
    return page


def search(desk: Window) -> Page:
    """What a search for words finds."""
    return desk.open("/search?q=police")


def who(desk: Window) -> Page:
    """All that one speaker said."""
    story(desk)
    return desk.follow("a[href^='/who?']")


def nothing(desk: Window) -> Page:
    """An address that leads nowhere."""
    desk.expects_no_page()
    return desk.open("/story/story:none")


KINDS: dict[str, Callable[[Window], Page]] = {
    "stories": stories,
    "story": story,
    "finding": finding,
    "reports": reports,
    "search": search,
    "who": who,
    "nothing": nothing,
}


def reach(desk: Window, kind: str) -> Page:
    """A page of this kind, shown."""
    return KINDS[kind](desk)
