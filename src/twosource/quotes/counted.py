"""What somebody counts: "Police put the crowd at 4,000, the organisers at close to 9,000"."""

from __future__ import annotations

from dataclasses import replace

from twosource.quotes.cues import UNSURE, group_start
from twosource.quotes.found import Found, Span
from twosource.quotes.names_after import phrase_after
from twosource.quotes.passage import Passage
from twosource.quotes.passive import agent_of
from twosource.quotes.phrases import subject
from twosource.quotes.subjects import first_subject
from twosource.quotes.words import STOPS, VERBAL, Range
from twosource.vocab.speech import cue_words

LONGEST = 14
"""Words of what is counted: "the number of those who fled their homes in the two valleys"."""
BEFORE_NUMBER = 4
"""Words between "at" and its figure: "at close to", "at not much more than"."""
NUMBER_GOES_ON = frozenset(("NUM", "SYM", "NOUN", "ADJ", "PUNCT"))
JOINS_NUMBERS = frozenset(("and", "or", "to", "of", "per", "a", "an", "%", "percent"))
POINTS = frozenset(("it", "this", "that", "them"))
BE = frozenset(("was", "were", "is", "are", "been"))
LETS = frozenset(("while", "and", "but", "whereas"))


def counts_put(p: Passage, n: int) -> list[Found]:
    """Who puts what at which figure in the outer sentence `n`, and who puts it at another, the verb left out."""
    low, high = p.sentences[n]
    verbs = cue_words("puts_at")
    if "at" not in p.lower[low:high] or verbs.isdisjoint(p.lower[low:high]):
        return []
    found: list[Found] = []
    for verb in (k for k in range(low + 1, high) if p.lower[k] in verbs and p.outside(k)):
        put = _active(p, verb, n) or _passive(p, verb, n) if not found or verb >= found[-1].content[-1].last else None
        found += [put, *_others(p, put, n)] if put is not None else []
    return found


def _active(p: Passage, verb: int, n: int) -> Found | None:
    """Of "Police put the crowd at 4,000": who, and "the crowd at 4,000"."""
    low, high = p.sentences[n]
    first = group_start(p, verb, low)
    if not BE.isdisjoint(p.lower[first:verb]) or not UNSURE.isdisjoint(p.lower[first:verb]):
        return None
    at = next((k for k in range(verb + 2, min(high, verb + LONGEST)) if p.lower[k] == "at" and p.outside(k)), None)
    last = _figure_end(p, at, high) if at is not None else None
    if at is None or last is None or not _is_measure(p, verb + 1, at):
        return _relative(p, verb, first, n)
    speaker = subject(p, first, low) or first_subject(p, low, first)
    return _found(p, n, Span(p, first, verb + 1), [(verb + 1, last)], speaker) if speaker else None


def _relative(p: Passage, verb: int, first: int, n: int) -> Found | None:
    """Of "the gunmen, whom Low put at about 60": who, and "whom", "at about 60"."""
    low, high = p.sentences[n]
    last = _figure_end(p, verb + 1, high) if verb + 1 < high and p.lower[verb + 1] == "at" else None
    speaker = subject(p, first, low) if last is not None else None
    if last is None or speaker is None or speaker[0] <= low or p.lower[speaker[0] - 1] not in ("which", "whom"):
        return None
    which = speaker[0] - 1
    return _found(p, n, Span(p, first, verb + 1), [(which, which + 1), (verb + 1, last)], speaker)


def _passive(p: Passage, verb: int, n: int) -> Found | None:
    """Of "The toll was put at 45 by the ministry": by whom, where somebody is named, and both parts of the count."""
    low, high = p.sentences[n]
    first = group_start(p, verb, low)
    last = _figure_end(p, verb + 1, high) if verb + 1 < high and p.lower[verb + 1] == "at" else None
    counted = subject(p, first, low) if last and not BE.isdisjoint(p.lower[first:verb]) else None
    if last is None or counted is None or not _is_measure(p, *counted):
        return None
    agent = agent_of(p, verb, high)
    by = _by_whom(p, last, high) if agent is None else None
    speaker = (agent.first, agent.last) if agent else by
    return _found(p, n, Span(p, first, verb + 1), [counted, (verb + 1, last)], speaker)


def _by_whom(p: Passage, last: int, high: int) -> Range | None:
    """Who counts, after the figure: "at 45 | by the ministry", "at 45 | in a first estimate by the ministry"."""
    reach = last + LONGEST if last < high and p.lower[last] == "in" else last + 1
    by = next((k for k in range(last, min(reach, high)) if p.lower[k] == "by" and p.outside(k)), None)
    plain = by is not None and not any(p.tags[k] in VERBAL or p.words[k] in STOPS for k in range(last, by))
    return phrase_after(p, by + 1, high) if by is not None and plain else None


def _others(p: Passage, found: Found, n: int) -> list[Found]:
    """Who puts the same at another figure, the verb left out: ", the organisers | at close to 9,000".

    Or what else the same one counts: "and | the depth at 14 kilometres".
    """
    high = p.sentences[n][1]
    new: list[Found] = []
    k = found.content[-1].last
    while found.cue_words and found.speaker and k + 3 < high:
        k += p.words[k] in (",", ";")
        k += p.lower[k] in LETS
        phrase = phrase_after(p, k, high)
        at = next((j for j in range(k + 1, phrase[1] + 1) if p.lower[j] == "at"), None) if phrase else None
        last = _figure_end(p, at, high) if at is not None and at < high else None
        if at is None or last is None or any(p.tags[j] in VERBAL for j in range(k, at)):
            break
        also = _is_measure(p, k, at)
        who = (found.speaker.first, found.speaker.last) if also else (k, at)
        new.append(_found(p, n, replace(found.cue_words), [(k if also else at, last)], who))
        k = last
    return new


def _found(p: Passage, n: int, cue: Span, content: list[Range], speaker: Range | None) -> Found:
    said_by = Span(p, *speaker) if speaker else None
    return Found("count_put", [Span(p, *part) for part in content], n, None, cue, said_by)


def _is_measure(p: Passage, first: int, last: int) -> bool:
    """Whether words are something that is counted: "the toll", "the number of dead", "it"; not "two men at a gate"."""
    if last - first == 1 and p.lower[first] in POINTS:
        return True
    of = next((k for k in range(first, last) if p.tags[k] == "ADP"), last)
    return p.outside(first) and any(p.lower[k] in cue_words("measure") for k in range(first, of))


def _figure_end(p: Passage, at: int, high: int) -> int | None:
    """The word after a figure that "at" leads to, its unit included; None where no figure follows."""
    near = range(at + 1, min(high, at + 2 + BEFORE_NUMBER))
    number = next((k for k in near if p.tags[k] in ("NUM", "SYM") or p.words[k][0].isdecimal()), None)
    if number is None or any(p.words[k] in STOPS or not p.outside(k) for k in range(at, number)):
        return None
    end = number + 1
    while end < high and _in_figure(p, end, high):
        end += 1
    return end


def _in_figure(p: Passage, k: int, high: int) -> bool:
    """Whether word `k` goes on with a figure: "3 million euros a day", "between 40 and 50", not "62 | on Friday"."""
    if not p.outside(k) or p.words[k] in STOPS or p.words[k] in cue_words("day") or p.lower[k] in cue_words("time"):
        return False
    if p.lower[k] in JOINS_NUMBERS:
        return p.lower[k] not in ("and", "or", "to") or (k + 1 < high and p.tags[k + 1] in ("NUM", "SYM"))
    return p.tags[k] in NUMBER_GOES_ON
