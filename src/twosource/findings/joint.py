"""The findings of a record: assertions that several reports share, and those that stand in one report only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from twosource.findings import confidence
from twosource.findings.ages import ages_apart
from twosource.findings.align import candidates, groups
from twosource.findings.assertions import Assertion
from twosource.findings.contests import Contest, contests
from twosource.findings.differ import differences, numbers_clash
from twosource.findings.gather import gather
from twosource.findings.judging import explain
from twosource.findings.pairs import Pair, Standard
from twosource.findings.tolls import toll_groups, tolls_clash
from twosource.findings.wording import clearest
from twosource.model import Difference, Evidence, Finding, Record, Status, content_id

TELLING = 2
"""Marks that an assertion of one report needs to be a finding: "he said" is none."""
MOST_EVIDENCE = 6


@dataclass(frozen=True, slots=True)
class Context:
    """What all findings of a record are made from."""

    assertions: list[Assertion]
    standard: Standard
    told: dict[tuple[str, int], frozenset[str]]
    """What each sentence tells, by article and number."""


@dataclass(frozen=True, slots=True)
class Shape:
    """Assertions, by index, that make one finding: how alike, for which toll (all of it) or whose age, in which
    conflict.
    """

    members: tuple[int, ...]
    likeness: float = 1.0
    role: str | None = None
    person: str | None = None
    contest: Contest | None = None
    whole: bool = False


def find_findings(record: Record) -> Record:
    """The record with its findings: those of most origins first, then in the order of the text."""
    assertions = gather(record)
    told: dict[tuple[str, int], frozenset[str]] = defaultdict(frozenset)
    for assertion in assertions:
        told[assertion.article, assertion.sentence] |= assertion.marks
    context = Context(assertions, Standard.of(assertions), told)
    shared: list[Finding] = []
    used: set[int] = set()
    for shape in _shapes(context, record):
        members = tuple(m for m in shape.members if shape.whole or m not in used)
        if len(members) < 2 or set(members) <= used:
            continue
        finding = _finding(context, replace(shape, members=members))
        if not _is_none(finding, members, assertions, shape.role):
            shared.append(finding)
            used |= set(members)
    findings = [*shared, *_singles(context, used), *_ages(context, record)]
    return replace(record, findings=tuple(sorted(findings, key=lambda f: (-f.origins, f.text, f.id))))


def _is_none(finding: Finding, members: tuple[int, ...], assertions: list[Assertion], role: str | None) -> bool:
    """Whether it is no finding after all: a toll of one origin, which others may tell in other words; or numbers that
    clash, and nothing says that the reports differ on one thing, or that it has grown.
    """
    if finding.status != "corroborated":
        return role is not None and finding.origins < 2
    return tolls_clash(members, assertions, role) if role else numbers_clash([assertions[m] for m in members])


def _shapes(context: Context, record: Record) -> Iterator[Shape]:
    """What several reports tell together, the surest first: tolls, then what is in conflict, then all else."""
    assertions, standard = context.assertions, context.standard
    for role, toll in toll_groups(assertions, record):
        yield Shape(toll, role=role, whole=True)
    pairs = candidates(assertions, standard)
    found = groups(assertions, pairs, standard)
    for contest in contests(assertions, found, pairs, standard, {a.id: a for a in record.actors if a.named}):
        yield Shape(contest.members, contest.likeness, contest=contest, whole=True)
    for group in found:
        yield Shape(group.members, group.likeness)


def _singles(context: Context, used: set[int]) -> Iterable[Finding]:
    """One finding for what is left of each sentence, unless it says next to nothing."""
    left: dict[tuple[str, int], list[int]] = defaultdict(list)
    for i, assertion in enumerate(context.assertions):
        if i not in used and not assertion.headline:  # what only a headline says, its report says again
            left[assertion.article, assertion.sentence].append(i)
    for members in left.values():
        marks = frozenset(m for i in members for m in context.assertions[i].marks)
        if len(marks) >= TELLING:
            yield _finding(context, Shape(tuple(members)))


def _ages(context: Context, record: Record) -> Iterable[Finding]:
    """The ages on which reports differ; what else their clauses assert stands in findings of its own."""
    for apart in ages_apart(context.assertions, record):
        contest = Contest(apart.members, 1.0, "differs", apart.difference)
        finding = _finding(context, Shape(apart.members, person=apart.person, contest=contest))
        if finding.status == "differs":
            yield finding


def _finding(context: Context, shape: Shape) -> Finding:
    chosen = [context.assertions[i] for i in shape.members]
    claims = tuple(dict.fromkeys(c.id for a in chosen for c in a.claims))
    origins = sorted({o for a in chosen for o in a.origins})
    status, found = _status(context, shape, chosen, len(origins))
    toll = shape.role is not None
    several = len(origins) > 1
    return Finding(
        id=content_id("finding", shape.role or shape.person or "", *sorted(claims)),
        status=status,
        claims=claims,
        origins=len(origins),
        speakers=_speakers(chosen),
        text=clearest(chosen, context.told),
        differences=found,
        evidence=_evidence(context, chosen, shape),
        confidence=confidence.shared(shape.likeness, status, toll=toll) if several else confidence.alone(chosen),
    )


def _status(
    context: Context, shape: Shape, chosen: Sequence[Assertion], origins: int
) -> tuple[Status, tuple[Difference, ...]]:
    """The status by the contract, and in what the reports differ or have moved on."""
    if origins < 2:
        return "single_origin", ()
    apart, found = differences(chosen, context.standard, shape.role)
    contest = shape.contest
    if contest is None or shape.members != contest.members:
        return apart or "corroborated", found
    others = tuple(d for d in found if d.aspect != contest.difference.aspect)
    return "differs" if others and apart == "differs" else contest.status, (contest.difference, *others)


def _speakers(members: Sequence[Assertion]) -> int:
    """People and bodies at the root: each speaker once; an origin that speaks for itself is one more."""
    return len({a.speaker or origin for a in members for origin in sorted(a.origins)})


def _evidence(context: Context, members: Sequence[Assertion], shape: Shape) -> tuple[Evidence, ...]:
    first = members[0]
    pairs = [Pair(first, other, context.standard) for other in members[1:] if other.article != first.article]
    found = [e for pair in pairs for e in explain(pair)]
    if pairs and (shape.role or shape.person):
        name, detail = _structure(shape)
        found.insert(0, Evidence(function=name, score=1.0, detail=detail, selectors=(first.at, pairs[0].two.at)))
    return tuple(found[:MOST_EVIDENCE])


def _structure(shape: Shape) -> tuple[str, str]:
    """Why its assertions are of one thing, whatever their words are: name and explanation."""
    if shape.person:
        return "same_person", "Both give the age of one named person, beside the name."
    return "same_toll", f"Both give the number of {shape.role}; each report's first such count is its toll."
