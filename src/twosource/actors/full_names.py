"""Full names: their parts, and whether two of them can be one person's."""

from __future__ import annotations

from functools import lru_cache

from twosource.vocab.names import given_names, nicknames, particles, two_surname_words
from twosource.vocab.spellings import plain, sounded

TIED = frozenset(("bin", "ibn", "bint", "abu", "umm"))
SUFFIXES = frozenset(("jr", "jr.", "sr", "sr.", "ii", "iii", "iv"))
_WITH_TWO = 3
"""Words of a name with two surnames, or more."""
_MOST_ENDS = 3
"""Words inside a name with which a shorter form of it may end."""
_SHORTEST = 4
"""Letters from which on two words that sound alike may be spellings of one: "Jan" and "Ian" are two."""


def parts(name: str) -> list[str]:
    """The words of a name in small letters, without what stands after the surname ("Jr.")."""
    words = name.lower().replace("’", "'").replace(",", " ").split()
    return [w for w in words if w not in SUFFIXES] or words


def suffix(name: str) -> str:
    """What tells a person from one of the same name ("jr", "ii"), empty if nothing."""
    return next((w.rstrip(".") for w in name.lower().replace(",", " ").split()[1:] if w in SUFFIXES), "")


@lru_cache(maxsize=4096)
def key(word: str) -> str:
    """How a word of a name sounds, an article joined to it left out ("al-Haddad")."""
    article, _, bare = word.lower().partition("-")
    return sounded(bare if bare and article in particles() else word)


def same_person(one: str, other: str) -> bool:
    """Whether two full names can be one person's: one surname, first names that are equal, short forms or initials.

    Both may be spelled in two ways. "Jr." makes another person, and so do other initials in the middle, in their order:
    "Amos T. Vell" is not "Amos R. T. Vell"; a middle name written in full may stand beside others.
    """
    a, b = parts(one), parts(other)
    if suffix(one) != suffix(other):
        return False
    if a == b:
        return True
    if len(a) < 2 or len(b) < 2:
        return False
    if _spelled_alike(a[-1], b[-1]) and _first_names_agree(a[:-1], b[:-1]):
        return True
    if any(w.isupper() and w[1:].isalpha() for w in (*one.split()[len(b) :], *other.split()[len(a) :])):
        return False  # "Ann Roe LIVE"
    return _leaves_out_second(a, b) or _leaves_out_second(b, a) or _begins(a, b) or _begins(b, a)


def _begins(short: list[str], long: list[str]) -> bool:
    """Whether a name goes on where another ends, as those do that a father's and a grandfather's follow.

    "Akech Garang" for "Akech Garang Deng", "Ana Roe" for "Ana Roe Vell".
    """
    whole = short[-1] not in particles() and not any(_is_initial(w) for w in (short[-1], long[-1]))
    return len(short) < len(long) and whole and all(map(_spelled_alike, short, long))


def _leaves_out_second(short: list[str], long: list[str]) -> bool:
    """Whether a name is another without its second surname: "Ana Rojas" for "Ana Rojas Prieto"."""
    first = first_surname(" ".join(long))
    return bool(first) and _spelled_alike(short[-1], first) and _first_names_agree(short[:-1], long[:-2])


@lru_cache(maxsize=4096)
def first_surname(name: str) -> str:
    """The first of two surnames in the Spanish or the Portuguese way, in small letters; empty for other names."""
    words = parts(name)
    if len(words) < _WITH_TWO or words[-2] in particles() or any(is_given(w) for w in words[-2].title().split("-")):
        return ""
    bare = [plain(w) for w in words]
    shown = bare[0] in two_surname_words("given") or not two_surname_words("surname").isdisjoint(bare[-2:])
    return words[-2] if shown and not _is_initial(words[-2]) else ""


def how_alike(one: str, other: str) -> str:
    """What makes two full names one person's, for a reader."""
    a, b = parts(one), parts(other)
    if [key(w) for w in a] == [key(w) for w in b]:
        return "are spellings of one name"
    if _begins(a, b) or _begins(b, a):
        return "are one name, shorter and longer"
    if not _spelled_alike(a[-1], b[-1]):
        return "are one name with and without its second surname"
    return "share a surname, and their first names can be one person's"


def _first_names_agree(a: list[str], b: list[str]) -> bool:
    if not _one_name(a[0], b[0]):
        return False
    shorter, longer = sorted((_middle(a), _middle(b)), key=len)
    if all(_one_name(x, y) for x, y in zip(shorter, longer, strict=False)):
        return True
    return all(not _is_initial(x) and any(not _is_initial(y) and _one_name(x, y) for y in longer) for x in shorter)


def _middle(first_names: list[str]) -> list[str]:
    """The names between the first and the surname, "H.W." as two."""
    return [part for word in first_names[1:] for part in (word.split(".") if "." in word[:-1] else [word]) if part]


def _is_initial(word: str) -> bool:
    return len(word.rstrip(".")) == 1


def _one_name(a: str, b: str) -> bool:
    bare_a, bare_b = a.rstrip("."), b.rstrip(".")
    if _spelled_alike(bare_a, bare_b) or bare_b in nicknames().get(bare_a, ()):
        return True
    return (len(bare_a) == 1 or len(bare_b) == 1) and bare_a[:1] == bare_b[:1]


def _spelled_alike(a: str, b: str) -> bool:
    return plain(a) == plain(b) or (len(key(a)) >= _SHORTEST and key(a) == key(b))


def is_given(word: str) -> bool:
    """Whether a word is a given name, as written."""
    return word in given_names()


def is_surname_phrase(name: str) -> bool:
    """Whether a name is a surname that begins with a particle ("de Vries")."""
    first = name.split(maxsplit=1)[0]
    return first.lower() in particles() and first.lower() not in TIED and not is_given(first)


def short_forms(full: str) -> list[str]:
    """What a full name can be cut to, in small letters: ends, the first word, a surname without "al-", one of two."""
    words = parts(full)
    found = [" ".join(words[k:]) for k in range(1, len(words)) if words[k - 1] not in TIED]
    article, _, bare = words[-1].rpartition("-")
    if article in particles():
        found.append(bare)
    found += [first] if (first := first_surname(full)) else []
    return [*found, words[0]]


def surname_keys(name: str) -> list[str]:
    """How the words under which a full name is looked up sound: the last, and those with which it may end."""
    words = parts(name)
    return list(dict.fromkeys(key(w) for w in (words[-1], first_surname(name), *words[1:-1][:_MOST_ENDS]) if w))


def has_initial(name: str) -> bool:
    """Whether the first name is only a letter."""
    return len(name.split(maxsplit=1)[0].rstrip(".")) == 1
