"""The shipped model on text that is no language: no crash, offsets hold, trees are trees, the work is bounded."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.nlp.shipped_model import REPORT, analysed, loaded, needs_weights
from twosource.model import Analysis, Sentence
from twosource.nlp.shipped.packs import LONGEST, ROWS
from twosource.nlp.shipped.reach import LEAST, LONGEST_SENTENCE, MOST_WORDS, within_reach

pytestmark = needs_weights
FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
# Long beyond each bound: 4,000 characters of a sentence, 12,000 words of an article. What took quadratic time would
# take hours.
TEXTS = {
    "one token of 5 MB": "x" * 5_000_000,
    "100,000 full stops": ". " * 100_000,
    "100,000 brackets": "(" * 100_000,
    "100,000 brackets apart": "( " * 100_000,
    "a sentence of 20,000 words": "and then the boat left " * 4_000,
    "capitals without end": "Aa " * 20_000,
    "figures in cells": "4 | 17 | " * 10_000,
    "control characters": "".join(map(chr, range(32))) * 200 + " The\x00ferry\x1bleft\x7f.",
    "lone surrogates": "The \ud800 mayor \udfff of \udc80Bergen left. " * 50,
    "emoji": f"The crew {FAMILY}{FAMILY} left \U0001f1f3\U0001f1f4 \U0001f44d\U0001f3fd . " * 200,
    "marks on marks": "a" + "\u0301" * 20_000 + " left .",
    "right to left": "قال المتحدث باسم الوزارة إن العدد ارتفع إلى 40 شخصا. " * 50 + "\u202eBergen\u202c",
    "Chinese": "发言人星期二表示，渡轮在卑尔根附近搁浅。" * 200,
    "Chinese without a mark": "渡轮搁浅" * 10_000,
    "blanks of all kinds": " \t\u00a0\u2003\u200b\ufeff\u2060" * 1_000 + "Bergen",
    "empty blocks": "\n" * 5_000 + "A ferry left.\n \n\n\t\n",
    "nothing": "",
}


def check(text: str, analysis: Analysis) -> None:
    """Offsets hold, sentences and words are in order, each sentence that was read is one tree."""
    ends = 0
    for sentence in analysis.sentences:
        assert sentence.start >= ends
        for token in sentence.tokens:
            assert token.start >= ends
            assert text[token.start : token.end] == token.text != ""
            ends = token.end
        assert (sentence.start, sentence.end) == (sentence.tokens[0].start, ends)
        assert is_tree([t.head for t in sentence.tokens]) if was_read(sentence) else not sentence.vector
    for found in (*analysis.names, *analysis.dates, *analysis.attribution):
        sentence = analysis.sentences[found.sentence]
        assert sentence.start <= found.start < found.end <= sentence.end
    for i, mention in enumerate(analysis.mentions):
        assert mention.token < len(analysis.sentences[mention.sentence].tokens)
        assert mention.antecedent is None or 0 <= mention.antecedent < i


def was_read(sentence: Sentence) -> bool:
    return any(token.head is not None for token in sentence.tokens)


def is_tree(heads: Sequence[int | None]) -> bool:
    """One root, and it is reached from every word."""
    known = {-1: True}
    for i in range(len(heads)):
        walk: list[int] = []
        at = i
        while at not in known:
            walk.append(at)
            known[at] = False  # until the walk has come out: a word met again is a circle
            head = heads[at]
            if head is None or not -1 <= head < len(heads):
                return False
            at = head
        if not known[at]:
            return False
        known.update(dict.fromkeys(walk, True))
    return list(heads).count(-1) == 1


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_offsets_hold_and_trees_are_trees(text: str) -> None:
    check(text, analysed(text))


@pytest.mark.parametrize("text", [TEXTS["emoji"], TEXTS["lone surrogates"], TEXTS["100,000 brackets"]])
def test_what_stands_beside_it_is_read_as_ever(text: str) -> None:
    alone, beside = analysed(REPORT), analysed(REPORT + text)
    check(REPORT + text, beside)
    assert beside.sentences[: len(alone.sentences)] == alone.sentences


HOSTILE = st.text(st.one_of(st.characters(), st.sampled_from('.!?()"“” \n\t\u200d\u0301\ud800Aé漢م')), max_size=300)


@given(HOSTILE)
@settings(max_examples=60)
def test_any_text_is_read(text: str) -> None:
    check(text, analysed(text))


@given(st.lists(st.lists(st.text(min_size=1, max_size=20), min_size=1, max_size=12), max_size=3))
@settings(max_examples=40)
def test_any_given_words_are_labelled(sentences: list[list[str]]) -> None:
    for words, labels in zip(sentences, loaded().label_words(sentences), strict=True):
        assert is_tree(labels.heads)
        columns = (labels.upos, labels.feats, labels.deprels, labels.names)
        assert {len(column) for column in columns} == {len(words)}


def test_given_sentences_of_any_length_are_one_tree() -> None:
    (labels,) = loaded().label_words([["boats", "left", "\U0001f6a2"] * 2_000])
    assert is_tree(labels.heads)
    (labels,) = loaded().label_words([["x" * 5_000_000, "left", "."]])
    assert is_tree(labels.heads)


class Counting:
    """A session that counts what it reads: sentences, and pieces with those that fill up."""

    def __init__(self, session: Any) -> None:
        self.session, self.sentences, self.pieces = session, 0, 0

    def run(self, names: Sequence[str], given: Mapping[str, Any]) -> Any:
        sentences, length = given["ids"].shape
        self.sentences += sentences
        self.pieces += sentences * length
        assert length <= LONGEST + 2
        assert sentences * length <= ROWS
        return self.session.run(names, given)


def work(text: str, monkeypatch: pytest.MonkeyPatch) -> tuple[int, int]:
    """Sentences and pieces that the analysis of a text reads where none is remembered."""
    counting = Counting(loaded()._network._session)
    with monkeypatch.context() as patch:
        patch.setattr(loaded()._network, "_session", counting)
        patch.setattr(loaded(), "label", loaded()._network.label_all)
        analysed(text)
    return counting.sentences, counting.pieces


@pytest.mark.parametrize("text", [REPORT, "No. 4\n", "Aa Bb Cc. ", "X" * 300 + ". ", "漢 " * 40 + "\n"],
                         ids=["a report", "lines", "capitals", "long words", "Chinese"])  # fmt: skip
def test_work_grows_with_the_text(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    sentences, pieces = work(text * 4 + "\n", monkeypatch)
    more, more_pieces = work(text * 16 + "\n", monkeypatch)
    assert 3.5 * sentences <= more <= 4.5 * sentences
    assert more_pieces <= 4.5 * pieces


def test_work_ends_at_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    assert work("No. 4\n" * 3_000, monkeypatch)[0] == MOST_WORDS // LEAST


def test_debris_takes_no_work(monkeypatch: pytest.MonkeyPatch) -> None:
    assert work(". " * 5_000 + "\n" + "( | " * 5_000 + "\n\U0001f44d", monkeypatch) == (0, 0)
    assert work("A b c " * (LONGEST_SENTENCE // 3 + 1), monkeypatch) == (0, 0)


def test_sentences_beyond_the_limit_are_left_to_the_rules_names_and_all() -> None:
    filler = "Moe sailed on with the crew of the ferry to Bergen.\n"
    text = REPORT + filler * (MOST_WORDS // 11 + 1) + "The mayor of Oslo, Ann Roe, thanked them."
    analysis = analysed(text)
    first, last = analysis.sentences[0], analysis.sentences[-1]
    assert was_read(first)
    assert len(first.vector) == 768
    assert not was_read(last)
    assert {token.upos for token in last.tokens} >= {"NOUN", "PROPN", "VERB", "PUNCT"}
    names = {text[n.start : n.end] for n in analysis.names if n.sentence == len(analysis.sentences) - 1}
    assert names == {"Oslo", "Ann Roe"}
    assert [n.start for n in analysis.names] == sorted(n.start for n in analysis.names)
    check(text, analysis)


def test_mentions_name_their_sentence_where_others_are_left_out() -> None:
    plain, beside = analysed(REPORT), analysed("* * *\n" + REPORT.replace("\n", "\n* * *\n"))
    at = [i for i, sentence in enumerate(beside.sentences) if was_read(sentence)]
    assert len(at) == len(plain.sentences) < len(beside.sentences)
    assert [(at[m.sentence], m.token, m.antecedent) for m in plain.mentions] == [
        (m.sentence, m.token, m.antecedent) for m in beside.mentions
    ]
    assert [at[n.sentence] for n in plain.names] == [n.sentence for n in beside.names]
    assert [at[x.sentence] for x in plain.attribution] == [x.sentence for x in beside.attribution]


@given(st.lists(st.lists(st.sampled_from(["a", "4", ".", "(", "\U0001f44d"]), min_size=1, max_size=400), max_size=80))
def test_within_reach_is_a_beginning_of_what_speaks(sentences: list[list[str]]) -> None:
    found = within_reach(sentences)
    speaking = [i for i, words in enumerate(sentences) if {"a", "4"} & {*words} and len(words) <= LONGEST_SENTENCE]
    assert found == speaking[: len(found)]
    assert sum(max(LEAST, len(sentences[i])) for i in found) <= MOST_WORDS


def test_within_reach_takes_long_articles_whole() -> None:
    chance = random.Random(3)
    article = [["word"] * chance.randint(5, 60) for _ in range(300)]
    assert within_reach(article) == list(range(300))


def test_what_was_read_before_takes_no_work(monkeypatch: pytest.MonkeyPatch) -> None:
    counting = Counting(loaded()._network._session)
    loaded().label.forget()
    first = analysed(REPORT)
    monkeypatch.setattr(loaded()._network, "_session", counting)
    assert analysed(REPORT) == first
    assert (counting.sentences, counting.pieces) == (0, 0)
