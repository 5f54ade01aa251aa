"""What tells the versions of one page apart: parts of addresses, notices of a change, lines that only tell the time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from twosource.vocab.rows import rows, word_sets

NoticeKind = Literal["correction", "clarification", "retraction", "update"]


@dataclass(frozen=True, slots=True)
class NoticeRule:
    """One way to say that a report was changed: what must stand in the sentence, and the pattern to search it for."""

    kind: NoticeKind
    word: str
    pattern: re.Pattern[str]
    example: str


@cache
def notice_rules() -> tuple[NoticeRule, ...]:
    """All rules, retractions first: what is withdrawn is often called a correction too."""
    return tuple(
        NoticeRule(
            cast("NoticeKind", row["kind"]), row["word"], re.compile(row["pattern"], re.IGNORECASE), row["example"]
        )
        for row in rows("change_notices.tsv")
    )


@cache
def page_clocks() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Patterns of sentences that only tell when a page was written, each with an example; to be matched whole."""
    return tuple((re.compile(row["pattern"], re.IGNORECASE), row["example"]) for row in rows("page_clocks.tsv"))


@cache
def address_parts(kind: str) -> tuple[str, ...]:
    """The parts of an address of one kind (host, parameter, opening, ending) that do not tell pages apart."""
    return tuple(row["part"] for row in rows("address_parts.tsv") if row["kind"] == kind)


@cache
def change_words(name: str) -> frozenset[str]:
    """The words of one set of change_words.tsv; KeyError for a set that the table does not have."""
    return word_sets("change_words.tsv")[name]
