"""The words of an office before a name: "US Defense Secretary", "former Deputy Prime Minister", "Mr"."""

from __future__ import annotations

from functools import cache

from twosource.vocab.countries import country_of
from twosource.vocab.names import body_names, given_names, honorifics, name_cues, office_heads, office_parts, portfolios

_LONGEST_PHRASE = 5
_LINKS = frozenset(("of", "for", "and", "the", "-", "&"))
_NOT_BEFORE_NAMES = frozenset(("civil", "media", "rebel"))
"""Occupations are written small before a name ("singer Ana Roe"): capitalised they are part of it."""


@cache
def _phrases() -> dict[str, str]:
    found = dict.fromkeys(portfolios(), "portfolio") | dict.fromkeys(office_heads(), "head")
    return found | dict.fromkeys(honorifics(), "honorific")


def office_word(words: list[str], i: int) -> tuple[str, int]:
    """What stands at `words[i]` (head, portfolio, part, honorific, country, link or nothing) and for how many words."""
    for n in range(min(_LONGEST_PHRASE, len(words) - i), 0, -1):
        phrase = " ".join(words[i : i + n]).lower().replace(" - ", "-").rstrip(".")
        if kind := _phrases().get(phrase, ""):
            return kind, n
        if n <= 3 and (country_of(" ".join(words[i : i + n])) or (n == 1 and _is_body(words[i]))):
            return "country", n
    word = words[i].lower().rstrip(".")
    if word in office_parts():
        return "part", 1
    return ("link", 1) if word in _LINKS else ("", 1)


def _is_body(word: str) -> bool:
    return word in body_names() or (1 < len(word) < 7 and word.isalpha() and word.isupper())


def office_length(words: list[str]) -> int:
    """How many words at the start of a capitalised run are an office or a form of address; 0 if none."""
    i = end = 0
    while i < len(words):
        kind, n = office_word(words, i)
        if not kind or (kind == "head" and _is_occupation(words[i : i + n])):
            break
        linked = i > 0 and words[i - 1] in _LINKS
        if end and kind in ("country", "part") and not linked and not _head_follows(words, i + n):
            break
        if end and kind == "portfolio" and not linked and not _head_follows(words, i + n):
            break
        i += n
        if kind in ("head", "honorific") or (end and linked and kind in ("portfolio", "country")):
            end = i
    return end if not _names_a_body(words[end:]) else 0


def _is_occupation(words: list[str]) -> bool:
    return office_heads()[" ".join(words).lower().replace(" - ", "-").rstrip(".")].kind in _NOT_BEFORE_NAMES


def _head_follows(words: list[str], i: int) -> bool:
    """Whether another head stands within the next two words."""
    return any(office_word(words, k)[0] == "head" for k in range(i, min(i + 2, len(words))))


def _names_a_body(rest: list[str]) -> bool:
    """Whether what is left after the title makes all of it the name of a body or a place ("General Assembly")."""
    if not rest or rest[0] in given_names():
        return False
    cues = [c for c in name_cues().get(rest[-1], ()) if c.where == "last"]
    return any(c.label != "LOC" or len(rest) > 1 for c in cues)
