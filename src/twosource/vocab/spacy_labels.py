"""What the labels of spaCy pipelines are called here: names, relations."""

from __future__ import annotations

from functools import cache
from typing import cast

from twosource.model import NameLabel
from twosource.vocab.rows import rows, split

NameChoices = tuple[NameLabel, ...]
"""What a label may be here, the usual first; empty where it is no name."""


@cache
def name_choices(*, coarse: bool) -> dict[str, NameChoices]:
    """Labels of names, in capitals, to ours; `coarse`: for a scheme that has no GPE, whose LOC holds countries too."""
    kinds = ("name", "coarse") if coarse else ("name",)
    found = [(row["label"], split(row["ours"])) for kind in kinds for row in _rows() if row["kind"] == kind]
    return {label: cast("NameChoices", ours) for label, ours in found}


@cache
def relations() -> dict[str, str]:
    """Relations of the ClearNLP scheme, in small letters, to the nearest of UD; those of UD are not in it."""
    return {row["label"]: row["ours"] for row in _rows() if row["kind"] == "relation"}


@cache
def _rows() -> tuple[dict[str, str], ...]:
    return tuple(rows("spacy_labels.tsv"))
