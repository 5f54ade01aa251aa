from __future__ import annotations

from pathlib import Path

import pytest

from training.language.sets.markup import BadMarkup, parse
from training.language.sets.own import CORPUS, labelled, main, own, read_reports

_REPORT = """\
# report a-{n} | politics | Kenya
[GPE NAIROBI] - <S1 Minister [PER Ana Roe]> <Q1 said> <C1 that <S2 aides> <Q2 warned> <C2 of rain> on [DATE Friday]>.
"<C1 We wait>," <S1 she> <Q1 said>. "<C1 And we hope>."

"""


def write(folder: Path, text: str) -> Path:
    (folder / "one.txt").write_text(text, encoding="utf-8")
    return folder


def test_nested_markup_becomes_plain_text_and_spans() -> None:
    text, spans = parse("<C1 that [ORG UN] <Q2 said> <C2 no>>.")
    assert text == "that UN said no."
    assert [(text[s.start : s.end], s.label, s.number, s.depth) for s in spans] == [
        ("that UN said no", "CONTENT", 1, 0),
        ("UN", "ORG", 0, 1),
        ("said", "CUE", 2, 1),
        ("no", "CONTENT", 2, 1),
    ]


@pytest.mark.parametrize(
    ("block", "match"),
    [
        ("[ORG UN", "never closed"),
        ("UN]", "nothing is open"),
        ("[ORG UN>", "ORG is open"),
        ("[PLACE Rome]", "unknown label"),
        ("<S She>", "unknown span"),
        ("[ORG [GPE US] Army]", "name within a name"),
        ("[ORG ]", "empty span"),
        ("[ORG UN ] said", "blank at the end"),
    ],
)
def test_bad_markup_is_told(block: str, match: str) -> None:
    with pytest.raises(BadMarkup, match=match):
        parse(block)


def test_a_report_becomes_sentences_with_the_outermost_attribution(tmp_path: Path) -> None:
    (report,), faults = read_reports(write(tmp_path, _REPORT.format(n=1)))
    sentences, wrong = labelled(report, "own-train")
    assert (faults, wrong) == ([], [])
    first, second, third = sentences
    assert first.text == "a-1" and first.genre == "politics"
    assert first.attribution is not None and first.names is not None
    shown = dict(zip(first.words, first.attribution, strict=True))
    assert (shown["Minister"], shown["said"], shown["that"]) == ("B-SPEAKER", "B-CUE", "B-CONTENT")
    assert shown["warned"] == "I-CONTENT"
    assert dict(zip(first.words, first.names, strict=True))["Ana"] == ("B-PER",)
    assert second.attribution is not None and third.attribution is not None
    assert "B-CUE" in second.attribution
    assert third.attribution[third.words.index("And")] == "B-CONTENT"


@pytest.mark.parametrize(
    ("text", "match"),
    [
        ("# report a\n[ORG UN]\n", r"one.txt:1: a report begins with"),
        ("# report a | b | c\nThe Afg[ORG han] army.\n", r"one.txt:2: .*cuts the word"),
        ("# report a | b | c\n<Q1 said> <S1 she>\n", r"one.txt:2: attribution 1 has no content"),
        ("# report a | b | c\n<Q2 said> <C2 no>\n", r"one.txt:2: .*not from 1"),
        ("# report a | b | c\nx\n\n# report a | b | c\ny\n", "more than once"),
    ],
)
def test_faults_name_file_line_and_what_is_wrong(tmp_path: Path, text: str, match: str) -> None:
    with pytest.raises(ValueError, match=match):
        own("train", write(tmp_path, text))


def test_a_full_stop_that_a_word_keeps_is_no_cut(tmp_path: Path) -> None:
    (sentence,) = own("train", write(tmp_path, "# report a | b | c\nHe saw [PER Mohammed V].\n"))
    assert sentence.names is not None
    assert sentence.names[sentence.words.index("V.")] == ("I-PER",)


def test_every_sixth_report_is_held_back(tmp_path: Path) -> None:
    folder = write(tmp_path, "".join(_REPORT.format(n=number) for number in range(1, 8)))
    assert {s.text for s in own("dev", folder)} == {"a-6"}
    assert len({s.text for s in own("train", folder)}) == 6


def test_the_check_tells_faults_by_its_exit_status(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--check", "--folder", str(write(tmp_path, _REPORT.format(n=1)))]) == 0
    assert "0 faults" in capsys.readouterr().out
    assert main(["--check", "--folder", str(write(tmp_path, "# report a | b | c\n[ORG UN\n"))]) == 1
    assert "one.txt:2" in capsys.readouterr().out


def test_our_corpus_has_no_faults() -> None:
    reports, faults = read_reports(CORPUS)
    faults += [fault for report in reports for fault in labelled(report, "own")[1]]
    assert faults == []
