"""The tables of cases, and who holds which words in what is found."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from twosource.actors import find_actors, join_actors
from twosource.model import Actor, Article, Block, Page, Reading, Record
from twosource.nlp import DEFAULT_ANALYZER, load_analyzer
from twosource.nlp.base import Analyzer

REPORTS, PARAGRAPH = " || ", "¶"


@dataclass(frozen=True, slots=True)
class Case:
    """Reports, groups of words that are one actor's, pairs of words that are not, words that are nobody's."""

    name: str
    reports: tuple[str, ...]
    one: tuple[tuple[str, ...], ...]
    apart: tuple[tuple[str, ...], ...]
    nobody: tuple[str, ...]
    why: str


TABLES = ("within.tsv", "across.tsv", "again.tsv", "third.tsv", "fourth.tsv", "fifth.tsv", "sixth.tsv", "seventh.tsv")


def every_case() -> list[Case]:
    """The cases of all tables."""
    return [case for table in TABLES for case in cases(table)]


def cases(table: str) -> list[Case]:
    """The cases of a table beside this file."""
    path = Path(__file__).with_name(table)
    plain = (line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return [
        Case(
            name=row["name"],
            reports=tuple(row["text"].split(REPORTS)),
            one=_groups(row["one"], "="),
            apart=_groups(row["apart"], "|"),
            nobody=_split(row.get("nobody") or "", "|"),
            why=row.get("why") or "",
        )
        for row in csv.DictReader(plain, delimiter="\t", quoting=csv.QUOTE_NONE)
    ]


def _groups(cell: str, sign: str) -> tuple[tuple[str, ...], ...]:
    return tuple(_split(group, sign) for group in _split(cell, ";"))


def _split(cell: str, sign: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(sign) if part.strip())


@cache
def _analyzer() -> Analyzer:
    return load_analyzer(DEFAULT_ANALYZER)


def _reading(text: str, name: str) -> Reading:
    text = text.replace(PARAGRAPH, "\n")
    blocks, at = [], 0
    for line in text.split("\n"):
        blocks.append(Block(role="body", start=at, end=at + len(line)))
        at += len(line) + 1
    page = Page(id=f"sha256:{name}", location=f"{name}.txt", media_type="text/plain", text=text)
    article = Article(id=f"article:{name}", page=page.id, blocks=tuple(blocks), language="en")
    return find_actors(Reading(page=page, article=article, analysis=_analyzer().analyze(page, article)))


@cache
def found(reports: tuple[str, ...]) -> Record:
    """The record of these reports, as of one story."""
    readings = [_reading(text, f"r{i}") for i, text in enumerate(reports, 1)]
    record = Record(
        pages=tuple(r.page for r in readings),
        articles=tuple(r.article for r in readings),
        actors=tuple(a for r in readings for a in r.actors),
    )
    return join_actors(record) if len(readings) > 1 else record


def holders(record: Record, words: str) -> list[Actor]:
    """The actors with a mention or an office in these words; "word#2" is the second such, "word@2" in report two.

    Of several, those whose mention shares the most of the words, mentions before offices. Fails where the text has no
    such words.
    """
    exact, _, nth = words.partition("#")
    exact, _, report = exact.partition("@")
    page = record.pages[int(report or 1) - 1]
    at = _nth(page.text, exact, int(nth or 1))
    shared = [
        (max((_shared(s, page.id, at, at + len(exact)) for s in _spans(a)), default=(0, 0)), a) for a in record.actors
    ]
    most = max((n for n, _ in shared), default=(0, 0))
    return [a for n, a in shared if n == most] if most[0] else []


def _nth(text: str, exact: str, n: int) -> int:
    at = -1
    for _ in range(n):
        at = text.index(exact, at + 1)
        while _joined(text, at, at + len(exact)):
            at = text.index(exact, at + 1)
    return at


def _joined(text: str, start: int, end: int) -> bool:
    """Whether the words only stand inside longer ones."""
    return text[max(0, start - 1) : start].isalnum() or text[end : end + 1].isalnum()


def _spans(actor: Actor) -> list[tuple[str, int, int, int]]:
    """The mentions (1) and offices (0) of an actor."""
    mentions = [(m.selector, 1) for m in actor.mentions] + [(o.selector, 0) for o in actor.offices]
    return [(s.page, s.start, s.end, kind) for s, kind in mentions]


def _shared(span: tuple[str, int, int, int], page: str, start: int, end: int) -> tuple[int, int]:
    common = max(0, min(span[2], end) - max(span[1], start)) if span[0] == page else 0
    return common, span[3] if common else 0
