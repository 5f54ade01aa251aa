"""Offices that a report gives to persons: titles before and after their names."""

from __future__ import annotations

from twosource.actors.codes import codes_of
from twosource.actors.drafts import MOST, Draft, Seen, Text, Words
from twosource.actors.known import country_in
from twosource.actors.titles import Title, head_at, office_tokens, read_title
from twosource.model import Office, Token
from twosource.vocab.countries import country_of
from twosource.vocab.groups import office_verbs
from twosource.vocab.names import honorifics

_FURTHEST = 12
_OF_WHAT = 5
_EXCELLENCIES = ("HE", "H.E.", "HRH", "HM")
_DETERMINERS = frozenset(("the", "a", "an", "its", "their", "his", "her", "our", "another", "one"))
_POSSESSIVE = ("'s", "’s", "'", "’")
_STOPS = frozenset((",", ".", ";", ":", ")", "–", "—", "-", "”", '"'))
_INNER = frozenset(("of", "for", "to", "and", "&", "the"))
_NOMINAL = frozenset(("NOUN", "PROPN", "ADJ", "NUM"))


def find_offices(text: Text, persons: list[Draft]) -> None:
    """Adds the offices that stand by the names of persons, and what these say of country, sector and gender."""
    starts = {x.start for draft in persons for x in draft.seen}
    for draft in persons:
        for x in list(draft.seen):
            if x.form == "name":
                for words in (_before(text, x), _before_comma(text, x), _after(text, x, starts)):
                    if words is not None:
                        add_office(text, draft, words)


def add_office(text: Text, draft: Draft, words: Words) -> None:
    """Gives an office to a person; the same words are taken up once."""
    selector = text.selector(words)
    title = read_title([t.text for t in text.sentences[words.sentence].tokens[words.first : words.last]])
    written = " ".join(selector.exact.split())
    if title is None:
        return
    if len(draft.offices) < MOST and all(o.title != written for o in draft.offices):
        draft.offices.append(Office(title=written, selector=selector))
    shown = codes_of(written)
    draft.country = draft.country or title.country or owner(text, words) or shown.country
    draft.gender = draft.gender or title.gender
    draft.sectors += [s for s in dict.fromkeys(shown.sectors or title.sectors) if s not in draft.sectors]


def title_of(text: Text, words: Words) -> Title | None:
    """What the words of an office say."""
    return read_title([t.text for t in text.sentences[words.sentence].tokens[words.first : words.last]])


def owner(text: Text, words: Words) -> str | None:
    """The country before a possessive mark: "Kenya's fisheries minister"."""
    tokens = text.sentences[words.sentence].tokens
    if words.first > 1 and tokens[words.first - 1].text in _POSSESSIVE:
        return country_in(" ".join(t.text for t in tokens[max(0, words.first - 4) : words.first - 1]))
    return None


def _before(text: Text, x: Seen) -> Words | None:
    """A title right before a name; forms of address between the two are left out."""
    end = _without_address(text, x)
    return _phrase_back(text, x.words.sentence, end) or _of_a_place(text, x.words.sentence, end)


def _of_a_place(text: Text, sentence: int, end: int) -> Words | None:
    """An office with the name that it is of or for, up to word `end`: "Minister for the Middle East"."""
    names = (text.words(n.sentence, n.start, n.end) for n in text.names_of(sentence) if n.label != "PER")
    k = next((w.first for w in names if w.last == end), end)
    short = _without_of(text, sentence, end) if k < end else end
    words = _phrase_back(text, sentence, short) if short < end else None
    return Words(sentence, words.first, end) if words is not None else None


def _without_address(text: Text, x: Seen) -> int:
    """Where the forms of address before a name begin ("HE Dr"), those that are offices too left out."""
    lower, end = text.lower[x.words.sentence], x.words.first
    while end and _is_address(lower[end - 1].rstrip(".")):
        end -= 1
    tokens = text.sentences[x.words.sentence].tokens
    return end - (0 < end < x.words.first and tokens[end - 1].text in _EXCELLENCIES)


def _is_address(word: str) -> bool:
    return word in honorifics() and word not in office_tokens()


def _without_of(text: Text, sentence: int, end: int) -> int:
    """Where an office ends without the country or the body that it is of or for: "Minister of Trade | of Oman"."""
    tokens, k = text.sentences[sentence].tokens, end
    while k and end - k < _OF_WHAT and (tokens[k - 1].text[0].isupper() or tokens[k - 1].text in ("of", "for", "the")):
        k -= 1
    inner = (i for i in range(max(k, 1), end) if tokens[i].text in ("of", "for"))
    return next((i for i in inner if tokens[i - 1].text.lower().rstrip(".") in office_tokens()), end)


def _before_comma(text: Text, x: Seen) -> Words | None:
    """As in "the French foreign minister, Jane Roe,": a whole noun phrase, the name set off by commas."""
    lower, rank = text.lower[x.words.sentence], _before(text, x)
    end = rank.first if rank is not None else _without_address(text, x)
    if end < 2 or lower[end - 1] != ",":
        return None
    short = _without_of(text, x.words.sentence, end - 1)
    words = _phrase_back(text, x.words.sentence, short)
    if words is None:
        return None
    words = Words(words.sentence, words.first, end - 1)
    opening = lower[words.first - 1] if words.first else "the"
    after = lower[x.words.last] if x.words.last < len(lower) else "."
    verb = x.words.last < len(lower) and text.sentences[x.words.sentence].tokens[x.words.last].upos in ("VERB", "AUX")
    return words if (opening in _DETERMINERS or opening in _POSSESSIVE) and (after in _STOPS or verb) else None


def _phrase_back(text: Text, sentence: int, end: int) -> Words | None:
    """The office that ends before word `end`, None if there is none."""
    tokens, lower = text.sentences[sentence].tokens, text.lower[sentence]
    k, head = end, False
    while k and end - k < _FURTHEST and _goes_back(tokens, lower, k, head=head):
        k -= 1
        head = head or bool(head_at(lower[:end], k))
    while k < end and (lower[k] in _INNER or lower[k] == "-"):
        k += 1
    if 0 < k < end and lower[k - 1] not in _DETERMINERS and country_of(f"{tokens[k - 1].text} {tokens[k].text}"):
        k -= 1  # "North Korean", where "North" was taken for an adverb
    return Words(sentence, k, end) if head and k < end else None


def _goes_back(tokens: tuple[Token, ...], lower: list[str], k: int, *, head: bool) -> bool:
    word, token = lower[k - 1], tokens[k - 1]
    if word in ("of", "for", "and", "&"):
        held = word != "of" or bool(head_at(lower[: k - 1], k - 2))  # not "party of | President"
        joins = k > 1 and held and lower[k - 2].rstrip(".") in office_tokens() and lower[k : k + 1] != []
        return joins and lower[k] in office_tokens() and not (head and word == "for")
    if word == "-":
        return k < len(tokens) and token.end == tokens[k].start
    if word.rstrip(".") in office_tokens():
        return token.upos not in ("VERB", "AUX", "ADV") or token.text[0].isupper() or word.endswith("ing")
    nominal = token.upos in ("NOUN", "PROPN", "ADJ") or (token.upos == "VERB" and word.endswith("ing"))
    return head and nominal and (token.text[0].isupper() or k > 1)


def _after(text: Text, x: Seen, starts: set[int]) -> Words | None:
    """As in "Jane Roe, the French foreign minister,", "Jane Roe, who heads the port authority,"."""
    tokens, lower = text.sentences[x.words.sentence].tokens, text.lower[x.words.sentence]
    k = _opening(lower, x.words.last)
    if k is None:
        return None
    if lower[k : k + 1] == ["who"] and k + 1 < len(lower) and lower[k + 1] in office_verbs():
        return _who(text, x.words.sentence, k + 1)
    k += int(lower[k : k + 1] != [] and lower[k] in _DETERMINERS)
    end = _extent(tokens, lower, k, starts)
    after = tokens[end] if end < len(tokens) else None
    ended = after is None or lower[end] in _STOPS or after.upos in ("VERB", "AUX", "SCONJ", "ADP", "PRON")
    has_head = any(head_at(lower[:end], i) for i in range(k, end))
    return Words(x.words.sentence, k, end) if k < end and ended and has_head else None


def _opening(lower: list[str], k: int) -> int | None:
    """The word after the comma behind a name, what stands in brackets and an age left out; None without a comma."""
    if lower[k : k + 1] == ["("] and lower[k + 2 : k + 3] == [")"]:
        k += 3
    if lower[k : k + 1] != [","]:
        return None
    return k + 3 if lower[k + 2 : k + 3] == [","] and lower[k + 1].isdecimal() else k + 1


def _extent(tokens: tuple[Token, ...], lower: list[str], k: int, starts: set[int]) -> int:
    """Where the noun phrase at `k` ends, before "to" or "of" where a person follows: "adviser | to Mayor Roe"."""
    end = k
    while end < len(tokens) and end - k < _FURTHEST and _goes_on(tokens, lower, end, begun=end > k):
        end += 1
    person = next((i for i in range(k, min(end + 1, len(tokens))) if tokens[i].start in starts), None)
    if person is not None:
        end = next((i for i in range(person - 1, k, -1) if lower[i] in _INNER), k)
    while end > k and lower[end - 1] in _INNER:
        end -= 1
    return end


def _goes_on(tokens: tuple[Token, ...], lower: list[str], k: int, *, begun: bool) -> bool:
    if lower[k] in ("of", "for", "at", "in", "to", "the", "and", "'s", "’s", "-", "&"):
        return begun
    opens = not begun and lower[k] in office_tokens()  # "Acting", read as a verb
    return (tokens[k].upos in _NOMINAL or opens) and lower[k] not in _STOPS


def _who(text: Text, sentence: int, k: int) -> Words | None:
    """The verb and its object: "heads the port authority"."""
    tokens, lower, n = text.sentences[sentence].tokens, text.lower[sentence], 1
    while (
        k + n < len(tokens)
        and n < _FURTHEST
        and (lower[k + n] in _DETERMINERS or _goes_on(tokens, lower, k + n, begun=True))
    ):
        n += 1
    return Words(sentence, k, k + n) if n > 1 else None
