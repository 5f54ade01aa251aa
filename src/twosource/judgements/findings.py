"""Findings that a person holds to be wrong: several things and not one, no difference, or nothing that is said."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from twosource.judgements.outcomes import Outcome, applied, judged, listed, quoted, refused
from twosource.judgements.passages import held_in, same
from twosource.model import Claim, Figure, Finding, Judged, Judgement, Record, Selector, Status, Verdict, content_id

AFTER: dict[Verdict, str] = {
    "apart": "not one thing: each origin stands alone",
    "agrees": "the reports do not differ",
    "nothing": "it says nothing, and is left out",
}
"""What is said of each verdict."""


def wrong(record: Record, judgement: Judgement) -> Outcome:
    """The finding all of whose judged passages are still its claims; it may have grown since."""
    at = held_in(record, judgement)
    claims = {c.id: c for c in record.claims}
    finding = _finding(record, at, claims) if len(at) == len(judgement.passages) else None
    verdict = judgement.ruling.verdict
    if finding is None or verdict is None:
        return refused(record, judgement, "these passages are not claims of one finding (any more)", at)
    if verdict == "agrees" and (reason := _no_agreement(finding, at)):
        return refused(record, judgement, reason, at)
    instead = _instead(finding, verdict, claims, judgement, at)
    kept = [f for f in record.findings if f is not finding]
    findings = tuple(sorted([*kept, *instead], key=lambda f: (-f.origins, f.text, f.id)))
    before = f"{quoted(finding.text)}: {_status(finding)}"
    refs = [f.id for f in instead]
    return applied(replace(record, findings=findings), judgement, before, AFTER[verdict], refs, at)


def _finding(record: Record, at: Sequence[Selector], claims: dict[str, Claim]) -> Finding | None:
    """The finding that has a claim for each passage; of several the one with fewest others."""
    found = []
    for finding in record.findings:
        own = [(claims[c].selector, c) for c in finding.claims]
        if at and all(same(passage, own) for passage in at):
            found.append(finding)
    return min(found, key=lambda f: (len(f.claims), f.id), default=None)


def _no_agreement(finding: Finding, at: Sequence[Selector]) -> str:
    """Why it cannot be said that the reports do not differ; empty where it can."""
    if not finding.differences:
        return "the reports do not differ in it any more" if finding.origins > 1 else "it stands on one origin only"
    values = [s for d in finding.differences for v in d.values for s in v.selectors]
    if not all(any(passage.overlaps(s) for passage in at) for s in values):
        return "reports that came since differ in it too: judge it again"
    return ""


def _instead(
    finding: Finding, verdict: Verdict, claims: dict[str, Claim], judgement: Judgement, at: Iterable[Selector]
) -> list[Finding]:
    """What stands in the place of a wrong finding."""
    reason = judged(judgement, AFTER[verdict], at)
    if verdict == "nothing":
        return []
    if verdict == "agrees":
        status: Status = "corroborated" if finding.origins > 1 else "single_origin"
        return [replace(finding, status=status, differences=(), evidence=(reason, *finding.evidence))]
    by_origin: dict[str, list[Claim]] = {}
    for claim in (claims[c] for c in finding.claims):
        by_origin.setdefault(claim.origin or claim.article, []).append(claim)
    return [replace(_alone(own, finding), evidence=(reason,)) for own in by_origin.values()]


def _alone(claims: Sequence[Claim], finding: Finding) -> Finding:
    """The claims of one origin as a finding of their own."""
    selectors = [c.selector for c in claims]
    speakers = {c.asserted_by for c in claims if c.kind == "quote" and c.asserted_by != "article"}
    return Finding(
        id=content_id("finding", "apart", *sorted(c.id for c in claims)),
        status="single_origin",
        claims=tuple(c.id for c in claims),
        origins=1,
        speakers=max(1, len(speakers)),
        text=finding.text if finding.text in selectors else max(selectors, key=lambda s: (s.end - s.start, s)),
        confidence=finding.confidence,
    )


def _status(finding: Finding) -> str:
    origins = f"{finding.origins} origin{'s' if finding.origins > 1 else ''}"
    differ = listed(d.aspect for d in finding.differences)
    words = {
        "corroborated": f"corroborated on {origins}",
        "single_origin": "on one origin",
        "updated": f"updated ({differ}) on {origins}",
        "differs": f"{origins} differ ({differ})",
    }
    return words[finding.status]


def figures(record: Record, judgements: Iterable[Judgement]) -> Record:
    """The record with the figures of its stories as the judgements of their findings have it."""
    done = {row.judgement: row for row in record.judgements if row.applied}
    ruled = [(j.ruling.verdict, done[j.id]) for j in judgements if j.kind == "wrong" and j.id in done]
    if not ruled:
        return record

    def kept(figure: Figure) -> Iterable[Figure]:
        verdicts = [verdict for verdict, row in ruled if _tells(row, figure)]
        if "nothing" in verdicts or "apart" in verdicts:
            return ()
        agreed: Status = "corroborated" if figure.origins > 1 else "single_origin"
        return (replace(figure, status=agreed),) if verdicts else (figure,)

    stories = tuple(replace(s, figures=tuple(x for f in s.figures for x in kept(f))) for s in record.stories)
    return replace(record, stories=stories)


def _tells(row: Judged, figure: Figure) -> bool:
    """Whether the passages of a judgement hold the figure's number in most of its reports; some head a report."""
    given = {number.page for number in figure.selectors}
    inside = {number.page for number in figure.selectors if any(s.covers(number) for s in row.selectors)}
    return 2 * len(inside) > len(given)
