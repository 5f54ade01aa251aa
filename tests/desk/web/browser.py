"""A desk served over loopback, and what asks it, as a browser does."""

from __future__ import annotations

import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from threading import Thread
from urllib.parse import urldefrag, urljoin

from lxml import html

from tests.stores.made import arrival
from twosource.desk.web.serve import address, opened, server
from twosource.stores.base import Store

SLOW = 120
"""Seconds after which a page is taken to hang."""


@dataclass(frozen=True)
class Answer:
    """What came back."""

    url: str
    status: int
    headers: Mapping[str, str]
    text: str

    @cached_property
    def tree(self) -> html.HtmlElement:
        """The page as elements."""
        return html.document_fromstring(self.text)

    @cached_property
    def words(self) -> str:
        """What the main part of the page says, on one line."""
        return " ".join(self.tree.xpath("string(//main)").split())

    @property
    def links(self) -> list[str]:
        """Where its links and forms lead, in full, each once."""
        return list(dict.fromkeys(urljoin(self.url, str(to)) for to in self.tree.xpath("//a/@href|//form/@action")))


@dataclass(frozen=True)
class Browser:
    """Asks one desk."""

    root: str

    def get(self, path: str, headers: Mapping[str, str] = {}, method: str = "GET") -> Answer:
        """The answer to a path or a whole address, whatever its status."""
        url = urljoin(self.root, path)
        try:
            with urllib.request.urlopen(
                urllib.request.Request(url, headers=dict(headers), method=method), timeout=SLOW
            ) as got:
                return Answer(url, got.status, dict(got.headers), got.read().decode())
        except urllib.error.HTTPError as error:
            return Answer(url, error.code, dict(error.headers), error.read().decode())

    def crawl(self, most: int) -> Iterator[Answer]:
        """The pages that links lead to from the first one, nearest first, at most so many."""
        waiting, seen = [self.root], {self.root}
        for _ in range(most):
            if not waiting:
                return
            answer = self.get(waiting.pop(0))
            yield answer
            for link in answer.links:
                page = urldefrag(link)[0]
                if page not in seen:
                    seen.add(page)
                    waiting.append(page)


@contextmanager
def serving(store: Store) -> Iterator[Browser]:
    """The desk of this store on a free port, for as long as the block runs."""
    with opened(0) as listening:
        running = server(store)
        thread = Thread(target=running.run, kwargs={"sockets": [listening]})
        thread.start()
        while not running.started and thread.is_alive():
            time.sleep(0.01)
        try:
            yield Browser(address(listening))
        finally:
            running.should_exit = True
            thread.join()


def fill(store: Store, reports: Sequence[Mapping[str, str]], story: str = "story:1") -> list[str]:
    """Keeps reports (`text`, and what a user can say of one) as one story; the ids of their articles."""
    with store.writer() as writer:
        ids = []
        for number, row in enumerate(reports):
            given = {key: value for key, value in row.items() if key != "text"}
            made = arrival(row["text"], f"{story}-{number}.txt", **given)
            writer.keep([made])
            ids.append(made.reading.article.id)
        writer.assign(dict.fromkeys(ids, story))
    return ids
