from __future__ import annotations

from twosource.text.stems import stem
from twosource.vocab.concepts import concepts


def test_words_for_the_same_thing_meet_in_one_concept() -> None:
    found = concepts()
    assert found[stem("explosion")] == found[stem("blast")]
    assert found[stem("talks")] == found[stem("summit")]
    assert found[stem("killed")] != found[stem("injured")]
