"""Does the errands of a watch on the web."""

from __future__ import annotations

from collections.abc import Collection

from twosource.desk.watch.errands import Came, Errand
from twosource.pages.feeds import read_feed
from twosource.pages.fetch import fetch


def from_web(errand: Errand, allow_hosts: Collection[str] = ()) -> Came:
    """What comes of an errand; raises InputError where nothing does, or what came is no feed though it was to be one.

    A feed is read here, by who fetched it, so that a large one does not hold up the others. Only a robots.txt is
    followed to other hosts, as RFC 9309 asks: what is led there otherwise needs their leave.
    """
    fetched = fetch(
        errand.location,
        allow_hosts=allow_hosts,
        etag=errand.etag,
        modified=errand.modified,
        accept=errand.accept,
        one_host=errand.accept != "robots",
    )
    feed = None
    if errand.accept == "feed" and fetched.capture is not None:
        feed = read_feed(fetched.capture.raw, errand.address)
    return Came(errand=errand, fetched=fetched, feed=feed)
