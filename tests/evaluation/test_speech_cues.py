"""Which attributions count as speech."""

from __future__ import annotations

import pytest

from evaluation.speech_cues import held, is_speech


@pytest.mark.parametrize(
    "cue", ["said", "has warned", "was told", "According to what she says", "denied", "according to"]
)
def test_cues_of_speech(cue: str) -> None:
    assert is_speech(cue)


@pytest.mark.parametrize("cue", ["believes", "shows", "poll"])
def test_other_cues(cue: str) -> None:
    assert not is_speech(cue)


def test_only_indirect_quotes_are_held_to_cues_of_speech() -> None:
    text = "Ann believes it. Ann said it."
    believed = {"kind": "indirect", "cue": [[4, 12]]}
    said = {"kind": "indirect", "cue": [[21, 25]]}
    direct = {"kind": "direct", "cue": [[4, 12]]}
    assert held([believed, said, direct, {"kind": "indirect", "cue": []}], text) == [said, direct]
