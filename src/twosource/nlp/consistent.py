"""Names that a model marked sentence by sentence, made one throughout the article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from twosource.nlp.adopted import WordSpan, bare, proper
from twosource.nlp.agreed import Agreed, Marked, agree, key_of
from twosource.nlp.missed import acronyms, add_letters, add_loud, add_repeated
from twosource.nlp.words import Line, is_shouted
from twosource.vocab.names import name_cues
from twosource.vocab.tags import tag_words

_PASSES = 4
"""A pass that joins or relabels names may give the next one more to do; the second nearly always finds nothing."""


def consistent(lines: Sequence[Line], spans: Sequence[Sequence[WordSpan]]) -> list[list[WordSpan]]:
    """The names of each sentence in order: titles split off, one label for one name, added where they were missed.

    `spans` are a model's names by sentence, dates left out; of two that overlap the first counts. Time is linear in
    the words; a second use changes nothing.
    """
    found = _pass(lines, spans)
    for _ in range(_PASSES):
        again = _pass(lines, found)
        if again == found:
            break
        found = again
    return found


def _pass(lines: Sequence[Line], spans: Sequence[Sequence[WordSpan]]) -> list[list[WordSpan]]:
    loud = [is_shouted(line.words) for line in lines]
    read = [_lowered(line) if is_loud else line for line, is_loud in zip(lines, loud, strict=True)]
    marked = Marked(read, [_settled(line, own) for line, own in zip(read, spans, strict=True)], loud)
    add_repeated(marked, agree(marked), phrases=True)
    letters = acronyms(marked, agree(marked))
    agreed = agree(marked, {key_of([short]): label for short, label in letters.items()})
    add_letters(marked, agreed, letters)
    add_repeated(marked, agreed, phrases=False)
    _relabel(marked, agreed)
    add_loud(marked, agreed)
    return [_joined(line.words, own) for line, own in zip(marked.lines, marked.spans, strict=True)]


def _lowered(line: Line) -> Line:
    """A sentence all in capitals as the tables can read it: "FOREIGN" is Foreign, what is as short as US stays."""
    words = [word.capitalize() if len(word) > 3 and word.isupper() else word for word in line.words]
    return replace(line, words=words)


def _settled(line: Line, spans: Sequence[WordSpan]) -> list[WordSpan]:
    found: list[WordSpan] = []
    small = next((word.islower() for word in line.words if word[0].isalpha()), True)
    for start, end, label in _joined(line.words, _with_first_halves(line.words, sorted(spans))):
        for a, b in _parts(line.words, start, end):
            pieces = [x for x in _stripped(line, (a, b, label)) if small or _has_capital(line.words[x[0] : x[1]])]
            found.extend(x for x in pieces if not found or x[0] >= found[-1][1])
    return found


def _with_first_halves(words: list[str], spans: list[WordSpan]) -> list[WordSpan]:
    """Bodies with two halves as one: "Pilot | and Crane Drivers' Union", if the first half is a common word."""
    found: list[WordSpan] = []
    for start, end, label in spans:
        if found and label == "ORG" and found[-1][1:] == (start - 1, "ORG") and words[start - 1] in ("and", "&"):
            first = found[-1][0]
            if first == start - 2 and words[first].lower() in tag_words() and _names_a_body(words[end - 1]):
                found[-1] = (first, end, label)
                continue
        found.append((start, end, label))
    return found


def _names_a_body(word: str) -> bool:
    return any(cue.where == "last" and cue.label == "ORG" for cue in name_cues().get(word, ()))


def _joined(words: list[str], spans: list[WordSpan]) -> list[WordSpan]:
    """The spans, two of one label with no word between as one: nobody lists names without a comma."""
    found: list[WordSpan] = []
    for start, end, label in spans:
        more = bool(found) and found[-1][1:] == (start, label) and not words[start].islower()
        found.append((found.pop()[0] if more else start, end, label))
    return found


def _has_capital(words: list[str]) -> bool:
    """Whether it can be a name where sentences begin with capitals; "human rights" cannot."""
    return any(not word.islower() for word in words)


def _parts(words: list[str], start: int, end: int) -> list[tuple[int, int]]:
    """Two names for "Northern Relief Council (NRC)" marked as one; "Party of Labour (Marxist)" is one."""
    found: list[tuple[int, int]] = []
    start, end = bare(words, start, end)
    while (last := end - (words[end - 1] == ")")) - 2 > start and words[last - 2] == "(" and words[last - 1].isupper():
        found.append((last - 1, last))
        start, end = bare(words, start, last - 2)
    return [(start, end), *reversed(found)]


def _stripped(line: Line, span: WordSpan) -> list[WordSpan]:
    """Titles taken off until none is left."""
    pieces = proper(line, *span)
    return pieces if pieces == [span] else [x for piece in pieces for x in _stripped(line, piece)]


def _relabel(marked: Marked, agreed: Agreed) -> None:
    for line, own in zip(marked.lines, marked.spans, strict=True):
        own[:] = [(start, end, agreed.at(line, start, end, label) or label) for start, end, label in own]
