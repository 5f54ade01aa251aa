"""Names that the text announces and the analyzer did not see: "known by its Spanish acronym FUP"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from twosource.actors.aliases import WEAK, WEAK_BRACKETS, after_brackets, link_of
from twosource.actors.drafts import Draft, Pool, Seen, Text, Words
from twosource.actors.groups import fold
from twosource.actors.known import known_body
from twosource.actors.shorter import initials
from twosource.model import Token
from twosource.vocab.gazetteer import spots
from twosource.vocab.names import bodies

_LINK = 14
_LONGEST = 6
"""Words of a link between two names, and of a name that it announces."""
_OPENING = frozenset(("“", '"', "‘", "'", "``"))
_INNER = frozenset(("of", "the", "for", "and", "de", "al", "-", "'s", "’s"))


def announce(text: Text, pool: Pool) -> None:
    """Adds the announced names, and all places where these words stand and were not seen, to the pool."""
    taken = {(x.words.sentence, k) for d in pool.all() for x in d.seen for k in range(x.words.first, x.words.last)}
    known = [(x, d) for d in pool.all() for x in d.seen if x.form == "name"]
    new: dict[str, Draft] = {}
    for x, draft in known:
        words = _announced(text, x, taken) or _announced_before(text, x, taken) or _spelled_out(text, x, taken)
        if words is not None:
            taken.update((words.sentence, k) for k in range(words.first, words.last))
            seen = text.seen(words)
            own = pool.by_key(fold(seen.text)) or new.setdefault(fold(seen.text), Draft(kind=draft.kind, seen=[]))
            own.seen.append(seen)
    for seen, draft in [*_again(text, new, taken), *_letters_again(text, pool, taken)]:
        draft.seen.append(seen)
    for seen, name in _letters_alone(text, pool, taken):
        new.setdefault(fold(name), Draft(kind="organization", seen=[])).seen.append(seen)
    for key, draft in new.items():
        pool.add(key, draft)


def _announced(text: Text, x: Seen, taken: set[tuple[int, int]]) -> Words | None:
    """The words of the name that what stands after a name announces, None if there are none or they are a name."""
    sentence, first = x.words.sentence, after_brackets(text, x)
    for n in range(_LINK, 0, -1):
        k = first + n
        lower = text.lower[sentence]
        link = link_of(text, sentence, first, k) if k < len(lower) else None
        if link is not None and link.what != "or":
            k += lower[k] in _OPENING
            k += lower[k : k + 1] == ["the"] and lower[k - 1] in _OPENING
            end = _run(text, sentence, k)
            free = end > k and not any((sentence, i) in taken for i in range(k, end))
            words = Words(sentence, k, end)
            return words if free and _fits(text, x, words, link.what) else None
    return None


def _announced_before(text: Text, x: Seen, taken: set[tuple[int, int]]) -> Words | None:
    """The words of a name that what stands between it and a name says to be another: "Jesh Tora, also called | X"."""
    sentence, last = x.words.sentence, x.words.first
    for k in range(last - 1, max(0, last - _LINK), -1):
        first = _run_back(text, sentence, k, taken)
        link = link_of(text, sentence, k, last) if first < k else None
        if link is not None and link.what not in WEAK and not link.after:
            words = Words(sentence, first, k)
            return None if spots(text.seen(words).text) else words
    return None


def _run_back(text: Text, sentence: int, k: int, taken: set[tuple[int, int]]) -> int:
    """Where the capitalised words that end before word `k` begin, `k` where there are none or they are a name."""
    tokens, first = text.sentences[sentence].tokens, k
    while first and k - first < _LONGEST and _is_of_name(tokens[first - 1]) and (sentence, first - 1) not in taken:
        first -= 1
    return k if first and (sentence, first - 1) in taken else first


def _is_of_name(token: Token) -> bool:
    return token.text[0].isupper() and token.upos == "PROPN"


def _run(text: Text, sentence: int, k: int) -> int:
    """Where the capitalised words that begin at `k` end."""
    tokens, end, last = text.sentences[sentence].tokens, k, k
    while end < len(tokens) and end - k < _LONGEST:
        word = tokens[end].text
        if word[0].isupper() and tokens[end].upos not in ("PRON", "DET", "VERB", "AUX"):
            last = end + 1
        elif word not in _INNER or end == k:
            break
        end += 1
    return last


def _fits(text: Text, x: Seen, words: Words, what: str) -> bool:
    """In plain brackets only initials, or a whole name after letters; a name of a few letters after all else."""
    written = text.seen(words).text
    if what == WEAK_BRACKETS:
        closed = text.lower[words.sentence][words.last : words.last + 1] in ([")"], ["]"])
        long = x.text.isupper() and " " not in x.text and " " in written
        return closed and (long or (len(written) > 1 and written == initials(x.text)))
    return len(written) > 1 and what not in WEAK


def _spelled_out(text: Text, x: Seen, taken: set[tuple[int, int]]) -> Words | None:
    """The name before letters in brackets that has them as its initials: "Workers' Party (WP)"."""
    sentence, k = x.words.sentence, x.words.first - 1
    lower, tokens = text.lower[sentence], text.sentences[sentence].tokens
    closed = lower[x.words.last : x.words.last + 1] == [")"]
    if k < 1 or lower[k] != "(" or not closed or not (x.text.isupper() and len(x.text) > 1):
        return None
    for first in range(k - 1, max(-1, k - _LONGEST - 3), -1):
        word = tokens[first].text
        if (sentence, first) in taken or not (word[0].isupper() or word in _INNER or word in ("'", "’")):
            return None
        words = Words(sentence, first, k)
        if word[0].isupper() and initials(text.seen(words).text) == x.text:
            return words
    return None


def _again(text: Text, new: dict[str, Draft], taken: set[tuple[int, int]]) -> Iterator[tuple[Seen, Draft]]:
    """Where else the words of announced names stand."""
    firsts = {x.text.split()[0]: d for d in new.values() for x in d.seen}
    for at, sentence in enumerate(text.sentences if firsts else ()):
        for k, token in enumerate(sentence.tokens):
            draft = firsts.get(token.text)
            if draft is not None and (at, k) not in taken:
                n = draft.seen[0].words.last - draft.seen[0].words.first
                words = Words(at, k, min(k + n, len(sentence.tokens)))
                if text.seen(words).text == draft.seen[0].text:
                    yield text.seen(words), draft


def _letters_again(text: Text, pool: Pool, taken: set[tuple[int, int]]) -> Iterator[tuple[Seen, Draft]]:
    """Letters of known bodies that the report names, where the analyzer took them for a word ("IS")."""
    owners = {letters: d for d in pool.all() if d.kind != "person" for letters in _letters_of(d)}
    for at, sentence in enumerate(text.sentences if owners else ()):
        for k, token in enumerate(sentence.tokens):
            if token.text in owners and (at, k) not in taken and not _in_capitals(text, at, k):
                yield text.seen(Words(at, k, k + 1)), owners[token.text]


def _letters_alone(text: Text, pool: Pool, taken: set[tuple[int, int]]) -> Iterator[tuple[Seen, str]]:
    """Letters of bodies of many states that a report names by them alone: "EU | funds"."""
    named = {name for d in pool.all() for name in _letters_of(d)}
    free = _letters_of_states() - named
    for at, sentence in enumerate(text.sentences):
        for k, token in enumerate(sentence.tokens):
            plain = token.text in free and token.upos in ("PROPN", "NOUN", "ADJ") and (at, k) not in taken
            if plain and not _in_capitals(text, at, k):
                yield text.seen(Words(at, k, k + 1)), token.text


@cache
def _letters_of_states() -> frozenset[str]:
    return frozenset(n for b in bodies() if "IGO" in b.sectors for n in b.names if n.isupper() and n.isalpha())


def _letters_of(draft: Draft) -> list[str]:
    body = next((b for name in draft.keys[:_LONGEST] if (b := known_body(name))), None)
    return [name for name in body.names if name.isupper() and name.isalpha()] if body else []


def _in_capitals(text: Text, sentence: int, k: int) -> bool:
    """Whether a word stands in a heading in capitals: a word beside it is in capitals too."""
    beside = text.sentences[sentence].tokens[max(0, k - 1) : k + 2]
    return sum(t.text.isupper() and len(t.text) > 1 for t in beside) > 1
