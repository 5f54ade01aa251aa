"""GUM's mentions and clusters: the brackets of `Entity=` in the MISC column, brought to one word each, their head.

`# global.Entity = GRP-etype-infstat-salience-centering-minspan-link-identity` says what a bracket holds: the number of
the cluster, the type of the mention, and what is not read here (https://gucorpling.org/gum/, licence CC BY 4.0).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from training.language.sets.conllu import Sentence

_BRACKET = re.compile(r"\((?P<opened>[^()]+)(?P<single>\))?|(?P<closed>[^()]+)\)")
_FIELDS = 2
"""How many fields of an opening bracket are read."""


@dataclass(frozen=True, slots=True)
class Mention:
    """The words from `start` to before `end` speak of the thing numbered `cluster`, of the type `type`."""

    start: int
    end: int
    type: str
    cluster: int


def mentions(misc: Sequence[str]) -> list[Mention]:
    """The mentions of a sentence by its MISC column, in the order in which they end.

    Raises ValueError where a bracket is closed that is not open, or left open.
    """
    found: list[Mention] = []
    opened: list[tuple[str, str, int]] = []
    for word, column in enumerate(misc):
        for bracket in _BRACKET.finditer(_entity(column)):
            if bracket["opened"]:
                opened.append((*_fields(bracket["opened"]), word))
            if bracket["closed"] or bracket["single"]:
                found.append(_close(opened, bracket["closed"] or _fields(bracket["opened"])[0], word))
    if opened:
        raise ValueError(f"mention {opened[-1][0]}, opened at word {opened[-1][2]}, is not closed in its sentence")
    return found


def columns(sentence: Sentence) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """For each word the type and the cluster of the longest mention it heads; the empty string and -1 for none."""
    longest: dict[int, Mention] = {}
    for mention in mentions(sentence.misc):
        head = head_of(mention, sentence.heads)
        if head not in longest or mention.end - mention.start > longest[head].end - longest[head].start:
            longest[head] = mention
    words = range(len(sentence.words))
    return (
        tuple(longest[word].type if word in longest else "" for word in words),
        tuple(longest[word].cluster if word in longest else -1 for word in words),
    )


def head_of(mention: Mention, heads: Sequence[int]) -> int:
    """The first word of the mention whose own head lies outside it."""
    inside = range(mention.start, mention.end)
    return next((word for word in inside if heads[word] not in inside), mention.start)


def _entity(misc: str) -> str:
    return next((pair[7:] for pair in misc.split("|") if pair.startswith("Entity=")), "")


def _fields(bracket: str) -> tuple[str, str]:
    fields = bracket.split("-")
    if len(fields) < _FIELDS or not fields[0].isdigit():
        raise ValueError(f"the bracket ({bracket} does not begin with a cluster's number and a type")
    return fields[0], fields[1]


def _close(opened: list[tuple[str, str, int]], cluster: str, word: int) -> Mention:
    """The innermost open mention of the cluster: brackets of two clusters may cross."""
    for place in reversed(range(len(opened))):
        if opened[place][0] == cluster:
            _, kind, start = opened.pop(place)
            return Mention(start, word + 1, kind, int(cluster))
    raise ValueError(f"mention {cluster} is closed at word {word} and was not opened in its sentence")
