"""Light verbs, attitudes, participles and relative clauses, by heads made by hand."""

from __future__ import annotations

import pytest

from tests.quotes.made import reading, said, with_heads, with_marks
from twosource.quotes import find_quotes

FOUND = (
    (
        "Joan Low voiced support for the strike.",
        "3:nsubj 1:flat 0:root 3:obj 7:case 7:det 4:nmod 3:punct",
        (["the strike"], "Joan Low", "voiced support for"),
    ),
    (
        "Joan Low expressed doubt that the dam was full.",
        "3:nsubj 1:flat 0:root 3:obj 9:mark 7:det 9:nsubj 9:cop 4:acl 3:punct",
        (["that the dam was full"], "Joan Low", "expressed doubt"),
    ),
    (
        "Joan Low was critical of the plan.",
        "4:nsubj 1:flat 4:cop 0:root 7:case 7:det 4:obl 4:punct",
        (["the plan"], "Joan Low", "was critical of"),
    ),
    (
        "The firm issued a statement praising the crews.",
        "2:det 3:nsubj 0:root 5:det 3:obj 5:acl 8:det 6:obj 3:punct",
        (["the crews"], "The firm", "issued a statement praising"),
    ),
    (
        "The dam, which Joan Low said was full, burst.",
        "2:det 10:nsubj 2:punct 9:nsubj 7:nsubj 5:flat 2:acl:relcl 9:cop 7:ccomp 2:punct 0:root 10:punct",
        (["which", "was full"], "Joan Low", "said"),
    ),
    (
        "If it rains, Joan Low said the dam would burst.",
        "3:mark 3:nsubj 7:advcl 3:punct 7:nsubj 5:flat 0:root 9:det 11:nsubj 11:aux 7:ccomp 7:punct",
        (["If it rains", "the dam would burst"], "Joan Low", "said"),
    ),
    (
        "Asked whether she would resign, Joan Low left.",
        "8:advcl 5:mark 5:nsubj 5:aux 1:ccomp 1:punct 9:nsubj 7:flat 0:root 9:punct",
        (["whether she would resign"], None, "Asked"),
    ),
)


@pytest.mark.parametrize(("text", "heads", "expected"), FOUND)
def test_heads_show_what_is_said(text: str, heads: str, expected: tuple[list[str], str | None, str]) -> None:
    (found,) = find_quotes(with_heads(reading(text), heads)).quotes
    content, speaker, _ = said(found)
    assert (content, speaker, found.cue.exact if found.cue else None) == expected


NOTHING = (
    ("The farmers took the road to the coast.", "2:det 3:nsubj 0:root 5:det 3:obj 8:case 8:det 5:nmod 3:punct"),
    ("The dam is critical for the town.", "2:det 4:nsubj 4:cop 0:root 7:case 7:det 4:obl 4:punct"),
    ("The mayor is certain to win.", "2:det 4:nsubj 4:cop 0:root 6:mark 4:xcomp 4:punct"),
    ("The army attacked the village.", "2:det 3:nsubj 0:root 5:det 3:obj 3:punct"),
    ("The mayor maintains the lead he had.", "2:det 3:nsubj 0:root 5:det 3:obj 7:nsubj 5:acl:relcl 3:punct"),
    ("Asked about the delay, Joan Low left.", "7:advcl 4:case 4:det 1:obl 1:punct 8:nsubj 6:flat 0:root 8:punct"),
)


@pytest.mark.parametrize(("text", "heads"), NOTHING)
def test_heads_show_that_nothing_is_said(text: str, heads: str) -> None:
    assert find_quotes(with_heads(reading(text), heads)).quotes == ()


def test_a_weak_verb_is_a_cue_where_the_head_marks_it() -> None:
    made = with_heads(reading("The mayor attacked the plan."), "2:det 3:nsubj 0:root 5:det 3:obj 3:punct")
    (found,) = find_quotes(with_marks(made, cue="attacked")).quotes
    assert said(found)[:2] == (["the plan"], "The mayor")


def test_a_participle_has_the_subject_of_the_main_clause() -> None:
    made = reading("In a letter to Ann Roe, Joan Low praised the crews, saying the dam was full.")
    heads = (
        "3:case 3:det 10:obl 5:case 3:nmod 5:flat 10:punct 10:nsubj 8:flat 0:root 12:det 10:obj 10:punct "
        "10:advcl 16:det 18:nsubj 18:cop 14:ccomp 10:punct"
    )
    found = find_quotes(with_heads(made, heads)).quotes
    assert [said(q)[1] for q in found] == ["Joan Low", "Joan Low"]
