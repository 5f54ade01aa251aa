from pathlib import Path

import pytest

from evaluation.shared import DATA
from training.language.sets.conllu import Sentence, sentences
from training.language.sets.gum_attribution import Roles, aligned, columns, marks
from training.language.sets.rst import Tree, read

HEADER = """<rst><header><relations>
<rel name="attribution-positive" type="rst"/><rel name="elaboration-additional" type="rst"/>
<rel name="same-unit" type="multinuc"/><rel name="joint-list" type="multinuc"/>
</relations></header><body>
"""


def _tree(tmp_path: Path, body: str) -> Tree:
    path = tmp_path / "x.rs4"
    path.write_text(HEADER + body + "</body></rst>", encoding="utf-8")
    return read(path)


def _sentence(rows: str) -> Sentence:
    """Rows of `word lemma UPOS head relation`, the head counted from 1, in lines or parted by `/`."""
    lines = []
    for number, row in enumerate(rows.strip().replace("\n", "/").split("/"), 1):
        word, lemma, upos, head, relation = row.split()
        xpos = {"“": "``", "”": "''"}.get(word, "X")
        lines.append("\t".join([str(number), word, lemma, upos, xpos, "_", head, relation, "_", "_"]))
    return next(iter(sentences(lines)))


def _shown(sentence: Sentence, column: tuple[str, ...] | None) -> str:
    assert column is not None
    pairs = zip(sentence.words, column, strict=True)
    return " ".join(word if mark == "O" else f"{word}/{mark[0]}{mark[2:4]}" for word, mark in pairs)


SAID = _sentence(
    "The the DET 2 det/baker baker NOUN 5 nsubj/did do AUX 5 aux/not not PART 5 advmod/say say VERB 0 root/"
    "that that SCONJ 8 mark/bread bread NOUN 8 nsubj/rose rise VERB 5 ccomp/. . PUNCT 5 punct"
)


def test_subject_verb_group_and_clause(tmp_path: Path) -> None:
    tree = _tree(
        tmp_path,
        '<segment id="1" parent="2" relname="attribution-positive">The baker did not say</segment>'
        '<segment id="2" parent="3" relname="span">that bread rose .</segment><group id="3" type="span"/>',
    )
    assert aligned([SAID], tree)
    shown = "The/BSP baker/ISP did/BCU not/ICU say/ICU that/BCO bread/ICO rose/ICO ."
    assert _shown(SAID, columns([SAID], tree)[0]) == shown


def test_according_to(tmp_path: Path) -> None:
    sentence = _sentence(
        "According accord VERB 4 case/to to ADP 1 fixed/the the DET 4 det/mill mill NOUN 7 obl/, , PUNCT 4 punct/"
        "flour flour NOUN 7 nsubj/fell fall VERB 0 root/. . PUNCT 7 punct"
    )
    tree = _tree(
        tmp_path,
        '<segment id="1" parent="2" relname="attribution-positive">According to the mill ,</segment>'
        '<segment id="2">flour fell .</segment>',
    )
    shown = "According/BCU to/ICU the/BSP mill/ISP , flour/BCO fell/ICO ."
    assert _shown(sentence, columns([sentence], tree)[0]) == shown


def test_a_quotation_interrupted_and_carried_on(tmp_path: Path) -> None:
    first = _sentence(
        "“ “ PUNCT 3 punct/Bread bread NOUN 3 nsubj/rises rise VERB 0 root/, , PUNCT 3 punct/” ” PUNCT 3 punct/"
        "she she PRON 7 nsubj/says say VERB 3 parataxis/, , PUNCT 3 punct/“ “ PUNCT 10 punct/daily daily ADV 3 advmod/"
        ". . PUNCT 3 punct"
    )
    second = _sentence("Rolls roll NOUN 2 nsubj/sell sell VERB 0 root/. . PUNCT 2 punct/” ” PUNCT 2 punct")
    third = _sentence("Cakes cake NOUN 2 nsubj/sell sell VERB 0 root/. . PUNCT 2 punct")
    tree = _tree(
        tmp_path,
        '<segment id="1" parent="9" relname="same-unit">“ Bread rises , ”</segment>'
        '<segment id="2" parent="8" relname="attribution-positive">she says ,</segment>'
        '<segment id="3" parent="9" relname="same-unit">“ daily .</segment>'
        '<segment id="4" parent="8" relname="joint-list">Rolls sell . ”</segment>'
        '<segment id="5" parent="8" relname="joint-list">Cakes sell .</segment>'
        '<group id="9" type="multinuc" parent="8" relname="joint-list"/><group id="8" type="multinuc"/>',
    )
    document = [first, second, third]
    found = [_shown(sentence, column) for sentence, column in zip(document, columns(document, tree), strict=True)]
    assert found == [
        "“ Bread/BCO rises/ICO , ” she/BSP says/BCU , “ daily/BCO .",
        "Rolls/BCO sell/ICO . ”",
        "Cakes sell .",
    ]


def test_without_a_cue_or_with_one_that_is_not_marked_the_sentence_is_left_out(tmp_path: Path) -> None:
    credit = _sentence("Oven oven NOUN 0 root/: : PUNCT 3 punct/Ana Ana PROPN 1 appos")
    denied = _sentence("She she PRON 2 nsubj/denied deny VERB 0 root/it it PRON 2 obj")
    tree = _tree(
        tmp_path,
        '<segment id="1">Oven</segment><segment id="2" parent="1" relname="attribution-positive">: Ana</segment>'
        '<segment id="3">She denied it</segment>',
    )
    assert columns([credit, denied], tree) == [None, None]


def test_a_passive_subject_does_not_speak_but_an_agent_does(tmp_path: Path) -> None:
    sentence = _sentence(
        "Ana Ana PROPN 3 nsubj:pass/was be AUX 3 aux:pass/told tell VERB 0 root/by by ADP 5 case/"
        "Ben Ben PROPN 3 obl:agent/bread bread NOUN 7 nsubj/rose rise VERB 3 ccomp"
    )
    tree = _tree(
        tmp_path,
        '<segment id="1" parent="2" relname="attribution-positive">Ana was told by Ben</segment>'
        '<segment id="2">bread rose</segment>',
    )
    assert _shown(sentence, columns([sentence], tree)[0]) == "Ana was/BCU told/ICU by Ben/BSP bread/BCO rose/ICO"


def test_the_outermost_wins_and_a_speaker_may_be_shared() -> None:
    outer = Roles(frozenset({0}), frozenset({1}), frozenset({2, 3, 4}))
    inner = Roles(frozenset({2}), frozenset({3}), frozenset({4}))
    added = Roles(frozenset({0}), frozenset({6}), frozenset({7}))
    column = marks(8, [inner, outer, added])
    assert column == ("B-SPEAKER", "B-CUE", "B-CONTENT", "I-CONTENT", "I-CONTENT", "O", "B-CUE", "B-CONTENT")


def test_other_words_do_not_align(tmp_path: Path) -> None:
    assert not aligned([SAID], _tree(tmp_path, '<segment id="1">The baker said nothing</segment>'))
    assert not aligned([SAID], _tree(tmp_path, '<segment id="1">a b c d e f g h i</segment>'))


@pytest.mark.skipif(not (DATA / "attribution").is_dir(), reason="the data folder is not here")
def test_every_document_has_its_tree() -> None:
    from training.language.sets.conllu import read as read_conllu
    from training.language.sets.ud import gum_files

    paths = gum_files(DATA, "train") + gum_files(DATA, "dev")
    trees = [read(DATA / "attribution" / "gum-rst" / f"{path.stem}.rs4") for path in paths]
    assert all(aligned(read_conllu(path), tree) for path, tree in zip(paths, trees, strict=True))
