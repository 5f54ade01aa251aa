"""Names cut to what our guideline counts as theirs: no article, title, possessive or small words at the ends."""

from __future__ import annotations

from collections.abc import Sequence

from training.language.sets.wordlists import words_of
from twosource.nlp.offices import office_length
from twosource.vocab.names import given_names, particles

Bounds = tuple[int, int]
"""First word and one past the last word."""


def trimmed(words: Sequence[str], start: int, end: int) -> Bounds:
    """The bounds without articles, possessives, marks and small words at the ends; empty if nothing is capitalised.

    Particles of names ("al", "bin") stay at the start, and so do figures at either end ("Mirage 2000").
    """
    while start < end and not _opens(words[start]) and not _prefix(words, start, end):
        start += 1
    while end > start and not _closes(words[end - 1]):
        end -= 1
    return (start, end) if any(has_capital(word) for word in words[start:end]) else (start, start)


def without_title(words: Sequence[str], start: int, end: int) -> Bounds:
    """The bounds of a person's name without offices, forms of address and the country of the office before it."""
    start, end = trimmed(words, start, end)
    run = list(words[start:end])
    offices = [at + office_length(run[at:]) for at in range(len(run)) if office_length(run[at:])]
    cut = max((after for after in offices if after < len(run)), default=0)
    if cut and run[0] not in given_names():
        return trimmed(words, start + cut, end)
    return (end, end) if offices and office_length(run) == len(run) else (start, end)


def capital_runs(words: Sequence[str], start: int, end: int) -> list[Bounds]:
    """Runs of capitalised words, with small words of names between them ("Horn of Africa"), each trimmed."""
    runs: list[Bounds] = []
    for word in range(start, end):
        if not has_capital(words[word]) or words[word] in words_of("article"):
            continue
        if runs and all(part in words_of("inside") or part[0].isdigit() for part in words[runs[-1][1] : word]):
            runs[-1] = (runs[-1][0], word + 1)
        else:
            runs.append((word, word + 1))
    return runs


def has_capital(word: str) -> bool:
    """Whether a word has a capital at its start or inside ("iPhone", "al-Qaida")."""
    return any(letter.isupper() for letter in word)


def is_particle(word: str) -> bool:
    """Whether a small word is a part of names ("bin", "de") and no English word besides."""
    return word in particles() and word not in words_of("english")


def _prefix(words: Sequence[str], at: int, end: int) -> bool:
    return at + 1 < end and words[at] in words_of("prefix") | particles() and words[at + 1] == "-"


def _opens(word: str) -> bool:
    if word in words_of("article") or word in words_of("possessive"):
        return False
    return has_capital(word) or word[0].isdigit() or is_particle(word)


def _closes(word: str) -> bool:
    if word in words_of("article") or word in words_of("possessive"):
        return False
    return has_capital(word) or word[0].isdigit()
