"""Content that stands before its cue: `"...," said the minister`, "..., the minister told reporters"."""

from __future__ import annotations

from twosource.quotes.asides import after_asides
from twosource.quotes.broken import explains, opens_clause, own_start, relative_end
from twosource.quotes.clauses import comments
from twosource.quotes.complements import is_relative
from twosource.quotes.cues import ENDS_SPEECH, Cue, has_rest
from twosource.quotes.found import Found, Rule, Span
from twosource.quotes.names_after import hearer_after, hearer_to, phrase_after
from twosource.quotes.passage import CLOSING, OPENING, Passage
from twosource.quotes.phrases import subject
from twosource.quotes.verbs import has_finite_verb
from twosource.quotes.words import DASHES, RELATIVE, STOPS, SUBORDINATORS, VERBAL, Range
from twosource.vocab.speech import cue_words, speech_verbs, unnamed_speakers

FOLLOWS_A_SPEAKER = SUBORDINATORS | {"who", "during", "following"}
BEGINS_SPEAKER = frozenset(("PROPN", "DET", "NOUN", "ADJ"))
LONGEST = 30
"""Words of a speaker between a quotation and its verb of speech, where no rule on noun phrases finds them."""
CLEAR = 0.8
"""Strength from which on the verb is sure to be one of speech there."""
SURE = 0.95
"""Strength from which on it is sure even where what it follows has no verb."""
RETORT = 7
"""Words of such a remark, its comma included."""
NEAR = 12
"""Words between "he said" and the rest of what he said: "he told a rally of farmers on Sunday evening," has 9."""


def content_before(p: Passage, cue: Cue, n: int, low: int) -> Found | None:
    """The attribution of a cue whose content stands before it, not before word `low`."""
    return _verb_speaker(p, cue, n, low) or _speaker_verb(p, cue, n, low)


def says_something(p: Passage, first: int, last: int) -> bool:
    """Whether there is any word between two indexes, marks and punctuation left out."""
    return any(p.words[k] not in STOPS and p.quoted[k] not in (OPENING, CLOSING) for k in range(first, last))


def _verb_speaker(p: Passage, cue: Cue, n: int, low: int) -> Found | None:
    left, high = cue.first - 1, p.sentences[n][1]
    if cue.form not in ("ed", "s") or cue.word.kind == "tell":
        return None
    if not (cue.word.takes("quote") or cue.word.takes("bare")) or left < low or not _ends_content(p, left):
        return None
    speaker = phrase_after(p, cue.last, high) if _may_name_speaker(p, cue, low, high) else None
    if speaker is not None and _closes_headline(p, cue, high):
        return _found(p, cue, n, speaker, Span(p, _after_label(p, low, left), left), speaker[1])
    quoted = p.quoted[left] == CLOSING or p.quoted[left - 1] == CLOSING
    if speaker is None or not (quoted or _is_clause(p, cue, low, speaker, high)):
        return None
    return _found(p, cue, n, speaker, Span(p, low, left), speaker[1])


def _closes_headline(p: Passage, cue: Cue, high: int) -> bool:
    """Whether a headline ends in a verb of speech and whoever speaks: "Mill fire: door was locked, | says chief"."""
    speaker = phrase_after(p, cue.last, high) if p.role == "headline" and cue.form == "s" else None
    return speaker is not None and speaker[1] >= high - (p.words[high - 1] == ".")


def _after_label(p: Passage, low: int, left: int) -> int:
    """The word after the colon of a headline's label, which says what it is about: "Mill fire: | door was locked"."""
    colon = next((k for k in range(low + 1, left - 1) if p.words[k] == ":" and p.outside(k)), None)
    return low if colon is None or has_finite_verb(p, low, colon) else colon + 1


def _may_name_speaker(p: Passage, cue: Cue, low: int, high: int) -> bool:
    """Whether the speaker can stand after the cue: not in `Ann Low, 33, said of the plan`, `the mayor said Sunday`."""
    if cue.last >= high or p.tags[cue.last - 1] == "ADP":
        return False
    timed = p.words[cue.last] in cue_words("day") or p.lower[cue.last] in cue_words("time")
    return not timed or subject(p, cue.first, low) is None


def _is_clause(p: Passage, cue: Cue, low: int, speaker: Range, high: int) -> bool:
    """Whether what stands before ", said X" without quotation marks is a clause, or one that goes on after it."""
    if cue.word.takes("whom") or not _can_speak(p, speaker):
        return False
    right = speaker[1]
    if not has_finite_verb(p, low, cue.first - 1):
        if _retorts(p, cue, low, speaker, high):
            return True
        goes_on = right + 1 < high and p.words[right] == ","
        return goes_on and (p.tags[right + 1] in VERBAL or has_finite_verb(p, right + 1, high))
    return _nothing_said(p, right, high)


def _retorts(p: Passage, cue: Cue, low: int, speaker: Range, high: int) -> bool:
    """Whether a few words without a verb and whoever says them are a whole sentence: "Not so fast, | said Ann Roe."."""
    whole = speaker[1] >= high or (p.words[speaker[1]] in STOPS and speaker[1] + 1 >= high)
    return whole and cue.word.strength >= SURE and 1 < cue.first - low <= RETORT and p.tags[low] not in ("ADP", "SCONJ")


def _can_speak(p: Passage, speaker: Range) -> bool:
    """Whether a phrase after its verb can be its speaker: a name, a pronoun, a noun for speakers; not "the need"."""
    words = range(*speaker)
    return any(p.tags[k] in ("PROPN", "PRON") or p.lower[k] in unnamed_speakers() for k in words)


def _speaker_verb(p: Passage, cue: Cue, n: int, low: int) -> Found | None:
    high = p.sentences[n][1]
    if cue.form == "ing" or not (cue.word.takes("quote") or cue.word.takes("bare")):
        return None
    if _is_headline_passive(p, cue) or _closes_headline(p, cue, high):
        return None
    speaker = subject(p, cue.first, low)
    if speaker is None or speaker[0] - 1 < low or not _ends_content(p, speaker[0] - 1):
        speaker = _after_quotation(p, cue, low)
    speaker = _name_before(p, cue, speaker, low) if speaker else None
    if speaker is None:
        return None
    if p.tags[speaker[0]] == "PRON" and p.lower[speaker[0]] in RELATIVE:
        return None
    hearer = (hearer_after if cue.word.takes("whom") else hearer_to)(p, cue.last, high)
    right = after_asides(p, hearer[1] if hearer else cue.last, high)
    if not (_ends_speech(p, speaker[0] - 1) or _nothing_said(p, right, high)):
        return None
    found = _found(p, cue, n, speaker, Span(p, low, speaker[0] - 1), right)
    if found is not None and hearer:
        found.hearer = Span(p, *hearer)
    return found


def _is_headline_passive(p: Passage, cue: Cue) -> bool:
    """Whether a verb in -ed of a headline tells what was done to its subject: "One body found, captain questioned"."""
    return p.role == "headline" and cue.form == "ed" and p.lower[cue.verb] not in ("said", "told")


def _name_before(p: Passage, cue: Cue, speaker: Range, low: int) -> Range:
    """The speaker with what stands between a quotation and it: `"...," | Ann Low, a nurse of York and Hull | said`."""
    k = speaker[0] - 1
    while k > low and p.outside(k) and p.tags[k] not in VERBAL and cue.first - k < LONGEST:
        k -= 1
    named = _ends_speech(p, k) and k + 1 < speaker[0] and p.tags[k + 1] in BEGINS_SPEAKER
    return (k + 1, speaker[1]) if named and p.words[speaker[0] - 1] == "," else speaker


def _after_quotation(p: Passage, cue: Cue, low: int) -> Range | None:
    """All between a quotation and its verb: `"...," | a man who gave his name only as Yusuf | said`."""
    k = cue.first - 1
    while (
        k > low
        and cue.first - k < LONGEST
        and p.outside(k)
        and not (p.tags[k] in VERBAL and _may_speak(p, k, cue.first))
    ):
        k -= 1
    clear = cue.word.takes("quote") and cue.word.strength >= CLEAR
    if not clear or k <= low or not _ends_speech(p, k) or p.tags[k + 1] in ("VERB", "AUX", "SCONJ", "CCONJ", "ADP"):
        return None
    last = cue.first - (p.words[cue.first - 1] == ",")
    return (k + 1, last) if k + 1 < last else None


def _may_speak(p: Passage, k: int, high: int) -> bool:
    """Whether a verb can be one of speech: "told", not "gave his name", though "gave notice" is."""
    return any(has_rest(p, verb, k, high) for verb, _ in speech_verbs().get(p.lower[k], ()))


def _ends_content(p: Passage, i: int) -> bool:
    """Whether the mark at word `i` can end content that stands before its cue."""
    return p.quoted[i] == CLOSING or (p.outside(i) and (p.words[i] == "," or p.words[i] in DASHES))


def _ends_speech(p: Passage, i: int) -> bool:
    """Whether the mark at word `i` closes a quotation that ends as speech does before "he said": in a comma, ? or !"""
    return p.quoted[i] == CLOSING and i > 0 and p.words[i - 1] in ENDS_SPEECH


def _nothing_said(p: Passage, i: int, high: int) -> bool:
    """Whether after a cue, at word `i`, nothing follows that could be its content."""
    if i >= high or p.words[i] in STOPS or p.quoted[i] == CLOSING or p.lower[i] in FOLLOWS_A_SPEAKER:
        return True
    if is_relative(p, i):
        return True
    if p.tags[i] in ("ADP", "ADV", "CCONJ"):
        return p.lower[i] not in ("that", "of", "about")
    return p.tags[i] == "VERB" and p.lower[i].endswith("ing")


def _found(p: Passage, cue: Cue, n: int, speaker: Range, said: Span, right: int) -> Found | None:
    """The attribution, with what follows the cue and is still said; `right`: the first word after cue and speaker."""
    said = Span(p, own_start(p, said), said.last) if p.outside(said.first) else said
    if not says_something(p, said.first, said.last) or (not said.quoted()[0] and _sets_scene(p, said.first)):
        return None
    rest = _goes_on(p, said, right, p.sentences[n][1])
    new = rest is not None and p.quoted[rest[0]] == OPENING and not _ends_clause(p, said, rest[0])
    if not said.quoted()[0] and (_quotation_at(p, right) or new):
        return None
    lead_in = rest is not None and all(p.tags[k] in ("CCONJ", "ADV", "PUNCT") for k in range(said.first, said.last))
    content = [*([] if lead_in else [said]), *([Span(p, *rest)] if rest else [])]
    rule: Rule = "content_around_cue" if rest else "content_before_cue"
    return Found(rule, content, n, cue, Span(p, cue.first, cue.last), Span(p, *speaker))


def _ends_clause(p: Passage, said: Span, opening: int) -> bool:
    """Whether a quotation goes on with the clause before it: "They shut it down, | he said, “so that ...”"."""
    first = said.first + (p.lower[said.first] in ("so", "and", "but"))
    whole = has_finite_verb(p, said.first, said.last) and not opens_clause(p, first)
    return whole and opening + 1 < len(p) and p.words[opening + 1][0].islower()


def _sets_scene(p: Passage, i: int) -> bool:
    """Whether a participle opens the words: "Asked if she would resign, | she did not answer"; not "Mixed crews"."""
    describes = p.tree is not None and p.tree.relation(i) in ("amod", "nsubj", "nsubj:pass", "csubj", "compound")
    return p.outside(i) and p.tags[i] == "VERB" and p.lower[i].endswith(("ed", "ing")) and not describes


def _quotation_at(p: Passage, i: int) -> bool:
    """Whether a colon at word `i` introduces a quotation."""
    return i + 1 < len(p) and p.words[i] == ":" and p.quoted[i + 1] == OPENING


def _goes_on(p: Passage, said: Span, right: int, high: int) -> Range | None:
    """What follows ", he said, " in the same sentence and is still said: a quotation, or the rest of a clause."""
    opening = right
    while opening < high and opening - right <= NEAR and p.outside(opening):
        opening += 1
    if right < opening < high and p.quoted[opening] == OPENING and _leads_on(p, right, opening):
        return (opening, _next_cue(p, opening + 1, high))
    if explains(p, said, right, high):
        return (right + 1, high)
    if right + 1 >= high or not p.outside(right + 1) or not _parts(p.words[right]) or comments(p, right + 1, high):
        return None
    if said.holds_quotation() and p.tags[right + 1] == "VERB" and p.lower[right + 1].endswith("ing"):
        return None  # "“Not a cent,” she told the house, | drawing applause"
    broken = p.tags[right + 1] == "AUX" or _is_broken(p, said)
    if p.lower[said.last - 1] in RELATIVE and p.outside(said.last - 1):
        return (right + 1, relative_end(p, right + 1, high))
    return (right + 1, high) if broken and p.lower[right + 1] not in FOLLOWS_A_SPEAKER else None


def _parts(word: str) -> bool:
    return word in (",", ";") or word in DASHES


def _leads_on(p: Passage, right: int, opening: int) -> bool:
    """Whether only an aside stands between cue and quotation: ", wiping her eyes, " but not ", adding: "."""
    said = any(_may_quote(p.lower[k]) and p.tags[k] in VERBAL for k in range(right, opening - 1))
    return _parts(p.words[opening - 1]) and not said


def _may_quote(word: str) -> bool:
    """Whether words in quotation marks may follow a verb: not "referring"."""
    return any(verb.takes("quote") for verb, _ in speech_verbs().get(word, ()))


def _next_cue(p: Passage, first: int, high: int) -> int:
    """Where a quotation that goes on ends, before a second cue: `"...", he said, "...," | she added, "..."`."""
    for k in range(first, high):
        if p.outside(k) and p.quoted[k - 1] == CLOSING and p.words[k - 2] in ENDS_SPEECH:
            near = range(k, min(high, k + NEAR))
            if any(p.lower[i] in speech_verbs() and p.tags[i] in VERBAL and p.outside(i) for i in near):
                return k
    return high


def _is_broken(p: Passage, said: Span) -> bool:
    """Whether the words before a cue are no clause yet: "The plan, | she said,", "When it rains, | she said,"."""
    if opens_clause(p, said.first) and "," not in p.words[said.first : said.last - 1]:
        return True
    return p.tags[said.last - 1] in ("AUX", "ADP", "SCONJ") or not has_finite_verb(p, said.first, said.last)
