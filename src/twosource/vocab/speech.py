"""Verbs of speech and thought, the nouns and phrases that report speech, and the words for speakers who go unnamed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from twosource.vocab.rows import rows, split

Polarity = Literal["said", "denied", "not_said"]
Form = Literal["base", "s", "ed", "ing"]
ActorNoun = Literal["person", "group", "organization", "government", "other"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechVerb:
    """One verb: `rest` are the further words of a phrase ("out" of "point out"), `frames` the complements it takes."""

    lemma: str
    rest: tuple[str, ...]
    kind: str
    frames: frozenset[str]
    polarity: Polarity
    strength: float

    def takes(self, frame: str) -> bool:
        """Whether content of this shape can follow the verb."""
        return frame in self.frames


@dataclass(frozen=True, slots=True, kw_only=True)
class UnnamedSpeaker:
    """A noun for a speaker without a name ("officials"): what kind of actor it is, and how many."""

    noun: str
    kind: ActorNoun
    plural: bool


@cache
def speech_verbs() -> dict[str, tuple[tuple[SpeechVerb, Form], ...]]:
    """Every inflected first word to the verbs it can be, phrases before single words."""
    found: dict[str, list[tuple[SpeechVerb, Form]]] = {}
    for row in rows("speech_verbs.tsv"):
        verb = _verb(row)
        for word, form in _forms(row["lemma"].split(" ")[0], split(row["forms"])):
            found.setdefault(word, []).append((verb, form))
    return {word: tuple(sorted(verbs, key=lambda v: -len(v[0].rest))) for word, verbs in found.items()}


def cue_words(kind: str) -> frozenset[str]:
    """The words or phrases of one kind in the table of cue words: see its first lines for the kinds."""
    return _cue_words()[kind]


@cache
def _cue_words() -> dict[str, frozenset[str]]:
    """All kinds at once: there are more than forty, and reading the table for each took 0.2 s of every start."""
    found: dict[str, set[str]] = {}
    for row in rows("cue_words.tsv"):
        found.setdefault(row["kind"], set()).add(row["words"])
    return {kind: frozenset(words) for kind, words in found.items()}


@cache
def unnamed_speakers() -> dict[str, UnnamedSpeaker]:
    """Nouns for speakers without a name, singular and plural each on its own."""
    found: dict[str, UnnamedSpeaker] = {}
    for row in rows("unnamed_speakers.tsv"):
        for noun, plural in ((row["singular"], False), (row["plural"], True)):
            if noun:
                kind = "group" if plural and row["kind"] == "person" else row["kind"]
                found[noun] = UnnamedSpeaker(noun=noun, kind=cast("ActorNoun", kind), plural=plural)
    return found


@cache
def kindred_nouns() -> dict[str, frozenset[str]]:
    """Nouns for persons and bodies, two words at most, to the classes within which one stands for another."""
    found: dict[str, set[str]] = {}
    for row in rows("kindred_nouns.tsv"):
        for words in split(row["words"]):
            found.setdefault(words, set()).add(row["class"])
    return {words: frozenset(classes) for words, classes in found.items()}


def _verb(row: dict[str, str]) -> SpeechVerb:
    return SpeechVerb(
        lemma=row["lemma"],
        rest=tuple(row["lemma"].split(" ")[1:]),
        kind=row["class"],
        frames=frozenset(split(row["frames"])),
        polarity=cast("Polarity", row["polarity"]),
        strength=float(row["strength"]),
    )


def _forms(lemma: str, irregular: tuple[str, ...]) -> list[tuple[str, Form]]:
    forms: dict[str, Form] = {lemma: "base", _plain_s(lemma): "s", _plain_ing(lemma): "ing"}
    if not any(not word.endswith(("ing", "s")) for word in irregular):
        forms[_plain_ed(lemma)] = "ed"
    for word in irregular:
        forms[word] = "ing" if word.endswith("ing") else "s" if word.endswith("s") else "ed"
    return list(forms.items())


def _plain_ed(lemma: str) -> str:
    if _y_changes(lemma):
        return lemma[:-1] + "ied"
    return lemma + ("d" if lemma.endswith("e") else "ed")


def _y_changes(lemma: str) -> bool:
    return lemma.endswith("y") and lemma[-2:-1] not in "aeiou"


def _plain_s(lemma: str) -> str:
    if _y_changes(lemma):
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s")


def _plain_ing(lemma: str) -> str:
    return (lemma[:-1] if lemma.endswith("e") and not lemma.endswith("ee") else lemma) + "ing"
