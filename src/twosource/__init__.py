"""twosource: reads many reports of an event and makes one sourced record."""

from twosource.api import Options, Outcome, annotate, brief, origins, read, stories

__all__ = ["Options", "Outcome", "__version__", "annotate", "brief", "origins", "read", "stories"]
__version__ = "0.1.0"
