"""The vectors of an article's claims as bytes: the record leaves them out, and findings are made with them."""

from __future__ import annotations

import sqlite3
import struct
from collections.abc import Iterator, Sequence
from dataclasses import replace

from twosource.model import Claim

_HEAD = struct.Struct("<IH")
"""A claim's place among the article's, and the bytes of its vector: 768 with the shipped model, for some 20."""


def keep_vectors(connection: sqlite3.Connection, article: str, claims: Sequence[Claim]) -> None:
    """Writes the vectors of an article's claims, if they have any."""
    packed = b"".join(_HEAD.pack(n, len(c.vector)) + c.vector for n, c in enumerate(claims) if c.vector)
    if packed:
        connection.execute("INSERT INTO vectors (article, claims) VALUES (?, ?)", (article, packed))


def with_vectors(claims: Sequence[Claim], packed: bytes) -> tuple[Claim, ...]:
    """The claims with the vectors that were kept of them."""
    held = dict(_unpacked(packed))
    return tuple(replace(claim, vector=held[n]) if n in held else claim for n, claim in enumerate(claims))


def _unpacked(packed: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at < len(packed):
        number, length = _HEAD.unpack_from(packed, at)
        at += _HEAD.size + length
        yield number, packed[at - length : at]
