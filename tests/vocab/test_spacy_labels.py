from typing import get_args

import pytest

from twosource.model import NameLabel
from twosource.vocab.spacy_labels import name_choices, relations

ONTONOTES = (
    "PERSON NORP FAC ORG GPE LOC PRODUCT EVENT WORK_OF_ART LAW LANGUAGE "
    "DATE TIME PERCENT MONEY QUANTITY ORDINAL CARDINAL"
)
CLEAR = (
    "acl acomp advcl advmod agent amod appos attr aux auxpass case cc ccomp compound conj csubj csubjpass dative dep "
    "det dobj expl intj mark meta neg nmod npadvmod nsubj nsubjpass nummod oprd parataxis pcomp pobj poss preconj "
    "predet prep prt punct quantmod relcl root xcomp"
)
UD = (
    "acl advcl advmod amod appos aux case cc ccomp clf compound conj cop csubj dep det discourse dislocated expl fixed "
    "flat goeswith iobj list mark nmod nsubj nummod obj obl orphan parataxis punct reparandum root vocative xcomp"
)


@pytest.mark.parametrize("coarse", [False, True])
def test_every_choice_is_a_label_of_ours(coarse: bool) -> None:
    for choices in name_choices(coarse=coarse).values():
        assert set(choices) <= set(get_args(NameLabel))


def test_ontonotes_and_conll_are_covered() -> None:
    assert set(ONTONOTES.split()) <= name_choices(coarse=False).keys()
    assert {"PER", "ORG", "LOC", "MISC"} <= name_choices(coarse=True).keys()
    assert name_choices(coarse=False)["LOC"] == ("LOC",)
    assert name_choices(coarse=True)["LOC"] == ("GPE", "LOC", "FAC")


def test_every_label_of_clear_becomes_one_of_ud() -> None:
    assert {relations().get(label, label).partition(":")[0] for label in CLEAR.split()} <= set(UD.split())


def test_labels_of_ud_are_not_touched() -> None:
    assert not relations().keys() & set(UD.split())
