"""From what the rules found to records: quotations that run on are joined, speakers resolved, kinds and ids given."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from twosource.model import BODY_ROLES, Page, Quote, Reading, Selector, content_id
from twosource.quotes.agreed import agreed
from twosource.quotes.clauses import edges
from twosource.quotes.colons import names_and_colons
from twosource.quotes.cues import MARKED, Cue
from twosource.quotes.evidence import evidence_of
from twosource.quotes.found import Found, Span
from twosource.quotes.passage import Passage, passages
from twosource.quotes.polarity import polarity_of
from twosource.quotes.revise import revised
from twosource.quotes.running import join_running
from twosource.quotes.sentences import find_in_sentence
from twosource.quotes.setting import Setting
from twosource.quotes.signed import signed
from twosource.quotes.speakers import Speakers
from twosource.quotes.witnesses import doubted, ties

ROLES = BODY_ROLES | {"headline"}
NESTED_STRENGTH = 0.8
"""A cue inside what another says counts from here on: PolNeAR has none of those, a reader wants the clear ones.

Weaker cues cost 0.4 of joint F1 there, 0.9 would save 0.1.
"""
NESTED_RULES = frozenset(
    ("that_clause", "clause_after_cue", "content_before_cue", "question_after_cue", "infinitive_after_cue",
     "phrase_after_cue")
)  # fmt: skip


def find_quotes(reading: Reading) -> Reading:
    """The reading with its quotes in the order of the page, and with the unnamed speakers among its actors."""
    if reading.analysis is None:
        return reading
    places = frozenset(mention.exact for place in reading.places for mention in place.mentions)
    blocks = passages(reading, ROLES)
    found = _ordered(_find(blocks, places))
    speakers, setting = Speakers(reading, blocks), Setting(reading, found)
    quotes = tuple(_with_outer([_record(reading, f, speakers, setting) for f in found], found))
    return replace(reading, quotes=quotes, actors=agreed(speakers.actors(), quotes, reading.article.blocks))


def _find(blocks: list[Passage], places: frozenset[str]) -> list[Found]:
    """All attributions but those that structure and attribution head leave in doubt."""
    colons = [*names_and_colons(blocks, places), *(f for p in blocks for f in signed(p))]
    taken = {f.content[0].passage.block for f in colons}
    found = [
        f
        for p in blocks
        if p.block not in taken
        for n in range(len(p.sentences))
        for f in _outermost(revised([f for f in find_in_sentence(p, n) if not doubted(f)]))
    ]
    return [
        f for f in join_running(blocks, [*colons, *found]) if any(edges(s.passage, s.first, s.last) for s in f.content)
    ]


def _outermost(found: list[Found]) -> list[Found]:
    """Without attributions inside another's content, but for those that a clear cue makes; a marked cue gives way."""
    found = [f for f in found if not (_unsure(f) and any(g is not f and f.encloses(g) for g in found))]
    return [f for f in found if _clear(f) or _disputed(f) or not any(g is not f and g.encloses(f) for g in found)]


def _disputed(f: Found) -> bool:
    """Whether a noun and its owner make a claim that another speaks of: "denied | a claim by the union that ..."."""
    return f.rule == "noun_cue" and f.speaker is not None and f.speaker.first > (f.cue.verb if f.cue else 0)


def _unsure(f: Found) -> bool:
    """Whether only a mark makes the cue, and no clause follows that it would open."""
    return f.cue is not None and f.cue.word is MARKED and f.rule not in ("that_clause", "clause_after_cue", "noun_cue")


def _clear(f: Found) -> bool:
    cue, speaker = f.cue, f.speaker
    if cue is None or speaker is None or cue.word.strength < NESTED_STRENGTH:
        return False
    pronoun = speaker.last - speaker.first == 1 and speaker.passage.tags[speaker.first] == "PRON"
    tree = f.content[0].passage.tree
    if pronoun or (tree and tree.relation(cue.verb) == "acl"):
        return False
    quoted = f.holds_quotation() and cue.word.kind != "call"
    return f.rule in NESTED_RULES and (f.rule != "phrase_after_cue" or quoted or _praises(f, cue))


def _praises(f: Found, cue: Cue) -> bool:
    """Whether a phrase is said inside another's words: "the minister had ordered an inquiry", "the army warned of ...".

    Not "a drug called X" or "cases confirmed in May": subject and phrase hang on the verb, or an auxiliary shows it.
    """
    if cue.word.kind == "call" and f.content[0].first == cue.last:
        return False
    return ties(f) == 2 if f.content[0].passage.tree else cue.first < cue.verb


def _ordered(found: list[Found]) -> list[Found]:
    """In the order of the page, the outer before the inner; the same words are one quote only, the first verb's."""
    by_words: dict[tuple[tuple[int, int] | None, ...], Found] = {}
    for f in sorted(found, key=lambda f: f.cue is not None and f.cue.word is MARKED):
        by_words.setdefault(tuple(edges(s.passage, s.first, s.last) for s in f.content), f)
    return sorted(by_words.values(), key=lambda f: (f.content[0].start, -f.content[-1].end))


def _record(reading: Reading, f: Found, speakers: Speakers, setting: Setting) -> Quote:
    page, f = reading.page, replace(f, speaker=_closed(f.speaker))
    spans = [e for s in f.content if (e := edges(s.passage, s.first, s.last))]
    cue = _selector(page, f.cue_words)
    return Quote(
        id=content_id("quote", reading.article.id, *spans),
        article=reading.article.id,
        kind=_kind(f),
        content=tuple(Selector.of(page, a, b) for a, b in spans),
        cue=cue,
        speaker=speakers.resolve(f),
        speaker_selector=_selector(page, f.speaker),
        polarity=polarity_of(f),
        evidence=evidence_of(f, cue),
        addressee=speakers.hearer(f.hearer),
        said_on=setting.time(f),
        said_in=setting.place(f),
    )


def _selector(page: Page, span: Span | None) -> Selector | None:
    return Selector.of(page, span.start, span.end) if span else None


def _closed(span: Span | None) -> Span | None:
    """The words with the bracket that closes right after them: "the head of the authority (ABC)"."""
    if span is None:
        return None
    words = span.passage.words
    own = words[span.first : span.last]
    closes = own.count("(") > own.count(")") and words[span.last : span.last + 1] == [")"]
    return Span(span.passage, span.first, span.last + closes)


def _kind(f: Found) -> Literal["direct", "indirect", "mixed"]:
    turn = f.rule == "name_and_colon" and f.content[0].passage.role != "headline"
    if turn or f.is_direct():
        return "direct"
    return "mixed" if f.holds_quotation() else "indirect"


def _with_outer(quotes: list[Quote], found: list[Found]) -> list[Quote]:
    """The quotes with `within` filled in: the nearest quote before whose content holds the whole of this one."""
    done: list[Quote] = []
    open_: list[int] = []
    for i, quote in enumerate(quotes):
        while open_ and found[open_[-1]].content[-1].end <= found[i].content[0].start:
            open_.pop()
        outer = next((j for j in reversed(open_) if found[j].encloses(found[i])), None)
        done.append(replace(quote, within=quotes[outer].id) if outer is not None else quote)
        open_.append(i)
    return done
