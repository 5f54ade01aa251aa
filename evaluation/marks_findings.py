"""Marks for what several reports give together: origins, findings, differences, updates, figures, the story."""

from __future__ import annotations

from collections.abc import Iterator

from evaluation.marks_parts import place_names
from evaluation.tally import Mark
from evaluation.view import Json, Range, View, fold, range_of

LONGEST_CLAIM = 500
"""Code points; a claim is a sentence or less, and one that covers a whole report would touch everything."""
STATUS = {"single-source": "single_origin"}
"""Verdicts of the gold records that the record calls otherwise."""


def origin_marks(view: View, expected: Json) -> Iterator[Mark]:
    """How many origins there are, which reports each joins, and which passages of a longer report are its."""
    got, want = len(view.record["origins"]), expected["lineages"]["independent_sources"]
    yield Mark("origins", got == want, f"{got} for {want}")
    for gold in expected.get("origins", []):
        origin = _same_origin(view, gold)
        yield Mark("origin groups", origin is not None, f"{gold['name']}: {gold['reports']}")
        for report, texts in gold.get("passages", {}).items():
            for text in texts:
                held = origin is not None and _has_passage(view, origin, report, view.find(report, text))
                yield Mark("origin passages", held, f"{gold['name']}: {report}: {text}")


def _same_origin(view: View, gold: Json) -> Json | None:
    want = sorted(gold["reports"])
    alike = (o for o in view.record["origins"] if _origin_reports(view, o) == want)
    return next((o for o in alike if sorted(o["wires"]) == sorted(gold["wires"])), None)


def _origin_reports(view: View, origin: Json) -> list[str]:
    whole = {view.report_of[article] for article in origin["articles"]}
    return sorted(whole | {view.reports[passage["page"]] for passage in origin["passages"]})


def _has_passage(view: View, origin: Json, report: str, place: Range | None) -> bool:
    here = (range_of(p) for p in origin["passages"] if view.reports[p["page"]] == report)
    return place is not None and 2 * sum(one.shared(place) for one in here) >= place.length


def finding_marks(view: View, expected: Json) -> Iterator[Mark]:
    """A finding joins exactly the reports that support it, with the status and the count of origins."""
    for gold in expected["findings"]:
        ranges = view.ranges(gold["support"])
        whole = len(ranges) == len(gold["support"])
        hits = [f for f in view.record["findings"] if whole and _touched(view, f, ranges) == set(ranges)]
        got = [(f["status"], f["origins"]) for f in hits]
        want = (STATUS.get(gold["verdict"], gold["verdict"]), gold.get("independent_sources", 1))
        yield Mark("findings", want in got, f"{gold['what']}: {got} for {want}")


def _touched(view: View, finding: Json, ranges: dict[str, Range]) -> set[str]:
    """The reports in which a claim of the finding and the supporting passage cover half of the shorter of the two."""
    touched = set()
    for claim in finding["claims"]:
        selector = view.claims[claim]["selector"]
        report = view.reports[selector["page"]]
        if report in ranges and _covers(range_of(selector), ranges[report]):
            touched.add(report)
    return touched


def _covers(claim: Range, support: Range) -> bool:
    return claim.length <= LONGEST_CLAIM and 2 * claim.shared(support) >= min(claim.length, support.length)


def difference_marks(view: View, expected: Json) -> Iterator[Mark]:
    """A finding that differs in the aspect gives each value apart, on the passages that give it."""
    for gold in expected.get("differences", []):
        shown = [
            difference["values"]
            for finding in view.record["findings"]
            if finding["status"] == "differs"
            for difference in finding["differences"]
            if difference["aspect"] == gold["aspect"]
        ]
        right = any(_tells_apart(view, variants, gold["values"]) for variants in shown)
        yield Mark("differences", right, f"{gold['what']}: {[[v['value'] for v in variants] for variants in shown]}")


def _tells_apart(view: View, variants: list[Json], values: list[Json]) -> bool:
    """Whether each gold value has a variant, and no two share one."""
    owners = [_variant_of(view, variants, value["support"]) for value in values]
    return None not in owners and len(set(owners)) == len(values)


def _variant_of(view: View, variants: list[Json], support: dict[str, str]) -> int | None:
    ranges = view.ranges(support)
    return next((i for i, v in enumerate(variants) if _any_at(view, v["selectors"], ranges)), None)


def _any_at(view: View, selectors: list[Json], ranges: dict[str, Range]) -> bool:
    """Whether one of the selectors overlaps the passage of its report."""
    placed = ((ranges.get(view.reports[s["page"]]), range_of(s)) for s in selectors)
    return any(place is not None and place.shared(one) > 0 for place, one in placed)


def update_marks(view: View, expected: Json) -> Iterator[Mark]:
    """A finding that is an update holds claims for every step of the figure."""
    updates = [_selectors(view, f) for f in view.record["findings"] if f["status"] == "updated"]
    for gold in expected.get("updated", []):
        steps = [view.ranges(value["support"]) for value in gold["values"]]
        right = any(all(_any_at(view, selectors, step) for step in steps) for selectors in updates)
        yield Mark("updated", right, f"{gold['role']}: {[value['value'] for value in gold['values']]}")


def _selectors(view: View, finding: Json) -> list[Json]:
    return [view.claims[claim]["selector"] for claim in finding["claims"]]


def figure_marks(view: View, expected: Json) -> Iterator[Mark]:
    """The story has the figure, with no value outside the gold range."""
    shown = {f["role"]: f for story in view.record["stories"] for f in story["figures"]}
    for gold in expected.get("figures", []):
        figure = shown.get(gold["role"])
        right = figure is not None and gold["min"] <= figure["min"] <= figure["max"] <= gold["max"]
        yield Mark("figures", right, f"{gold['role']}: {figure and (figure['min'], figure['max'])}")


def story_marks(view: View, expected: Json) -> Iterator[Mark]:
    """There is one story; its happening lies within the days and at the place of gold."""
    stories = view.record["stories"]
    story = stories[0] if len(stories) == 1 else {}
    if "when" in expected:
        when, gold = story.get("when") or {}, expected["when"]
        first, last = when.get("earliest") or "", when.get("latest") or when.get("earliest") or ""
        yield Mark("when", gold["earliest"] <= first <= last <= gold["latest"], f"{when}")
    if "where" in expected:
        place = next((p for p in view.record["places"] if p["id"] == story.get("where")), None)
        right = place is not None and fold(expected["where"]) in place_names(place)
        yield Mark("where", right, f"{place and place['name']}")


def false_conflict_marks(view: View, expected: Json) -> Iterator[Mark]:
    """One mark: every finding that differs is one of those that gold calls different."""
    known = [view.ranges(f["support"]) for f in expected["findings"] if f["verdict"] == "differs"]
    known += [view.ranges(v["support"]) for d in expected.get("differences", []) for v in d["values"]]
    conflicts = [f for f in view.record["findings"] if f["status"] == "differs"]
    false = [f for f in conflicts if not any(_touched(view, f, ranges) for ranges in known)]
    yield Mark("no false conflict", not false, f"{[f['text']['exact'][:60] for f in false]}")
