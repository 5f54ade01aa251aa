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

from twosource.errors import PageTooLarge
from twosource.pages.addresses import Hop, checked_address
from twosource.pages.limits import UNPACKED_BYTES

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_WIRE_BYTES = UNPACKED_BYTES + 2**20
"""Bytes of one answer as sent: its body and 1 MiB of headers, interim answers, chunk sizes and trailers."""


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
    """The reading end of a socket, on which every read ends by the deadline and all reads by `_WIRE_BYTES`."""

    def __init__(self, sock: socket.socket, reach: Reach) -> None:
        self._sock, self._reach, self._came = sock, reach, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        self._sock.settimeout(self._reach.left())
        count = self._sock.recv_into(buffer)
        self._came += count
        if self._came > _WIRE_BYTES:
            raise PageTooLarge(f"the answer is larger than {UNPACKED_BYTES >> 20} MiB: save the report alone")
        return count


class _Wire:
    """What http.client needs of a socket; whoever opened the socket closes it."""

    def __init__(self, sock: socket.socket, reach: Reach) -> None:
        self._sock, self._reach = sock, reach

    def sendall(self, content: bytes) -> None:
        self._sock.settimeout(self._reach.left())
        self._sock.sendall(content)

    def makefile(self, _mode: str) -> io.BufferedReader:
        return io.BufferedReader(_Bounded(self._sock, self._reach))

    def close(self) -> None:
        """Nothing: http.client closes before the body is read."""


@contextmanager
def ask(hop: Hop, headers: Mapping[str, str], reach: Reach) -> Iterator[http.client.HTTPResponse]:
    """The answer to one GET, its body unread; the connection is closed at the end."""
    with _connect(hop, reach) as sock:
        kind = http.client.HTTPSConnection if hop.scheme == "https" else http.client.HTTPConnection
        connection = kind(hop.host, hop.port)
        connection.auto_open = 0  # never connects anew, to an address that was not checked
        connection.sock = cast("socket.socket", _Wire(sock, reach))
        connection.request("GET", hop.target, headers=dict(headers))
        yield connection.getresponse()


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
