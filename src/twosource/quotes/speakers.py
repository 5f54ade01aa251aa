"""Whose words they are: from the speaker's phrase to an actor of the article."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from itertools import accumulate
from operator import itemgetter
from typing import NamedTuple

from twosource.model import Actor, Reading
from twosource.quotes.aged import age_of, beside_name
from twosource.quotes.found import Found, Span
from twosource.quotes.gender import HE, SHE, can_mean, is_woman
from twosource.quotes.heads import are_two, head_of, is_joint, is_label, modifiers_of
from twosource.quotes.participles import described
from twosource.quotes.phrases import subject
from twosource.quotes.subjects import first_subject
from twosource.quotes.unnamed import Unnamed
from twosource.quotes.words import PLURALS, RELATIVE
from twosource.vocab.speech import unnamed_speakers

AUTHOR = frozenset(("i", "we", "you"))
FAR_BACK = 1500
"""Code points back to the speaker that "he" can mean, about two hundred and fifty words: beyond, it stays open."""
NAME_BACK = 500
"""Code points back to a name that "he" can mean where nobody has spoken yet."""
NOBODY: frozenset[str] = frozenset()
FEW = 20
"""Mentions looked at for either."""
MANY = 400
"""Mentions beside which an age is looked for: it is given where somebody is brought in."""


class _Turn(NamedTuple):
    """Who spoke, and where the words that name the speaker begin and end."""

    start: int
    end: int
    actor: str


class Speakers:
    """Resolves the phrases of one article's speakers; remembers who spoke, and the unnamed ones it adds."""

    def __init__(self, reading: Reading) -> None:
        self._text = reading.page.text
        self._known = reading.actors
        self._actors = {a.id: a for a in reading.actors}
        self._mentions = sorted(
            ((m.selector.start, m.selector.end, a.id, m.form) for a in reading.actors for m in a.mentions),
            key=lambda m: (m[0], -m[1], m[2]),
        )
        self._starts = [m[0] for m in self._mentions]
        self._furthest = list(accumulate((m[1] for m in self._mentions), max))
        self._spoke: list[_Turn] = []
        self._called: dict[str, tuple[str, frozenset[str]]] = {}
        self._reach = (0, "")
        self._said: list[tuple[int, int]] = []
        self._quoted: list[tuple[int, int]] = []
        self._unnamed = Unnamed(reading)

    def actors(self) -> tuple[Actor, ...]:
        """The actors of the article with the unnamed speakers after them."""
        return (*self._known, *self._unnamed.actors())

    def resolve(self, f: Found) -> str | None:
        """The id of the actor whose words a quote reports; None if that cannot be told."""
        span = f.speaker
        for said in f.content:
            insort(self._said, (said.start, said.end))
            if f.holds_quotation():
                insort(self._quoted, (said.start, said.end))
        if span is None:
            return None
        if is_joint(span, self._is_name) or is_label(span):
            return None
        head = head_of(span)
        if (two := are_two(span)) is not None:
            return self._unnamed.add(span, head) if two else None
        others = self._named_in(f) if span.passage.tags[head] == "PRON" else NOBODY
        actor = self._goes_on(span, head, others) or self._body_before(span, head) or self._named(span, head, others)
        actor = actor or self._by_words(span, head, others)
        if actor is not None:
            self._spoke.append(_Turn(span.start, span.end, actor))
            self._reach = max(self._reach, (span.end, actor))
            self._called[span.passage.lower[head]] = actor, modifiers_of(span, head)
        return actor

    def _goes_on(self, span: Span, head: int, others: frozenset[str]) -> str | None:
        """Who spoke last, for "he", "she" and "they", where the report itself, its quotes aside, names nobody since.

        A resolver of pronouns takes "he" for a person named in the words quoted before ("Roy Low will win," Hall said).
        """
        word = span.passage.lower[head]
        spoke = [turn for turn in self._spoke[-FEW:] if not _lies_in(self._said, turn.start)]
        last = next((turn for turn in reversed(spoke) if self._can_be(turn.actor, word, others)), None)
        if word not in HE | SHE | {"they"} or last is None or span.start - last.start > FAR_BACK:
            return None
        i, j = bisect_left(self._starts, last.end), bisect_left(self._starts, span.start)
        since = (m for m in self._mentions[i:j] if m[2] != last.actor and m[3] != "pronoun")
        # What another says may turn to somebody else: "Low will travel on Friday, his office said. He ..."
        said = self._said if last == spoke[-1] else self._quoted
        named = any(self._can_be(m[2], word, others) and not _lies_in(said, m[0]) for m in since)
        return None if named else last.actor

    def _body_before(self, span: Span, head: int) -> str | None:
        """Which body "it" is: the one that speaks last in the sentence before, whatever other that sentence names.

        One word that is taken for a person ("Velrail said in a statement. It said …") may as well be a body.
        """
        p = span.passage
        n = bisect_right(p.sentences, span.first, key=itemgetter(0)) - 1
        if p.lower[head] != "it" or n < 1 or not self._spoke:
            return None
        low, high = p.sentences[n - 1]
        last = next((t for t in reversed(self._spoke) if not _lies_in(self._said, t.start)), self._spoke[-1])
        here = p.starts[low] <= last.start < p.ends[high - 1] and not _lies_in(self._said, last.start)
        known = self._actors.get(last.actor)
        if not here or known is None:
            return last.actor if here and self._unnamed.can_be(last.actor, "it") else None
        plain = known.named and " " not in known.name and is_woman(known, self._text) is None
        return last.actor if known.kind != "person" or plain else None

    def _named_in(self, f: Found) -> frozenset[str]:
        """Whom a direct quote names: "he" who says `"Tom is well"` is not Tom."""
        if not f.is_direct():
            return NOBODY
        named = set()
        for span in f.content:
            i = bisect_right(self._starts, span.start - 1)
            while i < len(self._starts) and self._starts[i] < span.end:
                named.add(self._mentions[i][2] if self._mentions[i][3] == "name" else "")
                i += 1
        return frozenset(named)

    def hearer(self, span: Span | None) -> str | None:
        """The id of the actor who was told, None where the words are a pronoun that leads to none known."""
        if span is None:
            return None
        head = head_of(span)
        unnamed = span.passage.tags[head] == "NOUN" or span.passage.lower[head] in unnamed_speakers()
        return self._named(span, head) or (self._unnamed.add(span, head) if unnamed else None)

    def _named(self, span: Span, head: int, others: frozenset[str] = NOBODY) -> str | None:
        """The actor mentioned at the head; the name beside it where that is only described ("the head, Nils Berg")."""
        actor = self._mentioned(span, head, others)
        known = self._actors.get(actor) if actor else None
        return actor if known is not None and known.named else self._apposed(span) or actor

    def _is_name(self, start: int, end: int) -> bool:
        """Whether a name of an actor begins at a code point or after, and ends at another."""
        i = bisect_left(self._starts, start)
        j = bisect_left(self._starts, end)
        return any(m[1] == end and m[3] == "name" for m in self._mentions[i:j])

    def _mentioned(self, span: Span, head: int, others: frozenset[str] = NOBODY) -> str | None:
        """The actor of the longest mention that covers the head of the phrase and begins inside the phrase."""
        at = span.passage.starts[head]
        best: tuple[int, str] | None = None
        i = bisect_right(self._starts, at) - 1
        while i >= 0 and self._furthest[i] > at and self._starts[i] >= span.start:
            start, end, actor, _ = self._mentions[i]
            if end > at and actor not in others and (best is None or end - start > best[0]):
                best = (end - start, actor)
            i -= 1
        return best[1] if best else None

    def _apposed(self, span: Span) -> str | None:
        """The name set beside a description: "the club's president, Joan Low, said"."""
        p = span.passage
        for k in range(span.first, span.last - 1):
            if p.lower[k] in RELATIVE or (p.words[k] == "," and p.lower[k + 1] in RELATIVE):
                return None
            beside = Span(p, k + 1, self._piece_end(span, k + 1)) if p.words[k] == "," else None
            if beside and p.tags[beside.first] not in ("VERB", "ADP") and p.tags[head_of(beside)] == "PROPN":
                return self._mentioned(beside, head_of(beside))
        return None

    def _piece_end(self, span: Span, first: int) -> int:
        """The word of a speaker's phrase before which the piece between commas ends that begins at `first`."""
        return next((k for k in range(first + 1, span.last) if span.passage.words[k] == ","), span.last)

    def _by_words(self, span: Span, head: int, others: frozenset[str]) -> str | None:
        """By a pronoun, by the noun that an earlier speaker was called by, or as a new unnamed speaker."""
        p = span.passage
        word = p.lower[head]
        if word in RELATIVE:
            end, whole = self._reach
            return whole if span.start < end else self._antecedent(span) or self._described(span)
        if p.tags[head] == "PRON" and word not in PLURALS:
            return self._meant_by(span, word, others)
        again = (self._of_age(span) or self._called_before(span, head)) if p.lower[span.first] == "the" else None
        unnamed = p.tags[head] in ("NOUN", "NUM") or word in unnamed_speakers() or word in PLURALS
        return again or (self._unnamed.add(span, head) if unnamed else None)

    def _of_age(self, span: Span) -> str | None:
        """Who is "the 27-year-old": whose age the report gives beside the name, else who spoke last."""
        age = age_of(self._text[span.start : span.end])
        if age is None:
            return None
        named = ((m[1], m[2]) for m in self._mentions[:MANY] if m[3] == "name")
        aged = beside_name(self._text, age, named)
        if aged:
            return aged.pop() if len(aged) == 1 else None
        last = self._spoke[-1] if self._spoke and span.start - self._spoke[-1].end <= NAME_BACK else None
        known = self._actors.get(last.actor) if last is not None else None
        return known.id if known is not None and known.kind == "person" else None

    def _called_before(self, span: Span, head: int) -> str | None:
        """Who was called so before, "the senator"; not "the Republican senator" after "the Democratic senator"."""
        actor, before = self._called.get(span.passage.lower[head], (None, NOBODY))
        now = modifiers_of(span, head)
        return actor if now <= before or before <= now else None

    def _antecedent(self, span: Span) -> str | None:
        """The actor whose mention ends right before "who"."""
        i = bisect_right(self._starts, span.start) - 1
        for start, end, actor, _ in reversed(self._mentions[max(0, i - 4) : i + 1]):
            if start < span.start and not self._text[end : span.start].strip(" ,\u00a0()"):
                return actor
        return None

    def _described(self, span: Span) -> str | None:
        """Whom "who" means where they go unnamed: "three other women | who claimed", "a group | that opposes"."""
        p = span.passage
        low = p.sentences[bisect_right(p.sentences, span.first, key=itemgetter(0)) - 1][0]
        before = span.first - (p.words[span.first - 1] == ",")
        for found in (described(p, span.first), subject(p, before, low) if before > low else None):
            who = Span(p, *found) if found is not None and found[0] >= low else None
            head = head_of(who) if who else span.first
            known = p.lower[head] in unnamed_speakers() or p.lower[head] in PLURALS
            if who and (actor := self._named(who, head) or (self._unnamed.add(who, head) if known else None)):
                return actor
        return None

    def _meant_by(self, span: Span, word: str, others: frozenset[str]) -> str | None:
        """Who spoke last and can be called so, else the nearest name before that can; "I" is the writer."""
        if word in AUTHOR:
            return None
        about = self._subject_before(span, word, others)
        if about is not None:
            return about
        spoke = (turn.actor for turn in reversed(self._spoke[-FEW:]) if span.start - turn.start <= FAR_BACK)
        said = next((actor for actor in spoke if self._can_be(actor, word, others)), None)
        return said or self._nearest_name(span, word, others)

    def _subject_before(self, span: Span, word: str, others: frozenset[str]) -> str | None:
        """Whom the sentence before is about, by name, where it stands in the same paragraph and nobody speaks in it."""
        p = span.passage
        n = bisect_right(p.sentences, span.first, key=itemgetter(0)) - 1
        if n < 1 or word not in HE | SHE | {"it"}:
            return None
        low, high = p.sentences[n - 1]
        found = first_subject(p, low, high)
        if found is None or (self._spoke and self._spoke[-1].start >= p.starts[low]):
            return None
        subject = Span(p, *found)
        actor = self._named(subject, head_of(subject))
        known = self._actors.get(actor or "")
        return actor if known and known.named and actor and self._can_be(actor, word, others) else None

    def _nearest_name(self, span: Span, word: str, others: frozenset[str]) -> str | None:
        i = bisect_right(self._starts, span.start - 1)
        for start, _, actor, form in reversed(self._mentions[max(0, i - FEW) : i]):
            if form == "name" and span.start - start <= NAME_BACK and self._can_be(actor, word, others):
                return actor
        return None

    def _can_be(self, actor: str, word: str, others: frozenset[str]) -> bool:
        known = self._actors.get(actor)
        if known is None or actor in others:
            return known is None and self._unnamed.can_be(actor, word)
        if word in HE or word in SHE:
            return known.kind == "person" and can_mean(word, is_woman(known, self._text))
        return known.kind != "person" and word in ("it", "they", "them")


def _lies_in(said: list[tuple[int, int]], offset: int) -> bool:
    """Whether a code point lies in one of the spans, in order, of quotes resolved before."""
    i = bisect_left(said, (offset + 1, 0))
    return any(end > offset for _, end in said[max(0, i - FEW) : i])
