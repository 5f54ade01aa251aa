"""Clauses cut out of a sentence that lead to what follows them there, and so do not stand without it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from twosource.briefs.reports import Reports
from twosource.model import Quote, Selector
from twosource.vocab.events import verb_forms
from twosource.vocab.finding_words import finding_words
from twosource.vocab.rows import rows
from twosource.vocab.word_sets import word_set

_COLON = re.compile(r"[\s”\"]{0,2}:(?=\s|$)")
_DASH = re.compile(r"\s?(?:–|—|―|--|- )")
_DASHES = re.compile(r"–|—|―|--|\s-\s")
_INSERT = re.compile(r", [^\s,]{1,12}(?: [^\s,]{1,12})?$")
_OBJECT = re.compile(r"\.?, (?:an?\b|th)")
_NO_MARK = re.compile(r"\s(\w{1,10})")
_FULL_STOP = re.compile(r"[”\"’)]{0,2}[.!?]|\s{0,3}$|\n")
_OPEN_THAT = re.compile(r"\bthat (?:his|her|its|their|the|a|an) (?:\w{1,30} )?\w{0,28}(?<!ed)$")
_RELATIVE = re.compile(r"\b(?:which|who|whom|that)\s$")
FAR = 80
"""Characters before the end of a clause in which a "that" without a verb stands."""
AFTER = 12
"""Characters behind a clause in which the mark or word that follows it stands."""


def goes_on(at: Selector, reports: Reports) -> bool:
    """Whether the words lead to what follows: a colon, the second of two dashes, an object, a word without a mark
    before it; a clause without a verb does too.
    """
    exact = at.exact.rstrip()
    end = at.start + len(exact)
    after = reports.pages[at.page].text[end : end + AFTER]
    if _COLON.match(after) or (_DASH.match(after) and _DASHES.search(exact)):
        return True
    if _OBJECT.match(after) and _INSERT.search(exact, max(0, len(exact) - FAR)):
        return True  # "has sent Roe, 34, | a letter"
    ended = _FULL_STOP.match(after) or (exact.rstrip('”"’)')[-1:] in tuple(".!?") and not after.startswith(","))
    return not ended and bool(exact) and _leads(exact, after)


def _leads(exact: str, after: str) -> bool:
    """Whether a clause in the middle of its sentence is no whole one: "In a letter shown on Monday | , Roe said"."""
    words = exact.lower().split()
    comes_first = words[0] in word_set("open what comes first") and after.startswith(",") and "," not in exact
    open_that = _OPEN_THAT.search(exact, max(0, len(exact) - FAR))
    return comes_first or _runs_on(after) or open_that is not None or not has_verb(words)


def _runs_on(after: str) -> bool:
    """Whether a word follows without a mark, and opens no clause of its own: "… | as the strike went on"."""
    word = _NO_MARK.match(after)
    return word is not None and word[1].lower() not in finding_words("opens beside") | finding_words("adds")


def has_verb(words: Sequence[str]) -> bool:
    """Whether one of the words, in small letters, can be a finite verb: none after "to" or "the", none in -ing."""
    for before, word in zip(("", *words), words, strict=False):
        bare = re.split("[’',.;:]", word)[0]
        named = before in ("to", "the", "a", "an") or before.endswith(("’s", "'s"))
        if not named and (bare in _verbs() or bare.endswith("ed")):
            return True
    return False


def is_gapped(quote: Quote, reports: Reports) -> bool:
    """Whether its subject stands before the speaker: "which | she said | helped the town"."""
    first = min((s.start for s in (quote.speaker_selector, quote.cue) if s), default=quote.content[0].start)
    return bool(_RELATIVE.search(reports.pages[quote.content[0].page].text, max(0, first - AFTER - 2), first))


@cache
def _verbs() -> frozenset[str]:
    """Forms that can be finite verbs, not those in -ing."""
    irregular = (r["forms"] for r in rows("irregular_forms.tsv") if r["upos"] in ("VERB", "AUX"))
    known = {pair.partition("=")[0] for forms in irregular for pair in forms.split("|")}
    found = known | set(verb_forms()) | word_set("verbs that open a question")
    return frozenset(w for w in found if not w.endswith("ing"))
