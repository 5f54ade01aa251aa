"""Governments meant by the name of their country or capital: "Lima said", "Peru is keen to", "talks with Uganda"."""

from __future__ import annotations

from functools import cache

from twosource.actors.drafts import Draft, Text, Words
from twosource.model import Evidence, Name, Token
from twosource.vocab.countries import countries, country_names, governments
from twosource.vocab.rows import lines

_WITH = frozenset(("against", "with", "between", "by"))
_STEPS = 4


def place_words(text: Text) -> frozenset[str]:
    """Countries and capitals that are no person where they stand alone: named as places, or of a country that is."""
    written = [(n.label, text.page.text[n.start : n.end]) for n in text.names]
    places = {name for label, name in written if label == "GPE"}
    surnames = {name.split()[-1] for label, name in written if label == "PER" and " " in name}
    named = {country_names()[name] for name in places if name in country_names()}
    capitals = {name for label, name in written if label == "PER" and governments().get(name) in named}
    states = {name for name in places if name in country_names() or name in governments()}
    return frozenset(states | (capitals - surnames))


def find_governments(text: Text) -> list[Draft]:
    """One government for each country whose name or capital acts in the report."""
    found: dict[str, Draft] = {}
    places = place_words(text)
    for name in text.names:
        if name.label in ("GPE", "ORG") or (name.label == "PER" and text.page.text[name.start : name.end] in places):
            written = text.page.text[name.start : name.end]
            country = country_names().get(written)
            capital = governments().get(written)
            if country and _acts(text, name, any_verb=True):
                _add(text, name, country, found)
            elif capital and not country and _acts(text, name, any_verb=False):
                _add(text, name, capital, found)
    return list(found.values())


def _acts(text: Text, name: Name, *, any_verb: bool) -> bool:
    words = text.words(name.sentence, name.start, name.end)
    tokens, lower = text.sentences[name.sentence].tokens, text.lower[name.sentence]
    before = tokens[words.first - 1] if words.first else None
    if (
        before is not None
        and before.upos == "CCONJ"
        and any(t.upos == "ADP" for t in tokens[max(0, words.first - 4) : words.first])
    ):
        return False
    if before is not None and (before.upos in ("ADP", "PROPN") or before.text in ("(", "-")):
        return (
            any_verb
            and lower[words.first - 1] in _WITH
            and not _goes_on(tokens[words.last].upos if words.last < len(tokens) else "")
        )
    if any_verb and before is not None and before.upos == "VERB" and before.lemma in _verbs():
        return words.last >= len(tokens) or tokens[words.last].upos not in ("NOUN", "PROPN", "PART")
    if any_verb and words.last < len(tokens) and tokens[words.last].upos == "AUX":
        return not lower[words.last].startswith(("'", "’"))
    verb = _next_verb(text, words)
    return verb is not None and (any_verb or verb in _verbs())


def _goes_on(upos: str) -> bool:
    return upos in ("NOUN", "PROPN", "PART", "ADJ", "CCONJ")


def _next_verb(text: Text, words: Words) -> str | None:
    """The lemma of the verb of which the name is the subject: right after it, adverbs and auxiliaries between."""
    tokens = text.sentences[words.sentence].tokens
    start = _after_others(tokens, words.last)
    for token in tokens[start : start + _STEPS]:
        if token.upos == "VERB":
            return token.lemma
        if token.upos not in ("AUX", "ADV", "PART") or token.text in ("'s", "’s", "'", "’"):
            return None
    return None


def _after_others(tokens: tuple[Token, ...], last: int) -> int:
    """Where the names joined to a name by "and" end: "South Sudan | and Sudan | signed"."""
    if last >= len(tokens) or tokens[last].text != "and":
        return last
    k = first = last + 1 + (tokens[last + 1 : last + 2] != () and tokens[last + 1].text == "the")
    while k < len(tokens) and k - last <= _STEPS and tokens[k].upos == "PROPN":
        k += 1
    return k if k > first else last


@cache
def _verbs() -> frozenset[str]:
    return frozenset(lines("government_verbs.txt"))


def _add(text: Text, name: Name, country: str, found: dict[str, Draft]) -> None:
    seen = text.seen(text.words(name.sentence, name.start, name.end))
    government = found.setdefault(country, Draft(kind="government", seen=[], country=country, sectors=["GOV"]))
    detail = f"“{seen.text}” acts here, so its government is meant ({countries()[country].name})"
    spans = (text.selector(seen.words),)
    government.note(Evidence(function="a country or capital acts", score=0.7, detail=detail, selectors=spans))
    government.seen.append(seen)


def join_governments(text: Text, found: list[Draft], bodies: list[Draft]) -> list[Draft]:
    """The bodies and the governments; a country that acts and "its government", where there is one such, are one."""
    groups: dict[str, list[Draft]] = {}
    for draft in bodies:
        if draft.kind == "government" and draft.group_class and draft.country:
            groups.setdefault(draft.country, []).append(draft)
    joined = []
    for government in found:
        named = groups.get(government.country or "", [])
        if len(named) == 1:
            detail = f"“{government.name}” acts here, and “{named[0].name}” names its government"
            spans = (text.selector(named[0].seen[0].words),)
            government.absorb(named[0])
            government.note(Evidence(function="a country or capital acts", score=0.7, detail=detail, selectors=spans))
            joined.append(named[0])
    return [*(b for b in bodies if all(b is not j for j in joined)), *found]
