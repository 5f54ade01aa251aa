"""Servers that want to hold us, fill us or lead us elsewhere; each is left, with a reason, within its limits."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import zlib
from collections.abc import Iterator

import brotli
import pytest
import zstandard

from tests.pages.raw_server import Answer, plain, serving, without_end
from twosource.errors import FetchRefused, InputError, PageTooLarge, TimedOut
from twosource.pages.fetch import fetch, fetch_page

OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n"
LETTERS = 150_000
ZEROS = bytes(100 * 2**20)


def _gzip(content: bytes) -> bytes:
    packer = zlib.compressobj(wbits=31)
    return packer.compress(content) + packer.flush()


GZIPPED = _gzip(ZEROS)
BOMBS = {
    "gzip": GZIPPED,
    "deflate": zlib.compress(ZEROS),
    "br": brotli.compress(ZEROS, quality=3),
    "zstd": zstandard.compress(ZEROS),
    "gzip, gzip": _gzip(GZIPPED),
    "gzip, br": brotli.compress(GZIPPED),
    "gzip, zstd": zstandard.compress(GZIPPED),
}
MEMBERS = {
    "gzip": _gzip(bytes(2**20)) * 40,
    "zstd": zstandard.compress(bytes(2**20)) * 40,
}


def _packed(body: bytes, coding: str) -> Answer:
    return plain(body, "Content-Type: text/html", f"Content-Encoding: {coding}")


def _drip(head: bytes) -> Answer:
    def answer(client: socket.socket, _: bytes) -> None:
        client.sendall(head)
        while True:
            client.sendall(b"x")
            time.sleep(0.05)

    return answer


def _redirect(to: str) -> Answer:
    return plain(b"", f"Location: {to}", status="302 Found")


ANSWERS = {
    **{f"/bomb/{number}": _packed(body, coding) for number, (coding, body) in enumerate(BOMBS.items())},
    **{f"/members/{number}": _packed(body, coding) for number, (coding, body) in enumerate(MEMBERS.items())},
    "/page": plain(b"<p>Here I am."),
    "/thrice": _packed(b"x", "gzip, gzip, gzip"),
    "/empty-members": _packed(_gzip(b"") * 200_000 + _gzip(b"<p>Here I am."), "gzip"),
    "/drip-status": _drip(b"HTTP/1.1"),
    "/drip-header": _drip(OK + b"X: "),
    "/drip-body": _drip(OK + b"\r\n"),
    "/drip-chunk": _drip(CHUNKED + b"ffff\r\n"),
    "/drip-interim": _drip(b"HTTP/1.1 100 Continue\r\n\r\n"),
    "/headers": without_end(OK, b"X: y\r\n"),
    "/long-header": without_end(OK + b"X: ", b"y"),
    "/interim": without_end(b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
    "/chunks": without_end(CHUNKED, b"2\r\nxx\r\n"),
    "/extensions": without_end(CHUNKED, b"1;" + b"e" * 9000 + b"\r\nx\r\n"),
    "/one-extension": without_end(CHUNKED + b"1;", b"e"),
    "/trailers": without_end(CHUNKED + b"0\r\n", b"X: y\r\n"),
    "/letter-by-letter": lambda client, _: client.sendall(CHUNKED + b"1\r\nx\r\n" * LETTERS + b"0\r\n\r\n"),
    "/minus": without_end(CHUNKED + b"-1\r\n", b"xxxxxxxx"),
    "/huge-chunk": without_end(CHUNKED + b"fffffffffffffff\r\n", b"<p>again "),
    "/huge-length": without_end(OK + b"Content-Length: 99999999999\r\n\r\n", b"<p>again "),
    "/loop": _redirect("/loop"),
    "/file": _redirect("file:///etc/hostname"),
    "/gopher": _redirect("gopher://127.0.0.1/x"),
    "/user": _redirect("http://127.0.0.1@example.org/"),
    "/smtp": _redirect("http://example.org:25/"),
    "/port-0": _redirect("http://example.org:0/"),
    "/broken": _redirect("http://[::1/"),
    **{
        f"/private/{number}": _redirect(f"http://{host}:8080/")
        for number, host in enumerate(
            [
                *("0.0.0.0", "127.0.0.2", "127.1", "2130706434", "0x7f000002", "0177.0.0.2", "10.0.0.1", "100.64.1.1"),
                *("169.254.169.254", "192.168.1.1", "[::1]", "[::]", "[::ffff:127.0.0.1]", "[fd00::1]", "[fe80::1]"),
                *("[64:ff9b::7f00:1]", "[64:ff9b:1::7f00:1]", "[2002:7f00:1::]", "[2002:5db8:d822::1]", "localhost"),
            ]
        )
    },
}  # fmt: skip
PRIVATE = [path for path in ANSWERS if path.startswith("/private/")]


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with serving(ANSWERS) as address:
        yield address


def error_of(address: str, seconds: float = 600) -> InputError:
    """Why nothing comes; within so many seconds that another limit ends it, however slow the machine."""
    with pytest.raises(InputError) as caught:
        fetch_page(address, allow_hosts={"127.0.0.1"}, seconds=seconds)
    return caught.value


@pytest.mark.parametrize("number", range(len(BOMBS)))
def test_a_bomb_stops(server: str, number: int) -> None:
    error = error_of(f"{server}/bomb/{number}")
    assert isinstance(error, PageTooLarge)
    assert "unpacks to more than 20 MiB" in str(error)


@pytest.mark.parametrize("number", range(len(MEMBERS)))
def test_a_bomb_of_many_members_stops(server: str, number: int) -> None:
    assert isinstance(error_of(f"{server}/members/{number}"), PageTooLarge)


def test_more_than_two_codings_are_not_unpacked(server: str) -> None:
    assert "packed as gzip, gzip, gzip" in str(error_of(f"{server}/thrice"))


def test_empty_members_are_passed(server: str) -> None:
    found = fetch(f"{server}/empty-members", allow_hosts={"127.0.0.1"}, seconds=600).capture
    assert found is not None and found.raw == b"<p>Here I am."


@pytest.mark.parametrize("path", ["/drip-status", "/drip-header", "/drip-body", "/drip-chunk", "/drip-interim"])
def test_who_drips_is_left_in_time(server: str, path: str) -> None:
    assert isinstance(error_of(server + path, seconds=0.4), TimedOut)


@pytest.mark.parametrize(
    "path", ["/headers", "/long-header", "/one-extension", "/minus", "/huge-chunk", "/huge-length"]
)
def test_who_never_ends_is_left(server: str, path: str) -> None:
    error = error_of(server + path)
    assert not isinstance(error, TimedOut), "left by the clock only"


@pytest.mark.parametrize("path", ["/interim", "/chunks", "/extensions", "/trailers"])
def test_little_is_read_that_is_no_body(server: str, path: str) -> None:
    """Nor do they end. Chunks of two bytes would take 9 s of the processor until the body itself is too large."""
    error = error_of(server + path)
    assert isinstance(error, PageTooLarge)
    assert str(error) == f"{server}{path}: it comes with more than 1 MiB that are no page: save it yourself"


def test_a_page_that_comes_letter_by_letter_is_read(server: str) -> None:
    found = fetch(f"{server}/letter-by-letter", allow_hosts={"127.0.0.1"}, seconds=600).capture
    assert found is not None and found.raw == b"x" * LETTERS


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/loop", "more than 5 times"),
        ("/file", "only http and https"),
        ("/gopher", "only http and https"),
        ("/user", "user name"),
        ("/smtp", "port 25 is none of the web"),
        ("/port-0", "port 0 is none of the web"),
        ("/broken", "could not be fetched"),
    ],
)
def test_where_we_do_not_follow(server: str, path: str, words: str) -> None:
    assert words in str(error_of(server + path))


@pytest.mark.parametrize("path", PRIVATE)
def test_no_redirect_leads_inside(server: str, path: str) -> None:
    error = error_of(server + path)
    assert isinstance(error, FetchRefused)
    assert "is no public address" in str(error)


def test_a_name_that_is_private_at_any_of_its_addresses_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def resolve(*_: object, **__: object) -> list[tuple[object, ...]]:
        return [(0, 0, 0, "", (address, 80)) for address in ("93.184.216.34", "127.0.0.1")]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    with pytest.raises(FetchRefused, match=r"127\.0\.0\.1 is no public address"):
        fetch_page("http://rebinding.example/")


def test_the_address_that_was_checked_is_the_one_connected_to(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that answers differently each time is asked once a hop."""
    asked: list[str] = []
    resolve = socket.getaddrinfo

    def once(host: str, *rest: object, **named: object) -> object:
        asked.append(host)
        assert asked.count("changing.example") <= 1
        return resolve("127.0.0.1" if host == "changing.example" else host, *rest, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", once)
    found = fetch(server.replace("127.0.0.1", "changing.example") + "/page", allow_hosts={"changing.example"})
    assert found.status == 200
    assert asked[0] == "changing.example"


CHILD = """
import re, sys
from twosource.errors import InputError
from twosource.pages.fetch import fetch_page
import brotli, zstandard, ssl

def peak():  # in KiB; that of getrusage would be the peak of the tests, from which this was forked
    return int(re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1])

before = peak()
try:
    fetch_page(sys.argv[1], allow_hosts={"127.0.0.1"})
except InputError:
    print((peak() - before) >> 10)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the peak is told by /proc")
@pytest.mark.parametrize("path", [*(f"/bomb/{n}" for n in range(len(BOMBS))), "/members/0", "/chunks", "/trailers"])
def test_memory_stays_bounded(server: str, path: str) -> None:
    """20 MiB are the content; the rest are what came packed and the windows of the decoders."""
    told = subprocess.run([sys.executable, "-c", CHILD, server + path], capture_output=True, text=True, check=True)
    assert int(told.stdout) < 32
