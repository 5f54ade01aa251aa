"""The attributions of one outer sentence: content before the cue, around it, or after it."""

from __future__ import annotations

from twosource.quotes.clauses import STOPS, WH, after_asides, clause_end, complement, _hearer
from twosource.quotes.cues import Cue, find_cues
from twosource.quotes.found import Found, Span
from twosource.quotes.passage import CLOSING, OPENING, OUTSIDE, Passage
from twosource.quotes.phrases import NOMINAL, Range, phrase_after, subject
from twosource.vocab.speech import cue_words, speech_verbs


def find_in_sentence(p: Passage, n: int) -> list[Found]:
    """All attributions of the outer sentence `n` of a passage, in the order of their cues."""
    low, high = p.sentences[n]
    found: list[Found] = []
    begin = low
    for cue in find_cues(p, low, high):
        new = _before_inverted(p, cue, begin, high) or _before(p, cue, begin, high) or _after(p, cue, low, high, found)
        if new is not None:
            new.sentence = n
            found.append(new)
            if new.rule in ("content before", "content around"):
                begin = cue.last
    found.extend(_according(p, low, high, n))
    return sorted(found, key=lambda f: f.cue_words.first if f.cue_words else low)


def _before_inverted(p: Passage, cue: Cue, low: int, high: int) -> Found | None:
    """`"...," said the minister`: content, cue, speaker."""
    left = cue.first - 1
    if left < low or cue.form not in ("ed", "s") or not _ends_content(p, left) or not cue.word.takes("quote"):
        return None
    speaker = phrase_after(p, cue.last, high)
    if speaker is None or (p.quoted[left] == OUTSIDE and not _plain_right(p, speaker[1], high)):
        return None
    return _with_content_before(p, cue, speaker, low, left, high, speaker[1])


def _before(p: Passage, cue: Cue, low: int, high: int) -> Found | None:
    """`"...," the minister said` and "..., the minister told reporters": content, speaker, cue."""
    if not (cue.word.takes("quote") or cue.word.takes("bare")) or cue.form == "ing":
        return None
    speaker = subject(p, cue.first, low)
    if speaker is None or speaker[0] - 1 < low or not _ends_content(p, speaker[0] - 1):
        return None
    right = cue.last
    hearer = _hearer(p, right, high) if cue.word.takes("whom") else None
    right = after_asides(p, hearer[1] if hearer else right, high)
    if not _plain_right(p, right, high):
        return None
    new = _with_content_before(p, cue, speaker, low, speaker[0] - 1, high, right)
    if new is not None and hearer:
        new.hearer = Span(p, *hearer)
    return new


def _ends_content(p: Passage, i: int) -> bool:
    """Whether the mark at word `i` can end content that stands before its cue."""
    return p.quoted[i] == CLOSING or (p.outside(i) and p.words[i] in (",", "—", "–"))


def _plain_right(p: Passage, i: int, high: int) -> bool:
    """Whether after a cue, at word `i`, nothing follows that could be content."""
    if i >= high or p.words[i] in STOPS or p.quoted[i] == CLOSING:
        return True
    if p.tags[i] in ("ADP", "ADV", "CCONJ") or p.lower[i] in ("when", "as", "while", "after", "before", "because", "who", "if", "during", "following", "since"):
        return p.lower[i] not in ("that", "of", "about") 
    return p.tags[i] == "VERB" and p.lower[i].endswith("ing")


def _with_content_before(
    p: Passage, cue: Cue, speaker: Range, low: int, left: int, high: int, right: int
) -> Found | None:
    content = [Span(p, low, left)] if _says_something(p, low, left) else []
    if not content:
        return None
    rest = _content_goes_on(p, low, left, right, high)
    if rest is not None:
        content.append(Span(p, *rest))
    rule = "content around" if rest else "content before"
    return Found(rule, content, cue, Span(p, cue.first, cue.last), Span(p, *speaker))


def _says_something(p: Passage, low: int, left: int) -> bool:
    return any(p.words[k] not in STOPS and p.quoted[k] not in (OPENING, CLOSING) for k in range(low, left))


def _content_goes_on(p: Passage, low: int, left: int, right: int, high: int) -> Range | None:
    """What follows "..., he said, " in the same sentence and is still said: a quotation, or the rest of a broken clause."""
    k = right
    while k < high and p.outside(k) and p.words[k] not in (",", ":", "—", "–", "-"):
        k += 1
    if k + 1 >= high:
        return None
    if p.quoted[k + 1] == OPENING and p.words[k] != ":" and k - right < 12:
        return (k + 1, high)
    broken = not any(p.tags[j] in ("VERB", "AUX") and not p.lower[j].endswith("ing") for j in range(low, left))
    if broken and k == right and p.outside(k + 1):
        return (k + 1, high)
    return None


def _after(p: Passage, cue: Cue, low: int, high: int, earlier: list[Found]) -> Found | None:
    """"The minister said that ...": speaker, cue, content."""
    shape = complement(p, cue, high)
    if shape is None:
        return None
    frame, first, hearer = shape
    speaker = _subject(p, cue, low, high, earlier)
    if speaker is None and frame not in ("quote", "colon"):
        return None
    last = high if frame == "quote" and _to_the_end(p, first, high) else clause_end(p, cue, frame, first, high)
    if frame == "colon" and p.quoted[first] != OPENING:
        last = high
    if not _says_something(p, first, last):
        return None
    spoken = Span(p, *speaker) if speaker else None
    heard = Span(p, *hearer) if hearer else None
    return Found(frame, [Span(p, first, last)], cue, Span(p, cue.first, cue.last), spoken, heard)


def _to_the_end(p: Passage, first: int, high: int) -> bool:
    """Whether from `first` on all is one quotation up to the end of the sentence."""
    return all(p.quoted[k] != OUTSIDE or p.words[k] in STOPS for k in range(first, high))


def _subject(p: Passage, cue: Cue, low: int, high: int, earlier: list[Found]) -> Range | None:
    """The speaker of a cue whose content follows; of "and added", "..., adding" it is the speaker before."""
    left = cue.first - 1
    shared = left < low or p.tags[left] == "CCONJ" or (cue.form == "ing" and p.tags[left] in ("PUNCT", "ADP", "SCONJ")) or p.quoted[left] == CLOSING
    if not shared:
        return subject(p, cue.first, low) if cue.form != "ing" or _progressive(p, cue) else _inherited(p, cue, low, earlier)
    if left < low:
        return _fronted(p, cue, high) if cue.form == "ing" else None
    return _inherited(p, cue, low, earlier)


def _progressive(p: Passage, cue: Cue) -> bool:
    return any(p.tags[k] == "AUX" for k in range(cue.first, cue.verb))


def _inherited(p: Passage, cue: Cue, low: int, earlier: list[Found]) -> Range | None:
    for before in reversed(earlier):
        if before.speaker is not None and not any(s.first <= cue.verb < s.last for s in before.content):
            return (before.speaker.first, before.speaker.last)
    for k in range(low + 1, cue.first):
        if p.tags[k] in ("VERB", "AUX") and p.outside(k) and not p.lower[k].endswith("ing") and p.lower[k - 1] != "to":
            first = k
            while first > low and p.tags[first - 1] in ("ADV", "AUX", "PART") and p.lower[first - 1] != "'s":
                first -= 1
            found = subject(p, first, low)
            if found is not None:
                return found
    return None


def _fronted(p: Passage, cue: Cue, high: int) -> Range | None:
    """"Warning that ..., the minister said": the subject of the clause after the comma."""
    for k in range(cue.last, high - 1):
        if p.words[k] == "," and p.outside(k):
            found = phrase_after(p, k + 1, high)
            if found and found[1] < high and p.tags[found[1]] in ("VERB", "AUX", "ADV"):
                return found
    return None


def _according(p: Passage, low: int, high: int, n: int) -> list[Found]:
    """"According to the minister, ..." and "..., according to the minister"."""
    found: list[Found] = []
    for k in range(low, high - 2):
        if p.lower[k] == "according" and p.lower[k + 1] == "to" and p.outside(k):
            speaker = phrase_after(p, k + 2, high)
            if speaker is None:
                continue
            content = _around_according(p, low, k, _phrase_end(p, speaker[1], high), high)
            if content:
                spans = [Span(p, a, b) for a, b in content]
                found.append(Found("according", spans, None, Span(p, k, k + 2), Span(p, k + 2, _phrase_end(p, speaker[1], high)), sentence=n))
    return found


def _phrase_end(p: Passage, i: int, high: int) -> int:
    while i < high and p.outside(i) and p.words[i] not in (".", ",", ";", ":", "—", "–"):
        i += 1
    return i


def _around_according(p: Passage, low: int, k: int, right: int, high: int) -> list[Range]:
    before, after = (low, k), (right, high)
    if k - low <= 1:
        return [after] if _says_something(p, *after) else []
    has_verb = any(p.tags[j] in ("VERB", "AUX") for j in range(low, k))
    if has_verb:
        return [before]
    return [r for r in (before, after) if _says_something(p, *r)]
