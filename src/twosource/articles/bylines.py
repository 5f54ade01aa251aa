"""Who wrote a report: names in a line such as "By Jane Doe and John Roe, Springfield" or in metadata."""

from __future__ import annotations

import re

from twosource.vocab.gazetteer import spots
from twosource.vocab.page_furniture import publication_words
from twosource.vocab.wires import wire_names, wire_spelling

_BY = re.compile(
    r"(?:(?:story|words|report|reported|text|analysis|opinion|commentary|article|review|interview|explainer|dispatch"
    r"|exclusive|live|(?:live )?(?:updates|coverage|blog))\s)?"
    r"(?:(?:and|with)\s(?:photos|photographs|photography|pictures|images|video)\s)?"
    r"(?:(?:written|posted|published|hosted|presented)\s)?by(?:\s*:\s*|\s+)"
    r"|(?:authors?|writer|reporter|journalist|text|words)\s*:\s*|from our correspondent,?\s*",
    re.IGNORECASE,
)
_NAME = (
    r"(?:(?:del?|della|la|le|los|las|van|von|vom|zu|der|den|af|av|al|el|ould|bin|ibn|da|das|dos|di|du|d'|ter|ten|y|e|i"
    r"|bint|abu)[ -]){0,2}[^\W\d_a-z][\w.'’-]{0,24}"
)
_PERSON = re.compile(rf"{_NAME}(?: {_NAME}){{1,4}}")
_STAFF = re.compile(
    r"\b(?:staff|desk|newsroom|bureau|editors?|correspondents?|reporters?|team|editorial|web desk|writers?)\b",
    re.IGNORECASE,
)
_SPLIT = re.compile(r",? and | & |;|(?:^| )with | ?/ ?|[,•·⋅|]| [–—-] ", re.IGNORECASE)
"""What stands between names; white space is folded before, as runs of it would take cubic time."""
_WHERE = re.compile(r" (?:in|at|for|from|near|reporting|reports|based|aboard) .*+$")
"""What a name is followed by: where its bearer was, for whom they write. In capitals only where the name is so, too."""
_POST = re.compile(
    r"^(?:[\w’'-]+ ){0,4}(?:editors?|correspondents?|reporters?|writers?|columnist|contributors?|bureau chief)(?: |: )"
    r"(?=(?-i:[^\W\d_a-z]))",
    re.IGNORECASE,
)
_OF_PICTURES = re.compile(
    r"(?:(?:,|;|&|\band) )?[^,;&()]{2,50} \((?:photos?|photographs?|photography|pictures?|images?|videos?|graphics?"
    r"|illustrations?|camera)\)",
    re.IGNORECASE,
)
_JUNK = re.compile(r"https?:\S{1,300}|\S{1,64}@\S{1,64}|@\w{1,40}|\([^()]{0,80}\)|<[^<>]{0,200}>")
_POSITION = re.compile(
    r"\b(?:editor|correspondent|reporter|writer|columnist|contributor|journalist|producer|director|professor|analyst|chief"
    r"|bureau|senior|associate|assistant|managing|published|updated|posted|min read|m\.?d\.?|ph\.?d\.?|photographer"
    r"|photos?|photographs?|images?|special to|for the|minutes?|comments?|staff writer|news service|follow)\b",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_NOBODY = re.compile(
    r"(?:(?:an?|our|own|the|staff|special|web|digital|online|news|local|national|foreign|political|correspondents?"
    r"|reporters?|writers?|editors?|wires?|services|agencies)(?: |$)){1,6}",
    re.IGNORECASE,
)
"""Words that name nobody: "Staff Writers", "Our Special Correspondent", "News Wires"."""
_TITLE = re.compile(r"^(?:(?:dr|prof|mr|mrs|ms|sir)\.?\s)+", re.IGNORECASE)
_MONTHS = "|".join(sorted(publication_words("month"), key=len, reverse=True))
_DATE = re.compile(
    rf"\b(?:on |at )?(?:(?:{_MONTHS})\b\.?\s\d|\d{{1,2}}(?:st|nd|rd|th)?\s(?:{_MONTHS})\b|\d{{1,4}}[/.-]\d).*+$",
    re.IGNORECASE,
)
_DATED_BY = r"(?:updated|published|posted|modified)(?: on| at)?:?\s"
_DATED = re.compile(
    rf"(?:[,;|•·–—-]|\s){{1,4}}(?:{_DATED_BY})?(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s)?"
    + _DATE.pattern.removeprefix(r"\b"),
    re.IGNORECASE,
)


def names_in_byline(text: str) -> list[str]:
    """The authors that a line names after "By", none where it is no byline. At most 200 characters are a byline."""
    rest = _after_by(text)
    staff = _as_staff(rest)
    if _names_nobody(staff or rest):
        return []
    if staff:
        return [staff]
    return split_names(rest) if rest else []


def is_unnamed(text: str) -> bool:
    """Whether a line says that somebody of the house wrote it, without a name: "By Our Correspondent"."""
    rest = _after_by(text)
    return _names_nobody(_as_staff(rest) or rest)


def without_date(line: str) -> str:
    """The beginning of a line that ends in a date: "Jane Doe" of "Jane Doe, 5 March 2024"."""
    return _DATED.sub("", line) or line


def _after_by(text: str) -> str:
    match = _BY.match(text.strip()) if len(text) <= 200 else None
    return text.strip()[match.end() :] if match else ""


def _names_nobody(words: str) -> bool:
    return _NOBODY.fullmatch(words) is not None


def _as_staff(words: str) -> str | None:
    """A desk or a staff as one author ("World Service Staff"): it has no first name."""
    head = re.split(r"[|,•·⋅;(]|\s[–—-]\s", words, maxsplit=1)[0].strip(" .")
    whole = any(found.end() == len(head) for found in _STAFF.finditer(head)) and len(head.split()) <= 6
    whole = whole and head[:1].isupper()
    return head if whole and not _person_first(head) else None


def _person_first(words: str) -> bool:
    return bool(re.search(r"\b(?:staff|senior|chief) (?:writer|reporter|editor|correspondent)$", words, re.IGNORECASE))


def split_names(words: str) -> list[str]:
    """The names of persons in a list of authors: places, positions, addresses and agencies left out."""
    names: list[str] = []
    written = " ".join(_OF_PICTURES.sub("", _DATE.sub("", words)).split())
    for part in _SPLIT.split(" ".join(_JUNK.sub(" ", written).split())):
        name = part.strip(" .,:;-–—")
        name = _bare(_BY.sub("", name, count=1) if _BY.match(name) else name)
        if names and spots(name.title() if name.isupper() else name):
            continue  # where the one before it was
        if _is_name(name):
            names.append(name)
        elif names and name:
            break  # what follows a name and is none is a position or a date
    return list(dict.fromkeys(names))


def _bare(name: str) -> str:
    """The name without its title and post, and without where its bearer was or the agency written behind it."""
    bare = _WHERE.sub("", name)
    if name.isupper():
        bare = _WHERE.sub("", name.lower())
    bare = _POST.sub("", name[: len(bare)])
    agency = wire_spelling().search(bare)
    return _TITLE.sub("", bare[: agency.start()].rstrip(" ,(/") if agency and agency.start() else bare)


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
