"""The invented record in its two shapes."""

from __future__ import annotations

import pytest

from twosource.model import Record

from .invented import one_story, two_stories


@pytest.fixture(scope="session")
def record() -> Record:
    """Three reports of one happening on two origins."""
    return one_story()


@pytest.fixture(scope="session")
def stories_record() -> Record:
    """Four reports of two happenings."""
    return two_stories()
