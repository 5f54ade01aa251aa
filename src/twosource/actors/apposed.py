"""Offices that stand in apposition to a name: "the mayor of Tema, Jane Roe,", "Jane Roe, until then mayor,"."""

from __future__ import annotations

from twosource.actors.drafts import Seen, Text, Words
from twosource.actors.phrases import (
    DETERMINERS,
    FURTHEST,
    POSSESSIVE,
    STOPS,
    extent,
    goes_on,
    is_ended,
    phrase_back,
    phrase_with_of,
    without_owner,
)
from twosource.actors.titles import head_at, office_tokens
from twosource.model import Token
from twosource.vocab.groups import office_adverbs, office_verbs
from twosource.vocab.names import honorifics, name_words

_OF_WHAT = 5
_BRACKETS = 4
_LONGEST_ADVERB = 4
_WHERE = frozenset(("there", "here", "locally", "nationwide", "abroad"))
"""Adverbs behind an office: "its coordinator there, Jane Roe,"."""
_OF_AGE = frozenset(("year", "old", "year-old", "late", "then"))


def before_comma(text: Text, x: Seen, end: int) -> Words | None:
    """As in "the French foreign minister, | Jane Roe,": a whole noun phrase before word `end`, the name set off."""
    if end < 2 or text.lower[x.words.sentence][end - 1] != "," or not _is_set_off(text, x):
        return None
    return _office_before(text, x.words.sentence, _without_body(text, x.words.sentence, end - 1))


def fronted(text: Text, x: Seen) -> Words | None:
    """As in "A former envoy to Lima, | she led the talks": the office with which the sentence of a pronoun opens."""
    lower, end = text.lower[x.words.sentence], x.words.first
    if end < 2 or lower[end - 1] != "," or lower[0] not in ("a", "an"):
        return None
    words = _office_before(text, x.words.sentence, end - 1)
    return words if words is not None and words.first == 1 else None


def _office_before(text: Text, sentence: int, end: int) -> Words | None:
    """The office in apposition whose words end before the comma at `end`."""
    lower = text.lower[sentence]
    last = _without_brackets(lower, end)
    last -= lower[last - 1] in _WHERE and last > 1
    if lower[last - 1] in _kin():
        return None  # "the mayor's brother, | Jane Roe"
    whole = phrase_with_of(text, sentence, last)
    if whole is not None:
        return None if _is_anothers(text, whole) else whole
    words = phrase_back(text, sentence, without_of(text, sentence, last))
    if words is None:
        return None
    opens = words.first == 0 or lower[words.first - 1] in DETERMINERS or lower[words.first - 1] in POSSESSIVE
    return Words(sentence, words.first, last) if opens and not _is_anothers(text, words) else None


def _without_body(text: Text, sentence: int, end: int) -> int:
    """Where a phrase ends before the body in apposition to what the office is of: "of the unit, | Team Nine, Roe"."""
    lower = text.lower[sentence]
    names = (text.words(n.sentence, n.start, n.end) for n in text.names_of(sentence) if n.label in ("ORG", "MISC"))
    first = next((w.first for w in names if w.last == end), end)
    whole = first > 1 and lower[first - 1] == "," and phrase_with_of(text, sentence, first - 1) is not None
    return first - 1 if first < end and whole else end


def _kin() -> frozenset[str]:
    """Nouns of kin; a partner may be a lawyer's."""
    return name_words("kin") - {"partner"}


def without_description(text: Text, sentence: int, end: int) -> int:
    """Where a nationality or an age with its article begins before a name: "the mayor, | the Chilean Jane Roe"."""
    lower, k = text.lower[sentence], end
    nations = {text.words(n.sentence, n.start, n.end).last for n in text.names_of(sentence) if n.label == "NORP"}
    while k > 1 and (k in nations or lower[k - 1] == "-" or lower[k - 1] in _OF_AGE or lower[k - 1].isdecimal()):
        k -= 1
    opens = k > 1 and lower[k - 1] in DETERMINERS and lower[k - 2] == ","
    return k - 1 if opens else end


def _is_anothers(text: Text, words: Words) -> bool:
    """Whether a person's name and a comma stand before an office and its article: "Ann Low, a nurse, | Jane Roe"."""
    k = words.first - 2
    names = text.names_of(words.sentence) if k > 0 and text.lower[words.sentence][k] == "," else ()
    named = (text.words(n.sentence, n.start, n.end) for n in names if n.label == "PER")
    return any(w.last == k and not _is_apposed(text, w) for w in named)


def _is_apposed(text: Text, words: Words) -> bool:
    """Whether a noun and a comma stand before a name, so that it has its apposition: "its guard, | Ann Low,"."""
    tokens, k = text.sentences[words.sentence].tokens, words.first
    return k > 1 and tokens[k - 1].text == "," and tokens[k - 2].upos == "NOUN"


def _without_brackets(lower: list[str], end: int) -> int:
    """Where a phrase ends before the letters in brackets behind it: "the head of the union | (DFU), Jane Roe"."""
    if lower[end - 1] != ")":
        return end
    return next((k for k in range(end - 2, max(0, end - _BRACKETS), -1) if lower[k] == "("), end)


def _is_set_off(text: Text, x: Seen) -> bool:
    tokens, last = text.sentences[x.words.sentence].tokens, x.words.last
    ends = last >= len(tokens) or tokens[last].text in STOPS or tokens[last].upos in ("VERB", "AUX")
    return ends and (last >= len(tokens) or tokens[last].text != "(")


def without_of(text: Text, sentence: int, end: int) -> int:
    """Where an office ends without the country or the body that it is of or for: "Minister of Trade | of Oman"."""
    tokens, k = text.sentences[sentence].tokens, end
    while k and end - k < _OF_WHAT and (tokens[k - 1].text[0].isupper() or tokens[k - 1].text in ("of", "for", "the")):
        k -= 1
    inner = (i for i in range(max(k, 1), end) if tokens[i].text in ("of", "for"))
    return next((i for i in inner if tokens[i - 1].text.lower().rstrip(".") in office_tokens()), end)


def after_name(text: Text, x: Seen, starts: set[int]) -> tuple[Words, bool] | None:
    """As in "Jane Roe, the French foreign minister,", "…, who heads the port authority,"; whether it was once held."""
    tokens, lower = text.sentences[x.words.sentence].tokens, text.lower[x.words.sentence]
    k = opening(lower, x.words.last)
    if k is None:
        return None
    if lower[k : k + 1] == ["who"] and k + 1 < len(lower) and lower[k + 1] in office_verbs():
        words = _who(text, x.words.sentence, k + 1)
        return None if words is None else (words, False)
    k, past = over_adverbs(lower, k)
    k += int(lower[k : k + 1] != [] and lower[k] in DETERMINERS)
    end = extent(tokens, lower, k, starts)
    k = without_owner(tokens, lower, k, end)
    nexts = lower[end : end + 1] == [","] and _is_next(tokens, end + 1, starts)
    if (k < end and tokens[k].text in _kin()) or (nexts and _is_apposed(text, x.words)):
        return None  # "Jane Roe, a father of two,", "its guard, Jane Roe, the principal, Ann Low,"
    has_head = any(head_at(lower[:end], i) for i in range(k, end))
    return (Words(x.words.sentence, k, end), past) if k < end and is_ended(tokens, lower, end) and has_head else None


def _is_next(tokens: tuple[Token, ...], k: int, starts: set[int]) -> bool:
    """Whether a person's name begins at word `k`, or behind a form of address there."""
    addressed = k < len(tokens) and tokens[k].text.lower().rstrip(".") in honorifics()
    return any(t.start in starts for t in tokens[k + addressed : k + addressed + 1])


def opening(lower: list[str], k: int) -> int | None:
    """The word after the comma behind a name, what stands in brackets and an age left out; None without a comma."""
    if lower[k : k + 1] == ["("] and lower[k + 2 : k + 3] == [")"]:
        k += 3
    if lower[k : k + 1] != [","]:
        return None
    return k + 3 if lower[k + 2 : k + 3] == [","] and lower[k + 1].isdecimal() else k + 1


def over_adverbs(lower: list[str], k: int) -> tuple[int, bool]:
    """The word after what says when an office is held ("until then", "now"), and whether that is over."""
    for n in range(min(_LONGEST_ADVERB, len(lower) - k), 0, -1):
        when = office_adverbs().get(" ".join(lower[k : k + n]))
        if when is not None:
            return k + n, when == "once"
    return k, False


def _who(text: Text, sentence: int, k: int) -> Words | None:
    """The verb and its object: "heads the port authority"."""
    tokens, lower, n = text.sentences[sentence].tokens, text.lower[sentence], 1
    while (
        k + n < len(tokens)
        and n < FURTHEST
        and (lower[k + n] in DETERMINERS or goes_on(tokens, lower, k + n, begun=True))
    ):
        n += 1
    return Words(sentence, k, k + n) if n > 1 else None
