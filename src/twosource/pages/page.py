"""Makes a page of a capture: characters, visible text, and the way back to the bytes."""

from __future__ import annotations

import re

from twosource.errors import InputError, PageTooLarge
from twosource.model import OffsetMap, Page, page_id
from twosource.pages.capture import Capture
from twosource.pages.decode import Decoded, decode
from twosource.pages.limits import LINE_CHARACTERS, TEXT_CHARACTERS
from twosource.pages.widths import compose
from twosource.text.markup import visible_text

_TAG = re.compile(r"<[a-zA-Z!/?]")
_OPENING = re.compile(
    r"""(?:\s++|\ufeff|<\?[^>]{0,500}>|<!--[^>]{0,500}>)*+
    <(?:!doctype\ html|html|head|body|title|meta|script|style
       |article|main|section|header|div|h[1-3]|p|table|a|b)[\s>]""",
    re.IGNORECASE | re.VERBOSE,
)


def make_page(capture: Capture) -> Page:
    """Decodes a capture and reads its visible text; raises InputError where there is none, or too much of it."""
    decoded = decode(capture.raw, capture.encoding)
    media_type = _media_type(capture.media_type, decoded.text)
    html = media_type != "text/plain"
    text, offsets = _visible(decoded) if html else (decoded.text, decoded.offsets)
    _check(capture.location, text, html=html)
    return Page(
        id=page_id(capture.raw),
        location=capture.location,
        media_type=media_type,
        text=text,
        retrieved=capture.retrieved,
        encoding=decoded.encoding,
        given=capture.given,
        raw=capture.raw,
        markup=decoded.text if html else None,
        offsets=offsets,
    )


def _media_type(hint: str | None, text: str) -> str:
    """HTML without one tag is plain text; without a hint the page's opening decides."""
    if hint == "text/plain" or (hint is None and not _OPENING.match(text)):
        return "text/plain"
    if not _TAG.search(text):
        return "text/plain"
    return hint or "text/html"


def _visible(decoded: Decoded) -> tuple[str, OffsetMap]:
    found = visible_text(decoded.text)
    return found.text, compose(found.offsets, decoded.offsets)


def _check(location: str, text: str, *, html: bool) -> None:
    if not text.strip():
        what = "the page shows no text" if html else "there is only white space in it"
        raise InputError(f"{location}: {what}: open it in a browser and save what you see there")
    if len(text) > TEXT_CHARACTERS:
        many = f"{len(text):,} characters, more than {TEXT_CHARACTERS:,}"
        raise PageTooLarge(f"{location}: the page is too long ({many}): split it into its reports")
    if max(map(len, text.splitlines())) > LINE_CHARACTERS:
        raise PageTooLarge(f"{location}: a line is longer than {LINE_CHARACTERS:,} characters: this is no report")
