"""Names within phrases that RE3D types: the phrase may be a name, hold one ("northern Iraq", "ISIL tanks"), or none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from training.language.sets.kinds import is_demonym, known, typed
from training.language.sets.marks import COARSE, PROPER, Span, split_at_commas
from training.language.sets.trim import capital_runs, has_capital, trimmed, without_title
from training.language.sets.untold import office_words
from training.language.sets.wordlists import words_of
from twosource.nlp.offices import office_length
from twosource.vocab.names import given_names, name_cues, no_names, office_heads, particles
from twosource.vocab.tags import tag_words

_SMALL = ("PRON", "DET", "ADV", "ADP", "CCONJ", "SCONJ")
_NEEDS_A_SIGN = ("MISC",)
"""Ships, aircraft and documents are names only with a sign of one: a figure, a ship's prefix, or several words."""


def phrase_names(words: Sequence[str], start: int, end: int, kind: str) -> list[Span]:
    """The names in words `start` to `end` of RE3D's type `kind`; nothing for types that are no names."""
    labels = COARSE["re3d"].get(kind)
    if labels is None:
        return []
    phrase = Span(start, end, labels)
    parts = split_at_commas(words, phrase)[:1] if kind == "Person" else split_at_commas(words, phrase)
    return [span for part in parts for span in _part_names(words, part)]


def _part_names(words: Sequence[str], part: Span) -> list[Span]:
    cut = without_title if part.labels == ("PER",) else trimmed
    start, end = cut(words, part.start, part.end)
    if start == end or _is_small_word(words, start, end) or _is_office(words, start, end):
        return []
    name = Span(start, end, part.labels)
    if _common_head(words, end, part.end) or not _is_run(words, start, end) or _cut_short(words, start, end):
        return [_guess(words, *run) for run in capital_runs(words, start, end)]
    return _whole(words, name)


def _whole(words: Sequence[str], name: Span) -> list[Span]:
    """A run of capitalised words that is the whole phrase: a name, but for what only looks like one."""
    several = name.end - name.start > 1
    if several and "ORG" in name.labels and is_demonym(words[name.start]) and not _known(words, name.start, name.end):
        return _after_demonym(words, name)
    if _doubtful(words, name):
        return [_guess(words, name.start, name.end, name.labels)]
    named = typed(words, name)
    return [replace(named, sure=len(named.labels) == 1 or "PER" not in named.labels)]


def _after_demonym(words: Sequence[str], name: Span) -> list[Span]:
    """Two names in "Kurdish YPG"; in "Iraqi Army" the adjective may belong to the name."""
    rest = Span(name.start + 1, name.end, ("ORG",))
    if rest.end - rest.start == 1 and (words[rest.start].isupper() or _known(words, rest.start, rest.end)):
        return [Span(name.start, name.start + 1, ("NORP",)), rest]
    return [Span(name.start, name.end, ("NORP", "ORG"), sure=False)]


def _guess(words: Sequence[str], start: int, end: int, labels: tuple[str, ...] = PROPER) -> Span:
    """What the tables know is sure; of all else every word may be in a name or not."""
    label = _known(words, start, end)
    return Span(start, end, (label,)) if label else Span(start, end, labels, sure=False)


def _known(words: Sequence[str], start: int, end: int) -> str:
    return known(" ".join(words[start:end]).replace(" - ", "-"))


def _common_head(words: Sequence[str], end: int, outer: int) -> bool:
    """Whether a common noun follows within the phrase ("Iraqi territory"): what is left is no more its whole."""
    return any(word[0].isalpha() for word in words[end:outer])


def _is_small_word(words: Sequence[str], start: int, end: int) -> bool:
    """Whether the phrase is a pronoun, an adverb or the like at the opening of a sentence ("We", "Many")."""
    word = words[start]
    if end - start > 1 or (word.isupper() and word != "I"):
        return False
    return any(state.startswith(_SMALL) for state in tag_words().get(word.lower(), {}))


def _is_office(words: Sequence[str], start: int, end: int) -> bool:
    """Whether all of the phrase is a title, or what an office is for ("Minister of Foreign Affairs")."""
    if start > 1 and words[start - 1] == "of" and words[start - 2].lower() in office_heads():
        return not _known(words, start, end)
    offices = office_words(words)
    return all(at in offices for at in range(start, end)) or office_length(list(words[start:end])) == end - start


def _cut_short(words: Sequence[str], start: int, end: int) -> bool:
    """Whether capitals go on beyond the phrase, so that it is only a part of the name ("Joint Task Force")."""
    offices = office_words(words)
    beside = [at for at in (start - 1, end) if 0 <= at < len(words) and words[at] not in words_of("article")]
    return any(
        has_capital(words[at]) and at > 0 and at not in offices and not known(words[at]) and not is_demonym(words[at])
        for at in beside
    )


def _is_run(words: Sequence[str], start: int, end: int) -> bool:
    small = words_of("inside") | particles()
    return all(has_capital(word) or word in small or word[0].isdigit() for word in words[start:end])


def _doubtful(words: Sequence[str], name: Span) -> bool:
    """Whether a capitalised phrase may be none: a common noun with a capital, an office, a platform's short form."""
    run = words[name.start : name.end]
    if "PER" in name.labels and len(run) > 1:
        return _is_no_person(run)
    if run[-1].lower() in office_heads() or run[0] in words_of("no_name_first") or not run[0][0].isalpha():
        return True
    if name.labels == _NEEDS_A_SIGN:
        return len(run) == 1 and not (any(letter.isdigit() for letter in run[0]) and len(run[0]) > 3)
    return len(run) == 1 and (run[0].lower() in tag_words() or run[0] in no_names()) and not known(run[0])


def _is_no_person(run: Sequence[str]) -> bool:
    """Whether a phrase of several words that RE3D types as a person looks like a body or a title that nobody knows."""
    if any(word in ("of", "for") or word[0].isdigit() for word in run):
        return True
    if run[0] in given_names():
        return False
    if any(known(" ".join(run[:n])) in ("GPE", "LOC", "ORG", "NORP") for n in (1, 2)):
        return True
    return run[-1].lower() in office_heads() or any(cue.label == "ORG" for cue in name_cues().get(run[-1], ()))
