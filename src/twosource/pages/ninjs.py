"""News in JSON as agencies send it (IPTC ninjs 1.x to 3.x), as one of our rows."""

from __future__ import annotations

from typing import Any

from twosource.pages.entries import under_title

_OLD_BODIES = {"body_html": "text/html", "body_xhtml": "application/xhtml+xml", "body_text": "text/plain"}
"""Where ninjs 1.x and 2.x have the text, by its media type, the best first."""
_READABLE = tuple(_OLD_BODIES.values())


def row_of_ninjs(item: object) -> object:
    """The row that says what an object of ninjs says; anything else as it is. What has another type is left out."""
    if not isinstance(item, dict) or "text" in item or "html" in item:
        return item
    bodies = _bodies(item)
    if not bodies:
        return item
    media_type, body = min(bodies, key=lambda found: (_READABLE.index(found[0]), -len(found[1])))
    title = _headline(item)
    plain = media_type == "text/plain"
    content = {"text": body} if plain else {"html": under_title(body, title, is_html=True)}
    date = item.get("versioncreated") or item.get("firstcreated")
    said = {"id": item.get("uri"), "title": title or None, "date": date, "outlet": _source(item)}
    return content | {name: value for name, value in said.items() if isinstance(value, str)}


def _bodies(item: dict[str, Any]) -> list[tuple[str, str]]:
    """The media types and the texts of an object; captions and the like are shorter than the text."""
    found = [(str(body.get("contenttype") or "text/plain").lower(), body.get("value")) for body in _all(item, "bodies")]
    found += [(media_type, item.get(name)) for name, media_type in _OLD_BODIES.items()]
    return [(kind, text) for kind, text in found if kind in _READABLE and isinstance(text, str) and text.strip()]


def _headline(item: dict[str, Any]) -> str:
    """The main headline, else the first."""
    headlines = sorted(_all(item, "headlines"), key=lambda one: one.get("role") != "main")
    found = [one.get("value") for one in headlines] + [item.get("headline"), item.get("title")]
    return next((value.strip() for value in found if isinstance(value, str) and value.strip()), "")


def _source(item: dict[str, Any]) -> object:
    return next((one.get("name") for one in _all(item, "infosources")), None)


def _all(item: dict[str, Any], name: str) -> list[dict[str, Any]]:
    found = item.get(name)
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []
