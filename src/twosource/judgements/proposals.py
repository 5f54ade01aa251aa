"""What a person wants to judge, from ids of a record as it is now to words and articles that outlive it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from twosource.errors import UsageError
from twosource.judgements.draft import named_in, passages_of
from twosource.model import Actor, JudgementKind, Mention, Place, Record, Ruling, Selector, Span, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A judgement that nobody has made yet: its subject and what is decided."""

    kind: JudgementKind
    passages: tuple[Selector, ...] = ()
    articles: tuple[str, ...] = ()
    ruling: Ruling = field(default_factory=Ruling)


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """The mentions by which one report calls an actor so: what stands by these words, and pronouns after them."""

    article: str
    words: str
    mentions: tuple[Mention, ...]


def one_actor(record: Record, refs: Sequence[str], name: str | None) -> Proposal:
    """These actors are one. Raises UsageError for fewer than two."""
    if len(set(refs)) < 2:
        raise UsageError("name two actors or more that are one")
    passages = tuple(dict.fromkeys(s for ref in refs for s in passages_of(record, _of("actor", ref))))
    return Proposal(kind="merge_actors", passages=passages, ruling=Ruling(name=name))


def called(record: Record, actor: Actor) -> list[Called]:
    """How each report calls an actor, in the order of the text."""
    article = {a.page: a.id for a in reversed(record.articles)}
    groups: dict[tuple[str, str], list[Mention]] = {}
    key = ("", "")
    for mention in sorted(actor.mentions, key=lambda m: m.selector):
        at = mention.selector
        if mention.form != "pronoun" or key[0] != at.page:
            key = (at.page, " ".join(at.exact.split()))
        groups.setdefault(key, []).append(mention)
    return [Called(article=article[p], words=words, mentions=tuple(of)) for (p, words), of in groups.items()]


def another_actor(record: Record, ref: str, leaving: Iterable[Called], name: str | None) -> Proposal:
    """What is called so is another's. Raises UsageError where nothing leaves or nothing stays."""
    actor = next((a for a in record.actors if a.id == ref), None)
    mentions = tuple(m.selector for one in leaving for m in one.mentions)
    if actor is None or not mentions or len(mentions) == len(actor.mentions):
        raise UsageError("choose some of the mentions, and not all: these become another's")
    return Proposal(kind="split_actor", passages=mentions, ruling=Ruling(name=name))


def speaker(record: Record, ref: str, actor: str | None = None, name: str | None = None) -> Proposal:
    """An actor said a quote, or somebody of this name, or where neither is given nobody who can be told."""
    passages = passages_of(record, _of("quote", ref))
    if actor is None:
        return Proposal(kind="speaker", passages=passages, ruling=Ruling(name=name))
    known = next((a for a in record.actors if a.id == actor), None)
    if known is None:
        raise UsageError(f"{actor}: the story has no such actor")
    near = sorted(named_in(known), key=lambda s: s.page != passages[0].page)
    ruling = Ruling(name=known.name if known.named or not near else None, passages=tuple(near[:1]))
    return Proposal(kind="speaker", passages=passages, ruling=ruling)


def date(record: Record, ref: str, span: Span | None) -> Proposal:
    """When an article was published, what a time expression means, when an event was; None: nobody can tell."""
    if span and span.earliest and span.latest and span.earliest > span.latest:
        raise UsageError(f"{span.earliest} comes after {span.latest}: give the earlier day first")
    if any(a.id == ref for a in record.articles):
        return Proposal(kind="date", articles=(ref,), ruling=Ruling(span=span))
    return Proposal(kind="date", passages=passages_of(record, _of("time event", ref)), ruling=Ruling(span=span))


def place(record: Record, ref: str, where: Place | None) -> Proposal:
    """Where a place, with all its mentions in this story, or an event is; None: nobody can tell."""
    ruling = Ruling(place=replace(where, mentions=()) if where else None)
    return Proposal(kind="place", passages=passages_of(record, _of("place event", ref)), ruling=ruling)


def wrong(record: Record, ref: str, verdict: Verdict) -> Proposal:
    """What is wrong with a finding. Raises UsageError where it does not differ, or is not of several reports."""
    passages = passages_of(record, _of("finding", ref))
    finding = next(f for f in record.findings if f.id == ref)
    if verdict == "agrees" and not finding.differences:
        raise UsageError("the reports do not differ in this finding")
    if verdict == "apart" and finding.origins < 2:
        raise UsageError("this finding stands on one origin already")
    return Proposal(kind="wrong", passages=passages, ruling=Ruling(verdict=verdict))


def one_story(articles: Sequence[str], others: Sequence[str]) -> Proposal:
    """These articles and those are of one story. Raises UsageError where they are already."""
    if not articles or not others or set(articles) & set(others):
        raise UsageError("name another story: this one cannot be joined to itself")
    return Proposal(kind="merge_stories", articles=tuple(articles), ruling=Ruling(articles=tuple(others)))


def own_story(articles: Sequence[str], leaving: Iterable[str]) -> Proposal:
    """Of these articles some leave into a story of their own. Raises UsageError where none or all do."""
    gone = set(leaving) & set(articles)
    if not gone or len(gone) == len(set(articles)):
        raise UsageError("choose some of the reports, and not all: these become a story of their own")
    staying = tuple(a for a in articles if a not in gone)
    mine = tuple(a for a in articles if a in gone)
    return Proposal(kind="split_story", articles=mine, ruling=Ruling(articles=staying))


def _of(parts: str, ref: str) -> str:
    if ref.partition(":")[0] not in parts.split():
        raise UsageError(f"{ref}: the id of {' or '.join(parts.split())} is wanted here")
    return ref
