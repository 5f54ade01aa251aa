"""A search as an address says it, and as it is said to people."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, replace
from typing import Any, cast
from urllib.parse import urlencode

from twosource.formats.views import STATUS_WORDS
from twosource.formats.words import day_words
from twosource.model import Status
from twosource.stores.base import STATUSES, Search
from twosource.stores.base.articles import search_words
from twosource.vocab.countries import countries
from twosource.vocab.events import event_kinds

FIELDS = {
    "words": "q",
    "speaker": "speaker",
    "place": "place",
    "type": "type",
    "outlet": "outlet",
    "since": "from",
    "until": "to",
    "status": "status",
}
"""Each field of a search and its name in an address, in the order in which they are said."""
LONGEST = 200
"""Characters of a field that are looked at; nobody writes more by hand."""
_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def search_of(query: Mapping[str, str]) -> Search:
    """The search in an address; what is no day, type or status is left out."""
    given: dict[str, Any] = {field: query.get(name, "").strip()[:LONGEST] for field, name in FIELDS.items()}
    given["words"] = given["words"] if search_words(given["words"]) else ""
    for field in ("since", "until"):
        given[field] = given[field] if _DAY.fullmatch(given[field]) else ""
    given["type"] = given["type"].upper() if given["type"].upper() in event_kinds() else ""
    given["status"] = given["status"] if given["status"] in STATUSES else ""
    return Search(**given)


def changed(search: Search, field: str, value: str) -> Search:
    """The search with another value of one field."""
    new: dict[str, Any] = {field: value}
    return replace(search, **new)


def query_of(search: Search) -> dict[str, str]:
    """What an address says of a search: its fields that are not empty."""
    told = asdict(search)
    return {name: told[field] for field, name in FIELDS.items() if told[field]}


def search_path(search: Search) -> str:
    """The path of the page with what is found."""
    return "/search?" + urlencode(query_of(search), errors="ignore")


def said(search: Search) -> Iterator[tuple[str, str]]:
    """Each field that is looked for, with its words for people."""
    forms = {
        "words": "the words “{}”",
        "speaker": "quoting {}",
        "place": "naming {}",
        "type": "telling of: {}",
        "outlet": "in {}",
        "since": "from {}",
        "until": "until {}",
        "status": "in stories with findings: {}",
    }
    for field, name in query_of(search).items():
        key = next(f for f, n in FIELDS.items() if n == field)
        yield key, forms[key].format(_value(key, name))


def _value(field: str, value: str) -> str:
    if field in ("since", "until"):
        return day_words(value)
    if field == "status":
        return STATUS_WORDS[cast("Status", value)].lower()
    return value.lower() if field == "type" else value


def in_words(search: Search) -> str:
    """All that is looked for, on one line; empty where nothing is."""
    return ", ".join(words for _, words in said(search))


def country_name(iso3: str | None) -> str:
    """The usual name of a country; empty where it is not known."""
    country = countries().get(iso3 or "")
    return country.name if country else ""
