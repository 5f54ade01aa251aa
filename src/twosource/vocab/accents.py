"""Names without their accents, as many reports write them: "Gyor" for Győr, "Lodz" for Łódź."""

from __future__ import annotations

import unicodedata

_WHOLE = str.maketrans(
    {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ß": "ss"}
    | {"æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ı": "i", "ə": "a", "Ə": "A", "ħ": "h", "Ħ": "H", "ŋ": "n", "Ŋ": "N"}
    | dict.fromkeys("’‘ʼʻ`ʹ", "'") | dict.fromkeys("ʿʾ", "")
)  # fmt: skip
"""Letters that Unicode does not take apart, and signs that stand for an apostrophe."""


def unaccented(name: str) -> str:
    """`name` in plain letters where it is of the Latin script."""
    if name.isascii():
        return name
    return "".join(c for c in unicodedata.normalize("NFKD", name.translate(_WHOLE)) if not unicodedata.combining(c))
