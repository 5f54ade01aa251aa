"""Actors while they are being found: mentions as words of sentences, drafts that grow by merging."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Literal

from twosource.actors.addresses import bare_names
from twosource.actors.read_anew import read_anew
from twosource.actors.threads import Threads
from twosource.actors.whole_names import whole_names
from twosource.model import (
    Actor,
    ActorKind,
    Evidence,
    Mention,
    Name,
    Office,
    Page,
    Reading,
    Selector,
    Sentence,
    content_id,
)

Form = Literal["name", "description", "pronoun"]


MOST = 40
"""Reasons and offices that are kept of one actor: keeps work linear on any input."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words `first` to `last` (one past) of the sentence with index `sentence`."""

    sentence: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Seen:
    """A mention: where it is, how it reads, what kind of mention it is."""

    words: Words
    start: int
    end: int
    text: str
    form: Form = "name"


@dataclass(slots=True)
class Draft:
    """An actor being built. `keys` are its names; `gender` is m, f or empty; `sectors` keep their order."""

    kind: ActorKind
    seen: list[Seen]
    named: bool = True
    evidence: list[Evidence] = field(default_factory=list)
    offices: list[Office] = field(default_factory=list)
    gender: str = ""
    country: str | None = None
    sectors: list[str] = field(default_factory=list)
    group_class: str = ""
    _called: str = ""

    @property
    def called(self) -> str:
        """Its fullest name when first asked: what reasons call it."""
        self._called = self._called or self.name
        return self._called

    def note(self, evidence: Evidence) -> None:
        """Keeps a reason, each wording once, at most MOST of them."""
        if len(self.evidence) < MOST and all(e.detail != evidence.detail for e in self.evidence):
            self.evidence.append(evidence)

    @property
    def keys(self) -> list[str]:
        """Its names as written, each once, in the order of the text."""
        return list(dict.fromkeys(x.text for x in sorted(self.seen, key=lambda x: x.start) if x.form == "name"))

    @property
    def name(self) -> str:
        """Its fullest name."""
        return fullest(self.keys or [x.text for x in self.seen[:1]])

    def absorb(self, other: Draft) -> None:
        """Takes over all that is known of another draft of the same actor."""
        self.seen += other.seen
        self.evidence += other.evidence
        self.offices += other.offices
        self.gender = self.gender or other.gender
        self.country = self.country or other.country
        self.sectors += [s for s in other.sectors if s not in self.sectors]
        self.group_class = self.group_class or other.group_class
        self.named = self.named or other.named

    def finish(self, page: Page, article: str, taken: set[str]) -> Actor:
        """The record; `taken` are the ids given so far, so that two of one name stay two."""
        name, n = self.name, 0
        while (actor_id := content_id("actor", article, name, *([n] if n else []))) in taken:
            n += 1
        taken.add(actor_id)
        ordered = sorted({(x.start, x.end): x for x in self.seen}.values(), key=lambda x: (x.start, x.end))
        return Actor(
            id=actor_id,
            name=name,
            kind=self.kind,
            named=self.named,
            names=tuple(self.keys),
            mentions=tuple(Mention(selector=Selector.of(page, x.start, x.end), form=x.form) for x in ordered),
            evidence=tuple(dict.fromkeys(self.evidence)),
            offices=tuple({o.title: o for o in reversed(self.offices)}.values())[::-1],
            country=self.country,
            sectors=tuple(self.sectors),
        )


def fullest(names: Sequence[str]) -> str:
    """The name of most words, then the longest, then the first; "X group" only where there is no other."""
    plain = [n for n in names if n.rpartition(" ")[2] not in ("group", "movement", "militia")] or list(names)
    return max(plain, key=lambda n: (len(n.split()), len(n)))


def positions(words: Sequence[str], wanted: Collection[str]) -> list[int]:
    """Where words of a set stand in a sentence."""
    return [i for i, word in enumerate(words) if word in wanted]


class Pool:
    """Drafts by a key of their first name; joining two is found again under either key."""

    def __init__(self, drafts: dict[str, Draft]) -> None:
        self._drafts = drafts
        self._into: dict[int, Draft] = {}

    def add(self, key: str, draft: Draft) -> None:
        """Takes up a draft under a key that is free."""
        self._drafts[key] = draft

    def by_key(self, key: str) -> Draft | None:
        """The draft that now holds the name with this key."""
        draft = self._drafts.get(key)
        return None if draft is None else self.now(draft)

    def now(self, draft: Draft) -> Draft:
        """The draft that a draft has become part of (itself, if of none)."""
        passed = []
        while id(draft) in self._into:
            passed.append(id(draft))
            draft = self._into[id(draft)]
        for one in passed[:-1]:
            self._into[one] = draft
        return draft

    def join(self, one: Draft, other: Draft, evidence: Evidence) -> Draft:
        """Makes `other` part of `one`, for a reason; nothing if they are one already."""
        one, other = self.now(one), self.now(other)
        if one is not other:
            kind = one.kind
            if len(other.seen) > len(one.seen):
                one, other = other, one
            one.absorb(other)
            one.kind = kind
            one.evidence.append(evidence)
            self._into[id(other)] = one
        return one

    def all(self) -> list[Draft]:
        """The drafts that are part of no other, in the order of their keys' arrival."""
        return [d for d in self._drafts.values() if id(d) not in self._into]


class Text:
    """The sentences of a reading with what the actor rules look up in them."""

    def __init__(self, reading: Reading) -> None:
        self.page = reading.page
        self.article = reading.article.id
        self.date = reading.article.published.value if reading.article.published else ""
        self.sentences: tuple[Sentence, ...] = reading.analysis.sentences if reading.analysis else ()
        self.threads = Threads(self.sentences)
        known = read_anew(self.sentences, reading.analysis.names) if reading.analysis else ()
        self.names = whole_names(self.sentences, bare_names(self.sentences, known))
        self.mentions = reading.analysis.mentions if reading.analysis else ()
        self._names: dict[int, list[Name]] = {}
        for name in self.names:
            self._names.setdefault(name.sentence, []).append(name)
        self.lower = [[t.text.lower() for t in s.tokens] for s in self.sentences]
        self._at = [{t.start: i for i, t in enumerate(s.tokens)} for s in self.sentences]

    def names_of(self, sentence: int) -> Sequence[Name]:
        """The names in a sentence."""
        return self._names.get(sentence, ())

    def words(self, sentence: int, start: int, end: int) -> Words:
        """The words of a sentence that cover code points `start` to `end` of the page."""
        first = self._at[sentence].get(start, 0)
        tokens, last = self.sentences[sentence].tokens, first
        while last < len(tokens) and tokens[last].start < end:
            last += 1
        return Words(sentence, first, max(last, first + 1))

    def seen(self, words: Words, form: Form = "name") -> Seen:
        """The mention that these words are."""
        tokens = self.sentences[words.sentence].tokens
        start, end = tokens[words.first].start, tokens[words.last - 1].end
        return Seen(words, start, end, " ".join(self.page.text[start:end].split()), form)

    def selector(self, words: Words) -> Selector:
        """The selector of these words."""
        tokens = self.sentences[words.sentence].tokens
        return Selector.of(self.page, tokens[words.first].start, tokens[words.last - 1].end)
