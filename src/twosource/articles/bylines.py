"""Who wrote a report: names in a line such as "By Jane Doe and John Roe, Springfield" or in metadata."""

from __future__ import annotations

import re

from twosource.vocab.page_furniture import publication_words
from twosource.vocab.wires import wire_names, wire_spelling

_BY = re.compile(
    r"(?:(?:story|words|report|reported|written|posted|published|text|analysis|opinion|commentary|article|review)\s)?"
    r"by(?:\s*:\s*|\s+)|(?:authors?|writer|reporter)\s*:\s*|from our correspondent\s*",
    re.IGNORECASE,
)
_NAME = r"(?:(?:de|la|le|van|von|der|den|al|el|bin|ibn|da|dos|di|du|ter|ten|y|bint|abu)[ -])?[^\W\d_a-z][\w.'’-]{0,24}"
_PERSON = re.compile(rf"{_NAME}(?: {_NAME}){{1,4}}")
_STAFF = re.compile(
    r"\b(?:staff|desk|newsroom|bureau|editors?|correspondents?|reporters?|team|editorial|web desk|writers?)\b",
    re.IGNORECASE,
)
_SPLIT = re.compile(r",? and | & |;| with | / |[,•·⋅|]| [–—-] ", re.IGNORECASE)
"""What stands between names; white space is folded before, as runs of it would take cubic time."""
_JUNK = re.compile(r"https?:\S{1,300}|\S{1,64}@\S{1,64}|@\w{1,40}|\([^()]{0,80}\)|<[^<>]{0,200}>")
_POSITION = re.compile(
    r"\b(?:editor|correspondent|reporter|writer|columnist|contributor|journalist|producer|director|professor|analyst|chief"
    r"|bureau|senior|associate|assistant|managing|published|updated|posted|min read|m\.?d\.?|ph\.?d\.?|photographer"
    r"|photos?|photographs?|images?|special to|for the|minutes?|comments?|staff writer|news service|follow)\b",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_TITLE = re.compile(r"^(?:(?:dr|prof|mr|mrs|ms|sir)\.?\s)+", re.IGNORECASE)
_MONTHS = "|".join(sorted(publication_words("month"), key=len, reverse=True))
_DATE = re.compile(
    rf"\b(?:on |at )?(?:(?:{_MONTHS})\b\.?\s\d|\d{{1,2}}(?:st|nd|rd|th)?\s(?:{_MONTHS})\b|\d{{1,4}}[/.-]\d).*+$",
    re.IGNORECASE,
)


def names_in_byline(text: str) -> list[str]:
    """The authors that a line names after "By", none where it is no byline. At most 200 characters are a byline."""
    match = _BY.match(text.strip()) if len(text) <= 200 else None
    if match is None:
        return []
    rest = text.strip()[match.end() :]
    staff = _as_staff(rest)
    return [staff] if staff else split_names(rest)


def _as_staff(words: str) -> str | None:
    """A desk or a staff as one author ("World Service Staff"): it has no first name."""
    head = re.split(r"[|,•·⋅;(]|\s[–—-]\s", words, maxsplit=1)[0].strip(" .")
    found = _STAFF.search(head)
    whole = found is not None and found.end() == len(head) and len(head.split()) <= 6 and head[:1].isupper()
    return head if whole and not _person_first(head) else None


def _person_first(words: str) -> bool:
    return bool(re.search(r"\b(?:staff|senior|chief) (?:writer|reporter|editor|correspondent)$", words, re.IGNORECASE))


def split_names(words: str) -> list[str]:
    """The names of persons in a list of authors: places, positions, addresses and agencies left out."""
    names: list[str] = []
    for part in _SPLIT.split(" ".join(_JUNK.sub(" ", _DATE.sub("", words)).split())):
        name = part.strip(" .,:;-–—")
        name = _bare(_BY.sub("", name, count=1) if _BY.match(name) else name)
        if _is_name(name):
            names.append(name)
        elif names and name:
            break  # what follows a name and is none is a place, a position or a date
    return list(dict.fromkeys(names))


def _bare(name: str) -> str:
    """The name without its title and without the agency written behind it."""
    agency = wire_spelling().search(name)
    return _TITLE.sub("", name[: agency.start()].rstrip(" ,(/") if agency and agency.start() else name)


def _is_name(name: str) -> bool:
    if name in wire_names() or not 3 <= len(name) <= 60 or _DIGIT.search(name) or _POSITION.search(name):
        return False
    return _PERSON.fullmatch(name.title() if name.isupper() else name) is not None


def is_position(words: str) -> bool:
    """Whether words name what somebody does at an outlet: "Staff Writer", "Africa correspondent"."""
    ends = (match.end() for kind in (_POSITION, _STAFF) for match in kind.finditer(words))
    return len(words.split()) <= 6 and (len(words) in ends or words.lower().startswith(("special to", "for the")))


def looks_like_person(text: str) -> bool:
    """Whether a line is nothing but the name of a person, two to four words: "Jane Doe", "Moses Ssenkubuge"."""
    words = text.split()
    return 2 <= len(words) <= 4 and not text.isupper() and _is_name(text) and not _STAFF.search(text)
