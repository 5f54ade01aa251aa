"""What stands beside the mentions of an actor and shows whose it is: "a nurse from Leeds", "police in Lima"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from twosource.actors.codes import RULERS, Codes, codes_of
from twosource.actors.kinds import kind_shown
from twosource.actors.known import body_in
from twosource.model import Actor, Reading, Selector
from twosource.vocab.countries import demonyms
from twosource.vocab.sectors import peoples
from twosource.vocab.states import us_states

Beside = tuple[Codes, str]
"""What words beside a mention show, and the words."""

_MOST, _REACH, _WALK = 20, 160, 6
"""Mentions of one actor, code points after each, words before each that are looked at."""
_CLAUSE = r"[^,.;:()“”\"\n]{2,100}"
_WORD = r"[A-Z][\w'’&.-]{0,30}"
_NAME = rf"{_WORD}(?: (?:(?:of|for|and|de|in|the|&) ){{0,2}}{_WORD}){{0,8}}"
_AGE = r"(?:(?:aged )?\d{1,3}(?: years old)?, )?"
_HEADING = "leads|heads|runs|chairs|represents|edits|owns|founded|directs|manages"
_WORKING = "is|was|works?|teaches|studies|plays|lives|serves"
_AFTER = (
    re.compile(rf", {_AGE}(?:who is )?(?:an?|the) ({_CLAUSE})"),
    re.compile(rf", {_AGE}who (?:{_HEADING}) (?:an? |the )?({_CLAUSE})"),
    re.compile(rf", {_AGE}who (?:{_WORKING})(?: (?:[a-z]+ ){{0,3}}?(?:with|at|for|in|as))? (?:an? |the )?({_CLAUSE})"),
    re.compile(rf"(?: (?:of|from)|, {_AGE}(?:of|from|at|with)) (?:the )?({_NAME})"),
)
"""An apposition, a relative clause of two kinds, an affiliation."""
_SEAT = re.compile(r"(?:,? \(|, )(?:D|R|I)-([A-Z][a-z]*\.?(?: [A-Z][a-z]+)?)")
"""As American reports write whom a lawmaker represents: "(D-Ohio)"."""
_SAYS_MORE = re.compile(
    r" (?:on|to|against|who|which|that|whose|about|over|under|by|and|after|before|when|as|said|says|told|was|is|has"
    r"|had|were|are)\b"
)
_OF_ANOTHER = re.compile(
    r"\b(?:critic|opponent|friend|wife|husband|widow|widower|son|daughter|brother|sister|father|mother|cousin|rival"
    r"|enemy|victim|veteran|ally|fan|supporter|survivor) of\b"
)
_PLACED = re.compile(r" (?:based )?(?:in|of|from|at|near) (?:the )?")
_OF = re.compile(r" of (?:the )?")
_AT_HOME = frozenset(("COP", "CVL", "JUD", "MED", "EDU", "AGR", "GOV", "LAB", "OPP", "REL", "LEG", "BUS", "SOC"))
"""Sectors of those who are of where they are: police, residents, hospitals; not troops, reporters or aid workers."""
_BODIES = frozenset(("organization", "government"))
_POSSESSIVE = frozenset(("'s", "’s", "'", "’"))
_NOMINAL = frozenset(("ADJ", "NOUN", "PROPN"))


class Around:
    """The words beside mentions in one reading, and the places named there."""

    def __init__(self, reading: Reading) -> None:
        self._text = reading.page.text
        self._places = {m.start: p.country for p in reading.places for m in p.mentions if p.country}
        self._tokens = [t for s in (reading.analysis.sentences if reading.analysis else ()) for t in s.tokens]
        self._at = {t.start: i for i, t in enumerate(self._tokens)}

    def shown(self, actor: Actor) -> Iterator[Beside]:
        """What stands beside the names and descriptions of an actor, in the order of the text."""
        person = actor.kind == "person"
        for mention in [m for m in actor.mentions if m.form != "pronoun"][:_MOST]:
            s = mention.selector
            if mention.form == "name":
                yield from self._before(s, person=person)
                yield from self._kind_after(s) if actor.kind == "organization" else ()
            elif not actor.named:
                yield from self._owner(s, person=False)
            if person and actor.named:
                yield from self._after(s)
            elif not actor.named and not _AT_HOME.isdisjoint(actor.sectors):
                yield from self._placed(s, _PLACED)
            elif actor.named:
                yield from self._placed(s, _OF)

    def _after(self, s: Selector) -> Iterator[Beside]:
        after = self._text[s.end : s.end + _REACH]
        if (seat := _SEAT.match(after)) and seat[1] in us_states():
            yield Codes("USA", ("LEG",)), seat[0].strip(" ,(")
        for pattern in _AFTER:
            if match := pattern.match(after):
                yield self._read(match[1], s.end + match.start(1)), match[1]

    def _read(self, phrase: str, start: int) -> Codes:
        """The codes of a phrase about a person, with the country of a place in it where its words show none."""
        phrase = _OF_ANOTHER.split(_SAYS_MORE.split(phrase)[0])[0]
        codes = codes_of(phrase)
        inside = (self._places[at] for at in range(start, start + len(phrase)) if at in self._places)
        return Codes(codes.country or next(inside, None), codes.sectors)

    def _placed(self, s: Selector, joint: re.Pattern[str]) -> Iterator[Beside]:
        """The place after a group, a body or somebody unnamed: "police in Lima"."""
        match = joint.match(self._text, s.end)
        if match and match.end() in self._places:
            yield Codes(self._places[match.end()], ()), self._text[s.start : match.end()].strip() + " …"

    def _before(self, s: Selector, *, person: bool) -> Iterator[Beside]:
        """A nationality or "Lima-based" before a name with the nouns between, or an owner."""
        yield from self._owner(s, person=person)
        first, words = self._nominal(self._at.get(s.start, 0))
        if self._is_title(first, words) or any(
            w in demonyms() or w in peoples() or w.endswith("-based") for w in words
        ):
            shown = codes_of(" ".join(words))
            yield (shown if person else Codes(shown.country, ())), " ".join(words)

    def _is_title(self, first: int, words: list[str]) -> bool:
        """Whether words before a name say what somebody is: "Nobel laureate", not "court" of "in court"."""
        after = first and self._tokens[first - 1].upos == "ADP"
        said = bool(words) and (words[-1].islower() or words[-1].startswith(("Ex-", "ex-")))
        return said and not after and not _OF_ANOTHER.match(f"{words[-1]} of")

    def _kind_after(self, s: Selector) -> Iterator[Beside]:
        """The nouns after a name that say what the body is: "the Orsa stock exchange"; those for its people do not."""
        first = last = self._at.get(s.start, 0)
        while last < len(self._tokens) and (self._tokens[last].start < s.end or self._says_what(last, first)):
            last += 1
        words = [t.text for t in self._tokens[first:last]]
        if self._tokens[first:last] and self._tokens[last - 1].end > s.end and kind_shown(" ".join(words)) in _BODIES:
            yield Codes(None, codes_of(" ".join(words)).sectors), " ".join(words)

    def _says_what(self, i: int, first: int) -> bool:
        token = self._tokens[i]
        return token.upos == "NOUN" and i - first < _WALK and token.start - self._tokens[i - 1].end == 1

    def _owner(self, s: Selector, *, person: bool) -> Iterator[Beside]:
        """Whose somebody is said to be: "Kenya's"; a body's people are of its sectors: "the BBC's Jane Roe"."""
        at, _ = self._nominal(self._at.get(s.start, 0))
        if at and self._tokens[at - 1].text in _POSSESSIVE:
            first, words = self._nominal(at - 1)
            place = self._places.get(self._tokens[first].start) if words else None
            country = codes_of(" ".join(words)).country or place
            rules = country and self._text[s.start : s.end].lower().split()[-1] in RULERS
            body = body_in(words) if person else None
            yield Codes(country, ("GOV",) if rules else body.sectors if body else ()), f"{' '.join(words)}’s"

    def _nominal(self, end: int) -> tuple[int, list[str]]:
        """The first of the adjectives and nouns right before a word, and these with their hyphens."""
        first = end
        while first and end - first < _WALK and self._goes_back(first - 1, end):
            first -= 1
        return first, " ".join(t.text for t in self._tokens[first:end]).replace(" - ", "-").split()

    def _goes_back(self, i: int, end: int) -> bool:
        token = self._tokens[i]
        near = i + 1 == len(self._tokens) or self._tokens[i + 1].start - token.end <= 1
        return near and (token.upos in _NOMINAL or (token.text == "-" and i + 1 < end))
