"""What people come for: from the list to a finding, its words in two reports, who said it, and back."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, expect

from . import pages
from .chromium import Window, window


def test_from_the_list_to_the_words_of_two_reports(desk: Window) -> None:
    page = pages.story(desk)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    corroborated = page.locator("section#corroborated li").first
    corroborated.locator("summary").first.click()
    with page.expect_navigation():
        corroborated.get_by_role("link", name="Read side by side").click()
    expect(page.locator(".status").first).to_have_text(re.compile("orroborated"))
    columns = page.locator(".side > *")
    assert columns.count() >= 2
    assert page.locator("mark").count() >= 2
    assert all(mark.inner_text().strip() for mark in page.locator("mark").all())


def test_a_finding_leads_to_the_next_one_and_back(desk: Window) -> None:
    page = pages.finding(desk)
    first = page.locator("h1").inner_text()
    with page.expect_navigation():
        page.locator("a[rel=next]").click()
    assert page.locator("h1").inner_text() != first
    with page.expect_navigation():
        page.locator("a[rel=prev]").click()
    assert page.locator("h1").inner_text() == first


def test_every_count_of_origins_is_that_of_its_columns(desk: Window) -> None:
    page = pages.finding(desk)
    said = re.search(r"(\d+) origins?", page.locator(".stands").inner_text())
    assert said
    # A letter is an origin; its second report is "A2".
    letters = {label.inner_text().strip().rstrip("0123456789") for label in page.locator(".side .letter").all()}
    assert int(said[1]) == len(letters)


def test_a_passage_of_the_brief_opens_in_its_report(desk: Window) -> None:
    page = pages.story(desk)
    href = page.locator("main a[href*='/reports?show='][href*='#p']").first.get_attribute("href")
    page.goto(desk.root.rstrip("/") + str(href))
    target = page.locator(f"[id='{str(href).partition('#')[2]}']")
    expect(target).to_be_in_viewport()
    assert target.inner_text().strip()


def test_words_lead_to_reports_and_on_to_their_story(desk: Window) -> None:
    page = desk.open("/")
    page.get_by_role("searchbox").fill("fishermen")
    with page.expect_navigation():
        page.get_by_role("searchbox").press("Enter")
    found = page.locator("main a[href*='/story/']")
    assert found.count() >= 2
    with page.expect_navigation():
        found.first.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_all_that_somebody_said_leads_to_the_passages(desk: Window) -> None:
    page = pages.who(desk)
    quotes = page.locator("main a[href*='#p']")
    assert quotes.count() >= 1
    href = str(quotes.first.get_attribute("href"))
    page.goto(desk.root.rstrip("/") + href)
    expect(page.locator(f"[id='{href.partition('#')[2]}']")).to_be_in_viewport()


def test_a_reader_without_script_reads_all_of_it(browser: Browser, root: str) -> None:
    with window(browser, root, java_script_enabled=False) as shown:
        page = shown.open("/")
        with page.expect_navigation():
            pages.shared(page).click()
        assert page.locator("main").inner_text().count("origin") > 3
        with page.expect_navigation():
            page.get_by_role("button", name="Read side by side").click()
        assert page.locator(".side > *").count() == 2
