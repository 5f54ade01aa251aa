"""Actors: mentions, aliases, offices, coreference; within one report and across reports."""

from twosource.actors.coded import code_actors
from twosource.actors.find import find_actors
from twosource.actors.join import join_actors

__all__ = ["code_actors", "find_actors", "join_actors"]
