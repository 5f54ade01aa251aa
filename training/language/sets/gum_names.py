"""Names from the entities of GUM: those whose head is a proper noun, cut to the proper name and given our labels.

GUM types what a phrase means (`person`, `place`, `abstract`, …) in the `Entity=` of its last column: identity, type,
information status, …, the words of its head (`minspan`), and at its end a Wikipedia title where it has one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from training.language.labelled import Marks
from training.language.sets.dates import dates
from training.language.sets.kinds import cued, is_demonym, known, led_coalitions, names_language, typed
from training.language.sets.marks import COARSE, PROPER, Span, bio
from training.language.sets.trim import has_capital, is_particle, trimmed, without_title
from training.language.sets.untold import free_names
from training.language.sets.wordlists import words_of

_ENTITY = re.compile(r"(?:^|\|)Entity=([^|]*)")
_BRACKET = re.compile(r"\(([^()]+)(\))?|([^()]+)\)")
_PROPER = ("PROPN", "ADJ", "NUM", "NOUN", "X", "VERB")
"""Tags of words within names; all but PROPN and NUM need a capital."""
_JOINTS = ("-", "–", "'", "&", ".")
_VAGUE = ("abstract", "event", "object")
"""Types that in no Wikipedia are often no names, or names of another type ("(Moretti, 2013)" is abstract)."""


@dataclass(frozen=True, slots=True)
class Entity:
    """A mention in one sentence: its words, GUM's type, the words of its head, and whether Wikipedia knows it."""

    start: int
    end: int
    type: str
    head: tuple[int, ...]
    linked: bool


def names_of(words: Sequence[str], upos: Sequence[str], misc: Sequence[str]) -> Marks:
    """The marks of one sentence of GUM from its words, UPOS tags and last column.

    Proper nouns in no entity may be in a name of any label, or in none.
    """
    entities = sorted(entities_of(misc), key=lambda entity: (entity.start - entity.end, entity.start))
    told = {word for e in entities if e.type == "time" for word in range(e.start, e.end)}
    found = [name for entity in entities if (name := _name(words, upos, entity, entities)) is not None]
    outer = sorted(found, key=lambda span: (span.start - span.end, span.start))
    adjectives = [span for at in range(len(words)) if (span := _adjective(words, at)) is not None]
    named = [*led_coalitions(words), *outer, *dates(words, told), *adjectives]
    free = [span for span in free_names(words, named) if "PROPN" in upos[span.start : span.end]]
    return bio(len(words), named + free)


def entities_of(misc: Sequence[str]) -> list[Entity]:
    """The mentions that begin and end in the sentence, by where they end; those cut by a sentence are left out."""
    waiting: dict[str, list[tuple[int, str]]] = {}
    found: list[Entity] = []
    for word, column in enumerate(misc):
        told = _ENTITY.search(column)
        for match in _BRACKET.finditer(told[1] if told else ""):
            number = (match[1] or match[3]).split("-")[0]
            if match[1]:
                waiting.setdefault(number, []).append((word, match[1]))
            if (match[2] or match[3]) and waiting.get(number):
                start, fields = waiting[number].pop()
                found.append(_entity(start, word + 1, fields))
    return found


def _entity(start: int, end: int, fields: str) -> Entity:
    _, kind, *rest = fields.split("-")
    minspan = next((field for field in rest if re.fullmatch(r"\d+(?:,\d+)*", field)), "")
    head = tuple(start + int(number) - 1 for number in minspan.split(",") if number)
    return Entity(start, end, kind, tuple(word for word in head if word < end), _is_linked(rest))


def _is_linked(fields: Sequence[str]) -> bool:
    links = ("coref", "sgl", "ana", "appos", "bridge", "disc", "cata", "pred")
    return bool(fields) and not any(fields[-1].startswith(link) for link in links)


def _name(words: Sequence[str], upos: Sequence[str], entity: Entity, entities: Sequence[Entity]) -> Span | None:
    labels = COARSE["gum"].get(entity.type)
    top = next((word for word in entity.head if upos[word] == "PROPN" and has_capital(words[word])), None)
    if labels is None or top is None or words[top] in words_of("never") or not _is_proper(words[entity.head[-1]]):
        return None
    start, end = _run(words, upos, entity, top)
    if entity.type == "person":
        start, end = without_title(words, start, end)
        return _person(words, start, end) if start < end else None
    start, end = trimmed(words, start, _beyond(words, upos, entity, end, entities))
    if start == end:
        return None
    span = typed(words, Span(start, end, labels))
    shaky = entity.type in _VAGUE and not entity.linked and span.labels == labels and not cued(words[start:end])
    if shaky and (end - start == 1 or entity.type != "abstract"):
        return Span(start, end, PROPER, sure=False)
    return span


def _person(words: Sequence[str], start: int, end: int) -> Span:
    """A person, or the people of a country or faith: "the Dutch", "Christians"; the surname Chin may be either."""
    labels: tuple[str, ...] = ("PER",)
    if is_demonym(words[end - 1]) and end - start == 1:
        several = words[start].endswith("s") or (start > 0 and words[start - 1] in words_of("article"))
        labels = ("NORP",) if several else ("PER", "NORP")
    return Span(start, end, labels)


def _is_proper(word: str) -> bool:
    return has_capital(word) or not word[0].isalpha()


def _run(words: Sequence[str], upos: Sequence[str], entity: Entity, top: int) -> tuple[int, int]:
    """The run of proper words around the head within the entity."""
    start, end = top, top + 1
    while start > entity.start and _carries_on(words, upos, start - 1, entity):
        start -= 1
    while end < entity.end and _carries_on(words, upos, end, entity):
        end += 1
    return start, end


def _carries_on(words: Sequence[str], upos: Sequence[str], at: int, entity: Entity) -> bool:
    word = words[at]
    if word in _JOINTS or is_particle(word):
        return entity.start < at < entity.end - 1
    if upos[at] in ("PROPN", "NUM"):
        return has_capital(word) or word[0].isdigit()
    return upos[at] in _PROPER and has_capital(word) and (at > 0 or entity.type != "person")


def _beyond(words: Sequence[str], upos: Sequence[str], entity: Entity, end: int, entities: Sequence[Entity]) -> int:
    """The end with what follows "of", "for", "and" in names of bodies and works ("University of X and Y")."""
    while end + 1 < entity.end and words[end] in ("of", "and", "for", "&", "the"):
        after = end + 1 + (words[end + 1] in ("the", "The"))
        if after >= entity.end or not (upos[after] == "PROPN" and has_capital(words[after])):
            break
        if after > end + 1 and known(" ".join(words[after : entity.end])) == "GPE":
            break  # the university "of the UK"
        if words[end] == "and" and any(other.start == after for other in entities):
            break
        _, end = _run(words, upos, entity, after)
    return end


def _adjective(words: Sequence[str], at: int) -> Span | None:
    """A word of nationality or adherence in no name: NORP, or MISC where it is a language."""
    label = known(words[at])
    if label not in ("NORP", "MISC") or not words[at][0].isupper():
        return None
    return Span(at, at + 1, ("MISC" if label == "MISC" or names_language(words, at, at + 1) else "NORP",))
