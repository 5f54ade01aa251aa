"""What a row needs whose verb tells of much else too: told as done, by somebody, of a thing or of a happening."""

from __future__ import annotations

from twosource.events.arguments import objects, subject
from twosource.events.befallen import theme
from twosource.events.clauses import Clauses
from twosource.events.doers import Check, counted
from twosource.events.governing import absolute
from twosource.events.lookup import Lookup
from twosource.events.matching import Match, object_start
from twosource.events.parties import has_class, is_party, kind_of
from twosource.events.phrases import phrases_of
from twosource.events.realis import of_verb
from twosource.events.tense import in_past_tense
from twosource.events.words import Phrase
from twosource.vocab.word_sets import word_set

_UNDER_WAY = frozenset({"is", "are", "was", "were", "been", "'s", "'re"})
_SCENES = frozenset({"was", "were"})
_SOMEONE = frozenset({"someone", "somebody", "another"})
_THIRD = _SOMEONE | {"he", "she", "it"}
_UNREAL = frozenset({"abstract", "time"})
_ALIVE = frozenset({"person", "organization"})
_MEASURES = frozenset({"%", "$", "£", "€"})
_FIXED = frozenset({"will", "'ll", "would", "'d", "due", "scheduled", "slated"})
"""What says of a verb to come that it is fixed; of much else that is planned nothing may come."""

_TALKERS = frozenset({"i", "you"})
_POINTING = frozenset({"it", "this", "that"})
_BEING = frozenset({"is", "are", "was", "were"})
_GUESSING = frozenset(
    {
        "likely",
        "probably",
        "eventually",
        "ultimately",
        "finally",
        "never",
        "always",
        "hope",
        "hopes",
        "think",
        "believe",
    }
)
"""Words beside "will" that only foretell ("which experts hope will stop the leak")."""

_MADE_TO = frozenset({"had", "forced", "managed", "obliged"})
_OPENS_DEED = frozenset({",", "before", "after"})
"""What stands before a participle that tells of a deed of its own ("before torching the mill")."""

_BEGINNING = frozenset({"begin", "start", "commence", "resume", "finish"})


def told(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
    """Whether it is told as done, under way or fixed: "may detect", "to detect", "detects" tell of no one happening."""
    return _done(clauses, lookup, k, match) or scheduled(clauses, lookup, k, match)


def scheduled(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
    """Whether it is fixed to come: "will open", "is to open", "is due to open", "said it would open"."""
    ruling = of_verb(clauses, k)
    if ruling.realis != "planned":
        return False
    group = clauses.groups[k]
    guessed = "if" in clauses.vocabulary or not _GUESSING.isdisjoint(
        clauses.words[max(0, group.first - 1) : group.head]
    )
    if guessed or _foretold_of_things(clauses, lookup, k, match):
        return False
    is_to = group.form == "infinitive" and clauses.words[max(0, group.first - 1)] in _BEING
    return is_to or ruling.cue in _FIXED


def _foretold_of_things(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
    """Whether nobody who can fix it does it to something: "the cap will stop the leak", "we'll stop it"."""
    if clauses.passive(k):
        return False
    reached = objects(clauses, match.head + 1)
    if not reached:
        return False
    if clauses.words[reached[0].head] in _POINTING:
        return True
    doers = [clauses.words[p.head] for p in subject(clauses, k)]
    return not _TALKERS.isdisjoint(doers) or (bool(doers) and not somebody(clauses, lookup, k, match))


def _after_another(clauses: Clauses, i: int) -> bool:
    """Whether "and" joins the participle at `i` to one that tells of a deed (", killing two and making off with")."""
    tree = clauses.tree
    above = tree.heads[i] if tree.relations[i] == "conj" else -1
    return above > 0 and clauses.words[above].endswith("ing") and clauses.words[above - 1] in _OPENS_DEED


def _done(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
    """Whether it is told as done or under way.

    A participle counts after a comma (", killing 12"), after "before", "after" and "began", and in headlines the
    present does.
    """
    group = clauses.groups[k]
    if group.form == "participle":
        return (
            absolute(clauses, group.first, group.head)
            or clauses.words[max(0, group.first - 1)] in _OPENS_DEED
            or _after_another(clauses, group.head)
            or _begun(clauses, lookup, k, match)
        )
    if group.form == "infinitive":  # "had to return", "was forced to turn back"
        return clauses.words[max(0, group.first - 1)] in _MADE_TO
    if clauses.tree.relations[group.head] == "xcomp":  # "stays capped"
        return False
    if clauses.words[group.head].endswith("ing"):
        return not _UNDER_WAY.isdisjoint(group.auxiliaries)
    return in_past_tense(clauses, k) or _unmarked(clauses, k) or _in_headline(clauses, k)


def finished(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
    """Whether it is told as `told`, and is no scene in which something else happened ("she was walking home when")."""
    scene = clauses.words[match.head].endswith("ing") and not _SCENES.isdisjoint(clauses.groups[k].auxiliaries)
    return not scene and told(clauses, lookup, k, match)


def _begun(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
    """Whether the participle of group `k` is what somebody began ("began screening passengers")."""
    above = clauses.groups[k - 1] if k else None
    near = above is not None and above.head == clauses.groups[k].first - 1
    return near and clauses.lemmas[clauses.groups[k].first - 1] in _BEGINNING and told(clauses, lookup, k - 1, match)


def _unmarked(clauses: Clauses, k: int) -> bool:
    """Whether a verb whose past is as its present ("cut", "hit") is in the past: "he cut", but not "they cut"."""
    group = clauses.groups[k]
    if group.first != group.head or clauses.words[group.head] not in word_set("verbs alike in the past"):
        return False
    return clauses.passive(k) or any(_singular(clauses, p) for p in subject(clauses, k)[:1])


def _singular(clauses: Clauses, phrase: Phrase) -> bool:
    i = phrase.head
    noun = clauses.tags[i] in ("NOUN", "PROPN") and clauses.words[i] == clauses.lemmas[i]
    return noun or clauses.words[i] in _THIRD


def _in_headline(clauses: Clauses, k: int) -> bool:
    return clauses.sentence.role == "headline" and clauses.groups[k].first == clauses.groups[k].head


def solid(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
    """Whether what somebody does it to is a thing or a living being: hopes are buried, too, "found that" finds none."""
    return any(_is_solid(clauses, lookup, counted(clauses, p)) for p in _suffering(clauses, k, match)[:1])


def _suffering(clauses: Clauses, k: int, match: Match) -> tuple[Phrase, ...]:
    if clauses.passive(k):
        return subject(clauses, k)
    return objects(clauses, object_start(match)) or phrases_of(clauses, clauses.tree.objects(match.head))


def _is_solid(clauses: Clauses, lookup: Lookup, phrase: Phrase) -> bool:
    if not _MEASURES.isdisjoint(clauses.words[phrase.first : phrase.end + 1]):
        return False
    i = phrase.head
    if has_class(clauses, i, "apparatus", "service"):
        return True
    return kind_of(clauses, lookup, i) not in _UNREAL and not has_class(clauses, i, "idea")


def somebody(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
    """Whether who does it can act, or it is told as suffered: habits spread and prices recover by themselves."""
    if clauses.passive(k):
        return True
    doers = [counted(clauses, p) for p in subject(clauses, k)]
    return any(clauses.words[p.head] in _SOMEONE or is_party(clauses, lookup, p) for p in doers)


def concrete(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
    """Whether what the last preposition brings in can be entered: people pour into a square, others into debt."""
    found = objects(clauses, object_start(match))[:1]
    return not found or _is_solid(clauses, lookup, counted(clauses, found[0]))


def lifeless(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
    """Whether a thing is the subject: a boiler bursts otherwise than a player into tears, and hopes fade."""
    doers = [counted(clauses, p) for p in subject(clauses, k)[:1]]
    return any(_is_solid(clauses, lookup, p) and not _alive(clauses, lookup, p) for p in doers)


def _alive(clauses: Clauses, lookup: Lookup, phrase: Phrase) -> bool:
    i = phrase.head
    if clauses.tags[i] == "PRON":
        return clauses.words[i] != "it"
    return kind_of(clauses, lookup, i) in _ALIVE or has_class(clauses, i, "people", "body")


def affair(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
    """Whether what begins, ends or is put off is a happening: "the trial got under way", "the launch was delayed"."""
    return any(
        kind_of(clauses, lookup, p.head) == "event" or has_class(clauses, p.head, *_AFFAIRS)
        for p in theme(clauses, k, match)[:1]
    )


_AFFAIRS = ("work", "rite", "ballot", "service", "offering", "turmoil", "contest")
"""Classes of nouns that are happenings, whatever the analyzer says."""

TELLINGS: dict[str, Check] = {
    "done": told,
    "finished": finished,
    "scheduled": scheduled,
    "solid": solid,
    "somebody": somebody,
    "concrete": concrete,
    "lifeless": lifeless,
    "affair": affair,
}
"""Needs by name."""
