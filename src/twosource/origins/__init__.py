"""Who copies whom: the origins of a set of reports, and of every claim in a record."""

from twosource.origins.derive import derivations
from twosource.origins.joint import find_origins

__all__ = ["derivations", "find_origins"]
