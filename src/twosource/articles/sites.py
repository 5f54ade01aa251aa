"""The site that an address leads to, also where the address is that of an archive's copy."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_ARCHIVED = re.compile(
    r"^https?://(?:web\.archive\.org|archive\.(?:is|ph|today|org)|webcache\.\S{1,80}?)/\S{0,200}?(?=https?:)"
)
_SITE = re.compile(r"(?:www\d?|m|amp)\.(?=[^.]{1,80}\.)")


def original_address(address: str) -> str:
    """The address that an archive's copy was made from; any other address as it is."""
    return _ARCHIVED.sub("", address[:2000], count=1)


def site_of(address: str) -> str:
    """The name of the site, without "www." and the like: "example.org"; empty for files and bare numbers."""
    try:
        host = (urlsplit(original_address(address)).hostname or "") if "://" in address else ""
    except ValueError:
        return ""
    labels = host.split(".")
    return _SITE.sub("", host, count=1) if len(labels) > 1 and labels[-1].isalpha() and all(labels) else ""
