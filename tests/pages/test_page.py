"""Pages: visible text, media type, refusals, and the way from each character to the bytes of the capture."""

from __future__ import annotations

import hashlib
from html import escape, unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.errors import InputError, PageTooLarge
from twosource.model import Given
from twosource.pages import Capture, make_page


def capture(raw: bytes, media_type: str | None = None) -> Capture:
    return Capture(location="a.html", raw=raw, media_type=media_type)


def test_plain_text_stays_as_it_is() -> None:
    text = "Ferry aground\r\n\r\nNobody  was hurt, “not one”.\n\n\n"
    page = make_page(Capture(location="a.txt", raw=text.encode(), given=Given(outlet="The Quay")))
    assert (page.text, page.media_type, page.markup, page.given.outlet) == (text, "text/plain", None, "The Quay")
    assert page.id == "sha256:" + hashlib.sha256(text.encode()).hexdigest()


def test_html_keeps_its_markup_and_its_bytes() -> None:
    raw = "<html><meta charset=windows-1252><h1>Caf\xe9 closed</h1><p>It &eacute;nded.".encode("cp1252")
    page = make_page(capture(raw, "text/html"))
    assert (page.text, page.encoding, page.raw) == ("Café closed\nIt énded.", "windows-1252", raw)
    assert page.markup == raw.decode("cp1252")
    assert page.offsets is not None
    assert raw[page.offsets.to_raw(page.text.index("énded")) :].startswith(b"&eacute;nded")


@pytest.mark.parametrize(
    ("raw", "hint", "media_type"),
    [
        (b"<!DOCTYPE html><p>x", None, "text/html"),
        (b"\xef\xbb\xbf\n<?xml version='1.0'?><!-- c --><html><p>x", None, "text/html"),
        (b"<p>x</p>", None, "text/html"),
        (b"x <p>y</p>", None, "text/plain"),
        (b"<3 this", None, "text/plain"),
        (b"no tags\nat all", "text/html", "text/plain"),
        (b"<p>x</p>", "text/plain", "text/plain"),
        (b"<p>x</p>", "application/xhtml+xml", "application/xhtml+xml"),
    ],
)
def test_the_media_type_is_what_the_page_shows(raw: bytes, hint: str | None, media_type: str) -> None:
    assert make_page(capture(raw, hint)).media_type == media_type


@pytest.mark.parametrize(
    ("raw", "error", "words"),
    [
        (b" \n\t ", InputError, "only white space"),
        (b"<html><script>x()</script></html>", InputError, "shows no text"),
        (b"word " * 500_000, PageTooLarge, "2,500,000 characters"),
        (b"x" * 1_000_001, PageTooLarge, "a line is longer than 1,000,000"),
    ],
)
def test_a_page_that_cannot_be_read_says_why(raw: bytes, error: type[InputError], words: str) -> None:
    with pytest.raises(error, match=words) as caught:
        make_page(capture(raw))
    assert str(caught.value).startswith("a.html: ")


def test_a_page_nested_too_deep_for_others_is_read() -> None:
    assert make_page(capture(b"<div>" * 100_000 + b"<p>deep", "text/html")).text == "deep"


PARTS = st.tuples(st.sampled_from(["", "<p>", "<b>", "<br>"]), st.text(st.characters(codec="utf-8"), max_size=8))


@given(st.lists(PARTS, max_size=12), st.sampled_from(["utf-8", "utf-16", "cp1252"]), st.booleans())
def test_every_visible_character_leads_back_to_its_bytes(
    parts: list[tuple[str, str]], codec: str, references: bool
) -> None:
    markup = "<html><p>start" + "".join(tag + _escape(text, references) for tag, text in parts)
    raw = markup.encode(codec, "xmlcharrefreplace")
    declared = codec if codec == "cp1252" else None
    page = make_page(Capture(location="a", raw=raw, media_type="text/html", encoding=declared))
    assert page.offsets is not None
    encoding = page.encoding
    for i, character in enumerate(page.text):
        at, after = page.offsets.to_raw(i), page.offsets.to_raw(i + 1)
        taken = raw[at:].decode(encoding, "replace") if after == at else raw[at:after].decode(encoding, "replace")
        if character == "\n":
            assert taken.startswith("<")
        elif character == " ":
            assert taken[0] in " \t\n\r\f&"
        else:
            assert unescape(taken)[:1] == character or character == "\ufffd"


def _escape(text: str, references: bool) -> str:
    return "".join(f"&#{ord(c)};" for c in text) if references else escape(text)


@given(st.binary(max_size=400), st.sampled_from([None, "text/html", "text/plain"]))
def test_any_bytes_give_a_page_or_an_input_error(raw: bytes, hint: str | None) -> None:
    try:
        page = make_page(capture(raw, hint))
    except InputError as error:
        assert str(error).startswith("a.html: ")
    else:
        page.text.encode()
        assert page.text.strip()
