"""An installed spaCy pipeline as an analyzer: `--analyzer spacy:NAME`.

Sentences and words stay ours: the pipeline gets them ready-made, so offsets hold and all layers have the same
words. What it lacks (tags, names) the rules fill in; without a parser the words have no heads. Lemmas are ours in
any case, because the tables of verbs are written with them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, repeat
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from twosource.errors import UsageError
from twosource.model import Analysis, Article, Name, Page, Sentence, Token
from twosource.nlp.adopted import WordSpan, adopt
from twosource.nlp.base import WordLabels
from twosource.nlp.lemmas import lemma
from twosource.nlp.links import upos
from twosource.nlp.names import find_names
from twosource.nlp.rules import ANALYSED_ROLES, RulesAnalyzer, as_sentence, given_line, read_block
from twosource.nlp.spans import marks_of
from twosource.nlp.turned import Tree, one_root, to_ud
from twosource.nlp.words import Line
from twosource.vocab.spacy_labels import name_choices

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

LONGEST_SENTENCE = 1000
"""Words; a longer one is no language but debris, and is left to the rules, which need far less memory for a word."""
LONGEST_DOC = 1000
"""Words that the pipeline sees at once, whole sentences of one block: of a longer block the next ones go apart."""
DOCS_AT_ONCE = 32
NOT_RUN = ("lemmatizer", "sentencizer", "senter")
"""Components whose results are not used."""

_OPEN_TAGS = ("ADJ", "ADV", "INTJ", "NOUN", "PROPN", "VERB")
_CLOSED_TAGS = ("ADP", "AUX", "CCONJ", "DET", "NUM", "PART", "PRON", "PUNCT", "SCONJ", "SYM", "X")
UD_TAGS = frozenset((*_OPEN_TAGS, *_CLOSED_TAGS))
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_SAMPLE = ["Ann", "Roe", "left", "Lima", "."]


class _Word(NamedTuple):
    """What the pipeline says of one word; `head` is its number in the doc."""

    tag: str
    feats: str
    head: int
    relation: str


@dataclass(frozen=True, slots=True)
class _Found:
    """What the pipeline says of one sentence."""

    sentence: Sentence
    names: list[WordSpan]
    dates: list[WordSpan]


class SpacyAnalyzer:
    """Tags, heads and names by an installed spaCy pipeline: the name of its package, or the path of its folder."""

    def __init__(self, pipeline: str) -> None:
        """Loads it; raises UsageError where spaCy or the pipeline is missing or does not run."""
        self.name = f"spacy:{pipeline}"
        self._nlp = _load(pipeline)
        sample = _run_sample(self._nlp, pipeline)
        self._tags, self._heads = sample.has_annotation("POS"), sample.has_annotation("DEP")
        self._names = any("doc.ents" in self._nlp.get_pipe_meta(pipe).assigns for pipe in self._nlp.pipe_names)
        labels = {label.upper() for pipe in self._nlp.pipe_names for label in self._nlp.pipe_labels.get(pipe, ())}
        self._choices = name_choices(coarse="GPE" not in labels)

    @property
    def made_by(self) -> str:
        """The name, and what the rules filled in: `spacy:mine (tags, names: rules)`."""
        missing = [what for what, has in (("tags", self._tags), ("names", self._names)) if not has]
        return f"{self.name} ({', '.join(missing)}: rules)" if missing else self.name

    def analyze(self, page: Page, article: Article) -> Analysis:
        """The analysis of the blocks of `article` that carry language, over the rules' sentences and words."""
        blocks = [(i, block) for i, block in enumerate(article.blocks) if block.role in ANALYSED_ROLES]
        lines = [line for i, block in blocks for line in read_block(page.text, i, block)]
        found = dict(self._found(lines))
        sentences = [found[i].sentence if i in found else as_sentence(line) for i, line in enumerate(lines)]
        return Analysis(
            analyzer=self.made_by,
            sentences=tuple(sentences),
            names=self._all_names(lines, found),
            dates=tuple(name for i, one in found.items() for name in _as_names(lines[i], i, one.dates)),
        )

    def label_words(self, sentences: Sequence[Sequence[str]]) -> list[WordLabels]:
        """Labels of given words; heads too are the rules' where the pipeline has no parser."""
        lines = [given_line(words) for words in sentences]
        by_rules = RulesAnalyzer().label_words(sentences)
        found = dict(self._found(lines))
        return [self._labels(found[i], rules) if i in found else rules for i, rules in enumerate(by_rules)]

    def _labels(self, found: _Found, rules: WordLabels) -> WordLabels:
        tokens = found.sentence.tokens
        return WordLabels(
            upos=[t.upos for t in tokens],
            feats=[t.feats or "_" for t in tokens],
            heads=[h for t in tokens if (h := t.head) is not None] or rules.heads,
            deprels=[r for t in tokens if (r := t.deprel) is not None] or rules.deprels,
            names=marks_of(len(tokens), found.names) if self._names else rules.names,
        )

    def _found(self, lines: Sequence[Line]) -> Iterator[tuple[int, _Found]]:
        """What the pipeline says of each sentence, by its number; the words it had not met before are forgotten."""
        with self._nlp.memory_zone():
            batches = list(_batches(lines))
            docs = (_doc(self._nlp, [lines[i] for i in batch]) for batch in batches)
            for batch, doc in zip(batches, self._nlp.pipe(docs, batch_size=DOCS_AT_ONCE), strict=True):
                yield from zip(batch, self._read(doc, [lines[i] for i in batch]), strict=True)

    def _read(self, doc: Doc, lines: Sequence[Line]) -> Iterator[_Found]:
        said = [_Word(t.pos_, str(t.morph), t.head.i, t.dep_) for t in doc]
        ents = [(ent.start, ent.end, ent.label_.upper()) for ent in doc.ents]
        at = 0
        for line in lines:
            end = at + len(line.words)
            own = ents[bisect_left(ents, (at,)) : bisect_left(ents, (end,))]
            names = self._names_of(line, at, own)
            yield _Found(
                sentence=self._sentence(line, said[at:end], at),
                names=[name for name in names if name[2] != "DATE"],
                dates=[name for name in names if name[2] == "DATE"],
            )
            at = end

    def _sentence(self, line: Line, said: Sequence[_Word], at: int) -> Sentence:
        tags = [w.tag if w.tag in UD_TAGS else upos(state) for w, state in zip(said, line.states, strict=True)]
        links: Iterable[tuple[int | None, str | None]] = repeat((None, None))
        if self._heads:
            links = zip(*one_root(tags, to_ud(line.words, tags, _tree(said, at))), strict=True)
        rows = zip(line.starts, line.ends, line.words, tags, links, said, strict=False)
        tokens = (
            Token(a, b, word, tag, lemma(word, tag), head, name, w.feats) for a, b, word, tag, (head, name), w in rows
        )
        return Sentence(start=line.start, end=line.end, block=line.block, role=line.role, tokens=tuple(tokens))

    def _names_of(self, line: Line, at: int, ents: Sequence[tuple[int, int, str]]) -> list[WordSpan]:
        """The names of a sentence that begins at word `at` of its doc; what runs over its end is none."""
        inside = [ent for ent in ents if ent[1] - at <= len(line.words)]
        return [name for a, b, label in inside for name in adopt(line, a - at, b - at, self._choices.get(label, ()))]

    def _all_names(self, lines: Sequence[Line], found: dict[int, _Found]) -> tuple[Name, ...]:
        """The pipeline's names, and the rules' where it finds none by its nature or did not see the sentence."""
        unseen = [] if self._names and len(found) == len(lines) else find_names(lines)
        ours = [name for name in unseen if not self._names or name.sentence not in found]
        theirs = [name for i, one in found.items() for name in _as_names(lines[i], i, one.names)]
        return tuple(sorted([*ours, *theirs], key=lambda name: name.start))


def _batches(lines: Sequence[Line]) -> Iterator[list[int]]:
    """The numbers of the sentences that stand in one doc; those that are too long are in none."""
    fit = (i for i, line in enumerate(lines) if len(line.words) <= LONGEST_SENTENCE)
    for _, group in groupby(fit, key=lambda i: lines[i].block):
        batch: list[int] = []
        words = 0
        for i in group:
            words += len(lines[i].words)
            if batch and words > LONGEST_DOC:
                yield batch
                batch, words = [], len(lines[i].words)
            batch.append(i)
        yield batch


def _doc(nlp: Language, lines: Sequence[Line]) -> Doc:
    """Sentences as spaCy has them, not annotated yet: our words, a blank where one stands in the text."""
    from spacy.tokens import Doc

    words = [_SURROGATE.sub("\ufffd", word) for line in lines for word in line.words]
    blanks = [i + 1 == len(line.words) or not line.glued(i + 1) for line in lines for i in range(len(line.words))]
    begins: list[bool | int | None] = [i == 0 for line in lines for i in range(len(line.words))]
    return Doc(nlp.vocab, words=words, spaces=blanks, sent_starts=begins)


def _tree(said: Sequence[_Word], at: int) -> Tree:
    """Heads and relations of the sentence that begins at word `at` of its doc; a head outside of it makes a root."""
    inside = range(at, at + len(said))
    heads = [w.head - at if w.head in inside and w.head != i else -1 for i, w in zip(inside, said, strict=True)]
    return heads, [w.relation for w in said]


def _as_names(line: Line, index: int, spans: Iterable[WordSpan]) -> Iterator[Name]:
    for a, b, label in spans:
        yield Name(start=line.starts[a], end=line.ends[b - 1], label=label, sentence=index)


def _load(pipeline: str) -> Language:
    if not pipeline.strip():
        raise UsageError("no spaCy pipeline is named: give the name of an installed one or its folder, spacy:NAME")
    try:
        import spacy
    except ImportError as error:
        raise UsageError(f"spaCy cannot be imported ({error}): pip install 'twosource[spacy]'") from error
    try:
        return spacy.load(pipeline, exclude=NOT_RUN)
    except OSError as error:
        raise UsageError(_not_found(pipeline, error)) from error
    except Exception as error:
        raise UsageError(_broken(pipeline, error)) from error


def _run_sample(nlp: Language, pipeline: str) -> Doc:
    """A sentence with all that the pipeline gives, which shows that it runs."""
    from spacy.tokens import Doc

    try:
        (sample,) = nlp.pipe([Doc(nlp.vocab, words=_SAMPLE)])
    except Exception as error:
        raise UsageError(_broken(pipeline, error)) from error
    return sample


def _not_found(pipeline: str, error: OSError) -> str:
    from spacy.util import get_installed_models

    if Path(pipeline).exists():
        return f"{pipeline}: this is no folder of a spaCy pipeline ({_line(error)}): name the folder with meta.json"
    how = f"python -m spacy download {pipeline}" if pipeline.isidentifier() else "check the path"
    installed = ", ".join(sorted(get_installed_models())) or "none"
    return f"no spaCy pipeline {pipeline!r} is here: {how}; installed ones: {installed}"


def _broken(pipeline: str, error: Exception) -> str:
    from importlib.metadata import version

    return (
        f"the spaCy pipeline {pipeline!r} does not run under spaCy {version('spacy')} ({_line(error)}): "
        "install the version that belongs to it, and the packages that it needs"
    )


def _line(error: Exception) -> str:
    """What an error says, in one line of bounded length."""
    return " ".join(str(error).split())[:200]
