"""Statements on tolls: numbers that agree, that have risen or were lowered, that differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from twosource.briefs.clauses import is_heading
from twosource.briefs.differences import are_apart, by, by_and_when, in_time, moved
from twosource.briefs.marks import LONGEST, quotation
from twosource.briefs.reports import Reports
from twosource.briefs.toll_numbers import alike, amount, by_amount, moving
from twosource.briefs.wording import listing, number_word, origin_names, sentence
from twosource.model import Difference, Figure, Finding, Record, Selector, Statement, Story, Variant

_VAGUE = frozenset({"dozens", "scores", "hundreds", "thousands", "several", "many"})
_NOBODY = ("killed", "injured", "arrested")
_NAMES = {
    "killed": "the number killed",
    "injured": "the number injured",
    "arrested": "the number arrested",
    "displaced": "the number driven or moved from home",
    "participants": "the number who took part",
}


def toll_statements(story: Story, record: Record) -> Iterator[Statement]:
    """One statement for each figure of the story, in the order of the roles."""
    role_of = {q.selector: q.role for q in record.quantities}
    for figure in story.figures:
        finding = _finding(figure, record, role_of)
        difference = _difference(finding, figure.role, role_of) if finding else None
        yield Statement(
            text=_told(figure, difference, record, moved_on=finding is not None and finding.status == "updated"),
            finding=finding.id if finding else None,
            selectors=figure.selectors,
        )


def in_words(statement: Statement, reports: Reports) -> Statement:
    """The statement with a sentence that tells what happened: of numbers that moved on the latest report's, of those
    that differ the one nearest the top of its report.
    """
    finding = next((f for f in reports.record.findings if f.id == statement.finding), None)
    apart = finding is not None and finding.status == "differs"
    values = [v for d in (finding.differences if finding else ()) for v in (d.values if apart else d.values[-1:])]
    last = [s for v in values for s in v.selectors]
    bodies = _below_headlines(last or statement.selectors, reports)
    if not bodies:
        return statement
    day = {a.page: a.published.value if a.published else "" for a in reports.record.articles}
    latest = max(bodies, key=lambda s: ("" if apart else day.get(s.page, ""), -reports.number(s), s.page, -s.start))
    words = reports.sentence(latest)
    if words == latest or words.end - words.start > LONGEST or is_heading(words.exact, words.exact.split()):
        return statement
    text = f"{statement.text.removesuffix('.')}, as in {quotation(words.exact)}"
    return replace(statement, text=sentence(text), selectors=(*statement.selectors, words))


def _below_headlines(given: Sequence[Selector], reports: Reports) -> list[Selector]:
    """The passages below the headlines, or where these reports give the same counts there."""
    bodies = [s for s in given if not reports.in_headline(s)]
    counts = reports.record.quantities
    known = {(q.selector.page, q.role, q.min) for q in counts if q.selector in given}
    again = (q.selector for q in counts if (q.selector.page, q.role, q.min) in known)
    return bodies or [s for s in again if not reports.in_headline(s)]


def _told(figure: Figure, difference: Difference | None, record: Record, *, moved_on: bool) -> str:
    what = _NAMES[figure.role]
    if figure.status == "corroborated" and moved_on:
        figure = replace(figure, status="updated")  # "at least 14" and 37 can both be so, and yet the one is older
    if figure.status == "differs" and difference and _names_all(difference, figure):
        values = in_time(difference.values, record)
        values = values if are_apart(values, record) else list(difference.values)
        parts = [f"{v.value} ({by(v.selectors, record)})" for v in values]
        return f"The reports differ on {what}: {(', later ' if are_apart(values, record) else ', ').join(parts)}."
    if figure.status == "updated" and difference and len(difference.values) > 1:
        values = in_time(difference.values, record)
        if alike(figure, record):
            return _agreed(figure, record)
        latest = Variant(value=amount(figure), selectors=figure.selectors[:1])
        last = values[-1] if figure.selectors[0] in values[-1].selectors else latest
        return _risen(figure, values, last, record)
    if figure.status == "differs":
        return f"The reports differ on {what}: {', '.join(by_amount(figure, record))}."
    others = _earlier(figure)
    if figure.status == "updated" and others:
        given = [figure.selectors[:1], *others.values()]
        who, *before = by_and_when(given, record)
        earlier = listing([f"{words} ({name})" for words, name in zip(others, before, strict=True)])
        return f"{_capital(what)} is given as {amount(figure)} ({who}); earlier it was {earlier}."
    return _agreed(figure, record) if figure.origins > 1 else _alone(figure, record)


def _names_all(difference: Difference, figure: Figure) -> bool:
    """Whether all reports that give the figure stand in the difference: one may count in a sentence of its own."""
    return {s.page for s in figure.selectors} <= {s.page for v in difference.values for s in v.selectors}


def _risen(figure: Figure, values: Sequence[Variant], last: Variant, record: Record) -> str:
    """From which number to which the toll went, who gives which, and when."""
    names = by_and_when((values[0].selectors, last.selectors), record)
    given = f"from {values[0].value} ({names[0]}) to {last.value} ({names[1]})"
    return f"{_capital(_NAMES[figure.role])} {moved(values, record)} {given} as later reports came in."


def _earlier(figure: Figure) -> dict[str, list[Selector]]:
    """The other words for the number, each with where it stands."""
    found: dict[str, list[Selector]] = defaultdict(list)
    for at in figure.selectors[1:]:
        if at.exact.lower() != figure.selectors[0].exact:
            found[at.exact.lower()].append(at)
    return found


def _alone(figure: Figure, record: Record) -> str:
    """What one origin gives, by its own name where several outlets carry it; one and nobody in words. That no other
    gives it is not said: it may do so in words that were not understood.
    """
    who = origin_names(record, _origins_at(figure.selectors, record)) or by(figure.selectors[:1], record)
    if figure.point in (0, 1) and figure.role in _NOBODY:
        return f"{who} reports that {'one person' if figure.point else 'nobody'} was {figure.role}."
    return f"{_capital(_NAMES[figure.role])} is given as {amount(figure)}, by {who}."


def _agreed(figure: Figure, record: Record) -> str:
    """What several origins put a number at: one and nobody in words, and beside a number those who are vaguer."""
    origins = _origins_at(figure.selectors, record)
    lead = f"{_capital(number_word(max(len(origins), 1)))} origins ({origin_names(record, origins)})"
    if figure.point in (0, 1) and figure.role in _NOBODY:
        return f"{lead} report that {'one person' if figure.point else 'nobody'} was {figure.role}."
    if values := moving(figure, record):
        return _risen(figure, values, values[-1], record)
    vague = [s for s in figure.selectors if s.exact.lower() in _VAGUE]
    exact = tuple(s for s in figure.selectors if s not in vague)
    given = by_amount(replace(figure, selectors=exact), record) if _one_a_report(exact) else []
    if len(given) > 1:
        return f"{lead} give {_NAMES[figure.role]} as {listing(given)}."
    words = f", “{vague[0].exact}” in {by(vague, record)}" if vague and len(vague) < len(figure.selectors) else ""
    number = amount(figure)
    put = f"give {_NAMES[figure.role]} as" if number.startswith("at ") else f"put {_NAMES[figure.role]} at"
    return f"{lead} {put} {number}{words}."


def _one_a_report(selectors: Sequence[Selector]) -> bool:
    """Whether each report gives its number in one place, and none by adding up."""
    return len({s.page for s in selectors}) == len(selectors)


def _finding(figure: Figure, record: Record, role_of: dict[Selector, str | None]) -> Finding | None:
    """The finding that this figure's toll is in, the one of most origins; how it moved may stand in another one that
    the same reports tell below their headlines.
    """
    pages = {s.page for s in figure.selectors}
    claims = {c.id: c for c in record.claims if c.kind == "quantity"}
    quantity = {q.id: q.selector for q in record.quantities if q.role == figure.role}

    def at(finding: Finding) -> set[Selector]:
        return {q for c in finding.claims if c in claims and (q := quantity.get(claims[c].ref or ""))}

    holding = [f for f in record.findings if at(f).intersection(figure.selectors)]
    moved = [f for f in record.findings if f.status == figure.status and f.status in ("updated", "differs")]
    differences = [(f, _difference(f, figure.role, role_of)) for f in moved]
    beside = [f for f, d in differences if d and {s.page for v in d.values for s in v.selectors} == pages]
    agreed = [f for f in holding if not f.differences]  # what differs in another number is no finding on this one
    best = [f for f in holding + beside if _difference(f, figure.role, role_of)] or agreed
    return max(best, key=lambda f: (f in holding, f.origins, f.id), default=None)


def _difference(finding: Finding, role: str, role_of: dict[Selector, str | None]) -> Difference | None:
    return next(
        (d for d in finding.differences if any(role_of.get(s) == role for v in d.values for s in v.selectors)), None
    )


def _origins_at(selectors: Sequence[Selector], record: Record) -> list[str]:
    """The origins of the counts at these passages, each once."""
    wanted = set(selectors)
    at = {c.selector.page: c.origin for c in record.claims}
    exact = [c.origin for c in record.claims if any(c.selector.covers(s) for s in wanted if s.page == c.selector.page)]
    return list(dict.fromkeys(exact or [at[s.page] for s in selectors if s.page in at]))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
