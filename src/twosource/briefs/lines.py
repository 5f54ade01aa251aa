"""Lines of a timeline: sentences of the reports that a reader understands without the ones before them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from twosource.briefs.clauses import SHORTEST, is_notice, leans, without_lead
from twosource.briefs.open_ends import goes_on
from twosource.briefs.pronouns import PRONOUNS, early_pronoun
from twosource.briefs.reports import Reports
from twosource.model import Selector

ALIKE = 0.7
"""Part of the telling words of the shorter of two lines from which they tell one thing."""
_MARKS = re.compile(r"[“”\"]")


class Lines:
    """What can stand in a timeline by itself."""

    def __init__(self, reports: Reports) -> None:
        self._reports = reports

    def line(self, at: Selector) -> Selector:
        """The words, or their whole sentence where they begin or end inside it."""
        whole = self._reports.sentence(at)
        return at if at.start == whole.start and not goes_on(at, self._reports) else whole

    def stands(self, at: Selector) -> bool:
        """Whether the line tells by itself of whom or what it is: it opens with no pronoun but a speaker's, and is no
        half of a quotation and no note of the page.
        """
        if is_notice(at.exact) or len(_MARKS.findall(at.exact)) % 2 or self._is_spoken(at):
            return False
        bare = without_lead(at.exact)
        words = bare.split()
        if len(words) < SHORTEST or leans(bare, words):
            return False
        return re.split("[’']", words[0].lower())[0] not in PRONOUNS and early_pronoun(bare) is None

    def _is_spoken(self, at: Selector) -> bool:
        return any(quote.covers(at) for quote in self._speech.get(at.page, ()))

    def gives_no_day(self, at: Selector) -> bool:
        """Whether an expression of time gives a day to none of the report's own words: it stands in direct speech, or
        is a length reckoned from something ("three weeks after the raid").
        """
        return at in self._lengths or self._is_spoken(at)

    def is_new(self, at: Selector, told: Iterable[Selector]) -> bool:
        """Whether none of the lines told already tells most of it, or is most of what it tells."""
        own = self._reports.telling(at).marks
        return not any(self._alike(own, self._reports.telling(other).marks) for other in told)

    def _alike(self, one: frozenset[str], two: frozenset[str]) -> bool:
        least = min(len(one), len(two))
        return len(one & two) >= ALIKE * least if least else one == two

    @cached_property
    def _lengths(self) -> frozenset[Selector]:
        return frozenset(t.selector for t in self._reports.record.times if t.timex.type == "DURATION")

    @cached_property
    def _speech(self) -> dict[str, list[Selector]]:
        """By page what stands in quotation marks as somebody's words."""
        found: dict[str, list[Selector]] = {}
        for quote in self._reports.record.quotes:
            if quote.kind == "direct":
                for piece in quote.content:
                    found.setdefault(piece.page, []).append(piece)
        return found
