"""What a row of the tables needs before it names an event: a kind of object, a doer that can act, a word beside it."""

from __future__ import annotations

from functools import cache

from twosource.events.affairs import AFFAIRS
from twosource.events.arguments import objects, subject
from twosource.events.befallen import OCCURRENCE_CHECKS, habitual
from twosource.events.clauses import Clauses
from twosource.events.doers import (
    Check,
    beside,
    brings_supplies,
    by_army,
    by_captors,
    by_class,
    by_crowd,
    by_dignitary,
    by_factions,
    by_mighty,
    by_munition,
    by_officials,
    by_raiders,
    by_state,
    by_strikers,
    by_unarmed,
    counted,
    in_need,
    in_ruins,
    lawless,
    of_captives,
    of_mercy,
    of_own_mind,
    suffered,
    under_attack,
)
from twosource.events.force import FORCE
from twosource.events.lookup import Lookup
from twosource.events.manner import MANNERS
from twosource.events.matching import Match, object_start
from twosource.events.noun_matching import heads_phrase
from twosource.events.parties import has_class, kind_of, owners, party_of
from twosource.events.phrases import phrases_of
from twosource.events.powers import POWERS
from twosource.events.sums import is_money
from twosource.events.threats import THREATS
from twosource.events.words import Phrase
from twosource.vocab.events import OCCURRENCE

_DEEDS = frozenset({"COOPERATE", "AID", "RETREAT", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"})
"""Types that somebody must do; reports and laws accuse, reject and support as well."""

_LIFELESS = frozenset({"abstract", "substance", "plant", "animal"})
_HAPPENINGS = frozenset({"object", "event", "time"})
_DOING = ("people", "body", "firm", "army", "weapon", "violence", "place")
_BELOW = frozenset({"nmod", "nmod:poss"})
_MOVED = frozenset({"supplies", "army"})
"""Needs of rows whose subject may be a thing that somebody moves: aid, lorries of an army."""

_ENDED_QUOTES = frozenset({("”",), ('"',)})
_NOT_BY_TEXTS = frozenset({"COERCE", "AID", "SUPPORT"})
_FUTURE = frozenset({"will", "would", "shall", "should", "must", "'ll", "'d"})
_PEOPLE_KINDS = frozenset({"person", "group"})


def meets_needs(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
    """Whether what the row needs is there: the kind of object, a doer that can act, violence and no accident."""
    needs = match.row.needs
    if _asks_in_words(clauses, match):
        return False
    if match.row.type == OCCURRENCE and (_in_compound(clauses, match) or habitual(clauses, k)):
        return False
    if match.row.type in _NOT_BY_TEXTS and not clauses.passive(k) and _by_text(clauses, k):
        return False
    done = match.row.roles != "swap" and _MOVED.isdisjoint(needs)
    if match.row.type in _DEEDS and done and not clauses.passive(k) and _by_things(clauses, lookup, k, match.row.type):
        return False
    if not needs:
        return True
    for check in _checks(needs):
        if not check(clauses, lookup, k, match):
            return False
    kinds = _kinds(needs)
    return not kinds or _suffers(clauses, lookup, k, match, kinds)


def _asks_in_words(clauses: Clauses, match: Match) -> bool:
    """Whether "asked" only follows the words that were asked ("“Where were you?” asked the coroner")."""
    return clauses.lemmas[match.head] == "ask" and clauses.words[match.head - 1 : match.head] in _ENDED_QUOTES


def _in_compound(clauses: Clauses, match: Match) -> bool:
    """Whether the noun that ends the words only describes another: "held election rallies" tells of no election.

    Nor does a word with a hyphen after it ("a hit-and-run").
    """
    if clauses.hyphenated(match.head + 1):
        return True
    if match.last == match.head or clauses.tags[match.last] not in ("NOUN", "PROPN"):
        return False
    name = clauses.tags[match.last : match.last + 2] == ("PROPN", "PROPN")  # "was taken to Saint Anne Hospital Linz"
    return not name and not heads_phrase(clauses, match.last)


@cache
def _checks(needs: frozenset[str]) -> tuple[Check, ...]:
    return tuple(check for need, check in _CHECKS.items() if need in needs)


@cache
def _kinds(needs: frozenset[str]) -> frozenset[str]:
    """The kinds of object among `needs`."""
    return needs - _CHECKS.keys()


def _suffers(clauses: Clauses, lookup: Lookup, k: int, match: Match, kinds: frozenset[str]) -> bool:
    suffered = subject(clauses, k) if clauses.passive(k) else _objects(clauses, match)
    if not suffered and match.row.mutual:  # "the two sides met"
        return any(party_of(clauses, lookup, phrase) for phrase in subject(clauses, k))
    return any(is_kind(clauses, lookup, counted(clauses, phrase), kinds) for phrase in suffered[:1])


def _objects(clauses: Clauses, match: Match) -> tuple[Phrase, ...]:
    """The object after the verb, else by heads, where something stands between ("freed on bail two ministers")."""
    return objects(clauses, object_start(match)) or phrases_of(clauses, clauses.tree.objects(match.head))


def _by_text(clauses: Clauses, k: int) -> bool:
    """Whether the doer is a law or the like: "the law bans smoking" is no event."""
    return any(has_class(clauses, p.head, "text") for p in subject(clauses, k))


def _by_things(clauses: Clauses, lookup: Lookup, k: int, event_type: str) -> bool:
    """Whether nobody does it: an app, a hurricane, a shark; a rocket or a blast may have somebody behind it."""
    kinds = _LIFELESS if event_type == "ASSAULT" else _LIFELESS | _HAPPENINGS
    doers = subject(clauses, k)
    return bool(doers) and all(_is_thing(clauses, lookup, p, kinds) for p in doers)


def _is_thing(clauses: Clauses, lookup: Lookup, phrase: Phrase, kinds: frozenset[str]) -> bool:
    i = phrase.head
    if has_class(clauses, i, "animal"):
        return True
    if kind_of(clauses, lookup, i) not in kinds or has_class(clauses, i, *_DOING) or clauses.tags[i] != "NOUN":
        return False
    if clauses.sentence.tokens[i].text.isupper():  # "ICE returned the paintings"
        return False
    led = clauses.tree.dependents(i, _BELOW)
    return not owners(clauses, lookup, phrase, i) and not any(clauses.acts(j) for j in led)


def _active(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
    return not clauses.passive(k)


def _for_cause(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
    """Whether what brings crowds out is named after the verb ("walked in support of", "waited with placards")."""
    return any(i > match.head for i in clauses.classed.get("cause", ()))


def _to_do(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
    """Whether the "to" that ends the pattern brings in a verb: "declined to sign", not "declined to 4 percent"."""
    after = clauses.tags[match.last + 1 : match.last + 3]
    return after[:1] in (("VERB",), ("AUX",)) or after == ("ADV", "VERB")


def _intends(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
    """Whether what is agreed is to be done: "agreed that it was late" is an opinion."""
    if k + 1 >= len(clauses.groups):
        return True
    group, tree = clauses.groups[k + 1], clauses.tree
    head = tree.heads[group.head] if tree.relations[group.head] == "cop" else group.head
    told = head >= 0 and tree.relations[head] == "ccomp" and tree.heads[head] == match.head
    return not told or group.form != "finite" or not _FUTURE.isdisjoint(group.auxiliaries)


def _beside(name: str) -> Check:
    def check(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
        return beside(clauses, name, match)

    return check


def is_kind(clauses: Clauses, lookup: Lookup, phrase: Phrase, kinds: frozenset[str]) -> bool:
    """Whether a phrase names one of `kinds`: party, people, place, target, idea."""
    start = clauses.sentence.tokens[phrase.head].start
    place = lookup.places.at(start) is not None or has_class(clauses, phrase.head, "place")
    if place and kinds & {"place", "target"}:
        return True
    if "target" in kinds and has_class(clauses, phrase.head, "structure"):
        return True
    if "idea" in kinds:
        return has_class(clauses, phrase.head, "idea")
    if "people" in kinds:
        mention = lookup.mentions.at(start)
        tag = clauses.tags[phrase.head]
        person = mention is not None and mention.record.kind in _PEOPLE_KINDS
        counts = tag in ("PRON", "PROPN") or (tag == "NUM" and not is_money(clauses, phrase))
        return person or has_class(clauses, phrase.head, "people") or (counts and not place)
    return bool(kinds & {"party", "target"}) and party_of(clauses, lookup, phrase) is not None


_CHECKS: dict[str, Check] = {
    "active": _active,
    "cause": _for_cause,
    "crowd": by_crowd,
    "infinitive": _to_do,
    "intent": _intends,
    "official": by_officials,
    "workers": by_class("workers"),
    "parley": by_class("parley"),
    "munition": by_munition,
    "raiders": by_raiders,
    "captor": by_captors,
    "lawless": lawless,
    "captive": of_captives,
    "supplies": brings_supplies,
    "state": by_state,
    "factions": by_factions,
    "ruin": in_ruins,
    "suffered": suffered,
    "army": by_army,
    "arms": by_class("arms"),
    "attacked": under_attack,
    "carrier": _beside("carrier"),
    "dignitary": by_dignitary,
    "mercy": of_mercy,
    "mighty": by_mighty,
    "minded": of_own_mind,
    "need": in_need,
    "saviour": by_class("saviour"),
    "strikers": by_strikers,
    "unarmed": by_unarmed,
    "law": _beside("law"),
    "relief": _beside("relief"),
    **FORCE,
    **OCCURRENCE_CHECKS,
    **AFFAIRS,
    **POWERS,
    **MANNERS,
    **THREATS,
}
"""Needs that are more than a kind of object."""
