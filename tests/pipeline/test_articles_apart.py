"""Which inputs are one article and which are two: the page and what the user says of it decide."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from tests.pipeline.made import capture, check
from twosource.codec import dump
from twosource.pipeline import combine, read_capture, read_line

TEXT = "Storm cuts power in Suva\n\nA storm cut power in Suva on Monday, police said. Two people were hurt.\n"
DUTCH = (
    "Storm in de stad\n\nDe storm heeft maandag in de stad de stroom uitgeschakeld, zei de politie. Het is donker.\n"
)


@pytest.mark.parametrize(
    "other", [{"outlet": "Reef News"}, {"input_id": "b"}, {"url": "https://reef.example/1"}, {"date": "2020-01-07"}]
)
def test_the_same_text_told_apart_by_its_user_is_two_articles(other: dict[str, str]) -> None:
    said = {"outlet": "Suva Post", "input_id": "a", "url": "https://post.example/1", "date": "2020-01-06"}
    one, two = read_capture(capture(TEXT, **said)), read_capture(capture(TEXT, **(said | other)))
    assert one.page.id == two.page.id
    assert one.article.id != two.article.id
    made = check(combine([one, two], one_story=True))
    assert len(made["pages"]) == 1
    assert len(made["articles"]) == 2
    assert len(made["origins"]) == 1
    assert "corroborated" not in {finding["status"] for finding in made["findings"]}


def test_the_same_input_twice_is_one_article() -> None:
    reading = read_capture(capture(TEXT, input_id="a"))
    assert dump(combine([reading, reading], one_story=False)) == dump(combine([reading], one_story=False))


def test_of_copies_in_two_places_the_first_place_counts() -> None:
    here = replace(capture(TEXT, input_id="a.txt"), location="a/a.txt")
    there = replace(here, location="b/a.txt")
    readings = [read_capture(here), read_capture(there)]
    for order in (readings, readings[::-1]):
        record = combine(order, one_story=True)
        assert [page.location for page in record.pages] == ["a/a.txt"]


def test_another_language_is_labelled_and_not_analysed() -> None:
    line, warnings = read_line(capture(DUTCH), "rules")
    record = json.loads(line)
    assert record["articles"][0]["language"] == "nl"
    assert record["claims"] == []
    assert list(warnings) == record["warnings"]
    assert warnings[0].startswith("a: it is written in another language (nl): only English is analysed")


def test_nothing_at_all_is_an_empty_record() -> None:
    assert check(combine([], one_story=True))["articles"] == []
