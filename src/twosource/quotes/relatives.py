"""What is said before its speaker: "which | she said | was a mistake", "If it rains, | she said | it would burst"."""

from __future__ import annotations

from twosource.quotes.cues import Cue
from twosource.quotes.found import Found, Span
from twosource.quotes.passage import Passage
from twosource.quotes.syntax import Syntax
from twosource.quotes.words import NOMINAL, VERBAL, Range

OBJECTS = frozenset(("which", "that", "whom", "who", "what"))
PRONOUNS = frozenset(("which", "what", "who", "whom"))
CONDITIONS = frozenset(("if", "unless"))
REACHED = frozenset(("clause_after_cue", "phrase_after_cue"))
NEAR = 12
"""Words of the noun phrase before the speaker that is spoken of: "the only plan | the mayor said would work"."""


def reach_back(f: Found, cue: Cue, tree: Syntax) -> None:
    """Adds to a clause that lacks its subject or object the word it is about, where that stands before the speaker."""
    speaker, said = f.speaker, f.content[0]
    if f.rule not in REACHED or speaker is None or speaker.last > cue.first or said.first < cue.last:
        return
    p = speaker.passage
    low, before = p.sentences[f.sentence][0], speaker.first - 1
    if before < low or not p.outside(before):
        return
    about = (
        _condition(p, low, before)
        or _pronoun(p, before)
        or (_noun(p, cue, tree, before) if _lacks_subject(p, f, said) else None)
        or (
            (before, speaker.first)
            if p.lower[before] == "that" and said.first == cue.last and _is_gap(p, said)
            else None
        )
    )
    if about is not None:
        f.content.insert(0, Span(p, *about))


def follows_relative(p: Passage, first: int, low: int) -> bool:
    """Whether a subject from word `first` on stands after the pronoun for its verb's object: "which | Low called"."""
    return first > low and p.lower[first - 1] in OBJECTS and p.tags[first - 1] == "PRON" and p.outside(first - 1)


def _is_gap(p: Passage, said: Span) -> bool:
    """Whether what is said opens with the preposition of a second object: "that Low blamed | on the strike"."""
    return p.tags[said.first] in ("ADP", "SCONJ")


def _condition(p: Passage, low: int, before: int) -> Range | None:
    """The clause of "If it rains, | the mayor said the dam would burst", which is said too."""
    alone = "," not in p.words[low:before]
    whole = p.lower[low] in CONDITIONS and p.words[before] == "," and before - low > 2 and alone
    return (low, before) if whole and all(map(p.outside, range(low, before))) else None


def _pronoun(p: Passage, i: int) -> Range | None:
    """The relative pronoun at word `i`: not in "in which she said", which leaves the clause whole."""
    after = p.tags[i - 1] == "ADP" and p.lower[i] != "what" if i else False
    return (i, i + 1) if p.lower[i] in PRONOUNS and not after else None


def _lacks_subject(p: Passage, f: Found, said: Span) -> bool:
    finite = p.tags[said.first] in VERBAL and not p.lower[said.first].endswith("ing")
    return f.rule == "clause_after_cue" and finite and p.outside(said.first)


def _noun(p: Passage, cue: Cue, tree: Syntax, before: int) -> Range | None:
    """Of "a plan | the mayor said would work": the noun that the cue's clause hangs on, from its first word on."""
    noun = tree.heads[cue.verb]
    if not 0 <= noun <= before or not tree.relation(cue.verb).startswith("acl") or p.tags[noun] not in NOMINAL:
        return None
    first = min(tree.whole(noun)[0], noun)
    return (first, before + 1) if before - first < NEAR else None
