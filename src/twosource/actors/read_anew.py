"""Labels of names that the words beside them show to be others: a company of one word, a person with an office."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from twosource.actors.full_names import is_given
from twosource.actors.kinds import kind_shown
from twosource.actors.titles import head_at
from twosource.model import Name, Sentence, Token
from twosource.vocab.accents import unaccented
from twosource.vocab.gazetteer import opens_names, spots, villages
from twosource.vocab.groups import group_nouns
from twosource.vocab.names import company_words, name_cues, name_words, office_heads
from twosource.vocab.tags import tag_words

_POSSESSIVE = frozenset(("'s", "’s"))
_OPENING = _POSSESSIVE | {"the", "its", "their", "his", "her", "our"}
_ARTICLES = ("the", "a", "an")
_ENDS = frozenset((",", ".", "that", "which", "of", "based", "in", "behind", "for"))
_PLACED = frozenset(("in", "at", "near", "around", "outside", "inside", "to"))
_IN_PHRASE = frozenset(("ADJ", "NOUN", "PROPN", "PUNCT", "VERB", "ADV"))
_FAR = 14
"""Words in which "his" or "her" follows the verb of the one it means."""
_COMPOUND = 6
"""Words of a noun phrase with a compound in it, "the state-run oil company"."""
_BEFORE = 14
"""Words before a comma in which an office in apposition to a name begins."""
_OLDEST = 110
"""Years below which a number behind a name is an age: "Driss Low, 47,"."""
_FULL_NAME = 2
"""Words of a name that an office before it shows to be a person's; one word may be a town's ("Mayor of | Low")."""
_CLAUSE = 4
"""Words of ", which runs the"."""
_TITLE = 3
"""Words of the noun of an office: "secretary of state"."""


class _Placed:
    """A name with the words that it is, word `first` of its sentence on; `opens`: no person is named just before."""

    def __init__(self, name: Name, tokens: Sequence[Token], first: int, *, opens: bool) -> None:
        self.name, self.tokens, self.first = name, tokens, first
        self.words: list[str] = []
        self.opens = opens
        while first < len(tokens) and tokens[first].start < name.end:
            self.words.append(tokens[first].text)
            first += 1


def read_anew(sentences: Sequence[Sentence], names: Iterable[Name]) -> tuple[Name, ...]:
    """The names, a word that a report treats as a body a body's throughout, a full name after an office a person's."""
    at = [{t.start: k for k, t in enumerate(s.tokens)} for s in sentences]
    names = tuple(names)
    men = {n.sentence + k for n in names if n.label == "PER" for k in (0, 1)}
    found = [
        _Placed(n, sentences[n.sentence].tokens, at[n.sentence].get(n.start, 0), opens=n.sentence not in men)
        for n in names
    ]
    persons = {w for p in found if p.name.label == "PER" and len(p.words) > 1 for w in p.words}
    alone = [p for p in found if len(p.words) == 1]
    bodies = {p.words[0] for p in alone if p.name.label == "PER" and _is_body(p.tokens, p.first)}
    bodies |= {p.words[0] for p in alone if _is_no_place(p) and _is_said_to_be_body(p)}
    bodies -= persons
    short = _short_companies(found) - persons
    called = {" ".join(p.words) for p in found if len(p.words) > 1 and _is_full_name_of_body(p)}
    called |= _cut_companies(found)
    surnames = {p.words[0] for p in alone if p.name.label == "PER"} - bodies
    return tuple(_relabelled(p, bodies, short, called, surnames) for p in found)


def _short_companies(found: Sequence[_Placed]) -> set[str]:
    """Words that are the whole of a company's name but for what it makes, and that the report treats as a body."""
    long = {p.words[0] for p in found if p.name.label == "ORG" and len(p.words) > 1 and _is_company(p.words[1:])}
    alone = [p for p in found if len(p.words) == 1 and p.words[0] in long]
    told = (p for p in alone if _is_body(p.tokens, p.first) or (p.name.label == "ORG" and not spots(p.words[0])))
    return {p.words[0] for p in told}


def _cut_companies(found: Sequence[_Placed]) -> set[str]:
    """Names of companies without what they make, two words or more: "Orsa Norte" where there is "Orsa Norte Foods"."""
    long = [p.words for p in found if p.name.label == "ORG" and len(p.words) > _FULL_NAME]
    ends = ((words, n) for words in long for n in range(_FULL_NAME, len(words)))
    return {" ".join(words[:n]) for words, n in ends if _is_company(words[n:]) and not is_given(words[0])}


def _is_company(rest: Sequence[str]) -> bool:
    return all(w in company_words() or any(cue.sector == "BUS" for cue in name_cues().get(w, ())) for w in rest)


def _relabelled(placed: _Placed, bodies: set[str], short: set[str], called: set[str], surnames: set[str]) -> Name:
    name, written = placed.name, placed.words
    if len(written) == 1 and written[0] in short and not _is_where(placed):
        return replace(name, label="ORG")
    if len(written) == 1 and written[0] in bodies and (name.label == "PER" or _is_no_place(placed)):
        return replace(name, label="ORG")
    if name.label in ("PER", "FAC", "LOC", "GPE", "MISC") and " ".join(written) in called:
        return replace(name, label="ORG")
    full = len(written) == _FULL_NAME and not any(w in name_cues() for w in written)
    may = full and name.label in ("ORG", "GPE", "LOC", "FAC", "MISC") and not spots(" ".join(written))
    office = may and (_is_apposed(placed) or (_may_be_person(name, written) and _follows_office(placed)))
    alone = may and written[1] in surnames and _is_given_anyhow(written[0]) and not _is_where(placed)
    shown = alone or (may and (_has_his(placed) or _does(placed) or _is_who(placed)))
    return replace(name, label="PER") if office or shown else name


def _is_who(placed: _Placed) -> bool:
    """Whether ", who" or an age follows a full name: it is a person's."""
    after = [t.text for t in placed.tokens[placed.first + _FULL_NAME :][:3]]
    aged = after[:1] == after[2:] == [","] and after[1].isdecimal() and int(after[1]) < _OLDEST
    return (after[:2] == [",", "who"] or aged) and not _is_where(placed)


def _does(placed: _Placed) -> bool:
    """Whether a given name opens what was read as a place that no table has, before a verb: "Inés Low is ahead"."""
    if placed.name.label not in ("GPE", "LOC", "FAC") or not _is_given_anyhow(placed.words[0]) or _is_where(placed):
        return False
    k = placed.first + _FULL_NAME
    verb = k < len(placed.tokens) and placed.tokens[k].upos in ("VERB", "AUX")
    return verb and not villages(" ".join(placed.words)) and placed.words[1].lower() not in tag_words()


def _is_given_anyhow(word: str) -> bool:
    """Whether a word is a given name, with its accents or without them."""
    return is_given(word) or is_given(unaccented(word))


def _has_his(placed: _Placed) -> bool:
    """Whether a full name that begins a sentence has a verb and something of his or hers: "Ana Low lost her boat"."""
    tokens, k = placed.tokens, placed.first + _FULL_NAME
    if placed.first or k >= len(tokens) or tokens[k].upos not in ("VERB", "AUX") or not placed.opens:
        return False
    rest = tokens[k : k + _FAR]
    his = next((i for i, t in enumerate(rest) if t.text in ("his", "her")), None)
    return his is not None and all(t.upos not in ("PROPN", "PUNCT", "SCONJ") for t in rest[:his])


def _is_where(placed: _Placed) -> bool:
    """Whether a word of place stands before a name."""
    return placed.first > 0 and placed.tokens[placed.first - 1].text.lower() in _PLACED


def _may_be_person(name: Name, written: Sequence[str]) -> bool:
    """Whether what was read as a place has a given name first, or no word that is a place's by itself."""
    return name.label == "ORG" or is_given(written[0]) or not any(opens_names(w)[0] for w in written)


def _is_apposed(placed: _Placed) -> bool:
    """Whether an office with what it is of and a comma stand before a name: "said the mayor of Low, | Ana Roe."."""
    k, tokens = placed.first, placed.tokens
    after = tokens[k + _FULL_NAME] if k + _FULL_NAME < len(tokens) else None
    if k < _TITLE or tokens[k - 1].text != "," or not (after is None or after.upos in ("PUNCT", "VERB", "AUX")):
        return False
    before = [t.text.lower() for t in tokens[max(0, k - _BEFORE) : k - 1]]
    heads = (i + n for i in range(1, len(before)) if (n := head_at(before, i)) and before[i - 1] in _OPENING)
    return any(end == len(before) or before[end] in ("of", "for") for end in heads)


def _is_body(tokens: Sequence[Token], k: int) -> bool:
    """Whether word `k` is called a body ("the operator, Velk,", "the Velk group"), or has what only bodies have."""
    after = [t.text.lower() for t in tokens[k + 1 : k + 5]]
    if after[:2] == [",", "which"]:
        return True
    owns = after[:1] != [] and after[0] in _POSSESSIVE and not name_words("owned").isdisjoint(after[1:])
    group = after[:1] == ["group"] and k > 0 and tokens[k - 1].text.lower() in _ARTICLES
    return owns or group or _is_called_body(tokens, k) or _is_body_apposed(tokens, k)


def _is_no_place(placed: _Placed) -> bool:
    """Whether a word was read as a place, or as nothing in particular, that no table has: "Velknet", "Orsarail"."""
    word = placed.words[0]
    return placed.name.label in ("GPE", "LOC", "FAC", "MISC") and not (spots(word) or villages(word))


def _is_said_to_be_body(placed: _Placed) -> bool:
    return _is_called_body(placed.tokens, placed.first) or _is_body_apposed(placed.tokens, placed.first)


def _is_full_name_of_body(placed: _Placed) -> bool:
    """Whether a name of several words is called a body or runs something: "The operator, Orsa Harbours,"."""
    tokens, k, n = placed.tokens, placed.first, len(placed.words)
    if is_given(placed.words[0]) or spots(" ".join(placed.words)):
        return False
    if len(placed.words) == _FULL_NAME and _is_apposed(placed):  # "the head of the dockers' union, Ann Low, said"
        return False
    return _runs_something(tokens[k + n : k + n + _CLAUSE]) or _is_called_body(tokens, k, n)


def _runs_something(after: Sequence[Token]) -> bool:
    """Whether ", which runs the port" follows; a road runs along something."""
    whole = len(after) == _CLAUSE and [t.text.lower() for t in after[:2]] == [",", "which"]
    return whole and after[2].text.lower() in name_words("business") and after[3].upos not in ("ADP", "ADV")


def _is_called_body(tokens: Sequence[Token], k: int, n: int = 1) -> bool:
    """As in "the operator Velk" and "The operator, Velk,": a noun of bodies with an article, the name in apposition."""
    comma = k > 0 and tokens[k - 1].text == ","
    noun = k - 1 - comma
    if noun < 0 or (comma and not (k + n < len(tokens) and tokens[k + n].text in (",", "."))):
        return False
    phrase = _phrase(tokens, noun)
    articles = any(t.text.lower() in _ARTICLES for t in phrase)
    return _is_noun_of_body(tokens, noun) and (articles or (n == 1 and not comma and _opens_with_body(tokens, noun)))


def _opens_with_body(tokens: Sequence[Token], noun: int) -> bool:
    """Whether a sentence opens with a noun of bodies that stands before a name: "Paper maker | Velk said"."""
    whole = all(t.upos in ("NOUN", "ADJ") for t in tokens[:noun])
    return whole and noun < _TITLE and tokens[noun].text.lower() in group_nouns()


def _is_noun_of_body(tokens: Sequence[Token], k: int) -> bool:
    word = tokens[k].text.lower() if k == 0 else tokens[k].text
    return word.islower() and tokens[k].upos == "NOUN" and kind_shown(word) == "organization"


def _phrase(tokens: Sequence[Token], noun: int) -> Sequence[Token]:
    """The words before a noun in which its article can stand, those of a compound before it too: "state-run"."""
    return tokens[max(0, noun - (_COMPOUND if any(t.text == "-" for t in tokens[noun - 3 : noun]) else 3)) : noun]


def _is_body_apposed(tokens: Sequence[Token], k: int) -> bool:
    """As in "Velk, the state-run operator,": a noun of bodies ends the noun phrase behind the comma after word `k`."""
    if [t.text.lower() in allowed for t, allowed in zip(tokens[k + 1 : k + 3], ((",",), _ARTICLES), strict=False)] != [
        True,
        True,
    ]:
        return False
    for i in range(k + 3, min(len(tokens) - 1, k + 3 + _COMPOUND)):
        if tokens[i + 1].text in _ENDS:
            return _is_noun_of_body(tokens, i)
        owner = tokens[i].text in _POSSESSIVE  # "Velk, the country's largest lender,"
        if (tokens[i].upos not in _IN_PHRASE and not owner) or tokens[i].text == ",":
            return False
    return False


def _follows_office(placed: _Placed) -> bool:
    """Whether the noun of an office with a capital stands right before word `k`: "Foreign Minister | Ana Low"."""
    tokens, k = placed.tokens, placed.first
    before = [t.text.lower() for t in tokens[max(0, k - _TITLE) : k]]
    starts = [i for i in range(len(before)) if head_at(before, i) and i + head_at(before, i) == len(before)]
    return bool(starts) and tokens[k - 1].text[0].isupper() and " ".join(before[starts[0] :]) in office_heads()
