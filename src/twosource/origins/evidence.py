"""Why one report is thought to rest on another: a table of named functions whose docstrings are shown to users."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from twosource.model import Evidence
from twosource.origins.align import Alignment, longest_run
from twosource.origins.credits import agencies, credit, names_outlet
from twosource.origins.reports import Report
from twosource.origins.words import WINDOW, Running


@dataclass(frozen=True, slots=True)
class Compared:
    """Two reports and what they share; `first` is the one that may have been followed."""

    first: Report
    second: Report
    words: tuple[Running, Running]
    alignment: Alignment

    @property
    def strength(self) -> int:
        """Words that the second report may have from the first: shared running text, and what it quotes of it."""
        return self.alignment.words + self.alignment.quoted


def same_text(pair: Compared) -> Evidence | None:
    """Most of the shorter report stands word for word in the other, quotations left aside: a copy or a cut copy."""
    if pair.alignment.containment < 0.6 or pair.alignment.words < 20:
        return None
    return _evidence(
        "same_text", pair.alignment.containment, f"{_share(pair)} of the shorter report stands in the other", pair
    )


def same_report(pair: Compared) -> Evidence | None:
    """The two reports have the same words from first to last, quotations included, however short they are."""
    words = len(pair.words[0].hashes)
    if words < WINDOW or pair.first.digest != pair.second.digest:
        return None
    return _evidence("same_report", 1.0, f"all {words} words are the same", pair)


def shared_passages(pair: Compared) -> Evidence | None:
    """Several separate passages are the same, quotations left aside. One passage alone may be a press release."""
    found = pair.alignment
    sizes = found.passages
    if found.words < 40 or not 10 <= max(sizes) <= found.words - 12 or found.containment < 0.12:
        return None
    detail = f"{len(sizes)} passages of {found.words} words in all are the same, quotations left aside"
    return _evidence("shared_passages", min(1.0, 0.5 + found.containment), detail, pair)


def same_agency_words(pair: Compared) -> Evidence | None:
    """Both credit the same agency and share a little running text: both are taken to follow that agency's copy."""
    both = agencies(pair.first.article) & agencies(pair.second.article)
    if not both or pair.alignment.words < 20:
        return None
    detail = f"both credit {' and '.join(sorted(both))} and share {pair.alignment.words} words"
    return _evidence("same_agency_words", 0.7, detail, pair)


def agency_passage(pair: Compared) -> Evidence | None:
    """One report is an agency's own copy and the other holds a long passage of it, quotations left aside."""
    longest = max(pair.alignment.passages, default=0)
    article = pair.first.article
    wholly = [w for w in sorted(agencies(article)) if credit(pair.first.page, article, w) == "whole"]
    if not wholly or longest < 40:
        return None
    detail = f"holds a passage of {longest} words of a report that is credited to {' and '.join(wholly)}"
    return _evidence("agency_passage", 0.7, detail, pair)


def quotes_the_outlet(pair: Compared) -> Evidence | None:
    """One report names the other's outlet as its authority and quotes sentences that are running text there."""
    words = pair.alignment.quoted
    if words < 12 or not names_outlet(pair.second.page, pair.second.article, pair.first.page, pair.first.article):
        return None
    return _evidence("quotes_the_outlet", 0.8, f"names the other report's outlet and quotes {words} words of it", pair)


EVIDENCE: tuple[Callable[[Compared], Evidence | None], ...] = (
    same_report, same_text, shared_passages, same_agency_words, agency_passage, quotes_the_outlet,
)  # fmt: skip
"""Any one of these is enough to call the second report derived from the first."""


def reasons(pair: Compared) -> tuple[Evidence, ...]:
    """What speaks for one report resting on the other, strongest first; empty where nothing does."""
    found = [e for function in EVIDENCE if (e := function(pair))]
    return tuple(sorted(found, key=lambda e: (-e.score, e.function)))


def _share(pair: Compared) -> str:
    return f"{min(100, round(100 * pair.alignment.containment))}%"


def _evidence(function: str, score: float, detail: str, pair: Compared) -> Evidence:
    shown = longest_run(pair.alignment, (pair.first.page, pair.second.page), pair.words)
    return Evidence(function=function, score=round(min(1.0, score), 3), detail=detail, selectors=shown)
