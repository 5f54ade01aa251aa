"""An article that is to be kept, as it goes from process to process: packed where it was read, written as it came."""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from functools import cached_property
from typing import Any

from twosource.codec import decode, dump, record_json
from twosource.model import Claim, Given, Reading, Record
from twosource.stores.base.articles import Row, row_of, searched_text
from twosource.stores.base.facets import Facet, facets_of

_HEAD = struct.Struct("<IH")
"""A claim's place among the article's, and the bytes of its vector: 768 with the shipped model, for some 20."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Packed:
    """A reading without its capture, markup and analysis.

    `given`: what the user said of the input, JSON; `top`: see `Reading`; `record`: the rest, zlib of JSON;
    `vectors`: of the claims, which the record leaves out.
    """

    given: bytes
    top: bytes
    record: bytes
    vectors: bytes = b""

    @classmethod
    def of(cls, reading: Reading) -> Packed:
        """Packs a reading, in about 4 ms."""
        record = Record(
            pages=(reading.page,),
            articles=(reading.article,),
            actors=reading.actors,
            quotes=reading.quotes,
            times=reading.times,
            places=reading.places,
            quantities=reading.quantities,
            events=reading.events,
            claims=reading.claims,
            warnings=reading.warnings,
        )
        return cls(
            given=json.dumps(asdict(reading.page.given)).encode(),
            top=reading.top,
            record=zlib.compress(dump(record_json(record)).encode("utf-8", "surrogatepass")),
            vectors=_packed(reading.claims),
        )

    def reading(self) -> Reading:
        """The reading, as `kept_form` says."""
        # Checked when it was read, and zlib has a checksum: to look at each selector again takes 0.8 of 4 ms.
        record = decode(Record, json.loads(zlib.decompress(self.record)), "record")
        (page,), (article,) = record.pages, record.articles
        return Reading(
            page=replace(page, given=Given(**json.loads(self.given))),
            article=article,
            top=self.top,
            actors=record.actors,
            quotes=record.quotes,
            times=record.times,
            places=record.places,
            quantities=record.quantities,
            events=record.events,
            claims=_with_vectors(record.claims, self.vectors),
            warnings=record.warnings,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """What is written of an article: its reading, its capture (zlib), and what it is listed, found and known again by.

    `row` has neither number nor story; `address` and `retrieved`: where and when it was seen, None: not known.
    """

    row: Row
    packed: Packed
    capture: bytes
    searched: str
    facets: tuple[Facet, ...]
    address: str | None
    retrieved: str | None
    warnings: tuple[str, ...]

    @classmethod
    def of(cls, reading: Reading) -> Form:
        """The form of a reading that has its capture."""
        return cls(
            row=row_of(0, reading),
            packed=Packed.of(reading),
            capture=zlib.compress(reading.page.raw),
            searched=searched_text(reading),
            facets=facets_of(reading),
            address=reading.article.address,
            retrieved=reading.page.retrieved,
            warnings=reading.warnings,
        )

    def reading(self) -> Reading:
        """The reading with its capture, as `kept_form` says."""
        reading = self.packed.reading()
        return replace(reading, page=replace(reading.page, raw=zlib.decompress(self.capture)))


class Arrival:
    """An article that is to be kept: its capture and what was found in it alone; `made_by`: by what (the analyzer).

    The analysis of its language is not kept. Pickled, it is its form: a third of the bytes of the reading, and of the
    time that another process takes to have it, for it reads no more of them than it asks for.
    """

    def __init__(self, *, reading: Reading | None = None, form: Form | None = None, made_by: str) -> None:
        """Of a reading with its capture (`page.raw`), or of the form of one."""
        self._reading, self._form, self.made_by = reading, form, made_by

    @cached_property
    def form(self) -> Form:
        """What is written of it."""
        return self._form or Form.of(self.reading)

    @cached_property
    def reading(self) -> Reading:
        """What was found in it; of a form, without markup and analysis."""
        return self._reading or self.form.reading()

    @property
    def article(self) -> str:
        """The id of the article."""
        return self.form.row.article

    @property
    def warnings(self) -> tuple[str, ...]:
        """What a person should know of its reading."""
        return self.form.warnings

    def __reduce__(self) -> tuple[Any, ...]:
        return _of_form, (self.form, self.made_by)


def _of_form(form: Form, made_by: str) -> Arrival:
    return Arrival(form=form, made_by=made_by)


def _packed(claims: Sequence[Claim]) -> bytes:
    """The vectors of those claims that have one."""
    return b"".join(_HEAD.pack(n, len(c.vector)) + c.vector for n, c in enumerate(claims) if c.vector)


def _with_vectors(claims: Sequence[Claim], packed: bytes) -> tuple[Claim, ...]:
    """The claims with the vectors that were kept of them."""
    held = dict(_unpacked(packed))
    return tuple(replace(claim, vector=held[n]) if n in held else claim for n, claim in enumerate(claims))


def _unpacked(packed: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at < len(packed):
        number, length = _HEAD.unpack_from(packed, at)
        at += _HEAD.size + length
        yield number, packed[at - length : at]
