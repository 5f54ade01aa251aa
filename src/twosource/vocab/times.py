"""The words and rules of time expressions, as tables."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from twosource.vocab.rows import rows


@dataclass(frozen=True, slots=True)
class TimeWord:
    """One word or phrase: its further words after the first, its class, its value, which capitals it needs."""

    rest: tuple[str, ...]
    kind: str
    value: str
    case: str


@dataclass(frozen=True, slots=True)
class TimeRule:
    """One rule of the grammar: the function that gives the value, the pattern over classes, an example."""

    name: str
    pattern: str
    example: str


@cache
def time_words() -> dict[str, tuple[TimeWord, ...]]:
    """All words and phrases by their first word, longest first."""
    found: dict[str, list[TimeWord]] = {}
    for row in rows("time_words.tsv"):
        first, *rest = row["word"].split(" ")
        found.setdefault(first, []).append(TimeWord(tuple(rest), row["class"], row["value"], row["case"]))
    return {w: tuple(sorted(entries, key=lambda e: -len(e.rest))) for w, entries in found.items()}


@cache
def weekdays() -> dict[str, int]:
    """Names of weekdays and their abbreviations in lower case to ISO numbers, Monday the first."""
    return {w: int(e.value) for w, entries in time_words().items() for e in entries if e.kind == "WEEKDAY"}


@cache
def time_rules() -> tuple[TimeRule, ...]:
    """The rules in their order, with the parts that begin with `$` filled in."""
    parts: dict[str, str] = {}
    rules = []
    for row in rows("time_rules.tsv"):
        pattern = row["pattern"]
        for name in sorted(parts, key=len, reverse=True):
            pattern = pattern.replace(name, parts[name])
        if row["rule"].startswith("$"):
            parts[row["rule"]] = pattern
        else:
            rules.append(TimeRule(row["rule"], pattern, row["example"]))
    return tuple(rules)


@cache
def leaning_words(where: str) -> dict[str, int]:
    """Words by which a clause speaks of what was (-1) or of what is to come (+1), of one kind of leaning_words.tsv."""
    return {row["word"]: int(row["leaning"]) for row in rows("leaning_words.tsv") if row["where"] == where}
