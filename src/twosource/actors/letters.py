"""Letters that a report explains twice, as two bodies': each "NRC" is the body that was last so called before."""

from __future__ import annotations

from bisect import bisect_right

from twosource.actors.aliases import bound, link_of
from twosource.actors.drafts import Draft, Pool, Seen, Text
from twosource.actors.groups import fold
from twosource.actors.shorter import initials

Explained = tuple[Seen, Seen, Draft]
"""A name, the letters in brackets after it, and the body whose name it is."""


def split_letters(text: Text, pool: Pool) -> None:
    """Parts the mentions of letters that stand in brackets after the names of two bodies or more."""
    bodies = [d for d in pool.all() if d.kind != "person"]
    ends = {(x.words.sentence, x.words.last): (x, d) for d in bodies for x in d.seen if x.form == "name"}
    for draft in bodies:
        if " " not in draft.name and draft.name.isupper():
            explained = [e for y in draft.seen if (e := _explained(text, y, ends)) is not None]
            if len({fold(x.text) for x, _, _ in explained}) > 1:
                _part(text, draft, sorted(explained, key=lambda e: e[1].start))


def _explained(text: Text, y: Seen, ends: dict[tuple[int, int], tuple[Seen, Draft]]) -> Explained | None:
    found = ends.get((y.words.sentence, y.words.first - 1))
    if found is None or link_of(text, y.words.sentence, y.words.first - 1, y.words.first) is None:
        return None
    return (found[0], y, found[1]) if initials(found[0].text)[:1] == y.text[0] else None


def _part(text: Text, letters: Draft, explained: list[Explained]) -> None:
    """Gives each mention to the body that the last bracket before it names; those before all brackets to the first."""
    starts = [y.start for _, y, _ in explained]
    own = explained[0][2]
    kept = []
    for x in letters.seen:
        at = max(0, bisect_right(starts, x.start) - 1)
        body = explained[at][2]
        if body is own:
            kept.append(x)
        else:
            body.seen.append(x)
            body.note(bound(text, *explained[at][:2], "in brackets after the name"))
    letters.seen = kept
