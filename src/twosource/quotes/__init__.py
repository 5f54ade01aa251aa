"""Who said what: direct, indirect and mixed quotes with their cue and their speaker."""

from twosource.quotes.assemble import find_quotes

__all__ = ["find_quotes"]
