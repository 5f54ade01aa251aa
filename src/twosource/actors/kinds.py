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
    nouns = [" ".join(head[n:]).replace(" 's", "'s") for n in range(len(head))]
    listed = next((unnamed_speakers()[noun].kind for noun in nouns if noun in unnamed_speakers()), None)
    return listed or next((kind for noun in reversed(nouns) if (kind := _of_noun(noun))), None)


def _of_noun(noun: str) -> ActorKind | None:
    one = next((s for s in singulars(noun) if s in office_heads() or person_nouns().get(s) or _is_agent(s)), None)
    if one is not None:
        return "person" if one == noun else "group"
    return "organization" if any(s in sector_words("head") for s in singulars(noun)) else None


def _is_agent(noun: str) -> bool:
    """Whether a noun with a sector is a person by its ending."""
    return noun.endswith(_AGENTS) and sector_words("head").get(noun, "BUS") not in _FIRMS
