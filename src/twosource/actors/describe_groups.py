"""Descriptions of groups: "the rebels", "the union", "the council" and whom they mean here."""

from __future__ import annotations

from twosource.actors.codes import codes_of
from twosource.actors.drafts import Draft, Seen, Text, Words, positions
from twosource.actors.groups import Described, fold
from twosource.actors.phrases import POSSESSIVE
from twosource.actors.shorter import head_of_name, own_heads
from twosource.actors.small_names import body_key, find_small_names
from twosource.actors.timeline import LOOK_BACK, There, Timeline
from twosource.model import Evidence
from twosource.vocab.groups import group_nouns

_CODES = {
    "rebels": frozenset(("REB", "UAF", "CRM", "PRM")), "gang": frozenset(("CRM", "UAF")),
    "party": frozenset(("PTY", "OPP")),
    "union": frozenset(("LAB",)), "company": frozenset(("BUS",)), "court": frozenset(("JUD",)),
    "parliament": frozenset(("LEG",)), "media": frozenset(("JRN",)), "aid": frozenset(("NGO",)),
    "igo": frozenset(("IGO",)), "church": frozenset(("REL",)), "military": frozenset(("MIL",)),
    "forces": frozenset(("MIL",)), "police": frozenset(("COP",)), "opposition": frozenset(("OPP",)),
    "general": frozenset(("REB", "UAF", "CRM", "PRM", "NGO", "SOC", "LAB", "OPP", "PTY", "CVL", "IGO")),
}  # fmt: skip
_DASHES = frozenset("-–—―") | {"--"}
_OF_ITS_SECTOR = frozenset(("union", "military", "church"))
"""Classes whose nouns end names of others too: the European Union is no union, a Resistance Army not the army."""
_GENERIC = frozenset(("press", "media", "journalists", "reporters", "crowd", "crowds"))
"""Nouns of groups that mean no one body: what an agency reports for, or may not be told."""
_ARTICLES = frozenset(("the", "a", "an"))
_SHORTEST = 2
"""Words before an article behind a name and a comma."""
_OF_MANY = frozenset(("company", "firm", "group", "giant"))
_REGULATORS = ("authority", "commission", "agency", "inspectorate", "supervisor")
"""Heads of names of bodies that reports go on to call "the regulator" or "the watchdog"."""
_AGENCIES = ("agency", "body", "organisation", "organization")
"""What a body of several states is called by one that it belongs to: "the UN | agency"."""
_SPECIFIC = frozenset(("court", "ministry", "agency", "bank", "parliament", "presidency"))


def bind_groups(text: Text, drafts: list[Draft], described: list[Described]) -> list[Draft]:
    """Gives descriptions of groups to the groups they mean; what is left acts unnamed, one for each noun."""
    small = find_small_names(text, drafts, described)
    drafts = [*drafts, *small]
    told = [d for d in drafts if not _is_credit(text, d)]
    acting = [d for d in told if d.named]
    classes = {x.noun.group_class for x in described}
    lines = {name: Timeline(text, [d for d in acting if fits(d, name)]) for name in classes}
    own, there = _Namesakes(text, told), There(text, drafts)
    unnamed: dict[str, Draft] = {}
    called: dict[str, Draft] = {}
    spelled_out = {(s.words.sentence, s.words.last) for d in small for s in d.seen}
    names = _where_named(acting)
    owners = {(s.words.sentence, s.words.first, s.words.last): d for d in drafts for s in d.seen}
    for x in described:
        if (x.seen.words.sentence, x.seen.words.last) in spelled_out:
            continue
        if x.owner is not None:
            if (agency := _agency_of(acting, owners, x)) is not None:
                _describe(text, agency, x.seen)
            else:
                _give(text, owners, x)
            continue
        if (beside := _apposed(text, names, x)) is not None:
            _describe(text, beside, x.seen, "stands in apposition to")
            _take_codes(beside, x)
            called[x.head] = beside
            continue
        line = own.get(x) or lines[x.noun.group_class]
        chosen = (
            line.choose(x.seen.start, x.seen.words.sentence)
            if (x.definite or x.noun.group_class == "coalition") and x.head not in _GENERIC
            else None
        )
        if chosen is not None and _names_it(x, chosen) and not there.beside(chosen, x.seen):
            _describe(text, chosen, x.seen)
        elif chosen is None and x.head in called and _is_plain(x):
            _describe(text, called[x.head], x.seen, "was said before of")
        elif x.noun.bare and (x.definite or x.noun.group_class not in ("forces", "coalition")):
            _unnamed(unnamed, x)
    return [*small, *unnamed.values()]


def _where_named(drafts: list[Draft]) -> dict[tuple[int, int], tuple[Seen, Draft]]:
    """Names by their sentence and first word, and by the word after them, which is counted below zero."""
    seen = [(s, d) for d in drafts for s in d.seen if s.form == "name"]
    ends = {(s.words.sentence, -s.words.last): (s, d) for s, d in seen}
    return ends | {(s.words.sentence, s.words.first): (s, d) for s, d in seen}


def _apposed(text: Text, names: dict[tuple[int, int], tuple[Seen, Draft]], x: Described) -> Draft | None:
    """The body beside what describes it: "the rescue agency | NDRA", "The operator, | Orsa Harbours, denied"."""
    if x.noun.kind != "organization" or x.head.endswith("s"):
        return None
    owned = text.lower[x.seen.words.sentence][: x.seen.words.first][-1:]  # "the dockers' | union NDU"
    definite = x.definite or (owned != [] and owned[0] in POSSESSIVE)
    return _named_before(text, names, x) or (_named_after(text, names, x) if definite else None)


def _take_codes(draft: Draft, x: Described) -> None:
    """What a description beside a name says of its country, and of its sector where nothing else does."""
    shown = codes_of(x.seen.text)
    draft.country = draft.country or shown.country
    draft.sectors = draft.sectors or list(shown.sectors or x.noun.sectors)


def _named_after(text: Text, names: dict[tuple[int, int], tuple[Seen, Draft]], x: Described) -> Draft | None:
    lower, k = text.lower[x.seen.words.sentence], x.seen.words.last
    comma = int(lower[k : k + 1] == [","])
    comma += int(lower[k : k + 2] == [",", "the"])  # "the union, | the NDU, said"
    seen, draft = names.get((x.seen.words.sentence, k + comma), (None, None))
    after = lower[seen.words.last : seen.words.last + 1] if seen is not None else []
    return draft if not comma or after in ([","], ["."], []) else None


def _named_before(text: Text, names: dict[tuple[int, int], tuple[Seen, Draft]], x: Described) -> Draft | None:
    """As in "Condor, | a Lima-based airline |,"; in a list "and" follows."""
    words, lower = x.seen.words, text.lower[x.seen.words.sentence]
    k = words.first - (words.first > 0 and lower[words.first] not in _ARTICLES)
    ends = lower[words.last : words.last + 2]
    closed = ends[:1] in ([","], ["."]) and ends[1:] not in (["and"], ["or"])
    if k < _SHORTEST or lower[k] not in _ARTICLES or lower[k - 1] != "," or not closed:
        return None
    return names.get((words.sentence, -(k - 1)), (None, None))[1]


def _is_plain(x: Described) -> bool:
    """Whether "the operator" alone can go on meaning the body that it was said of; "the company" may be another."""
    return x.definite and not x.qualified and x.head not in _OF_MANY


def _is_credit(text: Text, draft: Draft) -> bool:
    """Whether a body is named in captions and datelines alone, these between brackets: "LIMA (SA) -"; no doer."""
    return all(text.threads.is_caption(s.words.sentence) or _in_dateline(text, s.words) for s in draft.seen)


def _in_dateline(text: Text, words: Words) -> bool:
    tokens = [t.text for t in text.sentences[words.sentence].tokens[max(0, words.first - 1) : words.last + 2]]
    return words.first > 0 and len(tokens) > 2 and tokens[0] == "(" and tokens[-2] == ")" and tokens[-1] in _DASHES


class _Namesakes:
    """Bodies whose names have the noun of a description as their head: "the council" for "Leeds City Council"."""

    def __init__(self, text: Text, drafts: list[Draft]) -> None:
        self._text = text
        self._drafts: dict[str, list[Draft]] = {}
        self._lines: dict[str, Timeline] = {}
        for draft in drafts:
            for head in {h.lower() for name in draft.keys[:LOOK_BACK] if (h := head_of_name(name))}:
                self._drafts.setdefault(head, []).append(draft)

    def get(self, x: Described) -> Timeline | None:
        """Where they are named; None if there are none."""
        noun, name = x.head.rpartition(" ")[2], x.noun.group_class
        if x.head in ("regulator", "watchdog") and noun not in self._drafts and x.definite and not x.qualified:
            bodies = {id(d): d for head in _REGULATORS for d in self._drafts.get(head, ())}
            return Timeline(self._text, list(bodies.values())) if bodies else None
        if name not in _OF_ITS_SECTOR:
            return None if x.qualified and not x.definite else self.of(noun)
        meant = [d for d in self._drafts.get(noun, ()) if not d.sectors or fits(d, name)]
        return Timeline(self._text, meant) if meant and (x.definite or not x.qualified) else None

    def of(self, noun: str) -> Timeline | None:
        """Where the bodies with that head (small letters) are named; None if there are none."""
        if noun not in self._lines and noun in self._drafts:
            self._lines[noun] = Timeline(self._text, self._drafts[noun])
        return self._lines.get(noun)


def bind_heads(text: Text, drafts: list[Draft]) -> None:
    """Gives "the survey" to the one body here whose name has this head, where the noun is none of a group."""
    heads = {h.lower(): h for h in own_heads("small") if h.lower() not in group_nouns()}
    own, there = _Namesakes(text, drafts), There(text, drafts)
    for index, lower in enumerate(text.lower):
        for i in positions(lower, heads):
            seen = _the(text, Words(index, i, i + 1))
            line = own.of(lower[i]) if seen is not None else None
            chosen = line.choose(seen.start, index) if line is not None and seen is not None else None
            if chosen is not None and seen is not None and not there.beside(chosen, seen):
                _describe(text, chosen, seen)


def _the(text: Text, noun: Words) -> Seen | None:
    """The noun with "the" before it, None where another word stands between or a noun follows."""
    lower, tokens = text.lower[noun.sentence], text.sentences[noun.sentence].tokens
    after = tokens[noun.last] if noun.last < len(tokens) else None
    alone = after is None or (after.upos not in ("NOUN", "PROPN") and after.text != "of")
    if not alone or tokens[noun.first].upos != "NOUN" or lower[max(0, noun.first - 1)] != "the":
        return None
    return text.seen(Words(noun.sentence, noun.first - 1, noun.last), "description")


def _describe(text: Text, draft: Draft, seen: Seen, why: str = "") -> None:
    draft.seen.append(seen)
    detail = f"“{seen.text}” can mean only “{draft.called}” here"
    if why:
        detail = f"“{seen.text}” {why} “{draft.called}”"
    spans = (text.selector(seen.words),)
    draft.note(Evidence(function="description", score=0.6, detail=detail, selectors=spans))


def _agency_of(acting: list[Draft], owners: dict[tuple[int, int, int], Draft], x: Described) -> Draft | None:
    """Which body "the UN agency" is: the only other one of several states in the report, named before."""
    assert x.owner is not None
    draft = owners.get((x.owner.sentence, x.owner.first, x.owner.last))
    if not x.definite or x.head not in _AGENCIES or draft is None or "IGO" not in draft.sectors:
        return None
    others = [d for d in acting if d is not draft and "IGO" in d.sectors]
    return others[0] if len(others) == 1 and others[0].seen[0].start < x.seen.start else None


def _give(text: Text, owners: dict[tuple[int, int, int], Draft], x: Described) -> None:
    """Adds "Hamas fighters" to Hamas, unless the words are its name already ("IS group")."""
    assert x.owner is not None
    words = x.seen.words
    draft = owners.get((x.owner.sentence, x.owner.first, x.owner.last))
    if draft is not None and (words.sentence, words.first, words.last) not in owners:
        draft.seen.append(x.seen)
        detail = f"“{x.seen.text}” begins with the name “{text.seen(x.owner).text}”"
        draft.note(Evidence(function="description", score=0.7, detail=detail, selectors=(text.selector(words),)))


def fits(draft: Draft, group_class: str) -> bool:
    """Whether a description by a noun of that class can mean this actor."""
    if draft.kind in ("person", "government"):
        return group_class == "government" and draft.kind == "government"
    if draft.group_class == group_class:
        return True
    if group_class in ("ministry", "agency", "bank", "coalition", "team"):
        return group_class in draft.name.lower() or (group_class == "coalition" and "alliance" in draft.name.lower())
    return not _CODES.get(group_class, frozenset()).isdisjoint(draft.sectors) and not draft.group_class


def _names_it(x: Described, draft: Draft) -> bool:
    """Whether a description of two words that say which one ("the appeals court") agrees with the name."""
    if x.noun.group_class not in _SPECIFIC or " " not in x.head:
        return True
    return any(x.head in name.lower() or body_key(x.head) == body_key(name) for name in draft.keys[:LOOK_BACK])


def _unnamed(unnamed: dict[str, Draft], x: Described) -> None:
    key = fold(x.seen.text) if x.qualified else x.head
    if key not in unnamed:
        shown = codes_of(x.seen.text)
        unnamed[key] = Draft(kind=x.noun.kind, seen=[], named=False, country=shown.country)
        unnamed[key].sectors, unnamed[key].group_class = list(shown.sectors or x.noun.sectors), x.noun.group_class
    unnamed[key].seen.append(x.seen)
