"""What a watch sends for, and what comes of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from twosource.errors import FetchRefused, InputError
from twosource.pages.feeds import Feed
from twosource.pages.fetch import MAX_REDIRECTS, Accept, Fetched
from twosource.stores.base import WatchedFeed, WatchedPage


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand:
    """Something to fetch and what it is fetched for; None: a robots.txt.

    `led`: the other hosts' addresses that redirects have led to, the last of which is asked; `moved`: where permanent
    redirects alone have led.
    """

    subject: WatchedFeed | WatchedPage | None
    address: str
    accept: Accept
    etag: str | None = None
    modified: str | None = None
    led: tuple[str, ...] = ()
    moved: str | None = None

    @property
    def location(self) -> str:
        """Where it is fetched from now; what errors name."""
        return self.led[-1] if self.led else self.address


@dataclass(frozen=True, slots=True, kw_only=True)
class Came:
    """What came of an errand: an answer, and what it holds where it is a feed; or the reason why there is none."""

    errand: Errand
    fetched: Fetched | None = None
    feed: Feed | None = None
    error: InputError | None = None


Fetch = Callable[[Errand], Came]
"""Does one errand, as far as one host can do it; raises InputError where nothing comes."""


def led_on(errand: Errand, fetched: Fetched) -> Errand:
    """The errand to the host that a redirect leads to; raises FetchRefused where it was led on too often."""
    if len(errand.led) == MAX_REDIRECTS:
        many = f"it leads on more than {MAX_REDIRECTS} times"
        raise FetchRefused(f"{errand.address}: {many}: give the address where it ends")
    return replace(errand, led=(*errand.led, fetched.address), moved=moved(errand, fetched))


def moved(errand: Errand, fetched: Fetched) -> str | None:
    """Where permanent redirects alone lead, those of hosts asked before included."""
    is_permanent = not errand.led or errand.moved == errand.location
    return (fetched.moved if is_permanent else None) or errand.moved
