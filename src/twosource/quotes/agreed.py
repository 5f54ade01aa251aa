"""One answer for each pronoun and description: who speaks there is mentioned there, and nobody else is."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Literal

from twosource.model import Actor, Block, Evidence, Mention, Quote, Selector
from twosource.quotes.found import lies_in
from twosource.quotes.gender import HE, SHE

Place = tuple[int, int]
"""Where a pronoun begins and ends."""
_ARTICLE = len("the ")
_SPEAK = (HE, SHE, frozenset(("they",)), frozenset(("it",)))
"""Pronouns that speak, each with those that go on with it: "He said … his"."""


def agreed(actors: Sequence[Actor], quotes: Sequence[Quote], blocks: Sequence[Block]) -> tuple[Actor, ...]:
    """The actors with the pronouns and descriptions that speak as mentions of whoever speaks there.

    The actors are found before the quotes, so that "he" after a diplomat's words can be anybody named near them, and
    "the Danish geologist" nobody who has a name.
    """
    said = {_place(s): (s, q.speaker) for q in quotes if q.speaker and (s := q.speaker_selector)}
    spoken = {place: told for place, told in said.items() if _kin(told[0])} | dict(_described(actors, said))
    whose = _moved(actors, spoken, _Bounds(quotes, blocks))
    changed = (_with_mentions(actor, whose) for actor in actors)
    return tuple(actor for actor in changed if actor.mentions)


def _described(
    actors: Sequence[Actor], said: dict[Place, tuple[Selector, str]]
) -> Iterator[tuple[Place, tuple[Selector, str]]]:
    """The descriptions of actors without a name that are all the words of a speaker who has one."""
    named = {actor.id for actor in actors if actor.named}
    speak = {speaker for _, speaker in said.values()}
    for actor in actors:
        for s in (m.selector for m in actor.mentions if not actor.named and actor.id not in speak):
            for start in (s.start, s.start - _ARTICLE):
                words, speaker = said.get((start, s.end), (s, ""))
                if speaker in named and words.exact.lower() in (s.exact.lower(), f"the {s.exact.lower()}"):
                    yield _place(s), (s, speaker)


class _Bounds:
    """How far a pronoun goes on: to the end of its paragraph, and not into words in quotation marks."""

    def __init__(self, quotes: Sequence[Quote], blocks: Sequence[Block]) -> None:
        self._said = sorted(_place(s) for q in quotes if q.kind == "direct" for s in q.content)
        self._starts = sorted(b.start for b in blocks)

    def goes_on(self, start: int, later: int) -> bool:
        """Whether what stands at `later` can go on with what stands at `start`, in the report's own words."""
        same = bisect_right(self._starts, start) == bisect_right(self._starts, later)
        return same and not lies_in(self._said, later)


def _moved(
    actors: Sequence[Actor], spoken: dict[Place, tuple[Selector, str]], bounds: _Bounds
) -> dict[Place, tuple[Selector, str]]:
    """Whose each pronoun is that speaks, and each that the actors' rules took for the same one as such a pronoun."""
    moved = dict(spoken)
    for actor in actors:
        for n, mention in enumerate(actor.mentions):
            selector, speaker = spoken.get(_place(mention.selector), (mention.selector, actor.id))
            if speaker != actor.id:
                later = _going_on(selector, actor.mentions[n + 1 :], spoken, bounds)
                moved |= {_place(s): (s, speaker) for s in later}
    return moved


def _going_on(
    pronoun: Selector, later: Sequence[Mention], spoken: dict[Place, tuple[Selector, str]], bounds: _Bounds
) -> Iterator[Selector]:
    """The pronouns after one that stand for it again, up to where somebody is named or speaks anew.

    After a description all of them: whoever it was is nobody but the speaker.
    """
    same = (m.selector for m in takewhile(lambda m: m.form == "pronoun" and _place(m.selector) not in spoken, later))
    kin = _kin(pronoun)
    return (s for s in same if kin is None or (_kin(s) == kin and bounds.goes_on(pronoun.start, s.start)))


def _with_mentions(actor: Actor, whose: dict[Place, tuple[Selector, str]]) -> Actor:
    """The actor with the mentions that are its own, and without those that are another's."""
    kept = [m for m in actor.mentions if whose.get(_place(m.selector), (m.selector, actor.id))[1] == actor.id]
    known = {_place(m.selector) for m in kept}
    new = [s for place, (s, speaker) in whose.items() if speaker == actor.id and place not in known]
    if not new and len(kept) == len(actor.mentions):
        return actor
    mentions = sorted((*kept, *(Mention(selector=s, form=_form(s)) for s in new)), key=lambda m: _place(m.selector))
    lost = {_place(m.selector) for m in actor.mentions} - known
    evidence = [e for e in actor.evidence if not (e.function == "pronoun" and _place(e.selectors[0]) in lost)]
    return replace(actor, mentions=tuple(mentions), evidence=(*evidence, *_reasons(actor, new)))


def _form(selector: Selector) -> Literal["pronoun", "description"]:
    return "pronoun" if _kin(selector) else "description"


def _reasons(actor: Actor, new: Sequence[Selector]) -> Iterator[Evidence]:
    """Why pronouns and descriptions are an actor's; each wording once."""
    for word, selector in {s.exact.lower(): s for s in reversed(new)}.items():
        detail = f"“{word}” is taken for “{actor.name}”, whose words the report gives there"
        yield Evidence(function=_form(selector), score=0.6, detail=detail, selectors=(selector,))


def _place(selector: Selector) -> Place:
    return selector.start, selector.end


def _kin(selector: Selector) -> frozenset[str] | None:
    """The pronouns that go on with one; None for other words."""
    return next((kin for kin in _SPEAK if selector.exact.lower() in kin), None)
