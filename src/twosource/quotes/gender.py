"""Whether "he" or "she" can mean somebody, by the pronouns, titles and nouns that a report has for them."""

from __future__ import annotations

from twosource.model import Actor
from twosource.vocab.names import given_names
from twosource.vocab.speech import cue_words

HE, SHE = frozenset(("he", "him", "his", "himself")), frozenset(("she", "her", "hers", "herself"))
MEN = HE | {"mr", "sir", "lord", "king", "prince", "father", "pope"}
WOMEN = SHE | {"mrs", "ms", "miss", "lady", "queen", "princess"}


def can_mean(word: str, woman: bool | None) -> bool:
    """Whether "he" or "she" can mean a woman, a man, or (None) somebody of whom neither is told."""
    return woman is None or woman == (word in SHE)


def is_woman(actor: Actor, text: str) -> bool | None:
    """What pronouns and titles in an article's text tell of an actor, else the given name; None if nothing does."""
    shown = is_shown_woman(actor, text)
    if shown is not None:
        return shown
    first = actor.name.split()[0] if actor.kind == "person" and " " in actor.name else ""
    return {"m": False, "f": True}.get(given_names().get(first.split("-")[0], ""))


def is_shown_woman(actor: Actor, text: str) -> bool | None:
    """What pronouns and titles in an article's text tell of an actor, whatever the given name."""
    for m in actor.mentions:
        before = text[max(0, m.selector.start - 5) : m.selector.start]
        told = {*_plain(m.selector.exact), *_plain(before)[-1:]}
        if told & MEN or told & WOMEN:
            return bool(told & WOMEN)
    return None


def names_woman(noun: str) -> bool | None:
    """What a noun tells: "a spokeswoman", "her brother"; None for "a resident"."""
    if noun in cue_words("she_noun"):
        return True
    return False if noun in cue_words("he_noun") else None


def _plain(words: str) -> list[str]:
    return words.lower().replace(".", "").split()
