"""Analyzers of other packages: entry points of the group `twosource.analyzers`."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from twosource.errors import UsageError
from twosource.nlp.base import Analyzer

if TYPE_CHECKING:
    from importlib.metadata import EntryPoints

GROUP = "twosource.analyzers"


def plugged_names() -> tuple[str, ...]:
    """The names that installed packages give, in order; a colon at the end says that an argument follows."""
    return tuple(sorted(_points().names))


def load_plugged(name: str) -> Callable[..., Analyzer] | None:
    """What makes the analyzer of that name, None if no package gives one; raises UsageError if it cannot be imported.

    Where two packages give the same name, the first by module and class is taken, on every machine the same.
    """
    found = sorted(_points().select(name=name), key=lambda point: point.value)
    if not found:
        return None
    try:
        make: Callable[..., Analyzer] = found[0].load()
    except (ImportError, AttributeError) as error:
        reason = f"{found[0].value} cannot be imported ({error}): install its package again or remove it"
        raise UsageError(f"the analyzer {name!r} of another package: {reason}") from error
    return make


def _points() -> EntryPoints:
    from importlib.metadata import entry_points  # of an eighth of the time that `twosource --help` takes

    return entry_points(group=GROUP)
