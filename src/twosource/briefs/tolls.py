"""Statements on how many: numbers that agree, that have risen, that differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from twosource.briefs.wording import number_word, origin_names, quotation, report_names
from twosource.model import Difference, Figure, Finding, Record, Selector, Statement, Story, Variant

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


def difference_statements(findings: Sequence[Finding], record: Record) -> Iterator[Statement]:
    """For each finding that differs in something else than a toll: who has which."""
    role_of = {q.selector: q.role for q in record.quantities}
    for finding in findings:
        for difference in finding.differences:
            if finding.status == "differs" and not any(role_of.get(s) for v in difference.values for s in v.selectors):
                parts = [_variant(v, finding, record) for v in difference.values]
                text = f"The reports differ: {'; but '.join(parts)}."
                yield Statement(
                    text=text, finding=finding.id, selectors=tuple(s for v in difference.values for s in v.selectors)
                )


def _told(figure: Figure, difference: Difference | None, record: Record) -> str:
    what = _NAMES[figure.role]
    if figure.status == "differs" and difference:
        values = "; ".join(f"{v.value} ({_by(v.selectors, record)})" for v in difference.values)
        return f"The reports differ on {what}: {values}."
    if figure.status == "updated" and difference and len(difference.values) > 1:
        first, last = difference.values[0].value, difference.values[-1].value
        return f"{_capital(what)} went from {first} to {last} in later reports."
    amount = _amount(figure)
    if figure.origins > 1:
        by = _origins_at(figure.selectors, record)
        return f"{_capital(number_word(figure.origins))} origins ({by}) put {what} at {amount}."
    return f"{_capital(what)} is given as {amount}, by {_by(figure.selectors[:1], record)} alone."


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


def _variant(variant: Variant, finding: Finding, record: Record) -> str:
    """The clause that gives the value, quoted, and whose it is."""
    ids = set(finding.claims)
    at = variant.selectors[0]
    around = [c.selector for c in record.claims if c.id in ids and c.selector.covers(at)]
    shown = min(around, key=lambda s: (s.end - s.start, s), default=at)
    return f"{quotation(shown.exact)} ({_by(variant.selectors, record)})"


def _by(selectors: Sequence[Selector], record: Record) -> str:
    pages = {s.page for s in selectors}
    return report_names(record, [a.id for a in record.articles if a.page in pages])


def _origins_at(selectors: Sequence[Selector], record: Record) -> str:
    """The origins of the counts at these passages."""
    wanted = {q.id for q in record.quantities if q.selector in set(selectors)}
    origins = [c.origin for c in record.claims if c.ref in wanted]
    return origin_names(record, origins) or _by(selectors, record)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
