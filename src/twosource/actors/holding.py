"""Offices that a clause says somebody holds or held: "Jane Roe was mayor until May", "…, who has been named envoy,"."""

from __future__ import annotations

from collections.abc import Iterator

from twosource.actors.apposed import opening, over_adverbs
from twosource.actors.drafts import Seen, Text, Words
from twosource.actors.phrases import DETERMINERS, STOPS, extent, head_before, is_ended, parts, without_owner
from twosource.actors.titles import head_at
from twosource.vocab.groups import holding_verbs
from twosource.vocab.names import office_heads

_LONGEST = 5
"""Words of a verb that says who holds an office, adverbs among them: "has since been named"."""
_FURTHEST = 9
"""Words of a noun phrase between a name and "who"."""
_BETWEEN = frozenset(
    ("also", "since", "then", "later", "recently", "once", "still", "long", "briefly", "now", "twice", "first")
)
"""Adverbs inside a verb: "has since been", "was then named"."""
_TIES = ("of", "for", "at", "in", "to", "and")
_ENDS = STOPS - {"-"}
_NOT_HELD = frozenset(("civil", "rebel", "opposition"))
"""Classes of nouns that a clause says of anybody ("was a witness", "was a candidate") and that are no office."""


def held_in_clauses(text: Text, x: Seen, starts: set[int]) -> Iterator[tuple[Words, bool]]:
    """The offices that the verb after a name, or after "who" behind it, gives to it; whether they were held before."""
    tokens, lower = text.sentences[x.words.sentence].tokens, text.lower[x.words.sentence]
    found = _verb(lower, _clause(lower, x.words.last))
    if found is None:
        return
    k, past = found
    k, over = over_adverbs(lower, k)
    k += int(lower[k : k + 1] != [] and lower[k] in DETERMINERS)
    end = extent(tokens, lower, k, starts)
    k = without_owner(tokens, lower, k, end)
    if k < end and is_ended(tokens, lower, end):
        for first, last in parts(lower, k, end):
            if _is_office(lower, first, last):
                yield Words(x.words.sentence, first, last), past or over


def _clause(lower: list[str], last: int) -> int:
    """Where the verb of a name can begin: right after it or an age, or after "who" behind a comma."""
    k = opening(lower, last)
    who = None if k is None else _who(lower, k)
    if who is not None:
        return who + 1
    return k if k is not None and lower[k - 1] == "," and k > last + 1 else last  # "Jane Roe, 61, | was sworn in"


def _who(lower: list[str], k: int) -> int | None:
    """The "who" at `k` or behind a noun phrase that begins there: "a former banker | who has been minister"."""
    if k < len(lower) and lower[k] not in DETERMINERS and lower[k] != "who":
        return None
    words = range(k, min(len(lower), k + _FURTHEST))
    ends = (i for i in words if lower[i] == "who" or (i > k and lower[i] in DETERMINERS) or lower[i] in _ENDS)
    end = next(ends, None)
    return end if end is not None and lower[end] == "who" else None


def _verb(lower: list[str], k: int) -> tuple[int, bool] | None:
    """The word after a verb of holding an office that begins at `k`, and whether it says that this is over."""
    words: list[str] = []
    found = None
    for i, word in enumerate(lower[k : k + _LONGEST]):
        if word not in _BETWEEN or not words:
            words.append(word)
            held = holding_verbs().get(" ".join(words))
            found = (k + i + 1, held == "once") if held is not None else found
    return found


def _is_office(lower: list[str], first: int, last: int) -> bool:
    """Whether the noun of the phrase is that of an office: "police chief of Low", not "president material"."""
    tie = next((i for i in range(first, last) if lower[i] in _TIES), last)
    heads = (" ".join(lower[i : i + n]).replace(" - ", "-") for i in range(first, last) if (n := head_at(lower, i)))
    kinds = {office_heads()[words.rstrip(".")].kind for words in heads}
    return head_before(lower, first, tie) and bool(kinds - _NOT_HELD)
