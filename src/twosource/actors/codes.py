"""What the words for somebody show of country and sectors (PLOVER codes): "a Ugandan attorney" is UGA and JUD."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from twosource.actors.known import body_in, body_named, grams
from twosource.actors.nations import country_shown
from twosource.vocab.names import name_cues, portfolios
from twosource.vocab.sectors import added_codes, sector_words, unrecognised_states

_LONGEST = 5
_MOST_WORDS, _MOST_CHARACTERS = 20, 400
"""Words of one phrase that are read: what a phrase says of its head stands near it."""
_OWNING = frozenset(("of", "for", "at", "with", "from"))
_PREPOSITIONS = _OWNING | {"in", "on", "to", "under", "near", "by", "against", "who", "which", "that", "and", "as", ","}
_PAST = frozenset(("former", "ex", "retired", "onetime", "one-time", "ousted", "deposed"))
RULERS = frozenset(("leader", "leaders", "leadership", "ruler", "rulers", "strongman"))
"""With a country and nothing else before them: those who govern it."""
_OF_THE_STATE = frozenset(("GOV", "MIL", "SPY", "LEG", "COP"))


@dataclass(frozen=True, slots=True)
class Codes:
    """ISO3 of a country, and PLOVER sectors with the first one first; None and empty where the words do not tell."""

    country: str | None
    sectors: tuple[str, ...]


NOTHING = Codes(None, ())
"""Words that show nothing."""


@lru_cache(maxsize=4096)
def codes_of(phrase: str) -> Codes:
    """What a noun phrase or a name shows; the words must not be a person's name."""
    words = _words(phrase)
    front, joint, rest = _parted(words)
    if (body := body_named(words)) and body[0] not in " ".join(front) and body[0].split()[0] in front:
        return Codes(country_shown(words), body[1].sectors)
    whole = _ending(words, sector_words("head"))
    sectors = (whole[1],) if whole and whole[0] > len(rest) > 0 else _sectors(front)
    if joint in _OWNING and rest and _vague(front):
        sectors = _of_the_rest(front, _sectors(rest)) or (() if _heads_a_body(front, rest) else sectors)
    sectors = sectors or _default(front)
    if sectors[:1] == ("GOV",):
        sectors += tuple(portfolios()[w.lower()][1] for w in rest[:2] if w.lower() in portfolios())
    if not _PAST.isdisjoint(w.lower() for w in words) and not _OF_THE_STATE.isdisjoint(sectors):
        sectors = ("ELI",)
    country = country_shown(words)
    if not sectors and country and front and front[-1].lower() in RULERS:
        sectors = ("GOV",)
    return Codes(country, tuple(dict.fromkeys(sectors)))


def head_of(phrase: str) -> list[str]:
    """The last words of what a phrase is about, in small letters: "company spokesman" of "a company spokesman"."""
    return [word.lower() for word in _parted(_words(phrase))[0][-3:]]


def _words(phrase: str) -> list[str]:
    spaced = f" {phrase[:_MOST_CHARACTERS]}".replace("’s", " 's").replace("'s", " 's").replace(",", " ,")
    return spaced.replace(" ex-", " ex ").split()[:_MOST_WORDS]


def _heads_a_body(front: list[str], rest: list[str]) -> bool:
    """Whether a president is that of a body unknown, not of a country: "president of the Orsa Center"."""
    return front[-1].lower() == "president" and any(w[0].isupper() for w in rest) and country_shown(rest) is None


def _of_the_rest(front: list[str], sectors: tuple[str, ...]) -> tuple[str, ...]:
    """What a vague head is of; "Department of Health" is a body of the state too."""
    return (*_default(front), *sectors) if sectors and front[-1][0].isupper() else sectors


def _parted(words: list[str]) -> tuple[list[str], str, list[str]]:
    """The words up to the head, the preposition after it, and the rest."""
    for i, word in enumerate(words):
        if i and word in _PREPOSITIONS:
            return words[:i], word, words[i + 1 :]
    return words, "", []


def _ending(words: list[str], table: dict[str, str]) -> tuple[int, str] | None:
    """How many words at the end the table has, and their code; the plural of a listed singular counts."""
    for n in range(min(_LONGEST, len(words)), 0, -1):
        phrase = " ".join(words[-n:]).lower().replace(" 's", "'s")
        for form in singulars(phrase):
            if form in table:
                return n, table[form]
    return None


def singulars(phrase: str) -> tuple[str, ...]:
    """A noun as written and what it can be the plural of."""
    if phrase.endswith("ies"):
        return phrase, phrase[:-3] + "y", phrase[:-1]
    if phrase.endswith("men"):
        return phrase, phrase[:-3] + "man"
    if phrase.endswith("s") and not phrase.endswith("ss"):
        return phrase, phrase[:-1], phrase[:-2] if phrase.endswith("es") else phrase[:-1]
    return (phrase,)


def _vague(front: list[str]) -> bool:
    """Whether the head says little by itself: "agency", but not "news agency"."""
    head, vague = _ending(front, sector_words("head")), _ending(front, sector_words("vague"))
    return vague is not None and (head is None or head[0] <= vague[0])


def _sectors(words: list[str]) -> tuple[str, ...]:
    """The codes of a phrase without what follows its head; empty where it says none."""
    head = _head(words)
    if body := body_in(words):
        if head is None or _vague(words) or body.sectors not in (("IGO",), ("PTY",)):
            return body.sectors
        return (head[1], "PTY") if body.sectors == ("PTY",) else ("IGO", head[1])
    if not unrecognised_states().isdisjoint(grams(words)):
        return ("PRE",)
    if head is not None and not _vague(words):
        return _with_added(words[: -head[0]], head[1])
    vague = _ending(words, sector_words("vague"))
    near = _nearest(words, len(words) - (vague[0] if vague else 1))
    if near:
        return (near,)
    return (head[1],) if head else _by_cue(words)


def _head(words: list[str]) -> tuple[int, str] | None:
    """The head and its code; a name such as "Save the Children" is not of those whom it names."""
    head = _ending(words, sector_words("head"))
    return None if head and head[1] == "CVL" and len(words) > head[0] and words[-1][0].isupper() else head


def _with_added(before: list[str], code: str) -> tuple[str, ...]:
    """The head's code with what words before it add: a state's paper is GOV first, a political prisoner OPP too."""
    found = [code]
    for word in before:
        added, wanted = added_codes().get(word.lower(), ("", frozenset[str]()))
        if code in wanted and added not in found:
            found.insert(0 if added == "GOV" else len(found), added)
        if code == "GOV" and (portfolio := portfolios().get(word.lower())):
            found.append(portfolio[1])
    return tuple(found)


def _nearest(words: list[str], last: int) -> str:
    """The code of the nearest word before a vague head; "public" and "national" there are no people."""
    for end in range(last, 0, -1):
        before, head = (_ending(words[:end], sector_words(part)) for part in ("before", "head"))
        if before or (head and head[1] != "CVL"):
            return (before or head or (0, ""))[1]
    return ""


def _by_cue(words: list[str]) -> tuple[str, ...]:
    """The code of the last word of a body's name: "Institute", "Brigade"."""
    for word in reversed(words):
        cues = [c.sector for c in name_cues().get(word, ()) if c.label == "ORG" and c.sector]
        if cues:
            return (cues[0],)
    return ()


def _default(front: list[str]) -> tuple[str, ...]:
    found = _ending(front, sector_words("vague"))
    return (found[1],) if found and found[1] else ()
