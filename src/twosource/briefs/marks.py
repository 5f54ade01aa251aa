"""Quotation marks around and inside the reports' words."""

from __future__ import annotations

import re

from twosource.vocab.abbreviations import abbreviations

LONGEST = 300
"""Characters of a quotation."""
_END = re.compile(r"(?P<last>\w{0,30})[.!?][”\"]?\s")
_MARK = re.compile(r"([“”\"])")
_MARKS = ("“", "”", '"')


def quotation(text: str) -> str:
    """The words between quotation marks, marks inside them made single; words that open with one keep their own."""
    flat = _shorten(" ".join(text.split())).strip(" ,;")
    if not any(mark in flat for mark in _MARKS):
        return f"“{flat}”"
    made = paired(flat)
    if made.startswith("“"):
        return made
    return f"“{made.replace('“', '‘').replace('”', '’')}”"


def paired(flat: str) -> str:
    """The words with an opening mark for every closing one, and the other way round; straight marks are made curly."""
    opened = False
    found: list[str] = []
    for piece in _MARK.split(flat):
        if piece not in _MARKS:
            found.append(piece)
            continue
        closes = piece == "”" or (piece == '"' and (opened or (bool(found) and found[-1][-1:] in tuple(".,!?"))))
        if closes and not opened:
            found.insert(0, "“")
        elif opened and not closes:
            found.append("”")
        found.append("”" if closes else "“")
        opened = not closes
    return "".join(found) + "”" * opened


def _shorten(flat: str) -> str:
    """The first sentences of the words, `LONGEST` characters at most."""
    if len(flat) <= LONGEST:
        return flat
    ends = [m.end() for m in _END.finditer(flat, 0, LONGEST) if m["last"] not in abbreviations()]
    return flat[: ends[-1]].rstrip() if ends else flat[: flat.rfind(" ", 0, LONGEST)] + " …"
