"""Which pairs of entities count as joined, on texts of our own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evaluation.alias_relations import Document, documents, figures, find_actors_of, joined, longest, of_names, report

TEXT = "The Harbour Relief Council (HRC) left with Mayor Ana Rojas. Ana Rojas met the HRC."


def _span(words: str, after: int = 0) -> tuple[int, int]:
    at = TEXT.index(words, after)
    return at, at + len(words)


COUNCIL, HRC, MAYOR = _span("Harbour Relief Council"), _span("HRC"), _span("Mayor Ana Rojas")
ROJAS, AGAIN = _span("Ana Rojas"), _span("HRC", 60)
BOUND = frozenset({(COUNCIL, HRC)})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    entities = [(COUNCIL, "Organisation"), (HRC, "Organisation"), (MAYOR, "Person"), (ROJAS, "Person")]
    rows = [{"documentId": "d", "begin": a, "end": b, "type": kind} for (a, b), kind in entities]
    ends = [(COUNCIL, HRC), (HRC, COUNCIL), (MAYOR, ROJAS)]
    related = [
        {"documentId": "d", "type": "IsSynonymOf", "sourceBegin": a, "sourceEnd": b, "targetBegin": c, "targetEnd": d}
        for (a, b), (c, d) in ends
    ]
    files = {"documents": [{"_id": "d", "text": TEXT}], "entities": rows, "relations": related}
    for name, lines in files.items():
        (tmp_path / f"{name}.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    return tmp_path


def test_a_pair_counts_once_and_overlapping_entities_are_one(folder: Path) -> None:
    (document,) = documents(folder)
    assert document.entities == tuple(sorted((COUNCIL, HRC, MAYOR)))
    assert document.synonyms == BOUND


def test_entities_inside_others_are_the_longest() -> None:
    assert longest([(5, 9), (0, 9), (12, 15)]) == {(0, 9): (0, 9), (5, 9): (0, 9), (12, 15): (12, 15)}


def test_only_what_stands_side_by_side_and_one_actor_holds_is_joined() -> None:
    document = Document(TEXT, tuple(sorted((COUNCIL, HRC, MAYOR, AGAIN))), BOUND)
    assert joined(document, find_actors_of(TEXT, "rules")) == BOUND
    assert joined(document, ()) == frozenset()


def test_pairs_with_an_office_are_no_pairs_of_names() -> None:
    document = Document(TEXT, (), frozenset())
    assert of_names(document, BOUND | {(HRC, MAYOR)}) == BOUND


def test_figures_count_what_is_missing_and_what_is_too_much() -> None:
    assert figures([BOUND], [BOUND]) == (100.0, 100.0, 100.0)
    assert figures([BOUND | {(HRC, MAYOR)}], [BOUND]) == (50.0, 100.0, pytest.approx(66.67, abs=0.01))
    assert figures([frozenset()], [BOUND]) == (0.0, 0.0, 0.0)
    assert next(report([Document(TEXT, (), BOUND)], [BOUND])).startswith("all    P 100.0  R 100.0")
