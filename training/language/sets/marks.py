"""From spans of names to the marks that each word may bear, and how coarser sets map onto our labels."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from training.language.labelled import Marks

LABELS = ("PER", "ORG", "GPE", "LOC", "NORP", "FAC", "EVENT", "DATE", "MISC")
"""The labels of training/corpus/GUIDELINE.md; marks stand in this order."""
PROPER = tuple(label for label in LABELS if label != "DATE")
"""The labels of proper names."""

COARSE: dict[str, dict[str, tuple[str, ...]]] = {
    "wikigold": {
        "PER": ("PER",),
        "ORG": ("ORG",),
        "LOC": ("GPE", "LOC", "FAC"),
        "MISC": ("NORP", "EVENT", "MISC"),
    },
    "uner": {"PER": ("PER",), "ORG": ("ORG",), "LOC": ("GPE", "LOC", "FAC")},
    "re3d": {
        "Person": ("PER",),
        "Organisation": ("ORG",),
        "Location": ("GPE", "LOC", "FAC"),
        "Nationality": ("NORP", "MISC"),
        "MilitaryPlatform": ("MISC",),
        "Vehicle": ("MISC",),
        "DocumentReference": ("MISC",),
    },
    "gum": {
        "person": ("PER",),
        "place": ("GPE", "LOC", "FAC", "ORG"),
        "organization": ("ORG",),
        "event": ("EVENT",),
        "object": ("FAC", "MISC"),
        "abstract": ("MISC",),
    },
    "worldwide": {
        **{label: (label,) for label in ("PER", "ORG", "NORP", "FAC", "DATE")},
        "LOC": ("GPE", "LOC"),
        "MISC": ("EVENT", "MISC"),
        "PRODUCT": ("MISC",),
    },
}
"""For each set its labels and what those may be in ours. Types that are missing (MONEY, Weapon) are no names."""


@dataclass(frozen=True, slots=True)
class Span:
    """Words `start` to `end` bear one of `labels`. Where that is not sure, the words may also be no name at all,
    and the name may begin and end anywhere within.
    """

    start: int
    end: int
    labels: tuple[str, ...]
    sure: bool = True


def bio(length: int, spans: Iterable[Span]) -> Marks:
    """The marks of `length` words; words in no span are `O`. Of spans that overlap the one
    given first stands; one that is not sure keeps the words that are left to it.

    Raises ValueError for a label that the guideline does not have.
    """
    marks: list[tuple[str, ...]] = [("O",)] * length
    taken = [False] * length
    for span in spans:
        if span.sure and any(taken[span.start : span.end]):
            continue
        for word in range(span.start, span.end):
            if not taken[word]:
                first = word == span.start or (taken[word - 1] and not span.sure)
                marks[word] = _marks(span, first)
        taken[span.start : span.end] = [True] * (span.end - span.start)
    return tuple(marks)


def _marks(span: Span, first: bool) -> tuple[str, ...]:
    if unknown := set(span.labels) - set(LABELS):
        raise ValueError(f"the guideline has no label {', '.join(sorted(unknown))}, only {', '.join(LABELS)}")
    labels = sorted(span.labels, key=LABELS.index)
    begin, inside = tuple(f"B-{label}" for label in labels), tuple(f"I-{label}" for label in labels)
    if span.sure:
        return begin if first else inside
    return ("O", *begin) if first else ("O", *begin, *inside)


def coarse(name: str, tags: Sequence[str]) -> list[Span]:
    """The spans of one sentence of BIO or IO tags of the set `name`; labels that are no names for us are left out."""
    return [Span(start, end, COARSE[name][label]) for start, end, label in runs(tags) if label in COARSE[name]]


def split_at_commas(words: Sequence[str], span: Span) -> list[Span]:
    """A place with its state ("Austin, Texas") as the names that it is for us."""
    commas = [at for at in range(span.start, span.end) if words[at] == ","]
    bounds = zip([span.start, *(at + 1 for at in commas)], [*commas, span.end], strict=True)
    return [Span(start, end, span.labels, span.sure) for start, end in bounds if start < end]


def runs(tags: Sequence[str]) -> list[tuple[int, int, str]]:
    """Start, end and label of each run of BIO or IO tags: a new one begins at `B-` and where the label changes."""
    found: list[tuple[int, int, str]] = []
    for word, tag in enumerate(tags):
        begin, _, label = tag.partition("-")
        if not label:
            continue
        if begin == "I" and found and found[-1][1:] == (word, label):
            found[-1] = (found[-1][0], word + 1, label)
        else:
            found.append((word, word + 1, label))
    return found
