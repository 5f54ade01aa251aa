"""Victims whom a report counts with no number: "Ana Ruiz, 16, was killed", "the boy died"; by its persons."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from twosource.model import Actor, Article, Selector
from twosource.stories.parts import RUNNING
from twosource.vocab.word_sets import word_set

Person = tuple[int, str, Selector]
"""Where a mention ends, the actor's id (empty where the report names nobody), and the mention."""

_HARM = r"(?:shot|stabbed|beaten|struck|hit|run over|crushed|burned)"
_BEEN = r"(?:was|is|has been|had been|being)"
_ADVERBS = r"(?:\w{1,20}ly |later |also |found |then ){0,2}"
_DIED = re.compile(
    rf"\b(?:{_BEEN} {_ADVERBS}(?:{_HARM} )?(?:and )?{_ADVERBS}(?:pronounced |declared )?(?:killed|dead|slain|murdered)"
    rf"|{_BEEN} {_ADVERBS}{_HARM} to death|{_BEEN} fatally {_HARM}|died|dies|drowned|succumbed)\b"
)
_HURT = re.compile(
    rf"\b(?:{_BEEN} {_ADVERBS}(?:shot|stabbed|(?:hit|struck) (?:by|in|with)|wounded|injured|hurt|hospitali[sz]ed)"
    r"|(?:shot|shoots|shooting|stabbed) (?:him|her)self)\b"
)
_OWNERS = frozenset({"his", "her", "their"})
_DEATH_OF = re.compile(r"\b(?:death|killing|murder|slaying|homicide|took the life) of (?:[\w\-]{1,20} ){0,4}$")
_WORD = re.compile(r"heart attack|[a-z]+")
_SUDDEN = word_set("violent or sudden")
_REACH = 60
"""Characters between a person and what befell him; ages and places of residence stand there."""
_BESIDE = re.compile(
    r"\s*(?:\((?:[^()]{1,40})\) ?|,? \d{1,3},? |(?:,[^,.!?;:\n\"“”]{1,40}){1,2}, ?)?(?:who |had |has )?"
)
"""What may stand between a person and that: nothing, an age, or what is set off by commas."""
_TURNS = re.compile(r"\b(?:after|when|where|that|and|but|says?|said)\b")


def people(actors: Iterable[Actor]) -> dict[str, list[Person]]:
    """The mentions of persons by page, in the order in which they end."""
    found: dict[str, list[Person]] = {}
    for actor in actors:
        for mention in actor.mentions if actor.kind == "person" else ():
            found.setdefault(mention.selector.page, []).append(
                (mention.selector.end, actor.id if actor.named else "", mention.selector)
            )
    return {page: sorted(mentions) for page, mentions in found.items()}


def fallen(article: Article, text: str, persons: Sequence[Person], blocks: int) -> dict[str, tuple[Selector, ...]]:
    """Where the first `blocks` running blocks tell of persons killed and injured: one passage for each person.

    Those without a name count as one, and only where none is named: they may be the named one spoken of before.
    """
    running = [b for b in article.blocks if b.role in RUNNING][:blocks]
    if not running:
        return {}
    start, end = running[0].start, min(running[-1].end, running[-1].start + 1000)
    near = [p for p in persons if start <= p[2].start < end and is_sudden(article, text, p[2].start)]
    killed = _mourned(text, near) | _struck(_DIED, text, start, end, near)
    hurt = {who: at for who, at in _struck(_HURT, text, start, end, near).items() if who not in killed}
    return {"killed": _known(killed), "injured": _known(hurt)}


def is_sudden(article: Article, text: str, at: int) -> bool:
    """Whether the first block, or the one around `at`, speaks of violence or mishap: who dies of age was not killed."""
    own = [b for b in article.blocks if b.start <= at < b.end]
    first = [b for b in article.blocks if b.role in RUNNING][:1]
    return any(_SUDDEN.intersection(_WORD.findall(text[b.start : b.end].lower())) for b in first + own)


def _known(found: dict[str, Selector]) -> tuple[Selector, ...]:
    return tuple(at for who, at in found.items() if who) or tuple(found.values())


def _mourned(text: str, persons: Sequence[Person]) -> dict[str, Selector]:
    """The persons whose death is spoken of: "the killing of 17-year-old Ana Ruiz"."""
    return {
        who: selector
        for _, who, selector in reversed(persons)
        if selector.exact.lower() not in _OWNERS  # "the death of his brother"
        and _DEATH_OF.search(text, max(0, selector.start - _REACH), selector.start)
    }


def _struck(
    pattern: re.Pattern[str], text: str, start: int, end: int, persons: Sequence[Person]
) -> dict[str, Selector]:
    """The persons who stand right before what the pattern tells, and where."""
    found: dict[str, Selector] = {}
    at = 0
    for match in pattern.finditer(text, start, end):
        while at < len(persons) and persons[at][0] <= match.start():
            at += 1
        if at:
            before, who, selector = persons[at - 1]
            between = text[before : match.start()]
            if len(between) <= _REACH and _BESIDE.fullmatch(between) and not _TURNS.search(between):
                found.setdefault(who, selector)
    return found
