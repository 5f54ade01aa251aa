"""What kind of actor words without a name mean: "a company spokesman" is a person, "residents of Lima" a group."""

from __future__ import annotations

from twosource.actors.codes import head_of, singulars
from twosource.model import ActorKind
from twosource.vocab.counts import person_nouns
from twosource.vocab.names import office_heads
from twosource.vocab.sectors import sector_words
from twosource.vocab.speech import unnamed_speakers

_AGENTS = ("er", "or", "ist", "ian", "man", "woman", "ant", "ee", "ess", "ive")
"""How nouns for one person end; of firms and outlets, "carmaker" and "broadcaster" end so too."""
_FIRMS = frozenset(("BUS", "JRN"))


def kind_shown(phrase: str) -> ActorKind | None:
    """The kind that the head of a phrase shows, None where the tables do not know it."""
    head = head_of(phrase)
    for n in range(len(head) - 1, -1, -1):
        noun = " ".join(head[n:]).replace(" 's", "'s")
        if found := _of_noun(noun):
            return found
    return None


def _of_noun(noun: str) -> ActorKind | None:
    if noun in unnamed_speakers():
        return unnamed_speakers()[noun].kind
    one = next((s for s in singulars(noun) if s in office_heads() or person_nouns().get(s) or _is_agent(s)), None)
    if one is not None:
        return "person" if one == noun else "group"
    return "organization" if any(s in sector_words("head") for s in singulars(noun)) else None


def _is_agent(noun: str) -> bool:
    """Whether a noun with a sector is a person by its ending."""
    return noun.endswith(_AGENTS) and sector_words("head").get(noun, "BUS") not in _FIRMS
