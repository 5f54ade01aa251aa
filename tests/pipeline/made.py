"""Captures for tests of the pipeline, and what must hold of every record."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from twosource.codec import dump, record_json
from twosource.formats.schema import shipped_schema
from twosource.model import Given, Record
from twosource.pages import Capture

WORDS = (
    "The", "the", "a", "of", "in", "on", "by", "and", "but", "who", "that", "he", "She", "police", "officials", "Mayor",
    "Ana", "Costa", "Dr.", "U.S.", "Lima", "Peru", "Islamic", "said", "told", "reporters", "denied", "killed",
    "injured", "will", "meet", "not", "at", "least", "12", "two", "1,000", "20%", "3-4", "0-", "-", "Tuesday", "last",
    "week", "March", "2019", "31", "February", "10:30", "days", "ago", "according", "to", "AP", "(Reuters)", "By",
    ",", ".", "?", ":", ";", "“", "”", '"', "'", "’s", "—", "...", "(", ")", "[", "/", "\n", "\n\n", "\t", "\u2028",
    "\u202e", "\x0b", "e\u0301", "😀", "漢字", "سلام",
)  # fmt: skip
TAGS = (
    "<p>", "</p>", "<div>", "</div>", "<h1>", "</h1>", "<article>", "<li>", "<a href='/x'>", "</a>", "<br>", "<b>",
    "<table><tr><td>", "</table>", "<!--", "-->", "<script>", "</script>", "<time datetime='2019-03-05'>", "&amp;",
    "&#0;", "&quot;", "<figcaption>", "<blockquote>", "<", ">",
)  # fmt: skip

texts = st.lists(st.sampled_from(WORDS), max_size=120).map(" ".join)
pages = st.lists(st.sampled_from(WORDS + TAGS), max_size=120).map(" ".join)
anything = st.text(max_size=300)


def capture(page: str, media_type: str | None = "text/plain", **given: str) -> Capture:
    """A page in memory, with what its user says of it."""
    told = Given(**given)
    return Capture(location="a", raw=page.encode("utf-8", "surrogatepass"), media_type=media_type, given=told)


@cache
def _validator() -> Draft202012Validator:
    return Draft202012Validator(shipped_schema())


def check(record: Record) -> dict[str, Any]:
    """The JSON of a record that keeps the schema, quotes its pages, and refers to nothing that is not there."""
    made: dict[str, Any] = json.loads(dump(record_json(record)).encode())
    _validator().validate(made)
    text = {page["id"]: page["text"] for page in made["pages"]}
    for found in selectors(made):
        assert 0 <= found["start"] < found["end"] <= len(text[found["page"]]), found
        assert text[found["page"]][found["start"] : found["end"]] == found["exact"], found
    for article in made["articles"]:
        assert_partition(text[article["page"]], article["blocks"])
    assert_ids(made)
    return made


def selectors(part: object) -> Iterator[dict[str, Any]]:
    """All selectors in a piece of JSON."""
    if isinstance(part, dict):
        if part.keys() >= {"page", "start", "end", "exact"}:
            yield part
        for value in part.values():
            yield from selectors(value)
    elif isinstance(part, list):
        for value in part:
            yield from selectors(value)


def assert_partition(text: str, blocks: list[dict[str, Any]]) -> None:
    """The blocks of an article hold each visible character of its page once, in order."""
    last = 0
    for block in blocks:
        assert last <= block["start"] < block["end"]
        assert not text[last : block["start"]].strip()
        last = block["end"]
    assert not text[last:].strip()


def assert_ids(made: dict[str, Any]) -> None:
    """No id stands for two things, and each reference leads somewhere."""
    ids: dict[str, set[str]] = {}
    for kind, parts in made.items():
        named = [part["id"] for part in parts if "id" in part] if isinstance(parts, list) and kind != "warnings" else []
        assert len(named) == len(set(named)), kind
        ids[kind] = set(named)
    for kind in ("quotes", "times", "quantities", "events", "claims"):
        assert {part["article"] for part in made[kind]} <= ids["articles"], kind
    assert {quote["speaker"] for quote in made["quotes"]} <= ids["actors"] | {None}
    assert {event["attributed_to"] for event in made["events"]} <= ids["quotes"] | {None}
    parties = {party["actor"] for event in made["events"] for party in event["actors"] + event["recipients"]}
    assert parties <= ids["actors"] | {None}
    assert {claim["asserted_by"] for claim in made["claims"]} <= ids["actors"] | {"article"}
    assert {claim for finding in made["findings"] for claim in finding["claims"]} <= ids["claims"]
    assert {said["finding"] for said in made["brief"]} <= ids["findings"] | {None}
