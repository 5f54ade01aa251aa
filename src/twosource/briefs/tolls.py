"""Statements on tolls: numbers that agree, that have risen or were lowered, that differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from twosource.briefs.clauses import is_heading
from twosource.briefs.differences import are_apart, by, in_time, moved
from twosource.briefs.marks import LONGEST, quotation
from twosource.briefs.reports import Reports
from twosource.briefs.wording import listing, number_word, origin_names, sentence
from twosource.model import Difference, Figure, Finding, Record, Selector, Statement, Story

_NOBODY = ("killed", "injured", "arrested")
_NAMES = {
    "killed": "the number killed",
    "injured": "the number injured",
    "arrested": "the number arrested",
    "displaced": "the number driven from their homes",
    "participants": "the number who took part",
}


def toll_statements(story: Story, record: Record) -> Iterator[Statement]:
    """One statement for each figure of the story, in the order of the roles."""
    role_of = {q.selector: q.role for q in record.quantities}
    for figure in story.figures:
        finding = _finding(figure, record, role_of)
        difference = _difference(finding, figure.role, role_of) if finding else None
        yield Statement(
            text=_told(figure, difference, record), finding=finding.id if finding else None, selectors=figure.selectors
        )


def in_words(statement: Statement, reports: Reports) -> Statement:
    """The statement with the sentence of the latest report that gives the number, which tells what happened."""
    day = {a.page: a.published.value if a.published else "" for a in reports.record.articles}
    finding = next((f for f in reports.record.findings if f.id == statement.finding), None)
    last = [s for d in (finding.differences if finding else ()) for s in d.values[-1].selectors]
    bodies = [s for s in last or statement.selectors if not reports.in_headline(s)]
    if not bodies:
        return statement
    latest = max(bodies, key=lambda s: (day.get(s.page, ""), s.page, -s.start))
    words = reports.sentence(latest)
    if words == latest or words.end - words.start > LONGEST or is_heading(words.exact, words.exact.split()):
        return statement
    text = f"{statement.text.removesuffix('.')}, as in {quotation(words.exact)}"
    return replace(statement, text=sentence(text), selectors=(*statement.selectors, words))


def _told(figure: Figure, difference: Difference | None, record: Record) -> str:
    what = _NAMES[figure.role]
    if figure.status == "differs" and difference:
        values = in_time(difference.values, record)
        values = values if are_apart(values, record) else list(difference.values)
        parts = [f"{v.value} ({by(v.selectors, record)})" for v in values]
        return f"The reports differ on {what}: {(', later ' if are_apart(values, record) else ', ').join(parts)}."
    if figure.status == "updated" and difference and len(difference.values) > 1:
        values = in_time(difference.values, record)
        ends = f"from {values[0].value} to {values[-1].value}"
        return f"{_capital(what)} {moved(values, record)} {ends} as later reports came in."
    amount = _amount(figure)
    if figure.origins > 1:
        origins = _origins_at(figure.selectors, record)
        lead = f"{_capital(number_word(max(len(origins), 1)))} origins ({origin_names(record, origins)})"
        if figure.max == 0 and figure.role in _NOBODY:
            return f"{lead} report that nobody was {figure.role}."
        return f"{lead} put {what} at {amount}."
    latest = f"{_capital(what)} is given as {amount}, by {by(figure.selectors[:1], record)}"
    others = [x for x in dict.fromkeys(s.exact.lower() for s in figure.selectors[1:]) if x != figure.selectors[0].exact]
    return (
        f"{latest}; earlier it was {listing(others)}." if figure.status == "updated" and others else f"{latest} alone."
    )


def _amount(figure: Figure) -> str:
    about = "about " if figure.approximate else ""
    if figure.point is not None:
        return f"{about}{figure.point:,g}"
    return f"{about}{figure.min:,g} to {figure.max:,g}" if figure.max > figure.min else f"at least {figure.min:,g}"


def _finding(figure: Figure, record: Record, role_of: dict[Selector, str | None]) -> Finding | None:
    """The finding that this figure's toll is in, the one of most origins."""
    wanted = set(figure.selectors)
    claims = {c.id: c for c in record.claims if c.kind == "quantity"}
    quantity = {q.id: q.selector for q in record.quantities if q.role == figure.role}
    holding = [
        f for f in record.findings if any(quantity.get(claims[c].ref or "") in wanted for c in f.claims if c in claims)
    ]
    best = [f for f in holding if _difference(f, figure.role, role_of)] or holding
    return max(best, key=lambda f: (f.origins, f.id), default=None)


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
