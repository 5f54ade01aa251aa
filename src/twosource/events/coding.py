"""Events of an article: which words name one, who takes part, when and where, and whether it is told as a fact."""

from __future__ import annotations

from dataclasses import replace

from twosource.events.choosing import Choice, choose
from twosource.events.clauses import Clauses
from twosource.events.deeds import may_tell_deeds
from twosource.events.denials import stands_aside
from twosource.events.lookup import Lookup
from twosource.events.manner import DENYING
from twosource.events.matching import has_candidates
from twosource.events.noun_realis import of_noun
from twosource.events.occasion import Stretch, Words, contexts_of, goes_on_from, place_of, quantities_of, time_of
from twosource.events.realis import PLAIN, Ruling, of_verb, opened_by
from twosource.events.reckoning import Link, Told, dated, links
from twosource.events.roles import Roles, roles_of
from twosource.events.tense import announces, by_time, in_past_tense, in_present_tense
from twosource.model import BODY_ROLES, Event, EventTime, Evidence, Quote, Reading, Selector, Sentence, content_id

_ANCHOR_LIMIT = 90
"""Characters; a light verb farther from its noun than this does not count among the words that name the event."""

_SURE, _LIKELY = 0.9, 0.7
"""How far a row is trusted: several words, or one word alone."""


def find_events(reading: Reading) -> Reading:
    """The reading with the events of its headline and running text; nothing where it has no analysis."""
    if reading.analysis is None:
        return reading
    coder = _Coder(Lookup(reading))
    for sentence in reading.analysis.sentences:
        if sentence.role in BODY_ROLES or sentence.role == "headline":
            coder.read(sentence)
    return replace(reading, events=tuple(dated(coder.events, coder.links)))


class _Coder:
    """Reads sentence by sentence; remembers which nouns have named an event, so that a bare repetition adds none."""

    def __init__(self, lookup: Lookup) -> None:
        self.lookup = lookup
        self.events: list[Event] = []
        self.links: list[Link] = []
        self._named: dict[tuple[str, str], int] = {}

    def read(self, sentence: Sentence) -> None:
        """Adds the events of one sentence."""
        times = self.lookup.times.within(sentence.start, sentence.end)
        clauses = Clauses(sentence, [f.selector for f in times])
        if not times and not has_candidates(clauses) and not may_tell_deeds(clauses):
            return
        told: list[Told] = []
        for choice in choose(clauses, self.lookup):
            event = _Builder(self.lookup, clauses, choice).build()
            told.append(Told(self._place(event, clauses, choice), event.anchor))
        if len(told) > 1:
            self.links += links(clauses, self.lookup, told)

    def _place(self, event: Event, clauses: Clauses, choice: Choice) -> int:
        """The index of the event among all; a noun that only points back ("the attack") is the event told before.

        It points back if the same word named an event before and nothing new stands about it.
        """
        key = (event.type, clauses.lemmas[choice.match.head])
        known = self._named.get(key)
        bare = not (event.actors or event.recipients or event.time or event.place or event.quantities)
        if known is not None and bare and not choice.verbal and choice.light is None:
            return known
        if clauses.sentence.role != "headline":
            self._named.setdefault(key, len(self.events))
        self.events.append(event)
        return len(self.events) - 1


class _Builder:
    """One event from one choice."""

    def __init__(self, lookup: Lookup, clauses: Clauses, choice: Choice) -> None:
        self.lookup, self.clauses, self.choice = lookup, clauses, choice
        first, end = clauses.clause_span(choice.group)
        self.words = range(min(first, choice.match.first), max(end, choice.match.last + 1))
        tokens = clauses.sentence.tokens
        self.clause = Stretch(tokens[self.words.start].start, tokens[self.words.stop - 1].end)
        self.named = self._named()
        self.anchor = self._anchor()

    def _selector(self, first: int, last: int) -> Selector:
        tokens = self.clauses.sentence.tokens
        return Selector.of(self.lookup.page, tokens[first].start, tokens[last].end)

    def _anchor(self) -> Selector:
        """The words that name the event; with the verb after its noun, if that stands near ("talks broke down")."""
        light = self.choice.light
        if light is None or not light.noun_is_subject or light.first < self.choice.match.last:
            return self.named
        wide = self._selector(self.choice.match.first, light.last)
        return wide if len(wide.exact) <= _ANCHOR_LIMIT else self.named

    def _named(self) -> Selector:
        match, light = self.choice.match, self.choice.light
        if light and not light.noun_is_subject:
            wide = self._selector(light.first, match.last)
            if len(wide.exact) <= _ANCHOR_LIMIT:
                return wide
        wide = self._selector(match.first, match.last)
        return wide if len(wide.exact) <= _ANCHOR_LIMIT else self._selector(match.head, match.head)

    def build(self) -> Event:
        """The event with all that its clause tells."""
        row = self.choice.match.row
        quote = self._quote()
        roles = self._roles(quote)
        words = Words(self.named, self._heads(), self.clause, row.type, (*roles.actors, *roles.recipients))
        time = time_of(self.lookup, self.clauses, words)
        ruling = self._ruling(time, quote)
        return Event(
            id=content_id("event", self.lookup.article.id, row.type, self.anchor.start, self.anchor.end),
            article=self.lookup.article.id,
            type=row.type,
            anchor=self.anchor,
            realis=ruling.realis,
            mode=tuple(dict.fromkeys(m for m in (row.mode, *self.choice.more_modes) if m)),
            context=self._contexts(),
            actors=roles.actors,
            recipients=roles.recipients,
            reciprocal=row.mutual,
            attributed_to=quote.id if quote else None,
            time=time,
            place=place_of(self.lookup, self.clauses, words),
            quantities=quantities_of(self.lookup, self.clause),
            evidence=self._evidence(ruling),
        )

    def _heads(self) -> frozenset[int]:
        light = self.choice.light
        carrier = (self.clauses.groups[light.group].head,) if light else ()
        return frozenset((self.choice.match.head, *carrier))

    def _quote(self) -> Quote | None:
        found = self.lookup.quotes.innermost(self.anchor.start, self.anchor.end)
        return found.record if found else None

    def _roles(self, quote: Quote | None) -> Roles:
        """Who takes part; the speaker of a quote is not the doer of what the quote tells."""
        roles = roles_of(self.clauses, self.lookup, self.choice)
        speaker = quote.speaker_selector if quote else None
        if speaker is None or not any(p.selector.overlaps(speaker) for p in roles.actors):
            return roles
        own_words = quote is not None and quote.kind == "direct" and self.clauses.tree.known
        if self.choice.verbal and self.clauses.groups[self.choice.group].form != "finite" and not own_words:
            return roles
        return Roles(tuple(p for p in roles.actors if not p.selector.overlaps(speaker)), roles.recipients)

    def _ruling(self, time: EventTime | None, quote: Quote | None) -> Ruling:
        if quote and quote.polarity == "denied" and not self._aside(quote):
            return Ruling("negated", quote.cue.exact if quote.cue else "")
        choice = self.choice
        if choice.verbal:
            told_by_not = not DENYING.isdisjoint(choice.match.row.needs)
            opener = opened_by(self.clauses, choice.group) or PLAIN  # "if he will not sign"
            ruling = opener if told_by_not else of_verb(self.clauses, choice.group)
            past = in_past_tense(self.clauses, choice.group) and not announces(choice.match)
        else:
            ruling = of_noun(self.clauses, choice.group, choice.match, choice.light)
            past = False
        own = time if self._own(time) else None
        return by_time(ruling, own, self.lookup.published, past=past, present=self._in_present())

    def _in_present(self) -> bool:
        """Whether what tells of it is in the plain present, which in headlines is no programme."""
        choice = self.choice
        if self.clauses.sentence.role == "headline" or not (choice.verbal or choice.light):
            return False
        return in_present_tense(self.clauses, choice.light.group if choice.light else choice.group)

    def _own(self, time: EventTime | None) -> bool:
        """Whether the time stands in the event's own clause: that of another says nothing of its realis."""
        words = time.selector if time else None
        if words is None:
            return False
        if words.end == goes_on_from(self.clauses, self.clause.start):
            return True
        if not (self.clause.start <= words.start and words.end <= self.clause.end):
            return False
        first = self.clauses.stretch(words).start
        return self.clauses.words[max(0, first - 1) : first] != ("since",)  # "fighting since 2017" goes on

    def _aside(self, quote: Quote) -> bool:
        start = max((c.start for c in quote.content if c.start <= self.anchor.start), default=0)
        return stands_aside(self.clauses, start, self.words.start)

    def _contexts(self) -> tuple[str, ...]:
        return contexts_of(self.choice.match.row.context, self.clauses.contexts[self.words.start : self.words.stop])

    def _evidence(self, ruling: Ruling) -> tuple[Evidence, ...]:
        row = self.choice.match.row
        named = Evidence(
            function="named_event",
            score=_SURE if len(row.words) > 1 or self.choice.light else _LIKELY,
            detail=f"“{row.pattern}” in {row.table} names {row.type}",
            selectors=(self.anchor,),
        )
        if ruling.realis == "asserted":
            return (named,)
        told = f": “{ruling.cue}”" if ruling.cue else ""
        return (named, Evidence(function="realis", score=_LIKELY, detail=f"{ruling.realis}{told}"))
