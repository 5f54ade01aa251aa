"""Documents of GUM as texts with the places of their mentions, for what is measured on whole articles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from training.language.sets.conllu import Sentence, sentences
from training.language.sets.gum_coref import head_of, mentions

PRONOUNS = frozenset(("he", "him", "his", "himself", "she", "her", "hers", "herself"))
OF_ITS_NAME = frozenset(("flat", "compound", "nmod:unmarked"))
"""Relations by which GUM ties the words of one name to its head."""
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Marked:
    """A gold mention: its words and the words of its name (code points), its type, its cluster, what kind it is."""

    span: Span
    core: Span
    type: str
    cluster: int
    kind: str


@dataclass(frozen=True, slots=True)
class Document:
    """A text with its paragraphs and gold mentions."""

    name: str
    text: str
    paragraphs: tuple[Span, ...]
    marked: tuple[Marked, ...]


def read_document(lines: Sequence[str]) -> Document:
    """A document of GUM in CoNLL-U; sentences keep their `# text`, paragraphs begin at `# newpar`."""
    written = [line.partition("=")[2].strip() for line in lines if line.startswith("# text =")]
    opens, fresh = list[bool](), False
    for line in lines:
        fresh = fresh or line.strip() == "# newpar"
        if line.startswith("# text ="):
            opens.append(fresh)
            fresh = False
    text, paragraphs, marked = "", list[Span](), list[Marked]()
    parsed = list(sentences(lines))
    for sentence, exact, opening in zip(parsed, written, opens, strict=True):
        text += ("\n\n" if opening else " ") if text else ""
        start = paragraphs.pop()[0] if paragraphs and not opening else len(text)
        marked.extend(_marked(sentence, _places(sentence.words, exact, len(text))))
        text += exact
        paragraphs.append((start, len(text)))
    return Document(parsed[0].text, text, tuple(paragraphs), tuple(marked))


def _places(words: Sequence[str], exact: str, offset: int) -> list[Span]:
    """Where each word stands in the text."""
    found, at = [], 0
    for word in words:
        at = exact.index(word, at)
        found.append((offset + at, offset + at + len(word)))
        at += len(word)
    return found


def _marked(sentence: Sentence, places: Sequence[Span]) -> Iterator[Marked]:
    for mention in mentions(sentence.misc):
        head = head_of(mention, sentence.heads)
        span = (places[mention.start][0], places[mention.end - 1][1])
        yield Marked(span, _core(sentence, places, head), mention.type, mention.cluster, _kind(sentence, head))


def _kind(sentence: Sentence, head: int) -> str:
    if sentence.words[head].lower() in PRONOUNS:
        return "possessive" if sentence.xpos[head] == "PRP$" else "pronoun"
    return "name" if sentence.upos[head] == "PROPN" else "other"


def _core(sentence: Sentence, places: Sequence[Span], head: int) -> Span:
    """The head with the proper nouns that hang from it as parts of its name."""
    words = [head]
    for word in words:
        children = sentence.children[word]
        words += [w for w in children if sentence.deprels[w] in OF_ITS_NAME and sentence.upos[w] == "PROPN"]
    return places[min(words)][0], places[max(words)][1]
