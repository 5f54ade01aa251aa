"""Whether words of a report can stand after "report that", and how they are written there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

from twosource.briefs.marks import paired
from twosource.text.stems import stem
from twosource.vocab.numbers import number_words
from twosource.vocab.word_sets import word_set
from twosource.vocab.word_shares import word_shares

LONGEST = 300
"""Characters of the reports' own words in one statement."""
SHORTEST = 4
"""Words of a clause that can stand after "report that"."""
TITLED, LONG_WORD = 0.7, 4
"""Part of the words of so many letters, five or more of them, that have a capital in a headline."""
_LEADING = re.compile(
    r"^(?:(?:and|but|or|so|yet|that|while|also|meanwhile|however|nevertheless|then|instead|still)\b[,\s]*){1,3}", re.I
)
_TRAILING = re.compile(r",?\s(?:and\s)?(?:said|says|saying|added|adding|told reporters)$")
_DATELINE = re.compile(
    r"^(?:[A-Z]{3}[^–—―]{0,50}(?:\s(?:–|—|―|--)\s?|(?:–|—|―|--)\s)"
    r"|[^–—―]{2,40}\([^()]{2,20}\)\s?(?:–|—|―|--|-)\s)"
)
_LABEL = re.compile(r"(?:[^\s:]{1,20} ){0,4}[^\s:,]{2,20}: |[A-Z]{2,20}(?: [A-Z]{2,20}){0,3}:|\d{1,2}:\d\d [A-Z]")
_RUBRIC = re.compile(r"^[A-Z][\w’']{1,20}(?: [a-z][\w’']{0,20}){1,4}: (?=[A-Z])")
_SHOUTED = re.compile(r"^(?:[A-Z]{1,20}(?: [A-Z]{2,20}){1,5}|[A-Z]{2,20})(?= [a-z])")
_INITIALS = re.compile(r"(?<!\w)[A-Z]\.[A-Z]\.?$")
_SHORTENED = re.compile(r"\b(?:[ap]\. ?m|[A-Z]\.[A-Z])\.$")
_COUNTRIES = ("U.S", "U.K", "U.N", "E.U", "D.C", "U.S.", "U.K.", "U.N.", "E.U.", "D.C.")
_ONLY_RELATIVE = re.compile(r"^(?:the|an?) [^,]{1,60}, (?:who|which|whose) [^,]{1,300}$", re.I)
_CREDIT = re.compile(
    r"\((?:credit|photo|image|picture|source|file)\b[^)]{0,80}\)|^\([^)]{3,60}\)\s|pic\.twitter\.com|\(@\w{1,30}\)",
    re.I,
)
_GLUED = re.compile(r"[a-z]{2}[.!?](?:[A-Z][a-z]|#)|\(@\w{1,30}\)")
_QUOTED = re.compile(r"“[^”]{0,400}”|\"[^\"]{0,400}\"")
_WORD = re.compile(r"[\w’']+")


class Spelling(Protocol):
    """How the reports write their words inside a sentence."""

    @property
    def small(self) -> frozenset[str]:
        """Those with a small letter."""

    @property
    def capitals(self) -> frozenset[str]:
        """Those with a capital."""


def clause(text: str, reports: Spelling, *, proper: bool = False) -> str | None:
    """The words as they stand after "that": no dateline, opening conjunction or mark at the end; None for a fragment.

    A capital at the beginning becomes small unless the word is `proper` or the reports write it so elsewhere.
    """
    whole = " ".join(text.split())
    opened = _RUBRIC.sub("", _DATELINE.sub("", whole))
    flat = _TRAILING.sub("", without_lead(_trim(_spoken_softly(opened, reports))))
    flat = f"{flat[:-2]}”" if flat.endswith(",”") else flat
    words = flat.split()
    if len(words) < SHORTEST or len(flat) > LONGEST or not flat[:1].isalnum():
        return None
    if any(fault(flat, words) for fault in FAULTS):
        return None
    kept = (proper and whole.startswith(flat)) or keeps_capital(words, reports)
    return paired(flat) if kept else paired(flat[0].lower() + flat[1:])


def without_lead(text: str) -> str:
    """The words without an opening "and", "but", "that", "however"; in "But that" the second word is a pronoun."""
    found = _LEADING.match(text)
    if found and found[0].split()[-1].lower().strip(",") == "that" and len(found[0].split()) > 1:
        return text[found[0].lower().rindex("that") :]
    return text[found.end() :] if found else text


def _spoken_softly(flat: str, reports: Spelling) -> str:
    """The words without the capitals that some papers open a report with: "A HALDEN man" is "A Halden man"."""
    found = _SHOUTED.match(flat)
    if found is None:
        return flat
    words = found[0].lower().split()
    plain = _plain_words() | reports.small
    one = len(words) == 1 and words[0] not in word_set("open what comes first")  # "WHO officials", "US troops"
    if one or not (any(len(w) > LONG_WORD for w in words) or plain.issuperset(words)):
        return flat
    return " ".join(_softly(w, reports) for w in found[0].split()) + flat[found.end() :]


def _plain_words() -> frozenset[str]:
    return word_set("small openings") | word_set("words of a sentence") | word_set("open what comes first")


def _softly(word: str, reports: Spelling) -> str:
    if word.lower() in _plain_words() or word.lower() in reports.small:
        return word.lower()
    return word.capitalize() if word.capitalize() in reports.capitals else word


def is_fragment(flat: str, words: Sequence[str]) -> bool:
    """A part of a sentence: it opens as none does, or holds half a bracket or quotation."""
    first = words[0].lower()
    participle = first.endswith(("ed", "ing")) and words[1].lower() in word_set("after a participle that opens")
    opens = first in word_set("openings of a fragment") or words[0] in word_set("verbs that open a question")
    if opens or first.endswith(("n’t", "n't")) or _ONLY_RELATIVE.match(flat):
        return True
    if participle or flat.count("(") != flat.count(")"):
        return True
    return flat.count("“") != flat.count("”") or bool(flat.count('"') % 2)


def ends_open(flat: str, words: Sequence[str]) -> bool:
    """Its last word asks for more ("a video claiming", "such as P.J."), or it asks or exclaims and states nothing."""
    initials = _INITIALS.search(flat)
    if initials and initials[0] not in _COUNTRIES:
        return True
    return flat[-1] in "?!" or words[-1].lower().rstrip(".") in word_set("ends of no clause")


def leans(_: str, words: Sequence[str]) -> bool:
    """Whom or what it tells of was named before: "one, Ann Brenn of Halden, was", "two were", "that was"."""
    if words[0].lower() == "that":
        return words[1] in word_set("verbs that open a question") or words[1].endswith(("n’t", "n't"))
    if words[0].lower().strip(",") not in word_set("leaning quantities"):
        return False
    second = words[1].lower().strip(",")
    return (
        words[0].endswith(",")
        or second in word_set("auxiliaries")
        or [w.strip(",") for w in words[1:3]] == ["of", "them"]
    )


def is_own(flat: str, _: Sequence[str]) -> bool:
    """Outside quotation marks it speaks as the reporter or a speaker does ("told us", "this newspaper")."""
    plain = _QUOTED.sub(" ", flat)
    spoken = (w.lower() for w in _WORD.findall(plain) if len(w) == 1 or not w.isupper())  # "US" is a country
    if {re.split("[’']", w)[0] for w in spoken} & word_set("first and second person"):
        return True
    return any(f"this {paper}" in plain for paper in ("newspaper", "reporter", "correspondent", "website"))


def is_heading(flat: str, words: Sequence[str]) -> bool:
    """A headline or caption: a label and a colon, Every Word With a Capital, no small word; or glued sentences."""
    if _LABEL.match(flat) or _GLUED.search(flat) or is_notice(flat):
        return True
    long = [w for w in words if len(w) >= LONG_WORD]
    capital = sum(w[0].isupper() for w in long)
    if len(long) > LONG_WORD and capital >= TITLED * len(long):
        return True
    telling = any(w.lower() in word_set("words of a sentence") or w in number_words() for w in words)
    return not telling and not any(w[0].isupper() or w[0].isdecimal() for w in words[1:])


def is_notice(flat: str) -> bool:
    """A caption with its credit, the signature of a post, a note on when the page was published, a line that leads to
    what stands below it.
    """
    first = re.split(r"\W", flat.lstrip("("), maxsplit=1)[0].lower()
    stamped = first in word_set("begin a notice") and (flat[:1] == "(" or len(flat.split()) <= SHORTEST + 2)
    return stamped or flat.rstrip().endswith(":") or _CREDIT.search(flat) is not None


def names_nothing(_: str, words: Sequence[str]) -> bool:
    """After its pronoun it holds no word that says what it is about: "he was running out"."""
    if words[0].lower() not in word_set("pronouns that lean"):
        return False
    named = any(not w[0].islower() or w.lower() in number_words() for w in words[1:])
    return not named and all(word_shares().get(stem(w.strip(",.;:’'")), 0.0) >= USUAL or len(w) == 1 for w in words)


USUAL = 0.02
"""Part of all texts from which a word alone does not say what a clause is about: "running", "choice", "good"."""
FAULTS = (is_fragment, ends_open, leans, is_own, is_heading, names_nothing)
"""What keeps words from being restated; they can still be quoted."""


def keeps_capital(words: Sequence[str], reports: Spelling) -> bool:
    """Whether the first word keeps its capital: a name or an abbreviation by how the reports write it elsewhere."""
    word = words[0].strip(",.;:’'")
    bare = word.removesuffix("’s").removesuffix("'s")
    after = words[1][:1] if len(words) > 1 and not words[0].endswith(",") else ""
    if not word[:1].isupper() or word[1:].isupper() or any(c.isupper() for c in word[1:]):
        return True
    titled = len(words) > 1 and words[1].lower() in word_set("titles before names")  # "Transport Minister Ann Roe"
    if (titled or bare.lower() in word_set("titles before names")) and after.isupper():
        return True
    if bare.lower() in word_set("small openings") or all(w in number_words() for w in bare.lower().split("-")):
        return False
    if not reports.capitals.isdisjoint((bare, bare.removesuffix("s"), f"{bare}s")):  # "Olympic" beside "Olympics"
        return after.isupper() or bare.lower() not in reports.small
    return after.isupper() and not (bare.lower() in reports.small or stem(bare) in word_shares())


def _trim(flat: str) -> str:
    cut = flat.strip(" ,;:–—-")
    return cut if _SHORTENED.search(cut) else cut.removesuffix(".").rstrip(" ,;:–—-")
