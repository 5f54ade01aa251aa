"""A text that many outlets print: one label for all, their columns behind the other origins, each still reached."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from .chromium import Window, window
from .conftest import command, served
from .test_access import violations

WIRE = (
    "OSTERLUND, May 5, 2031 (Reuters) - A road bridge collapsed in Osterlund on Monday and killed four people, the "
    "fire brigade said.\n\n"
    "The mayor ordered all bridges in the town to be closed until engineers had looked at them.\n\n"
    "Rescuers searched the river for two missing drivers.\n\nPrinted in town {}.\n"
)
OWN = (
    "By Tor Lind\n\nThe bridge in Osterlund fell into the river on Monday. "
    "The mayor ordered all bridges in the town to be closed.\n\nA baker near the river gave bread to the crews.\n"
)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A desk of one story: a text in fourteen outlets, and a report of its own."""
    folder: Path = tmp_path_factory.mktemp("copies")
    title = "Bridge collapses in Osterlund"
    rows = [{"id": str(n), "title": title, "outlet": f"Gazette {n}", "text": WIRE.format(n)} for n in range(14)]
    rows.append({"id": "own", "title": "Bridge in Osterlund falls", "outlet": "Herald", "text": OWN})
    given = [json.dumps({**row, "date": "2031-05-05"}) for row in rows]
    (folder / "reports.jsonl").write_text("\n".join(given), encoding="utf-8")
    command("desk", "init", folder / "desk")
    command("add", folder / "reports.jsonl", "--desk", folder / "desk")
    with served(folder / "desk") as address:
        yield address


def closed(desk: Window) -> Page:
    """The story with the finding that bridges were closed opened."""
    page = desk.open("/")
    with page.expect_navigation():
        page.locator("main h3 a").first.click()
    page.locator("li.finding.corroborated").filter(has_text="closed").locator("summary").first.click()
    return page


def test_a_sentence_has_one_label_for_all_copies(desk: Window) -> None:
    page = closed(desk)
    labels = page.locator("li.finding.corroborated").filter(has_text="closed").locator(".stands .chip")
    assert labels.all_inner_texts() == ["A ×14", "B"]


def test_the_column_of_a_copy_is_opened_by_its_link(desk: Window) -> None:
    page = closed(desk)
    copies = page.locator("li.finding.corroborated").filter(has_text="closed").locator("details.copies")
    assert "13 more reports" in copies.locator("summary").inner_text()
    copies.locator("summary").click()
    href = str(copies.locator("a.chip").last.get_attribute("href"))
    page.goto(desk.root.rstrip("/") + href)
    expect(page.locator(f"[id='{href.partition('#')[2]}']")).to_be_in_viewport()
    beside = page.locator(".side").first.locator(".report h3")
    assert [name.split()[-1] for name in beside.all_inner_texts()][1:] == ["Herald"]


@pytest.mark.parametrize("width", [1200, 360])
def test_its_pages_hold_for_everybody(browser: Browser, root: str, width: int) -> None:
    with window(browser, root, viewport={"width": width, "height": 800}) as shown:
        page = closed(shown)
        assert violations(page) == []
        page = shown.follow("li.finding.corroborated a[href*='/finding/']")
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
