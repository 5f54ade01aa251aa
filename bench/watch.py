"""`python -m bench.watch [ROUNDS]`: what rounds of a watch over 200 feeds cost, and what the watch holds meanwhile.

Each feed has a host of its own, an address of the loopback, and ten entries; in each round one of twenty feeds has a
new one, whose page is fetched, read by rules and kept. A quarter of an hour passes from round to round, by a clock that
need not wait: pages are looked at again after 1, 6, 24 and 72 hours, a robots.txt is asked for once a day.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
import time
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from random import Random

from bench.happenings import happening, report
from twosource.api import Options
from twosource.desk.folder import make_desk, open_desk
from twosource.desk.watch.from_web import from_web
from twosource.desk.watch.rounds import Means, Round
from twosource.desk.watch.tally import Tally
from twosource.pages.fetch import fetch_page
from twosource.stores.base import WatchedFeed

FEEDS = 200
ENTRIES = 10
NEWS_IN = 20
"""Rounds from one new entry of a feed to the next."""
QUARTER = 900.0
TICKER = "127.0.1.0"
"""The address of the server at which its time goes on."""
TOLD_EVERY = 25


class Clock:
    """Stands still but for sleep."""

    def __init__(self) -> None:
        self.time = 1_935_000_000.0

    def now(self) -> float:
        """Seconds of Unix time."""
        return self.time

    def sleep(self, seconds: float) -> None:
        """Lets time pass at once."""
        self.time += seconds


class _Site(BaseHTTPRequestHandler):
    """Every host: `/N/rss` is feed N, which has as many entries more as `/tick` was asked for."""

    texts: tuple[str, ...] = ()
    ticks = 0

    def do_GET(self) -> None:
        if self.path == "/tick":
            type(self).ticks += 1
        body = self.path.encode() if self.path in ("/tick", "/robots.txt") else self._body().encode()
        etag = f'"{hash(body) & 0xFFFFFFFF:x}"'  # of this process alone, which is as long as the bench
        known = self.headers.get("If-None-Match") == etag
        self.send_response(404 if self.path == "/robots.txt" else 304 if known else 200)
        self.send_header("ETag", etag)
        self.send_header("Content-Type", "application/rss+xml" if self.path.endswith("/rss") else "text/html")
        self.send_header("Content-Length", str(0 if known else len(body)))
        self.end_headers()
        if not known:
            self.wfile.write(body)

    def _body(self) -> str:
        feed, _, what = self.path[1:].partition("/")
        if what != "rss":
            paragraphs = self.texts[(int(feed) * 31 + int(what)) % len(self.texts)].splitlines()
            body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
            return f"<article><h1>Report {feed}.{what}</h1>{body}</article>"
        newest = (self.ticks + int(feed)) // NEWS_IN
        place = f"http://{self.headers['Host']}/{feed}"
        entries = (
            f"<item><title>Report {feed}.{n}</title><link>{place}/{n}</link></item>"
            for n in range(newest, max(-1, newest - ENTRIES), -1)
        )
        return f"<rss version='2.0'><channel><title>Feed {feed}</title>{''.join(entries)}</channel></rss>"

    def log_message(self, *_: object) -> None:
        """Says nothing."""


def serve() -> None:
    """The site, in a process of its own; says its port."""
    _Site.texts = tuple(report(happening(n), Random(n)) for n in range(300))
    port = 0
    for n in range(FEEDS + 1):
        server = ThreadingHTTPServer((f"127.0.1.{n}", port), _Site)
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        port = server.server_port
    print(port, flush=True)
    threading.Event().wait()


def resident() -> float:
    """What this process holds, in MB."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def run(port: int, rounds: int, desk: Path) -> None:
    """Watches for so many rounds."""
    make_desk(desk)
    store, clock = open_desk(desk), Clock()
    hosts = [f"127.0.1.{n + 1}" for n in range(FEEDS)]
    feeds = [f"http://{host}:{port}/{n}/rss" for n, host in enumerate(hosts)]
    with store.writer() as writer:
        writer.put_feeds([WatchedFeed(feed=feed, address=feed, title="") for feed in feeds])
    fetch = partial(from_web, allow_hosts=frozenset(hosts))
    means = Means(store=store, options=Options(analyzer="rules", workers=1), fetch=fetch, clock=clock, chance=Random(1))
    total, begun = Tally(), (time.perf_counter(), _processor())
    for number in range(1, rounds + 1):
        for brought in Round(means, feeds).run():
            total.add(brought.tally)
        clock.time += QUARTER
        fetch_page(f"http://{TICKER}:{port}/tick", allow_hosts={TICKER})
        if number % TOLD_EVERY == 0 or number == 1:
            seconds, busy = time.perf_counter() - begun[0], _processor() - begun[1]
            print(f"{number:5} rounds: {total.new} new, {total.unchanged} unchanged, {total.failed} failed; "
                  f"{60 * number / seconds:.1f} rounds a minute, {busy / number:.2f} s of processor time each, "
                  f"{resident():.0f} MB held", flush=True)  # fmt: skip


def _processor() -> float:
    """Seconds of this process and of those that it has ended."""
    return sum(os.times()[:4])


def main(rounds: int) -> None:
    """Begins the site, watches it."""
    command = [sys.executable, "-m", "bench.watch", "serve"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as site, tempfile.TemporaryDirectory() as folder:
        try:
            assert site.stdout is not None
            run(int(site.stdout.readline()), rounds, Path(folder) / "desk")
        finally:
            site.kill()


if __name__ == "__main__":
    if sys.argv[1:] == ["serve"]:
        serve()
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 500)
