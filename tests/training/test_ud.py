from pathlib import Path

import pytest

from training.language.sets.conllu import read, sentences
from training.language.sets.ud import ewt, gum

ROWS = """\
# newdoc id = email-enron-7
# text = Don't go.
1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\t_
1\tDo\tdo\tAUX\tVB\tMood=Imp|VerbForm=Fin\t3\taux\t_\t_
2\tn't\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_
2.1\tyou\tyou\tPRON\tPRP\t_\t_\t_\t3:nsubj\t_
3\tgo\tgo\tVERB\tVB\tVerbForm=Inf\t0\troot\t_\tSpaceAfter=No
4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_

# text = Yes
1\tYes\tyes\tINTJ\tUH\t_\t0\troot\t_\t_
"""


def _folder(tmp_path: Path) -> Path:
    for name, doc in (
        ("ewt-dev", "email-enron-7"),
        ("gum-train/GUM_news_b", "GUM_news_b"),
        ("gum-train/GUM_bio_a", "x"),
    ):
        path = tmp_path / "syntax" / f"{name}.conllu"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(ROWS.replace("email-enron-7", doc), encoding="utf-8")
    return tmp_path


def test_multiword_tokens_and_empty_nodes_are_left_out_and_heads_count_from_zero() -> None:
    first, second = sentences(ROWS.splitlines())
    assert first.words == ("Do", "n't", "go", ".")
    assert first.heads == (2, 2, -1, 2)
    assert first.feats[1] == "_"
    assert first.misc[2] == "SpaceAfter=No"
    assert first.subtree(2) == {0, 1, 2, 3}
    assert second.text == first.text == "email-enron-7"


def test_ewt_has_the_genre_of_the_id_and_gum_that_of_the_file(tmp_path: Path) -> None:
    folder = _folder(tmp_path)
    first = ewt(folder, "dev")[0]
    assert (first.set, first.genre, first.text) == ("ewt-dev", "email", "email-enron-7")
    assert first.deprels == ("aux", "advmod", "root", "punct")
    assert [(s.genre, s.text) for s in gum(folder, "train")] == [("bio", "x")] * 2 + [("news", "GUM_news_b")] * 2


def test_a_broken_row_is_named(tmp_path: Path) -> None:
    path = tmp_path / "bad.conllu"
    path.write_text("1\tone\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"bad\.conllu, line 1: 2 columns"):
        read(path)
    with pytest.raises(ValueError, match="no word is numbered '9'"):
        list(sentences(["1\tYes\tyes\tINTJ\tUH\t_\t9\troot\t_\t_"]))


def test_a_folder_without_documents_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="gum-dev"):
        gum(tmp_path, "dev")
