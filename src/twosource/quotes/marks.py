"""Quotation marks: where words in quotation marks begin and end, one block at a time.

A mark that was forgotten or is no quotation mark at all (5" pipes, rock 'n' roll) must never turn the rest of an
article inside out: a quotation ends with its block at the latest. Nothing here raises on any text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache

from twosource.vocab.speech import speech_verbs

DOUBLE = re.compile(r"``|''|‘‘|’’|[\"“”„‟«»＂‹›「」]")
# A mark first and then what stands around it: a search that begins with a set of characters is six times as fast.
SINGLE = re.compile(
    r"""['‘’`‚](?: (?<=['‘`‚])(?<![\w'’‘`].)(?=[\w\[“"£$€…]) | (?<=[^\s'‘’`]['’‘])(?![\w'’]) )""",
    re.VERBOSE | re.DOTALL,
)
CLEAR = 0.9
"""Strength of the verbs of speech that tell this."""
CLOSERS = {
    '"': '"”', "“": "”\"“", "„": "“”\"", "‟": "”", "«": "»", "»": "«", "＂": "＂", "”": "”",
    "‹": "›", "›": "‹", "「": "」", "」": "",
    "``": ("''", '"'), "''": ("''", "’’"), "‘‘": ("’’", "''"), "’’": ("’’",),
}  # fmt: skip
"""Which marks close a quotation, by the mark that opened it: English, German, French, TeX, doubled apostrophes."""
SURE_OPENERS = frozenset(("``", "‘‘", "„", "«", "‹", "「"))
NESTING = frozenset(("“", "``", "«", "‘‘"))
SPACE_BEFORE = frozenset("([{—–-/|:>")
ENDS = frozenset(",.?!…—–-")
GLUED_TO = frozenset('.?!"”')
ELIDED = re.compile(r"['’‘](?:tis|twas|em|til|cause|n|\d0s|\d\d)\b", re.IGNORECASE)


TAIL = 120
"""Code points at the end of a block in which "..., said the mayor" tells that the closing mark was forgotten."""


@cache
def _forgotten() -> re.Pattern[str]:
    """What follows a closing mark that was forgotten: ", said Joan Low." and ", the mayor said." at a block's end."""
    said = sorted(
        form
        for form, verbs in speech_verbs().items()
        if any(v.takes("quote") and v.strength >= CLEAR and not v.rest and kind in ("ed", "s") for v, kind in verbs)
    )
    verb = "(?:" + "|".join(said) + ")"
    others = r"(?!(?:I|[Ww]e|[Mm]y|[Oo]ur|[Yy]ou|[Yy]our)\b)"
    return re.compile(rf",(?=\s+(?:{verb}\s+{others}[^,.;:?!]{{2,60}}|{others}(?:[^\s,.;:?!]+\s+){{1,6}}?{verb})\.?\Z)")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks, code points of the page: with the marks (`start`, `end`), without (`first`, `last`)."""

    start: int
    end: int
    first: int
    last: int
    closed: bool


def find_quotations(text: str, start: int, end: int) -> list[Quotation]:
    """The quotations of one block, outermost only, in order; the last one may be unclosed."""
    double = _double(text, start, end)
    single = _single(text, start, end, double)
    starts = [q.start for q in double]
    outer = [q for q in single if _is_speech(text, q, start) and not _cut(q, double, starts)]
    starts = [q.start for q in outer]
    double = [q for q in double if not _covered(q.start, outer, starts)]
    starts = [q.start for q in double]
    return sorted([*double, *(q for q in single if not _crosses(q, double, starts))], key=lambda q: q.start)


def _double(text: str, start: int, end: int) -> list[Quotation]:
    found: list[Quotation] = []
    opened: tuple[int, int] | None = None
    depth, last, straight = 0, start, text.count('"', start, end)
    for mark in DOUBLE.finditer(text, start, end):
        a, b = mark.span()
        last = b
        straight -= mark.group() == '"'
        if opened is None:
            if _can_open(text, a, b, start, end) or (straight % 2 and _opens_glued(text, a, b, start, end)):
                opened, depth = (a, b), 0
        elif _nests(text, opened, a, b, start, end):
            depth += 1
        elif mark.group() in CLOSERS[text[slice(*opened)]]:
            depth -= 1
            if depth < 0:
                found.append(_quotation(text, opened, (a, b), closed=True))
                opened = None
    if opened is not None:
        found.append(_unclosed(text, opened, last, end))
    return [q for q in found if q.first < q.last]


def _can_open(text: str, a: int, b: int, start: int, end: int) -> bool:
    """Whether the mark at a:b, outside any quotation, opens one: an opening shape, or space before and none after."""
    mark = text[a:b]
    if mark in SURE_OPENERS:
        return True
    before, after = text[a - 1] if a > start else " ", text[b] if b < end else " "
    return not after.isspace() and (mark == "“" or before.isspace() or before in SPACE_BEFORE or before in "'‘")


def _opens_glued(text: str, a: int, b: int, start: int, end: int) -> bool:
    """Whether a straight mark opens right after a full stop or another mark: `He fled."We saw him," she said.`

    Pages that lost their blanks read so. It counts only where an odd number of marks follows, one of which closes.
    """
    after_stop = a > start and text[a - 1] in GLUED_TO
    return text[a:b] == '"' and after_stop and b < end and (text[b].isupper() or text[b] in "'‘[")


def _nests(text: str, opened: tuple[int, int], a: int, b: int, start: int, end: int) -> bool:
    """Whether the mark at a:b opens a quotation inside another of the same marks: “He said “no” to us.”"""
    mark = text[a:b]
    if mark not in NESTING or mark != text[slice(*opened)]:
        return False
    before, after = text[a - 1] if a > start else " ", text[b] if b < end else " "
    return not after.isspace() and (before.isspace() or before in SPACE_BEFORE)


def _unclosed(text: str, opened: tuple[int, int], last: int, end: int) -> Quotation:
    """The quotation that its block does not close; where the block ends in a mark, a nested one swallowed its own."""
    stop = end
    while stop > opened[1] and text[stop - 1].isspace():
        stop -= 1
    if last != opened[1] and last >= stop - 1:
        return _quotation(text, opened, (last - 1, last), closed=True)
    forgotten = _forgotten().search(text, max(opened[1], stop - TAIL), stop)
    if forgotten and last <= forgotten.start():
        return _quotation(text, opened, (forgotten.start(), forgotten.start()), closed=True)
    return _quotation(text, opened, (stop, stop), closed=False)


def _quotation(text: str, opened: tuple[int, int], closing: tuple[int, int], *, closed: bool) -> Quotation:
    first, last = opened[1], closing[0]
    while first < last and text[first].isspace():
        first += 1
    while last > first and text[last - 1].isspace():
        last -= 1
    return Quotation(opened[0], closing[1], first, last, closed)


def _single(text: str, start: int, end: int, double: list[Quotation]) -> list[Quotation]:
    """Quotations in single marks, outside those in double marks. An apostrophe is no mark: see `_closing`."""
    starts = [q.start for q in double]
    marks = [m.start() for m in SINGLE.finditer(text, start, end) if not _covered(m.start(), double, starts)]
    found: list[Quotation] = []
    i = 0
    while i < len(marks):
        rest = i + 1
        if _opens(text, marks[i], start):
            while rest < len(marks) and not _opens(text, marks[rest], start):
                rest += 1
            closing = _closing(text, marks[i + 1 : rest], end)
            if closing is None and rest == len(marks) and _runs_on(text, marks[i], start, end):
                found.append(_unclosed(text, (marks[i], marks[i] + 1), marks[i] + 1, end))
            elif closing is not None:
                found.append(_quotation(text, (marks[i], marks[i] + 1), (closing, closing + 1), closed=True))
        i = rest
    return [q for q in found if q.first < q.last]


def _runs_on(text: str, at: int, start: int, end: int) -> bool:
    """Whether a single mark that nothing closes opens a sentence, and speech that the next block goes on with."""
    before, after = text[max(start, at - 3) : at].rstrip()[-1:], text[max(at, end - 3) : end].rstrip()[-1:]
    return (not before or before in ".?!:,") and text[at + 1 : min(at + 2, end)].isupper() and after in ".?!…"


def _is_speech(text: str, q: Quotation, start: int) -> bool:
    """Whether single marks surely hold what someone says, quotations in double marks included, as British papers do."""
    before = text[max(start, q.start - 2) : q.start].strip()
    return text[q.end - 2] in ",.?!…" and (not before or before[-1] in ",:.?!")


def _cut(q: Quotation, double: list[Quotation], starts: list[int]) -> bool:
    """Whether a quotation in double marks reaches over either end of `q`."""
    i = bisect_right(starts, q.end) - 1
    return i >= 0 and q.start < double[i].start and double[i].end > q.last


def _covered(offset: int, spans: list[Quotation], starts: list[int]) -> bool:
    i = bisect_right(starts, offset) - 1
    return i >= 0 and offset < spans[i].end


def _crosses(q: Quotation, double: list[Quotation], starts: list[int]) -> bool:
    """Whether a quotation in double marks begins inside `q`: then what looked like single marks were apostrophes."""
    i = bisect_right(starts, q.start)
    return i < len(double) and double[i].start < q.end


def _opens(text: str, at: int, start: int) -> bool:
    before = text[at - 1] if at > start else " "
    return (before.isspace() or before in SPACE_BEFORE) and not ELIDED.match(text, at)


def _closing(text: str, marks: list[int], end: int) -> int | None:
    """Which of the marks closes: one beside punctuation first, a plural's apostrophe ("workers' pay") last."""
    for at in marks:
        if text[at - 1] in ENDS or (at + 1 < end and text[at + 1] in ",.;:?!)"):
            return at
    sure = next((at for at in marks if text[at - 1] != "s"), None)
    return sure if sure is not None else (marks[0] if marks else None)
