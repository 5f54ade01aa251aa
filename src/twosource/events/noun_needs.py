"""What a noun of the tables needs before it names an event: a place after it, a word of parley or of violence."""

from __future__ import annotations

from twosource.events.affairs import carried, dated
from twosource.events.arguments import objects
from twosource.events.clauses import Clauses
from twosource.events.happening_nouns import NOUN_CHECKS, NounCheck
from twosource.events.lookup import Lookup
from twosource.events.needs import is_kind
from twosource.events.sums import priced
from twosource.vocab.events import Phrase as Row


def noun_needs(clauses: Clauses, lookup: Lookup, last: int, row: Row) -> bool:
    """Whether what a noun's row needs is there: a place after it, a word of parley or violence."""
    for need in row.needs:
        check = _CHECKS.get(need)
        if not (check(clauses, lookup, last, row) if check else clauses.classed.get(need)):
            return False
    return True


def _of_kind(kind: str) -> NounCheck:
    """Whether what follows is a place or an idea."""

    def check(clauses: Clauses, lookup: Lookup, last: int, row: Row) -> bool:
        return any(is_kind(clauses, lookup, p, frozenset({kind})) for p in objects(clauses, last + 1))

    return check


def _owned_by_rival(clauses: Clauses, lookup: Lookup, last: int, row: Row) -> bool:
    """Whether a person by name attacks ("Roe's attack on the council") and nothing tells of force: with words, then."""
    first = last + 1 - len(row.words)
    phrase = clauses.phrase_ending(first)
    if phrase is None or any(i != first for name in ("force", "violence") for i in clauses.classed.get(name, ())):
        return False
    owner = lookup.mentions.at(clauses.sentence.tokens[phrase.first].start)
    return owner is not None and owner.record.kind == "person" and owner.record.named


def _undated(clauses: Clauses, lookup: Lookup, last: int, row: Row) -> bool:
    """Whether no time follows the preposition that ends the words: "a strike on 12 May" is of workers."""
    return last + 1 not in clauses.outside


def _of_supplies(clauses: Clauses, lookup: Lookup, last: int, row: Row) -> bool:
    """Whether what follows is aid ("delivery of 9,000 doses")."""
    found = objects(clauses, last + 1)[:1]
    return any(p.first <= i < p.end for p in found for i in clauses.classed.get("relief", ()))


_CHECKS: dict[str, NounCheck] = {
    "place": _of_kind("place"),
    "idea": _of_kind("idea"),
    "rival": _owned_by_rival,
    "supplies": _of_supplies,
    "undated": _undated,
    "priced": priced,
    "carried": carried,
    "dated": dated,
    **NOUN_CHECKS,
}
"""Needs that are more than a word of that class in the sentence."""
