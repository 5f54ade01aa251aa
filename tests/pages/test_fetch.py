"""Fetching, against a server on the loopback: limits, redirects, and addresses that are not public."""

from __future__ import annotations

import contextlib
import gzip
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from twosource.errors import FetchRefused, InputError, PageTooLarge, TimedOut
from twosource.pages import Capture, make_page
from twosource.pages.addresses import is_public
from twosource.pages.fetch import fetch_page

PAGE = "<h1>Café</h1><p>Open again.".encode("cp1252")


class _Server(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        with contextlib.suppress(OSError):  # the client had enough
            getattr(self, "send_" + self.path.strip("/").split("?")[0])()

    def send_page(self) -> None:
        self._answer(200, PAGE, ("Content-Type", "text/html; charset=windows-1252"))

    def send_packed(self) -> None:
        self._answer(200, gzip.compress(PAGE, mtime=0), ("Content-Type", "text/html"), ("Content-Encoding", "gzip"))

    def send_bomb(self) -> None:
        body = gzip.compress(bytes(30 * 2**20), mtime=0)
        self._answer(200, body, ("Content-Type", "text/html"), ("Content-Encoding", "gzip"))

    def send_compress(self) -> None:
        self._answer(200, b"x", ("Content-Encoding", "compress"))

    def send_missing(self) -> None:
        self._answer(404, b"<p>Not here")

    def send_image(self) -> None:
        self._answer(200, b"\x89PNG", ("Content-Type", "image/png"))

    def send_disguised(self) -> None:
        self._answer(200, b"\x89PNG\r\n\x1a\n....", ("Content-Type", "text/html"))

    def send_endless(self) -> None:
        self._start(200, ("Content-Type", "text/html"))
        while True:
            self.wfile.write(b"<p>again" * 10_000)

    def send_drip(self) -> None:
        self._start(200, ("Content-Type", "text/html"))
        for _ in range(100):
            self.wfile.write(b"x")
            time.sleep(0.1)

    def send_header_drip(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        for _ in range(100):
            self.wfile.write(b"X")
            time.sleep(0.1)

    def send_short(self) -> None:
        self._start(200, ("Content-Type", "text/html"), ("Content-Length", "1000"))
        self.wfile.write(b"<p>cut")

    def send_noise(self) -> None:
        self.wfile.write(b"\x00\x01\x02 no HTTP\r\n\r\n")

    def send_loop(self) -> None:
        self._answer(302, b"", ("Location", "/loop"))

    def send_relative(self) -> None:
        self._answer(301, b"", ("Location", "page?from=relative"))

    def send_private(self) -> None:
        self._answer(302, b"", ("Location", "http://127.0.0.2:8080/secret"))

    def send_metadata(self) -> None:
        self._answer(302, b"", ("Location", "http://169.254.169.254/latest"))

    def send_file(self) -> None:
        self._answer(302, b"", ("Location", "file:///etc/hosts"))

    def _answer(self, status: int, body: bytes, *headers: tuple[str, str]) -> None:
        self._start(status, ("Content-Length", str(len(body))), *headers)
        self.wfile.write(body)

    def _start(self, status: int, *headers: tuple[str, str]) -> None:
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


class _Quiet(ThreadingHTTPServer):
    daemon_threads = True


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with _Quiet(("127.0.0.1", 0), _Server) as running:
        serving = threading.Thread(target=running.serve_forever, daemon=True)
        serving.start()
        yield f"http://127.0.0.1:{running.server_address[1]}"
        running.shutdown()
        serving.join()


@pytest.fixture
def fetch(server: str) -> Callable[..., Capture]:
    def one(path: str, seconds: float = 20) -> Capture:
        return fetch_page(server + path, allow_hosts={"127.0.0.1"}, seconds=seconds)

    return one


@pytest.mark.parametrize("path", ["/page", "/packed", "/relative"])
def test_a_page_is_fetched(fetch: Callable[..., Capture], path: str) -> None:
    found = fetch(path)
    assert found.raw == PAGE
    assert found.retrieved is not None
    assert make_page(found).text == "Café\nOpen again."


def test_a_page_says_where_it_was_in_the_end(fetch: Callable[..., Capture], server: str) -> None:
    found = fetch("/relative")
    assert (found.location, found.given.url) == (f"{server}/relative", f"{server}/page?from=relative")


@pytest.mark.parametrize(
    ("path", "error", "words"),
    [
        ("/missing", InputError, "answered 404 Not Found"),
        ("/image", InputError, "this is image/png, not a web page"),
        ("/disguised", InputError, "this is an image"),
        ("/endless", PageTooLarge, "larger than 20 MiB"),
        ("/bomb", PageTooLarge, "unpacks to more than 20 MiB"),
        ("/compress", InputError, "packed as compress"),
        ("/short", InputError, "ended early"),
        ("/noise", InputError, "could not be fetched"),
        ("/loop", FetchRefused, "more than 5 times"),
        ("/private", FetchRefused, "127.0.0.2 is no public address"),
        ("/metadata", FetchRefused, "169.254.169.254 is no public address"),
        ("/file", FetchRefused, "only http and https"),
    ],
)
def test_what_is_not_fetched_says_why(
    fetch: Callable[..., Capture], path: str, error: type[InputError], words: str
) -> None:
    with pytest.raises(error, match=words):
        fetch(path)


@pytest.mark.parametrize("path", ["/drip", "/header_drip"])
def test_a_server_that_drips_is_left_in_time(fetch: Callable[..., Capture], path: str) -> None:
    with pytest.raises(TimedOut, match=r"within 0\.5 s"):
        fetch(path, seconds=0.5)


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:8080/",
        "http://localhost/",
        "http://[::1]/",
        "http://0.0.0.0/",
        "http://2130706433/",
        "http://10.1.2.3/",
    ],
)
def test_a_private_address_is_refused_unless_its_host_is_named(address: str) -> None:
    with pytest.raises(InputError, match=r"no public address|not known"):
        fetch_page(address, seconds=5)


@pytest.mark.parametrize("address", ["ftp://example.org/", "http:///x", "http://user:word@example.org/"])
def test_an_address_of_another_kind_is_refused(address: str) -> None:
    with pytest.raises(FetchRefused):
        fetch_page(address)


def test_a_connection_that_is_refused_is_an_input_error() -> None:
    with pytest.raises(InputError, match="could not be fetched"):
        fetch_page("http://127.0.0.1:1/", allow_hosts={"127.0.0.1"}, seconds=5)


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        ("64:ff9b::5db8:d822", True),
        ("::ffff:93.184.216.34", True),
        ("0.0.0.0", False),
        ("192.0.0.8", False),
        ("198.18.0.1", False),
        ("fec0::1", False),
        ("fc00::1", False),
        ("64:ff9b:1::5db8:d822", False),
        ("2001:0:5db8:d822::1", False),
        ("10.0.0.1", False),
        ("100.64.0.1", False),
        ("169.254.169.254", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("ff02::1", False),
        ("::ffff:127.0.0.1", False),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
    ],
)
def test_public_addresses(address: str, public: bool) -> None:
    assert is_public(address) is public
