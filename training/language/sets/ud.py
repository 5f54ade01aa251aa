"""The two open sets of syntax, UD English EWT and GUM, with what else GUM's documents are labelled with."""

from __future__ import annotations

from pathlib import Path

from training.language.labelled import Labelled
from training.language.sets.conllu import Sentence, read

EWT_GENRES = ("answers", "email", "newsgroup", "reviews", "weblog")
"""What ids of EWT's documents begin with, up to the hyphen."""


def ewt(folder: Path, part: str) -> list[Labelled]:
    """Part `train` or `dev` of EWT from the data folder: words and syntax; the genre is what the document's id says."""
    return [_labelled(sentence, f"ewt-{part}", _genre(sentence)) for sentence in read(_ewt_file(folder, part))]


def gum(folder: Path, part: str) -> list[Labelled]:
    """Part `train` or `dev` of GUM from the data folder; the genre (`news`, `court`, …) is in the file's name."""
    found = []
    for path in gum_files(folder, part):
        genre = path.stem.split("_")[1]
        found += [_labelled(sentence, f"gum-{part}", genre) for sentence in read(path)]
    return found


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
