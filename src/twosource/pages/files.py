"""Reads files, never more of one than its limit, and never one that is no plain file."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import BinaryIO

from twosource.errors import InputError, PageTooLarge
from twosource.model import Given
from twosource.pages.capture import Capture
from twosource.pages.decode import clean
from twosource.pages.limits import RAW_BYTES
from twosource.pages.refuse import extension_of, refuse

GZIP = b"\x1f\x8b"
_MEDIA_TYPES = {
    "html": "text/html",
    "htm": "text/html",
    "xhtml": "application/xhtml+xml",
    "xht": "application/xhtml+xml",
}


def capture_of(location: str, raw: bytes, name: str) -> Capture:
    """The capture of the bytes of a file called `name`; raises InputError where they hold no page."""
    extension = extension_of(name)
    refuse(location, raw, extension)
    given = Given(input_id=clean(name))
    return Capture(location=clean(location), raw=raw, media_type=_MEDIA_TYPES.get(extension), given=given)


def is_folder(path: Path) -> bool:
    """Whether `path` is a folder; a path that cannot be looked at is none."""
    try:
        return path.is_dir()
    except OSError:
        return False


def check_file(path: Path) -> None:
    """Raises InputError unless `path` is a plain file."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        raise unreadable(str(path), error) from error
    if not stat.S_ISREG(mode):
        raise InputError(f"{path}: this is a device or a pipe, not a file: pipe its text in and give - instead")


def open_file(path: Path) -> BinaryIO:
    """Opens a plain file for reading; raises InputError where that is not allowed."""
    try:
        return path.open("rb")
    except OSError as error:
        raise unreadable(str(path), error) from error


def read_bounded(stream: BinaryIO, location: str) -> bytes:
    """All bytes of `stream`; raises PageTooLarge as soon as there are more than RAW_BYTES."""
    try:
        raw = stream.read(RAW_BYTES + 1)
    except OSError as error:
        raise unreadable(location, error) from error
    if len(raw) > RAW_BYTES:
        raise too_large(location)
    return raw


def too_large(location: str) -> PageTooLarge:
    """What is said of an input above RAW_BYTES."""
    return PageTooLarge(f"{location}: it is larger than {RAW_BYTES >> 20} MiB: split it into its pages")


def unreadable(location: str, error: Exception) -> InputError:
    """What the system says about a path, in words for its user."""
    if isinstance(error, FileNotFoundError):
        return InputError(f"{location}: there is no such file or folder: check the path")
    if isinstance(error, PermissionError):
        return InputError(f"{location}: reading it is not permitted: change its permissions or copy it")
    reason = getattr(error, "strerror", None) or str(error)
    return InputError(f"{location}: it cannot be read ({reason}): check the path")
