"""Fetches one page: http and https, every hop's address checked and pinned, size and time bounded, no proxies."""

from __future__ import annotations

import http.client
import io
import socket
import ssl
import time
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, cast
from urllib.parse import quote, urljoin, urlsplit

from twosource.errors import FetchRefused, InputError, PageTooLarge, TimedOut
from twosource.model import Given
from twosource.pages.addresses import checked_address
from twosource.pages.capture import Capture
from twosource.pages.files import unpack
from twosource.pages.limits import UNPACKED_BYTES
from twosource.pages.refuse import refuse

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

MAX_REDIRECTS = 5
SECONDS = 20.0
"""For one page in all, redirects included."""

_HEADERS = {
    "User-Agent": "twosource/0.1",
    "Accept": "text/html,application/xhtml+xml,text/plain;q=0.8",
    "Accept-Encoding": "gzip",
    "Connection": "close",
}
_READABLE = frozenset({"text/html", "application/xhtml+xml", "text/plain"})
_SAFE = "/%:@!$&'()*+,;=~?-._"


@dataclass(frozen=True, slots=True)
class _Hop:
    """One address taken apart: where to connect and what to ask for."""

    scheme: str
    host: str
    port: int
    target: str


class _Deadlined(io.RawIOBase):
    """The reading end of a socket, on which every read ends by the deadline."""

    def __init__(self, sock: socket.socket, deadline: float) -> None:
        self._sock, self._deadline = sock, deadline

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        self._sock.settimeout(_left(self._deadline))
        return self._sock.recv_into(buffer)


class _Wire:
    """What http.client needs of a socket; whoever opened the socket closes it."""

    def __init__(self, sock: socket.socket, deadline: float) -> None:
        self._sock, self._deadline = sock, deadline

    def sendall(self, content: bytes) -> None:
        self._sock.settimeout(_left(self._deadline))
        self._sock.sendall(content)

    def makefile(self, _mode: str) -> io.BufferedReader:
        return io.BufferedReader(_Deadlined(self._sock, self._deadline))

    def close(self) -> None:
        """Nothing: http.client closes before the body is read."""


def fetch_page(address: str, *, allow_hosts: Collection[str] = (), seconds: float = SECONDS) -> Capture:
    """The capture of a web page; raises an InputError that says why there is none.

    `allow_hosts` names hosts that may lie in a private network; every other host must be public at every hop.
    """
    deadline = time.monotonic() + seconds
    try:
        return _follow(address, allow_hosts, deadline)
    except TimeoutError as error:
        raise TimedOut(f"{address}: the page did not come within {seconds:g} s: save it from a browser") from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise InputError(f"{address}: it could not be fetched ({error}): check the address") from error


def _follow(address: str, allow_hosts: Collection[str], deadline: float) -> Capture:
    at = address
    for _ in range(MAX_REDIRECTS + 1):
        hop = _take_apart(at)
        with _connect(hop, allow_hosts, deadline) as sock:
            response = _ask(hop, sock, deadline)
            goes_to = response.getheader("Location") if response.status in (301, 302, 303, 307, 308) else None
            if goes_to is None:
                return _capture(address, at, response)
            at = urljoin(at, goes_to)
    raise FetchRefused(f"{address}: it leads on more than {MAX_REDIRECTS} times: give the address where it ends")


def _take_apart(address: str) -> _Hop:
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise FetchRefused(f"{address}: only http and https addresses can be fetched: save the page and give the file")
    if parts.username is not None or parts.password is not None:
        raise FetchRefused(f"{address}: an address with a user name in it is not fetched: save the page yourself")
    host = parts.hostname.encode("idna").decode("ascii") if not parts.hostname.isascii() else parts.hostname
    port = parts.port or (443 if parts.scheme == "https" else 80)
    query = f"?{quote(parts.query, safe=_SAFE)}" if parts.query else ""
    return _Hop(parts.scheme, host, port, quote(parts.path or "/", safe=_SAFE) + query)


def _connect(hop: _Hop, allow_hosts: Collection[str], deadline: float) -> socket.socket:
    """A socket to the very address that was checked: a second look-up could answer differently."""
    checked = checked_address(hop.host, hop.port, allow_hosts, _left(deadline))
    sock = socket.create_connection((checked, hop.port), timeout=_left(deadline))
    if hop.scheme == "http":
        return sock
    try:
        sock.settimeout(_left(deadline))
        return ssl.create_default_context().wrap_socket(sock, server_hostname=hop.host)
    except BaseException:
        sock.close()
        raise


def _ask(hop: _Hop, sock: socket.socket, deadline: float) -> http.client.HTTPResponse:
    kind = http.client.HTTPSConnection if hop.scheme == "https" else http.client.HTTPConnection
    connection = kind(hop.host, hop.port)
    connection.auto_open = 0  # never connects anew, to an address that was not checked
    connection.sock = cast("socket.socket", _Wire(sock, deadline))
    connection.request("GET", hop.target, headers=_HEADERS)
    return connection.getresponse()


def _left(deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


def _capture(address: str, at: str, response: http.client.HTTPResponse) -> Capture:
    if response.status != 200:
        raise InputError(f"{address}: the server answered {response.status} {response.reason}: check the address")
    media_type = response.headers.get_content_type() if "Content-Type" in response.headers else None
    if media_type is not None and media_type not in _READABLE:
        raise InputError(f"{address}: this is {media_type}, not a web page: give the address of the report itself")
    raw = _body(address, response)
    refuse(address, raw)
    return Capture(
        location=address,
        raw=raw,
        media_type=media_type,
        given=Given(input_id=address, url=at),
        encoding=response.headers.get_content_charset(),
        retrieved=datetime.now(UTC).isoformat(timespec="seconds"),
    )


def _body(address: str, response: http.client.HTTPResponse) -> bytes:
    raw = response.read(UNPACKED_BYTES + 1)
    if len(raw) > UNPACKED_BYTES:
        raise PageTooLarge(f"{address}: the page is larger than {UNPACKED_BYTES >> 20} MiB: save the report alone")
    if response.length:
        raise InputError(f"{address}: the connection ended early: try again")
    coding = (response.getheader("Content-Encoding") or "identity").lower()
    if coding in ("gzip", "x-gzip"):
        return unpack(raw, address)
    if coding != "identity":
        raise InputError(f"{address}: the server sent it packed as {coding}: save the page from a browser")
    return raw
