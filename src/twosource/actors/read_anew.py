"""Labels of names that the words beside them show to be others: a company of one word, a person with an office."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from twosource.actors.kinds import kind_shown
from twosource.actors.titles import head_at
from twosource.model import Name, Sentence, Token
from twosource.vocab.names import name_cues, name_words, office_heads

_POSSESSIVE = frozenset(("'s", "’s"))
_FULL_NAME = 2
"""Words of a name that an office before it shows to be a person's; one word may be a town's ("Mayor of | Low")."""
_TITLE = 3
"""Words of the noun of an office: "secretary of state"."""


def read_anew(sentences: Sequence[Sentence], names: Iterable[Name]) -> tuple[Name, ...]:
    """The names, one word that a report treats as a body a body's throughout, a full name after an office a person's."""
    known = tuple(names)
    alone = [n for n in known if n.label == "PER" and _words(sentences, n)[1] == 1]
    persons = {w for n in known if n.label == "PER" for w in _written(sentences, n) if _words(sentences, n)[1] > 1}
    shown = {
        _written(sentences, n)[0] for n in alone if _is_body(sentences[n.sentence].tokens, _words(sentences, n)[0])
    }
    bodies = shown - persons
    return tuple(_relabelled(sentences, n, bodies) for n in known)


def _relabelled(sentences: Sequence[Sentence], name: Name, bodies: set[str]) -> Name:
    written = _written(sentences, name)
    if name.label == "PER" and len(written) == 1 and written[0] in bodies:
        return replace(name, label="ORG")
    if name.label == "ORG" and len(written) == _FULL_NAME and not any(w in name_cues() for w in written):
        tokens, first = sentences[name.sentence].tokens, _words(sentences, name)[0]
        return replace(name, label="PER") if _follows_office(tokens, first) else name
    return name


def _words(sentences: Sequence[Sentence], name: Name) -> tuple[int, int]:
    """The first word of a name in its sentence, and how many words it has."""
    tokens = sentences[name.sentence].tokens
    inside = [k for k, t in enumerate(tokens) if name.start <= t.start < name.end]
    return (inside[0], len(inside)) if inside else (0, 0)


def _written(sentences: Sequence[Sentence], name: Name) -> list[str]:
    return [t.text for t in sentences[name.sentence].tokens if name.start <= t.start < name.end]


def _is_body(tokens: Sequence[Token], k: int) -> bool:
    """Whether word `k` is called a body ("the operator, Velk,"), is a "which", or has what only bodies have."""
    after = [t.text.lower() for t in tokens[k + 1 : k + 5]]
    if after[:2] == [",", "which"]:
        return True
    owned = (
        next((w for w in after[1:] if w in name_words("owned")), None)
        if after[:1] and after[0] in _POSSESSIVE
        else None
    )
    return owned is not None or _is_called_body(tokens, k)


def _is_called_body(tokens: Sequence[Token], k: int) -> bool:
    """As in "the operator Velk" and "The operator, Velk,": a noun of bodies with an article, the name in apposition."""
    comma = k > 0 and tokens[k - 1].text == ","
    noun = k - 1 - comma
    if noun < 1 or (comma and not (k + 1 < len(tokens) and tokens[k + 1].text in (",", "."))):
        return False
    opens = any(t.text.lower() in ("the", "a", "an") for t in tokens[max(0, noun - 3) : noun])
    word = tokens[noun].text
    return opens and word.islower() and tokens[noun].upos == "NOUN" and kind_shown(word) == "organization"


def _follows_office(tokens: Sequence[Token], k: int) -> bool:
    """Whether the noun of an office with a capital stands right before word `k`: "Foreign Minister | Ana Low"."""
    before = [t.text.lower() for t in tokens[max(0, k - _TITLE) : k]]
    starts = [i for i in range(len(before)) if i + head_at(before, i) == len(before) and head_at(before, i)]
    return bool(starts) and tokens[k - 1].text[0].isupper() and " ".join(before[starts[0] :]) in office_heads()
