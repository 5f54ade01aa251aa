"""What is counted: the noun phrase after a number, and whether its head is a person."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from twosource.vocab.countries import demonyms
from twosource.vocab.counts import person_nouns, toll_phrases, toll_words
from twosource.vocab.word_sets import word_set

if TYPE_CHECKING:
    from twosource.circumstances.words import Words

_LONGEST = 7
_DETERMINERS = word_set("determiners")
_ENDS = word_set("ends of a noun phrase")
_FORMS = word_set("forms of harm")
_DEAD = frozenset({"dead", "killed"})
"""Nothing else can be told of these, so they are a toll: "12 | dead soldiers"."""
AS_CAPTIVES = frozenset({"hostage", "captive"})
_NOMINAL = frozenset({"NOUN", "PROPN"})
_INSIDE = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})


class Counted(NamedTuple):
    """The words `first` to `end` name what is counted; `head` is its last word in lower case."""

    first: int
    end: int
    head: str

    @property
    def is_person(self) -> bool:
        """Whether persons are counted ("12 fishermen", "five others")."""
        known = self.head in person_nouns() or self.head.capitalize() in demonyms()
        return known or self.head.endswith(_PERSON_ENDINGS)


_PERSON_ENDINGS = (
    "men",
    "women",
    "ists",
    "ees",
    "iers",
    "eers",
    "walkers",
    "goers",
    "makers",
    "workers",
    "keepers",
    "members",
)

_THINGS = word_set("no persons by their ending")
_TOGETHER = word_set("those whom evacuations move") | word_set("groups of persons") | word_set("staff")


def may_be_person(head: str) -> bool:
    """Whether the head of what is counted may be one of persons, or a word for a toll ("deaths")."""
    ending = head.endswith(("men", "women", "ers", "ists")) and head not in _THINGS
    return head in person_nouns() or ending or head in toll_words("noun")


def may_be_persons(head: str) -> bool:
    """Whether persons can be meant who act or are held: no flights "cancelled by an airline on strike"."""
    return may_be_person(head) or (head.endswith("ors") and head not in _THINGS) or head in _TOGETHER


def counted(words: Words, i: int, tags: dict[int, str]) -> Counted | None:
    """The noun phrase from word `i` on ("other defence chiefs"), an "of the" before it skipped; None if there is none.

    `tags` are UD tags by offset; without them every word that is no function word and no form of harm is taken.
    """
    at = _skip_of(words, i)
    at += opens_quotation(words, at)
    last = -1
    for j in range(at, min(at + _LONGEST, len(words.lower))):
        word = words.lower[j]
        if not (word[0].isalpha() or word in ("-", "’s", "'s")) or word in _ENDS:
            break
        tag = tags.get(words.starts[j], "")
        if _ends_phrase(words, j, tag, found=last >= 0):
            break
        if word[0].isalpha() and (tag in _NOMINAL or (not tag and not word.endswith("ly")) or word in _ALWAYS):
            last = j
    return Counted(at, last + 1, words.lower[last]) if last >= at else None


_ALWAYS = frozenset({"others", "people", "civilians", "victims"})


def _skip_of(words: Words, i: int) -> int:
    lower = words.lower
    if i < len(lower) and lower[i] == "of":
        i += 1
        if i < len(lower) and lower[i] in _DETERMINERS:
            i += 1
    return i


def opens_quotation(words: Words, i: int) -> bool:
    """Whether word `i` is a quotation mark before a word: a second "black box"."""
    if i + 1 >= len(words.lower) or words.lower[i] not in _QUOTATION or i == 0:
        return False
    apart, joined = words.starts[i] > words.ends[i - 1], words.starts[i + 1] == words.ends[i]
    return apart and joined and words.lower[i + 1][0].isalpha()


_QUOTATION = frozenset("\"“„«‘'")


def _are_taken(words: Words, j: int) -> bool:
    """Whether word `j` says as what those counted are taken: "nine warders | hostage"."""
    return words.lower[j] in AS_CAPTIVES and person_nouns().get(words.lower[j - 1]) is False


def _describes(words: Words, j: int, *, found: bool) -> bool:
    """Whether a form of harm tells who is counted, not what befell them: "five | missing | climbers"."""
    follows = words.lower[j + 1] if j + 1 < len(words.lower) else ""
    return not found and words.lower[j] not in _DEAD and follows != "others" and person_nouns().get(follows) is False


def _ends_phrase(words: Words, j: int, tag: str, *, found: bool) -> bool:
    """Whether word `j` stands outside the phrase: a verb, a participle after the noun, a form of harm."""
    word = words.lower[j]
    if (word in _FORMS and not _describes(words, j, found=found)) or (
        found and word in ("who", "more", "others") and words.lower[j - 1] != "many"
    ):
        return True
    if found and (tag in ("DET", "PRON", "SCONJ") or _are_taken(words, j)):
        return True
    if not tag:
        return found and word.endswith(("ed", "ing"))
    if tag in ("VERB", "AUX"):
        if not found and word in toll_phrases():  # "another 50 | received hospital treatment"
            return True
        follows = words.lower[j + 1] if j + 1 < len(words.lower) else ""
        return found or not (word.endswith(("ed", "ing")) and follows[:1].isalpha() and follows not in _ENDS)
    return tag not in _INSIDE and tag not in ("PUNCT", "PART", "X", "DET", "SYM")
