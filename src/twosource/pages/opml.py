"""OPML: the lists of feeds that feed readers write. A list is no report: `twosource watch` follows what it names."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.entities import html5

from twosource.errors import InputError, PageTooLarge
from twosource.pages.capture import Failure
from twosource.pages.entries import one_line, web_address
from twosource.pages.limits import FEED_BYTES
from twosource.pages.prolog import bare_xml, opens_with

_ROOT = re.compile(r"<opml[\s>]", re.IGNORECASE)
_AMPERSAND = re.compile(rb"&(#?[a-zA-Z0-9]{1,31};)?")
_OF_XML = frozenset({b"amp;", b"lt;", b"gt;", b"quot;", b"apos;"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscription:
    """One feed of a list: its title, the address itself where it has none, and its address."""

    title: str
    address: str


def is_opml(raw: bytes) -> bool:
    """Whether these bytes, or the first of a file, open a list of feeds."""
    return opens_with(raw, _ROOT)


def read_opml(raw: bytes, location: str) -> tuple[Subscription | Failure, ...]:
    """The feeds of a list, however nested, each address once; a failure for each that cannot be followed.

    Raises InputError where this is no list or has no feed.
    """
    if len(raw) > FEED_BYTES:
        raise PageTooLarge(f"{location}: this list is larger than {FEED_BYTES >> 20} MiB: split it")
    if not is_opml(raw):
        raise InputError(f"{location}: this is no OPML: export the list of feeds from your feed reader again")
    found: dict[str, Subscription | Failure] = {}
    for one in _subscriptions(raw, location):
        found.setdefault(one.address if isinstance(one, Subscription) else one.location, one)
    if not found:
        raise InputError(f"{location}: there is no feed in this list: each outline needs an xmlUrl")
    return tuple(found.values())


def _subscriptions(raw: bytes, location: str) -> Iterator[Subscription | Failure]:
    for number, fields in enumerate(_outlines(raw, location), 1):
        address = fields.get("xmlurl", "").strip()
        title = one_line(fields.get("title") or fields.get("text") or "")
        if address:
            checked = web_address("", address)
            where = f"{location}#{title or number}"
            yield Subscription(title=title or checked, address=checked) if checked else _refused(where, address)
        elif fields.get("type", "").lower() in ("rss", "atom"):
            reason = f"{location}#{title or number}: this outline has no xmlUrl: add the address of its feed"
            yield Failure(location=f"{location}#{title or number}", input_id=title, error=InputError(reason))


def _refused(where: str, address: str) -> Failure:
    reason = f"{where}: {address[:200]!r} is no http or https address: correct it in the list"
    return Failure(location=f"{where} {address}", input_id=address, error=InputError(reason))


def _outlines(raw: bytes, location: str) -> Iterator[dict[str, str]]:
    """The attributes of each outline in the order of the list, their names in lower case."""
    from lxml import etree

    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True
    )
    try:
        root = etree.fromstring(_AMPERSAND.sub(_character, bare_xml(raw)), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise InputError(f"{location}: this OPML is damaged ({error}): export the list again") from error
    for element in root.iter() if root is not None else ():
        if isinstance(element.tag, str) and etree.QName(element).localname.lower() == "outline":
            yield {str(name).lower(): str(value) for name, value in element.attrib.items()}


def _character(found: re.Match[bytes]) -> bytes:
    """What XML knows stays; entities of HTML become their characters; any other ampersand is meant as one."""
    name = found[1] or b""
    if name in _OF_XML or name.startswith(b"#"):
        return found[0]
    known = html5.get(name.decode("ascii"))
    return html.escape(known).encode() if known and name else b"&amp;" + name
