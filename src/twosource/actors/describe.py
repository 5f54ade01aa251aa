"""Descriptions: "the US defence chief", "the minister", "the rebels", "the union" and whom they mean here."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace

from twosource.actors.clauses import beside
from twosource.actors.codes import codes_of
from twosource.actors.drafts import Draft, Seen, Text, Words, positions
from twosource.actors.groups import Described, fold
from twosource.actors.held import Listed, called, has_office, of_bodies
from twosource.actors.offices import add_office, owner, title_of
from twosource.actors.shorter import head_of_name
from twosource.actors.titles import Title, can_mean, head_at, office_tokens, read_title
from twosource.model import Evidence

_NEAR = 3
"""Sentences back within which a description without a qualifier looks for whom it means."""
_LOOK_BACK = 12
_SHARE = 0.7
_CODES = {
    "rebels": frozenset(("REB", "UAF", "CRM", "PRM")), "gang": frozenset(("CRM", "UAF")),
    "party": frozenset(("PTY", "OPP")),
    "union": frozenset(("LAB",)), "company": frozenset(("BUS",)), "court": frozenset(("JUD",)),
    "parliament": frozenset(("LEG",)), "media": frozenset(("JRN",)), "aid": frozenset(("NGO",)),
    "igo": frozenset(("IGO",)), "church": frozenset(("REL",)), "military": frozenset(("MIL",)),
    "forces": frozenset(("MIL",)), "police": frozenset(("COP",)), "opposition": frozenset(("OPP", "PTY")),
    "general": frozenset(("REB", "UAF", "CRM", "PRM", "NGO", "SOC", "LAB", "OPP", "PTY", "CVL", "IGO")),
}  # fmt: skip
_SPECIFIC = frozenset(("court", "ministry", "agency", "bank", "parliament", "presidency"))
_DEFINITE = frozenset(("the", "this", "that"))
_MODIFIERS = frozenset(("ADJ", "NOUN", "PROPN", "NUM"))


class Timeline:
    """Where actors that a description can mean were named, in the order of the text."""

    def __init__(self, drafts: list[Draft]) -> None:
        found = [(x.start, x.words.sentence, d) for d in drafts for x in d.seen if x.form != "pronoun"]
        self._rows = sorted(found, key=lambda row: row[0])
        self._starts = [row[0] for row in self._rows]
        self._distinct = {id(d): d for _, _, d in self._rows}

    def choose(self, start: int, sentence: int) -> Draft | None:
        """The one meant at `start`: the only one there is, the only one near, or the one the report is about."""
        if len(self._distinct) == 1:
            return next(iter(self._distinct.values()))
        at = bisect_left(self._starts, start)
        rows = self._rows[max(0, at - _LOOK_BACK) : at]
        near = {id(d): d for _, s, d in rows if sentence - s <= _NEAR}
        if len(near) == 1:
            return next(iter(near.values()))
        counts: dict[int, int] = {}
        for _, _, d in rows:
            counts[id(d)] = counts.get(id(d), 0) + 1
        best = max(counts, key=lambda k: counts[k], default=None)
        return self._distinct[best] if best is not None and counts[best] >= _SHARE * len(rows) else None


def bind_groups(text: Text, drafts: list[Draft], described: list[Described]) -> list[Draft]:
    """Gives descriptions of groups to the groups they mean; what is left acts unnamed, one for each noun."""
    lines = {
        name: Timeline([d for d in drafts if d.named and fits(d, name)])
        for name in {x.noun.group_class for x in described}
    }
    own, there = _Namesakes(drafts), There(text, drafts)
    unnamed: dict[str, Draft] = {}
    owners = {(s.words.sentence, s.words.first, s.words.last): d for d in drafts for s in d.seen}
    for x in described:
        if x.owner is not None:
            _give(owners, x)
            continue
        line = own.get(x) or lines[x.noun.group_class]
        chosen = (
            line.choose(x.seen.start, x.seen.words.sentence)
            if x.definite or x.noun.group_class == "coalition"
            else None
        )
        if chosen is not None and _names_it(x, chosen) and not there.beside(chosen, x.seen):
            chosen.seen.append(x.seen)
            detail = f"“{x.seen.text}” can mean only “{chosen.called}” here"
            chosen.note(
                Evidence(function="description", score=0.6, detail=detail, selectors=(text.selector(x.seen.words),)),
            )
        elif x.noun.bare and (x.definite or x.noun.group_class not in ("forces", "coalition")):
            _unnamed(unnamed, x)
    return list(unnamed.values())


class _Namesakes:
    """Bodies whose names have the noun of a description as their head: "the council" for "Leeds City Council"."""

    def __init__(self, drafts: list[Draft]) -> None:
        self._drafts: dict[str, list[Draft]] = {}
        self._lines: dict[str, Timeline] = {}
        for draft in drafts:
            for head in {h.lower() for name in draft.keys[:_LOOK_BACK] if (h := head_of_name(name))}:
                self._drafts.setdefault(head, []).append(draft)

    def get(self, x: Described) -> Timeline | None:
        """Where they are named; None if there are none."""
        noun = x.head.rpartition(" ")[2]
        if noun not in self._lines and noun in self._drafts:
            self._lines[noun] = Timeline(self._drafts[noun])
        return None if x.qualified and not x.definite else self._lines.get(noun)


class There:
    """Where actors are mentioned, by sentence."""

    def __init__(self, text: Text, drafts: list[Draft]) -> None:
        self._text = text
        self._seen: dict[tuple[int, int], list[Seen]] = {}
        for draft in drafts:
            for x in draft.seen:
                self._seen.setdefault((id(draft), x.words.sentence), []).append(x)

    def beside(self, draft: Draft, at: Seen) -> bool:
        """Whether a mention of the actor is an argument of the verb whose argument `at` is: then they are two."""
        mentions = self._seen.get((id(draft), at.words.sentence), ())
        return any(beside(self._text, x.words, at.words) for x in mentions[:_LOOK_BACK])


def _give(owners: dict[tuple[int, int, int], Draft], x: Described) -> None:
    """Adds "Hamas fighters" to Hamas, unless the words are its name already ("IS group")."""
    assert x.owner is not None
    words = x.seen.words
    draft = owners.get((x.owner.sentence, x.owner.first, x.owner.last))
    if draft is not None and (words.sentence, words.first, words.last) not in owners:
        draft.seen.append(x.seen)


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
    return any(x.head in name.lower() for name in draft.keys[:_LOOK_BACK])


def _unnamed(unnamed: dict[str, Draft], x: Described) -> None:
    key = fold(x.seen.text) if x.qualified else x.head
    if key not in unnamed:
        shown = codes_of(x.seen.text)
        unnamed[key] = Draft(kind=x.noun.kind, seen=[], named=False, country=shown.country)
        unnamed[key].sectors, unnamed[key].group_class = list(shown.sectors or x.noun.sectors), x.noun.group_class
    unnamed[key].seen.append(x.seen)


class _Holders:
    """Persons by their offices, and those whom the report names only by office."""

    def __init__(self, text: Text, persons: list[Draft]) -> None:
        self.listed = Listed(text, persons)
        self.there = There(text, persons)
        self._titled = [(d, title_words(d)) for d in persons if d.offices]
        self._lines: dict[tuple[int, ...], Timeline] = {}
        self.unnamed: list[Draft] = []

    def options(self, title: Title, seen: Seen) -> list[Draft]:
        """Those whose office, held now or once as the description says, it can mean, and who do not stand beside it."""
        fitting = [d for d, titles in self._titled if any(t.past == title.past and can_mean(title, t) for t in titles)]
        return [d for d in fitting if not self.there.beside(d, seen)]

    def choose(self, options: list[Draft], seen: Seen) -> Draft | None:
        """The one of several that is meant at a place."""
        key = tuple(id(d) for d in options)
        if key not in self._lines:
            self._lines[key] = Timeline(options)
        return self._lines[key].choose(seen.start, seen.words.sentence)

    def add(self, draft: Draft, title: Title) -> None:
        """Takes up somebody named by office only; later descriptions can mean them too."""
        self.unnamed.append(draft)
        self._titled.append((draft, [title]))


def title_words(draft: Draft) -> list[Title]:
    """What the offices of a person say."""
    return [t for o in draft.offices if (t := read_title(o.title.split()))]


def bind_persons(text: Text, persons: list[Draft]) -> list[Draft]:
    """Gives descriptions by office to the holders named in the report; returns those whom it names only by office."""
    holders = _Holders(text, persons)
    taken = sorted((o.selector.start, o.selector.end) for d in persons for o in d.offices)
    names = {x.start for d in persons for x in d.seen}
    for words in _descriptions(text, names):
        selector, title = text.selector(words), title_of(text, words)
        if title is not None and not _inside(taken, selector.start):
            _bind_person(text, words, title, holders)
    return holders.unnamed


def _inside(spans: list[tuple[int, int]], start: int) -> bool:
    at = bisect_right(spans, (start, 1 << 60)) - 1
    return at >= 0 and start < spans[at][1]


def _bind_person(text: Text, words: Words, title: Title, holders: _Holders) -> None:
    first = words.first - int(words.first > 0 and text.lower[words.sentence][words.first - 1] in _DEFINITE)
    seen = text.seen(Words(words.sentence, first, words.last), "description")
    title = replace(title, country=title.country or owner(text, words))
    offices = called(text, words)
    options = holders.options(title, seen)
    if of_bodies(offices):
        options = [d for d in options if has_office(d, offices)]
    chosen = holders.choose(options, seen) if options else None
    sure = chosen is not None and any(_present(d, title) for d in options)
    listed = None if sure else holders.listed.holder(offices)
    says_whose = bool(title.country or title.fields or offices)
    if listed is not None:
        _give_office(text, words, seen, listed[0], holders.listed.evidence(text, words, listed[1]))
    elif chosen is not None:
        detail = f"“{seen.text}” agrees with “{chosen.offices[0].title}”, said of {chosen.called}"
        why = Evidence(function="description by office", score=0.8, detail=detail, selectors=(text.selector(words),))
        _give_office(text, words if says_whose else None, seen, chosen, why)
    elif says_whose and not options:
        draft = Draft(kind="person", seen=[seen], named=False)
        add_office(text, draft, words)
        holders.add(draft, title)


def _present(draft: Draft, title: Title) -> bool:
    """Whether a person's office that the description can mean is said to be theirs still."""
    return any(not t.past and can_mean(title, t) for t in title_words(draft))


def _give_office(text: Text, office: Words | None, seen: Seen, draft: Draft, why: Evidence) -> None:
    draft.seen.append(seen)
    draft.note(why)
    if office is not None:
        add_office(text, draft, office)


def _descriptions(text: Text, names: set[int]) -> list[Words]:
    """Noun phrases of offices with "the" (or a country's possessive) and no name after them."""
    found = []
    for index, lower in enumerate(text.lower):
        tokens, end = text.sentences[index].tokens, 0
        for i in positions(lower, office_tokens()):
            n = head_at(lower, i) if i >= end else 0
            end = max(end, i + n)
            if n and not lower[i + n - 1].endswith("s") and tokens[i].upos in ("NOUN", "PROPN", "ADJ"):
                words = _phrase(text, Words(index, i, _with_of(text, index, i + n)))
                after = tokens[words.last] if words and words.last < len(tokens) else None
                if words and (after is None or (after.start not in names and after.upos not in ("NOUN", "PROPN"))):
                    found.append(words)
    return found


def _with_of(text: Text, index: int, end: int) -> int:
    """Where the noun of an office ends with what it is of: "president of Kenya", "head of the port authority"."""
    tokens, lower = text.sentences[index].tokens, text.lower[index]
    for _ in range(2):  # "minister of foreign affairs of Oman"
        if lower[end : end + 1] != ["of"]:
            return end
        k = end + 1 + (lower[end + 1 : end + 2] == ["the"])
        reach = k
        while k < len(tokens) and k - reach < 5 and tokens[k].upos in ("NOUN", "PROPN", "ADJ"):
            k += 1
        end = k if k > reach else end
    return end


def _phrase(text: Text, head: Words) -> Words | None:
    tokens, lower = text.sentences[head.sentence].tokens, text.lower[head.sentence]
    k = head.first
    while k and head.first - k < 6 and (tokens[k - 1].upos in _MODIFIERS or lower[k - 1] == "-"):
        k -= 1
    if k and lower[k - 1] in _DEFINITE:
        return Words(head.sentence, k, head.last)
    if k and lower[k - 1] in ("'s", "’s") and k > 1 and tokens[k - 2].upos == "PROPN":
        return Words(head.sentence, k, head.last)
    return None
