"""Events over trees that no analyzer should give: nothing may break, and nothing may take long."""

from __future__ import annotations

import random

import pytest

from tests.events.made import events
from tests.events.trees import tree_reading
from twosource.events.syntax import Tree
from twosource.model import Token

WORDS = (
    "If LUND -- the officials of Chile , who Berg arrested and that were criticised by Peru 's police , agreed to help "
    "free 12 rebels in raids on Lima unlikely talks between Oman and Qatar killed attack met in threats of war"
)
TAGS = "NOUN PROPN VERB AUX ADP PRON DET ADJ PUNCT CCONJ SCONJ NUM PART ADV"
RELATIONS = (
    "nsubj nsubj:pass obj iobj obl obl:agent nmod nmod:poss nmod:desc appos conj cc case mark acl acl:relcl advcl "
    "ccomp csubj xcomp cop aux:pass flat compound fixed amod det nummod punct parataxis root"
)
FEATS = ("", "PronType=Rel", "VerbForm=Inf", "VerbForm=Fin", "VerbForm=Part|Voice=Pass", "Number=Plur")


@pytest.mark.parametrize("seed", range(200))
def test_no_tree_however_wrong_breaks_anything(seed: int) -> None:
    dice = random.Random(seed)
    words = [dice.choice(WORDS.split()) for _ in range(dice.randrange(1, 30))]
    rows = [
        " ".join((word, dice.choice(TAGS.split()), str(dice.randrange(-3, 35)), dice.choice(RELATIONS.split()), feats))
        for word, feats in zip(words, dice.choices(FEATS, k=len(words)), strict=True)
    ]
    made = tree_reading("\n".join(rows))
    for event in events(made):
        assert all(p.selector.exact for p in (*event.actors, *event.recipients))


def test_a_long_list_takes_no_long_time() -> None:
    tokens = [Token(i, i + 1, "x", "VERB", "x", 0 if i else -1, "conj") for i in range(20_000)]
    tree = Tree(tokens, lambda i: True)
    assert sum(len(tree.subjects(i)) for i in range(20_000)) == 0
