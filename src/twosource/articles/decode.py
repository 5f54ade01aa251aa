"""From chances to roles: every line of a plain text gets one, consistent with its neighbours."""

from __future__ import annotations

import re
from collections.abc import Sequence

from twosource.articles.agency_lines import mark_agencies
from twosource.articles.boxes import mark_boxes
from twosource.articles.columns import Column
from twosource.articles.contents import listed
from twosource.articles.ends import clear_behind
from twosource.articles.headline import alike, find_headline
from twosource.articles.lines import Line
from twosource.articles.live import entry_times, mark_entries
from twosource.articles.pictures import mark_pictures
from twosource.articles.shapes import date_line, ends_sentence, is_byline, is_point, likely_role, own_role
from twosource.articles.signed import clear_author_boxes, mark_signatures
from twosource.model import BODY_ROLES, Role

LIKELY = (0.4, 0.85)
"""Chance from which a line is the report's: in a text that is all report, and in one that is all residue."""
BETWEEN = 0.2
"""A line between two lines of the body is body too from this chance on."""
BETWEEN_PARAGRAPHS = 0.1
"""The same of a few words right between two paragraphs."""
BESIDE = 0.3
"""A sentence right behind or before a line of the body goes on with it from this chance on."""
ABOVE = 2
"""First line that the name at its end may make a caption: before it a name may be an outlet's or stand in the title."""
_FEW = 3
_ABOVE = 40
_SAME = 0.9
_HEADING_WORDS = 14
_QUESTION = 6
"""Words of a question up to which it is a heading; longer ones stand in the text as well."""
_LONG_QUESTION = 9
"""The same of one that opens with a question word: explainers are parted by these."""
_ASKING = re.compile(r"(?:what|who|why|how|where|when|which|whose)(?:['’]s)?\s", re.IGNORECASE)
_QUOTES = "\"“‘'«„"
_QUOTED = re.compile(r"['‘](?=[^\W_])[^\"“”]{3,80}[\w?!]['’]")
"""A question or exclamation in single marks is a heading; a sentence with its full stop is somebody's answer."""


def decode(lines: Sequence[Line], chance: Column, titles: Sequence[str]) -> list[Role]:
    """The role of each line of a plain text, at most one of them the headline."""
    own = _own_roles(lines)
    times = entry_times(lines, own)
    likely = _threshold(chance)
    body = [own[i] is None and chance[i] >= likely for i in range(len(lines))]
    usable = [own[i] is None and not is_byline(line) and not date_line(line) for i, line in enumerate(lines)]
    if times and any(usable[: times[0]]):
        usable[times[0] :] = [False] * (len(lines) - times[0])
    headline = find_headline(lines, usable, body, titles)
    body = _filled(lines, body, own, chance, headline)
    paragraphs = (i for i, line in enumerate(lines) if body[i] and len(line.words) > _HEADING_WORDS)
    lead = next((i for i in paragraphs if not date_line(lines[i])), len(lines))
    roles = [_role(line, own[i], body[i], early=i < lead) for i, line in enumerate(lines)]
    if headline is not None:
        _clear_above(lines, roles, headline)
        _clear_echoes(lines, roles, headline)
        roles[headline] = "headline"
        mark_signatures(lines, roles, headline)
    clear_author_boxes(lines, roles)
    mark_entries(lines, roles, times)
    mark_agencies(lines, roles)
    clear_behind(lines, roles)
    _mark_subheads(lines, roles)
    mark_lead(lines, roles)
    return roles


def _own_roles(lines: Sequence[Line]) -> list[Role | None]:
    """The roles that the lines' own words decide, and what repeats or stands beside them."""
    own = [
        own_role(line) or ("navigation" if entry else None) for line, entry in zip(lines, listed(lines), strict=True)
    ]
    mark_boxes(lines, own)
    mark_pictures(lines, own, ABOVE)
    return own


def _threshold(chance: Column) -> float:
    """The more residue a text holds, the surer a line of it must be (+1 point of F1 on flattened pages)."""
    clean, soiled = LIKELY
    return clean + (soiled - clean) * float((chance < 0.5).mean())


def _filled(
    lines: Sequence[Line], body: list[bool], own: Sequence[Role | None], chance: Column, headline: int | None
) -> list[bool]:
    """Lines between lines of the body belong to it, unless their own words say otherwise."""
    open_lines = [i for i in range(len(body)) if own[i] is None and i != headline]
    filled = list(body)
    for before, i, after in zip(open_lines, open_lines[1:], open_lines[2:], strict=False):
        least = BETWEEN_PARAGRAPHS if _parts_paragraphs(lines[before : after + 1], i - before) else BETWEEN
        if not body[i] and chance[i] >= least and body[before] and body[after]:
            filled[i] = True
    free = set(open_lines)
    goes_on = [i in free and chance[i] >= BESIDE and _sentence(line) for i, line in enumerate(lines)]
    for step, order in ((-1, range(1, len(body))), (1, range(len(body) - 2, -1, -1))):
        for i in order:
            filled[i] = filled[i] or (goes_on[i] and filled[i + step])
    for i in range(1, len(filled) - 1):
        ended = own[i + 1] == "credit" and any(filled[max(0, i - _FEW) : i])
        ended = ended or (own[i + 1] == "promo" and filled[i - 1] and len(lines[i].words) > _HEADING_WORDS)
        if i in free and ended and _closes(lines[i]):
            filled[i] = True  # the last words of a report stand right above who reported it, or above "Read more"
    if not any(filled):
        filled = _last_resort(lines, own, chance, headline)
    return filled


def _parts_paragraphs(near: Sequence[Line], at: int) -> bool:
    """Whether line `at` stands right between two paragraphs and is no longer than a subhead."""
    short = len(near[at].words) <= _QUESTION and not ends_sentence(near[at].text) and not likely_role(near[at])
    return short and len(near) == _FEW and min(len(near[0].words), len(near[-1].words)) > _HEADING_WORDS


def _closes(line: Line) -> bool:
    return _sentence(line) and likely_role(line) is None


def _sentence(line: Line) -> bool:
    return len(line.words) >= 6 and ends_sentence(line.text)


def _last_resort(lines: Sequence[Line], own: Sequence[Role | None], chance: Column, headline: int | None) -> list[bool]:
    """Where no line is likely, those that nothing speaks against and that are among the likeliest."""
    alone = not any(own)
    open_lines = [
        i for i, role in enumerate(own) if role is None and i != headline and (alone or len(lines[i].words) >= _FEW)
    ]
    top = max((float(chance[i]) for i in open_lines), default=1.0)
    chosen = {i for i in open_lines if chance[i] >= 0.5 * top}
    return [i in chosen for i in range(len(own))]


def _role(line: Line, own: Role | None, body: bool, *, early: bool) -> Role:
    if own is not None:
        return own
    if is_byline(line):
        return "byline"
    if (early or not body) and date_line(line):
        return "dateline"
    if body:
        return "list" if is_point(line.text) else "body"
    return likely_role(line) or ("navigation" if len(line.words) <= 5 and not ends_sentence(line.text) else "other")


def _clear_above(lines: Sequence[Line], roles: list[Role], headline: int) -> None:
    """A sentence or two between masthead and headline are no part of the report."""
    if roles[0] in BODY_ROLES and ends_sentence(lines[0].text):
        return
    above = [i for i in range(headline) if roles[i] in BODY_ROLES]
    if sum(len(lines[i].words) for i in above) <= _ABOVE and any(role in BODY_ROLES for role in roles[headline + 1 :]):
        for i in above:
            roles[i] = "other"


def _clear_echoes(lines: Sequence[Line], roles: list[Role], headline: int) -> None:
    """The headline once more, right under itself, is no part of the text."""
    words = lines[headline].words
    for i in range(headline + 1, min(len(lines), headline + 4)):
        if roles[i] in BODY_ROLES and len(words) > 3 and alike(lines[i].words, words) >= _SAME:
            roles[i] = "other"


def _mark_subheads(lines: Sequence[Line], roles: list[Role]) -> None:
    """A short line without a sentence's end that stands before a paragraph is a subhead; none is behind the last."""
    last = max((i for i, role in enumerate(roles) if role in BODY_ROLES - {"subhead"}), default=0)
    first = next((i for i, role in enumerate(roles) if role == "body" and len(lines[i].words) > _HEADING_WORDS), 0)
    for i in range(last + 1, len(lines)):
        roles[i] = "other" if roles[i] == "subhead" else roles[i]
    for i in range(1, len(lines) - 1):
        line = lines[i]
        heads = roles[i] == "body" and len(line.words) <= _HEADING_WORDS and _heads(line.text)
        opens = line.text[:1].isupper() or line.text[:1] in "'\"‘“" or line.text[:1].isdecimal()
        follows = roles[i + 1] in BODY_ROLES and len(lines[i + 1].text) > 2 * len(line.text)
        if heads and i < first and likely_role(line):
            roles[i] = "navigation"  # "Summary", "In brief" over the points that a page puts first
        elif (
            heads and opens and follows and not line.text.endswith((":", ",", ";")) and ends_sentence(lines[i + 1].text)
        ):
            roles[i] = "subhead"


def _heads(text: str) -> bool:
    """No sentence, or a short question, which heads what answers it; in single marks what somebody says below."""
    most = _LONG_QUESTION if _ASKING.match(text) else _QUESTION
    asks = text.endswith("?") and len(text.split()) <= most and text[0] not in _QUOTES
    return not ends_sentence(text) or asks or _QUOTED.fullmatch(text) is not None


def mark_lead(lines: Sequence[Line], roles: list[Role]) -> None:
    """The first paragraph of the body is the lead."""
    bodies = [i for i, role in enumerate(roles) if role == "body"]
    first = next((i for i in bodies if len(lines[i].words) >= 8), bodies[0] if bodies else None)
    if first is not None:
        roles[first] = "lead"
