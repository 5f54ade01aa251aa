"""What the commands promise: the order of lines, the same bytes whatever the workers, the order of files, repeats."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.command import FERRY, RULES, TUG, Result, page, rows_file, run, run_anew
from twosource.formats.schema import shipped_schema


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Rows of JSONL with some that fail, and files of two reports."""
    folder = tmp_path_factory.mktemp("promises")
    rows: list[dict[str, object]] = [
        {
            "id": f"row {n}",
            "outlet": f"Outlet {n}",
            "date": f"2021-03-{n:02}",
            "text": (FERRY, TUG)[n % 2].replace("T", "T" * n),
        }
        for n in range(1, 11)
    ]
    rows_file(folder / "rows.jsonl", [*rows[:4], {"id": "bad"}, *rows[4:], {"id": "html", "html": page(TUG)}])
    (folder / "ferry.txt").write_text(FERRY)
    (folder / "tug.html").write_text(page(TUG))
    return folder


@pytest.fixture(scope="module")
def by_three(folder: Path) -> Result:
    """What `read` makes of the rows and a file, by three workers."""
    return run("read", "rows.jsonl", "tug.html", "--workers", "3", cwd=folder)


def test_the_number_of_workers_changes_no_byte_of_what_is_read(by_three: Result, folder: Path) -> None:
    assert run("read", "rows.jsonl", "tug.html", "--workers", "1", cwd=folder) == by_three


@pytest.mark.parametrize("command", [["brief", "--format", "json", *RULES], ["origins"]])
def test_the_number_of_workers_changes_no_byte(command: list[str], folder: Path) -> None:
    one, three = (run(*command, "rows.jsonl", "--workers", n, cwd=folder) for n in ("1", "3"))
    assert one == three
    assert one.status == 1
    assert one.out


def test_read_keeps_the_order_and_each_line_is_a_record_by_the_schema(by_three: Result) -> None:
    from jsonschema import Draft202012Validator

    assert by_three.status == 1
    ids = [row["input_id"] for row in by_three.rows]
    assert ids == [f"row {n}" for n in range(1, 5)] + ["bad"] + [f"row {n}" for n in range(5, 11)] + [
        "html",
        "tug.html",
    ]
    assert sorted(by_three.rows[4]) == ["error", "input_id"]
    validator = Draft202012Validator(shipped_schema())
    for row in by_three.rows[:4] + by_three.rows[5:]:
        validator.validate(row)


def test_the_order_of_files_changes_no_byte_of_a_brief(folder: Path) -> None:
    files = ["ferry.txt", "rows.jsonl", "tug.html", "ferry.txt"]
    for name, order in (("one", files), ("other", files[::-1])):
        (folder / name).mkdir()
        run("brief", *order, "--format", "json,md,html", "-o", f"{name}/brief", *RULES, cwd=folder)
    for suffix in ("json", "md", "html"):
        one, other = ((folder / name / f"brief.{suffix}").read_bytes() for name in ("one", "other"))
        assert one == other
        assert b"Outlet 1" in one
    record = json.loads((folder / "one" / "brief.json").read_text())
    assert len({article["id"] for article in record["articles"]}) == len(record["articles"]) == 13  # the file once


def test_the_same_text_from_two_outlets_is_two_articles_of_one_origin(tmp_path: Path) -> None:
    rows = [{"id": outlet, "outlet": outlet, "text": FERRY} for outlet in ("Fjord Post", "Harbour News")]
    rows_file(tmp_path / "rows.jsonl", [*rows, {"id": "Tug Times", "outlet": "Tug Times", "text": TUG}])
    record = json.loads(run("brief", "rows.jsonl", "--one-story", "--format", "json", cwd=tmp_path).out)
    assert len({x["id"] for x in record["articles"]}) == 3
    assert len({x["id"] for x in record["pages"]}) == len(record["pages"]) == 2
    together = [x for x in record["origins"] if len(x["articles"]) == 2]
    outlet = {x["id"]: x["outlet"] for x in record["articles"]}
    assert [{outlet[a] for a in x["articles"]} for x in together] == [{"Fjord Post", "Harbour News"}]
    assert all(x["origins"] == 1 for x in record["findings"] if x["status"] == "single_origin")
    origins = run_anew("origins", "rows.jsonl", cwd=tmp_path).rows
    assert origins[0]["origin"] == origins[1]["origin"] != origins[2]["origin"]
