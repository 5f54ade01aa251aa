"""Where Chromium is, and a window of it that tells what a person would not see: errors, strangers, scripts that ran."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, Request

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
REQUIRED = "TWOSOURCE_BROWSER"
"""Set to `required`, these tests fail where no Chromium is; otherwise they are left out, and that is said loudly."""
MISSING = (
    "no Chromium is on this machine: install the system's package (apt-get install chromium), then run again; "
    f"with {REQUIRED}=required these tests fail instead of being left out"
)
LOCAL = {"127.0.0.1", "localhost", ""}
"""Hosts that a page may ask; empty for addresses without one (`data:`, `about:`)."""
SLOW = 180_000
"""Milliseconds after which what a page is to do is taken to hang: no machine that has much else to do needs as long."""
WATCH = """
globalThis.ran = [];
globalThis.hit = (what) => { globalThis.ran.push(String(what)); };
globalThis.refused = [];
document.addEventListener("securitypolicyviolation", (e) => {
  globalThis.refused.push(e.violatedDirective + " " + e.blockedURI + " " + e.sample);
});
"""
"""Before any page's own scripts: `hit` is what the hostile strings call, `refused` what the policy had to stop."""


def executable() -> str | None:
    """The browser's program, if there is one."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


def required() -> bool:
    """Whether a missing browser is a failure."""
    return os.environ.get(REQUIRED) == "required"


@dataclass
class Window:
    """A page of the browser and what went wrong in it."""

    page: Page
    root: str
    wrong: list[str] = field(default_factory=list)
    _allowed: str = "\0"

    def open(self, path: str = "/") -> Page:
        """Goes to a path of the desk."""
        self.page.goto(self.root.rstrip("/") + path)
        return self.page

    def follow(self, links: str) -> Page:
        """Goes to the page, not to the place in it, that the first of these links leads to."""
        href = self.page.locator(links).first.get_attribute("href")
        return self.open(str(href).partition("#")[0])

    def expects_no_page(self) -> None:
        """The browser's own word that a page was not found is no fault from here on."""
        self._allowed = "404 (Not Found)"

    def told(self, line: str) -> None:
        """Takes an error that the browser told."""
        if self._allowed not in line:
            self.wrong.append(line)

    def faults(self) -> list[str]:
        """Errors, dialogs and requests to strangers so far; then what ran or was refused on the page shown now."""
        ran = [f"ran: {what}" for what in self.page.evaluate("globalThis.ran ?? []")]
        refused = [f"the policy stopped: {what}" for what in self.page.evaluate("globalThis.refused ?? []")]
        return [*self.wrong, *ran, *refused]


@contextmanager
def window(browser: Browser, root: str, **settings: object) -> Iterator[Window]:
    """A fresh window on the desk at `root`; `settings` are those of a Playwright context."""
    context = browser.new_context(**settings)  # type: ignore[arg-type]
    context.set_default_timeout(SLOW)
    context.add_init_script(WATCH)
    page = context.new_page()
    shown = Window(page, root)

    def asked(request: Request) -> None:
        if urlsplit(request.url).hostname not in LOCAL | {None}:
            shown.wrong.append(f"asked a stranger: {request.url}")

    page.on("request", asked)
    page.on("pageerror", lambda error: shown.wrong.append(f"script error: {error}"))
    page.on("console", lambda line: shown.told(f"console: {line.text}") if line.type == "error" else None)

    def dialog(opened: object) -> None:
        shown.wrong.append("a dialog opened")
        opened.dismiss()  # type: ignore[attr-defined]

    page.on("dialog", dialog)
    try:
        yield shown
    finally:
        context.close()
