"""What a line is by its own shape: a teaser, a notice, a caption, a byline, a line that only says when."""

from __future__ import annotations

import re
from dataclasses import replace

from twosource.articles.bylines import is_unnamed, names_in_byline
from twosource.articles.dates import Written, dates_in
from twosource.articles.lines import Line
from twosource.articles.words import words_of
from twosource.model import Role
from twosource.vocab.line_cues import cues_in
from twosource.vocab.page_furniture import line_openings, line_patterns, publication_words

_SHORT = 30
"""Words up to which a cue at its beginning decides what a line is."""
_HEAD, _TAIL = 300, 120
_PARTED = re.compile(r"\s{2,8}|\t| ?[|•·›»] ?")
_FEW, _ROW = 3, 60
"""A menu has three entries, none longer than three words, most of them known; without marks each word must be."""
_DIGIT = re.compile(r"\d\d")
_FRAMED = re.compile(
    r"(?P<frame>(?:-{1,3}|–{1,2}|—{1,2}|={1,3}|~{1,3}|_{2,3})(?=[ \"'‘“])|\*{1,3}|#{2,3}) ?"
    r"(?P<words>\S.{1,98}\S) ?(?P=frame)$"
)
"""Agencies set a subhead in dashes or asterisks: "- 'We will not leave' -"."""
_HEADING = 14
_SENTENCE = re.compile(r"[.!?…。！？｡．][\"”’')\]」』）》 ]{0,4}$")
_BULLETS = ("•", "-", "–", "*", "·", "▪", "◦", "‣", "●", "■")
_STRENGTH = {"whole": 0, "start": 1, "any": 2}


def own_role(line: Line) -> Role | None:
    """The role that a line's own words decide, None where they leave it open."""
    if not any(map(str.isalnum, line.text[:_HEAD])):
        return "other"
    if len(line.words) > 2 * _SHORT:
        return None
    if framed := _FRAMED.match(line.text):
        inner = replace(line, text=framed["words"])
        return _framed_role(inner) or ("subhead" if len(inner.words) <= _HEADING else None)
    return _by_cue(line, "sure") or _by_pattern(line.text) or ("navigation" if _is_menu(line.text) else None)


def _framed_role(inner: Line) -> Role | None:
    """What a line in dashes is: a hint that does not speak of all its words may be those of a subhead."""
    return own_role(inner) or ("navigation" if is_entry(inner.text) else None)


def _is_menu(text: str) -> bool:
    """Whether a line is a row of names of sections or buttons: "Home  World  Sport", "Save Share Print"."""
    parts = [part for part in _PARTED.split(text[:_HEAD]) if part.strip()]
    marked = len(parts) > 1
    if not marked:
        parts = text.split() if len(text) <= _ROW else []
    known = sum(is_entry(part) for part in parts)
    enough = 3 * known >= 2 * len(parts) if marked else known == len(parts)
    return len(parts) >= _FEW and enough and all(len(part.split()) <= _FEW for part in parts)


def is_entry(text: str) -> bool:
    """Whether words are the name of a section or a button: "World", "Log in"."""
    return any(cue.place == "whole" for cue in cues_in(words_of(text)))


def likely_role(line: Line) -> Role | None:
    """The role that a line's words hint at, for lines that are known not to be the report itself."""
    return own_role(line) or (_by_cue(line, "hint") if len(line.words) <= 2 * _SHORT else None)


def _by_cue(line: Line, force: str) -> Role | None:
    cues = [c for c in line.cues if c.force == force and (len(line.words) <= _SHORT or c.role == "credit")]
    return min(cues, key=lambda cue: _STRENGTH[cue.place]).role if cues else None


def _by_pattern(text: str) -> Role | None:
    sample = text if len(text) <= _HEAD + _TAIL else f"{text[:_HEAD]}\n{text[-_TAIL:]}"
    opens = line_openings().match(sample) is not None
    tried = (shape for shape in line_patterns() if opens or not shape.opens)
    return next((shape.role for shape in tried if shape.is_in(sample)), None)


def is_point(text: str) -> bool:
    """Whether a line is one of a list's: "- Cherry season at risk"."""
    return text.startswith(_BULLETS) and text[1:2].isspace()


def ends_sentence(text: str) -> bool:
    """Whether a line ends as a sentence does."""
    return _SENTENCE.search(text[-8:]) is not None


def is_byline(line: Line) -> bool:
    """Whether a line names who wrote the report and is no sentence."""
    return len(line.words) <= 20 and (bool(names_in_byline(line.text)) or is_unnamed(line.text))


def date_line(line: Line, order: str = "") -> list[tuple[str, Written]]:
    """The dates of a line that says little else than when, each with its label ("published", "updated", "")."""
    if len(line.text) > 200 or _DIGIT.search(line.text) is None:
        return []
    found = list(dates_in(line.text, order))
    labelled: list[tuple[str, Written]] = []
    rest, last, label = 0, 0, ""
    for written in found:
        named, unknown = _label(words_of(line.text[last : written.start]))
        label = named or ("" if not labelled else label)
        labelled.append((label, written))
        rest, last = rest + unknown, written.end
    rest += _label(words_of(line.text[last:]))[1]
    strong = any(label == "published" for label, _ in labelled)
    return labelled if found and rest <= (6 if strong else 3) else []


def _label(words: list[str]) -> tuple[str, int]:
    """What words say of the date after them, and how many of them are not of that kind."""
    labels = [kind for kind in ("updated", "published") if _LABELS[kind].intersection(words)]
    return labels[0] if labels else "", sum(w not in _KNOWN and not w.isdecimal() for w in words)


_LABELS = {
    kind: frozenset(w for key in publication_words(kind) for w in key.split()) - publication_words("filler").keys()
    for kind in ("updated", "published")
}
_KNOWN = frozenset().union(*_LABELS.values(), *(publication_words(k) for k in ("weekday", "filler", "zone")))
