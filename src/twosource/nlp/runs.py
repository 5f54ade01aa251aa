"""Runs of capitalised words: where names can be."""

from __future__ import annotations

from functools import cache

from twosource.nlp.words import Line
from twosource.vocab.names import (
    given_names,
    honorifics,
    known_names,
    name_cues,
    name_words,
    no_names,
    office_heads,
    particles,
)
from twosource.vocab.tags import tag_words

Run = tuple[int, int]
"""First word and one past the last word of a run."""

_SMALL_WORDS = ("DET", "ADP", "PRON", "CCONJ", "SCONJ", "ADV", "AUX", "PART", "INTJ", "VERB", "NUM")
_LONGEST = 14
_OPENING = frozenset(("“", "”", '"', "‘", ":", "—", "–", "--", "•", ".", "!", "?", "|", "…", "..."))
_POSSESSIVE = ("'s", "’s", "'", "’")
_COMMON_ENDINGS = ("ing", "ings", "ers", "ors", "ists", "ions", "ments", "ness", "ies", "ians")
_NOT_IN_NAMES = frozenset(("led", "based", "born", "style", "backed", "run", "made", "wide", "era", "held", "like"))


@cache
def _known_tokens() -> frozenset[str]:
    """First words of known names: at the start of a sentence too they are likely to be names."""
    firsts = {name.split(" ")[0] for name in known_names()} - {"The", "Of"}
    return frozenset(w for w in firsts | given_names().keys() if w.lower() not in tag_words() or w in known_names())


def capitalised(word: str) -> bool:
    """Whether a word has a capital where a name would: at its start, or inside ("iPhone", "al-Shabaab" apart)."""
    return word[0].isupper() or (len(word) > 2 and word[0].isalpha() and word[1].isupper())


def find_runs(line: Line, seen_small: frozenset[str], seen_inside: frozenset[str]) -> list[Run]:
    """The runs of a sentence. `seen_small`: words met in small letters in this article, `seen_inside`: as names."""
    if line.title_case:
        free = [_may_be_name_in_title(word, seen_small, seen_inside) for word in line.words]
    else:
        barred = no_names()
        free = [not word.islower() and capitalised(word) and word not in barred for word in line.words]
        for i in openings(line):
            free[i] = free[i] and _opens_a_name(line, i, seen_small, seen_inside)
    return _grow(line, free)


def _may_be_name_in_title(word: str, seen_small: frozenset[str], seen_inside: frozenset[str]) -> bool:
    if not capitalised(word) or word in no_names():
        return False
    if word in seen_inside or word in _known_tokens():
        return True
    low = word.lower()
    return len(word) > 1 and low not in tag_words() and low not in seen_small and not low.endswith(_COMMON_ENDINGS)


def openings(line: Line) -> list[int]:
    """Where a capital may be that of a sentence: its first word, and the first after a colon or an opening mark."""
    found, opening = [], True
    for i, word in enumerate(line.words):
        if opening and word[0].isalnum():
            found.append(i)
            opening = False
        if word in _OPENING:
            opening = True
    return found


def _opens_a_name(line: Line, i: int, seen_small: frozenset[str], seen_inside: frozenset[str]) -> bool:
    word, state = line.words[i], line.states[i]
    low = word.lower()
    if word in known_names() and (known_names()[word][1] > 5 or low not in tag_words()):
        return True
    if len(word) > 1 and word.isupper() and low not in tag_words():
        return True
    if state.startswith(_SMALL_WORDS) and word not in seen_inside:
        return state.startswith("VERB") and low not in tag_words() and not low.endswith(("ing", "ed"))
    following = line.words[i + 1] if i + 1 < len(line.words) else "."
    if low in office_heads() or low in honorifics() or word in name_cues():
        return following[0].isupper() or word in seen_inside
    if word in seen_inside or word in given_names():
        return True
    if word not in tag_words() and following in seen_inside and low in tag_words():
        return False
    if low in seen_small or low.endswith(_COMMON_ENDINGS) or (low in tag_words() and not following[0].isupper()):
        return False
    return low not in tag_words() or state.startswith("PROPN")


def _grow(line: Line, free: list[bool]) -> list[Run]:
    found: list[Run] = []
    end = 0
    for first in (i for i, capital in enumerate(free) if capital):
        if first < end:
            continue
        i = first - 2 if first - 2 >= end and _particle_opens(line, first - 2) else first
        end = _end_of_run(line, free, i)
        start = _without_small_words(line, i, end)
        if end - start > 1 or (end > start and _stands_alone(line, start)):
            found.append((start, end))
    return found


def _end_of_run(line: Line, free: list[bool], i: int) -> int:
    j = i + 1
    while j < len(free) and j - i < _LONGEST:
        step = _step(line, free, i, j)
        if not step:
            break
        j += step
    return j


def _without_small_words(line: Line, i: int, j: int) -> int:
    """Where a run begins once articles, pronouns and prepositions that are only capitalised are left out."""
    while i < j and line.words[i] not in known_names() and line.words[i] not in given_names():
        if line.words[i].lower() not in tag_words() or not line.states[i].startswith(
            ("DET", "PRON", "ADP", "CCONJ", "SCONJ", "AUX")
        ):
            break
        if line.words[i] == "The" and j - i > 1:
            break
        i += 1
    return i


def _stands_alone(line: Line, i: int) -> bool:
    """Whether one capitalised word is a name: not a letter, not the common word of a body ("the Court")."""
    word = line.words[i]
    if word in known_names():
        return True
    return len(word) > 1 and not (word in name_cues() and word.lower() in tag_words())


def _particle_opens(line: Line, i: int) -> bool:
    """`al-Assad`, `el-Sisi`: a small word glued by a hyphen to the one after it."""
    return line.words[i + 1] == "-" and line.words[i] in particles() and line.glued(i + 1) and line.glued(i + 2)


def _step(line: Line, free: list[bool], i: int, j: int) -> int:
    """How many words from `j` on belong to the run that began at `i`: 0 ends it."""
    words = line.words
    word = words[j]
    if free[j]:
        return 1
    if word == "-":
        return _over_hyphen(line, free, i, j)
    if j + 1 >= len(free):
        return 0
    if word == "&" and free[j + 1]:
        return 2
    if word == "." and line.glued(j) and (words[j - 1] in ("St", "Mt") or len(words[j - 1]) == 1):
        return 2 if free[j + 1] else int(j - i > 2 and words[j - 2] == ".")
    if word in _POSSESSIVE and free[j + 1]:
        plural = words[j - 1].endswith("s") and word in ("'", "’") and words[j + 1] in name_cues()
        return 2 if plural or _of_people(words[j - 1]) else 0
    if word in ("of", "for", "and"):
        return _over_link(words, free, i, j)
    return _over_particles(line, free, i, j)


def _of_people(word: str) -> bool:
    """As in "People's Party", "Harbour Workers' Union": a common plural before the mark goes on with the same name."""
    small = tag_words().get(word.lower(), {})
    return "NOUN.NNS" in small and word not in known_names() and word not in given_names()


def _over_hyphen(line: Line, free: list[bool], i: int, j: int) -> int:
    if j + 1 >= len(free) or not line.glued(j) or not line.glued(j + 1):
        return 0
    known = known_names()
    if free[j + 1]:
        before, after = line.words[j - 1], line.words[j + 1]
        whole = f"{before}-{after}"
        if before in known and after in known and whole not in known and "-".join(line.words[i:j]) == before:
            return 0
        return 2
    both = f"{line.words[j - 1]}-{line.words[j + 1]}"
    if j - i > 1 and _korean(line.words[j + 1]):
        return 2
    if line.words[j + 1] in particles() and j + 3 < len(free) and free[j + 3] and line.words[j + 2] == "-":
        return 4
    return 2 if both in known else 0


def _korean(word: str) -> bool:
    """Whether a small word after a hyphen is the second half of a given name ("Moon Jae-in"), not a participle."""
    if not word[0].islower() or len(word) > 6 or word in _NOT_IN_NAMES:
        return False
    return word in ("in", "a", "o", "un", "man", "ho", "an", "on", "so") or word not in tag_words()


def _over_link(words: list[str], free: list[bool], i: int, j: int) -> int:
    """As in "Ministry of Defence", "Bank of the South", "Department of Health and Welfare"."""
    head, word = words[j - 1], words[j]
    if word == "and" and j - i == 1 and free[j + 1] and _is_common(head):
        followed = j + 2 < len(free) and free[j + 2] and words[j + 1] not in given_names()
        return 2 if (followed and words[j + 2] in name_cues()) or _is_common(words[j + 1]) else 0
    if word == "and":
        return (
            2
            if free[j + 1]
            and "of" in words[i:j]
            and words[i] in name_words("and")
            and words[j + 1] not in given_names()
            else 0
        )
    if head not in name_words("of") and not (word == "for" and any(w in name_words("of") for w in words[i:j])):
        return 0
    if free[j + 1]:
        return 2
    return 3 if words[j + 1] == "the" and j + 2 < len(free) and free[j + 2] else 0


def _is_common(word: str) -> bool:
    """Whether a capitalised word is a common noun, as in "Food and Drug Administration", not a place or a person."""
    if word in known_names() or word in given_names():
        return False
    return any(state.startswith("NOUN") for state in tag_words().get(word.lower(), ()))


def _over_particles(line: Line, free: list[bool], i: int, j: int) -> int:
    """As in "Ursula von der Leyen", "Mohammed bin Salman", "Bashar al-Assad"."""
    words = line.words
    k = j
    while k < len(free) and k - j < 2 and words[k] in particles():
        k += 1
        if k < len(free) and words[k] == "-" and line.glued(k):
            k += 1
            break
    if k == j or k >= len(free) or not free[k]:
        return 0
    if words[j] in ("i", "y", "e", "as", "at", "an", "do", "la", "san") and words[j - 1] not in given_names():
        return 0
    return 0 if words[j] in ("as", "at", "an") and not line.glued(j + 1) else k - j + 1
