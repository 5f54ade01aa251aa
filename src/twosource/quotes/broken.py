"""Words that "she said" breaks in two: where they begin in their sentence, and what goes on after it."""

from __future__ import annotations

from twosource.quotes.cues import Cue
from twosource.quotes.found import Found, Span
from twosource.quotes.passage import CLOSING, OPENING, OUTSIDE, Passage
from twosource.quotes.subjects import first_subject
from twosource.quotes.verbs import has_finite_verb
from twosource.quotes.words import RELATIVE, STOPS, SUBORDINATORS, VERBAL
from twosource.vocab.speech import cue_words, speech_verbs

OPENS_CONDITION = frozenset(("if", "unless", "once", "should", "when", "until"))
OPENS_IN_WORDS = tuple(tuple(words.split(" ")) for words in sorted(cue_words("opens_clause")))
TURNS = frozenset(("and", "but", "though", "although", "yet"))
NO_ASIDE = frozenset((*VERBAL, "SCONJ", "PRON", "PUNCT"))
ASIDE = 9
"""Words between "she told reporters" and the comma after it that may tell where: "on the steps of the court"."""
CLEAR = 0.8
"""Strength above which a verb in what goes on is another's speech: not "would defend"."""


def opens_clause(p: Passage, i: int) -> bool:
    """Whether at word `i` a clause begins that needs another: "When it rains,", "By the time they came,"."""
    if p.lower[i] in SUBORDINATORS | OPENS_CONDITION:
        return True
    return any(tuple(p.lower[i : i + len(words)]) == words for words in OPENS_IN_WORDS)


def own_start(p: Passage, said: Span) -> int:
    """Where the words begin that "she said" breaks, after the report's own: "..., which,", "..., and if it rains,".

    And after a colon before which somebody else's words, or a name and a verb, stand: "Low denied it: | the dam held",
    or a semicolon: "Low promised tents; | by dusk, aid workers said, there were none".
    """
    last = said.last - (p.words[said.last - 1] == ",")
    if (opening := _led_in(p, said)) is not None:
        return opening
    if (which := _relative_before(p, said.first, last)) is not None:
        return which
    if p.tags[last - 1] == "CCONJ" and has_finite_verb(p, said.first, last - 1):
        return last - 1  # "It may reach us or, | she says, | it may not"
    for k in range(last - 1, said.first + 1, -1):
        if not p.outside(k):
            continue
        if p.words[k - 1] == "," and p.tags[k] == "CCONJ" and p.lower[k + 1] in OPENS_CONDITION:
            return k + 1 if has_finite_verb(p, said.first, k) else said.first
        if p.words[k] in (":", ";") and (_reacts(p, said.first, k) or _tells_of(p, said, k)):
            whole = has_finite_verb(p, k, said.last) or p.words[k] == ";"
            return k + 1 if whole or _tells_of(p, said, k) else said.first
    return said.first


def _led_in(p: Passage, said: Span) -> int | None:
    """Where a quotation begins that a clause and a colon lead in: 'Her deputy was less sure: | "Run," she said'."""
    if CLOSING not in p.quoted[said.last - 1 : said.last + 1]:
        return None
    opening = next((k for k in range(said.last - 1, said.first, -1) if p.quoted[k] == OPENING), None)
    led = opening is not None and p.words[opening - 1] == ":" and has_finite_verb(p, said.first, opening - 1)
    return opening if led else None


def _relative_before(p: Passage, low: int, last: int) -> int | None:
    """Where a relative pronoun at the end of some words begins its clause: ", | which", "a raid, | in which"."""
    which = last - 1
    if which - low < 3 or p.lower[which] not in RELATIVE - {"that"}:
        return None
    first = which - (p.tags[which - 1] == "ADP")
    return first if p.words[first - 1] == "," and p.outside(first - 1) else None


def _tells_of(p: Passage, said: Span, colon: int) -> bool:
    """Whether a name's deed stands before the colon of a broken clause: "Low was blunt: | it had, she said, cut"."""
    subject = first_subject(p, said.first, colon) if p.words[colon] == ":" else None
    named = subject is not None and any(p.tags[k] == "PROPN" for k in range(*subject))
    return named and not has_finite_verb(p, colon + 1, said.last)


def _reacts(p: Passage, first: int, colon: int) -> bool:
    """Whether words before a colon tell what somebody thinks of something, by a verb of speech."""
    return any(p.tags[k] == "VERB" and p.lower[k] in speech_verbs() and p.outside(k) for k in range(first + 1, colon))


def explains(p: Passage, said: Span, right: int, high: int) -> bool:
    """Whether what a colon after the cue leads to is said too: "It depends on the wind, she said: | gales are due"."""
    if right + 2 >= high or p.words[right] != ":" or not p.outside(right + 1):
        return False
    whole = has_finite_verb(p, said.first, said.last) and p.lower[said.first] not in SUBORDINATORS
    return whole and has_finite_verb(p, right + 1, high)


def turn_after(p: Passage, before: Found, cue: Cue, n: int) -> list[Found]:
    """What a speaker says after "but", partly in marks: "It came too fast, she said, | but the cause was “unclear”".

    Or after a semicolon.

    A quote of its own, since a claim is one statement; only where no other verb of speech stands between.
    """
    high = p.sentences[n][1]
    right = _saying_end(before, cue, high)
    if before.rule != "content_before_cue" or before.holds_quotation() or right + 3 >= high:
        return []
    first = right + 1 if p.words[right] == ";" and _own_clause(p, right + 1, high) else _turn(p, right, high)
    if first is None:
        return []
    words = Span(p, cue.first, cue.last)
    return [Found("clause_after_cue", [Span(p, first, high)], n, None, words, before.speaker)]


def _own_clause(p: Passage, first: int, high: int) -> bool:
    """Whether a clause without another's speech follows a semicolon: "It came too fast, she said; | few had a boat"."""
    plain = p.tags[first] not in (*VERBAL, "CCONJ", "SCONJ") and all(map(p.outside, range(first, high)))
    return plain and has_finite_verb(p, first, high) and not _speaks(p, first, high)


def _turn(p: Passage, right: int, high: int) -> int | None:
    """The word after ", but" at word `right` where a clause follows that a quotation ends."""
    first = right + 2
    opening = next((k for k in range(first, high) if p.quoted[k] == OPENING), None)
    if p.words[right] != "," or p.lower[right + 1] not in TURNS or opening is None:
        return None
    if not _reaches_end(p, opening, high) or _speaks(p, first, opening):
        return None
    return None if p.tags[first] in (*VERBAL, "ADV") or not has_finite_verb(p, first, opening) else first


def go_on_by_marks(f: Found, cue: Cue) -> None:
    """Adds what goes on after ", she said, and", where the attribution head takes it for said too."""
    said = f.content[-1]
    p, high = said.passage, said.passage.sentences[f.sentence][1]
    right = _saying_end(f, cue, high)
    if right + 3 >= high or p.words[right] != "," or p.tags[right + 1] != "CCONJ" or not p.outside(right + 1):
        return
    at = right + 2 + (p.quoted[right + 2] == OPENING)
    marked = next((m for m in p.marks(right, high, "content") if right <= m[0] <= at < m[1]), None)
    if marked is None or said.last > right or not has_finite_verb(p, right + 2, marked[1]):
        return
    turns = p.lower[right + 1] in TURNS and not f.holds_quotation()
    if turns and any(k != OUTSIDE for k in p.quoted[right:high]):
        return  # a quote of its own, by `turn_after`
    last = marked[1]
    while last < high and (p.words[last] in STOPS or p.quoted[last] != OUTSIDE):
        last += 1
    f.content.append(Span(p, right + 1, last))
    f.rule = "content_around_cue"


def _saying_end(f: Found, cue: Cue, high: int) -> int:
    """The comma after cue, speaker, hearer and what tells where: "..., she told reporters on the steps | , and".

    After a day ("the mayor said on Monday, and") the report mostly goes on with its own words.
    """
    p = f.content[-1].passage
    right = max(cue.last, *(span.last for span in (f.speaker, f.hearer) if span is not None), 0)
    if right >= high or p.tags[right] not in ("ADP", "ADV"):
        return right
    comma = next((k for k in range(right, min(high, right + ASIDE)) if p.words[k] == ","), right)
    plain = all(p.outside(k) and p.tags[k] not in NO_ASIDE for k in range(right, comma))
    plain = plain and not any(p.words[k] in cue_words("day") for k in range(right, comma))
    return comma if plain else right


def _reaches_end(p: Passage, opening: int, high: int) -> bool:
    """Whether after a quotation its sentence has no verb of the report: "“every stone” | of the temple"."""
    outside = [k for k in range(opening, high) if p.quoted[k] == OUTSIDE]
    return all(p.tags[k] not in VERBAL and (p.words[k] in STOPS) <= (k + 1 >= high) for k in outside)


def _speaks(p: Passage, first: int, last: int) -> bool:
    verbs = (v for k in range(first, last) if p.tags[k] == "VERB" for v, _ in speech_verbs().get(p.lower[k], ()))
    return any(v.strength > CLEAR for v in verbs)


def relative_end(p: Passage, verb: int, high: int) -> int:
    """Where a relative clause ends with the first of its verbs at `verb`: by the heads, or at a comma."""
    comma = next((k for k in range(verb, high) if p.words[k] in STOPS and p.outside(k)), high)
    main = next((k for k in range(verb, high) if p.tags[k] == "VERB"), verb)
    return max(comma, min(p.tree.whole(main)[1], high)) if p.tree else comma


def adds(p: Passage, i: int) -> bool:
    """Whether a participle of speech begins what the speaker says beside it: ", | noting that it was late"."""
    known = speech_verbs().get(p.lower[i], ()) if p.tags[i] == "VERB" and p.outside(i) else ()
    return any(form == "ing" and verb.takes("that") and not verb.rest for verb, form in known)


def part_at_colons(found: list[Found]) -> None:
    """Ends what is said before a colon with a cue of its own behind it: "warned of rain: | it would last, he said"."""
    before = (f.content[0] for f in found if f.rule in ("content_before_cue", "content_around_cue"))
    starts = {s.first for s in before if s.first > 0 and s.passage.words[s.first - 1] == ":"}
    for f in found:
        span = f.content[-1]
        span.last = next((k - 1 for k in starts if span.first < k - 1 and k < span.last), span.last)
