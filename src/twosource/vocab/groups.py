"""Nouns of groups and bodies that act, and the words by which a text says that two names mean the same one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import cast

from twosource.model import ActorKind
from twosource.vocab.names import portfolios
from twosource.vocab.rows import lines, rows, split


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupNoun:
    """A noun of a group: `group_class` joins nouns that can mean the same group, `bare`: it acts unnamed too."""

    group_class: str
    kind: ActorKind
    sectors: tuple[str, ...]
    bare: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AliasLink:
    """Words between two names of the same one; `after` must follow the second name, `what` tells a reader."""

    after: str
    what: str


@cache
def group_nouns() -> dict[str, GroupNoun]:
    """Nouns of groups in small letters; a noun in two rows keeps the first."""
    found: dict[str, GroupNoun] = {}
    for row in rows("group_nouns.tsv"):
        noun = GroupNoun(
            group_class=row["class"],
            kind=cast("ActorKind", row["kind"]),
            sectors=split(row["sectors"]),
            bare=row["bare"] == "yes",
        )
        for words in split(row["words"]):
            found.setdefault(words, noun)
    return {**_bodies_of_states(), **found}


def _bodies_of_states() -> dict[str, GroupNoun]:
    """The ministries of all portfolios ("health ministry", "ministry of health"), and the bodies that are named."""
    nouns: dict[str, GroupNoun] = {}
    for words, (_, sector) in portfolios().items():
        sectors = tuple(dict.fromkeys(("GOV", sector)))
        ministry = GroupNoun(group_class="ministry", kind="organization", sectors=sectors, bare=True)
        nouns |= {f"{words} ministry": ministry, f"ministry of {words}": ministry}
    agency = GroupNoun(group_class="agency", kind="organization", sectors=("GOV",), bare=True)
    return nouns | {words: agency for words, named in state_bodies().items() if named and words not in nouns}


@cache
def state_bodies() -> dict[str, bool]:
    """Bodies of which a state has one, in small letters, to whether these words name them ("the central bank")."""
    listed = {words: row["named"] == "yes" for row in rows("state_bodies.tsv") for words in split(row["words"])}
    ministries = (form for words in portfolios() for form in (f"{words} ministry", f"ministry of {words}"))
    return listed | dict.fromkeys(ministries, True)


@cache
def first_words() -> frozenset[str]:
    """The first words of all nouns of groups."""
    return frozenset(words.split(" ")[0] for words in group_nouns())


@cache
def alias_links() -> dict[str, AliasLink]:
    """Tokens between two names (small letters, blanks between) to what they say."""
    return {row["between"]: AliasLink(after=row["after"], what=row["what"]) for row in rows("alias_links.tsv")}


@cache
def alias_remarks() -> tuple[tuple[str, ...], ...]:
    """Remarks after a quotation that a name in it is another name of what follows, as tokens, longest first."""
    body = lines("alias_remarks.tsv")
    next(body)
    return tuple(sorted((tuple(line.split(" ")) for line in body), key=len, reverse=True))


@cache
def office_verbs() -> dict[str, str]:
    """Verbs after "who" ("heads") to the noun of the office that they amount to."""
    return {row["verb"]: row["head"] for row in rows("office_verbs.tsv")}


@cache
def holding_verbs() -> dict[str, str]:
    """Verbs between somebody and an office ("served as", "has been named") to when it is held: now or once."""
    return {verb: row["held"] for row in rows("holding_verbs.tsv") for verb in split(row["verbs"])}


@cache
def office_adverbs() -> dict[str, str]:
    """Words before an office in apposition ("until then") to when it is held: now or once."""
    return {words: row["held"] for row in rows("office_adverbs.tsv") for words in split(row["words"])}


@cache
def head_means() -> dict[str, frozenset[str]]:
    """General words for office holders ("chief") to the classes of offices that each can mean."""
    return {row["word"]: frozenset(split(row["classes"])) for row in rows("head_means.tsv")}
