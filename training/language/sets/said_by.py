"""Who says so and by which word, read off the syntax of a sentence where it is known what is said."""

from __future__ import annotations

from collections.abc import Sequence, Set

from training.language.sets.conllu import Sentence

COMPLEMENTS = ("ccomp", "csubj", "acl", "parataxis", "xcomp", "advcl", "obl", "obj", "nmod", "nsubj", "conj")
"""Relations in which what is said hangs on the word that says so, the surest first."""
CLAUSES_OF_NOUNS = ("ccomp", "acl", "csubj")
"""Those in which it hangs on a noun (`the claim that …`) or an adjective (`sure that …`)."""
VERB_GROUP = ("aux", "aux:pass", "cop", "compound:prt")
CLAUSAL = ("nsubj", "csubj", "cop", "aux", "advcl", "mark", "parataxis", "ccomp")
"""What hangs on a noun that is a predicate, and is no part of its phrase."""
NEGATIONS = ("not", "never", "n't")
FELT = ("amaze", "concern", "convince", "disappoint", "please", "shock", "surprise", "worry")
"""Verbs whose passive subject is the one who thinks so; of others (`was told that`) it is not."""
MEANT = ("mean", "ensure", "make")
"""Words that bear a clause and say nothing: `this means that`, `make sure that`."""
QUOTED = ("quote", "cite", "report")
"""Verbs whose passive subject is the one who says so, where `as saying` follows."""
CLIMBED = ("xcomp", "conj", "advcl", "parataxis", "obj", "obl")
"""In these relations a word without a subject has that of the verb it hangs on: `came to the conclusion`."""


def cue_of(sentence: Sentence, satellite: Set[int], said: Set[int]) -> int | None:
    """The word of the satellite that says so: on which the content hangs, else the top of the satellite; or None.

    None too for what nobody says: credits (`Image: NASA`), orders (`note that …`), `it means that …`.
    """
    bearers = sorted(
        (COMPLEMENTS.index(relation), sentence.heads[word])
        for word in said
        if sentence.heads[word] in satellite and (relation := sentence.deprels[word].split(":")[0]) in COMPLEMENTS
    )
    for place, word in bearers:
        if _can_say(sentence, word, COMPLEMENTS[place] in CLAUSES_OF_NOUNS):
            return word
    tops = (word for word in sorted(satellite) if sentence.heads[word] not in satellite)
    # `their argument is that …`: the noun is the subject of what is said.
    return next((word for word in tops if _can_say(sentence, word, sentence.deprels[word] == "nsubj:outer")), None)


def _can_say(sentence: Sentence, word: int, has_clause: bool) -> bool:
    if source_of(sentence, word):
        return True
    if sentence.lemmas[word] in MEANT or "Mood=Imp" in sentence.feats[word]:
        return False
    if sentence.lemmas[word] == "sure" and sentence.deprels[word] == "xcomp":
        return False
    return sentence.upos[word] == "VERB" or (has_clause and sentence.upos[word] in {"NOUN", "ADJ"})


def source_of(sentence: Sentence, word: int) -> frozenset[int]:
    """The words `according to` where they mark the word as the one who says; else none."""
    for child in sentence.children[word]:
        if sentence.lemmas[child].lower() in {"accord", "according"}:
            return frozenset({child, *(own for own in sentence.children[child] if sentence.deprels[own] == "fixed")})
    return frozenset()


def split(sentence: Sentence, word: int, said: Set[int]) -> tuple[frozenset[int], frozenset[int]]:
    """Speaker and cue of an attribution whose content is `said`, `word` being what `cue_of` found."""
    if source := source_of(sentence, word):
        return frozenset(_phrase(sentence, word, said | source)), source
    cue = verb_group(sentence, word) - said
    speaker, besides = _subject(sentence, word, said)
    return frozenset(_phrase(sentence, speaker, said | cue | besides)) if speaker is not None else frozenset(), cue


def verb_group(sentence: Sentence, word: int) -> frozenset[int]:
    """The word with its auxiliaries, copula, particle and negation, and the adverbs between; `was quoted as saying`."""
    group = {word}
    head = sentence.heads[word]
    reported = sentence.deprels[word] == "advcl" and head >= 0 and sentence.lemmas[head] in QUOTED
    if reported and any(sentence.lemmas[child] == "as" for child in sentence.children[word]):
        group |= verb_group(sentence, head) | {child for child in sentence.children[word] if child < word}
    children = sentence.children[word]
    group |= {child for child in children if sentence.deprels[child] in VERB_GROUP or _negates(sentence, child)}
    adverbs = {child for child in children if sentence.deprels[child].startswith("advmod")}
    return frozenset(_run_around(word, group, group | adverbs))


def _run_around(word: int, wanted: Set[int], allowed: Set[int]) -> set[int]:
    """The wanted words reached from `word` over allowed ones only, with those between."""
    low = high = word
    while low - 1 in allowed:
        low -= 1
    while high + 1 in allowed:
        high += 1
    while low not in wanted:
        low += 1
    while high not in wanted:
        high -= 1
    return set(range(low, high + 1))


def _negates(sentence: Sentence, word: int) -> bool:
    return sentence.deprels[word] == "advmod" and sentence.lemmas[word] in NEGATIONS


def _subject(sentence: Sentence, word: int, said: Set[int]) -> tuple[int | None, frozenset[int]]:
    """The top word of the speaker's phrase, and the words hanging from it that are not part of it."""
    seen: set[int] = set()
    while word not in seen:
        seen.add(word)
        own = _own_subject(sentence, word, said)
        if own is not None:
            return own if own >= 0 else None, frozenset()
        relation, head = sentence.deprels[word].split(":")[0], sentence.heads[word]
        if head < 0 or head in said:
            return None, frozenset()
        if sentence.deprels[word] == "acl":
            participle = "VerbForm=Inf" not in sentence.feats[word]  # `a report saying`, not `a chance to show`
            return head if participle else None, frozenset(sentence.subtree(word))
        if relation not in CLIMBED:
            return None, frozenset()
        word = head
    return None, frozenset()


def _own_subject(sentence: Sentence, word: int, said: Set[int]) -> int | None:
    """The subject or agent of the word; -1 where it has a subject that does not speak; None where it has none."""
    relations = {sentence.deprels[child]: child for child in reversed(sentence.children[word]) if child not in said}
    if "nsubj:pass" in relations or "aux:pass" in relations:
        if sentence.lemmas[word] in FELT + QUOTED:
            return relations.get("nsubj:pass")
        return relations.get("obl:agent", -1)
    for relation in ("nsubj", "nsubj:outer", "nmod:poss", "obl:agent"):
        if relation in relations:
            return relations[relation]
    return -1 if "expl" in relations else None


def _phrase(sentence: Sentence, top: int, outside: Set[int]) -> set[int]:
    """The run of words around `top` that hang from it, without prepositions and punctuation at its ends."""
    # Of `all they got was a message` the noun alone is one who may say so.
    clause = [child for child in sentence.children[top] if sentence.deprels[child].split(":")[0] in CLAUSAL]
    inside = sentence.subtree(top).difference(outside, *map(sentence.subtree, clause))
    low = high = top
    while low - 1 in inside:
        low -= 1
    while high + 1 in inside:
        high += 1
    while low < top and _is_edge(sentence, low, top):
        low += 1
    while high > top and _is_edge(sentence, high, top) and not closes_bracket(sentence, range(low, high + 1)):
        high -= 1
    return set(range(low, high + 1))


def closes_bracket(sentence: Sentence, run: Sequence[int]) -> bool:
    """Whether the run of words ends in a bracket that it opened."""
    tags = [sentence.xpos[word] for word in run]
    return tags[-1] == "-RRB-" and tags.count("-LRB-") == tags.count("-RRB-")


def _is_edge(sentence: Sentence, word: int, top: int) -> bool:
    of_top = sentence.heads[word] == top and sentence.deprels[word] in {"case", "cc", "mark"}
    return of_top or sentence.upos[word] == "PUNCT"
