"""Realis by time: what a tense says, and when an event was beside the day of its report."""

from __future__ import annotations

from datetime import date

from twosource.events.clauses import Clauses
from twosource.events.matching import Match
from twosource.events.realis import Ruling
from twosource.model import EventTime
from twosource.text.days import days_from
from twosource.vocab.word_sets import word_set

HISTORICAL_DAYS = 30
"""An event that ended more than so many days before the report was published is its background."""

_FIXING = frozenset({"call", "announce", "schedule"})
_PAST_HELPERS = frozenset({"have", "has", "had", "was", "were", "been", "did", "'ve", "’ve"})


def in_past_tense(clauses: Clauses, k: int) -> bool:
    """Whether group `k` is in a past tense ("met", "had been seen"): then no date can make it a plan."""
    group = clauses.groups[k]
    word = clauses.words[group.head]
    if group.form != "finite" or word.endswith(("s", "ing")):
        return False
    helpers = {w for w, tag in zip(group.auxiliaries, clauses.tags[group.first :], strict=False) if tag == "AUX"}
    if word == clauses.lemmas[group.head]:  # "was put off", but not "put" alone
        return bool(helpers) and helpers <= _PAST_HELPERS - {"did"} and word in word_set("verbs alike in the past")
    return helpers <= _PAST_HELPERS


def in_present_tense(clauses: Clauses, k: int) -> bool:
    """Whether group `k` is a verb in the plain present ("meets"), which beside a day tells of a programme."""
    group = clauses.groups[k]
    word, bare = clauses.words[group.head], clauses.words[group.head] == clauses.lemmas[group.head]
    if group.form != "finite" or clauses.tags[group.head] != "VERB" or not (bare or word.endswith("s")):
        return False
    if not {"AUX", "PART"}.isdisjoint(clauses.tags[group.first : group.head]):
        return False
    return not bare or word not in word_set("verbs alike in the past")


def announces(match: Match) -> bool:
    """Whether the words only fix what is to come ("called a strike for Thursday"): then a date may make it a plan."""
    return not _FIXING.isdisjoint(match.row.words[0]) and match.row.type in ("PROTEST", "CONSULT")


def by_time(
    ruling: Ruling, time: EventTime | None, published: str | None, *, past: bool, present: bool = False
) -> Ruling:
    """The ruling after looking at when the event was: past the report's day is planned, long before it historical.

    In the plain present the report's own day is to come, too ("meets this afternoon").
    """
    if time is None or published is None or ruling.realis not in ("asserted", "ongoing"):
        return ruling
    if time.earliest and not past and (time.earliest > published or (present and time.earliest == published)):
        return Ruling("planned", time.selector.exact if time.selector else "")
    limit = days_from(date.fromisoformat(published), -HISTORICAL_DAYS).isoformat()
    if time.latest and time.latest < limit and ruling.realis == "asserted":
        return Ruling("historical", time.selector.exact if time.selector else "")
    return ruling
