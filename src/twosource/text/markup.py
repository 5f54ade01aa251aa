"""The visible text of HTML, in one pass whose time grows with the length of the markup and nothing else.

Tags are dropped, character references resolved, and white space that HTML ignores is folded to one space, as a
browser shows it (kept in `<pre>`). Blocks begin a new line, and so does `<br>`. Not shown: comments, scripts, styles,
the title, templates, drawings, fallbacks. What style sheets or the `hidden` attribute hide is kept (a script may show
it), and marked in the path of its line. Tokens follow the HTML Standard, 13.2.5, but a quotation mark that is never
closed ends at the tag's own `>` instead of swallowing the rest of the page.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from twosource.text.elements import BLOCKS, RAW, VOID
from twosource.text.opened import OpenElements
from twosource.text.references import START, resolve
from twosource.text.visible import Collector, Line, VisibleText

__all__ = ["Line", "VisibleText", "visible_text"]

# Every quantifier is possessive or bounded, and every token that is never closed takes the rest of the page:
# no position is looked at more than a few times.
_TOKEN = re.compile(
    r"""
    (?P<text>(?:[^<]++|<(?![a-zA-Z/!?]))++)
  | <!--(?:-?>|[^-]*+(?:-(?!-!?>)[^-]*+)*+(?:--!?>)?+)
  | <(?P<end>/?)(?P<name>[a-zA-Z][^ \t\n\r\f/>]*+)
     (?P<attributes>(?:[^>=]++|=[ \t\n\r\f]*+(?:"[^"]*+"|'[^']*+')?+)*+)>?+
  | <[^>]*+>?+
    """,
    re.VERBOSE,
)
_SPACE = " \t\n\r\f"
# Single spaces between words are left in place: they need no folding.
_TURN = re.compile(rf"[{_SPACE}]{{2,}}+|[\t\n\r\f]|{START}")
_PRE_TURN = re.compile(rf"\r\n|\r|\n|{START}")


@lru_cache(maxsize=1)
def visible_text(markup: str) -> VisibleText:
    """The visible text of `markup`, where each character came from, and the elements around each line.

    The last page is kept: its article needs the lines right after its text was read.
    """
    opened = OpenElements()
    out = Collector(opened)
    position = 0
    while token := _TOKEN.match(markup, position):
        start, position = position, token.end()
        if token["text"] is not None:
            if opened.top.seen:
                _read_text(out, markup, start, position, pre=opened.top.pre)
        elif token["name"] is not None:
            position = _read_tag(out, opened, token, markup)
    return out.finish(len(markup))


def _read_tag(out: Collector, opened: OpenElements, token: re.Match[str], markup: str) -> int:
    """Takes a tag into account; returns where the next token begins."""
    name, at = token["name"].lower(), token.start()
    if name == "br" and opened.top.seen:
        out.break_line(at)
    elif name in BLOCKS and opened.top.seen:
        out.end_line(at)
    if token["end"]:
        opened.close(name)
    elif name in RAW:
        return _end_of_raw(name, markup, token.end())
    elif name not in VOID:
        opened.open(name, token["attributes"])
    return token.end()


def _end_of_raw(name: str, markup: str, position: int) -> int:
    end = _raw_end(name).search(markup, position)
    return end.start() if end else len(markup)


@cache
def _raw_end(name: str) -> re.Pattern[str]:
    return re.compile(rf"</{name}(?=[{_SPACE}/>])", re.IGNORECASE)


def _read_text(out: Collector, markup: str, start: int, end: int, *, pre: bool) -> None:
    put = out.put if pre else out.put_words
    turns = _PRE_TURN if pre else _TURN
    while turn := turns.search(markup, start, end):
        at = turn.start()
        if at > start:
            put(markup[start:at], start)
        if markup[at] == "&":
            start = _read_reference(out, markup, at, end, pre=pre)
            continue
        start = turn.end()
        if pre:
            out.newline(at, start - at)
        else:
            out.space(at)
    if start < end:
        put(markup[start:end], start)


def _read_reference(out: Collector, markup: str, at: int, end: int, *, pre: bool) -> int:
    characters, after = resolve(markup, at, end)
    if pre and characters == "\n":
        out.newline(at, after - at)
    elif not pre and characters in _SPACE:
        out.space(at)
    else:
        out.put(characters[0], at, after - at)
        if len(characters) > 1:  # 93 names stand for two characters: the second has no code points of its own
            out.put(characters[1:], after, 0)
    return after
