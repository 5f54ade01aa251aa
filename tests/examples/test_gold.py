"""The example reports and their gold records hold together, and the checker can fail."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from evaluation import examples

EVENTS = examples.events()
BY_NAME = {event.name: event for event in EVENTS}


def test_there_are_three_events_with_enough_reports_and_outlets() -> None:
    reports = [about for event in EVENTS for about in examples.expected(event)["reports"].values()]
    assert len(EVENTS) == 3
    assert len(reports) >= 14
    assert len({about["outlet"] for about in reports}) >= 7


@pytest.mark.parametrize("name", sorted(BY_NAME))
def test_every_gold_passage_stands_in_its_report(name: str) -> None:
    assert examples.missing(BY_NAME[name]) == []


@pytest.mark.parametrize("name", sorted(BY_NAME))
def test_every_report_says_that_it_is_invented(name: str) -> None:
    assert examples.without_notice(BY_NAME[name]) == []


@pytest.mark.parametrize("name", sorted(BY_NAME))
def test_independent_reports_share_no_long_run_of_words(name: str) -> None:
    assert examples.shared_runs(BY_NAME[name]) == []


@pytest.mark.parametrize("name", sorted(BY_NAME))
def test_every_file_of_an_event_is_known_to_its_gold_record(name: str) -> None:
    event = BY_NAME[name]
    files = {path.name for path in event.iterdir() if path.suffix in {".html", ".txt"}}
    assert files == set(examples.expected(event)["reports"])


@pytest.mark.parametrize("name", sorted(BY_NAME))
def test_about_file_agrees_with_gold(name: str) -> None:
    gold = examples.expected(BY_NAME[name])["reports"]
    with (BY_NAME[name] / "about.csv").open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            about = gold[row["input"]]
            assert row["outlet"] == about["outlet"]
            assert row["date"] in ("", about["published"])
            assert (row["date"] == "") == (about["basis"] == ["story"])


@pytest.mark.parametrize("name", sorted(BY_NAME))
def test_the_origins_are_as_many_as_said_and_cover_every_report(name: str) -> None:
    gold = examples.expected(BY_NAME[name])
    assert len(gold["origins"]) == gold["lineages"]["independent_sources"]
    assert {report for origin in gold["origins"] for report in origin["reports"]} == set(gold["reports"])


@pytest.mark.parametrize("name", sorted(BY_NAME))
def test_a_finding_counts_no_more_origins_than_its_support_has(name: str) -> None:
    gold = examples.expected(BY_NAME[name])
    for finding in gold["findings"]:
        most = sum(bool(set(origin["reports"]) & set(finding["support"])) for origin in gold["origins"])
        assert 1 <= finding["independent_sources"] <= most, finding["what"]
        assert (finding["verdict"] == "single-source") == (finding["independent_sources"] == 1)


def _event(folder: Path, first: str, second: str, text: str) -> Path:
    reports = {"a.txt": first, "b.html": f"<html><head>x</head><body><p>{second}</p></body></html>"}
    for name, body in reports.items():
        (folder / name).write_text(body, encoding="utf-8")
    about = {"title": "Bridge", "not_article": []}
    gold = {
        "reports": dict.fromkeys(reports, about),
        "statements": [{"report": "b.html", "text": text}],
        "origins": [{"reports": ["a.txt"]}, {"reports": ["b.html"]}],
    }
    gold |= {key: [] for key in ("times", "quantities", "events", "findings", "differences", "updated")}
    (folder / "expected.json").write_text(json.dumps(gold), encoding="utf-8")
    return folder


def test_a_passage_that_is_not_there_is_named(tmp_path: Path) -> None:
    event = _event(tmp_path, "Bridge", "Bridge &amp; tunnel", "Bridge & tunnel")
    assert examples.missing(event) == []
    event = _event(tmp_path, "Bridge", "Bridge &amp; tunnel", "the ferry")
    assert examples.missing(event) == [f"{tmp_path.name}/b.html: 'the ferry'"]


def test_a_report_without_the_notice_is_named(tmp_path: Path) -> None:
    event = _event(tmp_path, f"Bridge {examples.NOTICE}", "Bridge", "Bridge")
    assert examples.without_notice(event) == ["b.html"]


def test_a_shared_run_of_words_is_named(tmp_path: Path) -> None:
    run = "one two three four five six seven eight nine ten eleven twelve"
    assert len(examples.shared_runs(_event(tmp_path, run, f"Then {run}", "Then"))) == 1
    assert examples.shared_runs(_event(tmp_path, run, run.replace("six", "6"), "one")) == []
