"""When, where and how many: the times, places and quantities of one article."""

from __future__ import annotations

from twosource.circumstances.places import find_places
from twosource.circumstances.quantities import find_quantities
from twosource.circumstances.times import find_times

__all__ = ["find_places", "find_quantities", "find_times"]
