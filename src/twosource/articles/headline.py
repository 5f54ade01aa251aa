"""Which line of a page is its headline."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from twosource.articles.lines import Line
from twosource.articles.shapes import date_line, ends_sentence, is_byline, is_point
from twosource.articles.signatures import is_office_line, read_signature
from twosource.articles.words import words_of
from twosource.vocab.line_cues import function_words
from twosource.vocab.page_furniture import outlet_words

_MOST_WORDS, _FEWEST = 28, 3
_SHARE = 0.8
"""Share of words in common from which a line counts as the title that the page names."""
_CLOSE = 4
"""Lines before the first paragraph up to which a text counts as opening with its title."""
_REACH, _APART = 12, 6
"""Lines before the body in which titles are weighed against each other, and how far apart two of one report stand."""
_OPENING = 8
"""Lines of the body whose words a title is held against."""
_STEM, _WHOLE = 5, 5
_TOPICAL = 0.4
"""Share of a title's longer words that the body must have for it to go before a line nearer to the body; one right
above the others needs no more, as a standfirst often has more of them than its title."""
_SOME, _SURER = 0.25, 0.25
"""The least share from which a title goes before one under byline and date, and how much more that may have."""
_MASTHEAD = 5
_LOOK_PAST = 3
"""Lines of the body behind whose beginning a headline may still stand (a standfirst before it)."""


def find_headline(
    lines: Sequence[Line], usable: Sequence[bool], body: Sequence[bool], titles: Sequence[str]
) -> int | None:
    """The index of the headline, None where there is none.

    `usable` lines are no teaser or notice by their own words; `body` are those that read like the report itself;
    `titles` are names that the page or the user gives it, the best first.
    """
    first = next((i for i, line in enumerate(lines) if body[i] and _is_prose(line)), None)
    for title in titles:
        named = _named(lines, title, len(lines) if first is None else first + _LOOK_PAST)
        if named is not None:
            return named
    if first is None:
        first = len(lines) - 1
    free = [usable[i] and not _signs(line) for i, line in enumerate(lines[: first + 1])]
    best = 0 if first <= _CLOSE and free[0] and _opens(lines) else _nearest(lines, first, free)
    if best is None:
        best = _nearest(lines, first, usable)
    if best:
        best = _over_who_and_when(lines, best, first, free)
    echo = _echo(lines, first) if best is not None else None
    return echo if echo is not None else best


def _signs(line: Line) -> bool:
    """Whether a line says who wrote the report, or what the one named above it does."""
    return read_signature(line.text) is not None or is_office_line(line.text)


def _is_prose(line: Line) -> bool:
    return (len(line.words) >= 12 and ends_sentence(line.text)) or len(line.words) > _MOST_WORDS


def _named(lines: Sequence[Line], title: str, end: int) -> int | None:
    """The line before `end` that has the words of `title`, without the outlet: the most alike, then the last."""
    wanted = words_of(title)
    if len(wanted) < 2:
        return None
    likeness = {
        i: alike(line.words, wanted) for i, line in enumerate(lines[:end]) if abs(len(line.words) - len(wanted)) <= 8
    }
    named = [i for i, share in likeness.items() if share >= _SHARE]
    return max(named, key=lambda i: (round(likeness[i], 1), i)) if named else None


def alike(words: Sequence[str], wanted: Sequence[str]) -> float:
    """Share of the words of a line and a title that both have, 1 where they are the same but for an outlet's name."""
    if len(words) < _FEWEST and list(words) != list(wanted):
        return 0.0
    ours, theirs = set(words), set(wanted)
    return len(ours & theirs) / max(len(ours), 0.6 * len(theirs), 1)


def _opens(lines: Sequence[Line]) -> bool:
    """Whether the first line is a title and no masthead, as in a text that nothing but its title stands before."""
    line = lines[0]
    return (
        4 <= len(line.words) <= _MOST_WORDS
        and not (line.text.isupper() or _names_an_outlet(line))
        and not _is_prose(line)
        and _title_like(line, alone=len(lines) == 1)
    )


def _names_an_outlet(line: Line) -> bool:
    """Whether it is a masthead: "Radio Tarvik | English Service"; the report may say that it spoke to Radio Tarvik."""
    return "|" in line.text or not outlet_words().isdisjoint(line.words[:5])


def _nearest(lines: Sequence[Line], first: int, usable: Sequence[bool]) -> int | None:
    """The title-like line nearest before the body; one above it that says more of what the body says goes before it."""
    near = [i for i in range(first, max(-1, first - _REACH), -1) if _may_head(lines, i, first, usable)]
    if not near:
        far = range(first - _REACH, -1, -1)
        return next((i for i in far if _may_head(lines, i, first, usable)), None)
    body = frozenset(stem for line in lines[first : first + _OPENING] for stem in _stems(line))
    near = [i for i in near if not _is_masthead(lines[i])] or near
    best, shared, joined = near[0], _shared(lines[near[0]], body), True
    for below, i in pairwise(near):
        if best - i > _APART:
            break
        joined = joined and below - i == 1
        share = 0.0 if _names_an_outlet(lines[i]) else _shared(lines[i], body)
        if share >= (_TOPICAL if joined else max(shared, _TOPICAL)):
            best, shared, joined = i, share, True
    return best


def _is_masthead(line: Line) -> bool:
    """Whether a line is an outlet's name and nothing else: "The Tri-River Dispatch"."""
    named = len(line.words) <= _MASTHEAD and line.text.istitle() and not outlet_words().isdisjoint(line.words)
    return named and line.words[-1] in outlet_words()


def _over_who_and_when(lines: Sequence[Line], best: int, first: int, free: Sequence[bool]) -> int:
    """The title right over a byline or date, where `best` stands under these: a caption or a standfirst does.

    Nothing between `best` and the text may say who or when: the date over `best` would be a teaser's.
    """
    said = [i for i in range(max(1, best - _APART), first) if is_byline(lines[i]) or date_line(lines[i])]
    said += [i for i in range(max(1, best - _APART), first) if read_signature(lines[i].text) is not None]
    above = min(said, default=0) - 1
    if above < 0 or max(said) > best or not (free[above] and _may_head(lines, above, first, free)):
        return best
    body = frozenset(stem for line in lines[first : first + _OPENING] for stem in _stems(line))
    shared, least = _shared(lines[above], body), _shared(lines[best], body) - _SURER
    return above if len(lines[above].words) >= _WHOLE and shared >= max(_SOME, least) else best


def _may_head(lines: Sequence[Line], i: int, first: int, usable: Sequence[bool]) -> bool:
    line = lines[i]
    fits = usable[i] and _FEWEST <= len(line.words) <= _MOST_WORDS
    return fits and not (i == first and first and _is_prose(line)) and _title_like(line, alone=first == 0)


def _stems(line: Line) -> set[str]:
    """The beginnings of a line's longer words: a title says "sixteen drown" where the text has "drowned"."""
    return {word[:_STEM] for word in line.words if len(word) > 3 and word not in function_words()}


def _shared(line: Line, body: frozenset[str]) -> float:
    """The share of a title's longer words that the body has, too; 0 where it has but one."""
    stems = _stems(line)
    both = len(stems & body)
    return both / len(stems) if both > 1 and len(line.words) >= _WHOLE else 0.0


def _title_like(line: Line, *, alone: bool) -> bool:
    if alone or line.text[0].islower() or line.text.endswith((":", ",", "…", "...")) or is_point(line.text):
        return False
    if 5 * sum(word.isdecimal() for word in line.words) >= 2 * len(line.words):
        return False
    capitals = sum(word[0].isupper() for word in line.text.split() if word[0].isalpha())
    return not line.text.endswith((".", '."', ".”", "。", "。」", "。”")) or (
        len(line.words) <= 18 and capitals >= 0.5 * len(line.words)
    )


def _echo(lines: Sequence[Line], first: int) -> int | None:
    """Where the page's title ("Headline - Outlet") opens the text, the line that repeats it is the headline."""
    opening = set(lines[0].words)
    for i in range(first, 0, -1):
        words = set(lines[i].words)
        if (
            not date_line(lines[i])
            and len(words) >= _FEWEST
            and len(words & opening) >= 0.9 * len(words)
            and len(words) >= 0.5 * len(opening)
        ):
            return i
    return None
