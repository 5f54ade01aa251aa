"""Tolls: whether those counted were killed, injured, arrested, displaced, are missing or took part, by words around."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from twosource.circumstances.ages import is_age
from twosource.circumstances.driven import driven_out, moved_away, opens_moves
from twosource.circumstances.missing import can_be_missing
from twosource.circumstances.set_phrases import phrase_at
from twosource.vocab.counts import person_nouns, toll_phrases, toll_words
from twosource.vocab.numbers import number_words
from twosource.vocab.word_sets import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from twosource.circumstances.words import Words

_INTRANSITIVE = word_set("befalls whoever is its subject")
_REACH_AFTER, _REACH_BEFORE, _REACH_DEATH = 18, 9, 30
_DEATHS = frozenset({"died", "dies", "dead", "killed", "succumbed"})
_ALIVE = frozenset({"wounded", "injured", "hurt", "hospitalized", "hospitalised", "survived"})
_STOPS = frozenset({".", "!", "?", ";", "\n", '"', "”", "“"})
_AUXILIARIES = word_set("auxiliaries")
_PASSIVE_TAILS = word_set("after a passive")
_OBJECT_STARTS = word_set("starts of an object")
_UNREAL = word_set("unreal")
_UNREAL_OR_NAMED = _UNREAL | {"a", "an", "the"}
"""Before a participle: "an injured man" is none who was injured."""
_PASSIVE = _AUXILIARIES - {"had", "has", "have"}
_NEGATED = frozenset({"not", "n't", "’t", "'t", "never", "unhurt", "unharmed"})
_BEFORE_TOLL_FIGURE = word_set("before the figure of a toll")
_BESIDE_PARTICIPLE = word_set("beside a participle")
_PARTIAL = frozenset({"remain", "remained", "remains"})
_NO_PERSONS = word_set("no persons")
_OTHERWISE = word_set("what those counted do themselves")
_ASIDE = frozenset({"including", "(", "–", "—", "-", "among", "them"})
_PARENTS = frozenset({"father", "mother", "parent", "parents", "dad", "mom", "grandfather", "grandmother"})
_TAKEN = frozenset({"took", "taken", "taking", "claimed", "claiming", "cost"})
_TURNS = frozenset({"but", "which", "after", "when", "while", "because", "before", "until"})
_LINKS = frozenset({"who", "that", "and", ","})
_SINGULAR = frozenset({"was", "is", "has"})
_MAY_DIE = frozenset({"injured", "sick"})
_JAILED = frozenset({"jailed", "imprisoned"})


def toll_role(words: Words, first: int, end: int, head: str | None) -> str | None:
    """The role of a count: `first` is its first word, hedges included, `end` the word after what is counted."""
    if head in _NO_PERSONS or (
        first > 1 and words.lower[first - 1] in ("of", "to") and words.lower[first - 2] in _PARENTS
    ):
        return None
    named = toll_words("noun").get(head or "")
    before = role_before(words, first)
    if before == "participants" and head is not None and head not in person_nouns():
        before = None  # "drew two lines"
    part = _part_before(words, first)
    if part is not None:
        return _beside(words, end) if role_before(words, part) is None else None
    if named is not None and named != "participants":
        return named if before is None or named == "killed" else before
    if before is None and driven_out(words, first, end, head):
        return "displaced"
    return before or _role_after(words, end, head) or named


def _part_before(words: Words, first: int) -> int | None:
    """The number before "of": of "one of the three people shot has died" the three were only shot; None if none is."""
    of = first - 1 - (first > 0 and words.lower[first - 1] in ("the", "those"))
    if of < 1 or words.lower[of] != "of":
        return None
    part, known = words.lower[of - 1], number_words().get(words.lower[of - 1])
    counts = part.isdecimal() or (known is not None and known.kind in ("unit", "ten", "vague"))
    return of - 1 if counts else None


def _beside(words: Words, end: int) -> str | None:
    """What a participle right after the noun says: "people shot", "people found dead"."""
    lower = words.lower
    at = end + (end + 1 < len(lower) and lower[end] in _BESIDE_PARTICIPLE)
    if lower[at] in toll_words("hit") and (
        lower[at + 1 : at + 2] == ["dead"] or lower[at + 1 : at + 3] == ["to", "death"]
    ):
        return "killed"
    return toll_words("hit").get(lower[at]) or toll_words("done").get(lower[at])


def role_before(words: Words, first: int) -> str | None:
    """From the words before: "killed 12", "the deaths of 12", "the death toll rose to 12", "took 12 into custody"."""
    lower = words.lower
    if not first:
        return None
    verb = lower[first - 1]
    doing = toll_words("doing").get(verb)
    unreal = first > 1 and lower[first - 2] in _UNREAL_OR_NAMED
    if doing is not None and not unreal and not _passive(words, first - 1):
        return doing if not verb.startswith("claim") or "lives" in lower[first : first + 6] else None
    hit = toll_words("hit-doing").get(verb)
    if hit is not None and not unreal and not _passive(words, first - 1):
        return _worse(words, first - 1, hit)
    if verb == "of" and first > 1:
        return _role_of(words, first - 2)
    return _toll_before(words, first)


def _role_of(words: Words, i: int) -> str | None:
    """From a noun before "of": "the deaths of", "the fatal shooting of"."""
    if words.lower[i] == "life" and _TAKEN.intersection(words.lower[max(0, i - 2) : i]):
        return "killed"
    role = toll_words("of").get(words.lower[i])
    if role in ("injured", "harmed") and ({"fatal", "deadly"} & set(words.lower[max(0, i - 3) : i])):
        return "killed"
    return role


def _toll_before(words: Words, first: int) -> str | None:
    """From a toll that rises, stands or is put at the number."""
    lower = words.lower
    if lower[first - 1] not in _BEFORE_TOLL_FIGURE:
        return None
    near = lower[_clause_start(words, first, _REACH_BEFORE) : first]
    if "toll" in near:
        return "killed" if "injur" not in " ".join(near) else "injured"
    if "number" in near or "deaths" in near:
        told = [toll_words("done").get(w) or toll_words("noun").get(w) for w in near]
        return "killed" if "killed" in told else next((role for role in told if role), None)
    return None


def _clause_start(words: Words, first: int, reach: int) -> int:
    start = first
    while start > max(0, first - reach) and words.lower[start - 1] not in _STOPS:
        start -= 1
    return start


def _passive(words: Words, i: int) -> bool:
    """Whether the participle at word `i` is passive ("were killed 12 miles away"): then its object is not counted."""
    return not _PASSIVE.isdisjoint(words.lower[max(0, i - 2) : i])


def _role_after(words: Words, end: int, head: str | None) -> str | None:
    """From the words after: "12 people were killed", "12 dead", "two men in custody", "five taken to hospital"."""
    moved = None
    for i, auxiliary in _telling_words(words, end):
        if moved is None and moved_away(words, i, head):
            if auxiliary:
                return "displaced"
            moved = "displaced"  # if nothing worse befell them: "12 people sleeping in tents were killed"
        done = _done_role(words, i, head)
        if done is not None and (auxiliary or moved is None):
            return done if _counts_as_done(words, i, adjacent=i == end, auxiliary=auxiliary) else moved
        special = _special(words, i, head)
        if special is not None:
            return special
    return moved


def _telling_words(words: Words, end: int) -> Iterator[tuple[int, bool]]:
    """The words from word `end` on that may tell what became of those counted, and whether an auxiliary stood there."""
    lower, telling, auxiliary, listed = words.lower, _telling(), False, False
    for i in range(end, min(len(lower), end + _REACH_AFTER)):
        word = lower[i]
        if word not in telling and not word[0].isdecimal():
            continue
        if word == "including" and not auxiliary:
            listed = True  # "six people, including two officers and a guard, were hurt": the list counts parts
        if _turns(words, i) or (auxiliary and word == "including"):
            return
        if not listed and _is_count(words, i):
            return
        auxiliary = auxiliary or word in _AUXILIARIES
        yield i, auxiliary
        if word in _PARTIAL or (word in _LINKS and not auxiliary and not listed and i > end + 4):
            return


@cache
def _telling() -> frozenset[str]:
    """Words that may tell what became of those counted before them, or that something else is spoken of."""
    phrases = (*toll_phrases(), *opens_moves())
    roles = (*toll_words("done"), *toll_words("hit"), *phrases, *number_words(), *_AUXILIARIES)
    turns = (*_STOPS, *_PARTIAL, *_OTHERWISE, *_TURNS)
    return frozenset((*roles, *turns, "fatally", "including", *_LINKS))


def _turns(words: Words, i: int) -> bool:
    """Whether the clause that speaks of those counted ends at word `i`."""
    word = words.lower[i]
    if word in _STOPS or word in _OTHERWISE or word in _TURNS:
        return True
    # another subject: "seven officers fired and the man was killed"
    return word == "and" and bool(_SINGULAR.intersection(words.lower[i + 2 : i + 5]))


def _is_count(words: Words, i: int) -> bool:
    """Whether word `i` opens another count, of which the words after it speak; ages and "one of them" do not."""
    lower = words.lower
    known = number_words().get(lower[i])
    if not (lower[i][0].isdecimal() or (known is not None and known.kind in ("unit", "ten", "scale"))):
        return False
    aside = lower[i - 1] in _ASIDE or (lower[i - 1] == "," and (lower[i] == "one" or lower[i + 1] == "of"))
    return not (aside or is_age(words, i) or "year" in lower[i + 1 : i + 3])


def _done_role(words: Words, i: int, head: str | None) -> str | None:
    word = words.lower[i]
    if word == "fatally":
        return "injured" if _denied(words, i) else "killed"
    role = toll_words("done").get(word)
    if role is not None:
        return _worse(words, i, role) if role in _MAY_DIE else _done(words, i, head, role)
    hit = toll_words("hit").get(word)
    if hit is None or not (head is None or head in person_nouns() or head.endswith(("men", "women"))):
        return None
    return _worse(words, i, hit)


def _done(words: Words, i: int, head: str | None, role: str) -> str | None:
    """The role, but for who is jailed by a sentence ("jailed for six years") and what is missed ("missing school")."""
    if words.lower[i] in _JAILED and words.lower[i + 1 : i + 2] == ["for"]:
        return None
    return None if role == "missing" and not can_be_missing(words, i, head) else role


def _worse(words: Words, i: int, role: str) -> str:
    """Killed, where harm is called fatal or the clause goes on to a death: "shot dead", "shot … and later died"."""
    lower, persons, numbers = words.lower, person_nouns(), number_words()
    if i and toll_words("fatal").get(lower[i - 1]):
        return "killed" if not _denied(words, i - 1) else role
    if lower[i + 1 : i + 2] == ["and"] and _ALIVE.intersection(lower[i + 2 : i + 4]):
        return "injured"
    agent = False
    for j in range(i + 1, min(len(lower), i + _REACH_DEATH)):
        word = lower[j]
        agent = agent or word == "by"
        if (word[0].isdecimal() or word in numbers) and "year" in lower[j + 1 : j + 3]:
            continue
        if word in persons and agent:  # "shot by her son": he is not the one who dies
            agent = False
            continue
        if word in _STOPS or word[0].isdecimal() or word in numbers or (word in persons and j > i + 1):
            break
        if word == "death" and lower[j - 1] == "to":
            return "killed"
        if word in _DEATHS and not _NEGATED.intersection(lower[j - 2 : j]):
            return "killed"
    return role


def _denied(words: Words, i: int) -> bool:
    """Whether "fatally" at word `i` is "non-fatally"."""
    return words.lower[max(0, i - 2) : i] == ["non", "-"]


def _counts_as_done(words: Words, i: int, *, adjacent: bool, auxiliary: bool) -> bool:
    """Whether the form at word `i` says what became of those counted, not what they did to others."""
    lower = words.lower
    if _NEGATED.intersection(lower[max(0, i - 3) : i]) or "feared" in lower[max(0, i - 3) : i]:
        return False
    before = lower[max(0, i - 3) : i]
    if _UNREAL.intersection(before) and "be" in before[-2:] and before != ["had", "to", "be"]:
        return False
    if lower[i] == "fatally" and lower[i + 1] in toll_words("hit"):  # "two officers fatally shot a man" hit him
        i += 1
    if lower[i] in _INTRANSITIVE:
        return True
    if auxiliary or lower[i] == "missing":  # what is missed was told apart before
        return True
    if lower[i + 1] == "and" and lower[i + 2] in toll_words("done"):  # "two officers shot and killed a man"
        i += 2
        adjacent = True
    follows = lower[i + 1]
    if follows in _OBJECT_STARTS or (follows == "at" and lower[i + 2 : i + 3] == ["least"]):
        return False
    if follows in ("gathered", "marched"):
        return False
    active = lower[i] in ("gathered", "marched", "rallied", "protested", "demonstrated", "participated", "massed")
    plain = (
        follows in _PASSIVE_TAILS
        or follows in _AUXILIARIES
        or not follows[0].isalnum()
        or active
        or lower[i] == "attended"
    )
    return plain and (adjacent or active or lower[i - 1] in _BESIDE_PARTICIPLE)


def _special(words: Words, i: int, head: str | None) -> str | None:
    """Set phrases: "in custody", "taken to hospital", "lost their lives", "took to the streets"."""
    role = phrase_at(words, i)
    if role == "missing" and not can_be_missing(words, i, head):
        return None
    return _worse(words, i, role) if role == "sick" else role
