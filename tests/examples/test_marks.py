"""Marks on a small record made by hand: all right when it is right, and each wrong thing costs its mark."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest

from evaluation import examples
from evaluation.marks import marks, misses, share

ONE = "Bridge falls\nBy Ann Moor\nTen people died in Graz on Monday, mayor Ute Lenz said.\nShare"
TWO = "Bridge lost\nThe mayor, Lenz, spoke of twelve dead in Graz. Police denied a strike."


def _at(page: str, text: str, exact: str) -> dict[str, Any]:
    start = text.index(exact)
    return {"page": page, "start": start, "end": start + len(exact), "exact": exact}


def _one(exact: str) -> dict[str, Any]:
    return _at("p1", ONE, exact)


def _two(exact: str) -> dict[str, Any]:
    return _at("p2", TWO, exact)


def _article(page: str, text: str, headline: str, roles: dict[str, str]) -> dict[str, Any]:
    blocks = [{"role": role, **{k: _at(page, text, t)[k] for k in ("start", "end")}} for t, role in roles.items()]
    return {
        "id": f"a-{page}", "page": page, "headline": _at(page, text, headline), "outlet": "Daily", "by": [],
        "wires": [], "published": {"value": "2022-05-03T10:00", "basis": "text"}, "blocks": blocks,
    }  # fmt: skip


def _record() -> dict[str, Any]:
    first = _article("p1", ONE, "Bridge falls", {"Bridge falls": "headline", "Share": "navigation"})
    first["by"] = ["Ann Moor"]
    second = _article("p2", TWO, "Bridge lost", {"Bridge lost": "headline"})
    values = [
        {"value": "10", "selectors": [_one("Ten people")]},
        {"value": "12", "selectors": [_two("twelve dead")]},
    ]
    return {
        "pages": [
            {"id": "p1", "location": "x/one.txt", "text": ONE},
            {"id": "p2", "location": "x/two.txt", "text": TWO},
        ],
        "articles": [first, second],
        "origins": [
            {"articles": ["a-p1"], "wires": [], "passages": []},
            {"articles": ["a-p2"], "wires": [], "passages": []},
        ],
        "actors": [{"id": "lenz", "name": "Ute Lenz", "names": ["Ute Lenz", "Lenz"], "offices": [{"title": "mayor"}]}],
        "quotes": [
            {
                "article": "a-p1", "kind": "indirect", "speaker": "lenz", "speaker_selector": _one("mayor Ute Lenz"),
                "content": [_one("Ten people died in Graz on Monday")],
            },
        ],
        "times": [{"selector": _one("Monday"), "timex": {"value": "2022-05-02", "mod": None}}],
        "places": [
            {"id": "graz", "name": "Graz", "country": "AUT", "lat": 47.07, "lon": 15.44, "mentions": [_one("Graz")]},
        ],
        "quantities": [
            {"selector": _two("twelve"), "min": 12, "max": 12, "point": 12, "ordinal": False, "ratio": None},
        ],
        "events": [{"anchor": _two("strike"), "type": "PROTEST", "realis": "negated"}],
        "claims": [
            {"id": "c1", "selector": _one("Ten people died in Graz on Monday")},
            {"id": "c2", "selector": _two("The mayor, Lenz, spoke of twelve dead in Graz.")},
        ],
        "findings": [
            {
                "status": "differs", "origins": 2, "claims": ["c1", "c2"], "text": _one("Ten people died"),
                "differences": [{"aspect": "quantity", "values": values}],
            },
        ],
        "stories": [
            {
                "when": {"earliest": "2022-05-02", "latest": "2022-05-02"}, "where": "graz",
                "figures": [{"role": "killed", "min": 10, "max": 12}],
            },
        ],
    }  # fmt: skip


def _gold() -> dict[str, Any]:
    about = {"outlet": "Daily", "agencies": [], "published": "2022-05-03", "basis": ["text"]}
    support = {"one.txt": "Ten people died", "two.txt": "twelve dead"}
    return {
        "reports": {
            "one.txt": {**about, "title": "Bridge falls", "by": ["Ann Moor"], "not_article": ["Share"]},
            "two.txt": {**about, "title": "Bridge lost", "not_article": []},
        },
        "lineages": {"independent_sources": 2},
        "origins": [
            {"name": "one", "reports": ["one.txt"], "wires": []},
            {"name": "two", "reports": ["two.txt"], "wires": []},
        ],
        "actors": [{"name": "Ute Lenz", "names": ["Ute Lenz", "Lenz"], "roles": ["Mayor"]}],
        "never_merge": [["Ute Lenz", "Police"]],
        "places": [{"name": "Graz", "country": "AUT", "lat": 47.0, "lon": 15.4}],
        "statements": [
            {"report": "one.txt", "speaker": "Ute Lenz", "kind": "indirect", "text": "Ten people died in Graz"},
        ],
        "times": [{"report": "one.txt", "text": "Monday", "value": "2022-05-02"}],
        "quantities": [{"report": "two.txt", "text": "twelve", "low": 12, "high": 12}],
        "events": [{"what": "strike", "type": "PROTEST", "realis": ["negated"], "anchors": {"two.txt": "a strike"}}],
        "findings": [{"what": "toll", "verdict": "differs", "independent_sources": 2, "support": support}],
        "differences": [
            {
                "aspect": "quantity", "what": "toll",
                "values": [
                    {"value": 10, "support": {"one.txt": "Ten people"}},
                    {"value": 12, "support": {"two.txt": "twelve dead"}},
                ],
            },
        ],
        "figures": [{"role": "killed", "min": 10, "max": 12}],
        "when": {"earliest": "2022-05-02", "latest": "2022-05-02"},
        "where": "Graz",
    }  # fmt: skip


def test_a_right_record_misses_nothing() -> None:
    assert misses(_record(), _gold()) == []
    tally = marks(_record(), _gold())
    assert tally["headline"] == (2, 2)
    assert tally["no false conflict"] == (1, 1)
    assert share(tally) == 1.0


def _broken(record: dict[str, Any], path: tuple[str | int, ...], value: object) -> dict[str, Any]:
    broken = copy.deepcopy(record)
    inner: Any = broken
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    return broken


@pytest.mark.parametrize(
    ("path", "value", "kind"),
    [
        (("articles", 0, "headline"), None, "headline"),
        (("articles", 0, "by"), [], "byline"),
        (("articles", 0, "wires"), [{"name": "AP"}], "wire"),
        (("articles", 1, "published"), None, "published"),
        (("articles", 1, "published", "basis"), "url", "published basis"),
        (("articles", 1, "outlet"), None, "outlet"),
        (("articles", 0, "blocks", 1, "role"), "body", "residue"),
        (("origins",), [], "origins"),
        (("origins", 0, "wires"), ["AP"], "origin groups"),
        (("actors", 0, "names"), ["Ute Lenz"], "actors"),
        (("actors", 0, "names"), ["Ute Lenz", "Lenz", "Police"], "kept apart"),
        (("actors", 0, "offices"), [], "offices"),
        (("places", 0, "lat"), 12.0, "places"),
        (("quotes", 0, "content", 0, "end"), 30, "quotes found"),
        (("quotes", 0, "speaker"), None, "speakers"),
        (("quotes", 0, "kind"), "mixed", "quote kinds"),
        (("times", 0, "timex", "value"), None, "times"),
        (("quantities", 0, "max"), 13, "quantities"),
        (("events", 0, "type"), "ASSAULT", "events"),
        (("events", 0, "realis"), "asserted", "realis"),
        (("findings", 0, "origins"), 1, "findings"),
        (("findings", 0, "differences"), [], "differences"),
        (("stories", 0, "figures", 0, "max"), 13, "figures"),
        (("stories", 0, "when"), None, "when"),
        (("stories", 0, "where"), None, "where"),
    ],
)
def test_what_is_wrong_costs_its_mark(path: tuple[str | int, ...], value: object, kind: str) -> None:
    right, total = marks(_broken(_record(), path, value), _gold())[kind]
    assert right == total - 1


def test_a_conflict_that_gold_does_not_know_is_false() -> None:
    record = _record()
    elsewhere = {"id": "c3", "selector": _two("Police denied a strike.")}
    record["claims"].append(elsewhere)
    record["findings"].append(
        {"status": "differs", "origins": 2, "claims": ["c3"], "text": _two("Police"), "differences": []}
    )
    assert marks(record, _gold())["no false conflict"] == (0, 1)


def test_an_update_holds_every_step() -> None:
    gold = _gold()
    gold["updated"] = [{"role": "killed", "values": gold["differences"][0]["values"]}]
    assert marks(_record(), gold)["updated"] == (0, 1)
    assert marks(_broken(_record(), ("findings", 0, "status"), "updated"), gold)["updated"] == (1, 1)


def test_passages_of_an_origin_are_held_against_its_passages() -> None:
    gold = _gold()
    gold["origins"][0] |= {"reports": ["one.txt", "two.txt"], "passages": {"two.txt": ["twelve dead in Graz"]}}
    assert marks(_record(), gold)["origin passages"] == (0, 1)
    record = _broken(_record(), ("origins", 0, "passages"), [_two("twelve dead in Graz")])
    assert marks(record, gold)["origin passages"] == (1, 1)


def test_a_span_of_a_split_quotation_answers_its_own_statement() -> None:
    gold, record = _gold(), _record()
    record["quotes"][0]["content"] = [_one("Ten people died"), _one("in Graz on Monday")]
    gold["statements"] = [{**gold["statements"][0], "text": text} for text in ("Ten people died", "in Graz on Monday")]
    assert marks(record, gold)["quotes found"] == (2, 2)


@pytest.mark.parametrize("event", examples.events(), ids=lambda event: event.name)
def test_an_empty_record_of_an_example_is_marked_without_failing(event: Path) -> None:
    sections = ("pages", "articles", "origins", "actors", "quotes", "times", "places", "quantities", "events")
    record: dict[str, Any] = {section: [] for section in (*sections, "claims", "findings", "stories")}
    gold = examples.expected(event)
    tally = marks(record, gold)
    assert tally["reports"] == (0, len(gold["reports"]))
    assert sum(right for right, _ in tally.values()) == sum(
        tally[kind][0] for kind in ("kept apart", "no false conflict")
    )
