"""Everything twosource raises on purpose: one small tree under TwoSourceError, each message fit to show a user."""

from __future__ import annotations


class TwoSourceError(Exception):
    """The root of all errors of twosource; `str(error)` says what was wrong and what to do."""


class BrokenSelector(TwoSourceError):
    """A selector does not quote its page."""


class InputError(TwoSourceError):
    """One input could not be read; the others are not touched by it."""


class PageTooLarge(InputError):
    """An input is larger, longer or deeper than the limits allow."""


class NotAnArticle(InputError):
    """An input was read but holds no article."""


class TimedOut(InputError):
    """Work on one input ran past its time limit and was ended."""


class WorkerDied(InputError):
    """The process that worked on one input ended unexpectedly, out of memory for example."""


class UsageError(TwoSourceError):
    """The call itself is wrong: an unknown option, a format that does not exist."""


class BrokenModel(TwoSourceError):
    """A file of the language model is missing, damaged or of another version."""


class StoreError(TwoSourceError):
    """A store cannot be opened, read or written: no desk there, of a later version, the disk full."""


class StoreBusy(StoreError):
    """Another process writes to the store and has done so for too long."""


class FetchRefused(InputError):
    """An address was not fetched: not allowed, not asked for, or it broke a limit."""


def why_unreadable(error: OSError | UnicodeDecodeError) -> str:
    """Why a text file could not be read, as a message says it."""
    return getattr(error, "strerror", None) or "not UTF-8"
