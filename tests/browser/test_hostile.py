"""A thousand hostile strings in titles, bylines, quotations and addresses: none runs, none becomes an element."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest
from playwright.sync_api import Browser

from . import hostile
from .chromium import Window, window
from .conftest import command, served

STRANGE = (
    "[onerror],[onload],[onfocus],[onbegin],[ontoggle],[srcdoc],[style],iframe,object,embed,base,meta[http-equiv],"
    "main script,main style,main template,svg script,svg animate,math,video,"
    "[href^='javascript:' i],[action^='javascript:' i],[src^='javascript:' i],[src='x']"
)
"""What no page of ours has: attributes that run, frames, addresses that are code."""
MOST_OF_A_KIND = 4
"""Pages of one kind that are looked at besides those of the stories, which hold all strings."""


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The reports as JSONL."""
    path = tmp_path_factory.mktemp("hostile") / "reports.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in hostile.reports()), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def besieged(inputs: Path, browser: Browser) -> Iterator[Window]:
    """A window on a desk with all of them."""
    desk = inputs.parent / "desk"
    command("desk", "init", desk)
    command("add", inputs, "--desk", desk, "--analyzer", "rules")
    with served(desk) as root, window(browser, root) as shown:
        yield shown


def test_there_are_a_thousand() -> None:
    rows = list(hostile.reports())
    assert len(rows) == hostile.REPORTS
    assert hostile.STRINGS >= 1000
    assert len({row["title"] for row in rows}) == len(rows)


def looked_over(shown: Window, path: str) -> tuple[set[str], list[str]]:
    """Opens a page on which nothing may run; the hostile strings it shows as text, and where it leads."""
    page = shown.open(path)
    assert page.locator(STRANGE).count() == 0, (path, page.locator(STRANGE).first.evaluate("e => e.outerHTML"))
    assert shown.faults() == [], path
    strings = page.evaluate("document.body.textContent.match(/hit\\(\\d+\\.\\d\\)/g) ?? []")
    links = page.evaluate("[...document.links].filter((a) => a.origin === location.origin).map((a) => a.href)")
    return set(strings), [str(link).partition("#")[0].replace(shown.root.rstrip("/"), "", 1) for link in links]


def with_all_reports(shown: Window, story: str) -> str:
    """The page of all reports of a story, side by side."""
    page = shown.open(story)
    values = page.evaluate("[...document.querySelectorAll('input[name=show]')].map((e) => e.value)")
    return f"{story}/reports?{urlencode({'show': values}, doseq=True)}"


def kind_of(link: str) -> str:
    """What a page is of: its address without ids and words."""
    return re.sub(r"(:|%3A)\w+", "", link.partition("?")[0])


FORMS = {f"/story/story/judge/{of}" for of in ("story", "finding", "actor", "quote", "time", "place")}
KINDS = FORMS | {"/story/story", "/story/story/finding/finding", "/story/story/reports", "/search", "/who"}
"""Kinds of page that a story leads to."""


def test_no_page_of_the_desk_runs_any(besieged: Window) -> None:
    lists = ["/", "/?page=2"]
    links = [link for path in lists for link in looked_over(besieged, path)[1]]
    stories = dict.fromkeys(link for link in links if re.fullmatch(r"/story/[^/]+", link))
    waiting = [*stories, *(with_all_reports(besieged, story) for story in stories)]
    seen, strings, kinds = {*lists, *waiting}, set[str](), Counter[str]()
    while waiting:
        shown, links = looked_over(besieged, waiting.pop(0))
        strings |= shown
        for link in dict.fromkeys(links):
            kinds[kind_of(link)] += link not in seen
            if link not in seen and kinds[kind_of(link)] <= MOST_OF_A_KIND:
                waiting.append(link)
            seen.add(link)
    assert kinds.keys() >= KINDS
    of_place = {n: sum(s.endswith(f".{n})") for s in strings) for n in range(len(hostile.PLACES))}
    assert min(of_place.values()) > 0, of_place
    assert len(strings) >= 0.75 * hostile.STRINGS, f"only {len(strings)} of them were shown: {of_place}"


@pytest.mark.parametrize("path", ["/search?q={}", "/who?name={}", "/story/{}", "/story/{}/finding/{}", "/{}"])
def test_no_address_runs_any(besieged: Window, path: str) -> None:
    besieged.expects_no_page()
    for row in list(hostile.reports())[:: len(hostile.WRAPPINGS) + 1]:
        page = besieged.open(path.replace("{}", quote(row["title"], safe="")))
        assert page.locator(STRANGE).count() == 0
        assert besieged.faults() == []


def test_the_brief_page_runs_none(besieged: Window, inputs: Path) -> None:
    some = inputs.with_name("some.jsonl")
    rows = inputs.read_text(encoding="utf-8").splitlines(keepends=True)[::3]  # of each shape and each wrapping
    some.write_text("".join(rows), encoding="utf-8")
    out = inputs.with_name("brief.html")
    command("brief", some, "--analyzer", "rules", "--one-story", "-o", out)
    page = besieged.page
    page.goto(out.as_uri())
    assert page.locator(STRANGE.replace("meta[http-equiv],", "").replace("[style],", "")).count() == 0
    assert besieged.faults() == []
    assert page.evaluate("document.body.textContent").count("hit(") > len(rows)
