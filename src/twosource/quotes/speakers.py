"""Whose words they are: from the speaker's phrase to an actor of the article."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from itertools import accumulate

from twosource.model import Actor, Evidence, Mention, Reading, Selector, content_id
from twosource.quotes.found import Span
from twosource.quotes.passage import Passage
from twosource.vocab.speech import unnamed_speakers

HE, SHE = frozenset(("he", "him", "his", "himself")), frozenset(("she", "her", "hers", "herself"))
SINGULAR = HE | SHE
MALE, FEMALE = frozenset("mr sir lord king prince father pope".split()), frozenset("mrs ms miss lady queen princess".split())
RELATIVE = frozenset(("who", "which", "that"))
AUTHOR = frozenset(("i", "we", "you"))
FAR_BACK = 1500
"""Code points back to the speaker that "he" can mean, about two hundred and fifty words: beyond, it stays open."""


class Speakers:
    """Resolves the phrases of one article's speakers; remembers who spoke last, and the unnamed ones it added."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._actors = {a.id: a for a in reading.actors}
        self._mentions = sorted(
            ((m.selector.start, m.selector.end, a.id, m.form) for a in reading.actors for m in a.mentions),
            key=lambda m: (m[0], -m[1]),
        )
        self._starts = [m[0] for m in self._mentions]
        self._furthest = list(accumulate((m[1] for m in self._mentions), max))
        self._said: list[tuple[int, str, str]] = []
        self._unnamed: dict[str, list[Selector]] = {}

    def actors(self) -> tuple[Actor, ...]:
        """The actors of the article with the unnamed speakers after them."""
        return (*self._reading.actors, *(self._unnamed_actor(key, said) for key, said in self._unnamed.items()))

    def resolve(self, span: Span | None) -> str | None:
        """The id of the actor that the phrase names, describes or stands for; None if that cannot be told."""
        if span is None:
            return None
        head = head_of(span)
        actor = self._covering(span, head) or self._apposed(span) or self._by_words(span, head)
        if actor is not None:
            self._said.append((span.start, actor, span.passage.lower[head]))
        return actor

    def hearer(self, span: Span | None) -> str | None:
        """The id of the actor who was told, None where the words lead to none known."""
        return self._covering(span, head_of(span)) if span else None

    def _covering(self, span: Span, head: int) -> str | None:
        """The actor of the longest mention that covers the head of the phrase and begins inside it."""
        p = span.passage
        at, best = p.starts[head], None
        i = bisect_right(self._starts, at) - 1
        while i >= 0 and self._furthest[i] > at and self._starts[i] >= span.start:
            start, end, actor, _ = self._mentions[i]
            if end > at and (best is None or end - start > best[0]):
                best = (end - start, actor)
            i -= 1
        return best[1] if best else None

    def _apposed(self, span: Span) -> str | None:
        """The name set beside a description: "the club's president, Joan Low, said"."""
        p = span.passage
        for k in range(span.first, span.last - 1):
            if p.words[k] == "," and p.tags[k + 1] == "PROPN":
                return self._covering(span, head_of(Span(p, k + 1, span.last)))
        return None

    def _by_words(self, span: Span, head: int) -> str | None:
        p = span.passage
        word = p.lower[head]
        if p.tags[head] == "PRON" or word in SINGULAR:
            return self._antecedent(span) if word in RELATIVE else self._last_speaker(span, word)
        if word not in unnamed_speakers():
            return self._last_called(span, word) if p.lower[span.first] == "the" else None
        again = self._last_called(span, word) if p.lower[span.first] == "the" else None
        return again or self._add_unnamed(span)

    def _antecedent(self, span: Span) -> str | None:
        """The actor whose mention ends right before "who"."""
        text = self._reading.page.text
        i = bisect_right(self._starts, span.start) - 1
        for start, end, actor, _ in reversed(self._mentions[max(0, i - 4) : i + 1]):
            if start < span.start and not text[end : span.start].strip(" ,\u00a0()"):
                return actor
        return None

    def _last_speaker(self, span: Span, word: str) -> str | None:
        """Who spoke last and can be called so: a person for "he", a body or several people for "it" and "they"."""
        if word in AUTHOR:
            return None
        for at, actor, _ in reversed(self._said):
            if span.start - at > FAR_BACK:
                break
            if self._can_be(actor, word):
                return actor
        return self._nearest_name(span, word)

    def _nearest_name(self, span: Span, word: str) -> str | None:
        i = bisect_right(self._starts, span.start - 1) - 1
        for start, _, actor, form in reversed(self._mentions[max(0, i - 20) : i + 1]):
            if span.start - start > FAR_BACK // 3:
                return None
            if form == "name" and self._can_be(actor, word):
                return actor
        return None

    def _can_be(self, actor: str, word: str) -> bool:
        known = self._actors.get(actor)
        if known is None:
            return word == "they"
        if word in SINGULAR:
            return known.kind == "person" and self._gender(known) in (None, word in SHE)
        return (known.kind != "person") if word == "it" else word in ("they", "them")

    def _gender(self, actor: Actor) -> bool | None:
        """True for a woman, False for a man, as pronouns and titles in this article tell; None if they do not."""
        for m in actor.mentions:
            words = m.selector.exact.lower().replace(".", "").split()
            before = self._reading.page.text[max(0, m.selector.start - 5) : m.selector.start].lower().replace(".", "").split()
            told = {*words, *before[-1:]}
            if told & (HE | MALE) or told & (SHE | FEMALE):
                return bool(told & (SHE | FEMALE))
        return None

    def _last_called(self, span: Span, word: str) -> str | None:
        """The speaker before whose phrase had the same noun at its head: "a spokesman ...", then "the spokesman"."""
        return next((actor for _, actor, head in reversed(self._said) if head == word), None)

    def _add_unnamed(self, span: Span) -> str:
        p = span.passage
        words = [p.words[k] for k in range(span.first, span.last)]
        key = " ".join(words[1:] if words[0].lower() in ("a", "an", "the") and len(words) > 1 else words).lower()
        self._unnamed.setdefault(key, []).append(Selector.of(self._reading.page, span.start, span.end))
        return self._unnamed_id(key)

    def _unnamed_id(self, key: str) -> str:
        return content_id("actor", self._reading.article.id, "unnamed", key)

    def _unnamed_actor(self, key: str, said: list[Selector]) -> Actor:
        noun = next((unnamed_speakers()[w] for w in key.split() if w in unnamed_speakers()), None)
        return Actor(
            id=self._unnamed_id(key),
            name=said[0].exact,
            kind=noun.kind if noun else "person",
            named=False,
            names=tuple(dict.fromkeys(s.exact for s in said)),
            mentions=tuple(Mention(selector=s, form="description") for s in said),
            evidence=(unnamed_speaker(said),),
        )


def unnamed_speaker(said: list[Selector]) -> Evidence:
    """Words that speak in this report and name nobody: one unnamed speaker for each wording."""
    return Evidence(
        function="unnamed_speaker", score=0.8, detail=str(unnamed_speaker.__doc__), selectors=tuple(said[:1])
    )


def head_of(span: Span) -> int:
    """The word that a noun phrase is about: the last before a comma, a preposition or a relative clause."""
    p = span.passage
    head = span.first
    for k in range(span.first, span.last):
        if k > span.first and (p.words[k] in (",", "(", "—", "–") or _turns(p, k)):
            break
        if p.tags[k] in ("NOUN", "PROPN", "NUM", "PRON", "ADJ"):
            head = k
    return head


def _turns(p: Passage, k: int) -> bool:
    """Whether a phrase's later words only describe its head: "a spokesman | for the ministry", "people | briefed on"."""
    return p.tags[k] in ("ADP", "VERB", "AUX", "SCONJ") or (p.tags[k] == "PRON" and p.lower[k] in RELATIVE)
