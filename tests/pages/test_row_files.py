"""JSONL: fields, titles, bad lines, and memory that does not grow with the file."""

from __future__ import annotations

import gzip
import json
import tracemalloc
from pathlib import Path

import pytest

from twosource.model import Given
from twosource.pages import Capture, Failure, list_captures, make_page, rows


def read(tmp_path: Path, *lines: str | dict[str, object], name: str = "a.jsonl") -> list[Capture | Failure]:
    text = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
    (tmp_path / name).write_bytes(text.encode())
    return list(list_captures([str(tmp_path / name)]))


def text_of(one: Capture | Failure) -> str:
    assert isinstance(one, Capture)
    return make_page(one).text


def test_a_row_gives_its_text_and_what_it_says_of_itself(tmp_path: Path) -> None:
    row = {"id": "r1", "text": "Body.", "title": "Head", "date": "2021-03-04", "outlet": None, "url": ""}
    (found,) = read(tmp_path, row)
    assert isinstance(found, Capture)
    assert found.location.endswith("a.jsonl#r1")
    assert found.given == Given(input_id="r1", title="Head", date="2021-03-04")
    assert make_page(found).text == "Head\n\nBody."


@pytest.mark.parametrize(
    ("row", "text"),
    [
        ({"text": "Head\nBody.", "title": "Head"}, "Head\nBody."),
        ({"text": "\n Head, and more", "title": "Head"}, "\n Head, and more"),
        ({"text": "Body.", "title": None}, "Body."),
        ({"text": "Body.", "title": " Two\nlines "}, "Two lines\n\nBody."),
        ({"html": "<meta charset=utf-16><h1>Café</h1><p>x", "title": "Other"}, "Café\nx"),
        ({"text": "as it is", "html": "<p>not used"}, "as it is"),
        ({"text": "<p>as it is</p>"}, "<p>as it is</p>"),
        ({"text": "a\ud83d b\u0000c\ud83d\ude00"}, "a\ufffd b\ufffdc😀"),
    ],
)
def test_the_text_of_a_row(tmp_path: Path, row: dict[str, object], text: str) -> None:
    (found,) = read(tmp_path, row)
    assert text_of(found) == text


def test_a_row_without_an_id_goes_by_its_number(tmp_path: Path) -> None:
    found = read(tmp_path, {"text": "a"}, "", {"id": 7, "text": "b"}, {"id": None, "text": "c"})
    assert [one.given.input_id for one in found if isinstance(one, Capture)] == ["1", "7", "4"]


def test_an_id_that_looks_like_a_file_is_only_an_id(tmp_path: Path) -> None:
    (found,) = read(tmp_path, {"id": "scan.pdf", "text": "words"})
    assert isinstance(found, Capture)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("not json", "line 2 is not valid JSON (Expecting value at column 1):"),
        ('{"text": "cut', "line 2 is not valid JSON (Unterminated string starting at column 10):"),
        ('{"id" "a"}', "line 2 is not valid JSON (Expecting ':' delimiter at column 7):"),
        ("[1, 2", "line 2 is not valid JSON (Expecting ',' delimiter at column 6):"),
        ("[" * 100_000, "line 2 is not valid JSON"),
        ('"a string"', "row 2 is no object"),
        ('{"id": "x"}', "row 2 holds no text"),
        ('{"id": "x", "text": " \\n"}', "row 2 holds no text"),
        ('{"id": "x", "text": 5}', '"text" is no string'),
        ('{"id": "x", "text": "a", "date": 2016}', '"date" is no string'),
    ],
)
def test_a_bad_line_is_one_failure_and_the_rest_goes_on(tmp_path: Path, line: str, words: str) -> None:
    good = {"id": "g", "text": "good"}
    one, bad, two = read(tmp_path, good, line, good)
    assert isinstance(bad, Failure)
    assert words in str(bad.error)
    assert "a.jsonl" in str(bad.error)
    assert text_of(one) == text_of(two) == "good"


def test_a_line_that_is_too_long_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "UNPACKED_BYTES", 1000)
    one, bad, two = read(tmp_path, {"text": "a"}, {"text": "b" * 5000}, {"text": "c"})
    assert (text_of(one), text_of(two)) == ("a", "c")
    assert isinstance(bad, Failure)
    assert (bad.input_id, "line 2 is longer" in str(bad.error)) == ("2", True)


def test_broken_utf8_spoils_its_characters_only(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b'\xef\xbb\xbf{"text": "caf\xe9 now"}\n')
    (found,) = list_captures([str(tmp_path / "a.jsonl")])
    assert text_of(found) == "caf\ufffd now"


def test_rows_are_never_all_in_memory(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    with path.open("w") as file:
        file.writelines(json.dumps({"id": str(i), "text": "x" * 10_000}) + "\n" for i in range(3000))
    tracemalloc.start()
    assert sum(1 for _ in list_captures([str(path)])) == 3000
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 2**20


def test_packed_rows_are_read_as_a_stream(tmp_path: Path) -> None:
    raw = b'{"id": "a", "text": "one"}\n{"id": "b", "text": "two"}\n'
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(raw, mtime=0))
    (tmp_path / "cut.jsonl.gz").write_bytes(gzip.compress(raw, mtime=0)[:-12])
    assert [text_of(one) for one in list_captures([str(tmp_path / "a.jsonl.gz")])] == ["one", "two"]
    *_, last = list_captures([str(tmp_path / "cut.jsonl.gz")])
    assert isinstance(last, Failure)
    assert "reading stopped" in str(last.error)


@pytest.mark.parametrize("filling", [b"\n", b"x"])
def test_a_bomb_of_rows_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, filling: bytes) -> None:
    monkeypatch.setattr(rows, "UNPACKED_BYTES", 100_000)
    (tmp_path / "bomb.jsonl.gz").write_bytes(gzip.compress(b'{"text": "a"}\n' + filling * 2**24, mtime=0))
    first, *_, last = list_captures([str(tmp_path / "bomb.jsonl.gz")])
    assert text_of(first) == "a"
    assert isinstance(last, Failure)
    assert "unpacks to more than 200 times" in str(last.error)


@pytest.mark.parametrize(
    ("content", "ids"),
    [
        ('{"id": "a", "text": "x"}', ["a"]),
        ('[{"id": "a", "text": "x"}, {"text": "y"}, 5]', ["a", "2", "3"]),
        ("[]", []),
    ],
)
def test_a_json_file_holds_one_row_or_a_list(tmp_path: Path, content: str, ids: list[str]) -> None:
    found = read(tmp_path, content, name="a.json")
    assert [one.given.input_id if isinstance(one, Capture) else one.input_id for one in found] == ids
