"""Names of persons without the forms of address and ranks that an analyzer took into them: "Alhaji | Musa Low"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from twosource.model import Name, Sentence, Token
from twosource.vocab.names import given_names, honorifics, office_heads
from twosource.vocab.speech import unnamed_speakers
from twosource.vocab.states import us_states
from twosource.vocab.word_sets import word_set

_BARE = 2
"""Words of the name that must be left behind a rank: "Marshal Tito" and "Major Tom" go by theirs."""
_RANKS = frozenset(("police", "commander"))
"""Classes of offices that are ranks; "Prince", "Duke", "Sheikh" and "Bishop" are names as well."""
_NAMES_TOO = frozenset(("monarch", "religious"))
_PARTIES = frozenset(("D", "R", "I"))
_PERSONS_TOO = frozenset(("GPE", "LOC", "FAC", "MISC", "ORG"))


def bare_names(sentences: Sequence[Sentence], names: Sequence[Name]) -> tuple[Name, ...]:
    """The names, those of persons without a form of address or a rank that opens them, in their order.

    What only says a lawmaker's party and state is left out: "Ann Low, | D-N.Y. |, asked".
    """
    return tuple(_bare(tokens, n) for n in names if not _is_seat(tokens := sentences[n.sentence].tokens, n))


def _is_seat(tokens: Sequence[Token], name: Name) -> bool:
    words = "".join(t.text for t in tokens if name.start <= t.start and t.end <= name.end)
    party, hyphen, state = words.partition("-")
    return party in _PARTIES and hyphen != "" and state in us_states()


def _bare(tokens: Sequence[Token], name: Name) -> Name:
    words = [t for t in tokens if name.start <= t.start and t.end <= name.end]
    before = [t for t in tokens if t.end <= name.start][-_BARE:]
    k = int(len(words) > 1 and any(map(_is_sure, before)) and _goes_on(words[0]))  # "Dato' | Seri Musa Low"
    while k + 1 < len(words) and _is_address(words, k):
        k += 1
    if k == 0 or (name.label != "PER" and len(words) - k < _BARE):
        return name
    addressed = name.label == "PER" or (name.label in _PERSONS_TOO and _is_sure(words[0]))
    return replace(name, start=words[k].start, label="PER") if addressed else name


def _is_address(words: Sequence[Token], k: int) -> bool:
    """Whether word `k` only says how somebody is addressed, or which rank he has where two words are left."""
    word = words[k].text.rstrip(".").lower()
    if words[k].text in given_names():
        return False
    if len(words) - k > _BARE and words[k].text[0].isupper() and _is_noun_for_one(word):
        return True  # "Spaniard | Jon Low", "Passenger | Ann Low"
    if _is_sure(words[k]) or (k > 0 and _goes_on(words[k])):
        return True
    head = office_heads().get(word)
    return head is not None and head.kind in _RANKS and len(words) - k > _BARE


def _is_noun_for_one(word: str) -> bool:
    """Whether a noun with a capital, at the beginning of a sentence, tells what a person is and is no name."""
    noun = unnamed_speakers().get(word)
    person = noun is not None and noun.kind == "person" and not noun.plural
    head = office_heads().get(word)
    named = head is not None and head.kind in _NAMES_TOO  # "Bishop John Low"
    return (person and not named) or word in word_set("nouns for one of a country")


def _goes_on(token: Token) -> bool:
    """Whether a word can be the second of a form of address."""
    return token.text.rstrip(".").lower() in word_set("after a form of address")


def _is_sure(token: Token) -> bool:
    word = token.text.rstrip(".").lower()
    return token.text[0].isupper() and word in honorifics() and word not in word_set("forms of address that are names")
