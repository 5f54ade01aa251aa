import pytest

from tests.circumstances.made import reading
from twosource.circumstances.time_grammar import matches
from twosource.circumstances.time_signs import signs_of
from twosource.circumstances.words import read_words
from twosource.vocab.times import TimeRule, time_rules, time_words


@pytest.mark.parametrize("rule", time_rules(), ids=lambda r: f"{r.name}: {r.example}")
def test_every_rule_reads_its_own_example(rule: TimeRule) -> None:
    for text in (rule.example, f"in {rule.example}", f"on {rule.example}."):
        signs = signs_of(read_words(reading(text), ["body"]))
        start, found = 0, []
        while start >= 0:
            start, candidates = matches(signs, start)
            found += [c.rule for c in candidates]
            start = start + 1 if start >= 0 else start
        if rule.name in found:
            return
    pytest.fail(f"the example of {rule.name} is read as {found}")


def test_every_word_stands_in_one_class_only() -> None:
    phrases = [(first, entry.rest) for first, entries in time_words().items() for entry in entries]
    assert len(phrases) == len(set(phrases))
