"""Names that the text itself says are one's: "X (Y)", "X, also known as Y"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from twosource.actors.drafts import Draft, Pool, Seen, Text, Words
from twosource.actors.full_names import is_given
from twosource.actors.shorter import initials
from twosource.model import Evidence
from twosource.vocab.countries import demonyms
from twosource.vocab.groups import AliasLink, alias_links
from twosource.vocab.names import honorifics
from twosource.vocab.word_sets import word_set

_FURTHEST = 14
"""Words between two names that can still bind them, what stands in brackets left out."""
_SHORTEST = 2
"""Words before what binds two names: an article and its noun, "whom" and somebody."""
_ARTICLES = frozenset(("a", "an", "the", "his", "her", "its", "their", "one"))
_LANGUAGES = word_set("languages named after no country")
_RELATIVES = ("which is", "which are", "that is")
"""With what a clause begins that may be left out: ", which is known by its initials"."""
_CALLS = frozenset(("call", "calls", "called", "nickname", "nicknamed", "dub", "dubbed"))
_BRACKETS = 24
"""Words in brackets between a name and what binds it to another: the name in another script."""
_GROUPS = frozenset(("group", "movement", "party", "organisation", "organization", "militia"))
_POSSESSIVE = ("'s", "’s")
_OPENING, _CLOSING = frozenset(("“", '"', "‘", "'", "``")), frozenset((")", "]", "”", '"', "’", "''"))
WEAK = frozenset(("in brackets after the name", "or", "formerly", "the name in another language"))
"""What binds names only where these themselves show it: "(NRC)" may be a body, "(Norvane)" a person's team."""


def bind_aliases(text: Text, pool: Pool) -> None:
    """Joins the drafts whose names the text binds, with the binding words as evidence."""
    for line in _by_sentence(pool):
        for (x, one), (y, other) in pairwise(line):
            what = _link(text, x, y)
            if what and _can_be_one(text, (x, pool.now(one)), (y, pool.now(other)), what):
                _bind(text, pool, (x, one), (y, other), what)


def _by_sentence(pool: Pool) -> list[list[tuple[Seen, Draft]]]:
    lines: dict[int, list[tuple[Seen, Draft]]] = {}
    for draft in pool.all():
        for x in draft.seen:
            if x.form == "name":
                lines.setdefault(x.words.sentence, []).append((x, draft))
    return [sorted(line, key=lambda p: (p[0].start, -p[0].end)) for _, line in sorted(lines.items())]


def _link(text: Text, x: Seen, y: Seen) -> str:
    """What the words between two names say, empty if they do not bind them."""
    sentence, first = x.words.sentence, after_brackets(text, x)
    if not 0 < y.words.first - first <= _FURTHEST:
        first = x.words.last
    link = link_of(text, sentence, first, y.words.first)
    lower = text.lower[sentence]
    after = next((w for w in lower[y.words.last : y.words.last + 2] if w not in _CLOSING or w in ")]"), ".")
    if link is None or link.after not in ("", after) or after in _POSSESSIVE:
        return ""
    return link.what


def after_brackets(text: Text, x: Seen) -> int:
    """The word after a name, or after what stands in round brackets behind it where more follows."""
    lower, last = text.lower[x.words.sentence], x.words.last
    if lower[last : last + 1] != ["("]:
        return last
    end = next((k for k in range(last, min(len(lower), last + _BRACKETS)) if lower[k] == ")"), last - 1) + 1
    return end if lower[end : end + 1] == [","] else last


def link_of(text: Text, sentence: int, first: int, last: int) -> AliasLink | None:
    """What the words from `first` to before `last` say between two names, quotation marks at their ends left out."""
    tokens, lower = text.sentences[sentence].tokens, text.lower[sentence]
    if not 0 < last - first <= _FURTHEST or lower[first] not in _first_words():
        return None
    between = ["*" if tokens[k].text in demonyms() or lower[k] in _LANGUAGES else lower[k] for k in range(first, last)]
    while between and (between[0] in _CLOSING or between[0] in ("'s", "’s")):
        between = between[1:]
    while between and between[-1] in _OPENING:
        between = between[:-1]
    if between[-1:] == ["the"] and len(between) > 1 and between[-2] in _OPENING:  # nicknamed “the | Baker”
        between = between[:-2]
    if between[:1] == [","] and " ".join(between[1:3]) in _RELATIVES and len(between) > len(_RELATIVES):
        between = [",", *between[3:]]
    link = alias_links().get(" ".join(between))
    if link is None and len(between) > 1 and between[0] in _GROUPS:
        link = alias_links().get(" ".join(between[1:]))
    return link or _called_by_others(between) or _after_apposition(between, [t.upos for t in tokens[first:last]])


def _called_by_others(between: Sequence[str]) -> AliasLink | None:
    """As in ", whom his followers call |": who calls somebody so is left open."""
    start = int(between[:1] == [","])
    if between[start : start + 1] == ["whom"] and len(between) > start + _SHORTEST and between[-1] in _CALLS:
        return AliasLink(after="", what="whom others call so")
    return None


def _after_apposition(between: Sequence[str], upos: Sequence[str]) -> AliasLink | None:
    """As in ", a rebel group | known locally as |": what binds the names stands behind a noun phrase without a verb."""
    if between[:1] != [","] or len(between) < _SHORTEST or between[1] not in _ARTICLES:
        return None
    for i in range(_SHORTEST, len(between)):
        link = alias_links().get(" ".join(between[i:])) or _called_by_others(between[i:])
        if link is not None and link.what not in WEAK:
            return link
        if upos[i] in ("VERB", "AUX", "PUNCT") and between[i] != "-":
            return None
    return None


@cache
def _first_words() -> frozenset[str]:
    """With what a link between two names can begin."""
    return frozenset(words.split()[0] for words in alias_links()) | _CLOSING | _GROUPS | {"'s", "’s"}


def _can_be_one(text: Text, first: tuple[Seen, Draft], second: tuple[Seen, Draft], what: str) -> bool:
    (x, one), (y, other) = first, second
    if one is other:
        return False
    bodies = one.kind != "person" and other.kind != "person"
    if what in WEAK:
        named = bodies or x.text == initials(y.text) or y.text == initials(x.text)
        return named and (what != WEAK_BRACKETS or _is_short_for(y.text, x.text) or _is_short_for(x.text, y.text))
    if one.kind == other.kind or bodies:
        return True
    z, person = (y, other) if other.kind == "person" else (x, one)
    named = other.kind == "person" or " " not in z.text or _is_monogram(x, y) or what.endswith(" the")
    return named and (_is_monogram(x, y) or not _is_surely_a_person(text, z, person))


def _is_monogram(x: Seen, y: Seen) -> bool:
    """Whether letters are those of a person: "Robert James Kelly, known as RJK"."""
    return len(y.text) > 1 and y.text == initials(x.text) and is_given(x.text.split(maxsplit=1)[0])


WEAK_BRACKETS = "in brackets after the name"


def _is_surely_a_person(text: Text, y: Seen, draft: Draft) -> bool:
    """Whether a form of address, a given name or a pronoun of the text says that a name is a person's."""
    before = text.lower[y.words.sentence][y.words.first - 1].rstrip(".") if y.words.first else ""
    return bool(draft.gender) or before in honorifics() or (" " in y.text and is_given(y.text.split(maxsplit=1)[0]))


def _is_short_for(short: str, long: str) -> bool:
    """Whether a bracket holds letters or a shorter name: "(NRC)", "(Solidarity)", not the party of a person."""
    if short.isupper() and len(short) <= 10:
        return True
    return " " not in short and len(short) <= len(long) and initials(long)[:1] != "" and short[0].isupper()


def _bind(text: Text, pool: Pool, first: tuple[Seen, Draft], second: tuple[Seen, Draft], what: str) -> None:
    (x, one), (y, other) = first, second
    one, other = pool.now(one), pool.now(other)
    if one.kind == "person" and other.kind != "person" and not _is_monogram(x, y):
        one.kind = other.kind
    pool.join(one, other, bound(text, x, y, what))


def bound(text: Text, x: Seen, y: Seen, what: str) -> Evidence:
    """The reason for joining two names that the text binds."""
    words = Words(x.words.sentence, x.words.first, y.words.last)
    detail = f"the text binds “{x.text}” and “{y.text}”: {what}"
    return Evidence(function="the text binds two names", score=0.95, detail=detail, selectors=(text.selector(words),))
