"""Noun phrases of offices: where they begin and end, and whose the office is."""

from __future__ import annotations

from twosource.actors.drafts import Text, Words
from twosource.actors.titles import EX, head_at, office_tokens
from twosource.model import Token
from twosource.vocab.countries import country_of
from twosource.vocab.names import name_words, portfolios
from twosource.vocab.speech import cue_words
from twosource.vocab.word_sets import word_set

FURTHEST = 12
"""Words that a noun phrase of an office may have on one side of its noun."""
DETERMINERS = frozenset(("the", "a", "an", "its", "their", "his", "her", "our", "another", "one"))
POSSESSIVE = ("'s", "’s", "'", "’")
STOPS = frozenset((",", ".", ";", ":", "(", ")", "–", "—", "-", "”", '"'))
_INNER = frozenset(("of", "for", "to", "and", "&", "the", "with"))
_TIES = frozenset(("of", "for", "at", "in", "to", "from", "on", "with"))
_NOMINAL = frozenset(("NOUN", "PROPN", "ADJ", "NUM"))
_YEAR_OLD = ["-", "year", "-", "old"]
_TIMES = frozenset(
    ("time", "moment", "end", "start", "beginning", "age", "night", "year", "month", "week", "years", "now")
)
_NO_PARTS = frozenset(("including", "excluding", "regarding", "following", "concerning", "involving", "saying"))
_DESCRIPTIVE = frozenset(("women", "men", "children", "girls", "boys", "people", "state"))
"""Whose possessive is part of an office: "the women's minister", "state's attorney"."""


def phrase_back(text: Text, sentence: int, end: int) -> Words | None:
    """The office that ends before word `end`, None if there is none."""
    tokens, lower = text.sentences[sentence].tokens, text.lower[sentence]
    k, head = end, False
    while k and end - k < FURTHEST and _goes_back(tokens, lower, k, head=head):
        k -= 1
        head = head or bool(head_at(lower[:end], k))
    while k < end and (lower[k] in _INNER or lower[k] == "-"):
        k += 1
    if 0 < k < end and lower[k - 1] not in DETERMINERS and country_of(f"{tokens[k - 1].text} {tokens[k].text}"):
        k -= 1  # "North Korean", where "North" was taken for an adverb
    return Words(sentence, k, end) if head and k < end else None


def _goes_back(tokens: tuple[Token, ...], lower: list[str], k: int, *, head: bool) -> bool:
    word, token = lower[k - 1].removeprefix(EX), tokens[k - 1]
    if word in ("of", "for", "and", "&"):
        held = word != "of" or bool(head_at(lower[: k - 1], k - 2))  # not "party of | President"
        joins = k > 1 and held and lower[k - 2].rstrip(".") in office_tokens() and lower[k : k + 1] != []
        return joins and lower[k] in office_tokens() and not (head and word in ("for", "of"))
    if word == "-":
        return k < len(tokens) and token.end == tokens[k].start
    if head and word.endswith("ed") and word in office_tokens():
        return token.upos != "VERB" or (k > 1 and lower[k - 2] in (*DETERMINERS, *POSSESSIVE))  # "the jailed | mayor"
    if word.rstrip(".") in office_tokens():
        return token.upos not in ("VERB", "AUX", "ADV") or token.text[0].isupper() or word.endswith("ing")
    joined = k < len(tokens) and tokens[k].text == "-" and token.end == tokens[k].start  # "One-time", "UN-appointed"
    nominal = token.upos in ("NOUN", "PROPN", "ADJ") or _is_participle(tokens, k - 1)
    return head and (nominal or joined or _is_letters(token)) and (token.text[0].isupper() or k > 1)


def _is_participle(tokens: tuple[Token, ...], k: int) -> bool:
    """Whether a verb is part of an office ("visiting professor"), not of a clause: "Ann Low telling | Mayor Roe"."""
    word = tokens[k].text
    told = word[0].islower() and k + 1 < len(tokens) and tokens[k + 1].text[0].isupper()  # "urging | President"
    after_name = k > 0 and tokens[k - 1].upos == "PROPN"
    ing = tokens[k].upos == "VERB" and word.endswith("ing") and word.lower() not in _NO_PARTS
    return ing and not told and not after_name


def _is_letters(token: Token) -> bool:
    """Whether a word is in capitals: whose office it is, whatever the analyzer took it for ("UN rapporteur")."""
    return len(token.text) > 1 and token.text.isupper() and token.text.isalpha()


def phrase_with_of(text: Text, sentence: int, end: int) -> Words | None:
    """The office before word `end` with what it is of or for: "the | governor of the province of Sens"."""
    tokens, lower = text.sentences[sentence].tokens, text.lower[sentence]
    for k in range(end - 1, max(-1, end - FURTHEST - 1), -1):
        tie = next((i for i in range(k + 1, end) if lower[i] in _TIES), end)
        opens = lower[k] in POSSESSIVE or (lower[k] in DETERMINERS and not _is_tied(tokens, lower, k))
        if opens and tie < end and head_before(lower, k + 1, tie) and not _ends_in_office(lower, tie, end):
            return Words(sentence, k + 1, next((i for i in range(k + 2, end) if _tells_when(tokens, i)), end))
        if (opens and lower[k] in DETERMINERS) or not _is_inside(tokens, lower, k):
            return None
    return None


def _is_tied(tokens: tuple[Token, ...], lower: list[str], k: int) -> bool:
    """Whether a noun before the article at `k` is of what follows: "adviser to | the mayor", not "according to | …"."""
    return k > 1 and lower[k - 1] in _TIES and lower[k - 2] != "according" and tokens[k - 2].upos in _NOMINAL


def _ends_in_office(lower: list[str], tie: int, end: int) -> bool:
    """Whether the name after it may be that of the last one in it: "a spokesman for the governor, | Jane Roe"."""
    starts = (i for i in range(tie + 1, end) if i + (head_at(lower[:end], i) or end) == end)
    return any(lower[i - 1] in DETERMINERS or lower[i] not in portfolios() for i in starts)  # "minister of | justice"


def _is_inside(tokens: tuple[Token, ...], lower: list[str], k: int) -> bool:
    compound = tokens[k].upos == "VERB" and k > 0 and lower[k - 1] == "-"
    joins = lower[k] in _TIES or lower[k] in DETERMINERS or lower[k] in POSSESSIVE or lower[k] in ("and", "&", "-")
    return joins or compound or tokens[k].upos in _NOMINAL


def head_before(lower: list[str], first: int, last: int) -> bool:
    """Whether the noun of an office stands right before word `last`, or reaches over it ("head of state")."""
    return any(i + head_at(lower, i) >= last for i in range(first, last) if head_at(lower, i))


def extent(tokens: tuple[Token, ...], lower: list[str], k: int, starts: set[int]) -> int:
    """Where the noun phrase at `k` ends, before "to" or "of" where a person follows: "adviser | to Mayor Roe"."""
    end = k
    while end < len(tokens) and end - k < FURTHEST and goes_on(tokens, lower, end, begun=end > k):
        end += 1
    person = next((i for i in range(k, min(end + 1, len(tokens))) if tokens[i].start in starts), None)
    if person is not None:
        end = next((i for i in range(person - 1, k, -1) if lower[i] in _INNER), k)
    while end > k and lower[end - 1] in _INNER:
        end -= 1
    return end


def goes_on(tokens: tuple[Token, ...], lower: list[str], k: int, *, begun: bool) -> bool:
    """Whether word `k` belongs to the noun phrase before it, or `begun` false, begins one."""
    if lower[k] in ("of", "for", "at", "in", "to", "the", "and", "'s", "’s", "-", "&"):
        return begun and not _tells_when(tokens, k)
    if lower[k] in ("'", "’"):
        return begun and lower[k - 1].endswith("s")  # "president of the teachers' union"
    if lower[k] == "with":
        held = begun and lower[k - 1] in office_tokens()  # "analyst | with the firm", not "angry | with the firm"
        return held and k + 1 < len(tokens) and (lower[k + 1] == "the" or tokens[k + 1].text[0].isupper())
    after_hyphen = begun and lower[k - 1] == "-" and tokens[k - 1].end == tokens[k].start  # "Geneva-based"
    inner = begun and lower[k].endswith("ing") and (lower[k - 1] in office_tokens() or _is_part(lower, k))
    office = lower[k] in office_tokens() and (not begun or inner)  # "Acting", read as a verb
    return after_hyphen or ((tokens[k].upos in _NOMINAL or office) and lower[k] not in STOPS)


def _is_part(lower: list[str], k: int) -> bool:
    """Whether a word in "-ing" is part of what an office is of: "chief of the | ruling party"."""
    return lower[k] in office_tokens() and lower[k - 2 : k] == ["of", "the"]


def _tells_when(tokens: tuple[Token, ...], k: int) -> bool:
    """Whether a time or a number follows: "mayor | in 2020", "minister | for two years", "chief | at the time"."""
    after = tokens[k + 1 : k + 3] if tokens[k].text in ("in", "at", "for", "to") else ()
    return any(
        t.upos == "NUM" or t.text[0].isdecimal() or t.text in cue_words("day") or t.text in _TIMES for t in after
    )


def is_ended(tokens: tuple[Token, ...], lower: list[str], end: int) -> bool:
    """Whether a noun phrase can end before word `end`."""
    after = tokens[end] if end < len(tokens) else None
    return after is None or lower[end] in STOPS or after.upos in ("VERB", "AUX", "SCONJ", "ADP", "PRON", "ADV")


def without_owner(tokens: tuple[Token, ...], lower: list[str], k: int, end: int) -> int:
    """Where the office begins behind a noun that it is of: "the group's | country director".

    A name stays ("Kenya's foreign minister"). `end` where only the owner holds an office: "the president's sister".
    """
    tie = next((i for i in range(k, end) if lower[i] in _TIES), end)
    at = max((i for i in range(k, tie) if lower[i] in POSSESSIVE), default=None)
    if at is None:
        return k
    if not any(head_at(lower[:end], i) for i in range(at + 1, tie)) or lower[tie - 1] in name_words("kin"):
        return end
    plain = lower[at] in ("'s", "’s") and all(t.text[0].islower() for t in tokens[k:at])
    return at + 1 if plain and lower[at - 1] not in _DESCRIPTIVE else k


def parts(lower: list[str], k: int, end: int) -> list[tuple[int, int]]:
    """Two offices with "and" between them as two: "farm minister | and | deputy head of government"."""
    at = next((i for i in range(k + 1, end - 1) if lower[i] == "and"), None)
    if at is None or not head_before(lower, k, at):
        return [(k, end)]
    second = at + 1 + (lower[at + 1] in DETERMINERS)
    tie = next((i for i in range(second, end) if lower[i] in _TIES), end)
    whole = tie < end or lower[at + 1] in DETERMINERS or k + 1 == at  # not "Ohio lawyer and tax campaigner"
    return [(k, at), (second, end)] if whole and head_before(lower[:end], second, tie) else [(k, end)]


def without_age(lower: list[str], first: int, last: int) -> int:
    """Where an office begins without what only describes its holder: "52-year-old | founder", "outspoken | mayor"."""
    k = first
    while k + 1 < last:
        if lower[k] in word_set("words that only describe a holder of an office"):
            k += 1
        elif lower[k][0].isdecimal() and lower[k + 1 : k + 5] == _YEAR_OLD:
            k += 5
        elif lower[k].endswith("-year-old"):
            k += 1
        else:
            break
    return k if any(head_at(lower[:last], i) for i in range(k, last)) else first


def without_rank(lower: list[str], first: int, last: int) -> int:
    """Where a rank begins behind an office: "army spokesman | Brigadier General"; `last` where none does."""
    k = last
    while k > first and lower[k - 1].rstrip(".") in word_set("ranks behind an office"):
        k -= 1
    while k > first and lower[k - 1] == "-":  # "Brig-Gen" in three words
        k -= 2
    one = k > first and head_at(lower[:last], k - 1) > 1  # "director general"
    behind = first < k < last and not one and lower[k - 1] in word_set("offices with a rank behind them")
    return k if behind else last
