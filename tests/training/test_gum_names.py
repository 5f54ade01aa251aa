from __future__ import annotations

from training.language.sets.conllu import sentences
from training.language.sets.gum_names import entities_of, names_of

_ROWS = """\
1\tThe\tDET\tEntity=(1-person-new-cf1-3,4-coref
2\tFrench\tADJ\t_
3\tPresident\tPROPN\t_
4\tPaula\tPROPN\t_
5\tArn\tPROPN\tEntity=1)
6\tleft\tVERB\t_
7\tthe\tDET\tEntity=(2-organization-new-nnnn-cf2-2,3,4-sgl-University_of_Karsk
8\tUniversity\tPROPN\t_
9\tof\tADP\t_
10\tKarsk\tPROPN\tEntity=(3-place-new-nnnn-cf2-1-sgl)2)
11\tin\tADP\t_
12\tKenya\tPROPN\tEntity=(4-place-new-nnnn-cf2-1-sgl-Kenya)
13\tin\tADP\t_
14\tearly\tADJ\tEntity=(5-time-new-nnnn-cf2-2-sgl
15\t2014\tNUM\tEntity=5)
16\tfor\tADP\t_
17\tZorbl\tPROPN\t_
18\t.\tPUNCT\t_
"""


def conllu(rows: str) -> list[str]:
    lines = []
    for row in rows.splitlines():
        number, word, upos, misc = row.split("\t")
        lines.append("\t".join([number, word, word, upos, "_", "_", "0", "dep", "_", misc]) + "\n")
    return lines


def marks(rows: str) -> dict[str, tuple[str, ...]]:
    (sentence,) = sentences(conllu(rows))
    found = names_of(sentence.words, sentence.upos, sentence.misc)
    return dict(zip(sentence.words, found, strict=True))


def test_titles_go_and_nested_names_do_not_count() -> None:
    found = marks(_ROWS)
    assert found["The"] == found["President"] == ("O",)
    assert (found["Paula"], found["Arn"]) == (("B-PER",), ("I-PER",))
    assert found["University"] == ("B-ORG",)
    assert found["of"] == found["Karsk"] == ("I-ORG",)


def test_places_dates_and_adjectives_get_their_labels() -> None:
    found = marks(_ROWS)
    assert found["Kenya"] == ("B-GPE",)
    assert (found["early"], found["2014"]) == (("B-DATE",), ("I-DATE",))
    assert found["French"] == ("B-NORP",)


def test_a_proper_noun_in_no_entity_may_be_anything() -> None:
    found = marks(_ROWS)["Zorbl"]
    assert found[0] == "O" and "B-PER" in found and "B-MISC" in found and "B-DATE" not in found


def test_entities_of_the_same_number_close_in_turn() -> None:
    found = entities_of(("Entity=(7-time-new-cf1-1-coref", "Entity=(7-time-giv-cf1-1-appos", "Entity=7)", "Entity=7)"))
    assert [(entity.start, entity.end) for entity in found] == [(1, 3), (0, 4)]


def test_an_entity_that_closes_in_another_sentence_is_left_out() -> None:
    assert entities_of(("Entity=(7-time-new-cf1-1-coref", "_", "Entity=8)")) == []


def test_a_sentence_without_words_has_no_marks() -> None:
    assert names_of((), (), ()) == ()
