"""Words around counts: hedges, units, tolls, nouns for persons, things that carry numbers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import TYPE_CHECKING, Literal

from twosource.vocab.rows import lines, rows

if TYPE_CHECKING:
    from collections.abc import Iterator

Effect = Literal["about", "least", "more", "most", "less"]
TollUse = Literal["done", "doing", "noun", "of", "hit", "hit-doing", "fatal", "driving"]
PhraseUse = Literal["phrase", "moved", "driven"]


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in order and what they mean: an effect on the number, or a unit."""

    words: tuple[str, ...]
    means: str


@cache
def hedges(place: Literal["before", "after"]) -> dict[str, tuple[Phrase, ...]]:
    """Hedges by the word next to the number (the last one before it, the first after it), longest first."""
    kept = [Phrase(tuple(r["phrase"].split(" ")), r["effect"]) for r in rows("hedges.tsv") if r["place"] == place]
    return _by_word(kept, -1 if place == "before" else 0)


@cache
def units(place: Literal["before", "after"]) -> dict[str, tuple[Phrase, ...]]:
    """Units by the word next to the number, longest first; money is in ISO 4217 codes."""
    kept = [Phrase(tuple(r["word"].split(" ")), r["unit"]) for r in rows("units.tsv") if r["place"] == place]
    return _by_word(kept, -1 if place == "before" else 0)


def _by_word(phrases: list[Phrase], at: int) -> dict[str, tuple[Phrase, ...]]:
    found: dict[str, list[Phrase]] = {}
    for phrase in phrases:
        found.setdefault(phrase.words[at], []).append(phrase)
    return {word: tuple(sorted(entries, key=lambda p: -len(p.words))) for word, entries in found.items()}


@cache
def toll_words(use: TollUse) -> dict[str, str]:
    """Words of one use to the role they give: killed, injured, missing, arrested, displaced, participants."""
    return {row["word"]: row["role"] for row in rows("toll_words.tsv") if row["use"] == use}


@cache
def toll_phrases(use: PhraseUse = "phrase") -> dict[str, tuple[Phrase, ...]]:
    """Set phrases that say what became of those counted ("in custody"), by their first word; they mean a role."""
    found = [(r["word"], r["role"]) for r in rows("toll_words.tsv") if r["use"] == use]
    return _by_word([Phrase(words, role) for row, role in found for words in _either(row)], 0)


def _either(row: str) -> Iterator[tuple[str, ...]]:
    """The phrases of a row: "moved to shelter/shelters" is two."""
    return product(*(word.split("/") for word in row.split(" ")))


@cache
def person_nouns() -> dict[str, bool]:
    """Nouns for persons in singular (True) and plural (False)."""
    singular = dict.fromkeys(lines("person_nouns.txt"), True)
    return dict.fromkeys(map(_plural, singular), False) | {"people": False, "troops": False, "others": False} | singular


_IRREGULAR = {"child": "children", "schoolchild": "schoolchildren", "wife": "wives", "thief": "thieves"}


def _plural(noun: str) -> str:
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun.endswith("man"):
        return noun[:-2] + "en"
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "ch", "sh", "x")) else "s")


@cache
def numbered_things() -> frozenset[str]:
    """Words after which a number is a name ("Flight 370")."""
    return frozenset(lines("numbered.txt"))
