"""Captions that only what stands beside them tells: the credit above them, the name of who took the picture."""

from __future__ import annotations

import re
from collections.abc import Sequence

from twosource.articles.agency_lines import names_agencies_only
from twosource.articles.lines import Line
from twosource.articles.shapes import ends_sentence, is_byline
from twosource.model import Role
from twosource.vocab.names import given_names

_WORDS = 30
_PARAGRAPH, _FEW = 20, 4
_BRACKETED = re.compile(r"[(\[][^()\[\]]{2,40}[)\]]\.?$")
_BUTTONS = frozenset({"hide caption", "toggle caption", "enlarge this image"})
_SOURCE = re.compile(r"(?:image|photo|picture) source[,:]", re.IGNORECASE)
_PHOTO_FIRMS = frozenset(
    {"getty images", "getty", "shutterstock", "istock", "alamy", "pa media", "handout", "supplied"}
)
_NAME = r"[^\W\d_a-z][\w'’-]{1,20}"
_SIGNED = re.compile(
    rf"(?:[a-z0-9.)…”\"]\s(?P<capitals>[^\W\d_a-z]{{3,20}}(?: [^\W\d_a-z]{{2,20}}){{1,2}})"
    rf"|\s?[|/•·]\s?(?P<barred>{_NAME}(?: {_NAME}){{1,2}})|[.…”]\s{{1,3}}(?P<behind>{_NAME}(?: {_NAME}){{1,2}}))$"
)


def mark_pictures(lines: Sequence[Line], own: list[Role | None], start: int) -> None:
    """Marks captions behind line `start`: above "hide caption", under an agency's name, before who took the picture."""
    paragraph = next((i for i, x in enumerate(lines) if len(x.words) >= _PARAGRAPH and ends_sentence(x.text)), 0)
    for i in range(start, len(lines)):
        text = lines[i].text
        signed = _is_signed(text) or (i < paragraph and _ends_in_agency(text))
        if own[i] is None and len(lines[i].words) <= _WORDS and signed and not is_byline(lines[i]):
            own[i] = "caption"
        if text.lower() in _BUTTONS:
            _mark_above(lines, own, i, start)
        elif _SOURCE.match(text):
            _mark_named(lines, own, i - 1, start)
        elif i + 2 < len(lines) and _credits_a_picture(text) and _is_caption(lines, own, i + 1):
            own[i] = own[i + 1] = "caption"


def _is_signed(text: str) -> bool:
    """Whether a line ends in the name of a person that no sentence holds: "The gate on Monday. Jane Doe"."""
    match = _SIGNED.search(text[-80:])
    name = next((words for words in match.groups() if words), "") if match else ""
    return bool(name) and len(text.split()) > _FEW + 1 and name.split()[0].capitalize() in given_names()


def _ends_in_agency(text: str) -> bool:
    """Whether a line is some words and an agency in brackets: "A march in Lima on Monday. (Yonhap)"."""
    match = _BRACKETED.search(text)
    return match is not None and len(text.split()) > _FEW and names_agencies_only(match[0])


def _mark_above(lines: Sequence[Line], own: list[Role | None], i: int, start: int) -> None:
    """A button for the caption stands under the caption and the credit."""
    for above in range(max(start, i - 2), i):
        if own[above] is None and len(lines[above].words) <= 2 * _WORDS:
            own[above] = "caption"


def _mark_named(lines: Sequence[Line], own: list[Role | None], i: int, start: int) -> None:
    """Who is in a picture stands above its source: a name there has not signed the report."""
    if i >= start and own[i] is None and len(lines[i].words) <= _FEW and not ends_sentence(lines[i].text):
        own[i] = "caption"


def _credits_a_picture(text: str) -> bool:
    return text.lower() in _PHOTO_FIRMS or (text[:1].isalpha() and " with " not in text and names_agencies_only(text))


def _is_caption(lines: Sequence[Line], own: Sequence[Role | None], i: int) -> bool:
    """Whether a line is short, ends no sentence and stands before a paragraph."""
    line = lines[i]
    short = own[i] is None and 4 <= len(line.words) <= _WORDS and not ends_sentence(line.text)
    return short and len(lines[i + 1].words) >= 12 and ends_sentence(lines[i + 1].text)
