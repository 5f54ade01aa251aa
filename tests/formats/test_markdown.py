"""Markdown: every footnote is defined once, and words are not markup."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from markdown_it import MarkdownIt

from twosource.formats.markdown import escape, to_markdown
from twosource.model import Record

from .invented import HOSTILE, hostile_record, one_story, two_stories

DEFINED = re.compile(r"^\[\^([\d-]+)\]: ", re.MULTILINE)
CITED = re.compile(r"(?<!\\)\[\^([\d-]+)\](?!: )")


@pytest.mark.parametrize("make", [one_story, two_stories, hostile_record])
def test_every_footnote_that_is_cited_is_defined_once(make) -> None:  # type: ignore[no-untyped-def]
    text = to_markdown(make())
    defined = DEFINED.findall(text)
    assert defined
    assert len(defined) == len(set(defined))
    assert set(CITED.findall(text)) == set(defined)


@pytest.mark.parametrize(
    "words", [*HOSTILE[:7], "1. first", "12) x", "- dash", "+ plus", "=====", "# no heading", "a\n# b"]
)
def test_words_stay_words(words: str) -> None:
    rendered = MarkdownIt("commonmark").render("- " + escape(words))
    shown = re.sub(r"<[^>]*>", "", rendered).strip()
    for entity, character in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
        shown = shown.replace(entity, character)
    assert shown == " ".join(words.split())
    assert re.findall(r"<(\w+)", rendered) == ["ul", "li"]


def test_no_html_comes_out_of_it() -> None:
    rendered = MarkdownIt("commonmark").render(to_markdown(hostile_record()))
    assert set(re.findall(r"<(\w+)", rendered)) <= {"h1", "h2", "p", "ul", "li", "strong", "em"}


def test_it_says_what_the_page_says(record: Record) -> None:
    text = to_markdown(record)
    assert "3 reports on **2 independent origins** · 11 March 2025 · Hiiumaa" in text
    assert "They differ on how many were aboard: 212 or about 230." in text
    assert "- **Origin A** (dpa), independence shown" in text
    assert "*denied* that the Halla had missed its last inspection" in text
    assert "**About 230** people had been on board" in text


def test_warnings_are_said(record: Record) -> None:
    assert "## Warnings\n\n- reports/inselblatt.txt" in to_markdown(record)
    assert "Warnings" not in to_markdown(replace(record, warnings=()))


def test_words_stand_behind_their_cue_but_not_behind_told(record: Record) -> None:
    text = to_markdown(record)
    assert "  - *denied* that the Halla had missed" in text
    assert "  - that the steering had failed" in text


def test_what_one_speaker_says_in_copies_of_a_text_is_one_line(record: Record) -> None:
    twice = replace(record, quotes=(*record.quotes, replace(record.quotes[2], id="quote:copy")))
    assert to_markdown(twice).count("  - that the steering had failed") == 1
