"""Whether a time or a place belongs to an event, by heads: it hangs on the event's own words, or on another's."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from twosource.events.clauses import Clauses

Attached = Literal["own", "other", "open"]

_DEPTH = 10
_CONTENT = frozenset({"ccomp", "xcomp"})
_NOMINAL = frozenset({"nmod", "nmod:poss", "compound", "appos"})
_ORIGIN = frozenset({"of", "from"})
_DEEP = 2
"""An event's noun so many nouns below a verb has not that verb's time ("criticism of the handling of the inquiry")."""


def attached(clauses: Clauses, own: frozenset[int], i: int, *, content: bool, person: bool) -> Attached:
    """How the word at `i` stands to the event whose heads are `own`; "open" where the tree does not tell.

    `content`: what the event speaks of has not happened, so that its time and place are not the event's ("agreed to
    meet on Thursday"). `person`: what says who somebody is belongs to nothing else ("the envoy of Ghana").
    """
    if not clauses.tree.known:
        return "open"
    above = _path(clauses, min(own))
    path = _path(clauses, i)
    shared = 0
    while shared < len(path) - 1 and path[shared] not in own and path[shared] not in above:
        shared += 1
    barred = any(_bars(clauses, j, person=person) for j in path[:shared])
    meet = path[shared]
    if meet in own:
        promised = content and any(clauses.tree.relations[j] in _CONTENT for j in path[:shared])
        promised = promised or (
            content and i > max(own) and clauses.tree.relations[i] == "nmod"
        )  # "an election in the spring"
        return "other" if barred or promised else "own"
    return "other" if barred or _far_below(clauses, above, meet) else "open"


def verbs_between(clauses: Clauses, own: frozenset[int], i: int) -> int:
    """How many verbs of other clauses stand above the word at `i` before the event's own words do; 0 if those never do.

    Of "After attacking the bridge on Monday, rebels shelled the harbour on Wednesday" Monday has one to "shelled".
    """
    path = _path(clauses, i) if clauses.tree.known else []
    reached = next((n for n, j in enumerate(path) if j in own), 0)
    return sum(clauses.tags[j] == "VERB" for j in path[:reached])


def _path(clauses: Clauses, i: int) -> list[int]:
    """The word at `i` and those above it, at most ten."""
    heads, found = clauses.tree.heads, [i]
    while len(found) < _DEPTH and (i := heads[i]) >= 0:
        found.append(i)
    return found


def _bars(clauses: Clauses, j: int, *, person: bool) -> bool:
    """Whether what hangs on the word at `j` belongs to nothing above it: it tells of a noun, or who somebody is."""
    tree = clauses.tree
    if tree.relations[j] == "acl:relcl" or (tree.relations[j] == "acl" and clauses.tags[j] in ("VERB", "AUX")):
        return True
    return person and tree.relations[j] == "nmod" and clauses.acts(tree.heads[j]) and tree.opened_by(j, _ORIGIN)


def _far_below(clauses: Clauses, above: Sequence[int], meet: int) -> bool:
    """Whether the event is told of a noun below the word at `meet`, or hangs on nouns that hang on nouns."""
    between = above[: above.index(meet)] if meet in above else above
    if any(_told_of(clauses, j) for j in between):
        return True
    return clauses.tags[meet] == "VERB" and sum(clauses.tree.relations[j] in _NOMINAL for j in between) >= _DEEP


def _told_of(clauses: Clauses, j: int) -> bool:
    """Whether the clause of the word at `j` says what a noun is about or which ("plans to lift", "which fell")."""
    relation = clauses.tree.relations[j]
    return relation == "acl:relcl" or (relation == "acl" and clauses.tree.form(j) == "Inf")
