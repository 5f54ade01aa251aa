"""The export of a desk says what its pages say: story by story, judgements applied, the same bytes each time."""

from __future__ import annotations

import csv
import json
import os
import signal
import subprocess
import time
from pathlib import Path

import jsonschema
import lxml.html
import pyarrow.parquet as pq
import pytest

from tests.cli.command import COMMAND, HUNG, run, run_anew, said
from tests.formats.invented import HOSTILE
from tests.stores.made import FIRE, STRIKE, arrival
from twosource.desk.export import chosen, records
from twosource.desk.folder import make_desk
from twosource.desk.judged import JudgedStore
from twosource.desk.judging import judge
from twosource.desk.versions import VersionedStore
from twosource.desk.works import work_out
from twosource.formats import EXPORTERS
from twosource.formats.schema import shipped_schema
from twosource.judgements import proposals
from twosource.stores.base import Store
from twosource.stores.sqlite import SqliteStore
from twosource.vocab.events import OWN_TYPES

from .web.reports import REPORTS

STRANGE = (
    f"{HOSTILE[1]} by the sea\n\nA warehouse burned in Tarvik on Monday, {HOSTILE[0]} said. {HOSTILE[2]} was hurt.\n"
)
FILES = [name for name in EXPORTERS if name not in ("html", "md", "json")]


def fill(store: Store) -> None:
    """Three stories: a bridge (May 2031, four reports, one of them undated), a strike, and one of hostile words."""
    stories = {
        "story:bridge": [arrival(**_told(row), name=f"b{n}.txt") for n, row in enumerate(REPORTS)],
        "story:strike": [arrival(STRIKE, "s.txt", date="2031-04-02"), arrival(FIRE, "f.txt", date="2031-04-03")],
        "story:strange": [arrival(STRANGE, "x.txt", outlet=HOSTILE[2])],
    }
    with store.writer() as writer:
        for story, arrivals in stories.items():
            writer.keep(arrivals)
            writer.assign(dict.fromkeys((a.reading.article.id for a in arrivals), story))


def _told(row: dict[str, str]) -> dict[str, str]:
    return {"text": row["text"], "outlet": row["outlet"], "date": row["date"]}


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    fill(make_desk(tmp_path / "desk"))
    return tmp_path / "desk"


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Everything that can be exported of a desk."""
    folder = tmp_path_factory.mktemp("exported")
    fill(make_desk(folder / "desk"))
    names = ",".join([*FILES, "html", "md", "judgements.jsonl"])
    ended = run_anew("export", "--desk", folder / "desk", "--format", names, "-o", folder / "all")
    assert (ended.status, ended.out, ended.err) == (0, "", "twosource: 3 stories\n")
    return folder


def export(desk: Path, format: str, *more: str) -> str:
    ended = run("export", "--desk", desk, "--format", format, *more)
    assert ended.status == 0, ended.err
    return ended.out


def test_a_line_of_the_record_for_each_story_the_latest_first(exported: Path) -> None:
    lines = (exported / "all.record.jsonl").read_text().splitlines()
    found = [json.loads(line) for line in lines]
    assert [record["stories"][0]["id"] for record in found] == ["story:bridge", "story:strike", "story:strange"]
    for record in found:
        jsonschema.validate(record, shipped_schema(), cls=jsonschema.Draft202012Validator)
        assert record["findings"]


def test_tables_are_joined_by_the_story(exported: Path) -> None:
    stories = {}
    for line in (exported / "all.record.jsonl").read_text().splitlines():
        record = json.loads(line)
        stories[record["stories"][0]["id"]] = record
    for name in ("events", "quotes", "findings"):
        with (exported / f"all.{name}.csv").open(newline="") as file:
            rows = list(csv.DictReader(file, strict=True))
        wanted = [(one["id"], story) for story, record in stories.items() for one in record[name]]
        assert [(row["id"], row["story"]) for row in rows] == wanted
        table = pq.read_table(exported / f"all.{name}.parquet")
        assert [(r["id"], r["story"]) for r in table.to_pylist()] == wanted


def test_other_formats_hold_all_stories(exported: Path) -> None:
    records = [json.loads(line) for line in (exported / "all.record.jsonl").read_text().splitlines()]
    told = [(e["id"], r["stories"][0]["id"]) for r in records for e in r["events"] if e["type"] not in OWN_TYPES]
    plover = [json.loads(line) for line in (exported / "all.plover.jsonl").read_text().splitlines()]
    assert [(row["id"], row["story"]) for row in plover] == told
    assert told
    annotations = json.loads((exported / "all.annotations.jsonld").read_text())
    assert len(annotations["items"]) == sum(len(r["quotes"]) + len(r["events"]) + len(r["findings"]) for r in records)
    places = json.loads((exported / "all.geojson").read_text())
    ids = [feature["id"] for feature in places["features"]]
    assert len(set(ids)) == len(ids)


def test_a_page_for_each_story_and_an_index_that_needs_no_network(exported: Path) -> None:
    folder = exported / "all.html"
    index = lxml.html.parse(folder / "index.html").getroot()
    links = [str(link) for link in index.xpath("//@href")]
    assert {folder / link for link in links} | {folder / "index.html"} == set(folder.iterdir())
    for path in folder.iterdir():
        page = lxml.html.parse(path).getroot()
        assert page.xpath("//script | //img | //link[not(starts-with(@href, '#'))] | //iframe") == []
        assert all(h.startswith("#") for h in page.xpath("//@href")) or path.name == "index.html"
        assert page.xpath("//h1")
    strange = index.xpath("//a[contains(@href, 'strange')]")[0].text_content()
    assert HOSTILE[1].split()[0] in strange


def test_the_index_in_markdown_leads_to_each_page(exported: Path) -> None:
    folder = exported / "all.md"
    index = (folder / "index.md").read_text()
    names = {path.name for path in folder.iterdir()} - {"index.md"}
    assert len(names) == 3
    assert all(f"]({name})" in index for name in names)
    assert index.count("\n- ") == 3, "a headline cannot begin a line of its own"
    assert "<script" not in index.replace("\\<script", "")


def test_exported_again_it_is_the_same_bytes(exported: Path) -> None:
    names = ",".join(FILES)
    ended = run("export", "--desk", exported / "desk", "--format", names, "-o", exported / "again")
    assert ended.status == 0
    for name in FILES:
        assert (exported / f"again.{name}").read_bytes() == (exported / f"all.{name}").read_bytes(), name


def test_what_was_kept_and_what_is_worked_out_give_the_same(desk: Path) -> None:
    first = export(desk, "record.jsonl")
    with SqliteStore(desk / "desk.sqlite").writer() as writer:
        writer.drop_works_unless("nothing")
    assert export(desk, "record.jsonl") == first
    with SqliteStore(desk / "desk.sqlite").view() as view:
        assert view.work("story:bridge"), "what was worked out for an export is kept"


def test_what_people_decided_is_applied_and_goes_with_it(desk: Path, tmp_path: Path) -> None:
    store = JudgedStore(VersionedStore(SqliteStore(desk / "desk.sqlite")))
    with store.view() as view:
        (bridge,) = records(store, view, ["story:bridge"])
    wrong = next(f for f in bridge.findings if f.status == "single_origin")
    judge(store, proposals.wrong(bridge, wrong.id, "nothing"), who="Ada", why="says nothing")
    ended = run("export", "--desk", desk, "--format", "record.jsonl")
    record = json.loads(ended.out.splitlines()[0])
    assert wrong.id not in {f["id"] for f in record["findings"]}
    assert [(j["who"], j["why"], j["applied"]) for j in record["judgements"]] == [("Ada", "says nothing", True)]
    assert "--format judgements.jsonl" in ended.err
    theirs = tmp_path / "theirs"
    fill(make_desk(theirs))
    decisions = tmp_path / "ours.jsonl"
    decisions.write_text(export(desk, "judgements.jsonl"))
    assert run("desk", "judge", theirs, "--from", decisions).status == 0
    assert export(theirs, "record.jsonl") == ended.out


def test_stories_that_people_made_one_are_exported_as_one(desk: Path) -> None:
    store = SqliteStore(desk / "desk.sqlite")
    with store.view() as view:
        two = [[row.article for row in view.rows_in(story)] for story in ("story:bridge", "story:strange")]
    judge(store, proposals.one_story(*two), who="Ada", why="one event")
    found = [json.loads(line) for line in export(desk, "record.jsonl").splitlines()]
    assert [len(record["articles"]) for record in found] == [5, 2]


@pytest.mark.parametrize(
    ("since", "until", "wanted"),
    [
        ("", "", ["bridge", "strike", "strange"]),
        ("2031-05", "", ["bridge"]),
        ("", "2031-04-02", ["strike"]),
        ("2031-04-03", "2031-05-05", ["bridge", "strike"]),
        ("2031-05-06", "2031", ["bridge"]),
        ("2032", "", []),
    ],
)
def test_stories_between_days(since: str, until: str, wanted: list[str], desk: Path) -> None:
    with SqliteStore(desk / "desk.sqlite").view() as view:
        assert chosen(view, since=since, until=until) == [f"story:{name}" for name in wanted]


def test_one_story_is_one_file(desk: Path, tmp_path: Path) -> None:
    for name in ("html", "md", "json"):
        path = tmp_path / f"bridge.{name}"
        assert run("export", "--desk", desk, "--story", "story:bridge", "-o", path).status == 0
        assert "Osterlund" in path.read_text()
    assert export(desk, "record.jsonl", "--story", "story:bridge") == (tmp_path / "bridge.json").read_text()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], "nothing to export: give a record that brief or read wrote, or --desk DIR"),
        (["r.json", "--desk", "desk"], "r.json and the desk desk are given: export one of them at a time"),
        (["r.json", "--story", "story:1"], "--story, --since and --until choose among the stories of a desk"),
        (["--desk", "desk"], "which format? --format takes one or several of html, md, record.jsonl,"),
        (["--desk", "desk", "--format", "json"], "json holds one record: take record.jsonl"),
        (["--desk", "desk", "--format", "docx"], "no format is called 'docx'; known: html, md, record.jsonl,"),
        (["--desk", "desk", "--format", "md"], "a page for each story needs a folder: name a new one with -o"),
        (["--desk", "desk", "--format", "md", "-o", "desk"], "desk: something is here already: name a new folder"),
        (["--desk", "desk", "--format", "md", "-o", "none/md"], "none/md: there is no folder none: make it"),
        (["--desk", "desk", "--format", "geojson", "--since", "May"], "May: a day is wanted: 2031-05-05"),
        (["--desk", "desk", "--format", "geojson", "--story", "story:9"], "this desk has no story story:9"),
        (["--desk", "desk", "--format", "geojson", "-o", "desk/desk.sqlite"], "this is one of the inputs"),
    ],
)
def test_wrong_usage_is_said_in_a_line(arguments: list[str], told: str, desk: Path) -> None:
    ended = said("export", *arguments, cwd=desk.parent)
    assert (ended.status, ended.out) == (2, "")
    assert told in ended.err
    assert ended.err.count("\n") == 1
    assert [path.name for path in desk.parent.iterdir()] == ["desk"]


def test_an_empty_desk_is_an_empty_export(tmp_path: Path) -> None:
    make_desk(tmp_path / "desk")
    ended = run("export", "--desk", tmp_path / "desk", "--format", "findings.csv")
    assert (ended.status, ended.err) == (0, "twosource: 0 stories\n")
    assert ended.out.startswith("id,story,status")
    assert ended.out.count("\n") == 1


def test_ctrl_c_leaves_what_stood_there_before(tmp_path: Path) -> None:
    store = make_desk(tmp_path / "desk")
    with store.writer() as writer:  # stories enough for seconds of work
        for n in range(150):
            made = [arrival(f"{row['text']} No {n}.\n", f"{n}.txt", date=row["date"]) for row in REPORTS[:1]]
            writer.keep(made)
            writer.assign(dict.fromkeys((a.reading.article.id for a in made), f"story:{n}"))
    out = tmp_path / "out"
    out.mkdir()
    (out / "a.findings.csv").write_text("yesterday\n")
    command = [*COMMAND, "export", "--desk", tmp_path / "desk", "--format", "findings.csv,html", "-o", out / "a"]
    with subprocess.Popen([*map(str, command)], stderr=subprocess.PIPE, text=True) as process:
        while not any(folder.is_dir() and len(list(folder.iterdir())) > 2 for folder in out.iterdir()):
            assert process.poll() is None
            time.sleep(0.01)
        os.kill(process.pid, signal.SIGINT)
        _, told = process.communicate(timeout=HUNG)
    assert process.returncode == 130
    assert told == "twosource: ended; no file was changed\n"
    assert [path.name for path in out.iterdir()] == ["a.findings.csv"]
    assert (out / "a.findings.csv").read_text() == "yesterday\n"


def test_an_export_sees_the_desk_as_it_was_when_it_began(desk: Path) -> None:
    store = JudgedStore(VersionedStore(SqliteStore(desk / "desk.sqlite")))
    with store.view() as view:
        found = records(store, view, chosen(view))
        first = next(found)
        with store.writer() as writer:
            late = arrival("Late\n\nThe tram was late on Friday, a driver said.\n", "t.txt")
            writer.keep([late])
            writer.assign({late.reading.article.id: "story:strike"})
        rest = list(found)
    assert [len(record.articles) for record in [first, *rest]] == [4, 2, 1]
    assert work_out(store) == 1, "what was worked out of articles that are no longer all is not kept"
