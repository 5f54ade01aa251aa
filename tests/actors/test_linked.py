"""Links of a language model, made by hand: the rules alone leave these pronouns open."""

from __future__ import annotations

from dataclasses import replace

from tests.actors.made import named, reading, said_of
from twosource.actors import find_actors
from twosource.model import Analysis, Mentioned, Reading, Sentence, Token

TEXT = "They saw Peter Bell and Paul Okello at sea. The nets were full, he wrote."
PETER, PAUL, HE = (0, 3), (0, 6), (1, 5)
SUBJECTS = {(0, 2), PETER, HE}
"""Not what a parser would say: it is the rule that is tested."""


def _with_subjects(sentence: Sentence, subjects: set[int]) -> Sentence:
    """Every word depends on the first verb, the given ones as its subject."""
    verb = next(i for i, t in enumerate(sentence.tokens) if t.upos == "VERB")

    def parsed(i: int, token: Token) -> Token:
        return token._replace(head=-1 if i == verb else verb, deprel="nsubj" if i in subjects else "obj")

    return replace(sentence, tokens=tuple(parsed(i, t) for i, t in enumerate(sentence.tokens)))


def _linked(text: str, subjects: set[tuple[int, int]], links: list[tuple[tuple[int, int], int | None]]) -> Reading:
    """The text with its actors found again, given subjects and mentions with the index of what each takes up."""
    plain = reading(text)
    assert plain.analysis is not None
    parsed = (_with_subjects(s, {k for i, k in subjects if i == at}) for at, s in enumerate(plain.analysis.sentences))
    mentions = (Mentioned(sentence=i, token=k, type="person", antecedent=to) for (i, k), to in links)
    analysis: Analysis = replace(plain.analysis, sentences=tuple(parsed), mentions=tuple(mentions))
    return find_actors(replace(plain, analysis=analysis, actors=()))


def test_a_link_to_the_last_subject_decides_what_nearness_leaves_open() -> None:
    assert said_of(named(reading(TEXT).actors, "Peter Bell"), "pronoun") == []
    found = _linked(TEXT, SUBJECTS, [(PETER, None), (PAUL, None), (HE, 0)]).actors
    peter = named(found, "Peter Bell")
    assert said_of(peter, "pronoun") == ["he"]
    assert any(e.function == "link of the language model" and "“he”" in e.detail for e in peter.evidence)


def test_a_link_to_another_than_the_last_subject_decides_nothing() -> None:
    found = _linked(TEXT, SUBJECTS, [(PETER, None), (PAUL, None), (HE, 1)]).actors
    assert said_of(named(found, "Paul Okello"), "pronoun") == []


def test_a_link_against_the_gender_decides_nothing() -> None:
    text = TEXT.replace("Peter Bell", "Mary Bell").replace("Paul", "Robin")
    found = _linked(text, SUBJECTS, [(PETER, None), (PAUL, None), (HE, 0)]).actors
    assert said_of(named(found, "Mary Bell"), "pronoun") == []


def test_links_that_lead_to_nobody_or_round_in_a_circle_do_no_harm() -> None:
    nowhere: list[list[tuple[tuple[int, int], int | None]]] = [[(HE, None)], [(HE, 0)], [((0, 1), 1), (HE, 0)]]
    for links in nowhere:
        found = _linked(TEXT, SUBJECTS, links).actors
        assert said_of(named(found, "Peter Bell"), "pronoun") == []
