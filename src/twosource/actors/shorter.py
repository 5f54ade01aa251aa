"""Shorter names that the name of a body implies: its initials, what stands before "of", its head, its beginning."""

from __future__ import annotations

from functools import cache
from typing import Literal

from twosource.actors.groups import fold
from twosource.actors.known import known_body
from twosource.vocab.countries import country_of
from twosource.vocab.names import company_words, name_cues
from twosource.vocab.rows import lines, rows
from twosource.vocab.sectors import national_bodies

Shorter = tuple[str, str, str]
"""The key of a shorter name that a name implies, the function that says so, what it tells a reader."""
_JOINS = (" of ", " for ", " in ")
_SHORTEST_HEAD = 3
"""Letters of a word that is none of those that open names, "Les" or "The"."""
_TURNED = frozenset(("ministry", "department"))
_LEFT_OUT = frozenset(("BUS", "JRN", "EDU", "PTY", "GOV"))
"""Sectors of words that reports leave out: "Norvane" for "Norvane Motors", "Labour" for "Labour Party"."""


def initials(name: str) -> str:
    """The first letters of the capitalised words of a name, numbers among them: "M5S" of "Movimento 5 Stelle"."""
    words = name.replace("-", " ").replace("’s ", " ").replace("'s ", " ").split()
    return "".join(word[0] for word in words if word[0].isupper() or word[0].isdecimal())


def by_initials(name: str) -> list[Shorter]:
    """Its initials: "NDU" for "Northern Dockers Union"."""
    short = initials(name)
    if not 1 < len(short) <= 8 or len(name.split()) < 2:
        return []
    return [(fold(short), "initials", f"“{short}” is made of the initials of “{name}”")]


def national(name: str) -> tuple[str, str] | None:
    """The country with which a name begins and the rest of it: "French | Health Ministry", "Peru's | Senate"."""
    words = name.split()
    for n in (3, 2, 1):
        written = " ".join(words[:n]).removesuffix("'s").removesuffix("’s").removesuffix("'").removesuffix("’")
        if len(words) > n and (country := country_of(written)):
            return country, " ".join(words[n:])
    return None


def by_country(name: str) -> list[Shorter]:
    """Without its country: "Health Ministry" for "French Health Ministry"."""
    found = national(name)
    if found is None or " " not in found[1]:
        return []
    return [(fold(found[1]), "same name with its country", f"“{found[1]}” is short for “{name}”")]


def by_short_form(name: str) -> list[Shorter]:
    """Its beginning, where the rest only says what kind of body it is: "Acme" for "Acme Motors Inc."."""
    words = name.removeprefix("The ").split()
    found = []
    for n in range(len(words) - 1, 0, -1):
        if not _is_left_out(words[n].rstrip(".,")):
            break
        short = " ".join(words[:n])
        if not _is_another(short, words[n].rstrip(".,")):
            found.append((fold(short), "short form", f"“{short}” is how “{name}” begins"))
    return found


def _is_left_out(word: str) -> bool:
    """Whether reports leave a word out at the end of a body's name; not "Police", "Foundation", which name another."""
    return word in company_words() or any(
        cue.label == "ORG" and cue.sector in _LEFT_OUT for cue in name_cues().get(word, ())
    )


def _is_another(short: str, left_out: str) -> bool:
    """Whether what is left names something else: a word for bodies, a street or a building, a known body.

    A known broadcaster is its own news: "NBC" and "NBC News".
    """
    ends = {cue.label for cue in name_cues().get(short.rpartition(" ")[2], ())}
    known = known_body(short) is not None or short in national_bodies()
    cue = short in name_cues() and left_out != "Party"  # "Labour"
    owned = left_out in company_words() and " " in short  # a mine's "Otter Creek", its owner "Otter Creek Resources"
    return cue or not (owned or ends <= {"ORG"}) or (known and left_out != "News")


def turned(name: str) -> str:
    """The same name with what it is of before it: "defence ministry" of "Ministry of Defence"; empty for others.

    A court is turned so with its town: "Low District Court" of "District Court in Low".
    """
    for join in (" of the ", " of ", " in the ", " in "):
        front, found, rest = name.partition(join)
        head = front.rpartition(" ")[2].lower()
        if (
            found
            and rest
            and ((head in _TURNED and "of" in join and " " not in front) or (head == "court" and " " in front))
        ):
            return f"{rest} {front}"
    return ""


def by_turn(name: str) -> list[Shorter]:
    """With what it is of before it: "Defence Ministry" for "Ministry of Defence"."""
    other = turned(name)
    return [(fold(other), "same name", f"“{name}” and “{other}” are one name")] if other else []


def by_front(name: str) -> list[Shorter]:
    """What stands before "of", two words or more, with its country and without: "Supreme Court" for "… of Ghana"."""
    fronts = [front for join in _JOINS if " " in (front := _before(name, join)) or _is_own_head(front)]
    fronts += [rest[1] for front in fronts if (rest := national(front)) and " " in rest[1]]
    return [(fold(f), "short form", f"“{f}” is “{name}”, what it is of left out") for f in fronts]


def _is_own_head(front: str) -> bool:
    """Whether a word before "for" or "of" can stand for a whole name, no ministry: "the Watch" for "Watch for …"."""
    return front.istitle() and front.lower() not in _TURNED and len(front) > _SHORTEST_HEAD


def _before(name: str, join: str) -> str:
    return name.partition(join)[0] if join in name else ""


def head_of_name(name: str) -> str:
    """The noun of a name of two words or more: "Court" of "Italian Court of Cassation"; empty for one word."""
    front = next((front for join in _JOINS if (front := _before(name, join))), name)
    return front.split()[-1] if " " in name and front.split() else ""


def by_head(name: str) -> list[Shorter]:
    """Its head alone: "the Court" for "the Italian Court of Cassation"."""
    head = head_of_name(name)
    if head not in own_heads("capital"):
        return []
    return [(fold(head), "head of the name", f"“{head}” is the head of “{name}”, and of no other body here")]


@cache
def own_heads(written: Literal["capital", "small"]) -> frozenset[str]:
    """Heads of names that are short for them with a `capital` or in `small` letters, as in names."""
    return frozenset(row["word"] for row in rows("own_heads.tsv") if row[written] == "yes")


def by_lead(name: str) -> list[Shorter]:
    """Without what only describes it: "Harbor Watch" for "US-based Harbor Watch"."""
    lead, _, rest = name.partition(" ")
    if not rest or not (lead.lower().startswith(_leads()) or lead.endswith(_leads())):
        return []
    return [(fold(rest), "short form", f"“{rest}” is “{name}” without “{lead}”")]


@cache
def _leads() -> tuple[str, ...]:
    return tuple(lines("name_leads.txt"))


def without_form(name: str) -> str:
    """A company's name without its legal form: "Acme Motors" for "Acme Motors Inc."."""
    front, _, last = name.rpartition(" ")
    return front.rstrip(",") if front and last.rstrip(".,").lower() in _legal_forms() else name


@cache
def _legal_forms() -> frozenset[str]:
    return frozenset(lines("legal_forms.txt"))
