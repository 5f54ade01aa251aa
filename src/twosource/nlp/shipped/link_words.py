"""What the words around the head of a mention say of it: name or noun, pronoun, article, number, strings to compare."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

KINDS = ("pronoun", "name", "definite", "indefinite", "demonstrative", "possessed", "bare")
PRONOUNS = {
    "i": ("i", "me", "my", "mine", "myself"),
    "we": ("we", "us", "our", "ours", "ourselves"),
    "you": ("you", "your", "yours", "yourself", "yourselves"),
    "he": ("he", "him", "his", "himself"),
    "she": ("she", "her", "hers", "herself"),
    "it": ("it", "its", "itself"),
    "they": ("they", "them", "their", "theirs", "themselves"),
    "this": ("this", "that", "these", "those"),
    "": (),
}
"""Classes of pronouns; the last holds all others ("someone", "which")."""
NUMBERS = ("Sing", "Plur")
TYPES = ("abstract", "animal", "event", "object", "organization", "person", "place", "plant", "substance", "time")
"""GUM's types of mentions."""
_CLASS = {word: i for i, words in enumerate(PRONOUNS.values()) for word in words}
_ARTICLES = {"the": "definite", "this": "demonstrative", "that": "demonstrative", "these": "demonstrative",
             "those": "demonstrative"}  # fmt: skip
_NAMING = ("PROPN", "NOUN", "ADJ", "VERB", "X")
_INSIDE = ("of", "for", "on", "the")
_REACH = 8
"""Words that are looked at on either side of a head: time stays linear on any text."""
_SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "nsubj:outer")


class Tagged(Protocol):
    """The labels of a sentence, in step with its words."""

    @property
    def upos(self) -> Sequence[str]: ...  # noqa: D102
    @property
    def feats(self) -> Sequence[str]: ...  # noqa: D102
    @property
    def heads(self) -> Sequence[int]: ...  # noqa: D102
    @property
    def deprels(self) -> Sequence[str]: ...  # noqa: D102
    @property
    def mentions(self) -> Sequence[str]: ...  # noqa: D102


class Seen(NamedTuple):
    """A mention in numbers. Strings are numbered as they come, those of an article alike; -1 for none."""

    sentence: int
    token: int
    """Place of the head word in the article."""
    governor: int
    """Place of the word that governs it, -1 for the root."""
    relation: int
    """1 a subject, 2 an apposition, 0 else."""
    word: int
    """The head word in small letters."""
    phrase: int
    """The whole name, or the noun with the adjectives and nouns before it."""
    key: int
    """The last word of a name, the noun; none for a pronoun."""
    first: int
    """The first word of a name."""
    initials: int
    short: int
    """The word itself where it may be an acronym: it is compared with the initials of another."""
    kind: int
    pronoun: int
    number: int
    type: int
    opening: int
    """1 for one of the first two words of a sentence."""


def seen(sentences: Sequence[Sequence[str]], labels: Sequence[Tagged]) -> Iterator[Seen]:
    """The mentions of an article in the order of its words; `labels` of each sentence say which words head one."""
    codes: dict[str, int] = {}
    before = 0
    for i, (words, own) in enumerate(zip(sentences, labels, strict=True)):
        for k, mention in enumerate(own.mentions):
            if mention:
                yield _seen(words, own, k, i, before, codes)
        before += len(words)


def _seen(words: Sequence[str], own: Tagged, k: int, sentence: int, before: int, codes: dict[str, int]) -> Seen:
    low, kind = words[k].lower(), _kind(words, own, k)
    name = [words[j] for j in _name(words, own, k)] if kind == "name" else []
    phrase = name or (_modified(words, own, k) if kind != "pronoun" else [])
    governor, deprel = own.heads[k], own.deprels[k]
    return Seen(
        sentence=sentence,
        token=before + k,
        governor=before + governor if governor >= 0 else -1,
        relation=1 if deprel in _SUBJECTS else 2 if deprel == "appos" else 0,
        word=_code(low, codes),
        phrase=_code(" ".join(phrase).lower(), codes),
        key=_code(phrase[-1].lower() if phrase else "", codes),
        first=_code(name[0].lower() if name else "", codes),
        initials=_code(_initials(name), codes),
        short=_code(_short(words[k]) if name else "", codes),
        kind=KINDS.index(kind),
        pronoun=_CLASS.get(low, len(PRONOUNS) - 1) if kind == "pronoun" else -1,
        number=next((i for i, value in enumerate(NUMBERS) if f"Number={value}" in own.feats[k]), -1),
        type=TYPES.index(own.mentions[k]) if own.mentions[k] in TYPES else -1,
        opening=int(k < 2),
    )


def _code(text: str, codes: dict[str, int]) -> int:
    return codes.setdefault(text, len(codes)) if text else -1


def _kind(words: Sequence[str], own: Tagged, k: int) -> str:
    if own.upos[k] == "PRON" or (own.upos[k] == "DET" and words[k].lower() in _CLASS):
        return "pronoun"
    if own.upos[k] == "PROPN":
        return "name"
    for j in range(k - 1, max(-1, k - 1 - _REACH), -1):
        if own.heads[j] == k and own.deprels[j] in ("det", "nmod:poss"):
            return "possessed" if own.deprels[j] == "nmod:poss" else _ARTICLES.get(words[j].lower(), "indefinite")
    return "bare"


def _name(words: Sequence[str], own: Tagged, k: int) -> list[int]:
    """The words of the name that a proper noun heads: capitalised, hanging from it, with what joins them inside.

    "Ann Roe" where "Ann" is the head; "Bureau of Investigation"; "Hong Kong" alone of "the Hong Kong Police".
    """
    taken = {k}
    for side in (range(k - 1, max(-1, k - 1 - _REACH), -1), range(k + 1, min(len(words), k + 1 + _REACH))):
        for j in side:
            if words[j][:1].isupper() and own.heads[j] in taken and own.upos[j] in _NAMING:
                taken.add(j)
            elif words[j] not in _INSIDE:
                break
    return sorted(taken)


def _modified(words: Sequence[str], own: Tagged, k: int) -> list[str]:
    """A noun with the words before it that tell which: "prime minister", "third attack"."""
    start = k
    while start > max(0, k - _REACH) and own.upos[start - 1] in ("ADJ", "NOUN", "PROPN", "NUM"):
        start -= 1
    return list(words[start : k + 1])


def _initials(name: Sequence[str]) -> str:
    """FBI for Federal Bureau Investigation; empty for a name of one word."""
    return "".join(word[0] for word in name) if len(name) > 1 else ""


def _short(word: str) -> str:
    letters = word.replace(".", "")
    return letters if letters.isupper() and 1 < len(letters) < _REACH else ""
