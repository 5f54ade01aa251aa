"""What a row needs of whoever does it, or of whom it befalls: gunmen, no police, a bomb, aid on its way, a captive."""

from __future__ import annotations

from collections.abc import Callable

from twosource.events.arguments import subject
from twosource.events.clauses import Clauses
from twosource.events.lookup import Lookup
from twosource.events.matching import Match
from twosource.events.parties import has_class, kind_of
from twosource.events.reach import COUNTS
from twosource.events.words import Phrase

Check = Callable[[Clauses, Lookup, int, Match], bool]
"""Whether what a row needs is there, for a verb group and the words that match."""

_ELSEWHERE = frozenset({"to", "into", "over", "on", "off", "for", "up", "back", "home", "out", "aback", "ill", "part"})
"""Words after "were taken" that tell of no capture ("were taken to hospital")."""

_LADEN = frozenset({"with", "carrying", "bringing", "bearing", "laden", "loaded"})
_APPOSITION = frozenset({"appos"})
_COUNTED_TWICE = 2
_SPAN = 4
_SPANS = frozenset({"hour", "day", "week"})
_TARGETS = ("army", "force", "carrier", "structure", "place")
_MINDLESS = frozenset({"abstract", "substance", "plant", "animal", "object", "event", "time"})
_MINDS = ("people", "body", "bench", "text", "parley", "place")
_THRONGS = frozenset({"crowd", "mob", "throng"})
_SALVOS = frozenset({"round", "salvo", "barrage", "volley"})
_CARE = frozenset({"hospital", "hospitals", "clinic", "safety", "shelter", "ambulance"})


def by_munition(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
    """Whether a bomb, a drone or a shell does it; of a passive, whether one is named after the verb.

    Heads take "two bombs ripped through" for a passive, so that its subject counts as well.
    """
    if clauses.passive(k) and any(i > match.last for i in clauses.classed.get("munition", ())):
        return True
    return any(_is_munition(clauses, p) for p in subject(clauses, k))


def _is_munition(clauses: Clauses, phrase: Phrase) -> bool:
    """Whether the phrase names what explodes, or so many of them ("mortar rounds", "a salvo of rockets")."""
    if clauses.lemmas[phrase.head] not in _SALVOS:
        return has_class(clauses, phrase.head, "munition")
    of = clauses.words[phrase.end : phrase.end + 1] == ("of",)
    fired = clauses.phrase_starting(phrase.end + 1) if of else None
    return _within(clauses, fired or phrase, "munition")


def by_raiders(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
    """Whether soldiers or armed men do it, who search no offices as the police do."""
    if clauses.passive(k):
        return any(i > match.last for i in clauses.classed.get("fighter", ()))
    return any(_within(clauses, p, "fighter") for p in subject(clauses, k))


def by_captors(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
    """Whether people are taken against their will: by gunmen, or beside words of capture, and to no hospital."""
    if "loot" in clauses.classed or not _CARE.isdisjoint(clauses.words):
        return False
    if not clauses.passive(k):
        return any(_within(clauses, p, "raider") for p in subject(clauses, k))
    dated = match.last + 2 in clauses.outside  # "were taken on Tuesday"
    after = clauses.words[match.last + 1 : match.last + 2]
    return "capture" in clauses.classed and (dated or _ELSEWHERE.isdisjoint(after))


def lawless(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
    """Whether no police, court or army does it: whom gunmen seize is abducted, whom the police seize arrested."""
    own = subject(clauses, k)
    if not clauses.passive(k):
        ruling = any(lookup.places.at(clauses.sentence.tokens[p.head].start) for p in own)  # "Iran seized two men"
        return bool(own) and not ruling and not any(_within(clauses, p, "authority") for p in own)
    inside = {i for p in own for i in range(p.first, p.end)}
    return "capture" in clauses.classed and inside.issuperset(clauses.classed.get("authority", ()))


def of_captives(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
    """Whether those let go were held: a manager who is let go loses a job."""
    return "captive" in clauses.classed


def brings_supplies(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
    """Whether what arrives is aid, or carries it ("a plane with 60 rescuers landed")."""
    end = clauses.groups[k].first
    relief = clauses.classed.get("relief", ())
    for phrase in subject(clauses, k)[:1]:
        carries = has_class(clauses, phrase.head, "carrier")  # "an aid convoy", but not "vaccine experts"
        laden = carries and any(_LADEN & {*clauses.words[end:i]} for i in relief)
        return laden or any((phrase.first if carries else phrase.head) <= i < end for i in relief)
    return False


def by_state(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
    """Whether a country, a government or somebody of it does it: a firm that halts exports punishes nobody."""
    tokens = clauses.sentence.tokens
    return any(
        lookup.places.at(tokens[p.head].start) is not None or has_class(clauses, p.head, "parley")
        for p in subject(clauses, k)
    )


def by_factions(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
    """Whether a body does it: a party that quits a government leaves it, a minister resigns."""
    for phrase in subject(clauses, k):
        mention = lookup.mentions.at(clauses.sentence.tokens[phrase.head].start)
        if has_class(clauses, phrase.head, "body") or (mention and mention.record.kind == "organization"):
            return True
    return False


def by_army(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
    """Whether soldiers, or what carries them and their weapons, do it ("a column of army lorries headed north")."""
    end = clauses.groups[k].first
    return any(p.first <= i < end for p in subject(clauses, k)[:1] for i in clauses.classed.get("army", ()))


def by_dignitary(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
    """Whether a person by name, or one who negotiates, does it: trains and reports are due as well."""
    for phrase in subject(clauses, k):
        called = clauses.tree.dependents(phrase.head, _APPOSITION)  # "its director general, Jane Roe,"
        if any(_is_named(clauses, lookup, i) for i in (phrase.head, *called)):
            return True
        if has_class(clauses, phrase.head, "parley"):
            return True
    return False


def _is_named(clauses: Clauses, lookup: Lookup, i: int) -> bool:
    """Whether the word at `i` is of the name of a person."""
    mention = lookup.mentions.at(clauses.sentence.tokens[i].start)
    return mention is not None and mention.record.kind == "person" and mention.record.named


def by_mighty(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
    """Whether a state, a body or somebody by name or office tells others what to do: mothers do so daily."""
    tokens = clauses.sentence.tokens
    return by_dignitary(clauses, lookup, k, match) or any(
        has_class(clauses, p.head, "body", "authority") or lookup.places.at(tokens[p.head].start) is not None
        for p in subject(clauses, k)
    )


def by_strikers(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
    """Whether workers walk out, or somebody for so many hours or days."""
    after = clauses.lemmas[match.last + 1 : match.last + 1 + _SPAN]
    lasting = after[:1] == ("for",) and not _SPANS.isdisjoint(after)
    return lasting or any(has_class(clauses, p.head, "workers") for p in subject(clauses, k))


def by_unarmed(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
    """Whether people in the plural do it who bear no arms: soldiers that occupy a hall do not protest."""
    armed = any(_within(clauses, p, "fighter") for p in subject(clauses, k))
    return not armed and by_crowd(clauses, lookup, k, match)


def under_attack(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
    """Whether what comes under fire is of an army or stands in a place: a minister is criticised."""
    return any(_within(clauses, p, name) for p in subject(clauses, k) for name in _TARGETS)


def of_own_mind(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
    """Whether somebody does it: rain threatens a match, rivers meet, results agree."""
    doers = subject(clauses, k) if clauses.groups[k].form != "infinitive" else ()
    return not doers or any(not _mindless(clauses, lookup, p) for p in doers)


def _mindless(clauses: Clauses, lookup: Lookup, phrase: Phrase) -> bool:
    i = phrase.head
    return clauses.tags[i] == "NOUN" and kind_of(clauses, lookup, i) in _MINDLESS and not has_class(clauses, i, *_MINDS)


def in_ruins(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
    """Whether the sentence tells of an accident, a disaster or what it left."""
    return "ruin" in clauses.classed or "accident" in clauses.classed


def in_need(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
    """Whether the sentence tells of a disaster, or of those who need help or give it: planes carry salesmen, too."""
    return of_mercy(clauses, lookup, k, match) or in_ruins(clauses, lookup, k, match)


def of_mercy(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
    """Whether the sentence tells of those who need help or who give it, be it between the words that match."""
    return any(i not in (match.first, match.last) for i in clauses.classed.get("mercy", ()))


def suffered(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
    """Whether the verb is a passive."""
    return clauses.passive(k)


def beside(clauses: Clauses, name: str, match: Match) -> bool:
    """Whether the sentence has a noun of class `name` outside the words that match."""
    return any(not match.first <= i <= match.last for i in clauses.classed.get(name, ()))


def _within(clauses: Clauses, phrase: Phrase, name: str) -> bool:
    """Whether a word of `phrase` is of class `name`: "masked men" as well as "gunmen"."""
    return any(has_class(clauses, i, name) for i in range(phrase.first, phrase.end))


def counted(clauses: Clauses, phrase: Phrase) -> Phrase:
    """Of "dozens of activists" and "tens of thousands of activists" the activists."""
    for _ in range(_COUNTED_TWICE):
        counts = clauses.lemmas[phrase.head] in COUNTS or clauses.words[phrase.head] == "one"
        if not counts or clauses.words[phrase.end : phrase.end + 1] != ("of",):
            return phrase
        phrase = clauses.phrase_starting(phrase.end + 1) or phrase
    return phrase


def by_officials(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
    """Whether those who come are no tourists, passengers or residents."""
    return not any(has_class(clauses, p.head, "traveller") for p in subject(clauses, k))


def by_class(name: str) -> Check:
    """Whether those who do it are of class `name`."""

    def check(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
        return any(has_class(clauses, p.head, name) for p in subject(clauses, k))

    return check


def by_crowd(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
    """Whether people in the plural do it, a crowd, or what only counts them ("tens of thousands")."""
    own = subject(clauses, k)
    doers = [counted(clauses, p) for p in own]
    if any(clauses.words[p.head] in _THRONGS for p in own):
        return True
    if any(clauses.lemmas[p.head] in COUNTS for p in doers):
        return True
    return any(has_class(clauses, p.head, "people") and _many(clauses, p) for p in doers)


def _many(clauses: Clauses, phrase: Phrase) -> bool:
    plural = clauses.words[phrase.head] != clauses.lemmas[phrase.head]
    return plural or "NUM" in clauses.tags[phrase.first : phrase.end]
