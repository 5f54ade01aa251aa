"""What the listing of inputs yields: a capture for each page that can be read, a failure for each that cannot."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import PurePath

from twosource.errors import InputError
from twosource.model import Given


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """One input as it came. `media_type` None: the page decides; `encoding`: what its sender declared, a label.

    `notes`: what its reader must be told, which becomes warnings of the record.
    """

    location: str
    raw: bytes = field(repr=False)
    media_type: str | None = None
    given: Given = field(default_factory=Given)
    encoding: str | None = None
    retrieved: str | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """One input that cannot be read; `str(error)` names it, says what is wrong and what to do."""

    location: str
    input_id: str | None
    error: InputError


def input_id_of(found: Capture | Failure) -> str:
    """The id that an input itself has: the one it gave, else the last part of where it came from."""
    given = found.given.input_id if isinstance(found, Capture) else found.input_id
    return given or PurePath(found.location).name or found.location
