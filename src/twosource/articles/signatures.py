"""Lines that sign a report without "By": "Jane Doe", "Jane Doe in Lagos", "The Post with AFP", "AFP, Lima (Peru)"."""

from __future__ import annotations

import re
from typing import NamedTuple

from twosource.articles.bylines import is_position, looks_like_person, names_in_byline, without_date
from twosource.vocab.gazetteer import spots
from twosource.vocab.names import given_names
from twosource.vocab.page_furniture import outlet_words
from twosource.vocab.tags import tag_words
from twosource.vocab.wires import wire_names

_LONGEST, _MOST_CHARACTERS, _MOST_PARTS = 200, 100, 6
_FEW = 6
"""Words of a line that says where a reporter is."""
_BY = re.compile(r"^(?:by|from|source|text|story by)[: ]\s?", re.IGNORECASE)
_JOINT = re.compile(
    r"\s{0,3}(?:[,;|/•·&()\[\]]{1,2}\s{0,3}(?:(?:and|with|via|(?P<led>in|at|for|from|reporting from))(?=\s))?"
    r"|(?<=\s)(?:[-–—]|and|with|(?P<small>in|at|for|from|reporting from))(?=\s))\s{0,3}"
)
_TEXT = frozenset({"text", "words", "story"})
_PICTURES = re.compile(r"photo\w*|pictures?|images?|videos?|graphics?|illustrations?", re.IGNORECASE)
_AGENCIES = frozenset(
    {"agencies", "agency", "news agencies", "wires", "wire services", "wire agencies", "wire reports"}
)
_AFTER_AGENCY = re.compile(r" (?:staff(?: writers?)?|writers?|correspondents?|news agency|news|photos)$", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_a-z][\w.'’-]{0,24}(?: (?:de |da |do |al-|the |of |el |la )?[^\W\d_a-z][\w.'’-]{0,24}){0,3}")


class Signature(NamedTuple):
    """Who signs: the spans of the persons in the line; `agency` whether a news agency signs, too."""

    persons: tuple[tuple[int, int], ...]
    agency: bool


def read_signature(line: str) -> Signature | None:
    """Who signs with this line, None where it is no signature.

    Its first part is a person or an agency, or an outlet with an agency behind it; all else names places and positions.
    """
    if len(line) > _LONGEST or line.endswith((".", "!", "?", ":", ",")):
        return None
    opening, undated = _BY.match(line), without_date(line)
    if len(undated) > _MOST_CHARACTERS:
        return None
    parts = _parts(undated, opening.end() if opening else 0)
    kinds = [_kind(part) for part in parts]
    if not parts or len(parts) > _MOST_PARTS or "" in kinds:
        return None
    signed = kinds[0] in ("person", "agency") or (kinds[0] == "name" and _is_outlet_with_agency(line, kinds))
    if not signed or (opening and "person" in kinds):
        return None  # "By Jane Doe" is read by bylines.py
    after = [*kinds[1:], ""]
    persons = tuple(
        (part.at, part.at + len(part.words))
        for part, kind, then in zip(parts, kinds, after, strict=True)
        if kind == "person" and then != "pictures"
    )
    return Signature(persons, "agency" in kinds)


def is_office_line(line: str) -> bool:
    """Whether a line is nothing but what the one named above it does, and where: "Africa correspondent, Dakar"."""
    kinds = {_kind(part) for part in _parts(line, 0)} if len(line) <= _MOST_CHARACTERS else set()
    return "position" in kinds and kinds <= {"position", "name", "agency"}


def is_where_line(line: str) -> bool:
    """Whether a line is nothing but for whom and where the one named above it reports: "The Post, Dakar", "Dakar"."""
    parts = _parts(line, 0) if len(line) <= _MOST_CHARACTERS and len(line.split()) <= _FEW else []
    return bool(parts) and all(_kind(part) == "name" for part in parts) and bool(spots(parts[-1].words))


def authors_in(line: str) -> list[str]:
    """Who a line names as authors, with "By" or as a signature."""
    signature = read_signature(line)
    return names_in_byline(line) or [line[a:b] for a, b in (signature.persons if signature else ())]


class _Part(NamedTuple):
    """What stands between two joints; `where`: whether the first of them says where or for whom."""

    at: int
    words: str
    where: bool


def _parts(line: str, start: int) -> list[_Part]:
    """What stands between the commas, strokes and small words of a line, each with its offset."""
    found, at, where = [], start, False
    for joint in [*_JOINT.finditer(line, start), None]:
        end = joint.start() if joint else len(line)
        words = line[at:end].strip()
        if words:
            post = _before_post(words)
            found.append(_Part(line.index(words, at), words[:post].rstrip() if post else words, where))
            if post:
                found.append(_Part(line.index(words, at) + post, words[post:], where))
        at, where = (joint.end(), bool(joint["led"] or joint["small"])) if joint else (end, False)
    return found


def _before_post(words: str) -> int:
    """Where a position begins right behind a name ("Jane Doe Europe correspondent"), 0 where none does."""
    each = words.split(" ")
    for n in (2, 3):
        rest = " ".join(each[n:])
        if each[0] in given_names() and is_position(rest) and _is_person(" ".join(each[:n])):
            return len(words) - len(rest)
    return 0


def _kind(part: _Part) -> str:
    """What a part of a line is: agency, person, position, text, pictures, name (of a place or an outlet), or empty."""
    words = part.words
    if words.lower() in _TEXT:
        return "text"
    if _PICTURES.fullmatch(words):
        return "pictures"
    bare = _AFTER_AGENCY.sub("", words)
    if bare in wire_names() or words.lower() in _AGENCIES:
        return "agency"
    if is_position(words):
        return "position"
    if not _NAME.fullmatch(words):
        return ""
    return "person" if not part.where and _is_person(words) else "name"


def _is_person(words: str) -> bool:
    """Whether a name is a person's: its first word a given name, or at least no ordinary word and no place."""
    written = words.title() if words.isupper() else words
    each = written.split()
    if (
        not written[0].isupper()
        or not looks_like_person(written)
        or spots(written)
        or not outlet_words().isdisjoint(written.lower().split())
    ):
        return False
    if each[0] in given_names():
        return True
    ordinary = [w.lower() in tag_words() for w in each]
    return (
        not ordinary[0]
        and not (any(ordinary) and spots(each[0]))
        and (words.isupper() or not any(w.isupper() for w in words.split()))
    )


def _is_outlet_with_agency(line: str, kinds: list[str]) -> bool:
    """Whether an outlet signs with an agency: "The Post with AFP", "The Post/Reuters", "The Post and agencies"."""
    return len(kinds) <= 3 and set(kinds[1:]) == {"agency"} and len(line.split()) <= 8
