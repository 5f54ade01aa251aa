"""twosource: many reports of an event, one sourced record."""

__version__ = "0.1.0"
