"""Ctrl-C while modules load: it waits until they have, for there Python and modules written in C lose it.

Python drops what is raised while it lets go of the locks of its imports ("Exception ignored in …"), and a module in C
reports that it "cannot be imported": of 60 runs interrupted in their first two seconds one went so, of 240 now none.
"""

from __future__ import annotations

import signal
from types import FrameType

_PAUSE = 0.05
"""Seconds after which it is looked again whether modules still load."""
_IMPORTS = "<frozen importlib._bootstrap>"


_UNHANDLED = (signal.default_int_handler, signal.SIG_DFL)
"""Python's own answer to Ctrl-C, and that of the command while it is loaded (`__main__.py`)."""


def hold_while_loading() -> None:
    """Lets the first Ctrl-C wait for modules that load; a second one does not. Only where nobody else handles it."""
    if signal.getsignal(signal.SIGINT) in _UNHANDLED:
        signal.signal(signal.SIGINT, _asked if hasattr(signal, "setitimer") else signal.default_int_handler)


def _asked(number: int, frame: FrameType | None) -> None:
    waits = signal.getsignal(signal.SIGALRM) is _ask_again
    if waits:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
    if waits or not _loads(frame):
        raise KeyboardInterrupt
    signal.signal(signal.SIGALRM, _ask_again)
    signal.setitimer(signal.ITIMER_REAL, _PAUSE)


def _ask_again(number: int, frame: FrameType | None) -> None:
    """As if it were pressed now: others may handle it by then, as around a fork."""
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.raise_signal(signal.SIGINT)


def _loads(frame: FrameType | None) -> bool:
    """Whether any of the calls that are under way is that of an import."""
    while frame is not None:
        if frame.f_code.co_filename == _IMPORTS:
            return True
        frame = frame.f_back
    return False
