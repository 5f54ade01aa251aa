"""Who does what to whom where words have heads; each table is a sentence with its tree, made by hand."""

from __future__ import annotations

import pytest

from tests.events.made import actors, events, recipients
from tests.events.trees import headless, tree_reading
from twosource.events.syntax import Tree
from twosource.model import Event


def coded(table: str, kind: str = "") -> Event:
    """The one event of a table, or the one of type `kind`."""
    found = [e for e in events(tree_reading(table)) if not kind or e.type == kind]
    assert len(found) == 1, [(e.type, e.anchor.exact) for e in found]
    return found[0]


LOYAL = """
Troops NOUN 5 nsubj Number=Plur
loyal ADJ 1 amod
to ADP 4 case
Lund PROPN 2 obl
arrested VERB 0 root Tense=Past|VerbForm=Fin
two NUM 7 nummod
judges NOUN 5 obj Number=Plur
and CCONJ 9 cc
detained VERB 5 conj Tense=Past|VerbForm=Fin
Berg PROPN 9 obj
. PUNCT 5 punct
"""


def test_a_subject_is_found_past_the_words_that_describe_it() -> None:
    found = events(tree_reading(LOYAL))
    assert [actors(e) for e in found] == [["Troops"], ["Troops"]]
    assert [recipients(e) for e in found] == [["two judges"], ["Berg"]]


def test_without_heads_the_nearest_name_is_taken() -> None:
    assert actors(events(headless(tree_reading(LOYAL)))[0]) == ["Lund"]


def test_the_object_of_a_relative_clause_is_the_noun_it_describes() -> None:
    table = """
    The DET 2 det
    mayor NOUN 9 nsubj:pass Number=Sing
    , PUNCT 6 punct
    who PRON 6 obj PronType=Rel
    rebels NOUN 6 nsubj Number=Plur
    kidnapped VERB 2 acl:relcl Tense=Past|VerbForm=Fin
    , PUNCT 6 punct
    was AUX 9 aux:pass
    released VERB 0 root Tense=Past|VerbForm=Part|Voice=Pass
    . PUNCT 9 punct
    """
    taken = coded(table, "ASSAULT")
    assert (actors(taken), recipients(taken)) == (["rebels"], ["The mayor"])
    assert recipients(coded(table, "RETREAT")) == ["The mayor"]


def test_an_infinitive_has_the_object_of_its_verb_as_subject_if_that_can_act() -> None:
    table = """
    Norway PROPN 2 nsubj
    urged VERB 0 root Tense=Past|VerbForm=Fin
    officials NOUN 2 obj Number=Plur
    of ADP 5 case
    Peru PROPN 3 nmod
    to PART 7 mark
    share VERB 2 xcomp VerbForm=Inf
    rivers NOUN 7 obj Number=Plur
    """
    words = tree_reading(table).analysis
    assert words is not None
    tokens = words.sentences[0].tokens
    assert Tree(tokens, lambda i: i == 2).subjects(6) == (2,)
    assert Tree(tokens, lambda i: False).subjects(6) == (0,)


def test_of_a_passive_verb_above_the_subject_is_taken() -> None:
    table = """
    Lund PROPN 3 nsubj:pass
    was AUX 3 aux:pass
    expected VERB 0 root Tense=Past|VerbForm=Part|Voice=Pass
    to PART 5 mark
    resign VERB 3 xcomp VerbForm=Inf
    , PUNCT 3 punct
    people NOUN 8 nsubj Number=Plur
    said VERB 3 parataxis Tense=Past|VerbForm=Fin
    """
    assert actors(coded(table)) == ["Lund"]


def test_a_preposition_brings_in_whom_it_is_done_to_however_far() -> None:
    table = """
    Qatar PROPN 2 nsubj
    delivered VERB 0 root Tense=Past|VerbForm=Fin
    medicine NOUN 2 obj
    for ADP 6 case
    many ADJ 6 amod
    wards NOUN 3 nmod Number=Plur
    on ADP 8 case
    ships NOUN 2 obl Number=Plur
    to ADP 10 case
    Samoa PROPN 2 obl
    """
    assert recipients(coded(table)) == ["Samoa"]


def test_whose_request_is_refused() -> None:
    table = """
    Chile PROPN 2 nsubj
    rejected VERB 0 root Tense=Past|VerbForm=Fin
    calls NOUN 2 obj Number=Plur
    from ADP 5 case
    Bolivia PROPN 3 nmod
    for ADP 8 case
    fresh ADJ 8 amod
    maps NOUN 3 nmod Number=Plur
    """
    assert recipients(coded(table)) == ["Bolivia"]


def test_who_criticises_an_attack_does_it_not_to_its_victims() -> None:
    table = """
    Chile PROPN 2 nsubj
    criticised VERB 0 root Tense=Past|VerbForm=Fin
    remarks NOUN 2 obj Number=Plur
    on ADP 5 case
    Bolivia PROPN 3 nmod
    by ADP 7 case
    Lund PROPN 3 nmod
    """
    assert recipients(coded(table)) == ["Lund"]


def test_what_is_promised_reaches_whom_it_is_for() -> None:
    table = """
    Oman PROPN 2 nsubj
    agreed VERB 0 root Tense=Past|VerbForm=Fin
    to PART 4 mark
    reopen VERB 2 xcomp VerbForm=Inf
    ports NOUN 4 obj Number=Plur
    for ADP 7 case
    Yemen PROPN 4 obl
    """
    event = coded(table)
    assert (event.type, actors(event), recipients(event)) == ("AGREE", ["Oman"], ["Yemen"])


def test_what_is_threatened_is_no_event_of_its_own() -> None:
    table = """
    Lund PROPN 2 nsubj
    threatened VERB 0 root Tense=Past|VerbForm=Fin
    that SCONJ 6 mark
    Oman PROPN 6 nsubj
    would AUX 6 aux
    attack VERB 2 ccomp VerbForm=Inf
    Yemen PROPN 6 obj
    """
    assert coded(table).type == "THREATEN"


def test_a_place_after_met_in_is_no_party() -> None:
    table = """
    The DET 2 det
    ministers NOUN 3 nsubj Number=Plur
    met VERB 0 root Tense=Past|VerbForm=Fin
    in ADP 5 case
    Lima PROPN 3 obl
    """
    assert actors(coded(table)) == ["The ministers"]


def test_nouns_name_their_doer_and_whom_they_hit() -> None:
    table = """
    Raids NOUN 5 nsubj Number=Plur
    by ADP 4 case
    the DET 4 det
    army NOUN 1 nmod
    killed VERB 0 root Tense=Past|VerbForm=Fin
    12 NUM 7 nummod
    guards NOUN 5 obj Number=Plur
    """
    event = coded(table)
    assert (actors(event), recipients(event)) == (["the army"], ["12 guards"])


def test_a_title_before_a_name_is_part_of_the_same_party() -> None:
    table = """
    Police NOUN 2 nsubj
    arrested VERB 0 root Tense=Past|VerbForm=Fin
    the DET 4 det
    singer NOUN 2 obj Number=Sing
    Ann PROPN 4 appos
    Roe PROPN 5 flat
    """
    assert recipients(coded(table)) == ["the singer Ann Roe"]


def test_a_dateline_does_nothing() -> None:
    table = """
    LIMA PROPN 5 nsubj
    -- PUNCT 1 punct
    Police NOUN 5 nsubj
    have AUX 5 aux
    arrested VERB 0 root Tense=Past|VerbForm=Part
    Berg PROPN 5 obj
    """
    assert actors(coded(table)) == ["Police"]


@pytest.mark.parametrize(
    ("table", "realis"),
    [
        (
            """
            If SCONJ 3 mark
            gunmen NOUN 3 nsubj Number=Plur
            come VERB 0 root Tense=Pres|VerbForm=Fin
            by ADP 5 case
            night NOUN 3 obl
            and CCONJ 7 cc
            attack VERB 3 conj Tense=Pres|VerbForm=Fin
            Berg PROPN 7 obj
            """,
            "hypothetical",
        ),
        (
            """
            It PRON 3 expl
            is AUX 3 cop
            unlikely ADJ 0 root
            that SCONJ 7 mark
            Peru PROPN 7 nsubj
            will AUX 7 aux
            attack VERB 3 csubj VerbForm=Inf
            Chile PROPN 7 obj
            """,
            "hypothetical",
        ),
        (
            """
            Peru PROPN 3 nsubj
            has AUX 3 aux
            made VERB 0 root Tense=Past|VerbForm=Part
            plans NOUN 3 obj Number=Plur
            of ADP 8 case
            a DET 8 det
            very ADV 8 advmod
            quiet ADJ 4 nmod
            kind NOUN 8 obl
            to PART 11 mark
            attack VERB 4 acl VerbForm=Inf
            Chile PROPN 11 obj
            """,
            "planned",
        ),
        (
            """
            Peru PROPN 3 nsubj
            will AUX 3 aux
            help VERB 0 root VerbForm=Inf
            free VERB 3 xcomp VerbForm=Inf
            prisoners NOUN 4 obj Number=Plur
            """,
            "planned",
        ),
    ],
)
def test_realis_is_read_from_what_governs_a_verb(table: str, realis: str) -> None:
    assert events(tree_reading(table))[-1].realis == realis
