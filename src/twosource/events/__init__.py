"""Who did what to whom: events by PLOVER, with their realis."""

from twosource.events.coding import find_events

__all__ = ["find_events"]
