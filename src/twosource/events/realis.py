"""Whether an event is told as a fact, under way, planned, only possible, denied, or long past."""

from __future__ import annotations

from typing import NamedTuple

from twosource.events.clauses import Clauses, VerbGroup
from twosource.events.denials import JOINED, denied_by, nobody
from twosource.events.governing import absolute, clause_governor, governor, helped_by, inverted, opener
from twosource.events.under_way import under_way
from twosource.events.undoing import awaited, for_another, plan_undone, put_off
from twosource.model import Realis
from twosource.vocab.events import realis_cues

_REACH = 8
"""Words before a verb in which its governor is looked for ("warnings about men from the north crossing")."""

_REPORTING_PAST = frozenset({"said", "told", "announced", "added", "stated", "promised", "vowed", "pledged", "agreed"})
_PERFECT = frozenset({"have", "'ve", "’ve"})
_QUOTES = frozenset({"“", '"'})
_TO_COME = frozenset({"planned", "hypothetical", "negated"})
SETTLED = frozenset({"hypothetical", "negated"})
"""What no word below it changes."""


class Ruling(NamedTuple):
    """A realis and the word that decides it (empty: nothing but the plain tense)."""

    realis: Realis
    cue: str = ""


PLAIN = Ruling("asserted")


def of_verb(clauses: Clauses, k: int) -> Ruling:
    """What the verb group `k`, what governs it and what opens its clause say."""
    group = clauses.groups[k]
    opener = opened_by(clauses, k)
    if opener:
        return opener
    if group.form != "finite":
        return _governed(clauses, k)
    helped = helped_by(clauses, k)
    return of_verb(clauses, helped) if helped >= 0 else of_finite(clauses, k, group)


def opened_by(clauses: Clauses, k: int) -> Ruling | None:
    """What the word says that opens the clause of group `k` or one that holds it ("if", "whether")."""
    table = realis_cues("opener")
    if not clauses.groups or clauses.vocabulary.isdisjoint(table):
        return None
    for word in clauses.words[clauses.bounds[k] : clauses.groups[k].first][:3]:
        if word in table:
            return Ruling(table[word], word)
    word = opener(clauses, clauses.groups[k].head, table)
    return Ruling(table[word], word) if word else None


def _coordinated(clauses: Clauses, k: int) -> bool:
    """Whether the bare verb of group `k` shares "to" or "will" with the one before ("will stop and step aside")."""
    group = clauses.groups[k]
    if k == 0 or clauses.tags[group.first - 1] != "CCONJ" or clauses.words[group.head] != clauses.lemmas[group.head]:
        return False
    if "to" in group.auxiliaries or "AUX" in clauses.tags[group.first : group.head]:
        return False
    above = clauses.groups[k - 1]
    return above.form == "infinitive" or bool({*above.auxiliaries} & {*realis_cues("auxiliary"), "do", "did", "does"})


def _leader(clauses: Clauses, k: int) -> int:
    """The group before that says for group `k`, too, whether it is a fact, else -1."""
    if not _coordinated(clauses, k):
        listed = _listed(clauses, k)
        return listed if listed >= 0 else _shares_auxiliary(clauses, k)
    before = range(k - 1, max(0, k - JOINED), -1)
    return next((j for j in before if not _coordinated(clauses, j)), 0)


def _listed(clauses: Clauses, k: int) -> int:
    """The group whose "to" or "will" a bare verb shares in a list ("to sign it, veto it or amend it"), else -1."""
    group, tree = clauses.groups[k], clauses.tree
    if group.first != group.head or tree.relations[group.head] != "conj" or tree.form(group.head) != "Inf":
        return -1
    above = clauses.groups[:k]
    return next((j for j in range(k - 1, -1, -1) if above[j].form == "infinitive" or above[j].auxiliaries), -1)


def _shares_auxiliary(clauses: Clauses, k: int) -> int:
    """The group whose auxiliaries a bare participle shares ("are to be flown home and handed over"), else -1."""
    group, tree = clauses.groups[k], clauses.tree
    bare = group.first == group.head and clauses.words[group.head] != clauses.lemmas[group.head]
    if not bare or clauses.tags[group.first - 1] != "CCONJ" or tree.relations[group.head] != "conj":
        return -1
    above = next((j for j in range(k) if clauses.groups[j].head == tree.heads[group.head]), -1)
    return above if above >= 0 and "be" in clauses.groups[above].auxiliaries else -1


def asked(clauses: Clauses, k: int) -> bool:
    """Whether the sentence, or the question that it quotes, asks if it is so ("Was it because of the strike?")."""
    if "?" not in clauses.words[-2:] and ("?" not in clauses.words or clauses.words[0] not in _QUOTES):
        return False
    opens = next((i for i, tag in enumerate(clauses.tags) if tag != "PUNCT"), 0)
    alone = k == 0 or (k == 1 and clauses.groups[0].head == opens)  # "Did they meet?"
    return alone and clauses.tags[opens] == "AUX"


def of_finite(clauses: Clauses, k: int, group: VerbGroup) -> Ruling:
    """What the auxiliaries of a finite verb say, who denies it, and whether it is asked."""
    leader = _leader(clauses, k)
    if leader >= 0:
        return of_verb(clauses, leader)
    had = inverted(clauses, group.head)
    if had or asked(clauses, k):
        return Ruling("hypothetical", "had" if had else "?")
    table = realis_cues("auxiliary")
    cues = [(word, table[word]) for word in group.auxiliaries if word in table]
    doubted = _doubted(clauses, group)
    if doubted:
        return doubted
    denied = nobody(clauses, k) or next((word for word, realis in cues if realis == "negated"), "")
    if denied:
        return Ruling(put_off(clauses, k) or "negated", denied)
    for word, realis in cues:
        return Ruling("planned" if _backshifted(clauses, k, word) else realis, word)
    denied = denied_by(clauses, k)
    if denied:
        return Ruling("negated", denied)
    going = under_way(clauses, group)
    if going:
        return Ruling("ongoing", going)
    opens = awaited(clauses, k)
    return Ruling("planned", opens) if opens else _copular(clauses, group)


def _copular(clauses: Clauses, group: VerbGroup) -> Ruling:
    """What the word after "is" or "was" says ("is due in Lagos")."""
    after = clauses.words[group.head + 1 : group.head + 2] if clauses.lemmas[group.head] == "be" else ()
    realis = realis_cues("copula").get(after[0]) if after else None
    return Ruling(realis, after[0]) if realis else PLAIN


def _doubted(clauses: Clauses, group: VerbGroup) -> Ruling | None:
    """What the noun or adjective says whose content the clause is: "unlikely that", "fears that"."""
    i = clause_governor(clauses, group.head)
    realis = realis_cues("governor").get(clauses.lemmas[i]) if i >= 0 else None
    return Ruling(realis, clauses.words[i]) if realis == "hypothetical" else None


def _backshifted(clauses: Clauses, k: int, word: str) -> bool:
    """Whether "would" is a plan told in the past ("said they would meet"), not a condition ("would meet if")."""
    if (
        word not in ("would", "'d", "’d")
        or "if" in clauses.words
        or not _PERFECT.isdisjoint(clauses.groups[k].auxiliaries)
    ):
        return False
    return any(clauses.words[g.head] in _REPORTING_PAST for g in clauses.groups)


def _governed(clauses: Clauses, k: int) -> Ruling:
    """Of "to attack" and "attacking": the nearest word before it that the table knows; a bare "to" tells a purpose."""
    group = clauses.groups[k]
    is_to = group.form == "infinitive" and group.first and clauses.lemmas[group.first - 1] == "be"
    if is_to and clauses.lemmas[group.head] != "blame":  # who "is to blame" is blamed
        return Ruling("hypothetical" if "have" in group.auxiliaries else "planned", "to")  # "was to have opened"
    if group.form == "participle" and absolute(clauses, group.first, group.head):
        return PLAIN
    table = realis_cues("governor")
    far = governor(clauses, group.head)
    realis = table.get(clauses.words[far]) or table.get(clauses.lemmas[far]) if 0 <= far < group.first - 1 else None
    if realis:
        return _of_governor(clauses, k, far, realis)
    floor = clauses.groups[k - 1].first if k else 0
    for i in range(group.first - 1, max(floor, group.first - _REACH) - 1, -1):
        if not _can_govern(clauses, i, group):
            continue
        realis = table.get(clauses.words[i]) or table.get(clauses.lemmas[i])
        if realis and (clauses.tags[i] != "ADP" or i == group.first - 1):
            return _of_governor(clauses, k, i, realis)
        if clauses.words[i] == "without":
            return Ruling("negated", "without")
    if group.form == "infinitive":
        return _of_infinitive(clauses, k, near=group.first - floor <= _REACH)
    return of_verb(clauses, k - 1) if k and clauses.words[group.first - 1] in (",", "by") else PLAIN


def _can_govern(clauses: Clauses, i: int, group: VerbGroup) -> bool:
    """Whether the word at `i` may rule the verb after it: no time ("last night"), no noun with another behind."""
    if i in clauses.outside or (clauses.words[i] == "about" and group.form != "infinitive"):  # "joked about leaving"
        return False
    noun = clauses.tags[i] == "NOUN" and i + 1 < group.first
    return not noun or clauses.tags[i + 1] in ("ADP", "PART", "SCONJ")


def _of_infinitive(clauses: Clauses, k: int, *, near: bool) -> Ruling:
    """What an infinitive says that no word governs: a purpose, what had to be done, or as the verb before it."""
    group = clauses.groups[k]
    above = of_finite(clauses, k - 1, clauses.groups[k - 1]) if k else PLAIN
    if "have" in group.auxiliaries:  # "believed to have fled", but "nobody is believed to have fled"
        return above if above.realis == "negated" and near else PLAIN
    if above == PLAIN and clauses.words[group.first - 1] == "had":  # "had to resign"
        return PLAIN
    return above if above.realis in SETTLED and near else Ruling("planned", "to")


def _of_governor(clauses: Clauses, k: int, i: int, realis: Realis) -> Ruling:
    """The governor's own "not" denies what it governs, and "would begin to" is no beginning."""
    above = k - 1
    if above >= 0 and clauses.groups[above].head == i and clauses.groups[above].form == "infinitive":
        own = _governed(clauses, above)  # "due to begin debating"
        happens = realis == "ongoing" or (realis == "asserted" and clauses.groups[k].form == "infinitive")
        return own if happens and own.realis in _TO_COME else Ruling(realis, clauses.words[i])
    if above >= 0 and clauses.groups[above].head == i and clauses.groups[above].form == "finite":
        own = of_finite(clauses, above, clauses.groups[above])
        if own.realis in SETTLED or (own.realis == "planned" and realis in ("ongoing", "asserted")):
            return own
    if (
        realis == "negated" and clauses.groups[k].form == "infinitive" and for_another(clauses, i)
    ):  # "scrapped a trip to chair the meeting"
        return Ruling("planned", "to")
    undone = plan_undone(clauses, i)
    if undone:
        return Ruling("negated", undone)
    denied = i > 0 and clauses.words[i - 1] == "no"  # "has no plans to resign"
    return Ruling("negated", "no") if denied else Ruling(realis, clauses.words[i])
