"""Words around counts: hedges, units, tolls, nouns for persons, things that carry numbers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeVar, cast

from twosource.vocab.rows import lines, rows, split
from twosource.vocab.wordings import wording

if TYPE_CHECKING:
    from collections.abc import Iterable

    from twosource.vocab.wordings import Wording

T = TypeVar("T")

Effect = Literal["about", "least", "more", "most", "less"]
TollUse = Literal["done", "doing", "noun", "of", "by", "hit", "hit-doing", "fatal"]
VerbUse = Literal["moves", "takes", "forces", "orders", "takes-in", "clears"]
MovedUse = Literal["to", "safety", "from", "forced", "ordered", "whole"]
FreedPart = Literal["object", "subject", "noun", "grant"]
FreedWho = Literal["persons", "seized", "held", "captives"]


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
    return _grouped((p.words[at], p) for p in sorted(phrases, key=lambda p: -len(p.words)))


def _grouped(pairs: Iterable[tuple[str, T]]) -> dict[str, tuple[T, ...]]:
    """What goes with each word, in the order given."""
    found: dict[str, list[T]] = {}
    for word, one in pairs:
        found.setdefault(word, []).append(one)
    return {word: tuple(ones) for word, ones in found.items()}


@cache
def toll_words(use: TollUse) -> dict[str, str]:
    """Words of one use to the role they give, as `Quantity.role`: killed, injured, missing, arrested and so on."""
    return {row["word"]: row["role"] for row in rows("toll_words.tsv") if row["use"] == use}


@cache
def toll_phrases() -> dict[str, tuple[tuple[Wording, str], ...]]:
    """Set phrases that say what became of those counted ("in custody") with their role, by their first words."""
    told = [(wording(row["word"]), row["role"]) for row in rows("toll_words.tsv") if row["use"] == "phrase"]
    return _grouped((word, (phrase, role)) for phrase, role in told for word in sorted(phrase[0].words))


@cache
def moving_verbs(use: VerbUse) -> frozenset[str]:
    """Forms of verbs whose object is moved from home if the words after it say so: "moved", "forcing"."""
    return frozenset(row["word"] for row in rows("moved_words.tsv") if row["use"] == use)


@cache
def moved_phrases(use: MovedUse) -> dict[str, tuple[Wording, ...]]:
    """Phrases of those moved from home by their first words: "to a gym" after a verb, "slept in tents" alone."""
    told = [wording(row["word"]) for row in rows("moved_words.tsv") if row["use"] == use]
    return _grouped((word, phrase) for phrase in told for word in sorted(phrase[0].words))


class Freeing(NamedTuple):
    """One way to say that somebody is freed: the words that must go with the verb or noun, and who is freed by it."""

    along: frozenset[str]
    part: FreedPart
    who: FreedWho


@cache
def freeing() -> dict[str, tuple[Freeing, ...]]:
    """The ways to say that somebody is freed, by the lemma of their verb or noun."""
    return _grouped((row["word"], _freeing(row)) for row in rows("freed_words.tsv"))


def _freeing(row: dict[str, str]) -> Freeing:
    return Freeing(frozenset(split(row["with"])), cast("FreedPart", row["of"]), cast("FreedWho", row["who"]))


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
