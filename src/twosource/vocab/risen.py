"""Counts told as a number that rose: "the number of people killed by the storm rose to five"."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from twosource.model import Quantity
from twosource.vocab.counts import toll_words
from twosource.vocab.finding_words import finding_words
from twosource.vocab.word_sets import word_set

REACH = 160
"""Characters before a number in which "the number of" is looked for."""
COUNT = frozenset({"number", "toll", "total"})
"""What is raised to a number: "raising the number of dead from three to five"."""
DEATH_TOLL = frozenset({("death", "toll"), ("fatality", "toll")})
DEATHS = frozenset({"deaths", "fatalities"})
STATE = 6
"""Words after "number of" within which what became of those counted is said: "of people known to have been killed"."""
RISE = 4
"""Words before a number within which it is said to rise: "rose to", "climbed further from two to"."""


def with_role(quantity: Quantity, before: str, after: str) -> Quantity:
    """The quantity as a count of the killed or injured, if the text `before` and `after` it in its sentence says so."""
    role = None if quantity.role or quantity.of or quantity.unit else _role(before) or _role_after(before, after)
    return replace(quantity, role=role) if role else quantity


def is_risen_to(before: str) -> bool:
    """Whether the text `before` a number says that a count rose to it: then it is all of the count, no part."""
    words = _words(before)
    rises = finding_words("rises") | word_set("rises too")
    if not words or words[-1] not in rises | {"to", "at"}:
        return False
    return (
        not rises.isdisjoint(words[-RISE:])
        or _is_lifted_to(words)
        or any(
            w in rises | finding_words("lifts") | word_set("sets a count") and not COUNT.isdisjoint(words[i : i + RISE])
            for i, w in enumerate(words)
        )
    )


def is_newest(sentence: str) -> bool:
    """Whether the sentence says that its number is newer than others: "two were killed, the ministry now says"."""
    words = [word.strip(".,;:\"'“”’") for word in sentence.lower().split()]
    return any(one == "now" and two in word_set("is now told") for one, two in pairwise(words))


def _words(before: str) -> list[str]:
    """The last words before the number, without what it rose from: "from three to"."""
    words = before[-REACH:].lower().split()
    return [*words[:-3], words[-1]] if words[-3:-2] == ["from"] and words[-1:] == ["to"] else words


def _role_after(before: str, after: str) -> str | None:
    """The role in "bringing to five | the number of people killed"."""
    if not _is_lifted_to(_words(before)):
        return None
    words = re.findall(r"[a-z]+", after.lower())[: RISE + STATE]
    count = next((i for i, word in enumerate(words[:RISE]) if word in COUNT), None)
    if count is None:
        return None
    done = toll_words("done")
    told = next((done[word] for word in words[count + 1 :] if word in done), None)
    return told or ("killed" if words[count] == "toll" or "dead" in words else None)


def _is_lifted_to(words: list[str]) -> bool:
    """Whether the words end in "taking to", or in the second half of "taking to three the … and to"."""
    lifted = [one in finding_words("lifts") and two == "to" for one, two in pairwise(words)]
    return bool(lifted) and (lifted[-1] or (words[-2:] == ["and", "to"] and any(lifted)))


def _role(before: str) -> str | None:
    if not is_risen_to(before):
        return None
    words = _words(before)
    if any(pair in DEATH_TOLL for pair in pairwise(words)) or not DEATHS.isdisjoint(words[-STATE - RISE :]):
        return "killed"
    starts = [i for i, pair in enumerate(pairwise(words)) if pair == ("number", "of")]
    done = toll_words("done")
    if not starts:  # "three more people died, bringing the total to 17"
        told = words[: words.index("total")] if "total" in words else []
        return next((done[w] for w in reversed(told) if w in done), None)
    fatal = toll_words("fatal")
    return next((done.get(w) or fatal[w] for w in words[starts[-1] + 2 :][:STATE] if w in done or w in fatal), None)
