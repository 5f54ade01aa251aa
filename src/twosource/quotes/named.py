"""Who is named where in an article: from a phrase or a place in the text to the actor that it mentions."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from twosource.model import Actor, Reading
from twosource.quotes.aged import beside_name
from twosource.quotes.found import Found, Span, lies_in
from twosource.quotes.heads import ITSELF, head_of
from twosource.quotes.words import RELATIVE
from twosource.vocab.names import office_heads
from twosource.vocab.speech import cue_words, unnamed_speakers

NOBODY: frozenset[str] = frozenset()
FEW = 20
"""Mentions, or turns, looked at where those nearest before are asked for."""
STYLES = frozenset(("calling", "calls", "styling"))
GIVES_NAME = frozenset(("known", "name", "identified", "identify", "goes", "referred"))
"""Words before "as", or one before that, after which somebody's name stands."""
NAME_BACK = 500
"""Code points back to a name that "he" can mean where nobody has spoken yet."""
_MANY = 400
"""Mentions beside which an age is looked for: it is given where somebody is brought in."""


class Naming(NamedTuple):
    """One mention of an actor: where it stands, whose it is, and whether it is a name, a description or a pronoun."""

    start: int
    end: int
    actor: str
    form: str


class Named:
    """The mentions of an article's actors in the order of its text; those of captions lead to nobody in it."""

    def __init__(self, reading: Reading) -> None:
        self._text = reading.page.text
        self._actors = {a.id: a for a in reading.actors}
        shown = [(b.start, b.end) for b in reading.article.blocks if b.role == "caption"]
        self._mentions = sorted(
            (
                Naming(m.selector.start, m.selector.end, a.id, m.form)
                for a in reading.actors
                for m in a.mentions
                if not lies_in(shown, m.selector.start)
            ),
            key=lambda m: (m.start, -m.end, m.actor),
        )
        self._starts = [m.start for m in self._mentions]
        self._furthest = list(accumulate((m.end for m in self._mentions), max))

    def known(self, actor: str | None) -> Actor | None:
        """The actor with an id, None where the article has none."""
        return self._actors.get(actor) if actor else None

    def by_name(self, actor: str | None) -> Actor | None:
        """The actor with an id if it has a name of its own; none for "German carmaker", whose last word is a noun."""
        known = self.known(actor)
        return known if known is not None and known.named and not known.name.split()[-1][:1].islower() else None

    def at(self, span: Span, head: int, others: frozenset[str] = NOBODY) -> str | None:
        """The actor mentioned at the head; the name beside it where that is only described ("the head, Nils Berg")."""
        actor = self._mentioned(span, head, others)
        known = self.known(actor)
        if known is not None and known.named:
            return actor
        return self._titled(span, head) or self._apposed(span) or self._styled(span) or actor

    def is_name(self, start: int, end: int) -> bool:
        """Whether a name of an actor begins at a code point or after, and ends at another."""
        return any(m.end == end and m.form == "name" for m in self.within(start, end))

    def within(self, start: int, end: int) -> list[Naming]:
        """The mentions that begin from one code point on and before another."""
        return self._mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def in_quote(self, f: Found) -> frozenset[str]:
        """Whom a direct quote names: "he" who says `"Tom is well"` is not Tom."""
        if not f.is_direct():
            return NOBODY
        said = (m for span in f.content for m in self.within(span.start, span.end))
        return frozenset(m.actor if m.form == "name" else "" for m in said)

    def names_in(self, span: Span, actor: str | None) -> bool:
        """Whether words hold a name of an actor, and not only a description."""
        return any(m.actor == actor and m.form == "name" for m in self.within(span.start, span.end))

    def nearest(self, offset: int) -> Iterator[str]:
        """The actors of the names that begin not far before a code point, the nearest first."""
        i = bisect_left(self._starts, offset)
        for m in reversed(self._mentions[max(0, i - FEW) : i]):
            if m.form == "name" and offset - m.start <= NAME_BACK:
                yield m.actor

    def names(self, most: int) -> list[Naming]:
        """The first names of the article in its order, no more than `most` mentions looked at."""
        return [m for m in self._mentions[:most] if m.form == "name"]

    def right_before(self, offset: int) -> str | None:
        """The actor whose mention ends right before a code point, where "who" stands."""
        i = bisect_right(self._starts, offset) - 1
        for m in reversed(self._mentions[max(0, i - 4) : i + 1]):
            if m.start < offset and not self._text[m.end : offset].strip(" ,\u00a0()"):
                return m.actor
        return None

    def of_age(self, age: str) -> set[str]:
        """The actors whose age the report gives beside their name."""
        return beside_name(self._text, age, ((m.end, m.actor) for m in self.names(_MANY)))

    def _mentioned(self, span: Span, head: int, others: frozenset[str] = NOBODY) -> str | None:
        """The actor of the longest mention that covers the head of the phrase and begins inside the phrase."""
        at = span.passage.starts[head]
        best: tuple[int, str] | None = None
        i = bisect_right(self._starts, at) - 1
        while i >= 0 and self._furthest[i] > at and self._starts[i] >= span.start:
            m = self._mentions[i]
            if m.end > at and m.actor not in others and (best is None or m.end - m.start > best[0]):
                best = (m.end - m.start, m.actor)
            i -= 1
        return best[1] if best else None

    def _titled(self, span: Span, head: int) -> str | None:
        """The person right after a long title whose noun comes early: "Minister for Water Supply | Joan Low"."""
        at = span.passage.starts[head]
        for m in self.within(at, span.end):
            known = self.known(m.actor) if m.form == "name" else None
            for office in known.offices if known is not None else ():
                said = office.selector
                if said.start <= at < said.end <= m.start and not self._text[said.end : m.start].strip():
                    return m.actor
        return None

    def _styled(self, span: Span) -> str | None:
        """The name that a description says it goes by: "a group calling itself Red Dawn", "better known as the RDF"."""
        p = span.passage
        for k in range(span.first + 1, span.last - 1):
            first = _name_given(span, k)
            name = Span(p, first, _piece_end(span, first)) if first is not None and first < span.last else None
            if name is not None and p.tags[head_of(name)] == "PROPN":
                return self._mentioned(name, head_of(name))
        return None

    def _apposed(self, span: Span) -> str | None:
        """The name set beside a description: "the club's president, Joan Low, said"."""
        p = span.passage
        named: list[str | None] = []
        noun = unnamed_speakers().get(p.lower[head_of(span)])
        single = noun is not None and noun.kind == "person" and not noun.plural
        for k in range(span.first, span.last - 1):
            if p.lower[k] in RELATIVE or (p.words[k] == "," and p.lower[k + 1] in RELATIVE):
                last = _last_name(span, k) if single else None
                named += [self._mentioned(last, head_of(last))] if last else []
                break
            beside = Span(p, k + 1, _piece_end(span, k + 1)) if p.words[k] == "," else None
            if _is_of_office(span, k):
                break
            # "A spokeswoman for Unity, the miners' union," is no union
            opens = ("VERB", "ADP", "DET") if single else ("VERB", "ADP")
            if beside and p.tags[beside.first] not in opens and p.tags[head_of(beside)] == "PROPN":
                named.append(self._mentioned(beside, head_of(beside)))
                known = self.known(named[-1])
                if known is None or known.kind == "person":
                    return named[0] if known is None else named[-1]
        return named[0] if named else None


def _name_given(span: Span, k: int) -> int | None:
    """The word at which a name begins that word `k` leads to: "calling itself | Red Dawn", "her name only as | Ann"."""
    p = span.passage
    word, after = p.lower[k], p.lower[k + 1]
    given = after == "as" and not GIVES_NAME.isdisjoint(p.lower[max(span.first, k - 1) : k + 1])
    if given or (word in STYLES and after in ITSELF) or (word == "name" and after == ","):
        return k + 2
    return k + 1 if word in ("called", "named") else None


def _is_of_office(span: Span, k: int) -> bool:
    """Whether the name behind comma `k` is that of an office before it: "a source close to the minister |, Ann Roe"."""
    p = span.passage
    anybody = p.lower[head_of(span)] in cue_words("anybody") and p.lower[span.first] in ("a", "an", "one", "another")
    return anybody and k - 1 > head_of(span) and p.words[k] == "," and p.lower[k - 1] in office_heads()


def _last_name(span: Span, k: int) -> Span | None:
    """The name that ends a phrase with a relative clause from word `k` on: "A man whose house burned, | Ann Roe"."""
    p = span.passage
    comma = next((j for j in range(span.last - 2, k, -1) if p.words[j] == ","), None)
    if comma is None or p.lower[comma - 1] in office_heads():
        return None  # "a clerk who met the minister, | Ann Roe"
    return Span(p, comma + 1, span.last) if all(p.tags[j] == "PROPN" for j in range(comma + 1, span.last)) else None


def _piece_end(span: Span, first: int) -> int:
    """The word of a speaker's phrase before which the piece between commas ends that begins at `first`."""
    return next((k for k in range(first + 1, span.last) if span.passage.words[k] == ","), span.last)
