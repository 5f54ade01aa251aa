"""The two open sets of syntax, UD English EWT and GUM, with what else GUM's documents are labelled with."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import replace
from pathlib import Path

from training.language.labelled import Labelled
from training.language.sets import gum_attribution, gum_coref, gum_names, rst
from training.language.sets.conllu import Sentence, read

EWT_GENRES = ("answers", "email", "newsgroup", "reviews", "weblog")
"""What ids of EWT's documents begin with, up to the hyphen."""


def ewt(folder: Path, part: str) -> list[Labelled]:
    """Part `train` or `dev` of EWT from the data folder: words and syntax; the genre is what the document's id says."""
    return [_labelled(sentence, f"ewt-{part}", _genre(sentence)) for sentence in read(_ewt_file(folder, part))]


def gum(folder: Path, part: str, texts: Container[str] | None = None) -> list[Labelled]:
    """Part `train` or `dev` of GUM from the data folder, with mentions, names and, where there is a tree, attribution.

    `texts`: only the documents of these names; all of `train` take 5 s. The genre (`news`, `court`, …) is in the file's
    name. Raises FileNotFoundError where there are no documents.
    """
    paths = [path for path in gum_files(folder, part) if texts is None or path.stem in texts]
    return [labelled for path in paths for labelled in _document(folder, path, f"gum-{part}")]


def _document(folder: Path, path: Path, name: str) -> Iterator[Labelled]:
    sentences = read(path)
    attributions = _attributions(folder, path.stem, sentences)
    genre = path.stem.split("_")[1]
    for sentence, attribution in zip(sentences, attributions, strict=True):
        mentions, clusters = gum_coref.columns(sentence)
        yield replace(
            _labelled(sentence, name, genre),
            names=gum_names.names_of(sentence.words, sentence.upos, sentence.misc),
            attribution=attribution,
            mentions=mentions,
            clusters=clusters,
        )


def _attributions(folder: Path, text: str, sentences: list[Sentence]) -> list[tuple[str, ...] | None]:
    """None for every sentence where the document has no tree, or one of other words."""
    path = folder / "attribution" / "gum-rst" / f"{text}.rs4"
    tree = rst.read(path) if path.is_file() else None
    if tree is None or not gum_attribution.aligned(sentences, tree):
        return [None] * len(sentences)
    return gum_attribution.columns(sentences, tree)


def gum_files(folder: Path, part: str) -> list[Path]:
    """The documents of a part of GUM, sorted. Raises FileNotFoundError where there are none."""
    paths = sorted((folder / "syntax" / f"gum-{part}").glob("GUM_*.conllu"))
    if not paths:
        raise FileNotFoundError(f"no GUM_*.conllu in {folder / 'syntax' / f'gum-{part}'}: is this the data folder?")
    return paths


def _ewt_file(folder: Path, part: str) -> Path:
    return folder / "syntax" / f"ewt-{part}.conllu"


def _genre(sentence: Sentence) -> str:
    prefix = sentence.text.split("-")[0]
    return prefix if prefix in EWT_GENRES else "web"


def _labelled(sentence: Sentence, name: str, genre: str) -> Labelled:
    return Labelled(
        set=name,
        genre=genre,
        text=sentence.text,
        words=sentence.words,
        upos=sentence.upos,
        feats=sentence.feats,
        heads=sentence.heads,
        deprels=sentence.deprels,
    )
