"""Descriptions of persons by office: "the US defence chief", "the minister" and whom they mean here."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from twosource.actors.drafts import Draft, Seen, Text, Words, positions
from twosource.actors.held import Listed, called, has_office, of_bodies
from twosource.actors.offices import add_office, owner, title_of
from twosource.actors.timeline import There, Timeline
from twosource.actors.titles import Title, can_mean, head_at, is_general, office_tokens, read_title, titles_of
from twosource.model import Evidence, Token
from twosource.vocab.countries import country_of
from twosource.vocab.speech import speech_verbs

_MOST_NAMES = 20
_DEFINITE = frozenset(("the", "this", "that"))
_MODIFIERS = frozenset(("ADJ", "NOUN", "PROPN", "NUM"))
_OF_ONE = frozenset(("state", "government", "mayor", "governor", "secretary-general", "monarch"))
"""Classes of offices that one person holds; "the former official" may be anybody."""
_QUOTED = frozenset((",", '"', "”", "’", "''", "'"))
_NOT_HOLDERS = frozenset(
    ("best", "first", "future", "greatest", "incoming", "last", "next", "only", "other", "second", "third", "worst")
)
"""Words that make of an office one of its many holders: "the next president"."""


class _Holders:
    """Persons by their offices, and those whom the report names only by office."""

    def __init__(self, text: Text, persons: list[Draft], bodies: Sequence[Draft]) -> None:
        self._text = text
        self.listed = Listed(text, persons)
        self.letters = {k.lower(): d.keys[:_MOST_NAMES] for d in bodies for k in d.keys[:_MOST_NAMES] if k.isupper()}
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
            self._lines[key] = Timeline(self._text, options)
        return self._lines[key].choose(seen.start, seen.words.sentence)

    def add(self, draft: Draft, title: Title) -> None:
        """Takes up somebody named by office only; later descriptions can mean them too."""
        self.unnamed.append(draft)
        self._titled.append((draft, [title]))


def title_words(draft: Draft) -> list[Title]:
    """What the offices of a person say."""
    return titles_of(draft.offices, draft.evidence)


def bind_persons(text: Text, persons: list[Draft], bodies: Sequence[Draft] = ()) -> list[Draft]:
    """Gives descriptions by office to the holders named in the report; returns those whom it names only by office.

    The names of `bodies` count for one another: "the WP leader" heads the "Workers' Party".
    """
    holders = _Holders(text, persons, bodies)
    taken = sorted((o.selector.start, o.selector.end) for d in persons for o in d.offices)
    names = {x.start for d in persons for x in d.seen}
    for words in _descriptions(text, names):
        selector, title = text.selector(words), title_of(text, words)
        many = not _NOT_HOLDERS.isdisjoint(text.lower[words.sentence][words.first : words.last])
        if title is not None and not many and not _inside(taken, selector.start):
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
    told = _modifiers(text, words)
    options = [d for d in holders.options(title, seen) if _says_as_much(d, told, holders.letters)]
    if of_bodies(offices):
        options = [d for d in options if has_office(d, offices)]
    chosen = holders.choose(options, seen) if options else None
    sure = chosen is not None and any(_present(d, title) for d in options)
    listed = None if sure else holders.listed.holder(offices)
    tells_more = bool(title.fields or offices or told)
    says_whose = tells_more or bool(title.country)
    fits = chosen is not None and (tells_more or _is_of(chosen, title))
    if chosen is not None and not fits and _is_still_unknown(text, words, seen, chosen):
        chosen = None
    if listed is not None:
        _give_office(text, words, seen, listed[0], holders.listed.evidence(text, words, listed[1]))
    elif chosen is not None:
        office = next(o for o in chosen.offices if (t := read_title(o.title.split())) and can_mean(title, t))
        detail = f"“{seen.text}” agrees with “{office.title}”, said of {chosen.called}"
        why = Evidence(function="description by office", score=0.8, detail=detail, selectors=(text.selector(words),))
        _give_office(text, words if says_whose else None, seen, chosen, why)
    elif title.past and not options and (spoke := _spoke_before(text, words, title, holders)) is not None:
        detail = f"“{seen.text}” goes on speaking where only {spoke.called} was named before"
        why = Evidence(function="former office", score=0.7, detail=detail, selectors=(text.selector(words),))
        _give_office(text, words, seen, spoke, why)
    elif (title.country or title.fields or offices) and not options:
        draft = Draft(kind="person", seen=[seen], named=False)
        add_office(text, draft, words)
        holders.add(draft, title)


def _is_of(chosen: Draft, title: Title) -> bool:
    """Whether a country tells whose office it is: "the Kenyan minister"; "the Kenyan leader" only of one of Kenya's."""
    own = any(title.country == t.country for t in title_words(chosen))
    return title.country is not None and (own or not is_general(title))


def _is_still_unknown(text: Text, words: Words, seen: Seen, chosen: Draft) -> bool:
    """Whether somebody is named only after a plain description that none of their offices has: "the lawmaker"."""
    noun = text.lower[words.sentence][words.last - 1]
    return chosen.seen[0].start > seen.start and not any(noun in o.title.lower().split() for o in chosen.offices)


def _spoke_before(text: Text, words: Words, title: Title, holders: _Holders) -> Draft | None:
    """The one person named before "the former minister said", in that sentence or the one before; None of several."""
    lower, k = text.lower[words.sentence], words.first
    turned = k > 2 and lower[k - 2] in speech_verbs() and lower[k - 3] in _QUOTED  # "…," said the former minister
    says = turned or any(w in speech_verbs() for w in lower[words.last : words.last + 1])
    told = bool(title.fields or title.country) or not title.kinds.isdisjoint(_OF_ONE)
    if not says or not told or _another_former(text, words.sentence):
        return None
    one = holders.there.only_before(text.selector(words).start, words.sentence)
    holds = one is not None and any(can_mean(replace(title, past=False), t) for t in title_words(one))
    return None if holds else one


def _another_former(text: Text, sentence: int) -> bool:
    """Whether somebody without a name is brought in here: "a former minister, who asked not to be named"."""
    near = [*(text.lower[sentence - 1] if sentence else ()), *text.lower[sentence]]
    return any(a in ("a", "one", "another") and b in ("former", "ex", "retired") for a, b in pairwise(near))


def _modifiers(text: Text, words: Words) -> set[str]:
    """What words with a capital other than places say whose it is: "Democratic" leader, "Clinton" spokesman."""
    names = [n for n in text.names_of(words.sentence) if n.label in ("GPE", "LOC")]
    places = {k for n in names for k in _range(text.words(n.sentence, n.start, n.end))}
    tokens = text.sentences[words.sentence].tokens
    inside = range(max(1, words.first), words.last)
    told = {k: tokens[k].text for k in inside if k not in places and tokens[k].text[0].isupper()}
    of = _of_bodies(text, words)
    return {
        w.lower() for k, w in told.items() if country_of(w) is None and (k in of or w.lower() not in office_tokens())
    }


def _of_bodies(text: Text, words: Words) -> set[int]:
    """The words of bodies that an office is of, each of which counts: "chairman of the | Senate Budget Committee"."""
    bodies = (text.words(n.sentence, n.start, n.end) for n in text.names_of(words.sentence) if n.label == "ORG")
    return {k for b in bodies if words.first < b.first < words.last for k in _range(b)}


def _range(words: Words) -> range:
    return range(words.first, words.last)


def _says_as_much(draft: Draft, modifiers: set[str], letters: Mapping[str, Sequence[str]]) -> bool:
    """Whether the offices of a person have all these words, or the name that letters among them stand for."""
    said = {w.lower() for o in draft.offices for w in o.title.replace("-", " ").split()}
    return all(w in said or any(n in o.title for n in letters.get(w, ()) for o in draft.offices) for w in modifiers)


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
                if (
                    words
                    and not _is_apposed(tokens, words.last, names)
                    and (after is None or (after.start not in names and after.upos not in ("NOUN", "PROPN")))
                ):
                    found.append(words)
    return found


def _is_apposed(tokens: Sequence[Token], end: int, names: set[int]) -> bool:
    """Whether a name between commas says who it is: "The head of the mission, | Jane Roe, praised"."""
    if not (end + 1 < len(tokens) and tokens[end].text == "," and tokens[end + 1].start in names):
        return False
    return any(t.text == "," for t in tokens[end + 2 : end + 6])


def _with_of(text: Text, index: int, end: int) -> int:
    """Where the noun of an office ends with what it is of: "president of Kenya", "head of the port authority"."""
    tokens, lower = text.sentences[index].tokens, text.lower[index]
    for _ in range(2):  # "minister of foreign affairs of Oman"
        if lower[end : end + 1] != ["of"]:
            return end
        k = end + 1 + (lower[end + 1 : end + 2] == ["the"])
        reach = k
        while k < len(tokens) and k - reach < 5 and _is_noun(tokens, k, reach):
            k += 1
        end = k if k > reach else end
    return end


def _is_noun(tokens: Sequence[Token], k: int, first: int) -> bool:
    """Whether a word is a noun, or a possessive mark with one behind it: "commander of Kenya | 's navy"."""
    owns = tokens[k].text in ("'s", "’s", "'", "’") and k > first and k + 1 < len(tokens)
    return tokens[k + 1 if owns else k].upos in ("NOUN", "PROPN", "ADJ")


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
