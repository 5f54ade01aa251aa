"""Where actors are mentioned, for descriptions: who can be meant at a place, and who stands beside it."""

from __future__ import annotations

from bisect import bisect_left

from twosource.actors.clauses import beside
from twosource.actors.drafts import Draft, Seen, Text

_NEAR = 3
"""Sentences back within which a description without a qualifier looks for whom it means."""
LOOK_BACK = 12
"""Mentions that are looked at before a description."""
_SHARE = 0.7


class Timeline:
    """Where actors that a description can mean were named, in the order of the text."""

    def __init__(self, text: Text, drafts: list[Draft]) -> None:
        self._threads = text.threads
        found = [(x.start, x.words.sentence, d) for d in drafts for x in d.seen if x.form != "pronoun"]
        self._rows = sorted(found, key=lambda row: row[0])
        self._starts = [row[0] for row in self._rows]
        self._distinct = {id(d): d for _, _, d in self._rows}

    def choose(self, start: int, sentence: int) -> Draft | None:
        """The one meant at `start`: the only one there is, the only one near, or the one the report is about."""
        if len(self._distinct) == 1:
            return next(iter(self._distinct.values()))
        at = bisect_left(self._starts, start)
        rows = self._rows[max(0, at - LOOK_BACK) : at]
        near = {id(d): d for _, s, d in rows if self._is_near(s, sentence)}
        if len(near) == 1:
            return next(iter(near.values()))
        counts: dict[int, int] = {}
        for _, _, d in rows:
            counts[id(d)] = counts.get(id(d), 0) + 1
        best = max(counts, key=lambda k: counts[k], default=None)
        return self._distinct[best] if best is not None and counts[best] >= _SHARE * len(rows) else None

    def _is_near(self, earlier: int, sentence: int) -> bool:
        apart = self._threads.apart(sentence, earlier)
        return apart is not None and apart <= _NEAR


class There:
    """Where actors are mentioned, by sentence."""

    def __init__(self, text: Text, drafts: list[Draft]) -> None:
        self._text = text
        self._seen: dict[tuple[int, int], list[Seen]] = {}
        self._of: dict[int, list[tuple[int, Draft]]] = {}
        for draft in drafts:
            for x in draft.seen:
                self._seen.setdefault((id(draft), x.words.sentence), []).append(x)
                self._of.setdefault(x.words.sentence, []).append((x.start, draft))

    def only_before(self, start: int, sentence: int) -> Draft | None:
        """The one of these actors who is mentioned before a place, in its sentence or the one before it."""
        near = [row for index in self._text.threads.back(sentence, 1) for row in self._of.get(index, ())]
        found = {id(d): d for at, d in near if at < start}
        return next(iter(found.values())) if len(found) == 1 else None

    def beside(self, draft: Draft, at: Seen) -> bool:
        """Whether a mention of the actor is an argument of the verb whose argument `at` is: then they are two."""
        mentions = self._seen.get((id(draft), at.words.sentence), ())
        return any(beside(self._text, x.words, at.words) for x in mentions[:LOOK_BACK])
