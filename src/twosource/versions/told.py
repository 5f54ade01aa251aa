"""What the versions of an article tell: its texts, what was said otherwise before, what is gone."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from twosource.model import Aspect, Reading, Revision, Selector
from twosource.versions.chains import Chain
from twosource.versions.notices import Notice, notices
from twosource.versions.words import Sentence, sentences


@dataclass(frozen=True)
class Text:
    """One version of an article: its sentences and its notices, apart from one another."""

    reading: Reading

    @cached_property
    def notices(self) -> tuple[Notice, ...]:
        """Where it says that it was changed."""
        return notices(self.reading)

    @cached_property
    def sentences(self) -> list[Sentence]:
        """Its running text."""
        return sentences(self.reading, tuple(n.at for n in self.notices))

    @property
    def key(self) -> tuple[tuple[str, ...], ...]:
        """Equal for texts that differ in trifles only."""
        return tuple(s.key for s in self.sentences)


@dataclass(frozen=True, slots=True)
class Moved:
    """What a sentence said before and says now: the words in each version that had others, and those that stand.

    `sentences` are the whole ones in the order of `wordings`, and at last the one that stands now; `step` brought it.
    """

    aspect: Aspect
    wordings: tuple[Selector, ...]
    now: Selector
    sentences: tuple[Sentence, ...]
    step: Revision
    noticed: bool = False
    """A notice of that step speaks of it, or of nothing that can be told."""
    copied: tuple[Selector, ...] = ()
    """Where reprints still have one of the earlier wordings."""

    @property
    def before(self) -> tuple[Selector, ...]:
        """The earlier words in the order in which they stood, one for each that reads differently."""
        found: dict[str, Selector] = {}
        for at in self.wordings:
            found.setdefault(" ".join(at.exact.split()).casefold(), at)
        return tuple(found.values())

    @property
    def exactly(self) -> bool:
        """Whether single words are told apart, not whole sentences."""
        return self.now != self.sentences[-1].at


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """A sentence that stands no more, and the step that took it out."""

    sentence: Sentence
    step: Revision
    alone: bool = False
    """Most of what stood beside it still stands: the text was not written anew."""
    noticed: bool = False
    copied: tuple[Selector, ...] = ()
    """As of `Moved`."""


@dataclass(frozen=True, slots=True)
class History:
    """All that a chain of several versions, or a withdrawn report, tells."""

    chain: Chain
    revisions: tuple[Revision, ...]
    moved: tuple[Moved, ...]
    withdrawn: tuple[Withdrawn, ...]
