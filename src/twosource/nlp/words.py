"""A sentence as the rules see it: its words, where they stand, their tags."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from twosource.model import Role
from twosource.nlp.tagger import tagger


@dataclass(frozen=True)
class Line:
    """One sentence before it is a record; the lists run in step."""

    start: int
    end: int
    block: int
    role: Role
    words: list[str]
    starts: list[int]
    ends: list[int]
    title_case: bool

    @cached_property
    def states(self) -> list[str]:
        """The tagger's (`NOUN.NNS`), found when first asked for: they take 3 ms an article."""
        return tagger().tag(self.words, title_case=self.title_case)

    def glued(self, i: int) -> bool:
        """Whether word `i` follows the one before without a blank."""
        return i > 0 and self.starts[i] == self.ends[i - 1]


def is_title_case(words: list[str]) -> bool:
    """Whether nearly all longer words are capitalised, as in some headlines, so that capitals say little.

    A full stop at the end, which headlines do not have, speaks against it.
    """
    initials = [w[0] for w in words if len(w) > 3 and w[0].isalpha()]
    least, share = (6, 0.9) if words[-1] == "." else (3, 0.75)
    return len(initials) >= least and sum(map(str.isupper, initials)) >= share * len(initials)


def is_shouted(words: list[str]) -> bool:
    """Whether a sentence of three words or more is all in capitals, so that they say nothing of names."""
    long = [w for w in words if len(w) > 1]
    return all(w.isupper() or not w.isalpha() for w in long) and sum(map(str.isalpha, long)) > 2
