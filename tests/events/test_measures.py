"""The measures of events on cases small enough to count by hand."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from evaluation.event_scores import Measured, Sentence, macro_f1, type_scores
from evaluation.events import plover_code
from evaluation.events_mechanics import cases, fits
from evaluation.events_yardstick import cross_validated, matrix
from tests.events.made import only

AID, REJECT = frozenset({"AID"}), frozenset({"REJECT"})


def test_a_type_scores_by_what_is_right_found_and_known() -> None:
    pairs = [(AID, AID), (AID, REJECT), (REJECT, REJECT)]
    assert type_scores(pairs) == {"AID": pytest.approx(2 / 3), "REJECT": pytest.approx(2 / 3)}
    assert macro_f1(pairs) == pytest.approx(2 / 3)


def test_plover_has_no_realis() -> None:
    met, bombed = only("The two kings met."), only("Gunmen bombed the mill.")
    assert plover_code(replace(met, realis="negated")) == "REJECT"
    assert plover_code(replace(met, realis="planned")) == "AGREE"
    assert plover_code(replace(bombed, realis="planned")) == "THREATEN"
    assert plover_code(replace(bombed, realis="negated")) == "ASSAULT"


def test_the_table_has_a_line_for_each_type() -> None:
    measured = Measured()
    gold = Sentence("Gunmen attacked a convoy.", frozenset({"ASSAULT"}), ("Gunmen",), ("convoy",))
    measured.add(gold, (only(gold.text),), plover_code)
    assert measured.table().splitlines()[1].split() == ["ASSAULT", "1", "1.00", "1.00", "1.00"]


def test_a_code_means_the_names_that_have_its_letters_in_order(tmp_path: Path) -> None:
    path = tmp_path / "cases.jsonl"
    row = {"text": "Norland attacked Sudmark.", "events": [{"source": "NRL", "target": "SUDGOV"}], "no_event": False}
    path.write_text(json.dumps(row))
    (case,) = cases(path)
    assert case.pairs == ((frozenset({"Norland"}), frozenset({"Sudmark"})),)
    assert fits(only(case.text), case.pairs[0]) == (True, True)


def test_the_yardstick_learns_what_words_give_away_and_nothing_from_noise() -> None:
    told = [frozenset({"gave" if i % 2 else "refused"}) for i in range(40)]
    labels = ["AID" if i % 2 else "REJECT" for i in range(40)]
    assert cross_validated(matrix(told, None), labels) == 1.0
    noise = matrix([frozenset({"the"})] * 40, [np.zeros(3, np.float32)] * 40)
    assert cross_validated(noise, labels) < 0.7
