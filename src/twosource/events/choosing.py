"""Which of the matching words are events: needs are met, and one clause gives one event."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from twosource.events.arguments import after_words, objects, subject
from twosource.events.clauses import Clauses, Phrase
from twosource.events.light import LightUse, find_light
from twosource.events.lookup import Lookup
from twosource.events.matching import Match, match_nouns, verb_options
from twosource.events.parties import has_class, party_of
from twosource.vocab.events import GAP, event_types
from twosource.vocab.events import Phrase as Row

MAX_PER_SENTENCE = 4
"""No sentence gives more events than this; the first in the order of the text stay."""

_PURPOSE_REACH = 8
"""Words between an event and its purpose ("a meeting with eleven other ministers to discuss")."""

_BY = frozenset({"by"})
_APART = frozenset({"after", "amid", "during", "following", "since", "before", "despite", "when", "as", "by"})
_DOERS = frozenset({"workers", "parley", "crowd"})
_PLACE = frozenset({"place"})
_PEOPLE_KINDS = frozenset({"person", "group"})


@dataclass(frozen=True, slots=True)
class Choice:
    """Words chosen as one event; `group` is its clause's verb group, `light` the verb that carries a noun."""

    match: Match
    group: int
    verbal: bool
    light: LightUse | None = None
    more_modes: tuple[str, ...] = ()
    purpose: int = -1


def choose(clauses: Clauses, lookup: Lookup) -> list[Choice]:
    """The events of a sentence in the order of the text."""
    verbs = _governed_out(clauses, _verbs(clauses, lookup))
    nouns = _nouns(clauses, lookup, verbs)
    kept_nouns = [n for n in nouns if not _absorbed(clauses, n, verbs)]
    kept_verbs = [_with_modes(v, nouns) for v in verbs if not _carries(v, kept_nouns)]
    chosen = sorted((*kept_verbs, *kept_nouns), key=lambda c: (c.match.first, c.match.last))
    return chosen[:MAX_PER_SENTENCE]


def _verbs(clauses: Clauses, lookup: Lookup) -> list[Choice]:
    found: list[Choice] = []
    for k in range(len(clauses.groups)):
        match = next((m for m in verb_options(clauses, k) if meets_needs(clauses, lookup, k, m)), None)
        if match and not (found and match.first <= found[-1].match.last):
            found.append(Choice(match, k, verbal=True))
    return found


def object_start(match: Match) -> int:
    """Where the object begins: right after the verb where the pattern has a gap, else after the pattern."""
    return match.head + 1 if any(GAP in words for words in match.row.words) else match.last + 1


def meets_needs(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
    """Whether what the row needs is there: the kind of object, a doer that can act, violence and no accident."""
    needs = match.row.needs
    if not needs:
        return True
    group = clauses.groups[k]
    if needs & {"agent", "violence"} and not _violent(clauses, lookup, k, match):
        return False
    doers = subject(clauses, k) if needs & _DOERS else ()
    if any(not any(_is_doer(clauses, p, need) for p in doers) for need in needs & _DOERS):
        return False
    if "cause" in needs and not any(i > match.head for i in clauses.classed.get("cause", ())):
        return False
    kinds = needs - {"agent", "violence", "cause"} - _DOERS
    if not kinds:
        return True
    suffered = subject(clauses, k) if group.passive else objects(clauses, object_start(match))
    if not suffered and match.row.mutual:  # "the two sides met"
        return any(party_of(clauses, lookup, phrase) for phrase in subject(clauses, k))
    return any(_is_kind(clauses, lookup, phrase, kinds) for phrase in suffered[:1])


def _is_doer(clauses: Clauses, phrase: Phrase, need: str) -> bool:
    """Whether the phrase is of the class that a row asks of its doer; a crowd is people in the plural."""
    if need != "crowd":
        return has_class(clauses, phrase.head, need)
    many = clauses.words[phrase.head] != clauses.lemmas[phrase.head] or "NUM" in clauses.tags[phrase.first : phrase.end]
    return many and has_class(clauses, phrase.head, "people")


def noun_needs(clauses: Clauses, lookup: Lookup, last: int, row: Row) -> bool:
    """Whether what a noun's row needs is there: a place after it, a word of parley or violence."""
    for need in row.needs:
        if need == "place":
            if not any(_is_kind(clauses, lookup, p, _PLACE) for p in objects(clauses, last + 1)):
                return False
        elif not clauses.classed.get(need):
            return False
    return True


def _is_kind(clauses: Clauses, lookup: Lookup, phrase: Phrase, kinds: frozenset[str]) -> bool:
    start = clauses.sentence.tokens[phrase.head].start
    place = lookup.places.at(start) is not None or has_class(clauses, phrase.head, "place")
    if place and kinds & {"place", "target"}:
        return True
    if "people" in kinds:
        mention = lookup.mentions.at(start)
        tag = clauses.tags[phrase.head]
        person = mention is not None and mention.record.kind in _PEOPLE_KINDS
        return person or has_class(clauses, phrase.head, "people") or (tag in ("PRON", "NUM", "PROPN") and not place)
    return bool(kinds & {"party", "target"}) and party_of(clauses, lookup, phrase) is not None


def _violent(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
    """Whether somebody did it: no word of accident in the sentence, and a doer or a word of violence."""
    spared = range(match.first, match.last + 1)
    if any(i not in spared for i in clauses.classed.get("accident", ())):
        return False
    by = after_words(clauses, match.last + 1, len(clauses.words), _BY)
    doers = by if clauses.groups[k].passive else subject(clauses, k)
    if any(has_class(clauses, p.head, "weapon") or party_of(clauses, lookup, p) for p in doers):
        return True
    return any(i not in spared for i in clauses.classed.get("violence", ()))


def _governed_out(clauses: Clauses, verbs: list[Choice]) -> list[Choice]:
    """Without those that only say what another asks, offers, threatens, refuses or is accused of."""
    governing = {v.group: v for v in verbs}
    kept = []
    for v in verbs:
        above = governing.get(v.group - 1)
        if above is None or not _is_content(clauses, v.group, above):
            kept.append(v)
    return kept


def _is_content(clauses: Clauses, k: int, above: Choice) -> bool:
    group = clauses.groups[k]
    speaks = event_types()[above.match.row.type].content or above.match.row.type == "ACCUSE"
    if group.form == "finite":  # "demanded that it withdraw"
        bare = group.first == group.head and clauses.words[group.head] == clauses.lemmas[group.head]
        return bare and above.match.row.type == "REQUEST"
    if not speaks:
        return False
    if group.form == "infinitive":
        return True
    return group.first > 0 and clauses.words[group.first - 1] in ("of", "from", "for", "to", "against", "with")


def _nouns(clauses: Clauses, lookup: Lookup, verbs: list[Choice]) -> list[Choice]:
    headline = clauses.sentence.role == "headline"
    taken = [range(v.match.first, v.match.last + 1) for v in verbs]
    found = []
    for match in match_nouns(clauses, partial(noun_needs, clauses, lookup), names=headline):
        if not any(match.head in words for words in taken):
            k = clauses.clause_at(match.first)
            light = find_light(clauses, match)
            found.append(Choice(match, k, verbal=False, light=light, purpose=_purpose(clauses, match, verbs)))
    return found


def _purpose(clauses: Clauses, match: Match, verbs: list[Choice]) -> int:
    """The group of "to retake" after "an offensive", no verb between, of the same type: the two are one event."""
    k = next((i for i, group in enumerate(clauses.groups) if group.first > match.last), -1)
    near = k >= 0 and clauses.groups[k].form == "infinitive" and clauses.groups[k].first - match.last <= _PURPOSE_REACH
    return k if near and any(v.group == k and v.match.row.type == match.row.type for v in verbs) else -1


def _absorbed(clauses: Clauses, noun: Choice, verbs: list[Choice]) -> bool:
    """Whether a verb of the same clause already tells the event, or only asks, offers or refuses it."""
    return any(_tells_same(clauses, noun, v) or _asks_for(clauses, noun, v) for v in verbs)


def _tells_same(clauses: Clauses, noun: Choice, verb: Choice) -> bool:
    same = verb.group == noun.group and verb.match.row.type == noun.match.row.type
    return same and noun.purpose < 0 and noun.light is None


def _asks_for(clauses: Clauses, noun: Choice, verb: Choice) -> bool:
    same = verb.group == noun.group and event_types()[verb.match.row.type].content
    if not same and not (verb.group == noun.group - 1 and _is_content(clauses, noun.group, verb)):
        return False
    return verb.match.head < noun.match.first and clauses.introducer(noun.match.first) not in _APART


def _carries(verb: Choice, nouns: list[Choice]) -> bool:
    """Whether the verb is only the light verb or the purpose of a noun that is an event."""
    return any(verb.group == n.purpose or (n.light is not None and n.light.group == verb.group) for n in nouns)


def _with_modes(verb: Choice, nouns: list[Choice]) -> Choice:
    """The verb with the modes of nouns of its type in its clause ("killed in a suicide attack")."""
    modes = tuple(
        n.match.row.mode
        for n in nouns
        if n.group == verb.group and n.match.row.type == verb.match.row.type and n.match.row.mode
    )
    return Choice(verb.match, verb.group, verb.verbal, verb.light, modes, verb.purpose) if modes else verb
