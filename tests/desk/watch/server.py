"""A news site on the loopback: feeds and pages that change, and whatever a hostile one may send."""

from __future__ import annotations

import contextlib
import gzip
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from xml.sax.saxutils import escape


@dataclass(frozen=True)
class Answer:
    """What the server sends; `tagged`: with an ETag, answering 304 to those who know it."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    tagged: bool = True

    @property
    def etag(self) -> str:
        """Of these bytes."""
        return f'"{sha256(self.body).hexdigest()[:12]}"'


Sender = Callable[["_Handler"], None]


@dataclass
class Site:
    """What stands where, and what was asked for."""

    host: str
    port: int
    answers: dict[str, Answer | Sender] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    statuses: list[int] = field(default_factory=list)

    def at(self, path: str) -> str:
        """The address of a path."""
        return f"http://{self.host}:{self.port}{path}"

    def paths(self) -> list[str]:
        """The paths asked for, but for robots.txt."""
        return [path for path, _ in self.asked if path != "/robots.txt"]

    def forget(self) -> None:
        """Forgets what was asked for."""
        self.asked.clear()
        self.statuses.clear()


class _Handler(BaseHTTPRequestHandler):
    site: Site

    def do_GET(self) -> None:
        self.site.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
        answer = self.site.answers.get(self.path, Answer(b"<p>nothing here", 404))
        with contextlib.suppress(OSError):  # the other end had enough
            self.answer(answer) if isinstance(answer, Answer) else answer(self)

    def answer(self, answer: Answer) -> None:
        if answer.tagged and answer.status == 200 and self.headers.get("If-None-Match") == answer.etag:
            answer = Answer(b"", 304, answer.headers)
        self.site.statuses.append(answer.status)
        self.send_response(answer.status)
        if answer.tagged and answer.status == 200:
            self.send_header("ETag", answer.etag)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        self.wfile.write(answer.body)

    def log_message(self, *_: object) -> None:
        """Nothing: the tests read what was asked."""


@contextlib.contextmanager
def serving(host: str = "127.0.0.1") -> Iterator[Site]:
    """A site at this address of the loopback, on any free port."""
    handler = type("Handler", (_Handler,), {})
    server = ThreadingHTTPServer((host, 0), handler)
    server.daemon_threads = True
    handler.site = Site(host, server.server_address[1])  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield handler.site  # type: ignore[attr-defined]
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def html(title: str, *paragraphs: str) -> Answer:
    """A page with a report."""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    page = f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1>{body}</article></body></html>"
    return Answer(page.encode(), headers={"Content-Type": "text/html; charset=utf-8"})


def rss(*items: str, title: str = "Harbour News") -> Answer:
    """An RSS feed of these items."""
    head = f"<title>{escape(title)}</title><link>http://harbour.example/</link><description>News</description>"
    body = f'<rss version="2.0"><channel>{head}{"".join(items)}</channel></rss>'
    return Answer(body.encode(), headers={"Content-Type": "application/rss+xml"})


def item(link: str | None, title: str = "", *, text: str = "", guid: str = "") -> str:
    """An entry; `text`: its own content."""
    parts = [f"<title>{escape(title or 'A report')}</title>", "<pubDate>Mon, 05 May 2031 10:00:00 GMT</pubDate>"]
    parts += [f"<link>{escape(link)}</link>"] if link is not None else []
    parts += [f'<guid isPermaLink="false">{escape(guid)}</guid>'] if guid else []
    parts += [f"<description>{escape(text)}</description>"] if text else []
    return f"<item>{''.join(parts)}</item>"


def moved(to: str, status: int = 301) -> Answer:
    """A redirect."""
    return Answer(b"", status, {"Location": to})


def refused(status: int, **headers: str) -> Answer:
    """An answer without a page."""
    return Answer(b"no", status, {name.replace("_", "-"): value for name, value in headers.items()})


def drip(handler: _Handler) -> None:
    """A byte now and then, for as long as the other end listens."""
    handler.send_response(200)
    handler.end_headers()
    for _ in range(10_000):
        handler.wfile.write(b"x")
        handler.wfile.flush()
        time.sleep(0.1)


def silence(handler: _Handler) -> None:
    """No answer at all."""
    handler.rfile.read(1)


def bomb() -> Answer:
    """A few kilobytes that unpack to 64 MiB."""
    return Answer(gzip.compress(bytes(64 * 2**20)), headers={"Content-Encoding": "gzip"})
