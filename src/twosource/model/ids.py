"""Ids are hashes of content: reading the same input twice gives the same records."""

from __future__ import annotations

import hashlib


def content_id(kind: str, *parts: object) -> str:
    """A short stable id such as `quote:1f0c…` from whatever tells this record from all others of its kind."""
    text = "\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass")
    return f"{kind}:{hashlib.blake2b(text, digest_size=8).hexdigest()}"


def page_id(raw: bytes) -> str:
    """The id of a page: the SHA-256 of its captured bytes."""
    return f"sha256:{hashlib.sha256(raw).hexdigest()}"
