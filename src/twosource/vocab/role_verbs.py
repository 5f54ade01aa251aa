"""Verbs that say what became of those counted, where it matters who does it or what goes along with them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple, cast

from twosource.vocab.rows import rows, split
from twosource.vocab.word_sets import word_set

if TYPE_CHECKING:
    from twosource.vocab.counts import FreedPart

_ANYTHING: frozenset[str] = frozenset()


class Befalling(NamedTuple):
    """One way to tell it; an empty set asks for nothing. The fields are the columns of role_verbs.tsv."""

    along: frozenset[str]
    never: frozenset[str]
    part: FreedPart
    by: frozenset[str]
    amid: frozenset[str]
    who: frozenset[str]
    role: str


@cache
def befalling() -> dict[str, tuple[Befalling, ...]]:
    """The ways to tell what became of those counted, by the lemma of their verb or noun."""
    found: dict[str, tuple[Befalling, ...]] = {}
    for row in rows("role_verbs.tsv"):
        for word in split(row["words"]):
            found[word] = (*found.get(word, ()), _way(row))
    return found


def _way(row: dict[str, str]) -> Befalling:
    by, amid, who = (word_set(row[c]) if row[c] else _ANYTHING for c in ("by", "amid", "who"))
    along, never = frozenset(split(row["with"])), frozenset(split(row["not"]))
    return Befalling(along, never, cast("FreedPart", row["of"]), by, amid, who, row["role"])
