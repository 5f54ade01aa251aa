"""The lines around a report that speak of its author: under the headline without "By", and in a box at the end."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.articles.lines import Line
from twosource.articles.shapes import ends_sentence, own_role
from twosource.articles.signatures import authors_in, is_office_line, is_where_line, read_signature
from twosource.model import BODY_ROLES, Role
from twosource.vocab.page_furniture import author_words

_PARAGRAPH = 14
_HEAD, _FAR = 6, 12
"""Lines under the headline in which a name that stands alone is the author's; farther down one over its office."""
_BOX = 8
"""Lines at the end of a page among which its author is told of."""
_SURE = frozenset({"dateline", "caption", "credit", "notice", "promo"})


def mark_signatures(lines: Sequence[Line], roles: list[Role], headline: int) -> None:
    """A name without "By" between headline and first paragraph says who wrote the report."""
    for i in range(headline + 1, min(len(lines), headline + _FAR)):
        if roles[i] in BODY_ROLES and len(lines[i].words) > _PARAGRAPH and ends_sentence(lines[i].text):
            break  # a standfirst, under which a name may stand, ends as titles do
        if i > headline + _HEAD and not (i + 1 < len(lines) and is_office_line(lines[i + 1].text)):
            continue
        goes_on = roles[i - 1] == "byline" and (is_office_line(lines[i].text) or is_where_line(lines[i].text))
        signature = read_signature(lines[i].text)
        dated = roles[i] == "dateline" and signature is not None and signature.persons
        if dated or (roles[i] not in _SURE and own_role(lines[i]) is None and (goes_on or signature)):
            roles[i] = "byline"


def clear_author_boxes(lines: Sequence[Line], roles: list[Role]) -> None:
    """What the page says of its author below the report ("Jane Doe covers Africa for The Post") is no part of it."""
    signed = (x for x, role in zip(lines, roles, strict=True) if role == "byline")
    authors = tuple(f"{name.lower()} " for line in signed for name in authors_in(line.text))
    for i in range(max(0, len(lines) - _BOX), len(lines)) if authors else ():
        text = lines[i].text.lower()
        author = next((name for name in authors if text.startswith(name)), None)
        if roles[i] in BODY_ROLES and author and text[len(author) :].split(" ", 1)[0] in author_words():
            roles[i] = "other"
