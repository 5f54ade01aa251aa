"""How common words are: the share of texts that hold them."""

from __future__ import annotations

from functools import cache

from twosource.vocab.rows import rows


@cache
def word_shares() -> dict[str, float]:
    """Word stem to the share (0 to 1) of English texts that hold it; a stem that is absent is rare."""
    return {row["stem"]: float(row["share"]) for row in rows("word_shares.tsv")}
