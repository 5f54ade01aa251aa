"""Names of sets that come as words with BIO or IO tags, in our labels and cut as our guideline cuts them."""

from __future__ import annotations

from collections.abc import Sequence

from training.language.sets.kinds import narrowed
from training.language.sets.marks import Span, coarse, split_at_commas
from training.language.sets.trim import has_capital, trimmed, without_title


def tagged_names(name: str, words: Sequence[str], tags: Sequence[str]) -> list[Span]:
    """The names of one sentence of the set `name`, a key of COARSE; titles and articles are cut away."""
    found: list[Span] = []
    for span in coarse(name, tags):
        parts = split_at_commas(words, span) if "GPE" in span.labels else [span]
        cut = [_trimmed(words, part) for part in parts]
        found += [narrowed(words, part) for part in cut if part.start < part.end]
    return found


def _trimmed(words: Sequence[str], span: Span) -> Span:
    if span.labels == ("DATE",) or not any(map(has_capital, words[span.start : span.end])):
        return span  # on the web names stand in small letters too
    start, end = (without_title if span.labels == ("PER",) else trimmed)(words, span.start, span.end)
    return Span(start, end, span.labels, span.sure)
