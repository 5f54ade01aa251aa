"""What was changed in a report after it was first published, and what that makes of the findings."""

from twosource.versions.addresses import page_key
from twosource.versions.chains import Chain, chains, with_address
from twosource.versions.copies import settle
from twosource.versions.lone import histories
from twosource.versions.silence import own_reading, silenced
from twosource.versions.step import show_changes
from twosource.versions.told import History

__all__ = [
    "Chain",
    "History",
    "chains",
    "histories",
    "own_reading",
    "page_key",
    "settle",
    "show_changes",
    "silenced",
    "with_address",
]
