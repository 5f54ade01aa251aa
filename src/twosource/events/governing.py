"""What governs an event by heads: the word it depends on, the "if" that opens its clause, the verb that helps it."""

from __future__ import annotations

from collections.abc import Container

from twosource.events.clauses import Clauses
from twosource.events.known import NOMINAL

_AUXILIARY, _CASE, _MARK = frozenset({"aux"}), frozenset({"case"}), frozenset({"mark"})
_OWN_SUBJECT = frozenset({"nsubj"})
_WITH_REACH = 3
"""Words before a subject in which "with" may stand ("with the last of them leaving")."""

_CONTENT = frozenset({"ccomp", "csubj"})
_BOUNDS = frozenset({"ccomp", "root", "parataxis", "acl:relcl"})
"""Relations of a clause that no "if" above it makes doubtful."""

_DOUBTING = frozenset({"doubt"})
"""Verbs whose content is no more than possible; who fears that people are trapped tells of them."""

_DEPTH = 4


def governor(clauses: Clauses, verb: int) -> int:
    """The word on which an infinitive or a participle depends ("plans of the army to attack": "plans"), else -1."""
    tree = clauses.tree
    first = tree.first_of_list(verb)
    ruled = tree.relations[first] == "xcomp" or (tree.relations[first] == "acl" and tree.mark(first))
    return tree.heads[first] if ruled else -1


def clause_governor(clauses: Clauses, verb: int) -> int:
    """The word whose content the clause of a finite verb is ("unlikely that", "fears that", "doubt that"), else -1."""
    tree = clauses.tree
    first = tree.first_of_list(verb)
    content = tree.relations[first] in _CONTENT or (tree.relations[first] == "acl" and tree.mark(first))
    above = tree.heads[first] if content else -1
    weighs = above >= 0 and (clauses.tags[above] in ("ADJ", "NOUN") or clauses.lemmas[above] in _DOUBTING)
    return above if weighs else -1


def noun_governor(clauses: Clauses, noun: int) -> str:
    """The word on which an event's noun hangs, with its preposition: "threat of", however far apart; empty: none."""
    tree = clauses.tree
    first = tree.first_of_list(noun)
    cases = tree.dependents(first, _CASE)
    above = tree.heads[first]
    return f"{clauses.words[above]} {clauses.words[cases[0]]}" if cases and above >= 0 else ""


def helped_by(clauses: Clauses, k: int) -> int:
    """The group of "helped" over a bare infinitive ("helped defend", "let them leave"), -1 where there is none."""
    tree, head = clauses.tree, clauses.groups[k].head
    if clauses.groups[k].auxiliaries or tree.relations[head] != "xcomp" or tree.form(head) != "Inf":
        return -1
    return next((i for i in range(k) if clauses.groups[i].head == tree.heads[head]), -1)


def inverted(clauses: Clauses, verb: int) -> bool:
    """Whether "had" stands before its subject in place of "if" ("Had the guards fired, many would have died")."""
    if "had" not in clauses.vocabulary:
        return False
    helpers = clauses.tree.dependents(verb, _AUXILIARY)
    had = next((i for i in helpers if clauses.words[i] == "had"), verb)
    between = clauses.tags[had + 1 : verb]
    return not NOMINAL.isdisjoint(between) and "?" not in clauses.words[-2:]


def opener(clauses: Clauses, verb: int, words: Container[str]) -> str:
    """The one of `words` that opens the clause of `verb`, or one that holds it ("if they come and attack")."""
    tree = clauses.tree
    for _ in range(_DEPTH):
        verb = tree.first_of_list(verb)
        for j in tree.dependents(verb, _MARK):
            if clauses.words[j] in words:
                return clauses.words[j]
        told = tree.relations[verb] == "advcl" and tree.form(verb) != "Inf"  # "whether he paid after leaving": he left
        if told or tree.heads[verb] < 0 or tree.relations[verb] in _BOUNDS:
            break
        verb = tree.heads[verb]
    return ""


def absolute(clauses: Clauses, first: int, head: int) -> bool:
    """Whether "with" and its own subject stand before a participle, which nothing governs ("with Chad abstaining")."""
    owns = clauses.tree.dependents(head, _OWN_SUBJECT)
    return bool(owns) and "with" in clauses.words[max(0, min(owns) - _WITH_REACH) : first]
