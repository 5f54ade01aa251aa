"""Which of the matching words are events: needs are met, and one clause gives one event."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from twosource.events.arguments import objects, subject
from twosource.events.clauses import Clauses
from twosource.events.dated_verbs import dated_verbs
from twosource.events.deeds import DEEDS, deeds
from twosource.events.light import LightUse, find_light
from twosource.events.lookup import Lookup
from twosource.events.matching import Match, verb_options
from twosource.events.needs import meets_needs
from twosource.events.noun_matching import match_nouns
from twosource.events.noun_needs import noun_needs
from twosource.events.noun_realis import made_by_another
from twosource.events.realis import SETTLED, of_verb
from twosource.vocab.events import OCCURRENCE, event_types, verb_endings
from twosource.vocab.word_sets import word_set

MAX_PER_SENTENCE = 4
"""No sentence gives more events than this; the first in the order of the text stay, coded ones before occurrences and
these before deeds that no row names."""

_PURPOSE_REACH = 8
"""Words between an event and its purpose ("a meeting with eleven other ministers to discuss")."""

_BEGINNING = frozenset({"begin", "start", "open", "commence", "resume", "continue", "proceed"})
"""What a noun's event does that has not ended; that it collapses or ends is news of its own."""

_BEFORE_AND_AFTER = frozenset({"after", "before", "since", "following"})
_DURING = frozenset({"in", "during"})
_FORETELLING = frozenset({"THREATEN", "AGREE", "REQUEST"})
"""Types whose whole content has not happened yet ("threatened that it would leave")."""

_CASE = frozenset({"case"})
_CHARGED_WITH = frozenset({"of", "with", "to"})
_TOLD_ANEW = frozenset({"det", "nmod:poss", "nummod"})
_APART = frozenset({"after", "amid", "during", "following", "since", "before", "despite", "when", "as", "by"})


class Choice(NamedTuple):
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
    alone = [v for v in verbs if not _carries(v, kept_nouns) and not _only_begins(clauses, v, kept_nouns)]
    kept_verbs = [_with_modes(clauses, v, nouns) for v in alone]
    coded = [*kept_verbs, *kept_nouns]
    told = {c.group for c in coded} | {c.light.group for c in kept_nouns if c.light}
    dated = [Choice(m, k, verbal=True) for k, m in dated_verbs(clauses, lookup, told)]
    verbal = {c.group for c in (*kept_verbs, *dated)} | {c.light.group for c in kept_nouns if c.light}
    others = [Choice(m, k, verbal=True) for k, m in deeds(clauses, lookup, verbal)]
    return _first([*coded, *dated, *(c for c in others if not _done_by_event(clauses, c, kept_nouns))])


def _done_by_event(clauses: Clauses, deed: Choice, nouns: list[Choice]) -> bool:
    """Whether the subject of a deed is an event told already ("the raid flattened a clinic")."""
    heads = {p.head for p in subject(clauses, deed.group)}
    return any(n.match.head in heads for n in nouns)


def _first(choices: list[Choice]) -> list[Choice]:
    """The first of a sentence in the order of the text; what PLOVER has no type for gives way to what it codes."""
    coded_first = sorted(choices, key=lambda c: (c.match.row.type == OCCURRENCE, c.match.row.table == DEEDS, _place(c)))
    return sorted(coded_first[:MAX_PER_SENTENCE], key=_place)


def _place(choice: Choice) -> tuple[int, int]:
    return choice.match.first, choice.match.last


def _verbs(clauses: Clauses, lookup: Lookup) -> list[Choice]:
    found: list[Choice] = []
    endings = verb_endings()
    for k, group in enumerate(clauses.groups):
        if clauses.vocabulary.isdisjoint(endings.get(clauses.lemmas[group.head], ())):
            continue
        for match in verb_options(clauses, k):
            if meets_needs(clauses, lookup, k, match):
                if not (found and match.first <= found[-1].match.last):
                    found.append(Choice(match, k, verbal=True))
                break
    return found


def _governed_out(clauses: Clauses, verbs: list[Choice]) -> list[Choice]:
    """Without those that only say what another asks, offers, threatens, refuses or is accused of."""
    if len(verbs) < 2:
        return verbs
    governing = {v.group: v for v in verbs}
    kept = []
    for v in verbs:
        above = governing.get(v.group - 1)
        told = any(_promised(clauses, v.group, u) for u in verbs)
        if not told and (above is None or not _is_content(clauses, v.group, above)):
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


def _promised(clauses: Clauses, k: int, above: Choice) -> bool:
    """Whether the clause of group `k` is what `above` threatens, promises or demands, by heads."""
    if above.match.row.type not in _FORETELLING:
        return False
    tree = clauses.tree
    first = tree.first_of_list(clauses.groups[k].head)
    if tree.form(first) == "Part" and clauses.groups[k].first == clauses.groups[k].head:  # "the mayor, booed, promised"
        return False
    return tree.relations[first] == "ccomp" and tree.heads[first] == clauses.groups[above.group].head


def _nouns(clauses: Clauses, lookup: Lookup, verbs: list[Choice]) -> list[Choice]:
    headline = clauses.sentence.role == "headline"
    taken = [range(v.match.first, v.match.last + 1) for v in verbs]
    found = []
    for match in match_nouns(clauses, partial(noun_needs, clauses, lookup), names=headline):
        if not any(match.head in words or match.first in words for words in taken):
            k = clauses.clause_at(match.first)
            light = _light(clauses, match)
            found.append(Choice(match, k, verbal=False, light=light, purpose=_purpose(clauses, match, verbs)))
    return found


def _light(clauses: Clauses, match: Match) -> LightUse | None:
    """The light verb of a noun; none in "rejected an accusation by X", which was made all the same."""
    light = find_light(clauses, match)
    return None if light and light.realis in SETTLED and made_by_another(clauses, match) else light


def _purpose(clauses: Clauses, match: Match, verbs: list[Choice]) -> int:
    """The group of "to retake" after "an offensive", no verb between, of the same type: the two are one event."""
    k = next((i for i, group in enumerate(clauses.groups) if group.first > match.last), -1)
    near = k >= 0 and clauses.groups[k].form == "infinitive" and clauses.groups[k].first - match.last <= _PURPOSE_REACH
    near = near and clauses.tags[clauses.groups[k].first - 1] != "AUX"  # "after a visit is to receive"
    return k if near and any(v.group == k and v.match.row.type == match.row.type for v in verbs) else -1


def _absorbed(clauses: Clauses, noun: Choice, verbs: list[Choice]) -> bool:
    """Whether a verb of the same clause already tells the event, or only asks, offers or refuses it."""
    return _only_charged(clauses, noun.match) or any(
        _tells_same(clauses, noun, v) or _asks_for(clauses, noun, v) for v in verbs
    )


def _only_charged(clauses: Clauses, match: Match) -> bool:
    """Whether a noun without an article only names the crime of a charge ("guilty of murder and assault"), by heads."""
    tree = clauses.tree
    first = tree.first_of_list(match.head)
    brought = {clauses.words[i] for i in tree.dependents(first, _CASE)}
    if brought.isdisjoint(_CHARGED_WITH) or tree.dependents(match.head, _TOLD_ANEW):
        return False
    above = tree.heads[first]
    return above < match.first and clauses.lemmas[above] in word_set("words that bring in a crime charged")


def _shares_clause(clauses: Clauses, noun: Choice, verb: Choice) -> bool:
    """Whether both are of one type in one clause, neither before nor after the other."""
    same = verb.group == noun.group and verb.match.row.type == noun.match.row.type
    before = clauses.introducer(noun.match.first)
    if not same or before in _BEFORE_AND_AFTER:
        return False
    return before not in _DURING or of_verb(clauses, verb.group).realis != "negated"  # "nobody was hurt in the fire"


def _tells_same(clauses: Clauses, noun: Choice, verb: Choice) -> bool:
    return _shares_clause(clauses, noun, verb) and noun.purpose < 0 and noun.light is None


def _asks_for(clauses: Clauses, noun: Choice, verb: Choice) -> bool:
    same = verb.group == noun.group and event_types()[verb.match.row.type].content
    if not same and not (verb.group == noun.group - 1 and _is_content(clauses, noun.group, verb)):
        return False
    if verb.match.row.type == "REJECT" and made_by_another(clauses, noun.match):
        return False
    before = clauses.introducer(noun.match.first)
    if before == "at" and noun.match.row.type == "CONSULT":  # "pledged ten million at a conference"
        return False
    return verb.match.head < noun.match.first and before not in _APART


def _carries(verb: Choice, nouns: list[Choice]) -> bool:
    """Whether the verb is only the light verb or the purpose of a noun that is an event."""
    return any(verb.group == n.purpose or (n.light is not None and n.light.group == verb.group) for n in nouns)


def _only_begins(clauses: Clauses, verb: Choice, nouns: list[Choice]) -> bool:
    """Whether the verb only says that a noun's event begins ("the talks, which cover X, are due to open")."""
    begins = clauses.lemmas[verb.match.head] in _BEGINNING and verb.match.row.type == OCCURRENCE
    if not begins or objects(clauses, verb.match.last + 1):  # "the raid started a fire"
        return False
    heads = {p.head for p in subject(clauses, verb.group)}
    return any(n.match.head in heads for n in nouns)


def _with_modes(clauses: Clauses, verb: Choice, nouns: list[Choice]) -> Choice:
    """The verb with the modes of nouns of its type in its clause ("killed in a suicide attack")."""
    modes = tuple(n.match.row.mode for n in nouns if n.match.row.mode and _shares_clause(clauses, n, verb))
    return Choice(verb.match, verb.group, verb.verbal, verb.light, modes, verb.purpose) if modes else verb
