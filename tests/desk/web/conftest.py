"""A served desk of the invented reports, one for all tests of a module."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.stores.made import STRIKE
from twosource.stores.memory import MemoryStore

from .browser import Browser, fill, serving
from .reports import REPORTS


@pytest.fixture(scope="module")
def desk() -> Iterator[Browser]:
    """Two stories: `story:1` of four reports, `story:2` of one."""
    store = MemoryStore()
    fill(store, [{"text": STRIKE, "outlet": "Quay"}], "story:2")
    fill(store, REPORTS)
    with serving(store) as browser:
        yield browser
