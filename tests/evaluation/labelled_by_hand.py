"""A small set with all layers, and an analyzer that says what it is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from training.language.labelled import Labelled
from training.language.sets.marks import Span, bio
from twosource.model import Analysis, Article, Attributed, Mentioned, Page
from twosource.nlp.base import WordLabels
from twosource.nlp.rules import RulesAnalyzer

FERRY = Labelled(
    set="own-dev",
    genre="disaster",
    text="ferry",
    words=("Mayor", "Lena", "Brandt", "said", "the", "ferry", "sank", "."),
    upos=("PROPN", "PROPN", "PROPN", "VERB", "DET", "NOUN", "VERB", "PUNCT"),
    feats=("_", "Number=Sing", "Number=Sing", "Mood=Ind|Tense=Past|VerbForm=Fin", "_", "Number=Sing", "_", "_"),
    heads=(1, 3, 1, -1, 5, 6, 3, 3),
    deprels=("compound", "nsubj", "flat", "root", "det", "nsubj", "ccomp", "punct"),
    names=bio(8, [Span(1, 3, ("PER",))]),
    attribution=("B-SPEAKER", "I-SPEAKER", "I-SPEAKER", "B-CUE", "B-CONTENT", "I-CONTENT", "I-CONTENT", "O"),
    mentions=("", "person", "", "", "", "object", "", ""),
)
HARBOUR = Labelled(
    set="own-dev",
    genre="politics",
    text="harbour",
    words=("In", "Port", "Selby", "nobody", "answered", "."),
    names=bio(6, [Span(1, 3, ("GPE", "LOC", "FAC"))]),
)


def given(s: Labelled, names: Sequence[str]) -> WordLabels:
    """What the sentence itself says, with other names; tags alone where it has no syntax."""
    n = len(s.words)
    return WordLabels(s.upos or ["X"] * n, s.feats or ["_"] * n, s.heads or [-1] * n, s.deprels or ["dep"] * n, names)


@dataclass
class Told:
    """Gives the labels it is told by the words of a sentence; an article is read as `analysis` says."""

    labels: dict[tuple[str, ...], WordLabels]
    parts: Sequence[tuple[str, str]] = ()
    """Words of a part of attribution as written, and which part."""
    mentioned: Sequence[tuple[str, str]] = ()
    """A word, and the type of its mention."""
    asked: list[int] = field(default_factory=list)
    """Number of sentences of each call."""
    name: str = "told"

    def label_words(self, sentences: Sequence[Sequence[str]]) -> list[WordLabels]:
        """The labels told."""
        self.asked.append(len(sentences))
        return [self.labels[tuple(words)] for words in sentences]

    def analyze(self, page: Page, article: Article) -> Analysis:
        """The parts and mentions told, where the page has their words."""
        read = RulesAnalyzer().analyze(page, article)
        tokens = {t.text: (i, k) for i, s in enumerate(read.sentences) for k, t in enumerate(s.tokens)}
        starts = [(page.text.find(text), text, part) for text, part in self.parts]
        return Analysis(
            analyzer=self.name,
            sentences=read.sentences,
            names=(),
            attribution=tuple(
                Attributed(start=at, end=at + len(text), part=part, sentence=0)  # type: ignore[arg-type]
                for at, text, part in starts
                if at >= 0
            ),
            mentions=tuple(
                Mentioned(sentence=tokens[word][0], token=tokens[word][1], type=type_)
                for word, type_ in self.mentioned
                if word in tokens
            ),
        )
