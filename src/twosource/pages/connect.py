"""One question to one web server: the address that was checked, a deadline for every read, a bound on the bytes."""

from __future__ import annotations

import http.client
import io
import socket
import ssl
import time
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from twosource.pages.addresses import Hop, checked_address

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_BESIDE_BYTES = 2**20
"""Bytes of one answer that are no body: headers, interim answers, chunk sizes and trailers.

They are counted apart from the body, which `unpacked` bounds: 20 MiB in chunks of two bytes each would take 9 s of the
processor, and 1 MiB beside them is reached in 0.6 s. A page sent letter by letter may still have 170,000 letters.
"""
_PIECE = 65_536


class TooMuchBeside(Exception):
    """Of an answer more came than is allowed that is no body; the text says how much that is."""


@dataclass(frozen=True, slots=True)
class Reach:
    """How far a fetch may go: the hosts allowed by name, and the end of its time by the monotonic clock."""

    allow_hosts: Collection[str]
    deadline: float

    def left(self) -> float:
        """Seconds left; raises TimeoutError where there are none."""
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return left


class _Bounded(io.RawIOBase):
    """The reading end of a socket, on which every read ends by the deadline and all that is no body by a bound."""

    def __init__(self, sock: socket.socket, reach: Reach) -> None:
        self._sock, self._reach, self._beside = sock, reach, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        self._sock.settimeout(self._reach.left())
        count = self._sock.recv_into(buffer)
        self._beside += count
        if self._beside > _BESIDE_BYTES:
            raise TooMuchBeside(f"{_BESIDE_BYTES >> 20} MiB")
        return count

    def passed(self, body: int) -> None:
        """So many of the bytes that came were of the body."""
        self._beside -= body


class _Wire:
    """What http.client needs of a socket; whoever opened the socket closes it."""

    def __init__(self, sock: socket.socket, reach: Reach) -> None:
        self._sock, self._reach = sock, reach
        self.bounded = _Bounded(sock, reach)

    def sendall(self, content: bytes) -> None:
        self._sock.settimeout(self._reach.left())
        self._sock.sendall(content)

    def makefile(self, _mode: str) -> io.BufferedReader:
        return io.BufferedReader(self.bounded)

    def close(self) -> None:
        """Nothing: http.client closes before the body is read."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer whose body is read by `body` alone."""

    head: http.client.HTTPResponse
    _bounded: _Bounded

    def body(self) -> Iterator[bytes]:
        """The body in small reads: http.client holds every chunk of one read, and chunks may be of two bytes each."""
        while piece := self.head.read(_PIECE):
            self._bounded.passed(len(piece))
            yield piece


@contextmanager
def ask(hop: Hop, headers: Mapping[str, str], reach: Reach) -> Iterator[Answer]:
    """The answer to one GET, its body unread; the connection is closed at the end."""
    with _connect(hop, reach) as sock:
        kind = http.client.HTTPSConnection if hop.scheme == "https" else http.client.HTTPConnection
        connection = kind(hop.host, hop.port)
        connection.auto_open = 0  # never connects anew, to an address that was not checked
        wire = _Wire(sock, reach)
        connection.sock = cast("socket.socket", wire)
        connection.request("GET", hop.target, headers=dict(headers))
        yield Answer(connection.getresponse(), wire.bounded)


def _connect(hop: Hop, reach: Reach) -> socket.socket:
    """A socket to the very address that was checked: a second look-up could answer differently."""
    checked = checked_address(hop.host, hop.port, reach.allow_hosts, reach.left())
    sock = socket.create_connection((checked, hop.port), timeout=reach.left())
    if hop.scheme == "http":
        return sock
    try:
        sock.settimeout(reach.left())
        return ssl.create_default_context().wrap_socket(sock, server_hostname=hop.host)
    except BaseException:
        sock.close()
        raise
