"""One block as quotes are looked for in it: its words, which of them stand in quotation marks, and its outer sentences.

An outer sentence ends where the report's own sentence ends; a quotation of three sentences inside it is one part of it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate, groupby, pairwise
from typing import NamedTuple

from twosource.model import Analysis, Attributed, Reading, Role, Sentence, Token
from twosource.quotes.marks import Quotation, find_quotations
from twosource.quotes.syntax import Syntax
from twosource.quotes.words import Range
from twosource.vocab.speech import cue_words, speech_verbs

OUTSIDE, OPENING, CLOSING = -1, -2, -3
FINAL = frozenset(".?!…")
INNER_MARKS = frozenset(("'", "’"))
ASKED_FOR = frozenset(("whether", "if", "to", "for", "about", "how", "what", "why", "when", "where", "who"))
LONGEST = 300
"""Words outside quotation marks in one sentence; a longer run has lost its full stops and is cut, to bound the work."""


class Marked(NamedTuple):
    """Words `first` to `last` (exclusive) that an attribution head took for a speaker, a cue or content."""

    first: int
    last: int
    part: str


ABBREVIATIONS = frozenset(("WHO", "US", "IT"))
"""Names that look like pronouns in small letters."""


@dataclass(slots=True)
class Passage:
    """Words of one block, in parallel lists; `quoted[i]` is a quotation's index, OUTSIDE, OPENING or CLOSING.

    `tree` is None where the analyzer knows no heads; `marked` is what its attribution head marked.
    """

    block: int
    role: Role
    quotations: list[Quotation]
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    lower: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    quoted: list[int] = field(default_factory=list)
    sentences: list[tuple[int, int]] = field(default_factory=list)
    tree: Syntax | None = None
    marked: list[Marked] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.words)

    def is_mark(self, i: int) -> bool:
        """Whether word `i` is a quotation mark."""
        return self.quoted[i] <= OPENING

    def is_hyphen(self, i: int) -> bool:
        """Whether word `i` joins the words around it, as in "rate-cutting"; a dash parts them."""
        joins = 0 < i < len(self) - 1 and self.words[i] == "-"
        return joins and self.ends[i - 1] == self.starts[i] and self.ends[i] == self.starts[i + 1]

    def outside(self, i: int) -> bool:
        """Whether word `i` stands in no quotation and is no mark."""
        return self.quoted[i] == OUTSIDE

    def marks(self, first: int, last: int, part: str) -> list[Range]:
        """What the attribution head marked as `part` and shares a word with `first` to `last` (exclusive)."""
        i = bisect_right(self.marked, first, key=lambda m: m.last)
        found = []
        while i < len(self.marked) and self.marked[i].first < last:
            if self.marked[i].part == part:
                found.append((self.marked[i].first, self.marked[i].last))
            i += 1
        return found


def passages(reading: Reading, roles: frozenset[str]) -> list[Passage]:
    """The blocks of a reading that have one of `roles`, in order, as passages."""
    assert reading.analysis is not None
    found: list[Passage] = []
    marked = _by_sentence(reading.analysis)
    for block, numbered in groupby(enumerate(reading.analysis.sentences), key=lambda n: n[1].block):
        numbers, group = zip(*numbered, strict=True)
        if group[0].role in roles:
            where = reading.article.blocks[block]
            passage = Passage(
                block=block,
                role=where.role,
                quotations=find_quotations(reading.page.text, where.start, where.end),
            )
            _fill(passage, group)
            passage.marked = [_marked(passage, a) for n in numbers for a in marked.get(n, ())]
            found.append(passage)
    return found


def _by_sentence(analysis: Analysis) -> dict[int, list[Attributed]]:
    found: dict[int, list[Attributed]] = {}
    for a in analysis.attribution:
        found.setdefault(a.sentence, []).append(a)
    return found


def _marked(p: Passage, a: Attributed) -> Marked:
    first = bisect_left(p.ends, a.start + 1)
    return Marked(first, max(first + 1, bisect_left(p.starts, a.end)), a.part)


def _fill(passage: Passage, sentences: Sequence[Sentence]) -> None:
    tokens = [token for sentence in sentences for token in sentence.tokens]
    passage.starts = [token.start for token in tokens]
    passage.ends = [token.end for token in tokens]
    passage.words = [token.text for token in tokens]
    passage.tags = ["PROPN" if _is_name(tokens, k, passage.role) else t.upos for k, t in enumerate(tokens)]
    passage.lower = [_small(word, tag) for word, tag in zip(passage.words, passage.tags, strict=True)]
    passage.quoted = _places(passage.quotations, tokens)
    passage.sentences = _outer_sentences(passage, set(accumulate(len(sentence.tokens) for sentence in sentences)))
    if any(token.head is not None for token in tokens):
        passage.tree = Syntax([sentence.tokens for sentence in sentences])


def _is_name(tokens: list[Token], k: int, role: Role) -> bool:
    """Whether a word is a name that is taken for another word: "the US", "WHO staff", "Minister | Desire | Roe"."""
    around = [tokens[i].text for i in (k - 1, k + 1) if 0 <= i < len(tokens)]
    text = tokens[k].text
    if text in ABBREVIATIONS:
        in_capitals = all(len(word) < 2 or word.isupper() for word in around)
        return (text == "WHO" and not in_capitals) or (k > 0 and around[0].lower() == "the")
    body = role != "headline" and tokens[k].upos == "VERB"
    return body and len(around) == 2 and _stands_in_name(tokens[k - 1 : k + 2])


def _stands_in_name(three: list[Token]) -> bool:
    """Whether the second of three words stands between a title and a name, or ends one: "Karim | Said | told"."""
    before, word, after = three
    capitals = before.text[0].isupper() and word.text.istitle()
    amid = (
        before.upos == "NOUN"
        and word.text.lower() not in speech_verbs()
        and after.upos == "PROPN"
        and after.text[0].isupper()
    )
    return capitals and (amid or (before.upos == "PROPN" and not after.text.istitle()))


def _places(quotations: list[Quotation], tokens: list[Token]) -> list[int]:
    """For each word the index of its quotation, OUTSIDE, OPENING or CLOSING."""
    if not quotations:
        return [OUTSIDE] * len(tokens)
    found, k = [], 0
    for token in tokens:
        while k < len(quotations) and quotations[k].end <= token.start:
            k += 1
        found.append(_place(quotations, k, token))
    return found


def _place(quotations: list[Quotation], k: int, token: Token) -> int:
    if k == len(quotations) or token.end <= quotations[k].start:
        return OUTSIDE
    if token.start < quotations[k].first:
        return OPENING
    return k if token.start < quotations[k].last else CLOSING


def _outer_sentences(passage: Passage, begun: set[int]) -> list[tuple[int, int]]:
    """Word ranges of the outer sentences: the analyzer's (`begun`), joined where a boundary lies inside a quotation."""
    bounds: list[int] = []
    since = 0
    quoted = passage.quoted
    for i in range(1, len(passage)):
        since += quoted[i] == OUTSIDE
        may_break = i in begun or quoted[i] == OPENING or quoted[i - 1] == CLOSING
        if (may_break and _breaks(passage, begun, i)) or since > LONGEST:
            bounds.append(i)
            since = 0
    return [(a, b) for a, b in pairwise([0, *bounds, len(passage)]) if a < b]


def _breaks(passage: Passage, begun: set[int], i: int) -> bool:
    """Whether an outer sentence begins at word `i`."""
    if passage.quoted[i] >= 0 or passage.quoted[i] == CLOSING or passage.quoted[i - 1] == OPENING:
        return False
    if passage.quoted[i] == OPENING and passage.words[i - 1] in FINAL:
        return True
    if passage.quoted[i - 1] == CLOSING:
        return _breaks_after_quotation(passage, i)
    return i in begun


def _breaks_after_quotation(passage: Passage, i: int) -> bool:
    """`"... end." He left` begins a sentence; `"... end?" he asked` and `"... end!" Smith said.` do not."""
    k = i - 1
    while k >= 0 and (passage.quoted[k] == CLOSING or passage.words[k] in INNER_MARKS):
        k -= 1
    if k < 0 or passage.words[k][-1] not in FINAL:
        return False
    if not (passage.words[i][:1].isupper() or passage.words[i][:1].isdecimal()):
        return passage.quoted[i] == OPENING
    return not _says_so(passage, i, asked=passage.words[k][-1] in "?!")


def _says_so(passage: Passage, i: int, *, asked: bool) -> bool:
    """Whether words from `i` on end the quotation: "Smith said." or, after ? or !, "Smith said of the plan"."""
    for j in range(i + 1, min(i + 9, len(passage))):
        if not passage.outside(j) or passage.words[j] in ",.;:":
            return False
        if passage.lower[j] in speech_verbs() and passage.tags[j] in ("VERB", "AUX"):
            if j + 1 == len(passage) or passage.words[j + 1] in ".,":
                return True
            kinds = {verb.kind for verb, _ in speech_verbs()[passage.lower[j]]}
            aside = "tell" in kinds or passage.tags[j + 1] in ("ADP", "ADV") or _tells_when(passage, j + 1)
            aside = aside or ("ask" in kinds and ASKED_FOR.isdisjoint(passage.lower[j + 1 : j + 6]))
            return asked and aside and "that" not in passage.lower[j + 1 : j + 15]
    return False


def _tells_when(passage: Passage, i: int) -> bool:
    return passage.words[i] in cue_words("day") or passage.lower[i] in cue_words("time")


def _small(word: str, tag: str) -> str:
    """A word in small letters; "the WHO" and "the US" keep their capitals, which no pronoun has."""
    return word if word in ABBREVIATIONS and tag == "PROPN" else word.lower().replace("’", "'")
