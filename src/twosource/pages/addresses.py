"""Which network addresses may be fetched: public ones, checked before each connection."""

from __future__ import annotations

import ipaddress
import socket
import threading
from collections.abc import Collection

from twosource.errors import FetchRefused, InputError

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


def is_public(text: str) -> bool:
    """Whether an IP address is one of the public internet, IPv4 addresses inside IPv6 ones looked at too."""
    address: Address = ipaddress.ip_address(text.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        inner = _embedded(address)
        if inner is not None:
            return is_public(str(inner))
    return address.is_global and not address.is_multicast and not address.is_reserved


def _embedded(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    if address.teredo:
        return address.teredo[1]
    return address.ipv4_mapped or address.sixtofour


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
