"""The folder of a desk."""

from __future__ import annotations

from pathlib import Path

from twosource.errors import StoreError
from twosource.stores.sqlite import SqliteStore
from twosource.vocab.file_kinds import DESK_FILE


def make_desk(folder: Path) -> SqliteStore:
    """A new desk in a folder that is not there yet, or empty; raises StoreError where something else is in it."""
    if (folder / DESK_FILE).exists():
        raise StoreError(f"{folder}: a desk is here already: add reports with `twosource add INPUT… --desk {folder}`")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise StoreError(f"{folder}: this folder holds other files: name a new one")
    except OSError as error:
        raise StoreError(f"{folder}: no folder can be made here ({error.strerror}): choose another") from error
    return SqliteStore(folder / DESK_FILE, create=True)


def open_desk(folder: Path) -> SqliteStore:
    """The desk in a folder; raises StoreError where none is."""
    return SqliteStore(folder / DESK_FILE)
