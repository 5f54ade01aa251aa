"""A store in memory: what the seam means, in as few words as possible. Gone when the process ends."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from twosource.stores.memory.articles import Articles, MemoryArticleView, MemoryArticleWriter


class MemoryStore:
    """See `Store`."""

    def __init__(self) -> None:
        self._articles = Articles()

    @contextmanager
    def writer(self) -> Iterator[MemoryWriter]:
        """See `Store.writer`."""
        yield MemoryWriter(self._articles)

    @contextmanager
    def view(self) -> Iterator[MemoryView]:
        """See `Store.view`."""
        yield MemoryView(self._articles.copy())


class MemoryWriter(MemoryArticleWriter):
    """See `Writer`."""

    @contextmanager
    def together(self) -> Iterator[None]:
        """See `Writer.together`."""
        before = self._kept.copy()
        try:
            yield
        except BaseException:
            self._kept.restore(before)
            raise


class MemoryView(MemoryArticleView):
    """See `View`."""
