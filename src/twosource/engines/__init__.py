"""Engines: run a function over many inputs, each bounded in time and memory, in order."""

from __future__ import annotations

from twosource.engines.base import Engine, Waiting, arrived
from twosource.engines.local import LocalEngine

__all__ = ["Engine", "LocalEngine", "Waiting", "arrived"]
