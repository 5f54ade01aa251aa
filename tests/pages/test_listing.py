"""Listing inputs: files, folders, standard input; each bad one is one failure that names it."""

from __future__ import annotations

import gzip
import io
import os
import sys
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from twosource.errors import PageTooLarge
from twosource.model import Given
from twosource.pages import Capture, Failure, list_captures
from twosource.pages.codings import unpacked

ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4


def names(found: list[Capture | Failure]) -> list[str | None]:
    return [one.given.input_id if isinstance(one, Capture) else f"! {one.input_id}" for one in found]


def failure(*inputs: object) -> str:
    (found,) = list_captures(map(str, inputs))
    assert isinstance(found, Failure)
    assert "\n" not in str(found.error)
    assert found.location in str(found.error)
    return str(found.error)


def docx() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", "<w:document/>")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "raw", "words"),
    [
        ("empty.html", b"", "it is empty"),
        ("blank.txt", b" \n\r\n\t", "only white space"),
        ("photo.html", PNG, "this is an image"),
        ("photo.jpg", b"\xff\xd8\xff\xe0 JFIF", "this is an image"),
        ("drawing", b"<?xml version='1.0'?>\n<svg xmlns='x'>", "this is an image"),
        ("a.pdf", b"%PDF-1.7 ...", "a PDF, not text or HTML: it is not supported yet: save it as text or HTML"),
        ("a.txt", b"%PDF-1.7 ...", "this is a PDF"),
        ("a.docx", docx(), "this is a Word file"),
        ("a", docx(), "this is a zip archive, not text or HTML: unpack it"),
        ("a.odt", docx(), "this is an OpenDocument file"),
        ("a.eml", b"Subject: x\n\ny", "this is an e-mail"),
        ("a.msg", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "this is an e-mail"),
        ("a.txt", b"Return-Path: <a@example.org>\n", "this is an e-mail"),
        ("a.warc", b"WARC/1.1\r\n", "damaged at byte 0"),
        ("a.xml", b"<?xml version='1.0'?>\n<rss version='2.0'>", "this feed has no entries"),
        ("tool.txt", b"\x7fELF\x02\x01\x01", "this is a program"),
        ("noise.txt", bytes(range(256)) * 20, "this is binary"),
        ("zeros.txt", bytes(5000), "this is binary"),
        ("a.csv", b"a,b\n1,2", "this is a table"),
        ("cut.html.gz", gzip.compress(b"<p>x" * 1000, mtime=0)[:-20], "gzip file ends too early"),
        ("bad.txt.gz", b"\x1f\x8b\x08\x00" + b"\xff" * 40, "gzip file is damaged"),
        ("twice.txt.gz", gzip.compress(gzip.compress(b"text", mtime=0), mtime=0), "this is an archive"),
        ("bomb.html", gzip.compress(bytes(30 * 2**20), mtime=0), "unpacks to more than 20 MiB"),
        ("broken.json", b'{"text": ', "not valid JSON (Expecting value at line 1, column 10)"),
    ],
)
def test_a_file_that_is_no_page_says_what_it_is(tmp_path: Path, name: str, raw: bytes, words: str) -> None:
    path = tmp_path / name
    path.write_bytes(raw)
    assert words in failure(path)


def test_files_keep_their_order_and_name(tmp_path: Path) -> None:
    for name in ("b.html", "a.txt", "c.md", "noext", "d.shtml"):
        (tmp_path / name).write_text("<p>Some words</p>")
    inputs = [str(tmp_path / name) for name in ("b.html", "a.txt", "c.md", "noext", "d.shtml")]
    found = list(list_captures(inputs))
    assert names(found) == ["b.html", "a.txt", "c.md", "noext", "d.shtml"]
    assert [one.media_type for one in found if isinstance(one, Capture)] == ["text/html", None, None, None, None]


def test_a_gzip_file_is_unpacked_with_whatever_it_is_called(tmp_path: Path) -> None:
    (tmp_path / "a.html.gz").write_bytes(gzip.compress(b"<p>one", mtime=0) + gzip.compress(b"<p>two", mtime=0))
    (found,) = list_captures([str(tmp_path / "a.html.gz")])
    assert isinstance(found, Capture)
    assert (found.raw, found.media_type, found.given.input_id) == (b"<p>one<p>two", "text/html", "a.html.gz")


def test_what_is_no_file_is_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "a device or a pipe" in failure(tmp_path / "pipe")
    assert "a device or a pipe" in failure("/dev/zero")
    assert "no such file" in failure(tmp_path / "nothing.html")
    assert "cannot be read" in failure(tmp_path / ("x" * 300))
    assert "cannot be read" in failure("a\0b")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert "cannot be read" in failure(tmp_path / "loop")


def test_an_empty_name_is_not_the_current_folder() -> None:
    (found,) = list_captures([""])
    assert isinstance(found, Failure)


@pytest.mark.skipif(ROOT, reason="root may read everything")
def test_a_file_without_permission_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "a.txt").chmod(0)
    assert "not permitted" in failure(tmp_path / "a.txt")


def test_a_large_file_is_read_no_further_than_the_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(2**36)  # 64 GiB of zeros, none of them on the disk
    tracemalloc.start()
    assert "larger than 64 MiB" in failure(tmp_path / "a.txt")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 3 * 2**26


def test_a_folder_is_read_in_order_without_hidden_files_links_and_parts_of_pages(tmp_path: Path) -> None:
    for name in ("b/2.html", "b/1.txt", "a.html", ".hidden.txt", ".git/x.txt", "style.css", "z.pdf", "a_files/ad.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("<p>Some words</p>")
    (tmp_path / "b" / "up").symlink_to(tmp_path)
    (tmp_path / "link.txt").symlink_to(tmp_path / "a.html")
    assert names(list(list_captures([str(tmp_path)]))) == ["a.html", "1.txt", "2.html", "link.txt", "! z.pdf"]


def test_a_json_file_in_a_folder_is_read_only_where_it_is_named(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text("A bridge fell.")
    (tmp_path / "rows.json").write_text('{"id": "r1", "text": "A bridge fell too."}')
    assert names(list(list_captures([str(tmp_path)]))) == ["report.txt"]
    assert names(list(list_captures([str(tmp_path / "rows.json")]))) == ["r1"]


def test_a_folder_of_many_files_gives_all_but_the_bad_ones(tmp_path: Path) -> None:
    for i in range(1000):
        (tmp_path / f"{i:04}.txt").write_text(f"Report {i} of the flood")
    (tmp_path / "0003.txt").write_bytes(b"")
    (tmp_path / "0500.txt").write_bytes(PNG)
    (tmp_path / "0999.txt").write_bytes(gzip.compress(b"x", mtime=0)[:-3])
    found = list(list_captures([str(tmp_path)]))
    assert len(found) == 1000
    assert [one.input_id for one in found if isinstance(one, Failure)] == ["0003.txt", "0500.txt", "0999.txt"]


def test_an_empty_folder_says_so(tmp_path: Path) -> None:
    assert "no files in this folder" in failure(tmp_path)


def test_a_file_name_of_broken_bytes_can_be_written_out(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    try:
        Path(os.fsdecode(path)).write_text("words")
    except OSError:
        pytest.skip("this file system takes no such names")
    (found,) = list_captures([str(tmp_path)])
    assert isinstance(found, Capture)
    found.location.encode()
    assert found.given.input_id == "caf\ufffd.txt"


def test_fetching_must_be_asked_for() -> None:
    assert "fetching needs --fetch" in failure("https://example.org/a.html")
    assert "only http and https" in failure("ftp://example.org/a.html")


def test_addresses_are_fetched_where_that_is_allowed() -> None:
    def fetch(address: str) -> Capture:
        return Capture(location=address, raw=b"x")

    (found,) = list_captures(["https://example.org/a.html"], fetch=fetch)
    assert found == Capture(location="https://example.org/a.html", raw=b"x")


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"A plain report\n", ["-"]),
        (b'\n{"id": "a", "text": "x"}\n{"id": "b", "html": "<p>y"}\n', ["a", "b"]),
        (gzip.compress(b"A plain report\n", mtime=0), ["-"]),
        (b"", ["! -"]),
        (b"%PDF-1.4", ["! -"]),
        (b'\xef\xbb\xbf{"id": "a", "text": "x"}', ["a"]),
        (b'{"id": "a"', ["! 1"]),
        (b"{ a note in braces }", ["-"]),
    ],
)
def test_standard_input_is_one_page_or_rows(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, raw: bytes, expected: list[str]
) -> None:
    (tmp_path / "input").write_bytes(raw)
    with (tmp_path / "input").open() as file:
        monkeypatch.setattr(sys, "stdin", file)
        assert names(list(list_captures(["-"]))) == expected


def test_standard_input_that_is_closed_is_one_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert "standard input is closed" in failure("-")


def test_standard_input_that_cannot_be_read_is_one_failure(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with (tmp_path / "input").open("w") as file:
        monkeypatch.setattr(sys, "stdin", file)
        assert "-: it cannot be read" in failure("-")


def test_a_feed_that_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("twosource.pages.listing.FEED_SECONDS", 0.0)
    (tmp_path / "a.rss").write_text("<rss><channel><item><title>A</title></item></channel></rss>")
    assert "a.rss: it was ended after 0 s" in failure(str(tmp_path / "a.rss"))


def test_nothing_is_read_before_it_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a")
    found = list_captures([str(tmp_path / "a.txt"), str(tmp_path / "b.txt")])
    next(found)
    (tmp_path / "b.txt").write_text("b")
    assert isinstance(next(found), Capture)


def test_unpacking_stops_at_the_limit() -> None:
    with pytest.raises(PageTooLarge):
        unpacked([gzip.compress(bytes(1000), mtime=0) * 3], "gzip", "a.gz", limit=2500)
    assert unpacked([gzip.compress(bytes(1000), mtime=0) * 3 + bytes(5)], "gzip", "a.gz", limit=3000) == bytes(3000)


def test_what_is_said_about_an_input_that_is_not_there_is_reported(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a")
    (tmp_path / "b.txt").write_bytes(b"")
    said = {"a.txt": Given(outlet="The Quay"), str(tmp_path / "b.txt"): Given(date="2021"), "c.txt": Given()}
    one, two, three = list_captures([str(tmp_path / "a.txt"), str(tmp_path / "b.txt")], said)
    assert isinstance(one, Capture)
    assert one.given == Given(input_id="a.txt", outlet="The Quay")
    assert isinstance(two, Failure)
    assert isinstance(three, Failure)
    assert "c.txt: no input goes by this name" in str(three.error)
