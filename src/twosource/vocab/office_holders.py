"""Who held which office when, by a table of our own, and how reports call these offices."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from twosource.vocab.accents import unaccented
from twosource.vocab.countries import countries, country_of, without_article
from twosource.vocab.names import body_names
from twosource.vocab.rows import rows, split

LOOKED_THROUGH = "2025-10"
"""When the terms without an end were last looked through: nothing is known of who holds an office after that."""
_BLANKS = str.maketrans(".-‐", "   ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """An office: `body` is the ISO3 of a country or the name of a body, `title` as in office_words.tsv."""

    body: str
    title: str

    @property
    def words(self) -> str:
        """How a person reads it: "defence minister (India)"."""
        country = countries().get(self.body)
        return f"{self.title} ({country.name if country else self.body})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One person's time in one office; dates are ISO 8601, a day or coarser; `until` is empty while it lasts."""

    office: Office
    name: str
    surnames: tuple[str, ...]
    spellings: tuple[str, ...]
    since: str
    until: str

    @property
    def words(self) -> str:
        """How a person reads it, the name left out."""
        end = f"to {self.until}" if self.until else f"on (the table was last looked through in {LOOKED_THROUGH})"
        return f"{self.office.words} from {self.since} {end}"

    def covers(self, date: str) -> bool:
        """Whether the term and a date (a day or coarser) can have a day in common."""
        return first_day(self.since) <= last_day(date) and first_day(date) <= last_day(self.until or LOOKED_THROUGH)


def first_day(date: str) -> str:
    """The first day of an ISO date of any precision; an empty one is before all others."""
    return date[:10] + "0000-01-01"[len(date) :]


def last_day(date: str) -> str:
    """The last day of an ISO date of any precision, as text that sorts after all days of the month or year."""
    return date[:10] + "9999-12-31"[len(date) :]


def fold_name(name: str) -> str:
    """A person's name without what spellings differ in: accents, capitals, hyphens, full stops."""
    return " ".join(unaccented(name).casefold().translate(_BLANKS).split())


@cache
def terms() -> tuple[Term, ...]:
    """All terms, in the order of the table."""
    return tuple(_term(row) for row in rows("office_holders.tsv"))


def _term(row: dict[str, str]) -> Term:
    return Term(
        office=Office(body=row["body"], title=row["office"]),
        name=row["name"],
        surnames=split(row["surname"]) or (row["name"].split()[-1],),
        spellings=(row["name"], *split(row["spellings"])),
        since=row["from"],
        until=row["to"],
    )


@cache
def _by_office() -> dict[Office, tuple[Term, ...]]:
    found: dict[Office, list[Term]] = {}
    for term in terms():
        found.setdefault(term.office, []).append(term)
    return {office: tuple(held) for office, held in found.items()}


@cache
def _by_name() -> dict[str, tuple[Term, ...]]:
    """Each folded spelling to all terms of the person, whichever term lists it."""
    own: dict[str, list[Term]] = {}
    for term in terms():
        own.setdefault(fold_name(term.name), []).append(term)
    return {fold_name(s): tuple(own[fold_name(t.name)]) for t in terms() for s in t.spellings}


def holders(office: Office, date: str) -> tuple[Term, ...]:
    """Who held an office on a date (a day, month or year); two where only the month of a change is known."""
    return tuple(term for term in _by_office().get(office, ()) if date and term.covers(date))


def held_by(name: str) -> tuple[Term, ...]:
    """All terms of the person with this full name, in any of the table's spellings; empty if it lists none."""
    return _by_name().get(fold_name(name), ())


@cache
def _called() -> dict[tuple[str, str], tuple[Office, ...]]:
    """Whose office and the words for it to the offices meant; an empty owner: the words alone, in any country."""
    found: dict[tuple[str, str], dict[Office, None]] = {}
    for row in rows("office_words.tsv"):
        for office in _offices(row["body"], row["office"]):
            for owner in _owners(office, row["of"]):
                for words in split(row["words"]):
                    found.setdefault((owner, words), {})[office] = None
    return {key: tuple(offices) for key, offices in found.items()}


def _offices(bodies: str, title: str) -> Iterator[Office]:
    for office in _by_office():
        if office.title == title and (office.body in split(bodies) or (bodies == "*" and office.body in countries())):
            yield office


def _owners(office: Office, of: str) -> tuple[str, ...]:
    """Whose office a report calls it; a country's may also be called by the words alone."""
    if of or office.body not in countries():
        return (owner_key(of or office.body),)
    return (office.body, "")


def owner_key(name: str) -> str:
    """One key for all names of a country, a nationality or a body: "French" is FRA, "U.N." the United Nations."""
    bare = without_article(name)
    if bare in countries():
        return bare
    country = country_of(bare)
    body = body_names().get(bare)
    return country or (body.name if body else bare)


def offices_called(owner: str, words: str) -> tuple[Office, ...]:
    """The offices that words ("defence chief") mean for an owner ("the US", "NATO"); no owner: of any country."""
    return _called().get((owner_key(owner) if owner else "", words.lower()), ())


def read_office(title: str, owner: str = "") -> tuple[Office, ...]:
    """The offices that a title names as written; `owner` is whose it is where the title does not say; none: empty."""
    words = title.replace("’s ", "'s ").split()
    words = words[words[:1] in (["the"], ["The"]) :]
    for whose, rest in _splits(words):
        if found := offices_called(whose, rest):
            return found
    return offices_called(owner, " ".join(words)) if owner else ()


def _splits(words: list[str]) -> Iterator[tuple[str, str]]:
    """The ways to part a title into its owner and the rest: "US | defence chief", "president | of Kenya"."""
    for n in range(min(5, len(words) - 1), 0, -1):
        yield " ".join(words[:n]).removesuffix("'s"), " ".join(words[n:])
    for n in (i for i, word in enumerate(words) if word == "of" and 0 < i < len(words) - 1):
        yield " ".join(words[n + 1 :]), " ".join(words[:n])
