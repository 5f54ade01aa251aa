"""--about FILE.csv: who says what of which input, and clear words where the table is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from twosource.errors import UsageError
from twosource.model import Given
from twosource.pages import Capture, list_captures, read_about


def about(tmp_path: Path, text: str) -> dict[str, Given]:
    (tmp_path / "about.csv").write_bytes(text.encode())
    return read_about(tmp_path / "about.csv")


def test_rows_are_kept_by_their_input(tmp_path: Path) -> None:
    found = about(
        tmp_path, '\ufeffInput, outlet ,date\r\na.txt,"The Quay, Daily",2021-03-04\r\n\r\nb.txt,,2021\r\nc.txt\r\n'
    )
    assert found == {
        "a.txt": Given(outlet="The Quay, Daily", date="2021-03-04"),
        "b.txt": Given(date="2021"),
        "c.txt": Given(),
    }


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "no column input"),
        ("file,outlet\na,b", "no column input"),
        ("input,publisher\na,b", "not all known"),
        ("input,date,date\na,b,c", "come twice"),
        ("input,outlet\na,b,c", "line 2 has more cells"),
        ("input,outlet\n,b", "line 2 names no input"),
        ("input,date\na,4 March", "the date '4 March' is not of the form"),
        ('input,date\n"a', "no CSV"),
    ],
)
def test_a_wrong_table_says_what_is_wrong(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(UsageError, match=words) as caught:
        about(tmp_path, text)
    assert str(tmp_path / "about.csv") in str(caught.value)


def test_a_missing_table_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file"):
        read_about(tmp_path / "none.csv")


@pytest.mark.parametrize("key", ["{folder}/./rows.jsonl#r1", "r1", "{folder}/rows.jsonl#r1"])
def test_an_input_goes_by_its_path_name_or_id_and_its_user_knows_better(tmp_path: Path, key: str) -> None:
    (tmp_path / "rows.jsonl").write_text('{"id": "r1", "text": "x", "outlet": "Old", "date": "2020-01-01"}')
    said = {key.format(folder=tmp_path): Given(outlet="New")}
    (found,) = list_captures([str(tmp_path / "rows.jsonl")], said)
    assert isinstance(found, Capture)
    assert found.given == Given(input_id="r1", outlet="New", date="2020-01-01")
