"""What a report says of those whom it names: "Ann Roe, a surgeon", "Premier Ann Roe", "the carmaker Velrail"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from typing import NamedTuple

from twosource.model import Actor
from twosource.quotes.found import Span
from twosource.quotes.named import Named, Naming
from twosource.quotes.passage import Passage
from twosource.quotes.words import DASHES, NOMINAL, POSSESSIVE, VERBAL, Range
from twosource.vocab.groups import group_nouns, office_verbs
from twosource.vocab.speech import cue_words, kindred_nouns

DESCRIBES = NOMINAL | {"ADJ", "ADV", "DET", "PART"}
ENDS_WORDS = frozenset((",", ".", ")", ";", "(", "?", "!", ":")) | DASHES
BE = frozenset(("is", "was", "are", "were"))
BODY_KINDS = frozenset(
    ("union", "charity", "aid", "rights", "party", "media", "rebels", "company", "carmaker", "airline", "lender",
     "maker", "oil", "network", "consultancy", "governing")
)  # fmt: skip
FEW = 12
"""Words of a description beside a name, what follows "of" included."""
MANY = 400
"""Names of an article beside which descriptions are looked for: people are brought in early."""


class Fact(NamedTuple):
    """A noun that the report gives to a named actor, where, its classes, its phrase's words, and whom these mention."""

    start: int
    actor: str
    noun: str
    kinds: frozenset[str]
    words: frozenset[str]
    bodies: frozenset[str]


def kinds_of(words: Sequence[str]) -> frozenset[str]:
    """The classes of a noun phrase in small letters: of its last two words, or the last alone if those are unknown."""
    known = kindred_nouns()
    pair, last = " ".join(words[-2:]), words[-1]
    body = group_nouns().get(pair) or group_nouns().get(last)
    known_body = body is not None and body.group_class in BODY_KINDS
    made = {"maker"} if last.endswith("maker") and last not in cue_words("no_maker") else set()
    return known.get(pair, known.get(last, frozenset())) | made | ({body.group_class} if body and known_body else set())


def are_kindred(noun: str, kinds: frozenset[str], fact: Fact) -> bool:
    """Whether two nouns may mean one person: "the surgeon" and a doctor, "the leader" and a president.

    Of a wide class one of the two must be a general word: "the president" is no mayor.
    """
    shared = kinds & fact.kinds
    general = not cue_words("general_noun").isdisjoint((noun, fact.noun))
    return bool(shared if general else shared - cue_words("wide_class"))


def facts(blocks: Sequence[Passage], named: Named, actors: Sequence[Actor], text: str) -> list[Fact]:
    """What stands beside the names of a report, what their offices are, and what the names of bodies say they are."""
    starts = [p.starts[0] if len(p) else -1 for p in blocks]
    found: list[Fact] = []
    for m in named.names(MANY):
        i = bisect_left(starts, m.start + 1) - 1
        words = _words(blocks[i], m) if i >= 0 else None
        if words is not None:
            found += _beside(blocks[i], *words, m.actor, named, text)
    return found + [fact for a in actors if a.named and a.mentions for fact in _own(a)]


def _beside(p: Passage, first: int, last: int, actor: str, named: Named, text: str) -> Iterator[Fact]:
    """What stands before and after one name, at words `first` to `last` (exclusive)."""
    for phrase in chain(_after(p, last), _before(p, first, last)):
        if fact := _fact(p, actor, *phrase, named, text):
            yield fact
    if leads := _led(p, last, named):
        yield Fact(p.starts[last], actor, "leader", kinds_of(["leader"]), frozenset(), leads)


def _led(p: Passage, i: int, named: Named) -> frozenset[str]:
    """The bodies that somebody is said to lead: "Ann Roe, who heads the Front", "Ann Roe, whose Front holds"."""
    i = _before_office(p, i)
    if i + 2 >= len(p) or p.words[i] != ",":
        return frozenset()
    heads = p.lower[i + 1] == "who" and p.lower[i + 2] in office_verbs()
    leads = p.lower[i + 1] in office_verbs() and p.tags[i + 1] == "VERB"
    if not heads and not leads and p.lower[i + 1] != "whose":
        return frozenset()
    first = i + 2 + heads
    near = named.within(p.starts[first], p.ends[min(len(p) - 1, first + (FEW if heads else 1))])
    bodies = (m.actor for m in near if m.form == "name")
    return frozenset(a for a in bodies if (known := named.by_name(a)) and known.kind != "person")


def _before_office(p: Passage, i: int) -> int:
    """The comma before "leads" where it ends a description: "Ann Roe, 58, a surgeon | , leads the Front"."""
    near = range(i + 1, min(i + FEW, len(p) - 1)) if p.words[i : i + 1] == [","] else range(0)
    commas = (k for k in near if p.words[k] == ",")
    return next((k for k in commas if p.lower[k + 1] in office_verbs() and p.tags[k + 1] == "VERB"), i)


def _words(p: Passage, m: Naming) -> Range | None:
    """The words of a mention in a passage; None where it has none."""
    first, last = bisect_left(p.ends, m.start + 1), bisect_left(p.starts, m.end)
    return (first, last) if first < last else None


def _after(p: Passage, i: int) -> Iterator[Range]:
    """What follows a name from word `i` on and describes it: ", 58, a surgeon,", " is a surgeon", " (a surgeon)"."""
    i = _after_short_name(p, i)
    if i + 1 >= len(p):
        return
    if p.words[i] in (",", "("):
        i += 1
        if i + 1 < len(p) and p.tags[i] == "NUM" and p.words[i + 1] == ",":
            i += 2
        who = i + 1 < len(p) and p.lower[i] == "who" and p.lower[i + 1] in BE
        i += 2 * who
    elif p.lower[i] in BE and p.tags[i + 1] == "DET":
        i += 1
    elif not _is_attached(p, i):
        return
    end = _phrase_end(p, i)
    verb = end < len(p) and p.tags[end] in VERBAL and p.words[end - 1] != ","
    if i < end and not (verb and not p.lower[end].endswith(("ed", "ing", "en"))):
        yield (i, end)


def _after_short_name(p: Passage, i: int) -> int:
    """The word after a short name in brackets at word `i`, or after the bracket that closes: "Front (RDF) | , a"."""
    if i + 2 < len(p) and p.words[i] == "(" and p.words[i + 2] == ")" and p.tags[i + 1] == "PROPN":
        return i + 3
    return i + 1 if i < len(p) and p.words[i] == ")" else i


def _is_attached(p: Passage, i: int) -> bool:
    """Whether a noun for bodies right after a name says what it is: "the DU | dockers' union"."""
    end = _phrase_end(p, i)
    nouns = [k for k in range(i, end) if p.tags[k] == "NOUN"]
    return p.tags[i] == "NOUN" and bool(nouns) and not kinds_of(p.lower[i : nouns[-1] + 1]).isdisjoint(BODY_KINDS)


def _before(p: Passage, first: int, last: int) -> Iterator[Range]:
    """What stands before a name: "retired general | Ann Roe", "The head of the union, | Ann Roe, said"."""
    k = first - 1
    if k < 0:
        return
    if p.words[k] == ",":
        closed = last < len(p) and p.words[last] in ENDS_WORDS
        start = _phrase_start(p, k - 1, DESCRIBES | {"ADP"})
        while start < k and p.tags[start] == "ADP":
            start += 1
        definite = start < k and (p.tags[start] == "DET" or p.lower[start] in POSSESSIVE)
        if closed and definite:
            yield (start, _head_end(p, start, k))
    elif p.tags[k] in NOMINAL and p.outside(k):
        start = _phrase_start(p, k, DESCRIBES)
        head = start - 1 if start > 1 and p.lower[start - 1] == "of" else k + 1
        yield (_phrase_start(p, head - 1, DESCRIBES), head)


def _phrase_end(p: Passage, i: int) -> int:
    end = i
    while end < min(len(p), i + FEW) and _describes(p, end):
        end += 1
    return end


def _phrase_start(p: Passage, k: int, tags: frozenset[str]) -> int:
    low = max(-1, k - FEW)
    while k > low and (p.tags[k] in tags or _describes(p, k)):
        k -= 1
    return k + 1


def _describes(p: Passage, k: int) -> bool:
    """Whether a word can stand in a description, parts of "Oslo-based" too."""
    joined = p.is_hyphen(k) or (k > 0 and p.is_hyphen(k - 1))
    return p.tags[k] in DESCRIBES or joined or p.lower[k] in POSSESSIVE


def _head_end(p: Passage, first: int, last: int) -> int:
    """Where the noun ends that a phrase is about: before its first preposition."""
    return next((k for k in range(first + 1, last) if p.tags[k] == "ADP"), last)


def _fact(p: Passage, actor: str, first: int, last: int, named: Named, text: str) -> Fact | None:
    head = next((k for k in range(last - 1, first - 1, -1) if p.tags[k] in NOMINAL and p.tags[k] != "NUM"), None)
    if head is None:
        return None
    reach = next((k for k in range(last, min(len(p), last + FEW)) if p.words[k] in ENDS_WORDS), last)
    phrase = Span(p, first, max(reach, last))
    bodies = {m.actor for m in named.within(phrase.start, phrase.end) if m.form == "name"} - {actor}
    bodies |= _whose(p, first, named)
    words = frozenset(p.lower[first : max(reach, last)]) | frozenset(text[phrase.start : phrase.end].lower().split())
    return Fact(phrase.start, actor, p.lower[head], kinds_of(p.lower[first : head + 1]), words, frozenset(bodies))


def _whose(p: Passage, first: int, named: Named) -> set[str]:
    """Which body "its" means before the noun: the last one that is named before."""
    before = named.nearest(p.starts[first]) if p.lower[first] == "its" else iter(())
    bodies = (a for a in before if (known := named.by_name(a)) and known.kind != "person")
    return {*islice(bodies, 1)}


def _own(actor: Actor) -> Iterator[Fact]:
    """What the offices of a person and the name of a body say: "head of the union", "Dockers' Union"."""
    titles = [office.title for office in actor.offices]
    if "IGO" in actor.sectors:
        return
    for title in titles if actor.kind == "person" else [*titles, *actor.names]:
        words = title.lower().replace("’", "'").split()
        end = next((k for k, word in enumerate(words) if k and word in cue_words("relates")), len(words))
        if words[:end]:
            start = min(m.selector.start for m in actor.mentions)
            yield Fact(start, actor.id, words[end - 1], kinds_of(words[:end]), frozenset(words), frozenset())
