"""The JSON API: held to its own document by schemathesis against the real server, and to the pages of the desk."""

from __future__ import annotations

import json
import re
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import hypothesis
import jsonschema
import pytest
import schemathesis
from schemathesis import openapi

from tests.formats.invented import HOSTILE
from tests.stores.made import STRIKE
from twosource.codec import encode, record_json
from twosource.desk.export import records
from twosource.desk.folder import make_desk
from twosource.desk.judged import JudgedStore
from twosource.desk.judging import judge, undo
from twosource.desk.versions import VersionedStore
from twosource.desk.web.api.openapi import document
from twosource.desk.web.api.problems import MEDIA_TYPE
from twosource.desk.web.api.table import TABLE
from twosource.formats.schema import shipped_schema
from twosource.judgements import proposals
from twosource.stores.base import Rejected, SavedSearch, Search, Store

from .browser import SLOW, fill, serving
from .reports import REPORTS

SEED = 20_311_205
EXAMPLES = 12
"""Of each path, valid and invalid ones each: with all checks a quarter of a minute."""


def made(folder: Path) -> Store:
    """A desk with something of every kind: stories, hostile words, judgements, a saved search, a quarantine."""
    store = JudgedStore(VersionedStore(make_desk(folder)))
    fill(store, [{"text": STRIKE, "outlet": "Quay"}], "story:2")
    fill(store, [{"text": f"{HOSTILE[1]}\n\n{HOSTILE[0]} said.\n\n“{HOSTILE[2]}”", "outlet": HOSTILE[3]}], "story:3")
    fill(store, REPORTS)
    with store.writer() as writer:
        writer.reject([Rejected(input_id=HOSTILE[0], reason="no text"), Rejected(input_id="b", reason="too large")])
        search = Search(words="bridge", since="2031-05")
        writer.save_search(SavedSearch(id="search:1", name=HOSTILE[1], search=search, made="2031-05-07", read=1))
    with store.view() as view:
        (bridge,) = records(store, view, ["story:1"])
    judge(store, proposals.wrong(bridge, bridge.findings[-1].id, "nothing"), who=HOSTILE[2], why="says nothing")
    undo(store, who="Ada")
    judge(store, proposals.wrong(bridge, bridge.findings[-2].id, "nothing"), who="Ada", why="nor this")
    return store


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Store]]:
    """The address of a served desk, without the last slash, and its store."""
    store = made(tmp_path_factory.mktemp("api") / "desk")
    with serving(store) as browser:
        yield browser.root.rstrip("/"), store


@pytest.fixture(scope="module")
def root(served: tuple[str, Store]) -> str:
    return served[0]


def asked(url: str, method: str = "GET") -> tuple[int, str, bytes]:
    """Status, media type, body."""
    try:
        with urllib.request.urlopen(urllib.request.Request(url, method=method)) as answer:
            return answer.status, answer.headers["content-type"], answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers["content-type"], error.read()


def got(url: str) -> Any:
    status, media_type, body = asked(url)
    assert (status, media_type) == (200, "application/json"), body
    return json.loads(body)


def ids(root: str) -> dict[str, str]:
    """An id of each kind that paths take."""
    story = got(f"{root}/api/stories")["stories"][0]["id"]
    found = got(f"{root}/api/stories/{story}/findings?size=1")["findings"][0]
    article = found["passages"][0]["article"]
    return {"story": story, "finding": found["finding"]["id"], "article": article}


def test_the_document_is_openapi_as_served(root: str) -> None:
    served = got(f"{root}/api/openapi.json")
    assert served == json.loads(json.dumps(document()))
    assert served["openapi"].startswith("3.1")
    for schema in served["components"]["schemas"].values():
        jsonschema.Draft202012Validator.check_schema(schema)


KINDS = [
    *((endpoint.path, "positive") for endpoint in TABLE),
    *((e.path, "negative") for e in TABLE if any(p.place == "query" for p in e.parameters)),
]


@pytest.mark.parametrize(("path", "kind"), KINDS)
def test_every_answer_is_as_the_document_says(path: str, kind: str, root: str) -> None:
    """Parameters that schemathesis makes up, ids that are there in half of the questions, all of its checks."""
    mode = schemathesis.GenerationMode(kind)
    config = schemathesis.Config.from_dict({"generation": {"mode": kind, "deterministic": True}, "seed": SEED})
    operation = openapi.from_url(f"{root}/api/openapi.json", config=config)[path]["GET"]
    known = ids(root)

    @hypothesis.settings(
        max_examples=EXAMPLES, derandomize=True, deadline=None, database=None,
        suppress_health_check=list(hypothesis.HealthCheck),
    )  # fmt: skip
    @hypothesis.given(case=operation.as_strategy(generation_mode=mode), there=hypothesis.strategies.booleans())
    def ask(case: schemathesis.Case, there: bool) -> None:
        if there:
            case.path_parameters = {name: known[name] for name in case.path_parameters or {}}
        case.call_and_validate()

    ask()


def test_a_wrong_document_would_be_noticed(root: str) -> None:
    """The checks can fail: where the document promises another field, the same question is refused."""
    wrong = json.loads(json.dumps(document()))
    wrong["components"]["schemas"]["DeskStatus"]["required"].append("never_there")
    operation = openapi.from_dict(wrong)["/api/status"]["GET"]
    with pytest.raises(BaseExceptionGroup) as raised:
        operation.Case().call_and_validate(base_url=root)
    assert "never_there" in str(raised.value.exceptions)


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("/api/stories?page=0", 422, "page: a number from 1 to 10000 is wanted, as in page=2"),
        ("/api/stories?size=101", 422, "size: a number from 1 to 100 is wanted"),
        ("/api/stories?size=\u0663", 422, "size: a number"),
        ("/api/stories?speker=Roe", 422, "speker: no such parameter here; known: q, speaker, place"),
        ("/api/stories?q=a&q=b", 422, "q: given more than once"),
        ("/api/stories?from=2031-02-30", 422, "from: a day, month or year of the calendar is wanted"),
        ("/api/stories?from=2031-02-29", 422, "from: 2031-02-29 is no day of the calendar"),
        ("/api/stories?status=true", 422, "status: one of corroborated, updated, differs, single_origin is wanted"),
        ("/api/search?q=" + "a" * 201, 422, "q: 0 to 200 characters are wanted"),
        ("/api/who", 422, "name: wanted, as in name=Ann Roe"),
        ("/api/stories/story:1?parts=pages,all", 422, "parts: one of pages, articles"),
        ("/api/stories/story:9", 404, "There is no story story:9"),
        ("/api/stories/story:1/findings/finding:9", 404, "This story has no such finding any more"),
        ("/api/articles/article:9", 404, "There is no report article:9"),
        ("/api/stories/a%0Ab", 404, "There is no story a"),
        ("/api/stories/a%2Fb", 404, "There is no such path"),
        ("/api/stories/", 404, "There is no such path"),
        ("/api/%0A", 404, "There is no such path"),
        ("/api/%FF%00", 404, "There is no such path"),
    ],
)
def test_what_cannot_be_answered_is_a_problem_in_words(path: str, status: int, said: str, root: str) -> None:
    found, media_type, body = asked(root + urllib.parse.quote(path, safe="/?=&%:,"))
    assert (found, media_type) == (status, "application/problem+json")
    problem = json.loads(body)
    jsonschema.validate(problem, document()["components"]["schemas"]["Problem"])
    assert problem["status"] == status
    assert problem["detail"].startswith(said)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_it_reads_only(method: str, root: str) -> None:
    status, media_type, body = asked(f"{root}/api/stories", method)
    assert (status, media_type) == (405, MEDIA_TYPE)
    problem = json.loads(body)
    jsonschema.validate(problem, document()["components"]["schemas"]["Problem"])
    assert (problem["status"], problem["detail"]) == (405, "This desk can be read only.")


def test_a_fault_of_the_desk_is_a_problem_in_words_too(root: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ArithmeticError("two and two")

    monkeypatch.setattr("twosource.desk.web.api.reports.search_of", fail)
    status, media_type, body = asked(f"{root}/api/search?q=bridge")
    assert (status, media_type) == (500, MEDIA_TYPE)
    assert "a fault of the desk, not yours (ArithmeticError)" in json.loads(body)["detail"]


def test_words_that_were_not_looked_for_are_told(root: str) -> None:
    long = "bridge " + " ".join("abcdefgh"[n] * 9 for n in range(8))
    assert got(f"{root}/api/search?q={urllib.parse.quote(long)}")["left_out"] == ["bridge"]
    assert got(f"{root}/api/search?q=bridge")["left_out"] == []
    shown = asked(f"{root}/search?q={urllib.parse.quote(long)}")[2].decode()
    assert 'not these: <span dir="auto">bridge</span>' in shown
    assert asked(f"{root}/api/stories", "HEAD")[::2] == (200, b"")


def test_the_guard_stands_before_it(root: str) -> None:
    request = urllib.request.Request(f"{root}/api/status", headers={"Host": "desk.example"})
    with pytest.raises(urllib.error.HTTPError, match="400"):
        urllib.request.urlopen(request)
    with urllib.request.urlopen(f"{root}/api/status") as answer:
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["cross-origin-resource-policy"] == "same-origin"


def test_a_story_is_its_record(served: tuple[str, Store]) -> None:
    root, store = served
    record = got(f"{root}/api/stories/story:1")
    jsonschema.validate(record, shipped_schema(), cls=jsonschema.Draft202012Validator)
    with store.view() as view:
        (exported,) = records(store, view, ["story:1"])
    assert record == encode(record_json(exported)), "the API and an export say the same"
    assert record["judgements"]
    parts = got(f"{root}/api/stories/story:1?parts=brief,findings")
    assert parts == {key: record[key] for key in ("format", "findings", "brief")}


def test_a_finding_has_its_passages_and_origins(root: str) -> None:
    record = got(f"{root}/api/stories/story:1")
    claims = {claim["id"]: claim for claim in record["claims"]}
    pages = {page["id"]: page["text"] for page in record["pages"]}
    listed = got(f"{root}/api/stories/story:1/findings?size=100")
    assert listed["part"]["count"] == len(record["findings"])
    for one in listed["findings"]:
        finding = one["finding"]
        assert finding == next(f for f in record["findings"] if f["id"] == finding["id"])
        assert {p["letter"] for p in one["passages"]} == {origin["letter"] for origin in one["origins"]}
        assert {o["id"] for o in one["origins"]} == {claims[c]["origin"] for c in finding["claims"]}
        for passage in one["passages"]:
            at = passage["selector"]
            assert pages[at["page"]][at["start"] : at["end"]] == at["exact"]
        assert got(f"{root}/api/stories/story:1/findings/{finding['id']}") == one


def test_parts_of_a_list_make_the_whole(root: str) -> None:
    whole = got(f"{root}/api/stories/story:1/findings?size=100")["findings"]
    path, found = "/api/stories/story:1/findings?size=3", []
    while path:
        answer = got(root + path)
        found += answer["findings"]
        path = answer["part"]["next"]
    assert found == whole


def test_the_list_of_stories_works_nothing_out(tmp_path: Path) -> None:
    store = make_desk(tmp_path / "desk")
    fill(store, REPORTS)
    with serving(store) as browser:
        root = browser.root.rstrip("/")
        (head,) = got(f"{root}/api/stories")["stories"]
        assert (head["reports"], head["origins"], head["counts"]) == (4, None, [])
        with store.view() as view:
            assert view.work("story:1") is None
        record = got(f"{root}/api/stories/story:1")
        for _ in range(20 * SLOW):
            (head,) = got(f"{root}/api/stories")["stories"]
            if head["origins"]:
                break
            time.sleep(0.05)
        assert head["origins"] == len(record["origins"])
        assert sum(count["findings"] for count in head["counts"]) == len(record["findings"])


def test_filters_are_those_of_the_search_page(root: str) -> None:
    bridge = got(f"{root}/api/search?q=bridge&outlet=Herald")
    assert [hit["report"]["outlet"] for hit in bridge["reports"]] == ["Herald"]
    assert any(run["found"] and run["words"].lower() == "bridge" for run in bridge["reports"][0]["excerpt"])
    assert [s["id"] for s in got(f"{root}/api/stories?q=bridge")["stories"]] == ["story:1"]
    assert got(f"{root}/api/stories?speaker=Roe&from=2031-05-05&to=2031-05")["part"]["count"] == 1
    assert got(f"{root}/api/stories?from=2032")["stories"] == []


def test_an_article_has_its_text_and_blocks(root: str) -> None:
    found = got(f"{root}/api/articles/{ids(root)['article']}")
    assert found["article"]["page"] == found["page"]["id"]
    assert all(b["end"] <= len(found["page"]["text"]) for b in found["article"]["blocks"])
    assert found["story"] == "story:1"


def test_who_said_what(root: str) -> None:
    names = [one["name"] for one in got(f"{root}/api/actors?name=roe")["actors"]]
    assert "Ann Roe" in names
    said = got(f"{root}/api/who?name=Ann%20Roe")
    assert sum(len(report["quotes"]) for report in said["reports"]) >= 2


def test_what_people_decided_and_what_was_refused(root: str) -> None:
    decided = got(f"{root}/api/judgements")
    assert [one["undone"] for one in decided["judgements"]] == [True, None, False]
    assert decided["judgements"][0]["judgement"]["who"] == HOSTILE[2]
    assert [one["reason"] for one in got(f"{root}/api/quarantine")["inputs"]] == ["no text", "too large"]
    (saved,) = got(f"{root}/api/searches")["searches"]
    assert len(got(root + saved["path"])["reports"]) > 0


def test_the_page_shows_every_path_with_an_example_that_is_taken(root: str) -> None:
    page = asked(f"{root}/api")[2].decode()
    for endpoint in TABLE:
        assert f"<code>{endpoint.path}</code>" in page
        assert asked(root + endpoint.example.replace(" ", "+"))[0] in (200, 404)


def test_the_reference_describes_every_path_and_parameter_and_no_other() -> None:
    text = (Path(__file__).parents[3] / "docs" / "reference" / "api.md").read_text(encoding="utf-8")
    sections = dict(re.findall(r"^## `(/api/[^`]+)`\n(.*?)(?=^## |\Z)", text, flags=re.MULTILINE | re.DOTALL))
    assert set(sections) == {*document()["paths"], "/api/openapi.json"}
    for path, operations in document()["paths"].items():
        named = re.findall(r"^\| `(\w+)` \|", sections[path], flags=re.MULTILINE)
        assert named == [parameter["name"] for parameter in operations["get"]["parameters"]], path
        kind = operations["get"]["responses"]["200"]["content"]["application/json"]["schema"]["$ref"].rpartition("/")[2]
        fields = re.search(r"^Answers (.*?)\.$", sections[path], flags=re.MULTILINE | re.DOTALL)
        schema = document()["components"]["schemas"][kind]
        assert fields, path
        if kind != "Record":
            assert re.findall(r"`(\w+)`", fields[1]) == list(schema["properties"]), path
