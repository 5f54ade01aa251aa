"""Speakers who go unnamed: "officials", "a witness", "two people briefed on the talks"."""

from __future__ import annotations

from twosource.model import Actor, Evidence, Mention, Reading, Selector, content_id
from twosource.quotes.found import Span
from twosource.quotes.gender import HE, SHE, can_mean, names_woman
from twosource.vocab.speech import UnnamedSpeaker, unnamed_speakers

NEW = frozenset(("a", "an", "one", "another"))
OWN = frozenset(("his", "her", "their"))
ARTICLES = frozenset(("a", "an", "the"))
BODIES = frozenset(("government", "organization"))


class Unnamed:
    """The unnamed speakers of one article: one actor for each wording, never a plural of them."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._said: dict[str, list[Selector]] = {}
        self._heads: dict[str, str] = {}
        self._new: dict[str, tuple[str, str]] = {}

    def add(self, span: Span, head: int) -> str:
        """The id of the actor for these words, `head` the noun among them; the words are kept as its mention."""
        p = span.passage
        words = p.words[span.first : span.last]
        bare = words[1:] if words[0].lower() in ARTICLES and len(words) > 1 else words
        key = " ".join(bare).lower()
        self._heads.setdefault(key, p.lower[head])
        self._said.setdefault(key, []).append(Selector.of(self._reading.page, span.start, span.end))
        self._new.setdefault(self._id(key), (p.lower[span.first], p.lower[head]))
        return self._id(key)

    def can_be(self, actor: str, word: str, *, right_before: bool = False) -> bool:
        """Whether a pronoun can mean an unnamed speaker, by its id: "he" only somebody new, such as "a resident".

        "The governor" is mostly a person who has a name in the report: only where he speaks `right_before`. "They" is
        nobody known to be one person, "it" one body.
        """
        first, head = self._new.get(actor, ("", ""))
        noun = unnamed_speakers().get(head)
        if word == "it":
            return noun is not None and noun.kind != "person" and not noun.plural
        if word in ("they", "them"):
            return head.endswith("s") if noun is None else noun.plural or noun.kind != "person"
        single = noun is not None and noun.kind == "person" and not noun.plural and (right_before or first in NEW)
        return word in HE | SHE and single and can_mean(word, names_woman(head))

    def actors(self) -> list[Actor]:
        """All of them, in the order in which they speak first."""
        return [self._actor(key, said) for key, said in self._said.items()]

    def _id(self, key: str) -> str:
        return content_id("actor", self._reading.article.id, "unnamed", key)

    def _actor(self, key: str, said: list[Selector]) -> Actor:
        known = unnamed_speakers()
        noun = next((known[word] for word in (self._heads[key], *key.split()) if word in known), None)
        names = tuple(dict.fromkeys(_called(s.exact, noun) for s in said))
        return Actor(
            id=self._id(key),
            name=names[0],
            kind=noun.kind if noun else "other",
            named=False,
            names=names,
            mentions=tuple(Mention(selector=s, form="description") for s in said),
            evidence=(unnamed_speaker(said[0]),),
        )


def is_new_person(span: Span, head: int, word: str) -> bool:
    """Whether "he" or "she" can mean somebody new without a name: "a resident", "Ann Roe's mother", "his mother"."""
    p = span.passage
    noun = unnamed_speakers().get(p.lower[head])
    own = p.lower[span.first] in OWN or any(p.lower[k] == "'s" for k in range(span.first, head))
    new = own or p.lower[span.first] in NEW
    person = noun is not None and noun.kind == "person" and not noun.plural
    return word in HE | SHE and new and person and can_mean(word, names_woman(p.lower[head]))


def _called(words: str, noun: UnnamedSpeaker | None) -> str:
    """What an unnamed speaker is called: a body without its article, as actors are that the report describes."""
    article, _, rest = words.partition(" ")
    return rest if rest and article.lower() == "the" and noun is not None and noun.kind in BODIES else words


def unnamed_speaker(said: Selector) -> Evidence:
    """Words that speak or are told something in this report and name nobody: one unnamed actor for each wording."""
    return Evidence(function="unnamed_speaker", score=0.8, detail=str(unnamed_speaker.__doc__), selectors=(said,))
