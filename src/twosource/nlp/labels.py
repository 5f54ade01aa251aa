"""Which kind of name a name is: votes of tables and of the words around it, added up over the whole article."""

from __future__ import annotations

import re
from collections import defaultdict

from twosource.model import NameLabel
from twosource.nlp.segments import Piece
from twosource.nlp.words import Line
from twosource.vocab.names import given_names, known_names, name_cues, name_words, office_heads, particles
from twosource.vocab.tags import tag_words

Votes = dict[NameLabel, float]
LABELS: tuple[NameLabel, ...] = ("PER", "ORG", "GPE", "LOC", "NORP", "FAC", "EVENT", "MISC")
"""Ties go to the first."""

_INITIAL = re.compile(r"[A-Z]\.?$")
_AGE = re.compile(r"\d{1,3}$")
_IN_PLACE = {"in": 2.0, "near": 2.0, "outside": 1.2, "across": 1.5, "throughout": 1.5, "inside": 1.2, "around": 1.0,
             "toward": 0.8, "towards": 0.8, "into": 0.8, "from": 0.7, "to": 0.5, "at": 0.3, "northern": 3.0,
             "southern": 3.0, "eastern": 3.0, "western": 3.0, "central": 3.0, "north": 1.0, "south": 1.0, "east": 1.0,
             "west": 1.0, "southeastern": 3.0, "northwestern": 3.0, "northeastern": 3.0, "southwestern": 3.0,
             "nearby": 2.0, "downtown": 3.0}  # fmt: skip


def own_votes(words: list[str]) -> Votes:
    """The votes that a name gives by itself, wherever it stands."""
    found: Votes = defaultdict(float)
    _by_tables(words, found)
    _by_form(words, found)
    return found


def place_votes(line: Line, piece: Piece) -> Votes:
    """The votes that the words around give at one place in the text."""
    found: Votes = defaultdict(float)
    _by_neighbours(line, piece, found)
    if piece.titled:
        found["PER"] += 6.0
    return found


def written(words: list[str]) -> str:
    """A name as tables have it."""
    text = " ".join(words).replace(" - ", "-")
    if len(words) > 1 and words[1] == "." and len(words[0]) == 1 and all(len(w) == 1 for w in words):
        return "".join(words).rstrip(".") + "."
    return text[4:] if text.startswith("The ") else text


def _by_tables(words: list[str], found: Votes) -> None:
    text = written(words)
    known = known_names().get(text) or (known_names().get(text.title()) if text.isupper() and len(text) > 3 else None)
    if known:
        found[known[0]] += known[1]
    elif len(words) > 1:
        _by_cues(words, found)
    if words[0] in given_names() and not known:
        found["PER"] += 5.0 if len(words) > 1 else 2.0


def _by_cues(words: list[str], found: Votes) -> None:
    """Words of bodies and places: the last word (or the one before "of") weighs most."""
    cues = name_cues()
    head = words.index("of") - 1 if "of" in words[1:] else len(words) - 1
    for cue in cues.get(words[head], ()):
        if cue.where == "last":
            found[cue.label] += 4.0 if cue.label == "ORG" else 3.5
    for word in words:
        if any(cue.where == "any" for cue in cues.get(word, ())):
            found["ORG"] += 2.0
    for cue in cues.get(words[0], ()):
        if cue.where == "first":
            found[cue.label] += 2.0


def _by_form(words: list[str], found: Votes) -> None:
    n = len(words)
    if n == 1:
        word = words[0]
        if len(word) > 1 and word.isupper() and word.isalpha():
            found["ORG"] += 3.0
        elif any(cue.where == "last" and cue.label == "ORG" for cue in name_cues().get(word, ())):
            found["ORG"] += 1.5
        found["PER"] += 0.8
        return
    if any(_INITIAL.match(word) for word in words[1:-1]) or (_INITIAL.match(words[0]) and words[0] != "I"):
        found["PER"] += 3.0
    if "&" in words:
        found["ORG"] += 6.0
    if words[-1].isupper() and len(words[-1]) > 1:
        found["ORG"] += 1.0
    if any(word in particles() for word in words[1:]):
        found["PER"] += 1.0
    found["PER"] += 1.5 if n <= 3 or "-" in words else 0.2
    if words[0] not in given_names() and all(w.lower() in tag_words() or w in known_names() for w in words):
        found["PER"] -= 1.2
        found["ORG"] += 0.8
    if "of" in words or "and" in words or "for" in words or n > 5:
        found["ORG"] += 1.6


def _by_neighbours(line: Line, piece: Piece, found: Votes) -> None:
    words, a, b = line.words, piece.start, piece.end
    before = words[a - 1].lower() if a else ""
    after = words[b] if b < len(words) else ""
    if before in _IN_PLACE and (b - a <= 3):
        found["GPE"] += _IN_PLACE[before]
    elif before in ("the",) and a > 1 and words[a - 2].lower() in _IN_PLACE:
        found["LOC"] += 0.5
    elif before == "of" and a > 1:
        found["GPE"] += 3.0 if words[a - 2].lower() in name_words("place") else 0.3
    if before in ("for", "of") and a > 1 and words[a - 2].startswith("spokes"):
        found["ORG"] += 2.5
    if before == "the" and b - a == 1:
        found["PER"] -= 1.5
        found["ORG"] += 0.8
    if before in office_heads() and not line.title_case:
        found["PER"] += 3.0
    _by_words_after(line, piece, after, found)


def _by_words_after(line: Line, piece: Piece, after: str, found: Votes) -> None:
    words, b = line.words, piece.end
    if after in name_words("speech") or after in name_words("person"):
        found["PER"] += 1.5
    elif after in name_words("place"):
        found["GPE"] += 1.5
    elif after in name_words("body"):
        found["ORG"] += 1.2
    elif after == "," and b + 1 < len(words):
        following = words[b + 1]
        if _AGE.match(following) and b + 2 < len(words) and words[b + 2] in (",", ".", "years"):
            found["PER"] += 4.0
        elif following == "which":
            found["ORG"] += 2.0
            found["PER"] -= 2.0
        elif following in ("who", "whose") or following.lower() in office_heads():
            found["PER"] += 2.0
        elif piece.end - piece.start <= 2 and known_names().get(following, ("", 0))[0] == "GPE":
            found["GPE"] += 1.5
    if b > piece.start and words[b - 1] not in ("-",) and after in ("who", "himself", "herself"):
        found["PER"] += 1.5


def winner(found: Votes) -> NameLabel:
    """The label with most votes."""
    return max(LABELS, key=lambda label: found.get(label, 0.0))
