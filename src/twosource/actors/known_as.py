"""Names given behind a noun for a body named before: "The State Security Service … The service, known as the DBS,"."""

from __future__ import annotations

from twosource.actors.aliases import WEAK, bound, link_of
from twosource.actors.drafts import Draft, Pool, Text, Words
from twosource.actors.shorter import head_of_name

_NEAR = 8
"""Words from the noun to the name: ", which is known by its initials"."""
_MOST_NAMES = 20
"""Names of one body whose heads are looked at."""


def bind_known_as(text: Text, pool: Pool) -> None:
    """Joins a name to the one body whose head the noun before it is, where the words between say that it is one."""
    bodies = [d for d in pool.all() if d.kind != "person"]
    names = {(x.words.sentence, x.words.first): (x, d) for d in bodies for x in d.seen if x.form == "name"}
    heads = _by_head(bodies)
    for (sentence, first), (y, short) in sorted(names.items(), key=lambda n: n[0]):
        noun = _noun_before(text, sentence, first, heads)
        long = heads[text.lower[sentence][noun]] if noun is not None else []
        meant = {id(now): now for d in long if (now := pool.now(d)).seen[0].start < y.start}
        if noun is not None and len(meant) == 1 and pool.now(short) is not (body := meant.popitem()[1]):
            x = text.seen(Words(sentence, noun - 1, noun + 1), "description")
            pool.join(body, pool.now(short), bound(text, x, y, "known as"))


def _by_head(bodies: list[Draft]) -> dict[str, list[Draft]]:
    found: dict[str, list[Draft]] = {}
    for draft in bodies:
        for head in {h.lower() for name in draft.keys[:_MOST_NAMES] if (h := head_of_name(name))}:
            found.setdefault(head, []).append(draft)
    return found


def _noun_before(text: Text, sentence: int, first: int, heads: dict[str, list[Draft]]) -> int | None:
    """The noun with "the" that a name at word `first` is bound to by what stands between."""
    lower = text.lower[sentence]
    for k in range(first - 2, max(0, first - _NEAR), -1):
        if lower[k] in heads and lower[k - 1] == "the":
            link = link_of(text, sentence, k + 1, first)
            return k if link is not None and link.what not in WEAK and not link.after else None
    return None
