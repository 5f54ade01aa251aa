"""Lemmas by rule: irregular forms from a table, regular ones by asking which stem is a word."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from twosource.vocab.rows import rows, split
from twosource.vocab.tags import tag_words

_VOWEL = re.compile("[aeiouy]")
_NEEDS_E = re.compile(
    r"""
      (?: [cuvz] | [^s]s                             # forc-, argu-, solv-, seiz-; collaps-, accus-
        | [bcdfgkptz]l | [dlr]g | [aei]g             # settl-; judg-, divulg-, charg-; manag-, alleg-, oblig-
        | (?:ch|r)ang | eng | ung | (?:inf|c)ring    # chang-, aveng-, plung-, infring-
        | [^eo]at | creat | (?:m|n|qu|v)ot | [nr]ven # educat-, promot-, interven-
        | (?:ad|gn|pl|sc|st)or                       # ador-, ignor-, explor-, scor-, restor-
        | (?:^|[^aeiou]|qu)                          # one vowel between consonants, and no doubling after it:
          (?: a[dkmpr] | ed | i[bdfiklmnr] | o[bdkl] | u[dklmrt] )   # declar-, conced-, decid-, explod-, resum-
        | ^(?:[^aeiouy]{0,4}|[^aeiouy]?qu)[aeiouy][^aeiouwxy]        # not-, quot-, fin-, us-, typ-
      )$""",
    re.VERBOSE,
)
"""Stems that end so have lost an e before -ed and -ing. Of the 2,358 such forms in EWT and GUM 98 in 100 come out right
by spelling alone, 99 where the verbs seen have the first word."""
_LONG_DOUBLE_L = re.compile("[aeiou][^aeiou]+[aeou]ll$")
"""Of longer verbs -ell and the like has a doubled l: expelled, controlled, cancelled, but dwelled, called."""


@cache
def _irregular() -> dict[str, dict[str, str]]:
    return {
        row["upos"]: {form: lemma for form, _, lemma in (x.partition("=") for x in split(row["forms"]))}
        for row in rows("irregular_forms.tsv")
    }


def is_irregular_verb(low: str) -> bool:
    """Whether a word in small letters is an irregular past form of a verb."""
    return low in _irregular()["VERB"] and not low.endswith("ing")


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


@cache
def _seen_as_verb() -> dict[str, int]:
    """Bare verbs to how often each was seen."""
    return {w: n for w, states in tag_words().items() if (n := states.get("VERB.VB", 0) + states.get("VERB.VBP", 0))}


def _verb(low: str) -> str:
    if low.endswith("ing") and _VOWEL.search(low, 0, len(low) - 3):
        return _restored(low[:-3])
    if low.endswith("ied"):
        return low[:-3] + "y" if len(low) > 4 else low[:-1]
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
    """From "mak" to make, from "stopp" to stop: the form seen most as a verb, else what the spelling says."""
    doubled = len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "eo"
    spelled = _undoubled(stem) if doubled else stem + "e" if _NEEDS_E.search(stem) else stem
    seen = _seen_as_verb()
    forms = dict.fromkeys((spelled, stem, stem[:-1] if doubled else stem + "e"))
    return max(forms, key=lambda form: seen.get(form, 0))


def _undoubled(stem: str) -> str:
    """Of "stopp", "expell" one letter goes, of "kill", "pass", "add" none."""
    keeps = stem[-1] in "sfz" or len(stem) == 3 or (stem[-1] == "l" and not _LONG_DOUBLE_L.search(stem))
    return stem if keeps else stem[:-1]


def _compared(low: str, upos: str) -> str:
    for ending in ("est", "er"):
        if low.endswith(ending) and len(low) > len(ending) + 2 and low not in _stems(upos):
            return _plain(low[: -len(ending)])
    return low


def _plain(stem: str) -> str:
    known = _stems("ADJ") | _stems("ADV")
    forms = (stem[:-1] + "y" if stem.endswith("i") else stem, stem + "e", stem[:-1] if stem[-1] == stem[-2] else stem)
    return next((form for form in forms if form in known), forms[0])
