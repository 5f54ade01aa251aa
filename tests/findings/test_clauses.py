"""Where sentences are cut into clauses, by the parse of the shipped analyzer."""

from __future__ import annotations

import pytest

from twosource.findings.clauses import clauses
from twosource.pages import Capture
from twosource.pipeline import read_capture


def cut(sentence: str) -> list[str]:
    text = f"News of the valley\n\n{sentence}\n"
    analysis = read_capture(Capture(location="a.txt", raw=text.encode(), media_type="text/plain")).analysis
    assert analysis is not None
    last = analysis.sentences[-1]
    return [text[start:end] for start, end in clauses(last)]


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        (
            "According to a memo seen by the Post, the first guest, a baker in her fifties, left on 3 June, a week "
            "before the date given by the hotel.",
            ["According to a memo seen by the Post, the first guest, a baker in her fifties, left on 3 June"],
        ),
        ("The pilot, a former miner, landed on Sunday.", ["The pilot, a former miner, landed on Sunday"]),
        (
            "The mill burned down on Monday, and the owner, who lives in Halden, sold the land.",
            ["The mill burned down on Monday", "and the owner, who lives in Halden, sold the land"],
        ),
    ],
)
def test_a_verb_stays_with_its_subject(sentence: str, parts: list[str]) -> None:
    assert cut(sentence)[: len(parts)] == parts


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        (
            "The two firms agreed to share the quay and to raise wages in May.",
            ["The two firms agreed to share the quay", "and to raise wages in May"],
        ),
        ("The mayor wants to mend and to paint the hall.", ["The mayor wants to mend", "and to paint the hall"]),
        (
            "The road leads to the mill and to the sea at Halden.",
            ["The road leads to the mill and to the sea at Halden"],
        ),
        ("The mayor wants to mend and paint the hall.", ["The mayor wants to mend and paint the hall"]),
    ],
)
def test_each_thing_to_be_done_is_a_clause(sentence: str, parts: list[str]) -> None:
    assert cut(sentence) == parts
