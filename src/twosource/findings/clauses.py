"""Cuts a sentence where one assertion ends and the next begins: at coordinated, relative and subordinate clauses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from twosource.model import Sentence, Token
from twosource.vocab.finding_words import finding_words

_STOPS = frozenset({",", ";", ":", "–", "—", "--", "-"})
_HARD = frozenset({";", "–", "—", "--"})
_OPEN, _CLOSE = frozenset("“«``"), frozenset("”»''")
_RELATIVE = frozenset({"which", "who", "whom", "whose", "where", "when"})
_CONJUNCTIONS = frozenset({
    "and", "but", "or", "while", "whereas", "although", "though", "because", "as", "after", "before", "since",
    "until", "unless", "if", "so", "yet", "despite", "including", "saying", "adding", "following",
})  # fmt: skip
_DETERMINERS = frozenset({"a", "an", "the", "his", "her", "its", "their", "our", "my", "your", "whose"})
LEAST = 3
"""Words of the shortest part that stands alone; "their new capital" is one, "in Paris" belongs to its clause."""

OPENINGS = {"opens beside": "advcl", "adds": "conj"}
"""How the verb of a clause depends on the one before it, by the word that opens it without a mark between.

Not "after", "before", "until", "because": what they open tells when or why, and ten of the 130 things found in the
stories held back later were lost without it.
"""
ADVERBS = 3
"""Words after "to" among which its verb stands: "to then also free"."""
FAR = 60
"""Words after a semicolon in which a verb makes what follows a clause."""


@dataclass(frozen=True, slots=True)
class Part:
    """Tokens `first` to `last` (exclusive) of a sentence between two marks."""

    first: int
    last: int


def clauses(sentence: Sentence) -> list[tuple[int, int]]:
    """The spans of the sentence's clauses, in order, without the marks between them; at least one."""
    tokens = sentence.tokens
    merged: list[Part] = []
    for part in _parts(tokens):
        if merged and not _stands_alone(tokens, part, merged[-1]):
            merged[-1] = Part(merged[-1].first, part.last)
            if len(merged) > 1 and _has_its_subject(tokens, part, merged[-2]):
                merged[-2:] = [Part(merged[-2].first, part.last)]
        else:
            merged.append(part)
    if len(merged) > 1 and (_words(tokens, merged[0]) < LEAST or not _finite(tokens, merged[0])):
        merged[:2] = [Part(merged[0].first, merged[1].last)]
    spans = [_span(tokens, part) for part in merged]
    return [span for span in spans if span] or [(sentence.start, sentence.end)]


def _parts(tokens: tuple[Token, ...]) -> list[Part]:
    """The token ranges between marks that stand outside quotation marks and brackets."""
    parts, start, depth, quoted = [], 0, 0, False
    for i, token in enumerate(tokens):
        text = token.text
        if text == '"':
            quoted = not quoted
        elif text in _OPEN or text in _CLOSE:
            quoted = text in _OPEN
        elif text in "()[]":
            depth = max(0, depth + (text in "(["))
            depth = max(0, depth - (text in ")]"))
        elif text in _STOPS and not quoted and not depth and not _inside_number(tokens, i):
            parts.append(Part(start, i))
            start = i + 1
        elif i > start and not quoted and not depth and (_opens_clause(tokens, i) or _adds_infinitive(tokens, i)):
            parts.append(Part(start, i))
            start = i
    parts.append(Part(start, len(tokens)))
    return [part for part in parts if part.first < part.last]


def _opens_clause(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether a clause with a subject of its own begins there, by the parse: "… lay there | as the strike went on"."""
    head = tokens[i].head
    relation = opening([t.text for t in tokens[i : i + 3]])
    if relation is None or head is None or head <= i or not (tokens[head].deprel or "").startswith(relation):
        return False
    return any(t.head == head and (t.deprel or "").startswith("nsubj") for t in tokens[i + 1 : head])


def _adds_infinitive(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether one more thing begins there that is to be done: "agreed to lift the ban | and to reopen the bridge"."""
    words = [t.text.lower() for t in tokens[i : i + 2]]
    if len(words) < 2 or words[0] not in finding_words("adds") or words[1] != "to":
        return False
    verb = next((t for t in tokens[i + 2 : i + 2 + ADVERBS] if t.upos in ("VERB", "AUX")), None)
    if verb is None or verb.head is None or verb.head >= i:
        return False
    return (verb.deprel or "").startswith("conj") and INFINITIVE in tokens[verb.head].feats


def opening(words: Sequence[str]) -> str | None:
    """How the clause that begins with these words, three at least of it, depends on the one before; None if no word
    opens one. "As long as" and "as if" are no "as": they say on what it hangs.
    """
    first, *then = (word.lower() for word in words)
    if first == "as" and (then[1:2] == ["as"] or then[:1] in (["if"], ["though"])):
        return None
    return next((relation for name, relation in OPENINGS.items() if first in finding_words(name)), None)


def _inside_number(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether the mark joins its neighbours without space ("US-led", "10:30")."""
    return 0 < i < len(tokens) - 1 and tokens[i - 1].end == tokens[i].start and tokens[i].end == tokens[i + 1].start


def _stands_alone(tokens: tuple[Token, ...], part: Part, before: Part) -> bool:
    """Whether the part is a clause of its own, or an apposition that asserts something."""
    opening = tokens[part.first].text.lower()
    finite = _finite(tokens, part)
    if part.first and tokens[part.first - 1].text == ";":
        return _finite(tokens, Part(part.first, _semicolon(tokens, part.first)))
    if _words(tokens, part) < LEAST:
        return False
    if part.first and tokens[part.first - 1].text in _HARD:
        return finite
    if opening in _CONJUNCTIONS and _is_subject_of_later(tokens, part):
        return True
    if _adds_infinitive(tokens, part.first):
        return True
    if opening in _RELATIVE or opening in _CONJUNCTIONS:
        return finite and (opening in _RELATIVE or _has_subject(tokens, part))
    if opening in _DETERMINERS or tokens[part.first].upos in ("PROPN", "PRON", "NOUN", "NUM"):
        return (finite and _has_subject(tokens, part) and _finite(tokens, before)) or (
            opening in _DETERMINERS and _has_noun(tokens, part) and not _in_list(tokens, part)
        )
    return False


def _semicolon(tokens: tuple[Token, ...], first: int) -> int:
    """Where the stretch between semicolons that begins at `first` ends."""
    return next((i for i in range(first, min(len(tokens), first + FAR)) if tokens[i].text == ";"), len(tokens))


def _in_list(tokens: tuple[Token, ...], part: Part) -> bool:
    """Whether the part is an entry of a list: "and" follows it, or a later one, without a verb between."""
    following = tokens[part.last + 1 : part.last + 2]
    return any(t.text.lower() in ("and", "or") for t in following) and not _finite(tokens, part)


def _finite(tokens: tuple[Token, ...], part: Part) -> bool:
    """Whether it holds a finite verb: of "according to a report seen by the Post" the participle is none."""
    return any(_is_finite(tokens, i) for i in range(part.first, part.last))


def _is_finite(tokens: tuple[Token, ...], i: int) -> bool:
    token = tokens[i]
    if token.upos not in ("VERB", "AUX") or token.text.lower().endswith("ing"):
        return False
    return not ((token.deprel or "") == "acl" and PARTICIPLE in token.feats)


PARTICIPLE, INFINITIVE = "VerbForm=Part", "VerbForm=Inf"


def _has_subject(tokens: tuple[Token, ...], part: Part) -> bool:
    """Whether a noun or pronoun stands before the part's first verb, its opening word ("saying") not counted."""
    opening = tokens[part.first].text.lower() in _CONJUNCTIONS
    for token in tokens[part.first + opening : part.last]:
        if token.upos in ("NOUN", "PROPN", "PRON", "NUM"):
            return True
        if token.upos in ("VERB", "AUX"):
            return False
    return False


def _has_its_subject(tokens: tuple[Token, ...], part: Part, before: Part) -> bool:
    """Whether a verb of the part has its subject there: "the first patient, | a trader in his thirties, | died"."""
    subjects = (t for t in tokens[before.first : before.last] if (t.deprel or "").startswith("nsubj"))
    return any(t.head is not None and part.first <= t.head < part.last for t in subjects)


def _is_subject_of_later(tokens: tuple[Token, ...], part: Part) -> bool:
    """Whether it holds only the subject of a verb after it: "and the owner, | who lives in Halden, sold the land"."""
    subjects = (t for t in tokens[part.first : part.last] if (t.deprel or "").startswith("nsubj"))
    return not _finite(tokens, part) and any(t.head is not None and t.head >= part.last for t in subjects)


def _has_noun(tokens: tuple[Token, ...], part: Part) -> bool:
    return any(t.upos in ("NOUN", "PROPN") for t in tokens[part.first : part.last])


def _words(tokens: tuple[Token, ...], part: Part) -> int:
    return sum(t.text[0].isalnum() for t in tokens[part.first : part.last] if t.text)


def _span(tokens: tuple[Token, ...], part: Part) -> tuple[int, int] | None:
    """The part without the marks at its ends."""
    first, last = part.first, part.last
    while last > first and tokens[last - 1].text in (".", ",", ";", ":", "!", "?"):
        last -= 1
    return (tokens[first].start, tokens[last - 1].end) if last > first else None
