"""Marks for what one report says: its metadata and residue, actors, places, times, quantities, events."""

from __future__ import annotations

from collections.abc import Iterator

from evaluation.tally import Mark
from evaluation.view import Json, Range, View, fold, range_of

OWN_WORDS = frozenset({"headline", "lead", "body", "subhead"})
NEAR = 0.2
"""Degrees of latitude and longitude that a town's coordinates may be off: about 20 km, a large city's width."""


def report_marks(view: View, expected: Json) -> Iterator[Mark]:
    """Headline, wires, date, authors, outlet, and the roles of lines, for each report."""
    for report, gold in expected["reports"].items():
        article = view.articles.get(report)
        if article is None:
            yield Mark("reports", False, report)
            continue
        yield from _metadata_marks(report, gold, article)
        yield from _line_marks(view, report, gold, article)


def _metadata_marks(report: str, gold: Json, article: Json) -> Iterator[Mark]:
    headline = (article["headline"] or {}).get("exact", "")
    yield Mark("headline", fold(headline) == fold(gold["title"]), report)
    wires = sorted({wire["name"] for wire in article["wires"]})
    yield Mark("wire", wires == sorted(gold["agencies"]), f"{report}: {wires}")
    published = article["published"] or {}
    yield Mark("published", published.get("value", "")[:10] == gold["published"], f"{report}: {published}")
    if "basis" in gold:
        yield Mark("published basis", published.get("basis") in gold["basis"], f"{report}: {published}")
    if gold.get("outlet"):
        yield Mark("outlet", fold(article["outlet"] or "") == fold(gold["outlet"]), f"{report}: {article['outlet']}")
    if "by" in gold:
        by = [fold(name) for name in article["by"]]
        yield Mark("byline", by == [fold(name) for name in gold["by"]], f"{report}: {by}")


def _line_marks(view: View, report: str, gold: Json, article: Json) -> Iterator[Mark]:
    blocks = article["blocks"]
    for text in gold["not_article"]:
        roles = _roles(blocks, view.find(report, text))
        yield Mark("residue", bool(roles) and not roles & OWN_WORDS, f"{report}: {text}: {sorted(roles)}")
    for text in gold.get("subheads", []):
        yield Mark("subheads", "subhead" in _roles(blocks, view.find(report, text)), f"{report}: {text}")
    if "caption" in gold:
        yield Mark("caption", "caption" in _roles(blocks, view.find(report, gold["caption"])), report)


def _roles(blocks: list[Json], place: Range | None) -> set[str]:
    return {b["role"] for b in blocks if range_of(b).shared(place)} if place else set()


def actor_marks(view: View, expected: Json) -> Iterator[Mark]:
    """All names of an actor lead to one actor, which has its offices; others are kept apart."""
    for gold in expected["actors"]:
        found = [view.actor(name) for name in gold["names"]]
        ids = {actor["id"] if actor else "" for actor in found}
        yield Mark("actors", len(ids) == 1 and "" not in ids, f"{gold['name']}: {[a and a['name'] for a in found]}")
        titles = {fold(office["title"]) for actor in found if actor for office in actor["offices"]}
        for title in gold.get("roles", []):
            yield Mark("offices", fold(title) in titles, f"{gold['name']}: {title}: {sorted(titles)}")
    for one, other in expected["never_merge"]:
        a, b = view.actor(one), view.actor(other)
        yield Mark("kept apart", not (a and b and a["id"] == b["id"]), f"{one}, {other}")


def place_marks(view: View, expected: Json) -> Iterator[Mark]:
    """The place is found, in its country, near its coordinates."""
    for gold in expected["places"]:
        found = next((p for p in view.record["places"] if fold(gold["name"]) in place_names(p)), None)
        yield Mark("places", found is not None and _lies(found, gold), f"{gold['name']}: {found}")


def place_names(place: Json) -> set[str]:
    """All the names under which the record mentions a place, folded."""
    return {fold(place["name"]), *(fold(mention["exact"]) for mention in place["mentions"])}


def _lies(place: Json, gold: Json) -> bool:
    if place["country"] != gold["country"]:
        return False
    if "lat" not in gold:
        return True
    known = place["lat"] is not None and place["lon"] is not None
    return known and abs(place["lat"] - gold["lat"]) < NEAR and abs(place["lon"] - gold["lon"]) < NEAR


def time_marks(view: View, expected: Json) -> Iterator[Mark]:
    """A time at the passage has the value, or a finer one."""
    for gold in expected["times"]:
        found = view.touching("times", gold["report"], view.find(gold["report"], gold["text"]))
        timexes = [time["timex"] for time in found]
        right = any(_same_time(timex, gold) for timex in timexes)
        yield Mark("times", right, f"{gold['report']}: {gold['text']}: {timexes}")


def _same_time(timex: Json, gold: Json) -> bool:
    modified = "modifier" not in gold or timex["mod"] == "MORE_THAN"
    return modified and (timex["value"] or "").startswith(gold["value"])


def quantity_marks(view: View, expected: Json) -> Iterator[Mark]:
    """A quantity at the passage has the range, the ratio or the rank."""
    for gold in expected["quantities"]:
        found = view.touching("quantities", gold["report"], view.find(gold["report"], gold["text"]))
        right = any(_same_quantity(quantity, gold) for quantity in found)
        got = [(q["min"], q["max"], q["ordinal"], q["ratio"]) for q in found]
        yield Mark("quantities", right, f"{gold['report']}: {gold['text']}: {got}")


def _same_quantity(quantity: Json, gold: Json) -> bool:
    if "ratio" in gold:
        return bool(quantity["ratio"] == gold["ratio"])
    if "ordinal" in gold:
        return bool(quantity["ordinal"] and quantity["point"] == gold["ordinal"])
    return (quantity["min"], quantity["max"]) == (gold["low"], gold["high"])


def event_marks(view: View, expected: Json) -> Iterator[Mark]:
    """At each anchor there is an event of the type, and one with the realis."""
    for gold in expected["events"]:
        for report, text in gold.get("anchors", {}).items():
            found = view.touching("events", report, view.find(report, text), key="anchor")
            found = [event for event in found if gold["type"] in (None, event["type"])]
            realis = [event["realis"] for event in found]
            yield Mark("events", bool(found), f"{report}: {gold['what']}")
            yield Mark("realis", any(r in gold["realis"] for r in realis), f"{report}: {gold['what']}: {realis}")
