"""Names that the text itself says are one's: "X (Y)", "X, also known as Y", "…, using another name for Y"."""

from __future__ import annotations

from itertools import pairwise

from twosource.actors.bodies import initials
from twosource.actors.drafts import Draft, Pool, Seen, Text, Words
from twosource.model import Evidence
from twosource.vocab.groups import alias_links, alias_remarks

_FURTHEST = 8
"""Words between two names that can still bind them."""


def bind_aliases(text: Text, pool: Pool) -> None:
    """Joins the drafts whose names the text binds, with the binding words as evidence."""
    for line in _by_sentence(pool):
        for (x, one), (y, other) in pairwise(line):
            what = _link(text, x, y)
            if what and _can_be_one(x, pool.now(one), y, pool.now(other), what):
                _bind(text, pool, (x, one), (y, other), what)


def _by_sentence(pool: Pool) -> list[list[tuple[Seen, Draft]]]:
    lines: dict[int, list[tuple[Seen, Draft]]] = {}
    for draft in pool.all():
        for x in draft.seen:
            if x.form == "name":
                lines.setdefault(x.words.sentence, []).append((x, draft))
    return [sorted(line, key=lambda p: (p[0].start, -p[0].end)) for _, line in sorted(lines.items())]


def _link(text: Text, x: Seen, y: Seen) -> str:
    """What the words between two names say, empty if they do not bind them."""
    if not 0 < y.words.first - x.words.last <= _FURTHEST:
        return ""
    lower = text.lower[x.words.sentence]
    between = lower[x.words.last : y.words.first]
    while between and between[0] in (")", "]", "”", '"'):
        between = between[1:]
    while between and between[-1] in ("“", '"', "‘"):
        between = between[:-1]
    link = alias_links().get(" ".join(between))
    if (
        link is None
        and len(between) > 1
        and between[0] in ("group", "movement", "party", "organisation", "organization")
    ):
        link = alias_links().get(" ".join(between[1:]))
    after = lower[y.words.last] if y.words.last < len(lower) else "."
    return link.what if link and link.after in ("", after) else ""


def _can_be_one(x: Seen, one: Draft, y: Seen, other: Draft, what: str) -> bool:
    if one is other:
        return False
    bodies = one.kind != "person" and other.kind != "person"
    if what.startswith("in brackets after"):
        return bodies and (_is_short_for(y.text, x.text) or _is_short_for(x.text, y.text))
    if what == "or":
        return bodies
    return one.kind == other.kind or bodies or " " not in y.text or " " not in x.text


def _is_short_for(short: str, long: str) -> bool:
    """Whether a bracket holds letters or a shorter name: "(NRC)", "(Solidarity)", not the party of a person."""
    if short.isupper() and len(short) <= 10:
        return True
    return " " not in short and len(short) <= len(long) and initials(long)[:1] != "" and short[0].isupper()


def _bind(text: Text, pool: Pool, first: tuple[Seen, Draft], second: tuple[Seen, Draft], what: str) -> None:
    (x, one), (y, other) = first, second
    words = Words(x.words.sentence, x.words.first, y.words.last)
    detail = f"the text binds “{x.text}” and “{y.text}”: {what}"
    evidence = Evidence(
        function="the text binds two names", score=0.95, detail=detail, selectors=(text.selector(words),)
    )
    one, other = pool.now(one), pool.now(other)
    if one.kind == "person" and other.kind != "person":
        one.kind = other.kind
    pool.join(one, other, evidence)


def find_remarks(text: Text) -> list[Words]:
    """The words of remarks such as "using another acronym for", up to the one meant."""
    found = []
    for index, lower in enumerate(text.lower):
        if "for" in lower and ("using" in lower or "another" in lower):
            found.extend(_remarks_in(index, lower))
    return found


def _remarks_in(index: int, lower: list[str]) -> list[Words]:
    found, i = [], 0
    while i < len(lower):
        n = next((len(r) for r in alias_remarks() if tuple(lower[i : i + len(r)]) == r), 0)
        if n:
            found.append(Words(index, i, i + n))
        i += n or 1
    return found
