"""Where sentences begin and end: by rules, in one pass, for any text."""

from __future__ import annotations

import re
from typing import NamedTuple

from twosource.vocab.abbreviations import abbreviations, sentence_starters

LONGEST = 4000
"""Characters; what runs on longer is cut at a blank, so that work on one sentence is bounded on any input."""

_MARKS = ".!?…。！？؟।"
_STOP = re.compile(f"[{_MARKS}]")
_FULL_WIDTH = "。！？।"
_CLOSERS = "”’»\"'›)]}）」』"
_OPENERS = "“‘«\"'‹([{（「『„*•–—-"
_PARAGRAPH = re.compile(r"\n[ \t\r\f\v\u00a0]{0,50}\n")
_WORD_BEFORE = re.compile(r"[^\s(\[“‘\"'«/—–-]{1,20}$")
_WORD_AFTER = re.compile(r"[\w'’]{1,30}")
_GLUED_BEFORE = re.compile(r"(?<![\w@/.:-])[A-Za-z’'-]{0,30}[a-z]{2}$|(?<=[”\"’)])$")
_GLUED_AFTER = re.compile(
    r"[“\"‘']?(?!(?:Com|Org|Net|Gov|Edu|Co|Uk|Js|Pdf|Docx?|Txt|Jpg|Html)\b)"  # names of sites and files
    r"[A-Z](?:[a-z’']|\b(?=[ ’']))[^\s.@/]{0,40}(?![^\s]{0,40}[@/])"
)
_CITY_TIME = re.compile(r"[A-Z]\w+(?: [A-Z]\w+)? time\b")
"""Whose clock an hour is of: "8 p.m. | Oslo time"."""
_DAY_OR_ZONE = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December|Eastern|Pacific|Central|Mountain|Moscow|local|GMT|UTC|BST|CET|CEST|EST|EDT|PST|PDT"
    r"|CST|IST|JST|ET|PT)\b"
)


class _Stop(NamedTuple):
    """Marks that may end a sentence: they run from `at` to `after`, what closes on them to `closed`, a word follows."""

    at: int
    after: int
    closed: int
    upcoming: int


def split_sentences(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """The sentences of `text[start:end]` as (start, end) code points, blanks at their ends left out.

    Quotation marks and brackets that close right after a full stop belong to the sentence before. An empty line
    always ends a sentence; a single line break does not.
    """
    end = len(text) if end is None else end
    found: list[tuple[int, int]] = []
    paragraph = start
    for gap in _PARAGRAPH.finditer(text, start, end):
        _split_paragraph(text, paragraph, gap.start(), found)
        paragraph = gap.end()
    _split_paragraph(text, paragraph, end, found)
    return found


def _split_paragraph(text: str, start: int, end: int, found: list[tuple[int, int]]) -> None:
    begin, at, marks, counted = start, start, 0, start
    while match := _STOP.search(text, at, end):
        stop = match.start()
        after = _run(text, stop, end, _MARKS)
        closed = _run(text, after, end, _CLOSERS)
        at = closed
        if closed < end and not text[closed].isspace() and text[stop] not in _FULL_WIDTH:
            marks += text.count('"', counted, after)
            counted = after
            if closed := _glued(text, begin, _Stop(stop, after, closed, closed), marks):
                _add(text, begin, closed, found)
                begin = at = closed
            continue
        upcoming = _run_blank(text, closed, end)
        marks += text.count('"', counted, closed)
        counted = closed
        if upcoming < end and text[upcoming] == '"' and marks % 2 and _detached(text, upcoming, end):
            closed, upcoming = upcoming + 1, _run_blank(text, upcoming + 1, end)
        if upcoming >= end or _ends(text, begin, _Stop(stop, after, closed, upcoming)):
            _add(text, begin, closed, found)
            begin = at = upcoming
    _add(text, begin, end, found)


def _glued(text: str, begin: int, stop: _Stop, marks: int) -> int:
    """Where a sentence ends that the next one follows without a blank ("he said.Police"), 0 where it goes on.

    Pages that lost their paragraphs read so: one in twenty of the collected reports on shootings. `marks` counts the
    straight quotation marks before: only their number tells whether those after the full stop close or open.
    """
    between = text[stop.after : stop.closed]
    closed = {'"': stop.after + marks % 2, '""': stop.after + 1}.get(between, stop.closed)
    glued = (
        text[stop.at] in ".!?"
        and stop.after - stop.at == 1
        and _GLUED_AFTER.match(text, closed, closed + 80)
        and _GLUED_BEFORE.search(text, max(begin, stop.at - 32), stop.at)
        and _word_ends(text, begin, stop.at, closed)
    )
    return closed if glued else 0


def _run(text: str, at: int, end: int, signs: str) -> int:
    while at < end and text[at] in signs:
        at += 1
    return at


def _run_blank(text: str, at: int, end: int) -> int:
    while at < end and text[at].isspace():
        at += 1
    return at


def _detached(text: str, at: int, end: int) -> bool:
    """A mark with a blank on either side, as tokenised text has it: only the count of marks can say that it closes."""
    return at + 1 >= end or text[at + 1].isspace()


def _ends(text: str, begin: int, stop: _Stop) -> bool:
    """Whether these marks end the sentence that began at `begin`."""
    sign = text[stop.upcoming]
    if sign.islower() or sign in ",;:":
        return False
    if sign in _OPENERS and stop.closed == stop.after and text[stop.upcoming + 1 : stop.upcoming + 2].islower():
        # `. "and then`: a quotation may open in small letters; a bracket or a dash that does goes on
        return sign in '“"«„' and stop.after - stop.at == 1 and _word_ends(text, begin, stop.at, stop.upcoming + 1)
    if text[stop.at] != "." or stop.after - stop.at > 1:
        return True
    return _word_ends(text, begin, stop.at, stop.upcoming)


def _word_ends(text: str, begin: int, stop: int, upcoming: int) -> bool:
    """Whether the full stop at `stop` is more than the end of an abbreviation, an initial or a list number."""
    before = _WORD_BEFORE.search(text, max(begin, stop - 20), stop)
    word = before.group() if before else ""
    match = _WORD_AFTER.match(text, upcoming if text[upcoming] not in _OPENERS else upcoming + 1)
    following = match.group() if match else ""
    if word.isdecimal() and before is not None and not text[begin : before.start()].strip():
        return False
    if len(word) == 1 and word.isalpha() and word.isupper():
        return (word == "I" and following in sentence_starters()) or text[begin:stop].endswith(" on X")
    kind = abbreviations().get(word, "")
    return _abbreviation_ends(kind, following) and not (kind == "clock" and _CITY_TIME.match(text, upcoming))


def _abbreviation_ends(kind: str, following: str) -> bool:
    if not kind:
        return True
    if kind == "title":
        return False
    if kind == "clock":
        return not _DAY_OR_ZONE.match(following)
    if kind == "number":
        return not following[:1].isdecimal()
    return following in sentence_starters()


def _add(text: str, start: int, end: int, found: list[tuple[int, int]]) -> None:
    """Appends `text[start:end]` without its outer blanks, in pieces of at most LONGEST characters."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > LONGEST:
        cut = max(text.rfind(" ", start + 1, start + LONGEST), text.rfind("\n", start + 1, start + LONGEST))
        cut = cut if cut > start else start + LONGEST
        piece = cut
        while text[piece - 1].isspace():
            piece -= 1
        found.append((start, piece))
        start = _run_blank(text, cut, end)
    if start < end:
        found.append((start, end))
