"""The one door to py3langid: which language a text is written in."""

from __future__ import annotations

SAMPLE = 2000
"""Characters of the body that are looked at."""
ENOUGH = 20
"""Letters below which no language is told: "und" (undetermined, ISO 639-2)."""


def language_of(text: str) -> str:
    """The ISO 639-1 code of the language of `text`, "und" where it has too few letters to tell."""
    sample = text[:SAMPLE]
    if sum(map(str.isalpha, sample)) < ENOUGH:
        return "und"
    import py3langid

    return str(py3langid.classify(sample)[0])
