"""Which network addresses may be fetched: http and https, of public hosts, checked before each connection."""

from __future__ import annotations

import ipaddress
import socket
import threading
from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from twosource.errors import FetchRefused, InputError

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_CLOSED = tuple(
    map(
        ipaddress.ip_network,
        (
            "192.0.0.0/24",  # protocol assignments, among them the ends of NAT64 and DS-Lite
            "192.88.99.0/24",  # 6to4 relays
            "64:ff9b:1::/48",  # NAT64 inside one network
            "2001::/23",  # protocol assignments, among them Teredo
            "2002::/16",  # 6to4: leads to whatever IPv4 address stands in it
            "3fff::/20",  # documentation
            "5f00::/16",  # segment routing
            "fec0::/10",  # site-local, of old
        ),
    )
)
"""Networks of special purpose that `ipaddress` takes as global, or did in some release (IANA registries, 2024)."""

_SAFE = "/%:@!$&'()*+,;=~?-._"
_WEB_PORTS = frozenset({80, 443})
_FIRST_FREE_PORT = 1024
"""Below it other services listen (mail, time, files), which an address in a page could be meant to reach."""


@dataclass(frozen=True, slots=True)
class Hop:
    """One address taken apart: where to connect and what to ask for."""

    scheme: str
    host: str
    port: int
    target: str

    def is_beside(self, other: Hop) -> bool:
        """Whether both are of one scheme, host and port, for which one robots.txt holds."""
        return (self.scheme, self.host.lower(), self.port) == (other.scheme, other.host.lower(), other.port)


def take_apart(address: str, allow_hosts: Collection[str]) -> Hop:
    """The parts of an address; raises FetchRefused unless it is http or https, without user name, on a port of the web.

    A host named in `allow_hosts` may be on any port.
    """
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise FetchRefused(f"{address}: only http and https addresses can be fetched: save the page and give the file")
    if parts.username is not None or parts.password is not None:
        raise FetchRefused(f"{address}: an address with a user name in it is not fetched: save the page yourself")
    host = parts.hostname if parts.hostname.isascii() else parts.hostname.encode("idna").decode("ascii")
    port = parts.port if parts.port is not None else (443 if parts.scheme == "https" else 80)
    if port < _FIRST_FREE_PORT and port not in _WEB_PORTS and host not in allow_hosts:
        raise FetchRefused(f"{address}: port {port} is none of the web: save the page yourself")
    query = f"?{quote(parts.query, safe=_SAFE)}" if parts.query else ""
    return Hop(parts.scheme, host, port, quote(parts.path or "/", safe=_SAFE) + query)


def is_public(text: str) -> bool:
    """Whether an IP address is one of the public internet, IPv4 addresses inside IPv6 ones looked at too."""
    address: Address = ipaddress.ip_address(text.partition("%")[0])
    inner = _embedded(address)
    if inner is not None:
        return is_public(str(inner))
    if any(address in network for network in _CLOSED):
        return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def _embedded(address: Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address that a connection to this IPv6 address ends at."""
    if not isinstance(address, ipaddress.IPv6Address):
        return None
    return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF) if address in _NAT64 else address.ipv4_mapped


def checked_address(host: str, port: int, allow_hosts: Collection[str], seconds: float) -> str:
    """An IP address of `host` to connect to; raises FetchRefused where any of its addresses is not public."""
    found = _resolve(host, port, seconds)
    if host not in allow_hosts:
        for address in found:
            if not is_public(address):
                raise FetchRefused(f"{host}: {address} is no public address: save the page yourself")
    return found[0]


def _resolve(host: str, port: int, seconds: float) -> list[str]:
    """The addresses of a host. The system's resolver takes no time limit, so it works in a thread left behind."""
    found: list[str] = []

    def ask() -> None:
        try:
            infos = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError):
            return
        found.extend(dict.fromkeys(str(info[4][0]) for info in infos))

    asking = threading.Thread(target=ask, daemon=True)
    asking.start()
    asking.join(seconds)
    if not found:
        raise InputError(f"{host}: this host is not known: check the address and the network")
    return found
