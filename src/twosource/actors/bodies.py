"""Bodies with a name of their own: parties, companies, ministries, armed groups."""

from __future__ import annotations

from collections.abc import Callable

from twosource.actors.drafts import Draft, Pool, Seen, Text, Words
from twosource.actors.groups import fold
from twosource.actors.known import GROUP_WORDS, known_body
from twosource.model import Evidence
from twosource.vocab.countries import country_of
from twosource.vocab.names import name_cues

MOST = 20
"""Names of one body that are compared."""


def find_bodies(text: Text) -> dict[str, Draft]:
    """The bodies named in a report, by folded name; merge_bodies joins the names of one."""
    drafts: dict[str, Draft] = {}
    for name in text.names:
        if name.label == "ORG":
            for x in _as_written(text, text.words(name.sentence, name.start, name.end)):
                drafts.setdefault(fold(x.text), Draft(kind="organization", seen=[])).seen.append(x)
    return drafts


def merge_bodies(pool: Pool) -> None:
    """Joins names of one body that the text has not bound: by the table, by initials, by leaving words out."""
    _merge_known(pool)
    for rule in (_by_initials, _by_country, _by_short_form):
        _merge(pool, rule)


def _as_written(text: Text, words: Words) -> list[Seen]:
    """The name, and with "group" where that follows it: both are what the text calls the body."""
    lower = text.lower[words.sentence]
    if words.last < len(lower) and lower[words.last] in GROUP_WORDS and known_body(text.seen(words).text):
        return [text.seen(words), text.seen(Words(words.sentence, words.first, words.last + 1))]
    return [text.seen(words)]


Shorter = tuple[str, str, str]
"""The key of a shorter name that a name implies, the function that says so, what it tells a reader."""


def _merge(pool: Pool, rule: Callable[[str], list[Shorter]]) -> None:
    """Joins a shorter name to the one longer name that implies it; a shorter name of two stays apart."""
    implied: dict[str, dict[int, tuple[Draft, Shorter]]] = {}
    for draft in pool.all():
        for shorter in (s for name in draft.keys[:MOST] for s in rule(name)) if draft.kind != "person" else ():
            implied.setdefault(shorter[0], {})[id(draft)] = (draft, shorter)
    for key, options in implied.items():
        other = pool.by_key(key)
        options.pop(id(other), None)
        if other is not None and len(options) == 1:
            draft, (_, function, detail) = next(iter(options.values()))
            pool.join(draft, other, Evidence(function=function, score=0.8, detail=detail))


def _merge_known(pool: Pool) -> None:
    """Joins names of one body of the table of armed groups and bodies."""
    first: dict[str, Draft] = {}
    for draft in pool.all():
        body = (
            next((b for name in draft.keys[:MOST] if (b := known_body(name))), None) if draft.kind != "person" else None
        )
        if body is not None and (one := first.setdefault(body.name, draft)) is not draft:
            detail = f"“{one.seen[0].text}” and “{draft.seen[0].text}” are names of {body.name} in the table"
            pool.join(one, draft, Evidence(function="table of armed groups", score=0.8, detail=detail))


def _by_initials(name: str) -> list[Shorter]:
    short = initials(name)
    if not 1 < len(short) <= 8 or len(name.split()) < 2:
        return []
    return [(fold(short), "initials", f"“{short}” is made of the initials of “{name}”")]


def initials(name: str) -> str:
    """The first letters of the capitalised words of a name."""
    return "".join(word[0] for word in name.replace("-", " ").split() if word[0].isupper())


def _by_country(name: str) -> list[Shorter]:
    """Without the country before it: "French Health Ministry" is "Health Ministry"."""
    words = name.split()
    for n in (3, 2, 1):
        if len(words) > n + 1 and country_of(" ".join(words[:n])):
            short = " ".join(words[n:])
            return [(fold(short), "same name with its country", f"“{short}” is short for “{name}”")]
    return []


def _by_short_form(name: str) -> list[Shorter]:
    """Its beginning, where the rest is words of bodies only: "Acme" for "Acme Motors Inc."."""
    words = name.removeprefix("The ").split()
    found = []
    for n in range(len(words) - 1, 0, -1):
        if words[n].rstrip(".,") not in name_cues():
            break
        short = " ".join(words[:n])
        if short not in name_cues():
            found.append((fold(short), "short form", f"“{short}” is how “{name}” begins"))
    return found
