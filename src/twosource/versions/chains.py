"""Which captures are versions of one article, and in which order its texts stood at its address."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from twosource.model import Reading, Standing
from twosource.text.moments import in_utc
from twosource.versions.addresses import address_of, page_key, stated_change
from twosource.versions.align import same_report
from twosource.versions.moments import seen, stated
from twosource.versions.notices import notices
from twosource.versions.silence import own_reading
from twosource.versions.words import sentences

COMPARED = 3
"""Articles at one address, the latest ones, that a further text is compared with: on a front page each is another."""


@dataclass(frozen=True, slots=True)
class Chain:
    """The texts of one article in the order in which they stood, one that came back twice; the last is what stands.

    `told`: whether the times of the captures tell that order.
    """

    readings: tuple[Reading, ...]
    told: bool
    withdrawn: bool
    story: int = 0
    """The number of its story among those of the record."""

    @property
    def last(self) -> Reading:
        """What the outlet says now."""
        return self.readings[-1]

    @property
    def fullest(self) -> Reading:
        """The text that tells what it is about: of a withdrawn report the longest one that stood."""
        if not self.withdrawn:
            return self.last
        return max(self.readings, key=lambda r: (len(r.page.text), r.article.id))


def with_address(reading: Reading) -> Reading:
    """The reading with the address of its page and the time at which the page says it was changed."""
    page = reading.page
    article = replace(reading.article, address=address_of(page), modified=stated_change(page))
    return replace(reading, article=article)


def chains(readings: Sequence[Reading], given: Sequence[Reading], *, in_order: bool) -> list[Chain]:
    """Each of the readings, which are of one article each, in exactly one chain; by the place of what stands now.

    `given` are all captures of these articles: one that came back tells when its text stood again. Their order is no
    matter, unless they are `in_order` of their arrival and no time tells more.
    """
    times: dict[str, dict[str | None, int]] = defaultdict(dict)
    for number, capture in enumerate(given):
        times[capture.article.id].setdefault(capture.page.retrieved, number if in_order else 0)
    groups: dict[tuple[str, ...], list[tuple[int, Reading]]] = defaultdict(list)
    for reading in readings:
        for at, number in sorted(times[reading.article.id].items(), key=lambda pair: pair[0] or ""):
            groups[_group(reading)].append((number, replace(reading, page=replace(reading.page, retrieved=at))))
    found = (chain for group in groups.values() for chain in _of_address(group, in_order=in_order))
    return sorted(found, key=lambda chain: _place(chain.last))


def _group(reading: Reading) -> tuple[str, ...]:
    """Two outlets may name one address: a reprint that of its original."""
    key = page_key(reading.article.address or "")
    return (key, (reading.article.outlet or "").casefold()) if key else (reading.article.id,)


def _of_address(group: Sequence[tuple[int, Reading]], *, in_order: bool) -> list[Chain]:
    """The chains at one address; of each capture its number of arrival is given."""
    if len({r.article.id for _, r in group}) == 1:
        return [_chain([group[0][1]], told=True)]
    ordered = sorted(group, key=lambda pair: (*_when(pair[1]), pair[0], *_fallback(pair[1])))
    times = {_when(r) for _, r in group}
    told = in_order or (("", "") not in times and len(times) == len({(_when(r), r.article.id) for _, r in group}))
    found: list[list[Reading]] = []
    for _, reading in ordered:
        home = next((c for c in found[: -COMPARED - 1 : -1] if _goes_on(c[-1], reading)), None)
        if home is None:
            found.append([reading])
        elif home[-1].article.id != reading.article.id:
            home.append(reading)
    return [_chain(one, told=told) for one in found]


def _when(reading: Reading) -> tuple[str, str]:
    return in_utc(seen(reading.page, reading.article)), stated(reading.article)


def _fallback(reading: Reading) -> tuple[bool, int, str, str]:
    """Where no time tells the order: a text that says it was corrected is the later one, then the longer one."""
    return bool(notices(reading)), len(reading.page.text), *_place(reading)[:2]


def _place(reading: Reading) -> tuple[str, str, str]:
    return reading.page.location, reading.article.id, reading.page.retrieved or ""


def _goes_on(before: Reading, after: Reading) -> bool:
    """Whether `after` is a later text of the same article: shared words, or a notice that it was withdrawn."""
    if before.article.id == after.article.id or any(n.kind == "retraction" for n in notices(after)):
        return True
    return same_report(sentences(before), sentences(after))


def _chain(readings: Sequence[Reading], *, told: bool) -> Chain:
    """The chain with its articles numbered; texts that differ in trifles only, or come back, have one number."""
    texts: dict[tuple[tuple[str, ...], ...], int] = {}
    number: dict[str, int] = {}
    for reading in readings:
        own = tuple(s.key for s in sentences(reading)) if len(readings) > 1 else ()
        number.setdefault(reading.article.id, texts.setdefault(own, len(texts) + 1))
    last = readings[-1]
    withdrawn = any(n.kind == "retraction" for n in notices(last))
    made = []
    for reading in readings:
        current = reading.article.id == last.article.id
        standing: Standing = "replaced" if not current else "withdrawn" if withdrawn else "current"
        article = replace(reading.article, version=number[reading.article.id], standing=standing)
        made.append(own_reading(replace(reading, article=article)))
    return Chain(tuple(made), told, withdrawn)
