"""The findings of a record: assertions that several reports share, and those that stand in one report only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from twosource.findings.align import groups
from twosource.findings.assertions import Assertion
from twosource.findings.confidence import confidence
from twosource.findings.differ import differences
from twosource.findings.evidence import Pair, explain
from twosource.findings.gather import gather
from twosource.findings.tolls import toll_groups
from twosource.findings.weights import Weights
from twosource.findings.wording import clearest
from twosource.model import Article, Evidence, Finding, Record, Status, content_id

TELLING = 2
"""Marks that an assertion of one report needs to be a finding: "he said" is none."""
MOST_EVIDENCE = 6


@dataclass(frozen=True, slots=True)
class Context:
    """What all findings of a record are made from."""

    assertions: list[Assertion]
    weights: Weights
    articles: dict[str, Article]
    told: dict[tuple[str, int], frozenset[str]]
    """What each sentence tells, by article and number."""


def find_findings(record: Record) -> Record:
    """The record with its findings: those of most origins first, then in the order of the text."""
    assertions = gather(record)
    told: dict[tuple[str, int], frozenset[str]] = defaultdict(frozenset)
    for assertion in assertions:
        told[assertion.article, assertion.sentence] |= assertion.marks
    context = Context(assertions, Weights(assertions), {a.id: a for a in record.articles}, told)
    shared: list[Finding] = []
    used: set[int] = set()
    for role, members in toll_groups(assertions, record):
        if not set(members) <= used:
            shared.append(_finding(context, members, 1.0, role))
            used |= set(members)
    for group in groups(assertions, context.weights):
        members = tuple(m for m in group.members if m not in used)
        if len(members) > 1:
            shared.append(_finding(context, members, group.likeness))
            used |= set(members)
    findings = [*shared, *_singles(context, used)]
    return replace(record, findings=tuple(sorted(findings, key=lambda f: (-f.origins, f.text, f.id))))


def _singles(context: Context, used: set[int]) -> Iterable[Finding]:
    """One finding for what is left of each sentence, unless it says next to nothing."""
    left: dict[tuple[str, int], list[int]] = defaultdict(list)
    for i, assertion in enumerate(context.assertions):
        if i not in used and not assertion.headline:  # what only a headline says, its report says again
            left[assertion.article, assertion.sentence].append(i)
    for members in left.values():
        marks = frozenset(m for i in members for m in context.assertions[i].marks)
        if len(marks) >= TELLING:
            yield _finding(context, tuple(members), 1.0)


def _finding(context: Context, members: Sequence[int], likeness: float, role: str | None = None) -> Finding:
    chosen = [context.assertions[i] for i in members]
    claims = tuple(dict.fromkeys(c.id for a in chosen for c in a.claims))
    origins = sorted({o for a in chosen for o in a.origins})
    status: Status = "corroborated" if len(origins) > 1 else "single_origin"
    apart, found = differences(chosen, context.articles, context.weights, role) if len(origins) > 1 else (None, ())
    return Finding(
        id=content_id("finding", role or "", *sorted(claims)),
        status=apart or status,
        claims=claims,
        origins=len(origins),
        speakers=_speakers(chosen),
        text=clearest(chosen, context.told),
        differences=found,
        evidence=_evidence(context, chosen, role),
        confidence=confidence(likeness, apart or status, toll=role is not None),
    )


def _speakers(members: Sequence[Assertion]) -> int:
    """People and bodies at the root: each speaker once; an origin that speaks for itself is one more."""
    return len({a.speaker or origin for a in members for origin in sorted(a.origins)})


def _evidence(context: Context, members: Sequence[Assertion], role: str | None) -> tuple[Evidence, ...]:
    first = members[0]
    pairs = [Pair(first, other, context.weights) for other in members[1:] if other.article != first.article]
    found = [e for pair in pairs for e in explain(pair)]
    if role and pairs:
        detail = f"Both give the number of {role}; each report's first such count is its toll."
        found.insert(0, Evidence(function="same_toll", score=1.0, detail=detail, selectors=(first.at, pairs[0].two.at)))
    return tuple(found[:MOST_EVIDENCE])
