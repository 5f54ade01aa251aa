"""Bad input, each kind by the real command: one line that names it and says what to do; the others go on."""

from __future__ import annotations

import gzip
import os
import sys
import zlib
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from tests.cli.command import DUTCH, FERRY, RULES, TUG, Result, page, peak_memory, rows_file, run

MEBIBYTE = 2**20


def bomb() -> bytes:
    pack = zlib.compressobj(9, wbits=31)
    return b"".join([*(pack.compress(bytes(MEBIBYTE)) for _ in range(64)), pack.flush()])


def menu() -> str:
    links = "".join(f'<li><a href="/{n}">Section {n}</a></li>' for n in range(40))
    return f"<html><body><nav><ul>{links}</ul></nav><footer>All rights reserved</footer></body></html>"


BAD: dict[str, tuple[Callable[[], bytes | str] | None, str]] = {
    "missing.txt": (None, "there is no such file or folder: check the path"),
    "https://news.example/ferry": (None, "fetching needs --fetch: give it, or save the page and give the file"),
    "ftp://news.example/ferry": (None, "only http and https addresses can be fetched: save the page"),
    "empty.txt": (lambda: "", "it is empty: save the page again"),
    "blank.txt": (lambda: " \n\t\n", "there is only white space in it: save the page again"),
    "empty.html": (lambda: "<html><body></body></html>", "the page shows no text: open it in a browser"),
    "noise.txt": (lambda: Random(5).randbytes(5000), "this is binary, not text or HTML: leave it out"),
    "menu.html": (menu, "no article found (41 lines, all of them menus, teasers or notices): give the page"),
    "photo.html": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(300), "this is an image, not text or HTML"),
    "report.pdf": (lambda: b"%PDF-1.7 ...", "this is a PDF, not text or HTML: it is not supported yet: save it as"),
    "report.docx": (lambda: b"PK\x03\x04" + bytes(90), "this is a Word file, not text or HTML: it is not supported"),
    "report.eml": (lambda: f"Subject: ferry\n\n{FERRY}", "this is an e-mail, not text or HTML: it is not supported"),
    "mail.txt": (lambda: f"Return-Path: <a@b>\nReceived: from c\n\n{FERRY}", "this is an e-mail"),
    "old.txt": (lambda: FERRY.encode("utf-32"), "this text is in UTF-32: save it as UTF-8"),
    "line.txt": (lambda: "word " * (2 * MEBIBYTE), "the page is too long (10,485,760 characters, more than 2,000,000)"),
    "oneline.txt": (lambda: "word " * 300_000, "a line is longer than 1,000,000 characters"),
    "bomb.txt.gz": (bomb, "it unpacks to more than 20 MiB: unpack it and split it"),
    "bomb.html": (bomb, "it unpacks to more than 20 MiB: unpack it and split it"),
    "cut.txt.gz": (lambda: gzip.compress(FERRY.encode(), mtime=0)[:60], "the gzip file ends too early: copy it again"),
}
GOOD: dict[str, Callable[[], bytes | str]] = {
    "ferry.txt": lambda: FERRY,
    "broken.txt": lambda: FERRY.replace("Liv", "Lív Ø.").encode().replace(b"injured", b"inj\xffured"),
    "deep.html": lambda: "<div>" * 100_000 + page(FERRY),
    "spans.html": lambda: page(FERRY).replace("</h1>", "</h1>" + "<span>" * 100_000),
    "ferry.txt.gz": lambda: gzip.compress(FERRY.encode(), mtime=0),
    "wide.txt": lambda: FERRY.encode("utf-16"),
    "dutch.txt": lambda: DUTCH,
    "tug.html": lambda: page(TUG),
}


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with all bad inputs and all good ones."""
    folder = tmp_path_factory.mktemp("mixed")
    makers = {name: make for name, (make, _) in BAD.items() if make} | GOOD
    for name, make in makers.items():
        made = make()
        (folder / name).write_bytes(made if isinstance(made, bytes) else made.encode())
    return folder


def read_all() -> list[str]:
    """`read` with all inputs, good ones at both ends."""
    first, *others = GOOD
    return ["read", first, *BAD, *others]


@pytest.fixture(scope="module")
def mixed(inputs: Path) -> Result:
    """All inputs in one run."""
    return run(*read_all(), cwd=inputs)


def test_some_failed_is_status_1_without_a_traceback(mixed: Result) -> None:
    assert mixed.status == 1
    assert "Traceback" not in mixed.err
    assert "internal error" not in mixed.err


def test_each_input_has_its_line_in_order(mixed: Result) -> None:
    first, *others = GOOD
    names = [name if "://" in name else Path(name).name for name in (first, *BAD, *others)]
    assert [row["input_id"] for row in mixed.rows] == names


@pytest.mark.parametrize("name", BAD)
def test_a_bad_input_is_named_with_what_is_wrong_and_what_to_do(name: str, mixed: Result) -> None:
    said = [line for line in mixed.err.splitlines() if line.startswith(f"✗ {name}: ")]
    assert len(said) == 1
    assert said[0].startswith(f"✗ {name}: {BAD[name][1]}")
    row = next(row for row in mixed.rows if row["input_id"] == name)
    assert row == {"input_id": name, "error": said[0].removeprefix("✗ ")}


@pytest.mark.parametrize("name", GOOD)
def test_a_good_input_between_bad_ones_gives_its_record(name: str, mixed: Result) -> None:
    row = next(row for row in mixed.rows if row["input_id"] == name)
    assert "error" not in row
    texts = {page["id"]: page["text"] for page in row["pages"]}
    body = [
        texts[x["page"]][b["start"] : b["end"]] for x in row["articles"] for b in x["blocks"] if b["role"] == "body"
    ]
    assert body
    assert f"✗ {name}" not in mixed.err


def test_broken_bytes_show_as_replacement_characters(mixed: Result) -> None:
    row = next(row for row in mixed.rows if row["input_id"] == "broken.txt")
    assert "inj\ufffd" in row["pages"][0]["text"]


def test_another_language_is_labelled_and_its_analysis_left_out(mixed: Result) -> None:
    record = next(row for row in mixed.rows if row["input_id"] == "dutch.txt")
    assert record["articles"][0]["language"] == "nl"
    assert record["quotes"] == record["events"] == record["claims"] == []
    assert f"! {record['warnings'][0]}" in mixed.err.splitlines()


def test_another_language_counts_as_done(tmp_path: Path) -> None:
    (tmp_path / "dutch.txt").write_text(DUTCH)
    result = run("brief", "dutch.txt", *RULES, cwd=tmp_path)
    assert result.status == 0
    assert result.err.startswith("! dutch.txt: it is written in another language (nl): only English is analysed")
    assert result.err.count("\n") == 1


def test_lone_surrogates_in_jsonl(tmp_path: Path) -> None:
    row = {"id": "s\ud800", "outlet": "Fjord\udfff", "text": f"{FERRY} \udc00 \ud83d"}
    rows_file(tmp_path / "rows.jsonl", [row])
    assert "\\udc00" in (tmp_path / "rows.jsonl").read_text()
    result = run("read", "rows.jsonl", *RULES, cwd=tmp_path)
    assert (result.status, result.err) == (0, "")
    assert result.rows[0]["input_id"] == "s\ufffd"
    assert "\ufffd \ufffd" in result.rows[0]["pages"][0]["text"]


def test_a_bomb_of_jsonl(tmp_path: Path) -> None:
    (tmp_path / "bomb.jsonl.gz").write_bytes(bomb())
    result = run("read", "bomb.jsonl.gz", cwd=tmp_path)
    assert result.status == 1
    assert result.err.splitlines() == [
        "✗ bomb.jsonl.gz: line 1 is longer than 20 MiB: leave it out or split it",
        "✗ bomb.jsonl.gz: it unpacks to more than 200 times its size: unpack it yourself",
    ]


def test_bad_rows_of_jsonl_keep_their_lines(tmp_path: Path) -> None:
    good = {"id": "good", "text": FERRY}
    rows_file(tmp_path / "rows.jsonl", [{"id": "a"}, {"id": "b", "text": 5}, good])
    with (tmp_path / "rows.jsonl").open("a") as file:
        file.write("no json\n[1, 2]\n" + "[" * 100_000 + "\n")
    result = run("read", "rows.jsonl", *RULES, cwd=tmp_path)
    assert result.status == 1
    assert [row["input_id"] for row in result.rows] == ["a", "b", "good", "4", "5", "6"]
    assert ["error" in row for row in result.rows] == [True, True, False, True, True, True]
    assert "rows.jsonl: line 4 is not valid JSON" in result.err
    assert "line 6 is not valid JSON (nested too deep)" in result.err


def test_a_folder_of_many_files_with_three_bad_ones(tmp_path: Path) -> None:
    for number in range(400):
        (tmp_path / f"{number:03}.txt").write_text(f"The police said that {number} people had been seen on Monday.")
    (tmp_path / "100.txt").write_bytes(b"")
    (tmp_path / "200.txt").write_bytes(Random(1).randbytes(4000))
    (tmp_path / "300.txt").unlink()
    (tmp_path / "300.txt").symlink_to("300.txt")
    result = run("read", tmp_path, *RULES)
    assert result.status == 1
    assert [row["input_id"] for row in result.rows if "error" in row] == ["100.txt", "200.txt", "300.txt"]
    assert len(result.rows) == 400
    assert len(result.err.splitlines()) == 3


@pytest.mark.skipif(getattr(os, "geteuid", int)() == 0, reason="nothing is unreadable to root")
def test_an_unreadable_file(tmp_path: Path) -> None:
    (tmp_path / "locked.txt").write_text(FERRY)
    (tmp_path / "locked.txt").chmod(0)
    result = run("brief", "locked.txt", cwd=tmp_path)
    assert result.status == 1
    assert "✗ locked.txt: reading it is not permitted: change its permissions or copy it" in result.err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    result = run("read", "pipe", cwd=tmp_path)
    assert result.status == 1
    assert "pipe: this is a device or a pipe, not a file: pipe its text in and give - instead" in result.err


def test_a_file_name_cannot_write_to_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "x\x1b[2J\n.txt").write_text("")
    result = run("read", tmp_path)
    assert result.status == 1
    assert "\x1b" not in result.err
    assert result.err.count("\n") == 1


@pytest.mark.skipif(sys.platform != "linux", reason="memory is counted in other units elsewhere")
def test_no_bad_input_takes_much_memory(inputs: Path) -> None:
    """The most that any process of that run took: 320 MB measured, 200 MB of it the program with its model."""
    assert peak_memory(*read_all(), cwd=inputs) < 500e6


def test_a_brief_of_what_is_left(tmp_path: Path) -> None:
    (tmp_path / "ferry.txt").write_text(FERRY)
    (tmp_path / "tug.html").write_text(page(TUG))
    (tmp_path / "empty.txt").write_text("")
    result = run("brief", "ferry.txt", "empty.txt", "tug.html", *RULES, cwd=tmp_path)
    assert result.status == 1
    assert result.err == "✗ empty.txt: it is empty: save the page again\n"
    assert "2 reports" in result.out


def test_no_brief_of_nothing(tmp_path: Path) -> None:
    result = run("brief", "missing.txt", "-o", "brief.html", cwd=tmp_path)
    assert result.status == 1
    assert result.err.splitlines()[1:] == ["twosource: no input could be read, so there is no brief"]
    assert not (tmp_path / "brief.html").exists()


@pytest.mark.parametrize("command", ["stories", "origins"])
def test_inputs_that_fail_keep_their_line_and_stand_for_themselves(command: str, tmp_path: Path) -> None:
    rows_file(tmp_path / "rows.jsonl", [{"id": "a", "text": FERRY}, {"id": "b"}, {"id": "c", "text": FERRY}])
    result = run(command, "rows.jsonl", "missing.txt", cwd=tmp_path)
    assert result.status == 1
    assert [row["id"] for row in result.rows] == ["a", "b", "c", "missing.txt"]
    groups = [row["story" if command == "stories" else "origin"] for row in result.rows]
    assert groups[0] == groups[2]
    assert len(set(groups)) == 3
    assert ["error" in row for row in result.rows] == [False, True, False, True]
