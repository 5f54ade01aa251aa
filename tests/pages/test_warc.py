"""Web archives: what is a page in them, how it is packed, revisits, and what is read past damage."""

from __future__ import annotations

import gzip
import random
import zlib
from collections.abc import Sequence
from pathlib import Path

import brotli
import pytest
import zstandard

from tests.pages.warc_bytes import DATE, page, record, revisit
from twosource.pages import Capture, Failure, list_captures, make_page

HTML = "Content-Type: text/html"


def read(tmp_path: Path, raw: bytes, name: str = "a.warc.gz") -> list[Capture | Failure]:
    (tmp_path / name).write_bytes(raw)
    return list(list_captures([str(tmp_path / name)]))


def told(found: Sequence[Capture | Failure]) -> list[str]:
    return [
        one.location.rsplit("/", 1)[-1] if isinstance(one, Capture) else str(one.error).partition(": ")[2]
        for one in found
    ]


def packed(*records: bytes) -> list[bytes]:
    return [gzip.compress(one, mtime=0) for one in records]


PAGES = [page(n) for n in range(5)]
FORMS = {
    "plain": b"".join(PAGES),
    "members": b"".join(packed(*PAGES)),
    "one member": gzip.compress(b"".join(PAGES), mtime=0),
    "zstd": b"".join(zstandard.compress(one) for one in PAGES),
}


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz", "a.WARC.zst", "a.bin", "noname"])
@pytest.mark.parametrize("form", FORMS)
def test_every_form_is_read_by_any_name(tmp_path: Path, form: str, name: str) -> None:
    assert told(read(tmp_path, FORMS[form], name)) == list("01234")


def test_a_page_says_where_it_was_and_when(tmp_path: Path) -> None:
    (found,) = read(tmp_path, page(1, "<p>Café reopened.".encode("latin-1"), f"{HTML}; charset=ISO-8859-1"))
    assert isinstance(found, Capture)
    assert (found.location, found.given.url) == ("https://paper.example/1", "https://paper.example/1")
    assert found.given.input_id == "urn:uuid:00000000-0000-4000-8000-000000000001"
    assert found.retrieved == DATE
    assert make_page(found).text == "Café reopened."


def test_only_pages_of_text_are_given(tmp_path: Path) -> None:
    others = [
        record("warcinfo", 10, b"software: x\r\n", media_type="application/warc-fields"),
        record("request", 11, b"GET / HTTP/1.1\r\n\r\n"),
        record("metadata", 12, b"via: x\r\n", media_type="application/warc-fields"),
        record("response", 13, b"paper.example. 60 IN A 192.0.2.1", media_type="text/dns"),
        record("conversion", 14, b"Plain words", media_type="text/plain"),
        page(15, b"\x89PNG", "Content-Type: image/png"),
        page(16, b"<p>No", HTML, status="404 Not Found"),
        page(17, b"", "Location: /1", HTML, status="301 Moved"),
        page(18, b"User-agent: *", "Content-Type: text/plain").replace(b"example/18", b"example/robots.txt"),
        record("resource", 20, b"wget -r", media_type="text/plain").replace(b"https://paper", b"metadata://paper"),
        record("resource", 19, b"<p>Saved by hand.", media_type="text/html"),
    ]
    assert told(read(tmp_path, b"".join([*others, page(1)]))) == ["19", "1"]


CONTENT = b"<p>Two boats came in late."
PACKINGS = {
    "identity": CONTENT,
    "gzip": gzip.compress(CONTENT, mtime=0),
    "deflate": zlib.compress(CONTENT),
    "br": brotli.compress(CONTENT),
    "zstd": zstandard.compress(CONTENT),
}


@pytest.mark.parametrize("coding", PACKINGS)
@pytest.mark.parametrize("chunked", [False, True])
def test_bodies_are_unchunked_and_unpacked(tmp_path: Path, coding: str, chunked: bool) -> None:
    body = PACKINGS[coding]
    if chunked:
        body = b"4;x=y\r\n" + body[:4] + b"\r\n%x\r\n" % len(body[4:]) + body[4:] + b"\r\n0\r\nX: y\r\n\r\n"
    headers = [HTML, f"Content-Encoding: {coding}", *(["Transfer-Encoding: chunked"] if chunked else [])]
    (found,) = read(tmp_path, page(1, body, *headers))
    assert isinstance(found, Capture) and found.raw == CONTENT


def test_headers_of_packing_are_passed_over_where_the_body_was_unpacked(tmp_path: Path) -> None:
    (found,) = read(tmp_path, page(1, CONTENT, HTML, "Content-Encoding: gzip", "Transfer-Encoding: chunked"))
    assert isinstance(found, Capture) and found.raw == CONTENT


def test_one_bad_page_costs_only_itself(tmp_path: Path) -> None:
    bomb = page(1, gzip.compress(bytes(30 * 2**20), mtime=0), HTML, "Content-Encoding: gzip")
    large = page(2, b"<p>" + bytes(21 * 2**20), HTML)
    empty = page(3, b"", HTML)
    image = page(4, b"\x89PNG\r\n\x1a\n....", HTML)
    words = told(read(tmp_path, b"".join(packed(bomb, large, empty, image, page(5)))))
    assert [w.partition(":")[0] for w in words] == [
        "it unpacks to more than 20 MiB",
        "this page is larger than 20 MiB",
        "it is empty",
        "this is an image, not text or HTML",
        "5",
    ]


@pytest.mark.parametrize("digest", ["", "sha1:AAAA"])
@pytest.mark.parametrize("pack", [False, True])
def test_a_revisit_has_the_content_of_its_original(tmp_path: Path, digest: str, pack: bool) -> None:
    first = record(
        "response",
        1,
        f"HTTP/1.1 200 OK\r\n{HTML}\r\n\r\n<p>Same words.".encode(),
        *([f"WARC-Payload-Digest: {digest}"] if digest else []),
    )
    records = [page(0), first, page(2), revisit(3, of=1, digest=digest)]
    *_, found = read(tmp_path, b"".join(packed(*records) if pack else records))
    assert isinstance(found, Capture)
    assert (found.location, found.raw) == ("https://paper.example/3", b"<p>Same words.")


def test_a_revisit_without_its_original_is_a_failure_and_one_of_an_image_is_nothing(tmp_path: Path) -> None:
    image = revisit(4, of=9, http=b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n")
    first, second = told(read(tmp_path, page(1) + image + revisit(3, of=9)))
    assert first == "1"
    assert second.startswith("this revisit of https://paper.example/3 points at a page that is not in the file")


def _flipped(member: bytes) -> bytes:
    middle = len(member) // 2
    return member[:middle] + bytes([member[middle] ^ 0xFF]) + member[middle + 1 :]


def test_reading_goes_on_after_a_damaged_member(tmp_path: Path) -> None:
    members = packed(*PAGES)
    offset = len(members[0]) + len(members[1])
    found = read(tmp_path, b"".join([*members[:2], _flipped(members[2]), *members[3:]]))
    words = told(found)
    assert (words[0], words[1], words[3], words[4]) == ("0", "1", "3", "4")
    assert words[2].startswith(f"damaged at byte {offset} (")
    assert f"goes on at byte {offset + len(members[2])}" in words[2]
    assert found[2].location.endswith(f"@{offset}")


@pytest.mark.parametrize("where", ["mark", "checksum", "junk", "nested"])
def test_what_kind_of_damage_it_is_does_not_matter(tmp_path: Path, where: str) -> None:
    before, bad, after = packed(*PAGES[:3])
    if where == "nested":  # a page packed inside a member is no member
        bad = packed(page(1, gzip.compress(b"WARC/1.0 is a format", mtime=0), HTML, "Content-Encoding: gzip"))[0]
    damaged = {
        "mark": b"\0\0" + bad[2:],
        "checksum": bad[:-8] + bytes(4) + bad[-4:],
        "junk": b"junk" * 9,
        "nested": _flipped(bad),
    }[where]
    words = told(read(tmp_path, before + damaged + after))
    assert (words[0], words[-1], len(words)) == ("0", "2", 3)
    assert words[1].startswith(f"damaged at byte {len(before)} (")


def test_a_wrong_checksum_of_a_page_is_seen_before_it_is_given(tmp_path: Path) -> None:
    rng = random.Random(5)
    long = page(1, b"<p>" + b" ".join(b"%d" % rng.randrange(10**6) for _ in range(100_000)), HTML)
    before, bad, after = packed(page(0), long, page(2))
    words = told(read(tmp_path, before + bad[:-8] + bytes(4) + bad[-4:] + after))
    assert (words[0], words[2]) == ("0", "2")
    assert words[1].startswith(f"damaged at byte {len(before)} (")


def test_a_length_that_lies_swallows_nothing(tmp_path: Path) -> None:
    lying = page(1).replace(b"Content-Length: ", b"Content-Length: 9")
    words = told(read(tmp_path, page(0) + lying + page(2), "a.warc"))
    assert (words[0], words[2]) == ("0", "2")
    assert words[1].startswith(f"damaged at byte {len(page(0))} (its content ends too early")


@pytest.mark.parametrize("form", ["plain", "members"])
@pytest.mark.parametrize("left", [30, 100, 150, 280])
def test_a_file_that_was_cut_gives_what_is_whole(tmp_path: Path, form: str, left: int) -> None:
    last = PAGES[4] if form == "plain" else packed(PAGES[4])[0]
    start = len(FORMS[form]) - len(last)
    words = told(read(tmp_path, FORMS[form][: start + min(left, len(last) - 10)]))
    assert words[:4] == list("0123")
    assert len(words) == 5 and words[4].startswith(f"damaged at byte {start} (")


def test_padding_at_the_end_is_no_damage(tmp_path: Path) -> None:
    assert told(read(tmp_path, FORMS["members"] + bytes(5000))) == list("01234")
    assert told(read(tmp_path, FORMS["plain"] + b"\r\n\r\n")) == list("01234")


def test_an_archive_that_is_all_damage_is_given_up(tmp_path: Path) -> None:
    lying = page(1).replace(b"Content-Length: ", b"Content-Length: 999999")
    words = told(read(tmp_path, lying * 300, "a.warc"))
    assert len(words) == 102
    assert "more than 100 parts are damaged" in words[-1]


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "it is empty"),
        (b"no archive", "damaged at byte 0"),
        (b"\x28\xb5\x2f\xfdxxxx", "damaged at byte 0"),
        (record("warcinfo", 1, b"x: y\r\n"), "holds no page of text"),
    ],
)
def test_a_file_without_pages_says_so(tmp_path: Path, raw: bytes, words: str) -> None:
    (found,) = read(tmp_path, raw, "a.warc.zst")
    assert isinstance(found, Failure) and words in str(found.error)


@pytest.mark.parametrize("form", FORMS)
def test_random_damage_gives_captures_and_failures_only(tmp_path: Path, form: str) -> None:
    rng = random.Random(form)
    for _ in range(150):
        raw = bytearray(FORMS[form])
        for _ in range(rng.randint(1, 4)):
            raw[rng.randrange(len(raw))] = rng.randrange(256)
        cut = rng.randrange(len(raw)) if rng.random() < 0.4 else len(raw)
        for found in read(tmp_path, bytes(raw[:cut]), "a.warc"):
            assert isinstance(found, Capture | Failure)
