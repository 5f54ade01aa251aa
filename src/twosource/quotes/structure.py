"""Attributions read off heads and marks, for cues whose speaker or content the rules on word classes do not find.

On two hundred documents of PolNeAR's training part 61 of 66 marked cues with a clause or an infinitive are cues, and 30
are right in every word; verbs without a mark count only with a clause, or with an infinitive where the table says so.
"""

from __future__ import annotations

from twosource.quotes.clauses import clause_end
from twosource.quotes.cues import Cue
from twosource.quotes.found import Found, Rule, Span
from twosource.quotes.participles import whole_phrase
from twosource.quotes.passage import Passage
from twosource.quotes.syntax import CLAUSE, SUBJECTS, Syntax
from twosource.quotes.words import Range
from twosource.vocab.speech import cue_words

OBJECT = frozenset(("obj",))
FRAMES: tuple[tuple[Rule, str, frozenset[str]], ...] = (
    ("clause_after_cue", "bare", CLAUSE),
    ("infinitive_after_cue", "inf", frozenset(("xcomp",))),
    ("phrase_after_cue", "np", OBJECT),
)
NEVER_LAST = frozenset(("ADP", "CCONJ", "DET", "PART"))
"""A speaker's phrase ends in none of these: `Matt Hall, head of the club, said of the race` is read so at times."""
LONGEST = 45
"""Words in a speaker's phrase by its heads; a longer one is a sentence read wrongly."""


def by_structure(p: Passage, cue: Cue, n: int) -> Found | None:
    """Subject and clause (or, for a marked cue, object) that hang on a cue's verb; None if either is missing."""
    tree = p.tree
    if tree is None:
        return None
    speaker = subject_by_heads(p, cue)
    content = _content(p, tree, cue, n) if speaker else None
    if speaker is None or content is None:
        return None
    rule, (first, last) = content
    if first < speaker[1] and speaker[0] < last:
        return None
    return Found(rule, [Span(p, first, last)], n, cue, Span(p, cue.first, cue.last), Span(p, *speaker))


def subject_by_heads(p: Passage, cue: Cue) -> Range | None:
    """All that hangs on the subject of a cue, as far as it stands on one side of the cue."""
    subjects = p.tree.below(cue.verb, SUBJECTS) if p.tree else []
    if p.tree is None or not subjects:
        return None
    first, last = whole_phrase(p, p.tree, subjects[0])
    if subjects[0] < cue.first:
        last = min(last, cue.first)
    else:
        first = max(first, cue.last)
    while last > first and p.tags[last - 1] in NEVER_LAST:
        last -= 1
    while first < last and p.lower[first] in cue_words("no_beginning"):
        first += 1
    return (first, last) if 0 < last - first <= LONGEST else None


def _content(p: Passage, tree: Syntax, cue: Cue, n: int) -> tuple[Rule, Range] | None:
    low, high = p.sentences[n]
    sure = is_marked(p, cue)
    for rule, frame, relations in FRAMES:
        if frame != "bare" and not sure and not (frame == "inf" and cue.word.takes(frame)):
            continue
        for k in tree.below(cue.verb, relations):
            first, last = tree.whole(k)
            if cue.last <= k < high:
                first = max(min(first, _object(tree, cue, frame, first)), cue.last)
                return rule, (first, clause_end(p, cue, frame, first, high))
            if frame == "bare" and low <= first < last - 1 and last <= cue.first:
                return "content_before_cue", (first, last)
    return None


def _object(tree: Syntax, cue: Cue, frame: str, first: int) -> int:
    """Where content begins that has its own subject as the verb's object: "wants | the mayor to resign"."""
    objects = tree.below(cue.verb, OBJECT) if frame == "inf" and not cue.word.takes("whom") else []
    return min((tree.whole(k)[0] for k in objects), default=first)


def is_marked(p: Passage, cue: Cue) -> bool:
    """Whether the attribution head marks a word of the cue."""
    return bool(p.marks(cue.first, cue.last, "cue"))
