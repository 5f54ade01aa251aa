"""Lemmas by rule: irregular forms from a table, regular ones by asking which stem is a word."""

from __future__ import annotations

from functools import cache, lru_cache

from twosource.vocab.rows import rows, split
from twosource.vocab.tags import tag_words

_VOWELS = "aeiou"


@cache
def _irregular() -> dict[str, dict[str, str]]:
    return {
        row["upos"]: {form: lemma for form, _, lemma in (x.partition("=") for x in split(row["forms"]))}
        for row in rows("irregular_forms.tsv")
    }


def is_irregular_verb(low: str) -> bool:
    """Whether a word in small letters is an irregular form of a verb."""
    return low in _irregular()["VERB"]


@cache
def _stems(tag: str) -> frozenset[str]:
    """Words seen as a bare verb, a singular noun or a plain adjective."""
    wanted = {"VERB": ("VERB.VB", "VERB.VBP"), "NOUN": ("NOUN.NN",), "ADJ": ("ADJ.JJ",), "ADV": ("ADV.RB",)}[tag]
    return frozenset(w for w, states in tag_words().items() if any(s in states for s in wanted))


@lru_cache(maxsize=50_000)
def lemma(word: str, upos: str) -> str:
    """The lemma of a word by its UD tag: proper nouns as written, all else in small letters."""
    if upos in ("PROPN", "NUM", "SYM", "PUNCT", "X") or word == "I":
        return word
    low = word.lower().replace("’", "'")
    if (fixed := _irregular().get(upos, {}).get(low)) is not None:
        return fixed
    if upos in ("VERB", "AUX"):
        return _verb(low)
    if upos == "NOUN":
        return _noun(low)
    return _compared(low, upos) if upos in ("ADJ", "ADV") else low


def _verb(low: str) -> str:
    if low.endswith("ing") and len(low) > 4:
        return _restored(low[:-3])
    if low.endswith("ied") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith("eed"):
        return low if low in _stems("VERB") else low[:-1]
    if low.endswith("ed") and len(low) > 3:
        return _restored(low[:-2])
    return _without_s(low, "VERB")


def _noun(low: str) -> str:
    if low.endswith(("ss", "us", "is", "'s")) or not low.endswith("s") or len(low) < 4:
        return low
    return _without_s(low, "NOUN")


def _without_s(low: str, upos: str) -> str:
    if not low.endswith("s") or low.endswith("ss") or len(low) < 3:
        return low
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith("es"):
        if low[:-1] in _stems(upos):
            return low[:-1]
        if low[:-2] in _stems(upos) or low.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
            return low[:-2]
    return low[:-1]


def _restored(stem: str) -> str:
    """From "mak" to make, from "stopp" to stop: the form that is a known verb, else what the sounds suggest."""
    known = _stems("VERB")
    doubled = len(stem) > 2 and stem[-1] == stem[-2]
    undoubled = stem[:-1] if doubled and stem[-1] not in "s" else stem
    for form in (stem + "e", stem, undoubled) if not doubled else (undoubled, stem, stem + "e"):
        if form in known:
            return form
    if doubled and stem[-1] not in "lsfz":
        return undoubled
    soft = stem.endswith(
        ("at", "iz", "is", "uc", "dg", "eg", "ag", "ng", "iv", "ev", "ov", "av", "ur", "ir", "as", "os", "us")
    )
    return stem + "e" if soft and not stem.endswith(("eat", "oat", "ting", "our", "bang", "hang", "ring")) else stem


def _compared(low: str, upos: str) -> str:
    for ending in ("est", "er"):
        if low.endswith(ending) and len(low) > len(ending) + 2 and low not in _stems(upos):
            return _plain(low[: -len(ending)])
    return low


def _plain(stem: str) -> str:
    known = _stems("ADJ") | _stems("ADV")
    forms = (stem[:-1] + "y" if stem.endswith("i") else stem, stem + "e", stem[:-1] if stem[-1] == stem[-2] else stem)
    return next((form for form in forms if form in known), forms[0])
