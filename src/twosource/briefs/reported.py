"""Statements on what is reported: by how many origins, and in whose words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from twosource.briefs.backing import HALF, backers
from twosource.briefs.cited import CITING, origins_citing, other_numbers
from twosource.briefs.marks import quotation
from twosource.briefs.one_speaker import holders, spoken_by_one
from twosource.briefs.reports import Reports
from twosource.briefs.restated import Restated, Told, leans_on, only_headed, quoted, restated, told
from twosource.briefs.spoken import main_quote, within
from twosource.briefs.wording import listing, number_word, origin_name, origin_names, report_names, sentence, shortened
from twosource.model import Finding, Statement

MOST_SIDES = 2
"""Origins whose own words are told beside those that others share; of more it is said that they tell it otherwise."""
TAKEN_IN = 300
"""Characters of what three origins tell, each in its own words, that a reader takes in as one statement."""
FEWER = 0.5
"""Part of what the clearest words tell that others must tell to stand for them, so that all origins back them."""


CLOSE = 3 / 4
"""Part of other words than the clearest that an origin must tell to be named for them."""


class _Shared(NamedTuple):
    """The words that most origins back, and which origins those are."""

    restated: Restated
    origins: Sequence[str]


def reported(finding: Finding, reports: Reports) -> Statement:
    """The finding in one sentence that says who reports it, on every passage that it rests on."""
    one = told(finding, reports)
    selectors = tuple(dict.fromkeys([finding.text, *(c.selector for c in one.claims)]))
    spoken = spoken_by_one(one)
    text = _relayed(one, spoken) if spoken else _by_several(one) if len(one.origins) > 1 else _by_one(one)
    return Statement(text=text, finding=finding.id, selectors=selectors)


def headed(finding: Finding, reports: Reports) -> Statement:
    """What reports say in their headlines alone, quoted: a headline leaves out words that a sentence needs."""
    one = told(finding, reports)
    selectors = tuple(dict.fromkeys([finding.text, *(c.selector for c in one.claims)]))
    text = _with_who(one, f"in their headlines: {quotation(reports.sentence(finding.text).exact)}")
    return Statement(text=text, finding=finding.id, selectors=selectors)


def _relayed(one: Told, words: str) -> str:
    """That several origins give the words of one speaker, or one origin does."""
    origins = one.finding.origins
    if origins < 2:
        return _with_who(one, f"that {words}")
    names = _capital(origin_names(one.reports.record, [c.origin for c in one.claims]))
    together = "both" if origins == len(("one", "two")) else "all"
    if one.finding.speakers != 1:
        return sentence(names, together, f"report that {words}")
    return sentence(names, together, f"report that {words} ({number_word(origins)} origins, one speaker)")


def _capital(names: str) -> str:
    return f"{names[:1].upper()}{names[1:]}" if " of " in names.split(" and ", maxsplit=1)[0] else names


def _by_one(one: Told) -> str:
    """What one origin reports, with whoever says it."""
    return _with_who(one, _what(one))


def _by_several(one: Told) -> str:
    """What several origins report, in words that all of them back; where some do not, what these report instead."""
    shared = _shared(one)
    if shared is None:
        first = next(c.origin for c in one.claims if c.selector.page == one.finding.text.page)
        return _each(one, first, [o for o in one.origins if o != first])
    others = [o for o in one.origins if o not in shared.origins]
    if len(shared.origins) == 1:
        return _each(one, shared.origins[0], others)
    holding = one.of(*shared.origins)
    that = f"that {shared.restated.words}{other_numbers(shared.restated.at, holding.claims, one.reports)}"
    return _with_who(holding, "; ".join([that, *_beside(one, others)]))


def _shared(one: Told) -> _Shared | None:
    """The clearest words, if all origins back them, or else those that most do; None where none can be restated."""
    found = list(restated(one, named=False)) or list(restated(one, named=True))
    if not found:
        return None
    enough = FEWER * len(one.reports.telling(found[0].at).marks)
    others = [r for r in found[1:] if len(one.reports.telling(r.at).marks) >= enough]
    first = _Shared(found[0], _backers(found[0], one, HALF) or one.origins[:1])
    closer = [_Shared(r, _backers(r, one, CLOSE)) for r in others]
    return max([first, *closer], key=lambda c: len(c.origins))  # the first of those that most origins back


def _backers(wording: Restated, one: Told, least: float) -> list[str]:
    """The origins that tell the words, or more than `least` of them; of a quotation those that have it word by word."""
    quote = main_quote(wording.at, one.reports)
    if quote and quote.kind == "direct":
        return holders([piece.exact for piece in within(quote, [wording.at]).content], one)
    return backers(wording.at, one.claims, one.reports, least=least)


def _each(one: Told, first: str, others: Sequence[str]) -> str:
    """What each of the origins reports in its own words: none of them holds what another tells."""
    words = {o: _own_words(one, o) for o in [first, *others]}
    told = _not_too_long({o: own for o, own in words.items() if own})
    if len(told) <= 1:
        origin = told[0] if told else first
        others = [o for o in words if o != origin]
        return sentence("; ".join([f"{_name(one, origin)} reports {_what(one.of(origin))}", *_beside(one, others)]))
    parts = [f"{words[o]} ({_name(one, o)})" for o in told]
    left = len(words) - len(told)
    rest = [f"{number_word(left)} more in other words"] if left else []
    return sentence(f"{_count(one)} report, each in its own words,", "; ".join([*parts, *rest]))


def _not_too_long(words: Mapping[str, str]) -> list[str]:
    """The first two origins, and more while what all of them tell is no longer than a reader takes in."""
    told = list(words)[: 1 + MOST_SIDES]
    while len(told) > 2 and sum(len(words[o]) for o in told) > TAKEN_IN:
        told.pop()
    return told


def _own_words(one: Told, origin: str) -> str | None:
    """What one of the origins reports, with whoever says it; None for words that lean on what went before them."""
    own = one.of(origin)
    if only_headed(own):
        return f"in its headline {quoted(own)}"
    wordings = (r for named in (True, False) for r in restated(own, named=named))
    words = next((r.words for r in wordings if _is_meant(r, one)), None)
    return f"that {words}" if words else None if leans_on(own) else quoted(own)


def _is_meant(wording: Restated, one: Told) -> bool:
    """Whether a name put in for a pronoun is one that the other reports give too: who is meant can be got wrong."""
    actor = one.reports.meant(wording.at)
    elsewhere = (c.selector for c in one.claims if c.selector.page != wording.at.page)
    return actor is None or any(actor.name.split()[-1] in one.reports.sentence(s).exact for s in elsewhere)


def _beside(one: Told, others: Sequence[str]) -> Iterator[str]:
    """What these origins report where they do not back the words before."""
    own = {o: _own_words(one, o) for o in others} if len(others) <= MOST_SIDES else {}
    yield from (f"{_name(one, o)} reports {words}" for o, words in own.items() if words)
    otherwise = [_name(one, o) for o in others if not own.get(o)]
    if otherwise:
        yield f"{listing(shortened(otherwise))} {'tells' if len(otherwise) == 1 else 'tell'} of it in other words"


def _name(one: Told, origin: str) -> str:
    return origin_name(one.reports.record, origin)


def _what(one: Told) -> str:
    """What they report: a report's own clause, or what someone says in it, or the sentence in quotation marks."""
    first = next(restated(one, named=len(one.origins) == 1), None)
    if first is None:
        return f"these words: {quoted(one)}"
    return f"that {first.words}{other_numbers(first.at, one.claims, one.reports)}"


def _with_who(one: Told, words: str) -> str:
    """The words after those who report them."""
    return sentence(_who(one, words), words)


def _who(one: Told, words: str) -> str:
    names = report_names(one.reports.record, one.articles)
    if len(one.origins) > 1:
        known = origins_citing(one.claims, one.reports, words) or [names]
        names = "; ".join(known) if any(CITING in name for name in known) else listing(known)
        return f"{_count(one)} ({names}) report"
    if len(one.articles) > 1:
        return f"One origin, printed in {number_word(len(one.articles))} reports ({names}), reports"
    return f"{names} reports"


def _count(one: Told) -> str:
    """How many origins they are, and whether each of them is independent of the others, shown or inferred."""
    origins = {o.id: o.independence for o in one.reports.record.origins}
    independent = all(origins.get(o, "unknown") != "unknown" for o in one.origins)
    return f"{number_word(len(one.origins)).capitalize()} {'independent ' * independent}origins"
