"""What the words of an office say: whose country, what for, which office."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from twosource.actors.known import country_in
from twosource.model import Evidence, Office
from twosource.vocab.groups import head_means
from twosource.vocab.names import cut_heads, office_heads, office_parts, portfolios

HELD_BEFORE = "office held before"
"""The function of the evidence that an office, whose words do not say so, is held no more ("was mayor until May")."""
_JOINING = frozenset(("of", "the", "and", "for", "by", "at", "in", "to", "without", "de", "between"))
"""Words inside the nouns of offices that are none of their own: "ambassador-at-large"."""
_LONGEST = 4
_DEPUTY = frozenset(("deputy", "vice", "assistant", "under", "junior"))
_EXACT = frozenset(("president", "minister", "premier", "secretary", "director"))
_SYNONYMOUS = frozenset(("minister", "state", "government", "spokesman", "mayor", "village head"))
"""Classes whose nouns mean one office; of other classes, one may not be said for another ("owner", "chairman")."""
_OF_ANYTHING = frozenset(("secretary", "official", "adviser", "commissioner", "deputy", "member", "aide"))
"""Heads that show no sector by themselves: a union has a secretary too."""
_COMMANDERS = frozenset(("commander", "commander-in-chief", "commander in chief"))
_RANKS = frozenset(("general", "gen", "lieutenant general", "lt gen", "major general", "maj gen", "marshal", "admiral"))
"""Ranks of those who command an army; a colonel may be its spokesman."""
_DIPLOMATS = frozenset(("diplomat", "top diplomat"))
"""Nouns that mean a minister too, but none of fisheries."""
EX = "ex-"
_PAST = frozenset(("former", "ex", "late", "then"))


@dataclass(frozen=True, slots=True)
class Title:
    """An office by its parts: `kinds` are classes of offices it can be, `fields` what it is for (classes)."""

    country: str | None
    fields: frozenset[str]
    head: str
    kinds: frozenset[str]
    sectors: tuple[str, ...]
    gender: str
    deputy: bool
    past: bool


@cache
def office_tokens() -> frozenset[str]:
    """All words that offices are made of, in small letters."""
    phrases = (*office_heads(), *portfolios(), *office_parts())
    written = (w for phrase in phrases for form in (phrase, phrase.replace("-", " ")) for w in form.split())
    return frozenset(w for w in written if w not in _JOINING)


def head_at(words: list[str], i: int) -> int:
    """How many words at `i` (small letters) are the noun of an office, 0 if none."""
    for n in range(min(_LONGEST, len(words) - i), 0, -1):
        if _noun(words[i : i + n]) in office_heads():
            return n
    return 0


def _noun(words: list[str]) -> str:
    """The noun of an office as the table has it: "judge" of "ex-judge"."""
    return " ".join(words).replace(" - ", "-").rstrip(".").removeprefix(EX)


def read_title(words: list[str]) -> Title | None:
    """What a title says, given its words as written; None if none of them is the noun of an office."""
    lower = [w.lower() for w in words]
    heads = [(i, n) for i in range(len(words)) if (n := head_at(lower, i))]
    if not heads:
        return None
    before = [(i, n) for i, n in heads if "of" not in lower[:i]] or heads
    at, n = max(before, key=lambda x: x[0] + x[1])
    phrase = _noun(lower[at : at + n])
    head = office_heads()[phrase]
    fields, sectors = _fields(lower, at, n)
    general = head_means().get(phrase)
    country = country_in(" ".join(words))
    vague = phrase in _OF_ANYTHING and not fields and country is None
    return Title(
        country=country,
        fields=fields,
        head=phrase,
        kinds=general or frozenset((head.kind,)),
        sectors=tuple(dict.fromkeys(([head.sector] if head.sector and not vague else []) + sectors)),
        gender=head.gender,
        deputy=phrase == "lieutenant governor" or not _DEPUTY.isdisjoint(" ".join(lower).replace("-", " ").split()),
        past=not _PAST.isdisjoint(lower) or any(word.startswith(EX) for word in lower),
    )


def titles_of(offices: Sequence[Office], evidence: Sequence[Evidence]) -> list[Title]:
    """What the offices of somebody say, those that the report says were held before as past."""
    before = {s for e in evidence if e.function == HELD_BEFORE for s in e.selectors}
    read = ((o, read_title(o.title.split())) for o in offices)
    return [replace(t, past=t.past or o.selector in before) for o, t in read if t is not None]


def _fields(lower: list[str], at: int, n: int) -> tuple[frozenset[str], list[str]]:
    """What the office is for: portfolio words outside its noun; "secretary of state" is for nothing else."""
    found: list[str] = []
    sectors: list[str] = []
    i = 0
    while i < len(lower):
        size = next(
            (k for k in range(min(_LONGEST, len(lower) - i), 0, -1) if " ".join(lower[i : i + k]) in portfolios()), 0
        )
        if size and not at <= i < at + n:
            field, sector = portfolios()[" ".join(lower[i : i + size])]
            found.append(field)
            sectors.append(sector)
        i += size or 1
    if lower[at : at + 3] == ["secretary", "of", "state"]:
        found = found or ["foreign"]
    return frozenset(found), sectors


def can_mean(description: Title, office: Title) -> bool:
    """Whether a description can mean the holder of an office: nothing that both say may differ."""
    shared = description.kinds & office.kinds
    if not shared:
        return False
    if description.country and office.country and description.country != office.country:
        return False
    if description.fields and not description.fields & office.fields and not _commands(description, office):
        return False
    if description.head in _DIPLOMATS and office.fields - {"foreign"}:
        return False
    if is_general(description):
        return True
    if is_general(office) and not (office.country or description.fields):
        return False  # "the president" is not any "leader"
    if description.deputy != office.deputy:
        return False
    return _is_one_noun(description.head, office.head) or not shared.isdisjoint(_SYNONYMOUS)


def _is_one_noun(one: str, other: str) -> bool:
    """Whether two heads end in one noun: "police chief" and "chief", "senator" and the "Sen." before a name."""
    one, other = one.rpartition(" ")[2], other.rpartition(" ")[2]
    return one == other or one in cut_heads().get(other, ()) or other in cut_heads().get(one, ())


def _commands(description: Title, office: Title) -> bool:
    """Whether the commander of an army can be one whom the report gives a rank alone: "General Roe"."""
    return description.head in _COMMANDERS and office.head in _RANKS and not office.fields


def is_general(title: Title) -> bool:
    """Whether a title may stand for several offices: "leader", "official"."""
    return title.head in head_means() and title.head not in _EXACT
