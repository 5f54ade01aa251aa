"""The visible text of HTML: what is shown, where it came from, what encloses it, and that no markup is too much."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from twosource.text.markup import visible_text

_PIECES = """<p> </p> <div_class="a_b"> </div> <b> </b> <a_href="x>y"> </a> <br> <pre> </pre> <li> <td> <!-- -->
<script> </script> <![CDATA[ ]]> &amp; &eacute &#233; &#xD800; &#0; &NotEqualTilde; &notit; & &# < > " ' = <svg> </svg>
<title> </title> <x </ <! <? word é 日本 😀 \u200f \ud800 \x00 \x0b \x85
<textarea> </textarea> <noscript> <template> </template>"""
PIECES = st.sampled_from([piece.replace("_", " ") for piece in re.split("[ \n]", _PIECES)])
MARKUP = st.lists(PIECES | st.sampled_from([" ", "\n", "\r\n", "\t"]) | st.text(max_size=5)).map("".join)


def shown(markup: str) -> str:
    return visible_text(markup).text


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>One</p><p>Two</p>", "One\nTwo"),
        ("<p>One<p>Two", "One\nTwo"),
        ("The <b>flood</b>ed <i>road</i>", "The flooded road"),
        ("  two \n\t words ", "two words"),
        ("<b>two </b> words", "two words"),
        ("one<br>two<br/>three", "one\ntwo\nthree"),
        ("one<br><br><br>two", "one\n\ntwo"),
        ("<pre>a\r\n  b\n\nc</pre>d", "a\n  b\n\nc\nd"),
        ("<pre>a\rb</pre>", "a\nb"),
        ("a<!-- b > -- c -->d<!-->e<!--->f<!-- -- --!>g", "adefg"),
        ("<script>if (a < b) '</p>'</script>x<style>p{}</style>y<noscript>n</noscript>", "xy"),
        ("<script>never closed <p>x</p>", ""),
        ("<title>Not shown</title><h1>Shown</h1>", "Shown"),
        ("<svg><title>no</title><text>no</text></svg>yes<template><p>no</template>!", "yes!"),
        ("<div><video>no player</div>after", "after"),
        ("<a title=\"x > y\" href='z>'>link</a>", "link"),
        ("<a title=it's>yes</a> it's", "yes it's"),
        ('<a href="never closed>text</a><p>more</p>', "text\nmore"),
        ("5 < 6 & 7 > 2 <3", "5 < 6 & 7 > 2 <3"),
        ("&amp;amp; &copy2024 &eacute;t&eacute &unknown; &#8217; &#x1F600;", "&amp; ©2024 été &unknown; ’ 😀"),
        ("&#0; &#xD800; &#x110000; &#128;", "\ufffd \ufffd \ufffd €"),
        ("a&nbsp;&nbsp;b", "a\u00a0\u00a0b"),
        ("a&#32;&#10; b", "a b"),
        ("<![CDATA[ x ]]>y<?php echo 1 ?>z</ bogus>!", "yz!"),
        ("<table><tr><td>1<td>2<tr><td>3</table>", "1\n2\n3"),
        ("<P>upper</P><DIV>case</DIV>", "upper\ncase"),
        ("<p>kept <input type=hidden value=no></p>", "kept"),
        ("text <unclosed", "text"),
        ("", ""),
    ],
)
def test_what_a_reader_sees(markup: str, text: str) -> None:
    assert shown(markup) == text


def test_each_line_knows_the_elements_that_enclose_all_of_it() -> None:
    found = visible_text(
        """<body class="home page" id=top><ul class=nav><li><a href="/">Home</a><li><a href=w>World</a> news</ul>
        <div hidden><p style="Display: none">Gone</p></div><p>With <a href=x>a link</a>"""
    )
    lines = {found.text[line.start : line.end]: line for line in found.lines}
    assert lines["Home"].path == ("body#top.home.page", "ul.nav", "li", "a")
    assert lines["World news"].path == ("body#top.home.page", "ul.nav", "li")
    assert lines["Gone"].path == ("body#top.home.page", "div[hidden]", "p[hidden]")
    assert [(name, line.linked) for name, line in lines.items()] == [
        ("Home", 4), ("World news", 5), ("Gone", 0), ("With a link", 6),
    ]  # fmt: skip


def test_an_anchor_that_is_no_link_and_never_closed_does_not_make_the_rest_a_link() -> None:
    assert visible_text("<a name=top><p>text").lines[0].linked == 0


def test_only_the_innermost_elements_are_kept_of_a_path() -> None:
    (line,) = visible_text("<div>" * 30 + "<p>x").lines
    assert line.path == ("div",) * 11 + ("p",)


@given(MARKUP)
@example("a&NotEqualTilde;b<p>&#10;</p>c")
@example("<pre>\r\n&#13;x</pre> y")
@example("<pre>a\rb</pre>")
def test_every_character_comes_from_the_place_that_the_offsets_name(markup: str) -> None:
    found = visible_text(markup)
    starts = found.offsets.text
    for i, character in enumerate(found.text):
        run = max(j for j in range(len(starts)) if starts[j] <= i)
        width = found.offsets.width[run]
        at = found.offsets.to_raw(i)
        if width == 0:
            assert character in "\n\u0338\u20d2\u0331\u200a\u20e5\ufe00\u0333jJ"  # inserted, or second of a reference
        elif width == 1:
            folded = {" ": "\t\n\r\f &", "\n": "\r"}  # a carriage return alone is a line break in HTML
            assert markup[at] == character or markup[at] in folded.get(character, "")
        else:
            taken = markup[at : at + width]
            assert taken == "\r\n" or unescape(taken)[:1] == character or character == "\ufffd"


@given(MARKUP)
def test_offsets_ascend_and_lines_are_the_lines_of_the_text(markup: str) -> None:
    found = visible_text(markup)
    origins = [found.offsets.to_raw(i) for i in range(len(found.text) + 1)]
    assert origins == sorted(origins)
    assert origins[-1] <= len(markup)
    lines = [match.span() for match in re.finditer("[^\n]+", found.text)]
    assert [(line.start, line.end) for line in found.lines] == lines
    assert all(0 <= line.linked <= line.end - line.start for line in found.lines)


@pytest.mark.parametrize(
    ("markup", "length"),
    [
        ("<" * 300_000, 300_000),
        ("&" * 300_000, 300_000),
        ("<div>" * 100_000 + "x" + "</div>" * 100_000, 1),
        ("<div>x" * 50_000, 99_999),
        ("<p><b>" * 100_000 + "x", 1),
        ("<a " * 300_000, 0),
        ("<a b=\"c' " * 100_000, 0),
        ("<!--" * 300_000, 0),
        ("<script>" * 100_000, 0),
        ("<p a='" + "x" * 1_000_000 + "'>y", 1),
        ("<p " + "class=x " * 100_000 + ">y", 1),
        ("<div>" + "<i>" * 600 + "</b>" * 200_000 + "x", 1),
        ("&" + "a" * 300_000, 300_001),
        ("&#" + "1" * 300_000, 299_992),
    ],
)
def test_markup_that_is_too_deep_too_long_or_never_closed(markup: str, length: int) -> None:
    assert len(shown(markup)) == length
