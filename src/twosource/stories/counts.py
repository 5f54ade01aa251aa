"""What one report counts: its tolls, the whole before parts, what it lists added up, without what befell others."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from operator import itemgetter

from twosource.model import Article, Quantity, Selector, Span, Time
from twosource.stories.counters import Counter, counter
from twosource.stories.dating import Days, dating, day, is_past, is_then
from twosource.stories.doers import without_doers
from twosource.stories.joining import adds, died_of_them, is_listed
from twosource.stories.lasting import dates_it, runs_on
from twosource.stories.parts import RUNNING, block_at
from twosource.stories.victims import Person, fallen, is_sudden
from twosource.text.sentences import split_sentences
from twosource.vocab.risen import REACH, is_risen_to, with_role
from twosource.vocab.totals import is_all
from twosource.vocab.word_sets import word_set

ANY_MORE = 1e9
"""The high bound of "at least 12"."""
BLOCK = 500
"""Characters after which a block counts as another one."""
ANY_DEPTH = 99
SEVERAL = 3
"""Persons from which on a part of a sum is a number that others give alone."""
HEART = 5
"""Blocks from the top of some report in which the toll of its own happening stands: in 19 of 20 stories of shootings,
while of politics, where tolls are background, 7 of 10 stand further down."""
TOP = 4
"""Blocks from the top in which a report tells the whole, not parts."""
DISPUTED = "participants"
"""The role of which several counters' numbers are news: the police and those who called for a march."""
OPENING = 2
"""Blocks from the top, the headline one of them, whose first sentences tell of what runs on as the news."""
_VAGUE = frozenset({"several", "many", "few", "various", "numerous"})
_NUMERAL = frozenset({"one", "1", "single"})
_CLAUSE_END = re.compile(r"[,;:–—(]|\.\s")
"""What ends the clause of a number: "31 dead, at a hospital without power | since Sunday"."""
_OTHER_HAPPENINGS = word_set("of other happenings")
_CORRECTS = word_set("corrects a count")


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many a report gives: `high` is ANY_MORE where open, `selectors` the numbers that make it up.

    `vague` counts give no number to hold against another ("several", "a man", who need not be the only one); `aside`
    ones stand outside the running text or seem to tell of other happenings. `depth` counts the blocks down to it, at
    most `HEART` where the story's own day stands beside it; `sentence` is where its sentence starts; `harmed` is of how
    many, the dead included, it was reckoned. `running` ones are of what goes on since a day, `total` ones told as all
    there are where others are of parts ("arrested two boys", "those arrested rose to 47"); `by` is who counts;
    `wording` is how the sentence begins, by which copies are known; `parts` are numbers that others may give for it:
    of "nine soldiers and 15 rebels" each, of "three, the attacker included" two. `corrected` ones may be lower than
    what was told before.
    """

    role: str
    low: float
    high: float
    point: float | None
    approximate: bool
    vague: bool
    aside: bool
    depth: int
    sentence: int
    selectors: tuple[Selector, ...]
    harmed: float | None = None
    running: bool = False
    total: bool = False
    by: Counter = ""
    wording: str = ""
    parts: tuple[float, ...] = ()
    corrected: bool = False


def counts_of(
    article: Article,
    text: str,
    quantities: Sequence[Quantity],
    times: Sequence[Time],
    persons: Sequence[Person],
    when: Span | None,
) -> list[Count]:
    """The tolls of one report, its own words for the whole first; `text` is its page's, the others its own records."""
    found = _counted(article, text, quantities, times, when)
    told = {c.role for c in found if not c.aside and c.depth <= HEART}
    for role, selectors in fallen(article, text, persons, HEART).items():
        if selectors and role not in told:
            found.append(_named(role, selectors, article))
    order = sorted(found, key=lambda c: (c.depth > HEART, c.vague, c.selectors[0].start))
    return sorted(order, key=lambda c: (c.aside, not c.running, not c.total))


def _counted(
    article: Article, text: str, quantities: Sequence[Quantity], times: Sequence[Time], when: Span | None
) -> list[Count]:
    """The counts in numbers, those of a list added up, without what befell others before."""
    found: list[Count] = []
    last: Quantity | None = None
    dated = -1
    for q in _with_roles(article, text, quantities):
        sentence = _sentence(article, text, q.selector.start)
        count, days = _dated_count(q, article, text, sentence, times)
        if adds(text, q, {c.role for c in found}) or is_past(days, when) or _is_passing(article, text, q):
            last = None
            continue
        if is_then(days, when):
            dated = count.depth
        if count.depth == dated:
            count = replace(count, depth=min(count.depth, HEART))
        if last is not None and found and q.role == last.role and is_listed(text, last, q):
            count = _sum(found.pop(), count)
        elif last is not None and found and found[-1].sentence == count.sentence and died_of_them(text, last, q):
            found[-1] = replace(found[-1], role="harmed")
        found.append(count)
        last = q
    return found


def _with_roles(article: Article, text: str, quantities: Sequence[Quantity]) -> list[Quantity]:
    """The quantities that are tolls, in order: those with a role, and numbers to which a toll is said to rise."""
    known = (
        q if q.role else _risen(article, text, q)
        for q in sorted((q for q in quantities if q.role or not q.ordinal), key=lambda q: q.selector.start)
    )
    return [q for q in known if q.role]


def _risen(article: Article, text: str, q: Quantity) -> Quantity:
    start = q.selector.start
    if not is_risen_to(text[max(0, start - REACH) : start]):
        return q
    first, last = _sentence(article, text, start)
    return with_role(q, text[first:start], text[q.selector.end : last])


def _dated_count(
    q: Quantity, article: Article, text: str, sentence: tuple[int, int], times: Sequence[Time]
) -> tuple[Count, Days | None]:
    """The count and the days that date it: where it is of what runs on, not the one on which that began."""
    within = [t for t in times if sentence[0] <= t.selector.start < sentence[1]]
    today = day(article.published.value) if article.published else None
    topic = article.headline.exact if article.headline else ""
    runs = _opens(article, text, sentence) and runs_on(text, sentence, q.selector, within, today, topic)
    if runs:
        within = [t for t in within if dates_it(text, sentence, t, today)]
    return _count(q, article, text, sentence, runs), dating(q.selector.start, within)


def _opens(article: Article, text: str, sentence: tuple[int, int]) -> bool:
    """Whether it is the headline or the first sentence below: further down a war or an epidemic is background."""
    block = block_at(article, sentence[0])
    first = block is not None and not text[block.start : sentence[0]].strip()
    return first and _depth(article, sentence[0]) <= OPENING


def _named(role: str, selectors: tuple[Selector, ...], article: Article) -> Count:
    """One person at least: two names may be one person's, and those named need not be all."""
    return Count(
        role=role, low=1.0, high=ANY_MORE, point=1.0, approximate=False, vague=True, aside=False,
        depth=_depth(article, selectors[0].start),
        sentence=-1, selectors=selectors,
    )  # fmt: skip


def _count(q: Quantity, article: Article, text: str, sentence: tuple[int, int], runs: bool) -> Count:
    single = q.point == 1 and not _NUMERAL & set(q.selector.exact.lower().split())
    low = q.min if q.min is not None else 0.0
    block = block_at(article, q.selector.start)
    before, after = text[sentence[0] : q.selector.start].lower(), text[q.selector.end : sentence[1]].lower()
    clause = _CLAUSE_END.split(after, maxsplit=1)[0].split()
    since = "since" in clause and not runs  # "10 people killed since Friday" adds up a spree
    others = since or not _OTHER_HAPPENINGS.isdisjoint((*before.split(), *clause))
    return Count(
        role=str(q.role),
        low=low,
        high=q.max if q.max is not None and not single else ANY_MORE,
        point=q.point,
        approximate=q.approximate,
        vague=single or _is_vague(q),
        aside=block is None or block.role not in RUNNING or others,
        depth=_depth(article, q.selector.start),
        sentence=sentence[0],
        selectors=(q.selector,),
        running=runs,
        total=q.ordinal or is_all(str(q.role), before, after),  # "a seventh body"
        by="" if q.role == DISPUTED else counter(text, sentence, q.selector.start, q.selector.end),
        wording=" ".join(text[sentence[0] : min(sentence[1], sentence[0] + BLOCK)].split()),
        corrected=not _CORRECTS.isdisjoint((*before.split(), *after.split())),
        parts=without_doers(low, after) if q.role == "killed" else (),
    )


def _is_vague(q: Quantity) -> bool:
    """Whether no number is given to hold against another: "several", "some"; but "some 6,000" is a number."""
    words = q.selector.exact.lower().split()
    return words == ["some"] or not _VAGUE.isdisjoint(words)


def _depth(article: Article, at: int) -> int:
    running = [b for b in article.blocks if b.role in RUNNING and b.start <= at]
    return len(running) + (at - running[-1].start) // BLOCK if running else ANY_DEPTH


def _sum(one: Count, two: Count) -> Count:
    point = one.point + two.point if one.point is not None and two.point is not None else None
    return replace(
        one,
        low=one.low + two.low,
        high=min(ANY_MORE, one.high + two.high),
        point=point,
        approximate=one.approximate or two.approximate,
        vague=one.vague and two.vague,
        selectors=one.selectors + two.selectors,
        parts=tuple(part for part in (*one.parts, one.low, two.low) if part >= SEVERAL),
    )


def _sentence(article: Article, text: str, at: int) -> tuple[int, int]:
    block = block_at(article, at)
    if block is None:
        return at, at
    found = _sentences(text, block.start, block.end)
    n = bisect_right(found, at, key=itemgetter(0)) - 1
    return found[n] if n >= 0 and at < found[n][1] else (at, at)


@lru_cache(maxsize=4)
def _sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentences of a block, split once for all of its numbers."""
    return list(split_sentences(text, start, end))


def _is_passing(article: Article, text: str, quantity: Quantity) -> bool:
    """Whether it is one person who dies, with no word of violence or mishap: "Actress dies at 91"."""
    return quantity.role == "killed" and quantity.point == 1 and not is_sudden(article, text, quantity.selector.start)
