"""The attributions of one outer sentence, cue by cue."""

from __future__ import annotations

from dataclasses import replace

from twosource.quotes.according import ascribed
from twosource.quotes.asides import after_asides
from twosource.quotes.attitudes import attitude_cues
from twosource.quotes.before import content_before, says_something
from twosource.quotes.broken import turn_after
from twosource.quotes.clauses import clause_end, opens_second, relays
from twosource.quotes.colons import introduced
from twosource.quotes.complements import complement, to_the_end
from twosource.quotes.counted import counts_put
from twosource.quotes.cues import Cue, find_cues
from twosource.quotes.found import Found, Rule, Span
from twosource.quotes.light_verbs import light_cues
from twosource.quotes.names_after import hearer_to, phrase_after
from twosource.quotes.nouns import noun_cues
from twosource.quotes.passage import OPENING, Passage
from twosource.quotes.passive import passives
from twosource.quotes.phrases import subject
from twosource.quotes.quoted_as import as_saying, quoted_cues
from twosource.quotes.reasons import reasons_after
from twosource.quotes.relatives import follows_relative
from twosource.quotes.split_verbs import split_cues
from twosource.quotes.structure import by_structure
from twosource.quotes.subjects import is_subordinate, relayed, subject_of
from twosource.quotes.syntax import CLAUSE, SUBJECTS
from twosource.quotes.told import turned
from twosource.quotes.unsaid import says_nothing
from twosource.quotes.verbs import has_finite_verb
from twosource.quotes.views import views_held

RULE_OF_FRAME: dict[str, Rule] = {
    "quote": "quotation_after_cue",
    "colon": "words_after_colon",
    "that": "that_clause",
    "bare": "clause_after_cue",
    "wh": "question_after_cue",
    "inf": "infinitive_after_cue",
    "np": "phrase_after_cue",
    "gap": "phrase_after_cue",
}


def find_in_sentence(p: Passage, n: int) -> list[Found]:
    """All attributions of the outer sentence `n` of a passage."""
    low, high = p.sentences[n]
    found: list[Found] = []
    free = turned_to = low
    by_heads = [
        *quoted_cues(p, n),
        *counts_put(p, n),
        *split_cues(p, n),
        *passives(p, n),
        *light_cues(p, n),
        *attitude_cues(p, n),
        *views_held(p, n),
    ]
    taken = {k for f in by_heads if f.cue_words for k in range(f.cue_words.first, f.cue_words.last)}
    for cue in find_cues(p, low, high):
        if (
            cue.verb in taken
            or cue.first < turned_to
            or as_saying(p, cue.verb, high) is not None
            or _relays_another(p, cue, low, high, found)
        ):
            continue
        before = content_before(p, cue, n, free)
        after = _content_after(p, cue, n, found) if before is None or _said_after(p, cue, before) else []
        if before is not None and not after:
            turns = turn_after(p, before, cue, n)
            found += [relayed(before), *turns]
            turned_to = turns[-1].content[-1].last if turns else low
            free = max(cue.last, before.content[-1].last if before.rule == "content_around_cue" else 0)
            continue
        read = None if after else by_structure(p, cue, n)
        own = [read] if read else after
        found.extend(turned(f) for f in own if not says_nothing(f))
        found.extend(e for f in own if (e := reasons_after(p, f, n)) is not None)
    nouns = [f for f in noun_cues(p, n) if f.cue is None or f.cue.verb not in taken]
    according = ascribed(p, n)
    found = [f for f in found if f.rule != "words_after_colon" or all(f.content != g.content for g in according)]
    return [*by_heads, *nouns, *found, *(according or _led_in(found, introduced(p, n)))]


def _led_in(found: list[Found], led: list[Found]) -> list[Found]:
    """What a colon leads to, of whoever spoke of something right before it: 'Low denied it: | "Never."'."""
    if not found or not led:
        return led
    colon = led[0].content[0].first - 1
    spoke = found[-1].rule == "phrase_after_cue" and found[-1].content[-1].last == colon
    return [replace(f, speaker=found[-1].speaker) for f in led] if spoke else []


def _relays_another(p: Passage, cue: Cue, low: int, high: int, found: list[Found]) -> bool:
    """Whether a cue only names who passes on what somebody was just said to say: "..., she said, reports the Post"."""
    left = cue.first - 1
    after_another = bool(found) and found[-1].content[0].first < left and p.words[left] == ","
    right_after = any(f.speaker and left in (f.speaker.last, f.cue_words.last if f.cue_words else -1) for f in found)
    return left > low and after_another and right_after and relays(p, cue.verb, high)


def _said_after(p: Passage, cue: Cue, before: Found) -> bool:
    """Whether by its heads a cue's subject or a clause after it takes the place of what before it seemed to be said."""
    rest = before.content[-1] if len(before.content) > 1 else None
    # ": gales are due", ", “so that nobody is hurt”": what stands before is said with it
    ends = rest is not None and p.quoted[rest.first] == OPENING and not before.content[0].holds_quotation()
    explained = rest is not None and (p.words[rest.first - 1] == ":" or ends)
    if p.tree is None or explained or before.is_direct():
        return False
    if any(s.first <= k < s.last and p.outside(k) for k in p.tree.below(cue.verb, SUBJECTS) for s in before.content):
        return True
    if not before.holds_quotation() and not any(has_finite_verb(p, s.first, s.last) for s in before.content):
        return True
    clauses = p.tree.below(cue.verb, CLAUSE)
    return bool(clauses) and all(p.tree.whole(k)[0] >= cue.last for k in clauses)


def _content_after(p: Passage, cue: Cue, n: int, earlier: list[Found]) -> list[Found]:
    found = _verb_speaker_content(p, cue, n) or _as_clause(p, cue, n) or _speaker_verb_content(p, cue, n, earlier)
    return [found, *_coordinated(p, found, n)] if found else []


def _verb_speaker_content(p: Passage, cue: Cue, n: int) -> Found | None:
    """`Said the minister: "..."` at the beginning of a sentence."""
    low, high = p.sentences[n]
    if cue.first != low or cue.form not in ("ed", "s") or not cue.word.takes("quote"):
        return None
    speaker = phrase_after(p, cue.last, high)
    if speaker is None or speaker[1] + 1 >= high:
        return None
    mark, first = speaker[1], speaker[1] + 1
    if p.words[mark] not in (",", ":") or p.quoted[first] != OPENING:
        return None
    content = [Span(p, first, high)]
    return Found("quotation_after_cue", content, n, cue, Span(p, cue.first, cue.last), Span(p, *speaker))


def _as_clause(p: Passage, cue: Cue, n: int) -> Found | None:
    """Of "As the minister noted, the dam was full", "As she described it, ...": the clause after the comma."""
    low, high = p.sentences[n]
    speaker = subject(p, cue.first, low + 1) if p.lower[low] == "as" and cue.first > low + 1 else None
    it = p.lower[cue.last : cue.last + 1] == ["it"] and cue.word.takes("np")
    comma = after_asides(p, cue.last + it, high)
    if speaker is None or speaker[0] != low + 1 or comma >= high or p.words[comma] != ",":
        return None
    if not (it or cue.word.takes("that")) or not says_something(p, comma + 1, high):
        return None
    content = [Span(p, comma + 1, high)]
    return Found("content_around_cue", content, n, cue, Span(p, cue.first, cue.last), Span(p, *speaker))


def _speaker_verb_content(p: Passage, cue: Cue, n: int, earlier: list[Found]) -> Found | None:
    """Speaker, cue, content: "The minister said that ...", "..., adding: ..."."""
    low, high = p.sentences[n]
    shape = complement(p, cue, high)
    if shape is None:
        return None
    speaker = subject_of(p, cue, low, high, earlier)
    if speaker is None and shape.frame not in ("quote", "colon"):
        return None
    if shape.frame == "gap" and not (p.tree and speaker and follows_relative(p, speaker[0], low)):
        return None
    fronted = speaker is not None and speaker[0] >= cue.last
    last = _content_end(p, cue, shape.frame, shape.first, n, fronted or is_subordinate(p, speaker, low))
    if not says_something(p, shape.first, last):
        return None
    hearer = shape.hearer or hearer_to(p, cue.last, shape.first)
    opened = shape.frame == "np" and shape.first == cue.last + 1 and p.outside(cue.last)
    return Found(
        RULE_OF_FRAME[shape.frame],
        [Span(p, shape.first, last)],
        n,
        cue,
        Span(p, cue.first, shape.first if opened else cue.last),
        Span(p, *speaker) if speaker else None,
        Span(p, *hearer) if hearer else None,
    )


def _content_end(p: Passage, cue: Cue, frame: str, first: int, n: int, inner: bool) -> int:
    high = p.sentences[n][1]
    if (frame == "quote" and to_the_end(p, first, high)) or (frame == "colon" and p.quoted[first] != OPENING):
        return high
    return clause_end(p, cue, frame, first, high, inner=inner)


def _coordinated(p: Passage, found: Found, n: int) -> list[Found]:
    """Of "said that A and that B": what is said second is a quote of its own, of the same cue and speaker."""
    high = p.sentences[n][1]
    new: list[Found] = []
    k = found.content[-1].last
    while found.cue and found.rule in ("that_clause", "clause_after_cue") and k + 1 < high:
        k += p.words[k] == ","
        if not opens_second(p, k):
            break
        last = clause_end(p, found.cue, "that", k + 1, high)
        content = [Span(p, k + 1, last)]
        new.append(Found("that_clause", content, n, found.cue, found.cue_words, found.speaker, found.hearer))
        k = last
    return new
