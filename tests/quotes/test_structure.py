"""Quotes where an analyzer gives heads or marks speakers, cues and content; both made by hand here."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.quotes.made import Part, reading, said, with_heads, with_marks
from twosource.model import Attributed, Quote, Reading
from twosource.quotes import find_quotes

TUTTED = "3:nsubj 1:flat 0:root 8:mark 6:det 8:nsubj 8:cop 3:ccomp 3:punct"


def one(made: Reading) -> Quote:
    (found,) = find_quotes(made).quotes
    return found


def functions(found: Quote) -> list[str]:
    return [e.function for e in found.evidence]


def test_a_verb_of_no_table_is_a_cue_where_the_head_marks_it() -> None:
    made = reading("Joan Low tutted that the dam was full.")
    assert find_quotes(made).quotes == ()
    assert find_quotes(with_heads(made, TUTTED)).quotes == ()
    found = one(with_marks(with_heads(made, TUTTED), speaker="Joan Low", cue="tutted"))
    assert said(found) == (["that the dam was full"], "Joan Low", "indirect")
    assert functions(found) == ["that_clause", "attribution_head", "sentence_structure"]


def test_an_adjective_is_a_cue_where_the_head_marks_it() -> None:
    made = with_heads(
        reading("Joan Low was adamant that the dam was full."),
        "4:nsubj 1:flat 4:cop 0:root 9:mark 7:det 9:nsubj 9:cop 4:ccomp 4:punct",
    )
    found = one(with_marks(made, cue="was adamant"))
    assert said(found)[:2] == (["that the dam was full"], "Joan Low")
    assert found.cue is not None and found.cue.exact == "was adamant"


def test_evidence_names_who_spoke() -> None:
    made = reading("Joan Low said that the dam was full.")
    assert functions(one(made)) == ["that_clause"]
    assert functions(one(with_heads(made, TUTTED))) == ["that_clause", "sentence_structure"]
    both = one(with_marks(with_heads(made, TUTTED), cue="said", content="that the dam was full"))
    assert functions(both) == ["that_clause", "attribution_head", "sentence_structure"]


def test_the_speaker_is_all_that_hangs_on_the_subject() -> None:
    made = reading("Friends, aides and former foes said the dam was full.")
    assert said(one(made))[1] == "aides and former foes"
    heads = "7:nsubj 3:punct 1:conj 6:cc 6:amod 1:conj 0:root 9:det 11:nsubj 11:cop 7:ccomp 7:punct"
    assert said(one(with_heads(made, heads)))[1] == "Friends, aides and former foes"


def test_the_rule_keeps_the_speaker_that_the_head_marks() -> None:
    made = with_heads(
        reading("Friends, aides and former foes said the dam was full."),
        "7:nsubj 3:punct 1:conj 6:cc 6:amod 1:conj 0:root 9:det 11:nsubj 11:cop 7:ccomp 7:punct",
    )
    assert said(one(with_marks(made, speaker="aides and former foes")))[1] == "aides and former foes"


def test_a_phrase_ends_before_what_tells_when() -> None:
    made = with_heads(
        reading("Joan Low praised the crews in May."), "3:nsubj 1:flat 0:root 5:det 3:obj 7:case 3:obl 3:punct"
    )
    assert said(one(made))[0] == ["the crews"]


def test_a_clause_ends_before_what_the_speaker_does_next() -> None:
    heads = "3:nsubj 1:flat 0:root 5:det 7:nsubj 7:cop 3:ccomp 9:cc 3:conj 11:det 9:obj 3:punct"
    made = with_heads(reading("Joan Low said the dam was full and left the room."), heads)
    assert said(one(made))[0] == ["the dam was full"]


def test_a_clause_begins_after_what_tells_of_the_saying() -> None:
    made = reading("Joan Low declared amid cheers the dam was full.")
    assert said(one(made))[0] == ["amid cheers the dam was full"]
    heads = "3:nsubj 1:flat 0:root 5:case 3:obl 7:det 9:nsubj 9:cop 3:ccomp 3:punct"
    assert said(one(with_heads(made, heads)))[0] == ["the dam was full"]


def test_a_phrase_before_a_cue_is_not_said() -> None:
    made = with_heads(reading("Like Tom Grant, she added."), "2:case 6:obl 2:flat 6:punct 6:nsubj 0:root 6:punct")
    assert find_quotes(reading("Like Tom Grant, she added.")).quotes != ()
    assert find_quotes(made).quotes == ()
    assert find_quotes(with_marks(made, cue="added")).quotes == ()


def test_a_clause_goes_on_after_she_said() -> None:
    made = reading("It is her job, she said, to open the dam.")
    assert said(one(made))[0] == ["It is her job"]
    heads = "4:nsubj 4:cop 4:nmod:poss 7:ccomp 4:punct 7:nsubj 0:root 7:punct 10:mark 4:csubj 12:det 10:obj 7:punct"
    assert said(one(with_heads(made, heads)))[0] == ["It is her job", "to open the dam"]


def test_what_is_expected_has_no_speaker() -> None:
    heads = "2:det 4:nsubj:pass 4:aux:pass 0:root 6:mark 4:xcomp 8:case 6:obl 4:punct"
    found = one(with_heads(reading("The dam is expected to open in May."), heads))
    assert said(found) == (["The dam", "to open in May"], None, "indirect")
    assert functions(found) == ["passive_cue", "sentence_structure"]


def test_it_was_reported_by_somebody() -> None:
    heads = "3:expl 3:aux:pass 0:root 5:case 3:obl:agent 10:mark 8:det 10:nsubj 10:cop 3:ccomp 3:punct"
    found = one(with_heads(reading("It was reported by engineers that the dam was full."), heads))
    assert said(found) == (["that the dam was full"], "engineers", "indirect")


CLAIM = "4:nmod:poss 1:flat 1:case 10:nsubj 9:mark 7:det 9:nsubj 9:cop 4:acl 0:root 10:obj 10:punct"


@pytest.mark.parametrize(
    ("text", "speaker", "polarity"),
    [
        ("Joan Low's claim that the dam was full angered farmers.", "Joan Low", "said"),
        ("Joan Low's denial that the dam was full angered farmers.", "Joan Low", "denied"),
    ],
)
def test_a_noun_is_a_cue_and_its_owner_the_speaker(text: str, speaker: str, polarity: str) -> None:
    found = one(with_heads(reading(text), CLAIM))
    assert said(found) == (["that the dam was full"], speaker, "indirect")
    assert found.polarity == polarity


def test_an_attribution_inside_another_keeps_its_outer_one() -> None:
    made = with_heads(
        reading("Joan Low said that her deputy had said that the dam was full."),
        "3:nsubj 1:flat 0:root 8:mark 6:nmod:poss 8:nsubj 8:aux 3:ccomp 13:mark 11:det 13:nsubj 13:cop 8:ccomp 3:punct",
    )
    outer, inner = find_quotes(made).quotes
    assert inner.within == outer.id and said(inner)[:2] == (["that the dam was full"], "her deputy")


def test_what_head_and_structure_doubt_is_no_quote() -> None:
    made = reading("Joan Low considered the dam a danger.", "Tom Grant said that the sky was grey.")
    (first, _) = find_quotes(made).quotes
    assert said(first)[1] == "Joan Low"
    flat = with_heads(
        made,
        "7:dep 7:dep 7:dep 7:dep 7:dep 7:dep 0:root 7:dep",
        TUTTED,
    )
    (kept,) = find_quotes(flat).quotes
    assert said(kept)[1] == "Tom Grant"
    assert len(find_quotes(with_marks(flat, cue="considered")).quotes) == 2


SAYS = ("Low", "said", "that", "claim", "expected", "was", "the", "full", ",", '"', "to", "and", "her")
TIES = ("nsubj", "ccomp", "xcomp", "obj", "acl", "conj", "nmod:poss", "nsubj:pass", "aux:pass", "parataxis", "advcl")
WORDS, RELATIONS = st.sampled_from(SAYS), st.sampled_from(TIES)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_no_heads_and_no_marks_break_it(data: st.DataObject) -> None:
    text = " ".join(data.draw(st.lists(WORDS, min_size=3, max_size=14)))
    made = reading(text)
    assert made.analysis is not None
    sentences = []
    for sentence in made.analysis.sentences:
        heads = st.integers(-2, len(sentence.tokens) + 1)
        tokens = tuple(t._replace(head=data.draw(heads), deprel=data.draw(RELATIONS)) for t in sentence.tokens)
        sentences.append(replace(sentence, tokens=tokens))
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text) - 1), max_size=6)))
    parts: st.SearchStrategy[Part] = st.sampled_from(["speaker", "cue", "content"])
    marks = [Attributed(start=a, end=b, part=data.draw(parts), sentence=0) for a, b in pairwise(cuts)]
    analysis = replace(made.analysis, sentences=tuple(sentences), attribution=tuple(marks))
    for quote in find_quotes(replace(made, analysis=analysis)).quotes:
        for selector in (*quote.content, quote.cue, quote.speaker_selector):
            if selector is not None:
                selector.check(made.page)


def test_a_long_chain_of_heads_comes_to_an_end() -> None:
    made = reading("Joan Low said that the claim that the dam was expected to burst was true and " * 200)
    assert made.analysis is not None
    sentences = [
        replace(s, tokens=tuple(t._replace(head=i - 1, deprel="ccomp") for i, t in enumerate(s.tokens)))
        for s in made.analysis.sentences
    ]
    chained = replace(made, analysis=replace(made.analysis, sentences=tuple(sentences)))
    quotes = find_quotes(chained).quotes
    assert quotes
    assert all(selector.check(made.page) is None for quote in quotes for selector in quote.content)
