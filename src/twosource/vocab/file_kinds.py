"""Kinds of files that are refused, by extension, by their first bytes, or by how their text opens."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from twosource.vocab.rows import rows, split

DESK_FILE = "desk.sqlite"
"""What makes a folder a desk: what lies beside it is the desk's, and no report."""
ADVICE = {
    "later": "it is not supported yet: save it as text or HTML",
    "file": "save it and give the file itself",
    "watch": "follow it with `twosource watch`",
    "unpack": "unpack it and give the files in it",
    "media": "it holds no text: leave it out",
    "aside": "give the report itself, as text or HTML",
}
"""What to do about each `what` of the table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileKind:
    """A kind of file: its name with an article, its signatures as (offset, bytes), and what to do about it."""

    name: str
    extensions: tuple[str, ...]
    signatures: tuple[tuple[int, bytes], ...]
    openings: tuple[str, ...]
    what: str

    @property
    def advice(self) -> str:
        """What to do about such a file."""
        return ADVICE[self.what]


@cache
def file_kinds() -> tuple[FileKind, ...]:
    """All kinds in the order of the table."""
    return tuple(
        FileKind(
            name=row["name"],
            extensions=split(row["extensions"]),
            signatures=tuple(_signature(cell) for cell in split(row["bytes"])),
            openings=split(row["opening"]),
            what=row["what"],
        )
        for row in rows("file_kinds.tsv")
    )


def _signature(cell: str) -> tuple[int, bytes]:
    offset, _, digits = cell.partition(":")
    return int(offset), bytes.fromhex(digits)


def kind_by_extension(extension: str) -> FileKind | None:
    """The kind of files with this extension (no dot, any case), None where such files may be read."""
    wanted = extension.lower()
    return next((kind for kind in file_kinds() if wanted in kind.extensions), None)


def kind_by_bytes(head: bytes) -> FileKind | None:
    """The kind that the first bytes of a file show, None if they show none of the table."""
    for kind in file_kinds():
        if any(head[offset : offset + len(sign)] == sign for offset, sign in kind.signatures):
            return kind
    return None


def kind_by_opening(text: str) -> FileKind | None:
    """The kind that the first words of a text show (declaration and white space taken off before)."""
    wanted = text.lower()
    return next((kind for kind in file_kinds() if kind.openings and wanted.startswith(kind.openings)), None)
