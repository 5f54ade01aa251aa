import json
from pathlib import Path

from evaluation.actor_codes import codes_f1, measure, phrases, read_alone, summary

ROWS = (
    {"query": "Peruvian prosecutors", "date": None, "expect": {"country": "PER", "code_1": "JUD"}},
    {"query": "harbour police", "date": "'Kenya'", "expect": {"country": "KEN", "code_1": "COP"}},
    {"query": "the wind", "date": "2020-01-01", "expect": {"country": "EUR", "code_1": "JNK"}},
    {"query": "Lima", "date": None, "expect": {"title": "Lima"}},
)


def _file(folder: Path) -> Path:
    path = folder / "codes.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in ROWS), encoding="utf-8")
    return path


def test_rows_that_ask_for_a_page_are_left_out_and_a_context_goes_before(tmp_path: Path) -> None:
    found = list(phrases(_file(tmp_path)))
    assert [p.text for p in found] == ["Peruvian prosecutors", "Kenya harbour police", "the wind"]
    assert [(p.country, p.codes, p.date) for p in found][2] == ("", (), "2020-01-01")


def test_phrases_are_held_against_the_actors_of_a_sentence(tmp_path: Path) -> None:
    rows = measure(_file(tmp_path), "rules")
    assert (rows[0].country, rows[0].sectors) == ("PER", ("JUD",))
    assert rows[0].country_right
    assert rows[2].sector_right
    assert summary("x", rows[:1]) == "x: country 1.000 of 1, sector 1.000 of 1, codes F1 1.000"
    assert codes_f1([]) == 1.0


def test_words_alone_are_read_too(tmp_path: Path) -> None:
    assert [read_alone(p).country_right for p in phrases(_file(tmp_path))] == [True, True, True]
