"""The language layer: analyzers that give sentences, tokens and names of an article."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from twosource.errors import UsageError
from twosource.nlp.base import Analyzer
from twosource.nlp.plugged import load_plugged, plugged_names

DEFAULT_ANALYZER = "shipped"
ANALYZERS = {
    "rules": "twosource.nlp.rules:RulesAnalyzer",
    "shipped": "twosource.nlp.shipped.analyzer:ShippedAnalyzer",
    "shipped:": "twosource.nlp.shipped.analyzer:ShippedAnalyzer",
    "spacy:": "twosource.nlp.spacy_pipeline:SpacyAnalyzer",
}
"""Name to `module:class`, imported when first asked for; after a colon at its end stands an argument of the class."""

_ARGUMENTS = {"shipped:": "THREADS"}
"""What stands after the colon where it is no name."""


def load_analyzer(name: str) -> Analyzer:
    """The analyzer of that name (`spacy:NAME` is made with NAME); raises UsageError, which lists the known ones."""
    head, colon, argument = name.partition(":")
    make = _factory(head + colon)
    if make is None:
        raise UsageError(f"no analyzer is called {name!r}; known: {', '.join(_known())}")
    return make(argument) if colon else make()


def _factory(key: str) -> Callable[..., Analyzer] | None:
    if key not in ANALYZERS:
        return load_plugged(key)
    module, _, cls = ANALYZERS[key].partition(":")
    factory: Callable[..., Analyzer] = getattr(import_module(module), cls)
    return factory


def _known() -> list[str]:
    """Names as a user types them."""
    return [name + _ARGUMENTS.get(name, "NAME") * name.endswith(":") for name in sorted({*ANALYZERS, *plugged_names()})]
