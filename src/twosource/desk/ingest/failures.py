"""What a summary says of inputs that failed: kinds of reasons, in a few words each."""

from __future__ import annotations

from twosource.errors import FetchRefused, InputError, NotAnArticle, PageTooLarge, TimedOut, WorkerDied

KINDS: tuple[tuple[type[InputError], str], ...] = (
    (PageTooLarge, "too large"),
    (NotAnArticle, "without an article"),
    (TimedOut, "out of time"),
    (WorkerDied, "ended unexpectedly"),
    (FetchRefused, "not fetched"),
    (InputError, "not readable"),
)


def kind_of(error: InputError) -> str:
    """The kind of an error: the first that fits."""
    return next(words for kind, words in KINDS if isinstance(error, kind))
