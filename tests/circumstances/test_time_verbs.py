"""What the verb over a time tells, on sentences parsed by hand."""

import pytest

from tests.circumstances.made import times
from twosource.circumstances.time_verbs import UNTOLD, Verbs
from twosource.model import Sentence, Token
from twosource.model.article import Role

# "Storm closes port on Friday": the word, its tag, lemma, head, relation and features.
CLOSES = [
    ("Storm", "NOUN", "storm", 1, "nsubj", "Number=Sing"),
    ("closes", "VERB", "close", -1, "root", "Tense=Pres|VerbForm=Fin"),
    ("port", "NOUN", "port", 1, "obj", "Number=Sing"),
    ("on", "ADP", "on", 4, "case", ""),
    ("Friday", "PROPN", "Friday", 1, "obl", "Number=Sing"),
]


def _verbs(parsed: list[tuple[str, str, str, int | None, str | None, str]], role: Role = "body") -> tuple[Verbs, int]:
    """The verbs of one sentence, and where its last word begins."""
    tokens, at = [], 0
    for text, upos, lemma, head, deprel, feats in parsed:
        tokens.append(Token(at, at + len(text), text, upos, lemma, head, deprel, feats))
        at += len(text) + 1
    sentence = Sentence(start=0, end=at, block=0, role=role, tokens=tuple(tokens))
    return Verbs([sentence]), tokens[-1].start


def test_a_timetable_in_the_present_lies_ahead() -> None:
    verbs, friday = _verbs(CLOSES)
    assert verbs.over(friday, friday + 6).lean == 1


@pytest.mark.parametrize("role", ["headline", "caption"])
def test_a_headline_and_a_caption_tell_of_what_was_in_the_present(role: Role) -> None:
    verbs, friday = _verbs(CLOSES, role)
    assert verbs.over(friday, friday + 6) == UNTOLD


def test_a_time_outside_of_every_sentence_is_told_nothing_of() -> None:
    verbs, friday = _verbs(CLOSES)
    assert verbs.over(friday + 60, friday + 66) == UNTOLD
    assert Verbs(()).over(0, 6) == UNTOLD


def test_words_without_heads_tell_nothing() -> None:
    verbs, friday = _verbs([(text, upos, lemma, None, None, "") for text, upos, lemma, *_ in CLOSES])
    assert verbs.over(friday, friday + 6) == UNTOLD


def test_a_chain_of_any_length_is_climbed_in_few_steps() -> None:
    chain = [("go", "VERB", "go", i - 1, "conj" if i else "root", "VerbForm=Inf") for i in range(5_000)]
    verbs, last = _verbs([*chain, ("Friday", "PROPN", "Friday", 4_999, "obl", "")])
    assert verbs.over(last, last + 6) == UNTOLD


def test_without_an_analysis_the_words_around_decide() -> None:
    assert [t.timex.value for t in times("The ferry will sail on Monday.")] == ["2019-05-20"]
    assert [t.timex.value for t in times("The ferry sank on Monday.")] == ["2019-05-13"]
