"""Who depends on what: the tree of a sentence whose words have heads, asked for subjects, objects and prepositions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from operator import itemgetter

from twosource.model import Token

_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer"})
_REDUCED = frozenset({"acl", "advcl"})
_OBJECTS = frozenset({"obj", "iobj"})
_HELPERS = frozenset({"aux", "aux:pass", "cop"})
_OF_ACTIVE = _OBJECTS | {"nsubj", "aux"}
_OBLIQUE = frozenset({"obl", "obl:agent", "obl:arg", "nmod"})
_OWNERS = frozenset({"nmod:poss", "compound"})
_OF_OBJECT = frozenset({"of", "from", "for", "to", "into"})
_KEEP_SUBJECT = frozenset({"promise", "vow", "threaten", "pledge"})
"""Verbs whose object does not do what their infinitive says ("promised him to leave")."""

_ORDINAL = frozenset({"first", "last", "next", "only", "second", "third", "latest"})
_INNER = frozenset({"det", "amod", "compound", "nummod", "nmod:poss", "nmod:desc", "advmod", "det:predet"})
_NAME = frozenset({"flat", "fixed", "compound"})
_TRAILING = frozenset({"flat", "case", "conj"})
_MARK, _COPULA, _CASE = frozenset({"mark"}), frozenset({"cop"}), frozenset({"case"})
_SUBJECT, _APPOSITION = frozenset({"nsubj"}), frozenset({"appos"})
_DEPTH = 6
_LIST_LIMIT = 6
_PHRASE_LIMIT = 30
_HEAD, _RELATION = (itemgetter(Token._fields.index(column)) for column in ("head", "deprel"))
_FAR = 200
"""Words between a word and its head: what is farther is an error, and no look may cost more in a long sentence."""


def _sound(heads: Sequence[int | None], count: int) -> Sequence[int]:
    """The heads, -1 for those that are unknown or outside the sentence."""
    known = [-1 if head is None else head for head in heads]
    return known if min(known) >= -1 and max(known) < count else [h if 0 <= h < count else -1 for h in known]


def _by_head(heads: Sequence[int]) -> dict[int, list[int]]:
    """The words by their head, in the order of the text."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    for i, above in enumerate(heads):
        found[above].append(i)
    if len(heads) <= _FAR:
        return found
    return {above: [i for i in below if abs(i - above) < _FAR] for above, below in found.items()}


class Tree:
    """The heads and relations of one sentence; words are given and returned by their index in it.

    Where the words have no heads, every question is answered by nothing. `acts` says of a noun whether it can act:
    "urged the rebels to leave", but "took a position to watch".
    """

    def __init__(self, tokens: Sequence[Token], acts: Callable[[int], bool]) -> None:
        self.tokens = tokens
        self.acts = acts
        count = len(tokens)
        self.known = count > 0 and tokens[0].head is not None
        self.heads: Sequence[int] = [-1] * count
        self.relations: Sequence[str] = [""] * count
        self._below: dict[int, list[int]] = {}
        if self.known:
            self.heads = _sound(list(map(_HEAD, tokens)), count)
            relations = list(map(_RELATION, tokens))
            self.relations = [told or "" for told in relations] if None in relations else relations
            self._below = _by_head(self.heads)

    def below(self, i: int) -> Sequence[int]:
        """The words that depend on the word at `i`, in the order of the text; those very far off are left out."""
        return self._below.get(i, ())

    def dependents(self, i: int, relations: frozenset[str]) -> tuple[int, ...]:
        """The words that depend on `i` by one of `relations`."""
        below = self._below.get(i)
        if below is None:
            return ()
        told = self.relations
        return tuple([j for j in below if told[j] in relations])

    def joined(self, words: Iterable[int]) -> tuple[int, ...]:
        """`words`, each with those that "and" joins to it."""
        found: list[int] = []
        for i in words:
            found.append(i)
            found += [j for j in self.below(i) if self.relations[j] == "conj" and self.tokens[j].upos != "VERB"]
        return tuple(found[:_LIST_LIMIT])

    def subjects(self, verb: int, depth: int = 0) -> tuple[int, ...]:
        """Who is subject of a verb, also across "and", "who", an infinitive and a participle."""
        own = [i for i in self.dependents(verb, _SUBJECTS) if i < verb]
        if own:
            return self.joined(map(self.meant, own[-1:]))
        above = self.heads[verb]
        if above < 0 or depth > _DEPTH:
            return ()
        return self._shared(verb, above, depth)

    def _shared(self, verb: int, above: int, depth: int) -> tuple[int, ...]:
        """The subject that a verb without one of its own has from the word it depends on."""
        relation = self.relations[verb]
        if relation in ("conj", "cop", "aux", "aux:pass"):
            return self.subjects(above, depth + 1)
        if relation == "xcomp":
            return self._controller(above, depth)
        if relation == "advcl":
            accused = self.mark(verb) in _OF_OBJECT and self.form(verb) in ("Ger", "Part")
            return (self.objects(above) if accused else ()) or self._of_open(verb, above, depth)
        if relation == "ccomp":
            return self._stranded(verb, above) or self._of_open(verb, above, depth)
        if relation.startswith("acl"):
            return self._described(verb, above, depth)
        return ()

    def _of_open(self, verb: int, above: int, depth: int) -> tuple[int, ...]:
        finite = any(self.form(i) == "Fin" for i in (verb, *self.dependents(verb, _HELPERS)))
        return () if finite else self.subjects(above, depth + 1)

    def _controller(self, above: int, depth: int) -> tuple[int, ...]:
        """Of "to attack" after "urged Iran" Iran, after "agreed" whoever agreed."""
        if self.passive(above) or self.tokens[above].lemma in _KEEP_SUBJECT:
            return self.subjects(above, depth + 1)
        return self._acting(above) or self.subjects(above, depth + 1)

    def _acting(self, verb: int) -> tuple[int, ...]:
        return tuple(i for i in self.objects(verb) if self.acts(i))

    def _stranded(self, verb: int, above: int) -> tuple[int, ...]:
        """Of "X met Y, Z said" X, where the analyzer has made it a second subject of "said"."""
        before = [i for i in self.dependents(above, _SUBJECTS) if i < verb < above]
        return self.joined(map(self.meant, before[-1:]))

    def _described(self, verb: int, noun: int, depth: int) -> tuple[int, ...]:
        """Of "men holding flags" the men; of "plans to attack", "accused of", whose plans they are."""
        if self.dependents(noun, _COPULA):
            return self.subjects(noun, depth + 1)
        if self.form(verb) != "Inf" and not self.mark(verb):
            return self.joined((noun,))
        if any(self.tokens[j].lemma in _ORDINAL for j in self.below(noun)):
            return (noun,)
        named = tuple(i for i in self.dependents(noun, _OWNERS) if self.tokens[i].upos == "PROPN")
        return named or self.subjects(self._verb_above(noun), depth + 1)

    def _verb_above(self, i: int) -> int:
        for _ in range(_DEPTH):
            if self.heads[i] < 0 or self.tokens[i].upos in ("VERB", "AUX"):
                break
            i = self.heads[i]
        return i

    def mark(self, verb: int) -> str:
        """The word that opens a clause ("to", "that", "if"), by its lemma; empty where none does."""
        found = self.dependents(verb, _MARK)
        return self.tokens[found[0]].lemma if found else ""

    def form(self, verb: int) -> str:
        """The form of a verb by UD: Fin, Inf, Part, Ger; empty where it is not known."""
        return self.tokens[verb].feats.partition("VerbForm=")[2].partition("|")[0]

    def meant(self, i: int) -> int:
        """The noun that "who", "which" or "that" stands for; any other word itself."""
        if "PronType=Rel" not in self.tokens[i].feats:
            return i
        above = i
        for _ in range(_DEPTH):
            if self.relations[above] == "acl:relcl" and self.heads[above] >= 0:
                return self.heads[above]
            above = self.heads[above]
            if above < 0:
                break
        return i

    def objects(self, verb: int) -> tuple[int, ...]:
        """Whom or what a verb has as its object, also the noun that its relative clause describes."""
        own = self.dependents(verb, _OBJECTS) or self._late_subject(verb)
        if own:
            return self.joined(map(self.meant, own[:1]))
        gap = self.relations[verb] == "acl:relcl" and self.dependents(verb, _SUBJECT)
        if gap and "PronType=Rel" not in self.tokens[gap[0]].feats:
            return (self.heads[verb],)
        return ()

    def _late_subject(self, verb: int) -> tuple[int, ...]:
        """The second of two subjects, the one after the verb, is an object that the analyzer has misread."""
        found = self.dependents(verb, _SUBJECTS)
        return found[-1:] if found and found[0] < verb < found[-1] else ()

    def introduced(self, words: Iterable[int], prepositions: frozenset[str]) -> tuple[int, ...]:
        """What one of `prepositions` brings in below one of `words`, the nearest first found."""
        for i in words:
            for j in self.led_by(i, _OBLIQUE, prepositions):
                return self.joined((self.meant(j),))
        return ()

    def led_by(self, i: int, relations: frozenset[str], prepositions: frozenset[str]) -> list[int]:
        """Those of the dependents of `i` by one of `relations` that one of `prepositions` brings in."""
        if not self.known:
            return []
        told = self.relations
        return [j for j in self.below(i) if told[j] in relations and self.opened_by(j, prepositions)]

    def opened_by(self, j: int, prepositions: frozenset[str]) -> bool:
        """Whether one of `prepositions` brings in the word at `j`."""
        return any(self.tokens[c].text.lower() in prepositions for c in self.dependents(j, _CASE))

    def passive(self, verb: int) -> bool:
        """Whether the subject of a verb suffers it."""
        return self.known and "Voice=Pass" in self.tokens[verb].feats

    def span(self, i: int) -> tuple[int, int, int]:
        """The noun phrase that `i` heads, without its prepositions: first word, head, one past the last."""
        first = i
        while first > 0 and i - first < _PHRASE_LIMIT and self._inside(first - 1, i):
            first -= 1
        end = i + 1
        while end < len(self.heads) and self.relations[end] in _NAME and i <= self.heads[end] < end:
            end += 1
        return first, i, end

    def named(self, i: int) -> int:
        """The name that follows the noun at `i` without a comma ("the newspaper La Prensa"), else `i` itself."""
        for j in self.dependents(i, _APPOSITION):
            if j > i and self.tokens[j].upos == "PROPN" and all(t.upos != "PUNCT" for t in self.tokens[i:j]):
                return j
        return i

    def _inside(self, j: int, i: int) -> bool:
        """Whether the word at `j` hangs on the head `i` inside its noun phrase."""
        if self.relations[j] == "punct":
            return self.tokens[j].text == "-" and j > 0 and self._inside(j - 1, i)
        for _ in range(_DEPTH):
            relation, above = self.relations[j], self.heads[j]
            if not (j < above <= i if relation in _INNER else relation in _TRAILING and 0 <= above < j):
                return False
            if above == i:
                return True
            j = above
        return False

    def reduced(self, verb: int) -> bool:
        """Whether a bare participle describes a noun or a clause that suffers it ("a plan endorsed in Lima")."""
        bare = self.passive(verb) and self.relations[verb] in _REDUCED
        return bare and not self.dependents(verb, _OF_ACTIVE)

    def first_of_list(self, i: int) -> int:
        """The first of the words that "and" joins, of which the word at `i` is one."""
        for _ in range(_DEPTH):
            if self.relations[i] != "conj" or self.heads[i] < 0:
                break
            i = self.heads[i]
        return i
