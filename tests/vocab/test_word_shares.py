from __future__ import annotations

from twosource.vocab.word_shares import word_shares


def test_shares_fall_from_common_to_rare_words() -> None:
    shares = word_shares()
    assert all(0 < share <= 1 for share in shares.values())
    assert shares["the"] > shares["people"] > shares.get("earthquake", 0.0)
