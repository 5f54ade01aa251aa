"""What changes do to findings: what was said otherwise before is `updated`, what is withdrawn counts no more."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from twosource.model import Claim, Difference, Evidence, Finding, Reading, Record, Selector, Variant, content_id
from twosource.versions.align import Index
from twosource.versions.telling import moved_words, name_of, withdrawn_words
from twosource.versions.told import History, Moved, Withdrawn
from twosource.versions.words import sentences, words_in

MOST_EVIDENCE = 8
"""Reasons of one finding."""
READ = 0.9
"""Confidence that a sentence was taken out: only its being said in other words can be missed."""


class Places:
    """The claims of one article by where they stand."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._claims = sorted(claims, key=lambda c: (c.selector.start, c.selector.end, c.id))
        self._longest = max(c.selector.end - c.selector.start for c in claims)

    def at(self, place: Selector) -> list[Claim]:
        """Those that share a character with these words."""
        first = bisect_left(self._claims, place.start - self._longest, key=lambda c: c.selector.start)
        last = bisect_left(self._claims, place.end, key=lambda c: c.selector.start)
        return [c for c in self._claims[first:last] if c.selector.overlaps(place)]


@dataclass(slots=True)
class Effects:
    """The findings and claims of a record, changed one change after the other."""

    record: Record
    findings: dict[str, Finding] = field(init=False)
    claims: dict[str, Claim] = field(init=False)
    of_moved: list[tuple[Moved, str]] = field(default_factory=list)
    """Each change with a finding that it updated."""
    of_withdrawn: list[tuple[Withdrawn, str]] = field(default_factory=list)
    _by_article: dict[str, Places] = field(init=False)
    _holding: dict[str, list[str]] = field(init=False)
    _index: Index = field(init=False)

    def __post_init__(self) -> None:
        self.findings = {f.id: f for f in self.record.findings}
        self.claims = {c.id: c for c in self.record.claims}
        by_article: dict[str, list[Claim]] = defaultdict(list)
        self._holding = defaultdict(list)
        for claim in self.record.claims:
            by_article[claim.article].append(claim)
        self._by_article = {article: Places(claims) for article, claims in by_article.items()}
        for finding in self.record.findings:
            for claim_id in finding.claims:
                self._holding[claim_id].append(finding.id)
        pages = {p.id: p for p in self.record.pages}
        readings = (Reading(page=pages[a.page], article=a) for a in self.record.articles)
        self._index = Index([s for reading in readings for s in sentences(reading)])

    def take(self, history: History) -> None:
        """Brings what one history tells into the findings."""
        name = name_of(history.chain.last)
        for moved in history.moved:
            self._take_moved(moved, name)
        readings = {r.article.id: r for r in history.chain.readings}
        for withdrawn in history.withdrawn:
            self._take_withdrawn(withdrawn, name, readings[withdrawn.sentence.reading.article.id])

    def _take_moved(self, moved: Moved, name: str) -> None:
        held = self._held(moved.sentences[-1].reading.article.id, moved.now)
        at = tuple(dict.fromkeys([*moved.wordings, moved.now, *moved.copied, *moved.step.notices]))
        detail = moved_words(moved, name)
        reason = Evidence(function="said_otherwise_before", score=1.0, detail=detail, selectors=at)
        for finding in held:
            self._update(finding, reason, _difference(moved))
        self.of_moved.extend((moved, finding) for finding in held[:1])

    def _take_withdrawn(self, withdrawn: Withdrawn, name: str, reading: Reading) -> None:
        """A finding of what nobody says any more; where another report says it too, that one is told of it."""
        at = (withdrawn.sentence.at, *withdrawn.copied, *withdrawn.step.notices)
        detail = withdrawn_words(withdrawn, name)
        reason = Evidence(function="said_no_longer", score=1.0, detail=detail, selectors=at)
        other = self._index.restated(withdrawn.sentence)
        beside = self._held(other.reading.article.id, other.at) if other else []
        if beside:
            self._note(beside[0], reason)
        elif made := _finding(withdrawn.sentence.at, reason, reading):
            claim, finding = made
            self.claims[claim.id] = claim
            self.findings[finding.id] = finding
            self.of_withdrawn.append((withdrawn, finding.id))

    def _held(self, article: str, at: Selector) -> list[str]:
        """The findings with a claim of this article on these words, those of the fewest words first."""
        claims = self._by_article[article].at(at) if article in self._by_article else []
        around = [c for c in claims if c.selector.covers(at)] or claims
        ranked = sorted(around, key=lambda c: (c.selector.end - c.selector.start, c.selector, c.id))
        return list(dict.fromkeys(f for c in ranked for f in self._holding[c.id]))

    def _update(self, finding_id: str, reason: Evidence, difference: Difference) -> None:
        """The finding with this change; where reports differ on what they say now, they still do."""
        finding = self.findings[finding_id]
        evidence = (reason, *finding.evidence)[:MOST_EVIDENCE]
        if finding.status != "differs":
            joined = _joined(finding.differences, difference)
            finding = replace(finding, status="updated", differences=joined)
        self.findings[finding_id] = replace(finding, evidence=evidence)

    def _note(self, finding_id: str, reason: Evidence) -> None:
        finding = self.findings[finding_id]
        self.findings[finding_id] = replace(finding, evidence=(*finding.evidence, reason)[:MOST_EVIDENCE])

    def done(self) -> Record:
        """The record with all of it; what nobody says any more comes last."""
        order = sorted(self.findings.values(), key=lambda f: (-f.origins, f.text, f.id))
        return replace(self.record, findings=tuple(order), claims=tuple(self.claims.values()))


def _difference(moved: Moved) -> Difference:
    """The earlier wordings in their order, each with every place where it stood or stands, and at last that of now."""
    found = ((" ".join(at.exact.split()), (at,)) for at in (*moved.wordings, *moved.copied, moved.now))
    return Difference(aspect=moved.aspect, values=_variants(Variant(value=v, selectors=at) for v, at in found))


def _joined(known: Sequence[Difference], more: Difference) -> tuple[Difference, ...]:
    """The differences with one more; where one of the same aspect has a value of it, the two are one."""
    keys = {_key(v) for v in more.values}
    same = next((d for d in known if d.aspect == more.aspect and not keys.isdisjoint(map(_key, d.values))), None)
    if same is None:
        return (*known, more)
    joined = Difference(aspect=more.aspect, values=_variants((*more.values, *same.values)))
    return tuple(joined if d is same else d for d in known)


def _variants(values: Iterable[Variant]) -> tuple[Variant, ...]:
    """The values, each once: "12" and "Twelve" are one."""
    found: dict[tuple[str, ...], Variant] = {}
    for value in values:
        known = found.setdefault(_key(value), value)
        at = dict.fromkeys((*known.selectors, *value.selectors))
        found[_key(value)] = replace(known, selectors=tuple(at))
    return tuple(found.values())


def _key(value: Variant) -> tuple[str, ...]:
    return tuple(w.norm for w in words_in(value.value, 0, len(value.value)))


def _finding(at: Selector, reason: Evidence, reading: Reading) -> tuple[Claim, Finding] | None:
    """What one version said and no report says any more, as a claim without an origin and a finding on none."""
    inside = [c for c in reading.claims if c.kind == "text" and c.selector.overlaps(at)]
    claim = max(inside, key=lambda c: (_overlap(c.selector, at), c.id), default=None)
    if claim is None:
        return None
    finding = Finding(
        id=content_id("finding", "withdrawn", claim.id),
        status="updated",
        claims=(claim.id,),
        origins=0,
        speakers=0,
        text=claim.selector,
        evidence=(reason,),
        confidence=READ,
    )
    return replace(claim, origin=""), finding


def _overlap(one: Selector, two: Selector) -> int:
    return min(one.end, two.end) - max(one.start, two.start)
