"""Whose words they are: from the speaker's phrase to an actor of the article."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Sequence
from itertools import chain
from operator import itemgetter

from twosource.model import Actor, Reading
from twosource.quotes.aged import age_of
from twosource.quotes.alone import alone_before, alone_in, named_since, only_one
from twosource.quotes.epithets import Epithets, is_of_life, may_stand_for
from twosource.quotes.found import Found, Span, in_sentence_before, lies_in
from twosource.quotes.gender import HE, SHE, can_mean, is_woman
from twosource.quotes.heads import are_two, head_of, is_joint, is_label, modifiers_of
from twosource.quotes.issuers import Turn, by_document
from twosource.quotes.kin import Kin, kin_of
from twosource.quotes.named import FEW, NAME_BACK, NOBODY, Named
from twosource.quotes.participles import described
from twosource.quotes.passage import Passage
from twosource.quotes.phrases import subject
from twosource.quotes.subjects import over
from twosource.quotes.told_of import Before, newcomer, sentence_before
from twosource.quotes.unnamed import Unnamed, is_new_person
from twosource.quotes.words import PLURALS, RELATIVE
from twosource.vocab.speech import unnamed_speakers

_AUTHOR = frozenset(("i", "we", "you"))
_FAR_BACK = 1500
"""Code points back to the speaker that "he" can mean, about two hundred and fifty words: beyond, it stays open."""


class Speakers:
    """Resolves the phrases of one article's speakers; remembers who spoke, and the unnamed ones it adds."""

    def __init__(self, reading: Reading, blocks: Sequence[Passage]) -> None:
        self._text = reading.page.text
        self._known = reading.actors
        self._named = Named(reading)
        self._spoke: list[Turn] = []
        self._called: dict[str, tuple[str, frozenset[str]]] = {}
        self._reach = (0, "")
        self._kin: Kin | None = None
        self._said: list[tuple[int, int]] = []
        self._quoted: list[tuple[int, int]] = []
        self._women: dict[str, bool] = {}
        self._unnamed = Unnamed(reading)
        self._epithets = Epithets(blocks, self._named, reading.actors, self._text)

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
        if span is None or is_joint(span, self._named.is_name) or is_label(span):
            return None
        head = head_of(span)
        if (two := are_two(span)) is not None:
            return self._unnamed.add(span, head) if two else None
        others = self._named.in_quote(f) if span.passage.tags[head] == "PRON" else NOBODY
        actor = (
            self._newcomer(span, head)
            or self._goes_on(span, head, others)
            or self._body_before(span, head)
            or by_document(span, head, self._named, self._spoke, self._text)
        )
        if actor is None and span.passage.lower[head] in HE | SHE:
            actor = self._subject_before(span, span.passage.lower[head], others)
        actor = actor or self._at(f, span, head, others) or self._by_words(span, head, others)
        if actor is not None:
            self._spoke.append(Turn(span.start, span.end, actor))
            self._turn_to_main(span)
            if span.passage.lower[head] in HE | SHE:
                self._women.setdefault(actor, span.passage.lower[head] in SHE)
            self._reach = max(self._reach, (span.end, actor))
            self._called[span.passage.lower[head]] = actor, modifiers_of(span, head)
        self._kin = kin_of(f, span, actor, self._named, self._text)
        return actor

    def _turn_to_main(self, span: Span) -> None:
        """After "Roe walked out while Low was saying that ..." it is Roe of whom the report goes on to tell."""
        found = over(span.passage, span.first)
        subject = Span(span.passage, *found) if found else None
        known = self._named.by_name(self._named.at(subject, head_of(subject))) if subject else None
        if known is not None and known.kind == "person":
            self._spoke.append(Turn(span.start, span.end, known.id))

    def _newcomer(self, span: Span, head: int) -> str | None:
        """Who is told of without a name right before "she": "His mother waited. | “I am glad,” she said."."""
        new = newcomer(self._before(span), span.passage.lower[head], self._named)
        return self._unnamed.add(new, head_of(new)) if new is not None else None

    def _before(self, span: Span) -> Before | None:
        return sentence_before(span, self._spoke[-1] if self._spoke else None)

    def _goes_on(self, span: Span, head: int, others: frozenset[str]) -> str | None:
        """Who spoke last, for "he", "she" and "they", where the report itself, its quotes aside, names nobody since.

        A resolver of pronouns takes "he" for a person named in the words quoted before ("Roy Low will win," Hall said).
        """
        word = span.passage.lower[head]
        spoke = [turn for turn in self._spoke[-FEW:] if not lies_in(self._said, turn.start)]
        fit = (t for t in reversed(spoke) if self._can_be(t.actor, word, others, in_sentence_before(span, t.start)))
        last = next(fit, None)
        if self._kin is not None and word in HE | SHE and self._kin.actor == self._spoke[-1].actor:
            after = self._named.within(self._spoke[-1].end, span.start)
            if not any(m.form == "name" and self._can_be(m.actor, word, others) for m in after):
                return self._kin.means(word)
        if word not in HE | SHE | {"they"} or last is None or span.start - last.start > _FAR_BACK:
            return None
        within = self._named.within(last.end, span.start)
        since = (m for m in within if m.actor != last.actor and m.form != "pronoun")
        # What another says may turn to somebody else: "Low will travel on Friday, his office said. He ..."
        said = self._said if last == spoke[-1] else self._quoted
        named = any(self._can_be(m.actor, word, others) and not lies_in(said, m.start) for m in since)
        return None if named else last.actor

    def _body_before(self, span: Span, head: int) -> str | None:
        """Which body "it" is: the one that speaks last in the sentence before, whatever other that sentence names.

        One word that is taken for a person ("Velrail said in a statement. It said …") may as well be a body.
        """
        if span.passage.lower[head] != "it" or not self._spoke:
            return None
        last = next((t for t in reversed(self._spoke) if not lies_in(self._said, t.start)), self._spoke[-1])
        here = in_sentence_before(span, last.start) and not lies_in(self._said, last.start)
        known = self._named.known(last.actor)
        if not here or known is None:
            return last.actor if here and self._unnamed.can_be(last.actor, "it") else None
        plain = known.named and " " not in known.name and is_woman(known, self._text) is None
        return last.actor if known.kind != "person" or plain else None

    def hearer(self, span: Span | None) -> str | None:
        """The id of the actor who was told, None where the words are a pronoun that leads to none known."""
        if span is None:
            return None
        head = head_of(span)
        unnamed = span.passage.tags[head] == "NOUN" or span.passage.lower[head] in unnamed_speakers()
        return self._named.at(span, head) or (self._unnamed.add(span, head) if unnamed else None)

    def _by_words(self, span: Span, head: int, others: frozenset[str]) -> str | None:
        """By a pronoun, by the noun that an earlier speaker was called by, or as a new unnamed speaker."""
        p = span.passage
        word = p.lower[head]
        if word in RELATIVE:
            end, whole = self._reach
            return whole if span.start < end else self._named.right_before(span.start) or self._described(span)
        if p.tags[head] == "PRON" and word not in PLURALS:
            return self._meant_by(span, word, others)
        unnamed = p.tags[head] in ("NOUN", "NUM") or word in unnamed_speakers() or word in PLURALS | {"other"}
        return self._unnamed.add(span, head) if unnamed else None

    def _at(self, f: Found, span: Span, head: int, others: frozenset[str]) -> str | None:
        """Who is named at the head; else who else is meant by "the" and a noun; else who is described there."""
        actor, about = self._named.at(span, head, others), self._persons_in(f, span.passage.lower[head])
        if actor in about and not self._named.names_in(span, actor):
            actor = None
        known = self._named.by_name(actor)
        no_name = known is not None and known.name == span.passage.words[head] and is_of_life(span, head)
        if (known is not None and not no_name) or not may_stand_for(span):
            return actor if self._named.by_name(actor) else self._epithets.brought_in(span, head) or actor
        definite = span.passage.lower[span.first] == "the"
        again = (self._of_age(span) or self._called_before(span, head)) if definite else None
        meant = again if self._named.by_name(again) else self._stands_for(f, span, head, about)
        # Whoever the words name, a description beside them means somebody else: "the minister said Low had agreed"
        chosen = meant or self._epithets.brought_in(span, head) or again or actor
        return chosen if chosen not in about else actor

    def _persons_in(self, f: Found, noun: str) -> frozenset[str]:
        """The persons whom the words of a quote name; of one word, where a body speaks, they may be that body."""
        speaks = unnamed_speakers().get(noun)
        body = speaks is not None and speaks.kind == "organization"
        said = (m for s in f.content for m in self._named.within(s.start, s.end) if m.form == "name")
        known = (k for m in said if (k := self._named.known(m.actor)) and k.kind == "person")
        return frozenset(k.id for k in known if not (body and " " not in k.name))

    def _stands_for(self, f: Found, span: Span, head: int, about: frozenset[str]) -> str | None:
        """Who is meant by a description that stands for a name, nobody whom the words are `about`."""
        last = self._spoke[-1] if self._spoke and span.start - self._spoke[-1].end <= NAME_BACK else None
        spoke = last.actor if last is not None else alone_before(self._named, span.start)
        since = self._named.within(last.end, span.start) if last is not None else []
        others = any(m.form == "name" and m.actor != spoke and not lies_in(self._said, m.start) for m in since)
        company, means = self._epithets.company(f, span, head, spoke), self._epithets.means(span, head, spoke, about)
        named = company or means or self._epithets.fighters(span, head, spoke) or self._epithets.of_country(span, head)
        # "Low fell to his knees. ..., said the hairdresser": who is named since a body spoke
        alone = named_since(self._named, span, last) if others or last is not None else None
        return named or self._epithets.varies(span, head, alone if others else alone or spoke)

    def _of_age(self, span: Span) -> str | None:
        """Who is "the 27-year-old": whose age the report gives beside the name, else who spoke last."""
        age = age_of(self._text[span.start : span.end])
        if age is None:
            return None
        if aged := self._named.of_age(age):
            return aged.pop() if len(aged) == 1 else None
        last = self._spoke[-1] if self._spoke and span.start - self._spoke[-1].end <= NAME_BACK else None
        known = self._named.known(last.actor) if last is not None else None
        one = known.id if known is not None and known.kind == "person" else None
        return named_since(self._named, span, last) or one or alone_before(self._named, span.start)

    def _called_before(self, span: Span, head: int) -> str | None:
        """Who was called so before, "the senator"; not "the Republican senator" after "the Democratic senator"."""
        actor, before = self._called.get(span.passage.lower[head], (None, NOBODY))
        now = modifiers_of(span, head)
        return actor if now <= before or before <= now else None

    def _described(self, span: Span) -> str | None:
        """Whom "who" means where they go unnamed: "three other women | who claimed", "a group | that opposes"."""
        p = span.passage
        low = p.sentences[bisect_right(p.sentences, span.first, key=itemgetter(0)) - 1][0]
        before = span.first - (p.words[span.first - 1] == ",")
        for found in (described(p, span.first), subject(p, before, low) if before > low else None):
            who = Span(p, *found) if found is not None and found[0] >= low else None
            head = head_of(who) if who else span.first
            known = p.lower[head] in unnamed_speakers() or p.lower[head] in PLURALS
            if who and (actor := self._named.at(who, head) or (self._unnamed.add(who, head) if known else None)):
                return actor
        return None

    def _meant_by(self, span: Span, word: str, others: frozenset[str]) -> str | None:
        """Who spoke last and can be called so, else the nearest name before that can; "I" is the writer."""
        if word in _AUTHOR:
            return None
        about = self._subject_before(span, word, others)
        if about is not None:
            return about
        spoke = (turn.actor for turn in reversed(self._spoke[-FEW:]) if span.start - turn.start <= _FAR_BACK)
        nearest = chain(spoke, self._named.nearest(span.start))
        found = next((actor for actor in nearest if self._can_be(actor, word, others)), None)
        return found or (only_one(self._named, self._text, span.start) if word in HE | SHE else None)

    def _subject_before(self, span: Span, word: str, others: frozenset[str]) -> str | None:
        """Whom the sentence before is about, by name, where it stands in the same paragraph and nobody speaks in it."""
        before = self._before(span) if word in HE | SHE | {"it"} else None
        if before is None:
            return None
        subject = before.subject
        actor = self._named.at(subject, head_of(subject)) if subject else None
        actor = actor or alone_in(self._named, before.start, before.end)
        known = self._named.known(actor)
        if actor is None and subject is not None and is_new_person(subject, head_of(subject), word):
            return self._unnamed.add(subject, head_of(subject))
        return actor if known and known.named and actor and self._can_be(actor, word, others) else None

    def _can_be(self, actor: str, word: str, others: frozenset[str], right_before: bool = False) -> bool:
        known = self._named.known(actor)
        if known is None or actor in others:
            return known is None and self._unnamed.can_be(actor, word, right_before=right_before)
        if word in HE or word in SHE:
            woman = self._women.get(actor)
            return known.kind == "person" and can_mean(word, is_woman(known, self._text) if woman is None else woman)
        return known.kind != "person" and word in ("it", "they", "them")
