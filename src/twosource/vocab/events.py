"""What names an event and of which type (PLOVER 0.8 and two of our own), and what tells whether it is a fact."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast, get_args

from twosource.vocab.counts import person_nouns
from twosource.vocab.rows import rows, split

GAP = "~"
"""In a pattern: a few words between."""

NO_EVENT = "-"
"""The type of a row whose phrase names no event ("strike a chord")."""

STATEMENT = "STATEMENT"
"""Our type for what is said in public; PLOVER drops it (CAMEO 01)."""

OCCURRENCE = "OCCURRENCE"
"""Our type, with TimeML's word for it, for what happens and PLOVER does not code: disasters, votes, bids, deaths."""

OWN_TYPES = frozenset({STATEMENT, OCCURRENCE})
"""The types that are none of PLOVER's."""

CueRealis = Literal["asserted", "ongoing", "planned", "hypothetical", "negated", "historical"]


TOLD_VERBS = "told_verbs.tsv"
"""Verbs that tell of an occurrence only where it is told as done: what any row of another table names goes first."""

VERBS = ("event_verbs.tsv", "occurrence_verbs.tsv", TOLD_VERBS)
NOUNS = ("event_nouns.tsv", "occurrence_nouns.tsv")
"""The tables of what names an event; of rows that are equally specific those of the first win."""

OCCURRENCES = frozenset({*VERBS[1:], NOUNS[1]})
"""The tables whose rows without a type say that a phrase is no occurrence: a coded row of its length still fits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventType:
    """One type: `toward` brings in its recipient; `content`: what its actor speaks of has not happened."""

    name: str
    quad: str
    modes: tuple[str, ...]
    toward: frozenset[str]
    content: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """One row of the tables of verbs or nouns (`VERBS`, `NOUNS`): its words, and what it names.

    `roles` is for verbs, `of` for nouns; each set of `words` holds the alternatives at one position, GAP among them.
    """

    table: str
    pattern: str
    words: tuple[frozenset[str], ...]
    type: str
    mode: str
    context: str
    roles: str = ""
    needs: frozenset[str] = frozenset()
    of: str = ""
    mutual: bool = False
    """Whether all parties do it together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LightVerb:
    """A verb that carries an event noun: what its subject is (doer, recipient or the event), what realis it tells."""

    verb: tuple[str, ...]
    subject: str
    realis: CueRealis | None


@cache
def event_types() -> dict[str, EventType]:
    """The types of plover.tsv by name, in its order."""
    return {row["type"]: _type(row) for row in rows("plover.tsv")}


@cache
def event_kinds() -> tuple[str, ...]:
    """What reports can be found by that tell of it: the types, and the modes of occurrences in capitals."""
    return (*event_types(), *(mode.upper() for mode in event_types()[OCCURRENCE].modes))


def kinds_of(event_type: str, modes: Iterable[str]) -> tuple[str, ...]:
    """The kinds that an event is of: its type, of an occurrence its modes instead, if it has one."""
    return (tuple(mode.upper() for mode in modes) if event_type == OCCURRENCE else ()) or (event_type,)


def _type(row: dict[str, str]) -> EventType:
    return EventType(
        name=row["type"],
        quad=row["quad"],
        modes=split(row["modes"]),
        toward=frozenset(split(row["toward"])),
        content=row["content"] == "yes",
    )


@cache
def verb_phrases() -> dict[str, tuple[Phrase, ...]]:
    """The rows of `VERBS` by the lemma of their verb, the most specific first."""
    return _by_first_word(VERBS)


@cache
def noun_phrases() -> dict[str, tuple[Phrase, ...]]:
    """The rows of `NOUNS` by their first word, the most specific first."""
    return _by_first_word(NOUNS)


@cache
def verb_places() -> dict[str, dict[str, tuple[int, ...]]]:
    """The lemma of each verb of `VERBS` to the words that end its rows, and these to the places of those rows."""
    return {verb: _places(rows) for verb, rows in verb_phrases().items()}


def _places(rows: tuple[Phrase, ...]) -> dict[str, tuple[int, ...]]:
    found: dict[str, list[int]] = {}
    for place, row in enumerate(rows):
        for word in row.words[-1]:
            found.setdefault(word, []).append(place)
    return {word: tuple(places) for word, places in found.items()}


@cache
def verb_endings() -> dict[str, frozenset[str]]:
    """The lemma of each verb of `VERBS` to the words that end a row of it: none of them there, none fits."""
    return _endings(verb_phrases())


@cache
def noun_endings() -> dict[str, frozenset[str]]:
    """The first word of each row of `NOUNS` to the words that end a row with it."""
    return _endings(noun_phrases())


def _endings(phrases: dict[str, tuple[Phrase, ...]]) -> dict[str, frozenset[str]]:
    naming = {word: [row.words[-1] for row in rows if row.type != NO_EVENT] for word, rows in phrases.items()}
    return {word: frozenset[str]().union(*endings) for word, endings in naming.items() if endings}


def _by_first_word(tables: tuple[str, ...]) -> dict[str, tuple[Phrase, ...]]:
    found: dict[str, list[Phrase]] = {}
    for phrase in (_phrase(table, row) for table in tables for row in rows(table)):
        for word in split(phrase.pattern.split(" ")[0]):
            found.setdefault(word, []).append(phrase)
    return {word: tuple(sorted(phrases, key=_generality)) for word, phrases in found.items()}


def _generality(phrase: Phrase) -> tuple[bool, int, bool, int]:
    """Longer phrases come first; of equally long ones, those that name no event and those that need more.

    Those of `TOLD_VERBS` come after all others: they name what no other row does.
    """
    return phrase.table == TOLD_VERBS, -len(phrase.words), phrase.type != NO_EVENT, -len(phrase.needs)


def _phrase(table: str, row: dict[str, str]) -> Phrase:
    return Phrase(
        table=table,
        pattern=row["pattern"],
        words=tuple(frozenset(word.split("|")) for word in row["pattern"].split(" ")),
        type=row["type"],
        mode=row["mode"],
        context=row["context"],
        roles=row.get("roles", ""),
        needs=frozenset(row["needs"].split("+")) - {""} if "needs" in row else frozenset(),
        of=row.get("of", ""),
        mutual="mutual" in (row.get("roles"), row.get("of")),
    )


@cache
def light_verbs() -> dict[str, tuple[LightVerb, ...]]:
    """The rows of event_light_verbs.tsv by their first word, longer ones first."""
    found: dict[str, list[LightVerb]] = {}
    for row in rows("event_light_verbs.tsv"):
        verb = tuple(row["verb"].split(" "))
        light = LightVerb(verb=verb, subject=row["subject"], realis=_realis(row["realis"]))
        found.setdefault(verb[0], []).append(light)
    return {word: tuple(sorted(lights, key=lambda x: -len(x.verb))) for word, lights in found.items()}


@cache
def realis_cues(where: str) -> dict[str, CueRealis]:
    """The cues of realis_cues.tsv that stand `where` (auxiliary, governor, modifier, before, opener)."""
    found = ((row["cue"], _realis(row["realis"])) for row in rows("realis_cues.tsv") if row["where"] == where)
    return {cue: realis for cue, realis in found if realis}


def _realis(cell: str) -> CueRealis | None:
    return cast("CueRealis", cell) if cell in get_args(CueRealis) else None


@cache
def verb_forms() -> dict[str, str]:
    """Regular forms of the verbs in the tables to their lemma: "expelled" to expel, also where an analyzer errs."""
    verbs = sorted({*verb_phrases(), *light_verbs()})
    return {form: verb for verb in verbs for form in (verb, *_forms(verb))}


def _forms(verb: str) -> tuple[str, ...]:
    """The forms in -s, -ed and -ing; the last consonant doubled after one short vowel ("barred", "expelled")."""
    if verb.endswith("e"):
        return (f"{verb}s", f"{verb}d", f"{verb if verb.endswith('ee') else verb[:-1]}ing")
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return (f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing")
    plain = (f"{verb}es" if verb.endswith(("s", "sh", "ch", "x", "z")) else f"{verb}s", f"{verb}ed", f"{verb}ing")
    short = re.fullmatch(r"(.{0,20}[^aeiou])?[aeiou][^aeiouwxy]", verb)
    if not short:
        return plain
    doubled = (f"{verb}{verb[-1]}ed", f"{verb}{verb[-1]}ing")
    return (plain[0], *doubled) if len(re.findall(r"[aeiou]+", verb)) == 1 else (*plain, *doubled)


@cache
def event_contexts() -> dict[str, str]:
    """Word to the PLOVER context that it tells."""
    return {row["word"]: row["context"] for row in rows("event_contexts.tsv")}


@cache
def noun_classes() -> dict[str, frozenset[str]]:
    """Noun to what it can be in an event: the classes of event_noun_classes.tsv, and people."""
    found = dict.fromkeys(person_nouns(), frozenset({"people"}))
    for row in rows("event_noun_classes.tsv"):
        found[row["noun"]] = found.get(row["noun"], frozenset()) | frozenset(split(row["classes"]))
    return found
