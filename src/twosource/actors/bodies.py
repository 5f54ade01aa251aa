"""Bodies with a name of their own: parties, companies, ministries, armed groups."""

from __future__ import annotations

from collections.abc import Callable

from twosource.actors.drafts import Draft, Pool, Seen, Text, Words
from twosource.actors.full_names import is_given
from twosource.actors.groups import fold
from twosource.actors.known import GROUP_WORDS, known_body
from twosource.actors.shorter import (
    Shorter,
    by_country,
    by_front,
    by_head,
    by_initials,
    by_lead,
    by_short_form,
    by_turn,
    national,
)
from twosource.actors.titles import office_tokens
from twosource.model import Evidence
from twosource.vocab.names import company_words, honorifics, name_cues
from twosource.vocab.tags import tag_words

_TWO = 2
MOST = 20
"""Names of one body that are compared."""
_RULES = (by_turn, by_initials, by_country, by_lead, by_front, by_short_form, by_head)


def find_bodies(text: Text) -> dict[str, Draft]:
    """The bodies named in a report, by folded name; merge_bodies joins the names of one."""
    drafts: dict[str, Draft] = {}
    for name in text.names:
        if name.label == "ORG":
            for x in _as_written(text, text.words(name.sentence, name.start, name.end)):
                drafts.setdefault(fold(x.text), Draft(kind="organization", seen=[])).seen.append(x)
    return drafts


def join_same(pool: Pool) -> None:
    """Joins groups named by a nationality and a noun to the bodies of the same name."""
    for draft in pool.all():
        body = pool.by_key(fold(draft.name)) if draft.group_class else None
        if body is not None:
            detail = f"“{body.name}” and “{draft.name}” are one name"
            pool.join(body, draft, Evidence(function="same name", score=0.95, detail=detail))


def merge_bodies(text: Text, pool: Pool) -> None:
    """Joins names of one body that the text has not bound: by the table, by initials, by leaving words out."""
    _merge_known(pool)
    _merge_national(pool)
    for rule in _RULES:
        _merge(pool, rule)
    _merge_companies(text, pool)


def _as_written(text: Text, words: Words) -> list[Seen]:
    """The name, and with "group" where that follows it: both are what the text calls the body."""
    lower = text.lower[words.sentence]
    if words.last < len(lower) and lower[words.last] in GROUP_WORDS and known_body(text.seen(words).text):
        return [text.seen(words), text.seen(Words(words.sentence, words.first, words.last + 1))]
    return [text.seen(words)]


def _merge(pool: Pool, rule: Callable[[str], list[Shorter]]) -> None:
    """Joins a shorter name to the one longer name that implies it; a shorter name of two stays apart."""
    implied: dict[str, dict[int, tuple[Draft, Shorter]]] = {}
    for draft in pool.all():
        for shorter in (s for name in draft.keys[:MOST] for s in rule(name)) if draft.kind != "person" else ():
            implied.setdefault(shorter[0], {})[id(draft)] = (draft, shorter)
    for key, options in implied.items():
        other = pool.by_key(key)
        live = {id(now): (now, why) for draft, why in options.values() for now in (pool.now(draft),)}
        if other is not None and len(live) == 1 and id(other) not in live:
            draft, (_, function, detail) = next(iter(live.values()))
            if rule is not by_initials or all(" " not in name for name in other.keys):
                pool.join(draft, other, Evidence(function=function, score=0.8, detail=detail))


def _merge_known(pool: Pool) -> None:
    """Joins names of one body of the table of armed groups and bodies."""
    first: dict[str, Draft] = {}
    for draft in pool.all():
        body = (
            next((b for name in draft.keys[:MOST] if (b := known_body(name))), None) if draft.kind != "person" else None
        )
        if body is not None and (one := first.setdefault(body.name, draft)) is not draft:
            detail = f"“{one.seen[0].text}” and “{draft.seen[0].text}” are names of {body.name} in the table"
            pool.join(one, draft, Evidence(function="table of armed groups", score=0.8, detail=detail))


def _merge_national(pool: Pool) -> None:
    """Joins names of one body of one country: "Turkish Foreign Ministry" and "Turkey's Foreign Ministry"."""
    first: dict[tuple[str, str], Draft] = {}
    for draft in pool.all():
        for name in draft.keys[:MOST] if draft.kind != "person" else ():
            if found := national(name):
                one = first.setdefault((found[0], fold(found[1])), draft)
                if pool.now(one) is not pool.now(draft):
                    detail = f"“{pool.now(one).name}” and “{name}” name the same country and the same body"
                    pool.join(one, draft, Evidence(function="same name with its country", score=0.9, detail=detail))


def _merge_companies(text: Text, pool: Pool) -> None:
    """Joins a single word that was read as a person to the company named before that begins with it."""
    implied: dict[str, list[Draft]] = {}
    for draft in pool.all():
        for name in draft.keys[:MOST] if draft.kind != "person" else ():
            if _is_company(name.split()[-1].rstrip(".")):
                for key, _, _ in by_short_form(name):
                    implied.setdefault(key, []).append(draft)
            elif _is_foreign(name):
                implied.setdefault(fold(name.split()[0]), []).append(draft)
    for draft in pool.all():
        bodies = {id(b): b for b in implied.get(fold(draft.name), ())} if _is_one_word(text, draft) else {}
        if len(bodies) == 1 and (body := next(iter(bodies.values()))).seen[0].start < draft.seen[0].start:
            detail = f"“{draft.name}” is how “{body.name}” begins, and no person here has that name"
            pool.join(body, draft, Evidence(function="short form", score=0.7, detail=detail))


def _is_company(last: str) -> bool:
    """Whether the last word of a name is one of companies' names."""
    return last in company_words() or any(cue.sector == "BUS" for cue in name_cues().get(last, ()))


def _is_foreign(name: str) -> bool:
    """Whether a name is two words of another tongue, so that reports may leave out the second: "Orvia Clara"."""
    words = name.split()
    strange = len(words) == _TWO and all(w.lower() not in tag_words() and w not in name_cues() for w in words)
    return strange and not is_given(words[0])


def _is_one_word(text: Text, draft: Draft) -> bool:
    """Whether a person is only known by one word, without a title or a form of address."""
    plain = draft.kind == "person" and not draft.gender and " " not in draft.name
    return plain and not any(_is_titled(text, x) for x in draft.seen[:MOST])


def _is_titled(text: Text, x: Seen) -> bool:
    before = text.lower[x.words.sentence][x.words.first - 1].rstrip(".") if x.words.first else ""
    return before in honorifics() or before in office_tokens()
