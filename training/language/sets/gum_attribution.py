"""Speaker, cue and content from GUM's attribution relations: the tree says which words, the syntax which is which."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from training.language.sets.conllu import Sentence
from training.language.sets.rst import Attribution, Tree
from training.language.sets.said_by import closes_bracket, cue_of, split

MISSPELT = 2
"""Words in which a tree may differ from its document, else of one length: GUM_court_property has twice `Levan`, which
the document corrects to `Lavan`; the others of the 94 differ in none."""

# fmt: off
OVERLOOKED = frozenset((
    "accuse", "acknowledge", "admit", "advise", "announce", "ask", "blame", "claim", "condemn", "confirm", "criticise",
    "criticize", "decline", "defend", "demand", "deny", "describe", "doubt", "instruct", "order", "pledge", "praise",
    "promise", "propose", "quote", "refuse", "reject", "request", "suggest", "swear", "threaten", "urge", "vow", "warn",
))
# fmt: on
"""Verbs with what is said in an infinitive or an object (`urged them to leave`, `denied the charge`): the guideline
marks it and GUM does not, since rhetorical structure has no unit there."""


@dataclass(frozen=True, slots=True)
class Roles:
    """Indices in one sentence of the words in each role."""

    speaker: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]


@dataclass(frozen=True)
class Document:
    """The sentences of a document, and where its words, numbered through, are in them."""

    sentences: Sequence[Sentence]

    @cached_property
    def places(self) -> list[tuple[int, int]]:
        """For each word of the document the number of its sentence and its index there."""
        return [(number, word) for number, sentence in enumerate(self.sentences) for word in range(len(sentence.words))]

    @cached_property
    def quoted(self) -> list[bool]:
        """For each word of the document whether it stands within quotation marks, which count as within."""
        tags = [tag for sentence in self.sentences for tag in sentence.xpos]
        opened = list(accumulate(tags, lambda inside, tag: tag == "``" or (inside and tag != "''"), initial=False))
        return [inside or tag in {"``", "''"} for inside, tag in zip(opened[1:], tags, strict=True)]

    def by_sentence(self, words: Iterable[int]) -> dict[int, set[int]]:
        """Words numbered through, as indices by number of the sentence."""
        found: dict[int, set[int]] = {}
        for word in words:
            number, index = self.places[word]
            found.setdefault(number, set()).add(index)
        return found


def aligned(document: Sequence[Sentence], tree: Tree) -> bool:
    """Whether the tree has the document's words: as many, and the same but for a corrected spelling."""
    words = [word for sentence in document for word in sentence.words]
    if len(words) != len(tree.words):
        return False
    return sum(a != b for a, b in zip(words, tree.words, strict=True)) <= MISSPELT


def columns(sentences: Sequence[Sentence], tree: Tree) -> list[tuple[str, ...] | None]:
    """For each sentence the BIO marks of its outermost attributions.

    None, which is neither learnt from nor measured on, where the syntax shows no cue for one, and where a verb that
    would be a cue by our guideline bears no mark.
    """
    document = Document(sentences)
    found: list[list[Roles]] = [[] for _ in sentences]
    doubtful: set[int] = set()
    for attribution in tree.attributions():
        roles = resolve(document, attribution)
        for number, part in roles.items():
            found[number].append(part)
        if not roles:
            doubtful |= set(document.by_sentence(attribution.satellite))
    rows = [marks(len(sentence.words), found[number]) for number, sentence in enumerate(sentences)]
    return [
        None if number in doubtful or _overlooks(sentence, row) else row
        for number, (sentence, row) in enumerate(zip(sentences, rows, strict=True))
    ]


def marks(length: int, attributions: Sequence[Roles]) -> tuple[str, ...]:
    """BIO marks of a sentence's attributions; one that lies within another, or crosses it, gives way to the longer.

    Two may share their speaker (`she said …, and added …`).
    """
    column = ["O"] * length
    for roles in _outermost_first(attributions):
        if any(column[word] != "O" for word in roles.cue | roles.content):
            continue
        free = all(column[word] == "O" for word in roles.speaker)
        parts = {"SPEAKER": roles.speaker if free else frozenset(), "CUE": roles.cue, "CONTENT": roles.content}
        for name, part in parts.items():
            for word in part:
                column[word] = f"{'I' if word - 1 in part else 'B'}-{name}"
    return tuple(column)


def _outermost_first(attributions: Sequence[Roles]) -> list[Roles]:
    """By number of words; of two with one cue the one with the longer speaker (`according to A, quoting B, …`)."""
    longest: dict[frozenset[int], Roles] = {}
    for roles in attributions:
        if roles.cue not in longest or not roles.cue or len(roles.speaker) > len(longest[roles.cue].speaker):
            longest[roles.cue or roles.content] = roles
    return sorted(longest.values(), key=lambda roles: -len(roles.speaker | roles.cue | roles.content))


def _overlooks(sentence: Sentence, row: Sequence[str]) -> bool:
    return any(
        row[word] == "O"
        and sentence.upos[word] == "VERB"
        and sentence.lemmas[word] in OVERLOOKED
        and any(sentence.deprels[child] in {"xcomp", "ccomp", "obj"} for child in sentence.children[word])
        for word in range(len(row))
    )


def resolve(document: Document, attribution: Attribution) -> dict[int, Roles]:
    """The roles of an attribution by number of the sentence; empty where the syntax shows no cue.

    Of further sentences of the content only those within quotation marks count, as the guideline has it.
    """
    satellites, contents = document.by_sentence(attribution.satellite), document.by_sentence(attribution.nucleus)
    number = min(satellites, key=lambda n: (n not in contents, n))
    sentence = document.sentences[number]
    said = contents.pop(number, set())
    for words in attribution.beside:
        said |= _hanging(sentence, document.by_sentence(words).get(number, set()), said)
    cue_word = cue_of(sentence, satellites[number], said)
    if cue_word is None or not (said or _announces(sentence, satellites[number])):
        return {}
    speaker, cue = split(sentence, cue_word, said)
    if not speaker and "VerbForm=Inf" in sentence.feats[cue_word]:
        return {}  # `no way to estimate`: nobody does
    found = {number: Roles(speaker, cue, _trimmed(sentence, said - cue - speaker))}
    quoted = document.by_sentence(word for word in attribution.nucleus if document.quoted[word])
    for other in sorted(contents):
        if contents[other] == quoted.get(other):
            found[other] = Roles(frozenset(), frozenset(), _trimmed(document.sentences[other], contents[other]))
    return found


def _hanging(sentence: Sentence, words: Set[int], said: Set[int]) -> set[int]:
    """The words, if the topmost of them hangs on what is said; else none."""
    tops = [word for word in sorted(words) if sentence.heads[word] not in words and sentence.upos[word] != "PUNCT"]
    return set(words) if tops and sentence.heads[tops[0]] in said else set()


def _announces(sentence: Sentence, words: Set[int]) -> bool:
    """Whether the words end in a colon or comma: what is said is in the next sentence."""
    return sentence.words[max(words)] in {":", ","}


def _trimmed(sentence: Sentence, words: Set[int]) -> frozenset[int]:
    """The words without the punctuation at the ends of each unbroken run of them."""
    kept: set[int] = set()
    run: list[int] = []
    for word in [*sorted(words), len(sentence.words) + 1]:
        if run and word != run[-1] + 1:
            kept |= _without_ends(sentence, run)
            run = []
        run.append(word)
    return frozenset(kept)


def _without_ends(sentence: Sentence, run: Sequence[int]) -> set[int]:
    """The run up to a closing mark of a quotation opened at its start or before, without punctuation at its ends."""
    tags = [sentence.xpos[word] for word in run]
    if "''" in tags and "``" not in tags[1 : tags.index("''")] and _only_notes(sentence, run[tags.index("''") :]):
        run = run[: tags.index("''")]
    low, high = 0, len(run)
    while (
        low < high and sentence.upos[run[low]] == "PUNCT" and not (tags[low] == "-LRB-" and "-RRB-" in tags[low:high])
    ):
        low += 1
    while high > low and sentence.upos[run[high - 1]] == "PUNCT" and not closes_bracket(sentence, run[low:high]):
        high -= 1
    return set(run[low:high])


def _only_notes(sentence: Sentence, words: Sequence[int]) -> bool:
    """Whether the words have no verb: numbers of notes, a year in brackets."""
    return all(sentence.upos[word] not in {"VERB", "AUX"} for word in words)
