"""What a robots.txt allows us (RFC 9309, read with Protego), and what the want of one means."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from protego import Protego

from twosource.errors import FetchRefused, InputError
from twosource.pages.fetch import AnswerRefused
from twosource.stores.base import Host

AGENT = "twosource"
MOST_CHARACTERS = 512 * 1024
"""Of one file; RFC 9309 asks for 500 KiB at least. The rest of a longer one is not read."""
DAY = 24 * 3600
"""How long a robots.txt holds, in seconds: RFC 9309 allows no more."""
RETRY = 3600
"""Seconds until one is asked for again that could not be had."""

_AGENT_LINE = re.compile(r"^[ \t]*user[ -]?agent[ \t]*[:\s][ \t]*([^#\n\r]*)", re.IGNORECASE | re.MULTILINE)


class Rules:
    """What one robots.txt says to us."""

    def __init__(self, text: str) -> None:
        self._file = Protego.parse(_AGENT_LINE.sub(_known_agent, text[:MOST_CHARACTERS]))
        self.delay = self._file.crawl_delay(AGENT) or 0.0

    def allows(self, address: str) -> bool:
        """Whether the page at this address may be fetched."""
        return self._file.can_fetch(address, AGENT)


def _known_agent(line: re.Match[str]) -> str:
    """Every agent is us, all, or another: Protego does each rule once for each name, 20,000 of which take minutes."""
    name = line[1].strip().partition("/")[0].lower()
    return f"User-agent: {name if name in (AGENT, '*') else 'another'}"


def host_of(address: str) -> str:
    """Scheme, name and port, in lower case: what one robots.txt is for. Raises ValueError for no web address."""
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError(address)
    name = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return f"{parts.scheme}://{name}:{parts.port or (443 if parts.scheme == 'https' else 80)}"


def robots_came(host: Host, text: str, now: float) -> Host:
    """The host with the robots.txt that it has."""
    return Host(host=host.host, robots=text[:MOST_CHARACTERS], until=int(now) + DAY, wait=host.wait)


def robots_failed(host: Host, error: InputError, now: float) -> Host:
    """The host whose robots.txt did not come.

    There is none (4xx, or redirects without end): all is allowed. It cannot be reached (5xx, the network, 429, which
    asks us to wait): the last one holds on, and where there is none, nothing is allowed. Where the address itself is
    refused, that of the page will be too, with its reason.
    """
    status = error.status if isinstance(error, AnswerRefused) else 0
    if 400 <= status < 500 and status != 429:
        return robots_came(host, "", now)
    if isinstance(error, FetchRefused):
        return Host(host=host.host, robots="", until=int(now) + RETRY, wait=host.wait)
    return Host(host=host.host, robots=host.robots, until=int(now) + RETRY, wait=host.wait)
