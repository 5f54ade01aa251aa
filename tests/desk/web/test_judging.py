"""Correcting in the browser: each form, who may send it, what is seen then, undo and redo."""

from __future__ import annotations

import http.client
import re
from collections.abc import Iterator, Mapping
from urllib.parse import quote, urlencode, urlsplit

import pytest

from tests.formats.invented import HOSTILE
from tests.stores.made import STRIKE
from twosource.desk.judged import history_of
from twosource.desk.web.forms import MOST_BYTES
from twosource.stores.base import Store
from twosource.stores.memory import MemoryStore

from .browser import SLOW, Answer, Browser, fill, serving
from .reports import OWN, REPORTS

FORM = "application/x-www-form-urlencoded"
Fields = Mapping[str, str | list[str]]


class Writing:
    """A browser that sends forms, and the store behind the desk."""

    def __init__(self, browser: Browser, store: Store) -> None:
        self.browser, self.store = browser, store
        self.get = browser.get

    def post(self, path: str, fields: Fields, headers: Mapping[str, str] = {}, token: bool = True) -> Answer:
        """The answer to a form, as a page of the desk would send it; nothing is followed."""
        given: dict[str, str | list[str]] = {"who": "Ann Roe", "why": "I rang them", **fields}
        if token:
            given["token"] = self.token(path)
        body = urlencode(given, doseq=True, errors="surrogatepass")
        return self.send(path, body, {"Content-Type": FORM, **headers})

    def send(self, path: str, body: str, headers: Mapping[str, str]) -> Answer:
        host = urlsplit(self.browser.root).netloc
        connection = http.client.HTTPConnection(host, timeout=SLOW)
        connection.request("POST", path, body.encode(), dict(headers))
        got = connection.getresponse()
        answer = Answer(path, got.status, {k.lower(): v for k, v in got.getheaders()}, got.read().decode())
        connection.close()
        return answer

    def token(self, path: str) -> str:
        page = self.get(re.sub("/(undo|redo)$", "", path))
        return str(page.tree.xpath("string(//input[@name='token']/@value)"))

    def form(self, label: str) -> str:
        """The path of the form that a link of the first story leads to."""
        page = self.get("/story/story:1")
        return str(page.tree.xpath(f"//a[@aria-label='Correct {label}']/@href")[0])

    def entries(self) -> int:
        with self.store.view() as view:
            return len(history_of(view).entries)


@pytest.fixture
def desk() -> Iterator[Writing]:
    store = MemoryStore()
    fill(store, [{"text": STRIKE, "outlet": "Quay"}], "story:2")
    fill(store, REPORTS)
    with serving(store) as browser:
        yield Writing(browser, store)


def seen(desk: Writing, answer: Answer) -> Answer:
    """The page that an answer leads to, where what was decided has a place of its own."""
    assert answer.status == 303, answer.text
    path, _, anchor = answer.headers["location"].partition("#")
    page = desk.get(path)
    assert anchor in page.tree.xpath("//@id")
    return page


def corrections(page: Answer) -> list[str]:
    return [" ".join(li.text_content().split()) for li in page.tree.xpath("//section[@class='corrected']//li")]


def speakers(page: Answer) -> list[str]:
    return [str(b.text_content()) for b in page.tree.xpath("//section[@class='said']//summary/b")]


def test_a_speaker_is_corrected_and_the_change_is_seen_with_who_and_why(desk: Writing) -> None:
    page = seen(desk, desk.post(desk.form("who said this"), {"kind": "speaker", "name": "Nils Dahl"}))
    (line,) = corrections(page)
    assert "corrected: speaker: Nils Dahl" in line
    assert "Speaker corrected by Ann Roe" in line
    assert "I rang them" in line
    assert "Nils Dahl" in speakers(page)
    assert set(page.tree.xpath("//a[@class='changed']/text()")) == {"changed by Ann Roe"}


def test_the_same_form_twice_is_one_judgement(desk: Writing) -> None:
    path = desk.form("who said this")
    first, second = (desk.post(path, {"kind": "speaker", "name": "Nils Dahl"}) for _ in range(2))
    assert (first.status, second.status) == (303, 303)
    assert first.headers["location"] == second.headers["location"]
    assert desk.entries() == 1


def test_undo_and_redo(desk: Writing) -> None:
    before = desk.get("/story/story:1").text
    page = seen(desk, desk.post(desk.form("who said this"), {"kind": "speaker", "name": "Nils Dahl"}))
    changed = page.text
    path = str(page.tree.xpath("//section[@class='corrected']//a[text()='undo']/@href")[0])
    for _ in range(2):
        assert desk.post(f"{path}/undo", {"why": ""}).status == 303
    assert desk.get("/story/story:1").text == before
    assert "Undone by Ann Roe" in desk.get(path).words
    assert desk.post(f"{path}/redo", {}).status == 303
    assert desk.get("/story/story:1").text == changed
    assert desk.entries() == 3
    assert "put back by Ann Roe" in desk.get(path).words
    assert "1 correction by people" in desk.get("/judgements").words


def test_two_actors_are_made_one_and_taken_apart(desk: Writing) -> None:
    path = desk.form("who this is")
    other = desk.get(path).tree.xpath("//form[@id='merge_actors']//option[@value!='']/@value")[0]
    page = seen(desk, desk.post(path, {"kind": "merge_actors", "actor": other, "name": "The Crews"}))
    assert "The Crews" in speakers(page)
    path = str(
        page.tree.xpath(
            "//details[summary/b[text()='The Crews']]//a[starts-with(@aria-label, 'Correct who this')]/@href"
        )[0]
    )
    assert "The Crews: one" in desk.get(path).words
    page = seen(desk, desk.post(path, {"kind": "split_actor", "called": ["0"], "name": "Somebody Else"}))
    assert "Somebody Else: another" in corrections(page)[-1]


def test_a_finding_is_marked_wrong_and_leaves_the_counts(desk: Writing) -> None:
    before = desk.get("/story/story:1").tree.xpath(
        "//section[contains(@class, 'findings')]//li[contains(@class, 'finding')]"
    )
    page = seen(desk, desk.post(desk.form("this finding"), {"kind": "wrong", "verdict": "nothing"}))
    after = page.tree.xpath("//section[contains(@class, 'findings')]//li[contains(@class, 'finding')]")
    assert len(after) == len(before) - 1
    assert "it says nothing, and is left out" in corrections(page)[0]
    assert page.tree.xpath("//section[@class='corrected']//s")


def test_a_date_of_publication_and_a_day(desk: Writing) -> None:
    page = desk.get("/story/story:1/judge/story")
    path = str(page.tree.xpath("//ul[@class='inside']//a[text()='date of publication']/@href")[0])
    page = seen(desk, desk.post(path, {"kind": "date", "first": "2031-05-07"}))
    assert "published: 2031-05-07" in corrections(page)[0]
    assert "7 May 2031" in page.words
    bad = desk.post(path, {"kind": "date", "first": "the day after"})
    assert bad.status == 400
    assert bad.tree.xpath("string(//*[@role='alert'])").startswith("the day after: a date is wanted")
    assert bad.tree.xpath("//input[@name='first']/@value") == ["the day after"]


def test_a_place(desk: Writing) -> None:
    page = desk.get("/story/story:1/judge/story")
    path = str(page.tree.xpath("//ul[@class='inside']//a[text()='place']/@href")[0])
    looked = desk.get(f"{path}?looked=Lisbon")
    spot = str(looked.tree.xpath("//input[@name='spot']/@value")[0])
    assert spot.startswith("geonames:")
    page = seen(desk, desk.post(path, {"kind": "place", "looked": "Lisbon", "spot": spot}))
    assert "Lisbon, PRT (38.73, -9.15)" in corrections(page)[0]
    fresh = desk.get("/story/story:1/judge/story").tree.xpath("//ul[@class='inside']//a[text()='place']/@href")
    assert desk.post(str(fresh[-1]), {"kind": "place", "spot": "point", "lat": "91", "lon": "x"}).status == 400
    page = seen(
        desk,
        desk.post(str(fresh[-1]), {"kind": "place", "spot": "point", "called": "Shed 4", "lat": "60.5", "lon": "-5"}),
    )
    assert "Shed 4 (60.50, -5.00)" in corrections(page)[-1]


def test_stories_are_joined_and_taken_apart_for_what_comes_later_too(desk: Writing) -> None:
    path = "/story/story:1/judge/story"
    offered = desk.get(f"{path}?words=ferry+crews").tree.xpath(
        "//form[@id='merge_stories']//input[@name='story']/@value"
    )
    assert offered == ["story:2"]
    page = seen(desk, desk.post(path, {"kind": "merge_stories", "story": "story:2"}))
    assert "5 reports" in page.words
    assert "1 story" in desk.get("/").words
    assert desk.get("/story/story:1").words == desk.get("/story/story:2").words
    fill(desk.store, [{"text": STRIKE + "\nMore came.\n", "outlet": "Pier"}], "story:2")
    assert "6 reports" in desk.get("/story/story:1").words
    with desk.store.view() as view:
        own = next(row.article for row in view.rows() if row.outlet == "Herald")
    joined = desk.get("/").tree.xpath("//h3/a/@href")[0]
    page = seen(desk, desk.post(f"{joined}/judge/story", {"kind": "split_story", "report": [own]}))
    assert "1 report on 1 independent origin" in page.words
    assert "2 stories" in desk.get("/").words
    assert "5 reports" in desk.get("/story/story:2").words
    fill(desk.store, [{"text": OWN + "\nMore came.\n", "outlet": "Sun"}], "story:1")
    assert "6 reports" in desk.get("/story/story:1").words
    hit = desk.get("/search?q=groan").tree.xpath("//ul[@class='heads']//a/@href")
    assert all(desk.get(str(href)).status == 200 for href in hit)


def test_a_story_is_not_joined_to_itself_or_to_none(desk: Writing) -> None:
    for story in ("", "story:1", "story:none", desk.browser.root + "story/story:1", "x" * 300):
        answer = desk.post("/story/story:1/judge/story", {"kind": "merge_stories", "story": story})
        assert answer.status == 400
        assert answer.tree.xpath("//*[@role='alert']")
    assert desk.post("/story/story:1/judge/story", {"kind": "split_story"}).status == 400
    assert desk.entries() == 0


@pytest.mark.parametrize(
    "missing", [{"why": " "}, {"who": ""}, {"why": "x" * 2001}, {"who": "x" * 201}, {"kind": "wrong"}]
)
def test_what_is_missing_is_said_and_what_was_typed_stays(desk: Writing, missing: dict[str, str]) -> None:
    answer = desk.post(desk.form("who said this"), {"kind": "speaker", "name": "Nils Dahl", **missing})
    assert answer.status == 400
    assert answer.tree.xpath("string(//*[@role='alert'])")
    assert answer.tree.xpath("//input[@name='name']/@value") == ["Nils Dahl"]
    assert desk.entries() == 0


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example.org"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_a_form_of_another_site_is_refused(desk: Writing, headers: dict[str, str]) -> None:
    answer = desk.post(desk.form("who said this"), {"kind": "speaker", "name": "Nils Dahl"}, headers)
    assert answer.status == 403
    assert desk.entries() == 0


def test_a_form_without_the_token_of_this_process_is_refused(desk: Writing) -> None:
    path = desk.form("who said this")
    for token in ({}, {"token": ""}, {"token": "0" * 43}, {"token": "\u00e9"}, {"token": ["x", desk.token(path)]}):
        fields = {"kind": "speaker", "name": "Nils Dahl", **token}
        last_counts = isinstance(token.get("token"), list)
        assert desk.post(path, fields, token=False).status == (303 if last_counts else 403)
    assert desk.post("/judgement/judgement:1/undo", {"token": "x"}, token=False).status == 403


def test_forms_are_bounded_and_are_forms(desk: Writing) -> None:
    path = desk.form("who said this")
    good = urlencode({"token": desk.token(path), "kind": "speaker", "name": "N", "who": "A", "why": "b"})
    assert desk.send(path, good, {"Content-Type": "text/plain"}).status == 415
    assert desk.send(path, good + "&x=" + "y" * MOST_BYTES, {"Content-Type": FORM}).status == 413
    assert desk.send(path, good + "&x=1" * 2000, {"Content-Type": FORM}).status == 400
    assert desk.send(
        path, good + "&x=\udcff".encode("utf-8", "surrogateescape").decode("latin-1"), {"Content-Type": FORM}
    ).status in (303, 400)
    assert desk.send(path, good, {"Content-Type": FORM, "Transfer-Encoding": "chunked"}).status in (400, 411)


def test_everything_else_stays_read_only(desk: Writing) -> None:
    for path in ("/", "/story/story:1", "/judgements", "/judgement/judgement:1", "/search", "/story/story:1/reports"):
        assert desk.send(path, "", {"Content-Type": FORM}).status == 405
    path = desk.form("who said this")
    assert desk.get(path, method="PUT").status == 405


def test_what_is_not_there_is_said(desk: Writing) -> None:
    for path in (
        "/story/story:1/judge/quote:none",
        "/story/story:none/judge/story",
        "/story/story:1/judge/x",
        "/judgement/x",
    ):
        assert desk.get(path).status == 404
    token = desk.token(desk.form("who said this"))
    gone = urlencode({"token": token, "kind": "speaker", "name": "N", "who": "A", "why": "b"})
    assert desk.send("/story/story:1/judge/quote:none", gone, {"Content-Type": FORM}).status == 404
    assert desk.send("/judgement/judgement:none/undo", gone, {"Content-Type": FORM}).status == 404


@pytest.mark.parametrize("evil", HOSTILE[:8])
def test_hostile_words_are_shown_as_words(desk: Writing, evil: str) -> None:
    name = " ".join(evil.split())[:150] or "x"
    path = desk.form("who said this")
    asked = quote(evil.encode("utf-8", "ignore"))
    answer = desk.post(path, {"kind": "speaker", "name": name, "who": name, "why": evil or "x"})
    page = seen(desk, answer)
    for shown in (page, desk.get("/judgements"), desk.get(path), desk.get(f"{path}?name={asked}")):
        assert not [s for s in shown.tree.xpath("//script") if s.get("src") is None]
        assert shown.tree.xpath("//img|//iframe|//@onerror|//@onmouseover|//@onload") == []


def test_every_control_has_a_label_and_a_form_is_sent_by_a_button(desk: Writing) -> None:
    pages = [desk.form(label) for label in ("who said this", "who this is", "this finding")]
    inside = desk.get("/story/story:1/judge/story").tree.xpath("//ul[@class='inside']//a/@href")
    for path in (*pages, "/story/story:1/judge/story", *map(str, inside)):
        page = desk.get(path)
        for control in page.tree.xpath("//main//input[@type!='hidden' or not(@type)]|//main//select|//main//textarea"):
            assert control.xpath("ancestor::label"), path
        for form in page.tree.xpath("//main//form"):
            assert form.xpath(".//button"), path
