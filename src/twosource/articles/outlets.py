"""Who published a report: given, metadata, the page's title, a byline of the staff, a notice, at last the address."""

from __future__ import annotations

import re
from collections.abc import Sequence

from twosource.articles.bylines import names_in_byline
from twosource.articles.lines import Line
from twosource.articles.metadata import Metadata
from twosource.articles.shapes import is_entry
from twosource.articles.sites import site_of
from twosource.model import BODY_ROLES, Basis, Ground, Page, Role, Selector
from twosource.vocab.page_furniture import outlet_words
from twosource.vocab.wires import wire_names

_SUFFIX = re.compile(r"^.{12,300}?\s(?P<mark>[|–—·•]|-|::)\s(?P<outlet>[^|–—·•]{2,50})$")
_STAFF = re.compile(
    r"^(?P<outlet>[A-Z].{2,50}?)\s(?:staff(?: writers?| reporters?)?|web desk|newsroom|news desk)$", re.IGNORECASE
)
_YEAR = r"(?:19|20)\d\d"
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|\bcopyright\b)(?:[\s:©]|\(c\)|copyright\b){0,6}"
    rf"(?:{_YEAR}(?:\s?[-–]\s?(?:{_YEAR}|present))?,?\s{{1,2}})?(?:by )?"
    rf"(?P<outlet>[A-Z0-9][^.|•·]{{1,60}}?)"
    rf"(?:,? (?:Ltd|Inc|LLC|Limited|Corp|GmbH|plc|Co|Publishing Co|Group|Media)\b.{{0,40}})?"
    rf"(?:\s{_YEAR})?(?:\.|\||•|·|$|,? all rights)",
    re.IGNORECASE,
)
_SEPARATED = re.compile(r"\s(?:[|·•>–—]|-)\s|\s{2,}")
_FREQUENCY = re.compile(r" \d{2,3}[.,]\d(?: ?[kM]Hz)?$")
_EDITIONS = frozenset({"english", "in english", "english edition", "english service", "international edition"})
"""What stands behind an outlet's name at a page's top: "Canal Sur | English"."""
_STATIONS = frozenset({"fm", "am", "radio"})
_HOME = re.compile(r" (?:home|homepage|home page|(?:in )?english(?: edition| service)?)$", re.IGNORECASE)
"""What the link to an agency's own first page, or to its edition in English, says behind its name."""
_JOINING = frozenset({"&", "and", "of", "the", "for", "in", "on", "de", "la"})
_NAMING = frozenset({"notice", "credit", "navigation", "promo", "other"})
_TOP = 4
_SECTIONS = frozenset(
    f"{kind} {word}"
    for kind in ("world", "breaking", "latest", "local", "business", "sports", "top", "us", "uk", "more", "live", "the")
    for word in ("news", "today", "tv", "radio", "media", "press", "star", "post")
)
_GENERIC = frozenset(
    {"courier", "post", "times", "star", "news", "herald", "press", "web", "our", "the", "online", "digital"}
)


def find_outlet(page: Page, lines: Sequence[Line], roles: Sequence[Role], metadata: Metadata) -> Ground | None:
    """The outlet as the `detail` of a ground with its basis and selector, None where nothing names it."""
    if page.given.outlet:
        return _ground(page.given.outlet, "given")
    named = next((f.value for f in metadata.outlets if 1 < len(f.value) <= 80), None)
    if named:
        return _ground(named, "metadata")
    if match := _SUFFIX.match(metadata.page_title):
        return _ground(match["outlet"].strip(), "metadata")
    if found := _of_title(page):
        return found
    for find in (_of_staff, _masthead, _of_copyright):
        if found := find(page, lines, roles):
            return found
    return _of_address(page)


def _ground(name: str, basis: Basis, selector: Selector | None = None) -> Ground:
    return Ground(field="outlet", basis=basis, detail=name, selector=selector)


def _of_title(page: Page) -> Ground | None:
    """The end of a given title: behind a bar any name, behind a dash one that sounds like an outlet's."""
    match = _SUFFIX.match(page.given.title or "")
    if match and (match["mark"] == "|" or outlet_words().intersection(match["outlet"].lower().split())):
        return _ground(match["outlet"].strip(), "given")
    return None


def _of_staff(page: Page, lines: Sequence[Line], roles: Sequence[Role]) -> Ground | None:
    """A byline of the staff names the outlet ("World Service Staff"), a lone common word does not ("Courier staff")."""
    for line, role in zip(lines, roles, strict=True):
        for name in names_in_byline(line.text) if role == "byline" else []:
            match = _STAFF.match(name)
            if match and match["outlet"].lower() not in _GENERIC and match["outlet"] not in wire_names():
                start = line.start + line.text.index(name)
                return _ground(match["outlet"], "text", Selector.of(page, start, start + match.end("outlet")))
    return None


def _of_copyright(page: Page, lines: Sequence[Line], roles: Sequence[Role]) -> Ground | None:
    found = _copyright(lines, roles)
    if found is None or found[2] in wire_names():  # the agency's notice below its text, not the outlet's
        return None
    start, end, name = found
    return _ground(name, "text", Selector.of(page, start, end))


def _of_address(page: Page) -> Ground | None:
    """The site, where nothing on the page names the outlet: "example.org"."""
    site = site_of(page.given.url or page.location)
    return _ground(site, "url") if site else None


def _copyright(lines: Sequence[Line], roles: Sequence[Role]) -> tuple[int, int, str] | None:
    """Span and words of the name in the last copyright notice."""
    for line, role in zip(reversed(lines), reversed(roles), strict=True):
        match = _COPYRIGHT.search(line.text[:400]) if role in ("notice", "credit") else None
        if match and any(map(str.isalpha, match["outlet"])) and not match["outlet"].lower().startswith("all rights"):
            start, end = match.span("outlet")
            return line.start + start, line.start + end, match["outlet"]
    return None


def _masthead(page: Page, lines: Sequence[Line], roles: Sequence[Role]) -> Ground | None:
    """One of the first lines, if a later line or the notice names it again: "THE LANTERN", "News 5 | World"."""
    notice = _copyright(lines, roles)
    owner = _first_word(notice[2]) if notice else ""
    for i, (line, role) in enumerate(zip(lines[:_TOP], roles[:_TOP], strict=True)):
        if role in BODY_ROLES or role == "headline":
            break
        shown, *edition = (part.strip() for part in _SEPARATED.split(line.text[:200], maxsplit=1))
        name = _HOME.sub("", _without_frequency(shown))
        if not 1 <= len(name.split()) <= 5 or not _capitalised(name) or (edition and is_entry(name)) or _is_row(name):
            continue
        if name in wire_names():
            if name != shown or (notice and notice[2] == name):
                return _ground(name, "text", Selector.of(page, line.start, line.start + len(name)))
            continue
        again = _again(name, lines[i + 1 :], roles[i + 1 :]) or _in_address(name, lines)
        again = again or (name if " ".join(edition).lower() in _EDITIONS else "")
        if again or (owner and owner in _telling(name)) or _sounds_like_one(name):
            selector = Selector.of(page, line.start, line.start + len(name))
            return _ground((again or _lowered(name)) if name.isupper() else name, "text", selector)
    return None


def _without_frequency(name: str) -> str:
    """A station's name without where it is on the dial: "Valley FM" of "Valley FM 94.6"."""
    bare = _FREQUENCY.sub("", name)
    return bare if _STATIONS.intersection(bare.lower().split()) else name


def _in_address(name: str, lines: Sequence[Line]) -> str:
    """The name, if an address on the page is that of its site: "PortWatch" beside "desk@portwatch.example"."""
    site = re.compile(rf"(?<=[@./]){re.escape(''.join(filter(str.isalnum, name.lower())))}\.[a-z]{{2,}}")
    return name if any(site.search(line.text[:400].lower()) for line in lines) else ""


def _lowered(name: str) -> str:
    """A name in capitals as it is written in text; short words may be initials and stay."""
    first, *rest = name.split()
    lowered = (w.lower() if w.lower() in _JOINING else w.capitalize() if len(w) > 3 else w for w in rest)
    return " ".join([first.capitalize() if len(first) > 3 or first == "THE" else first, *lowered])


def _sounds_like_one(name: str) -> bool:
    """Two words at least, one of them such as outlets are named by: "GLOBAL BRIEF DAILY"."""
    words = name.lower().split()
    return len(words) > 1 and not outlet_words().isdisjoint(words) and name.lower() not in _SECTIONS


def _again(name: str, lines: Sequence[Line], roles: Sequence[Role]) -> str:
    """The name as the prose or a notice of the page writes it, empty where none does."""
    pattern = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
    for line, role in zip(reversed(lines), reversed(roles), strict=True):
        match = pattern.search(line.text[:2000]) if role in BODY_ROLES or role in _NAMING else None
        if match and _capitalised(match[0]) and (len(name.split()) > 1 or role in _NAMING) and match[0] != line.text:
            return match[0]
    return ""


def _capitalised(name: str) -> bool:
    return all(word[0].isupper() or word[0].isdecimal() or word in _JOINING for word in name.split())


def _is_row(name: str) -> bool:
    """Whether words are a row of sections: "NEWS SPORT MONEY PUZZLES"."""
    words = name.split()
    return len(words) > 2 and 2 * sum(map(is_entry, words)) >= len(words)


def _telling(name: str) -> set[str]:
    """The first word of a name, and those of its others by which no other outlet goes: "star" tells nothing."""
    return {_first_word(name), *(name.lower().split())} - ({*outlet_words(), "the"} - {_first_word(name)})


def _first_word(name: str) -> str:
    words = [word for word in name.lower().split() if word != "the"]
    return words[0] if words else ""
