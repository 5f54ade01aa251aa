"""How well actors are coded: `python -m evaluation.actor_codes [FILE]` over phrases with a country and PLOVER sectors.

Each phrase is put into one plain sentence, all steps for one article run, and the actor that covers most of the phrase
is held against the gold. Prints country accuracy, sector accuracy (the first gold code is among those found; no gold
code: none was found) and micro-F1 over codes: for all phrases, for those that no page of an encyclopedia is asked for,
and for the half of the rows that was never read when rules and tables were written (every other row of the file).
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from evaluation.shared import DATA
from twosource.actors.codes import codes_of
from twosource.model import Actor, Article, Block, Page, Published, Reading, page_id
from twosource.nlp import DEFAULT_ANALYZER
from twosource.pipeline import analyse
from twosource.vocab.countries import countries

DEFAULT_FILE = DATA / "actors" / "actor_codes_dev.jsonl"
BEFORE, AFTER = "On Monday, ", " said that the talks were near their end."
NO_CODES = frozenset(("", "UNK", "JNK"))
"""Gold that says that the words show no sector."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """One gold row; `country` is None where the row asks only for the sector, `told` where no encyclopedia is asked.

    `unread`: the row was never looked at, only measured.

    Codes that are no country of ISO 3166 (EUR, UNO) count as none: the record's countries are ISO's.
    """

    text: str
    date: str
    country: str | None
    codes: tuple[str, ...]
    told: bool
    unread: bool


@dataclass(frozen=True, slots=True)
class Coded:
    """A gold row with what was found for it."""

    gold: Phrase
    country: str
    sectors: tuple[str, ...]

    @property
    def country_right(self) -> bool:
        """Whether the country is the gold's, or neither has one."""
        return self.country == self.gold.country

    @property
    def sector_right(self) -> bool:
        """Whether the first gold code is among those found; where the gold has none, whether none was found."""
        return self.gold.codes[0] in self.sectors if self.gold.codes else not self.sectors


def phrases(path: Path) -> Iterator[Phrase]:
    """The rows that ask for a country or a sector; the rest ask for titles of an encyclopedia."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        row = json.loads(line)
        expect = row["expect"]
        if "code_1" not in expect:
            continue
        given = (row["date"] or "").strip("'")
        dated = given[:4].isdecimal()
        codes = tuple(c for key in ("code_1", "code_2") if (c := expect.get(key, "")) not in NO_CODES)
        text = row["query"] if dated or not given else f"{given} {row['query']}"
        country = expect.get("country")
        country = country if country is None or country in countries() else ""
        yield Phrase(text, given if dated else "", country, codes, not expect.get("wiki"), number % 2 == 1)


def actor_of(phrase: Phrase, analyzer: str) -> Actor | None:
    """The actor of whom the most of the phrase is a mention, None where the phrase is no actor."""
    text = BEFORE + phrase.text + AFTER
    raw = text.encode()
    page = Page(id=page_id(raw), location="phrase", media_type="text/plain", text=text)
    published = Published(value=phrase.date, precision="day", basis="given") if phrase.date else None
    blocks = (Block(role="body", start=0, end=len(text)),)
    article = Article(id=page.id, page=page.id, language="en", blocks=blocks, published=published)
    reading = analyse(Reading(page=page, article=article), analyzer)
    inside = (len(BEFORE), len(BEFORE) + len(phrase.text))
    best = max(reading.actors, key=lambda a: _covered(a, *inside), default=None)
    return best if best is not None and _covered(best, *inside) > 0 else None


def _covered(actor: Actor, start: int, end: int) -> int:
    """The most code points of one mention that lie inside; a country that acts is one only as its government."""
    return max((min(end, m.selector.end) - max(start, m.selector.start) for m in actor.mentions), default=0)


def coded(phrase: Phrase, analyzer: str) -> Coded:
    """What is found for one phrase; a country that acts as its government has no sector in the gold."""
    actor = actor_of(phrase, analyzer)
    if actor is None:
        return Coded(phrase, "", ())
    sectors = () if actor.kind == "government" and not phrase.codes else actor.sectors
    return Coded(phrase, actor.country or "", sectors)


def codes_f1(found: Iterable[Coded]) -> float:
    """Micro-F1 over all codes."""
    rows = list(found)
    right = sum(len({*row.gold.codes} & {*row.sectors}) for row in rows)
    total = sum(len(row.gold.codes) + len(row.sectors) for row in rows)
    return 2 * right / total if total else 1.0


def summary(name: str, rows: list[Coded]) -> str:
    """One line of figures."""
    asked = [row for row in rows if row.gold.country is not None]
    countries = sum(row.country_right for row in asked)
    sectors = sum(row.sector_right for row in rows)
    return (
        f"{name}: country {countries / max(1, len(asked)):.3f} of {len(asked)}, "
        f"sector {sectors / max(1, len(rows)):.3f} of {len(rows)}, codes F1 {codes_f1(rows):.3f}"
    )


def read_alone(phrase: Phrase) -> Coded:
    """What the words themselves show, whether or not they are taken for an actor."""
    codes = codes_of(phrase.text)
    return Coded(phrase, codes.country or "", codes.sectors)


def measure(path: Path, analyzer: str = DEFAULT_ANALYZER) -> list[Coded]:
    """All phrases of a file with what was found for them as actors of a sentence."""
    return [coded(phrase, analyzer) for phrase in phrases(path)]


def main(arguments: list[str]) -> int:
    """Prints the figures for a file, or for the set beside the project."""
    path = Path(arguments[0]) if arguments else DEFAULT_FILE
    for name, rows in (("actors", measure(path)), ("words", [read_alone(phrase) for phrase in phrases(path)])):
        told = [row for row in rows if row.gold.told]
        print(summary(name, rows))
        print(summary(f"{name}, unread half", [row for row in rows if row.gold.unread]))
        print(summary(f"{name}, no page of an encyclopedia asked", told))
        print(summary(f"{name}, no page asked, unread half", [row for row in told if row.gold.unread]))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
