"""Which of the labels that a set allows a name bears, by the tables of known names and of words inside names."""

from __future__ import annotations

from collections.abc import Sequence

from training.language.sets.marks import Span
from training.language.sets.wordlists import words_of
from twosource.vocab.countries import demonyms
from twosource.vocab.gazetteer import state_of
from twosource.vocab.names import known_names, name_cues

_SHORT = 4
"""Letters; longer words in capitals are a dateline or a headline, shorter ones acronyms."""


def known(name: str) -> str:
    """The one usual label of a name as written (`GPE` for `Syria`), empty for names that no table has."""
    if name in words_of("religion"):
        return "MISC"
    if name in words_of("continent"):
        return "LOC"
    if name.startswith("al-Q"):
        return "ORG"
    found = known_names().get(name)
    if found:
        return str(found[0])
    if state_of(name):
        return "GPE"
    shouted = name.isupper() and len(name) > _SHORT
    return str(known_names().get(name.title(), ("",))[0]) if shouted else ""


def narrowed(words: Sequence[str], span: Span) -> Span:
    """The span with the labels among its own that the tables leave: all of them where they say nothing."""
    if len(span.labels) == 1 or span.start >= span.end:
        return span
    told = _told(words, span)
    kept = tuple(label for label in span.labels if label in told)
    if not kept:
        adjectival = _may_be_adjectival(words[span.start : span.end])
        kept = tuple(label for label in span.labels if label != "NORP" or adjectival)
    return Span(span.start, span.end, kept, span.sure)


def typed(words: Sequence[str], span: Span) -> Span:
    """As `narrowed`, for sets that type what a phrase means and not its name: a country that acts is an organisation
    there and a GPE here, so a label that the tables know comes in even where the set does not allow it.
    """
    label = _known_label(words, span)
    if label == "NORP":
        return Span(span.start, span.end, ("NORP",), span.sure)
    if words[span.start] in words_of("event_first") and span.end - span.start > 1:
        return Span(span.start, span.end, ("EVENT",), span.sure)
    if label and label not in span.labels:
        kept = span.labels if "PER" in span.labels else ()  # "Paris" may be a person
        return Span(span.start, span.end, (*kept, label), span.sure)
    return narrowed(words, span)


def _known_label(words: Sequence[str], span: Span) -> str:
    name = words[span.start : span.end]
    if name and all(is_demonym(word) or word in words_of("compass") for word in name):
        language = "MISC" in span.labels and names_language(words, span.start, span.end)
        return "MISC" if language else "NORP" if any(map(is_demonym, name)) else ""
    return known(" ".join(name).replace(" - ", "-")) or known("".join(name))


def _told(words: Sequence[str], span: Span) -> set[str]:
    label = _known_label(words, span)
    return {label} if label else cued(words[span.start : span.end])


def _may_be_adjectival(name: Sequence[str]) -> bool:
    """Whether a name that no table has may be one of nationality or adherence: no figures, and if it has several
    words an ending of such words.
    """
    if any(word[0].isdigit() or word[-1].isdigit() for word in name):
        return False
    return (len(name) == 1 and not name[0].isupper()) or name[-1].endswith(tuple(sorted(words_of("adjectival"))))


def cued(name: Sequence[str]) -> set[str]:
    """The labels that a name of several words shows by its last word, the one before "of", or its first ("Lake")."""
    head = next((at for at, word in enumerate(name) if word in ("of", "for")), len(name)) - 1
    if head < 0 or len(name) < 2:
        return set()
    last = {str(cue.label) for cue in name_cues().get(name[head], ()) if cue.where == "last"}
    return last or {str(cue.label) for cue in name_cues().get(name[0], ()) if cue.where == "first"}


def names_language(words: Sequence[str], start: int, end: int) -> bool:
    """Whether words around say that an adjective of nationality is a language ("in French", "Arabic script")."""
    before = words[start - 1] if start else ""
    after = words[end] if end < len(words) else "."
    if after in words_of("language_after") or (before in ("(", ",") and after == ":"):
        return True
    return before in words_of("language") and not after[0].isalpha()


def led_coalitions(words: Sequence[str]) -> list[Span]:
    """The names of the kind "US-led coalition", with what stands between ("US-led international coalition")."""
    found = []
    for at in range(1, len(words) - 1):
        start = at - 2 if words[at] == "led" and words[at - 1] == "-" else at - 1
        whole = words[at].endswith("-led") and known(words[at][:-4]) == "GPE"
        if whole:
            start = at
        elif words[at] != "led" or start < 0 or words[at - 1] != "-" or known(words[start]) != "GPE":
            continue
        if words[at + 1] in words_of("coalition"):
            found.append(Span(start, at + 2, ("ORG",)))
    return found


def is_demonym(word: str) -> bool:
    """Whether a word is an adjective or noun of nationality, people or adherence ("Iraqi", "Kurds", "Sunni")."""
    return word in demonyms() or known(word) == "NORP"
