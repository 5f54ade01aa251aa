"""What a row needs that tells of votes, offices, laws, firms and journeys: a bill that passes, a firm that buys, a ship
that sails, a word of an election beside it.
"""

from __future__ import annotations

from twosource.events.arguments import after_words, objects, subject
from twosource.events.clauses import Clauses
from twosource.events.doers import Check, beside, by_class
from twosource.events.light import find_light
from twosource.events.lookup import Lookup
from twosource.events.matching import Match
from twosource.events.parties import has_class
from twosource.events.reach import COUNTS
from twosource.events.sums import SUMS
from twosource.events.tellings import TELLINGS
from twosource.vocab.events import Phrase as Row

_SUBJECTS = (
    "ballot",
    "motion",
    "turnout",
    "bench",
    "measure",
    "term",
    "verdict",
    "market",
    "plant",
    "output",
    "craft",
    "turmoil",
    "rite",
    "work",
    "report",
    "accord",
    "offering",
    "facility",
    "organ",
    "cargo",
    "vital",
    "gauge",
)
"""Classes of nouns that are what begins, passes, falls or sails, each a need of that name."""

_BESIDE = ("electoral", "space", "takeover", "cabinet", "graft", "contest", "apparatus", "uproar")
"""Classes of nouns one of which has to stand beside the words, each a need of that name."""


_ANEW = frozenset({"a", "an", "another"})
_NEAR = 3
"""Words after a noun in which its time begins."""

_BY = frozenset({"by"})


def of_figure(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
    """Whether a number does it that is of nothing else: "the number of homeless families fell" tells of no disease."""
    heads = [p.head for p in subject(clauses, k)]
    return any(has_class(clauses, i, "figure") and clauses.words[i + 1 : i + 2] != ("of",) for i in heads)


def by_voters(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
    """Whether those who vote are named or counted; what "you" and "those who" vote is general."""
    nouns = [p.head for p in subject(clauses, k) if clauses.tags[p.head] in ("NOUN", "PROPN", "NUM")]
    return any(clauses.acts(i) or clauses.lemmas[i] in COUNTS for i in nouns)


def plain(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
    """Whether no other verb follows, and no article stands before: "elected to stay", "the city's elected council"."""
    if clauses.tags[max(0, match.head - 1)] in ("DET", "PART") and clauses.groups[k].first == match.head:
        return False
    after = match.last + 1
    if clauses.tags[after : after + 1] == ("VERB",) and clauses.words[after].endswith("ing"):  # "began shelling"
        return False
    verb = clauses.tags[after + 1 : after + 2] in (("VERB",), ("AUX",))
    return not (verb and clauses.words[after] == "to")


def finite(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
    """Whether the verb is no bare participle: "candidates running for office" only says who they are."""
    return clauses.groups[k].form != "participle"


def with_object(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
    """Whether something is named that is done: "lying and stealing" is general."""
    return clauses.passive(k) or bool(objects(clauses, match.last + 1))


def by_firm(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
    """Whether a firm does it: a body that is not of the state."""
    passive = clauses.passive(k)
    for phrase in after_words(clauses, match.last + 1, len(clauses.words), _BY) if passive else subject(clauses, k):
        mention = lookup.mentions.at(clauses.sentence.tokens[phrase.head].start)
        named = mention is not None and mention.record.kind == "organization"
        if has_class(clauses, phrase.head, "firm") or (
            named and not has_class(clauses, phrase.head, "parley", "force")
        ):
            return True
    return False


def carried(clauses: Clauses, lookup: Lookup, last: int, row: Row) -> bool:
    """Whether a light verb carries the noun ("the funeral took place"): alone it only dates or describes something."""
    light = find_light(clauses, Match(last + 1 - len(row.words), last, last, row))
    return light is not None and clauses.lemmas[clauses.groups[light.group].head] != "have"  # "has the votes"


def dated(clauses: Clauses, lookup: Lookup, last: int, row: Row) -> bool:
    """Whether the noun is told anew and with a time of its own ("at a congress in October")."""
    anew = clauses.words[clauses.phrase_start(last + 1 - len(row.words))] in _ANEW
    return anew and not clauses.outside.isdisjoint(range(last + 1, last + 1 + _NEAR))


def _beside(name: str) -> Check:
    def check(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
        return beside(clauses, name, match)

    return check


AFFAIRS: dict[str, Check] = {
    **{name: by_class(name) for name in _SUBJECTS},
    **{name: _beside(name) for name in _BESIDE},
    "figure": of_figure,
    "firm": by_firm,
    "voters": by_voters,
    "plain": plain,
    "finite": finite,
    "something": with_object,
    **TELLINGS,
    **SUMS,
}
"""Needs by name."""
