"""The language layer: analyzers that give sentences, tokens and names of an article."""

from __future__ import annotations

from importlib import import_module

from twosource.errors import UsageError
from twosource.nlp.base import Analyzer

ANALYZERS = {"rules": "twosource.nlp.rules:RulesAnalyzer"}
"""Name to `module:class`, imported when first asked for."""


def load_analyzer(name: str) -> Analyzer:
    """The analyzer of that name; raises UsageError, which lists the known ones."""
    if name not in ANALYZERS:
        raise UsageError(f"no analyzer is called {name!r}; known: {', '.join(sorted(ANALYZERS))}")
    module, _, cls = ANALYZERS[name].partition(":")
    analyzer: Analyzer = getattr(import_module(module), cls)()
    return analyzer
