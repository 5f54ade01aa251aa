"""Quantities: finds how many of what an article speaks of, and which of them are tolls."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from twosource.circumstances.aboard import with_aboard
from twosource.circumstances.counted import Counted, counted
from twosource.circumstances.described import with_described
from twosource.circumstances.evacuated import with_evacuated
from twosource.circumstances.figures import Figure, figure
from twosource.circumstances.fractions import denominators, folds
from twosource.circumstances.main_verbs import by_main_verb
from twosource.circumstances.not_counts import is_label
from twosource.circumstances.nth_dead import among_harmed, aside_end, nth_dead
from twosource.circumstances.parts import one_of, part_of
from twosource.circumstances.persons import single_person
from twosource.circumstances.ranks import ranked
from twosource.circumstances.sharing import share_roles
from twosource.circumstances.tolls import toll_role
from twosource.circumstances.trees import Trees
from twosource.circumstances.words import HYPHENS, READ_ROLES, Words, read_words
from twosource.model import Quantity, Selector, content_id
from twosource.vocab.counts import person_nouns, toll_words
from twosource.vocab.numbers import number_words
from twosource.vocab.word_sets import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from twosource.circumstances.sharing import Count
    from twosource.model import Reading

_NOBODY = frozenset({"nobody", "none"})
_GRADES = frozenset({"seriously", "critically", "badly", "severely", "too", "gravely"})
_ALONE = frozenset({"himself", "herself", "another"})
_ARTICLES = frozenset({"a", "an"})
_OPENERS = _ARTICLES | {"half", "no", "nobody", "none"}
_PRONOUN_AFTER = word_set("after one as a pronoun")


def find_quantities(reading: Reading) -> Reading:
    """The reading with its quantities, in the order of the page; what belongs to times is left out."""
    words = read_words(reading, READ_ROLES)
    tags = _tags(reading)
    taken = {offset for t in reading.times for offset in range(t.selector.start, t.selector.end)}
    counts = by_main_verb(words, among_harmed(words, list(_counts(words, tags, taken))), Trees(reading))
    counts = with_described(words, with_evacuated(words, with_aboard(words, counts)))
    counts = share_roles(words, counts, tags)
    return replace(reading, quantities=_settled([_quantity(reading, words, *count) for count in counts]))


def _settled(found: list[Quantity]) -> tuple[Quantity, ...]:
    """Those "shot" or "stabbed" were injured where the article counts no dead; else some of them may be the dead.

    "Three others were shot" are told apart from the dead by their own words.
    """
    dead = any(q.role == "killed" and q.min != 0 for q in found)
    return tuple(
        replace(q, role="injured") if q.role == "harmed" and not (dead and not _others(q)) else q for q in found
    )


def _others(quantity: Quantity) -> bool:
    return quantity.of is not None and bool({"other", "others"} & set(quantity.of.exact.lower().split()))


def _tags(reading: Reading) -> dict[int, str]:
    """UD tags by the offset of their word; empty without an analysis."""
    if reading.analysis is None:
        return {}
    return {t.start: t.upos for s in reading.analysis.sentences for t in s.tokens}


def _counts(words: Words, tags: dict[int, str], taken: set[int]) -> Iterator[Count]:
    opening, single, after_article, lower = _opening_words(), _single_persons(), _after_article(), words.lower
    at = 0
    for i in [i for i, word in enumerate(lower) if word in opening or "/" < word < ":"]:  # digits come after "/"
        word = lower[i]
        if i < at or (word in _ARTICLES and lower[i + 1] not in after_article):
            continue
        found: Count | None = None
        if words.starts[i] not in taken and word not in single:
            found = _counted_at(words, i, tags, taken)
        if found is None and word in single:
            found = single_person(words, i, tags)
        if found is not None:
            yield found
            at = _read_up_to(words, found)


def _read_up_to(words: Words, count: Count) -> int:
    """The word after a count: of "a ninth person, a bus driver, died" after the whole, who is no tenth."""
    f, what, role = count
    return aside_end(words, what.end) if f.ordinal and role is not None and what is not None else f.end


@cache
def _single_persons() -> frozenset[str]:
    """Words for one person of whom a toll may speak."""
    return frozenset((*(noun for noun, singular in person_nouns().items() if singular), *_ALONE))


@cache
def _opening_words() -> frozenset[str]:
    """Words, besides those in digits, at which a count may begin."""
    return frozenset((*number_words(), *_OPENERS, *folds(), *_single_persons()))


@cache
def _after_article() -> frozenset[str]:
    """Words, or dashes before them, that make a number with "a" or "an": "a dozen", "a few", "a third", "a-quarter"."""
    return frozenset((*number_words(), *denominators(), *HYPHENS, "few"))


def _counted_at(words: Words, i: int, tags: dict[int, str], taken: set[int]) -> Count | None:
    """The figure at word `i` with what it counts and its role; None where the number counts nothing."""
    if words.lower[i] == "none" and (part := part_of(words, Figure(i, i, i + 1, 0, 0), tags)) is not None:
        return part if part[2] else None
    if words.lower[i] in ("no", *_NOBODY):
        return _nobody(words, i, tags)
    if is_label(words, i) or (words.lower[i] == "one" and "no" in words.lower[max(0, i - 2) : i]):
        return None
    f = figure(words, i)
    if f is None or words.starts[f.end - 1] in taken:
        return None
    part = part_of(words, f, tags)
    if part is not None and (part[2] or not f.one):
        return part
    if f.one and words.lower[f.end] in _PRONOUN_AFTER:
        picked = one_of(words, f, tags)
        return (f, picked, toll_role(words, f.first, f.end, None)) if picked else _one_with_role(words, f)
    return _counted(words, f, tags)


def _counted(words: Words, f: Figure, tags: dict[int, str]) -> Count | None:
    """A figure with what stands after it and the role that the words around give it."""
    if f.ratio is not None or f.unit is not None:
        return f, _after_unit(words, f, tags), None
    what = counted(words, f.end, tags)
    if f.ordinal:
        rank = ranked(words, f, what)
        return (*rank[:2], nth_dead(words, f, what)) if rank else None
    role = toll_role(words, f.first, what.end if what else f.end, what.head if what else None)
    if f.low is not None and f.low % 1:  # "a 5.2 quake injured dozens"
        role = None
    return None if what is None and role is None and f.one else (f, what, role)


def _one_with_role(words: Words, f: Figure) -> Count | None:
    """A "one" that stands for a person of whom a toll speaks: "two were shot, one of them fatally"; "one of whom"."""
    role = toll_role(words, f.first, f.end, None)
    picked = words.lower[f.end : f.end + 2] in (["of", "whom"], ["of", "which"])
    return (f, None, role) if role is not None or picked else None


def _after_unit(words: Words, f: Figure, tags: dict[int, str]) -> Counted | None:
    """What a measure or a part is of: "12 tonnes of rice", "20% of voters", "34-year-old man", "one in five men"."""
    direct = f.unit == "years" or f.ratio is not None or words.lower[f.end : f.end + 1] == ["of"]
    return counted(words, f.end, tags) if direct else None


def _nobody(words: Words, i: int, tags: dict[int, str]) -> Count | None:
    """Nobody was hurt; no injuries were reported: zero, where a toll speaks of it."""
    lower = words.lower
    end = i + 1
    what: Counted | None = None
    if lower[i] == "no":
        if lower[i + 1 : i + 2] == ["one"]:
            end = i + 2
        elif lower[i + 1 : i + 3] == ["-", "one"]:
            end = i + 3
        else:
            what = counted(words, i + 1, tags)
            if what is None or not (what.is_person or what.head in toll_words("noun")):
                return None
    role = toll_role(words, i, what.end if what else end, what.head if what else None)
    if lower[end : end + 1] == ["else"] and role != "missing":  # "no one else was hurt" tells of some who were
        return None
    if _GRADES.intersection(lower[end : end + 6]):
        return None
    return (Figure(i, i, end, 0, 0), what, role) if role in ("killed", "injured", "missing", "arrested") else None


def _quantity(reading: Reading, words: Words, f: Figure, what: Counted | None, role: str | None) -> Quantity:
    start, end = words.starts[f.first], words.ends[f.end - 1]
    of = Selector.of(reading.page, words.starts[what.first], words.ends[what.end - 1]) if what else None
    return Quantity(
        id=content_id("quantity", reading.article.id, start, end),
        article=reading.article.id,
        selector=Selector.of(reading.page, start, end),
        min=f.low,
        max=f.high,
        point=f.point,
        approximate=f.approximate,
        ordinal=f.ordinal,
        ratio=f.ratio,
        unit=f.unit,
        of=of,
        role=role,
    )
