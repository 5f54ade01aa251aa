"""Lemmas: spelling leads inflected verbs back to the verb, whether it was seen before or not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.nlp import lemmas
from twosource.nlp.lemmas import is_irregular_verb, lemma

REGULAR = """
expelled expel|declared declare|denounced denounce|sued sue|freeing free|sentenced sentence|resumed resume|seized seize
controlled control|cancelled cancel|killed kill|passed pass|added add|stopped stop|occurred occur|developed develop
divulged divulge|charged charge|changed change|belonged belong|avenged avenge|hanged hang|managed manage|obliged oblige
exploded explode|included include|decided decide|invaded invade|conceded concede|headed head|avoided avoid|needed need
settled settle|hurled hurl|boiled boil|filed file|exiled exile|ruled rule|fined fine|joined join|explained explain
required require|repaired repair|secured secure|poured pour|appeared appear|explored explore
collapsed collapse|accused accuse|discussed discuss|executed execute|shouted shout|evoked evoke|looked look|voted vote
named name|claimed claim|tied tie|died die|denied deny|tried try|agreeing agree|seeing see|quoted quote
relied rely|played play|showed show|fixed fix|prepared prepare|intervened intervene|opened open|visited visit
limited limit|bringing bring|argued argue|dissolved dissolve|forced force|trafficked traffic|boycotting boycott
"""
PAIRS = [tuple(pair.split()) for line in REGULAR.strip().splitlines() for pair in line.split("|")]


@pytest.mark.parametrize(("form", "verb"), [*PAIRS, ("bring", "bring"), ("sting", "sting"), ("proceed", "proceed")])
def test_a_form_leads_back_to_its_verb(form: str, verb: str) -> None:
    assert lemma(form, "VERB") == verb


def test_spelling_alone_leads_nearly_all_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lemmas, "_seen_as_verb", lambda: {})
    lemma.cache_clear()
    wrong = [form for form, verb in PAIRS if lemma(form, "VERB") != verb]
    lemma.cache_clear()
    assert wrong == []


def test_the_form_seen_more_often_has_the_first_word() -> None:
    assert lemma("focused", "VERB") == "focus"
    assert lemma("recalled", "VERB") == "recall"


def test_an_irregular_past_form_is_known_but_no_participle_in_ing() -> None:
    assert is_irregular_verb("sang")
    assert is_irregular_verb("trafficked")
    assert not is_irregular_verb("trafficking")


@given(st.text(), st.sampled_from(["VERB", "AUX", "NOUN", "ADJ", "ADV", "PROPN", "PUNCT"]))
def test_any_word_has_a_lemma(word: str, upos: str) -> None:
    assert bool(lemma(word, upos)) == bool(word)
