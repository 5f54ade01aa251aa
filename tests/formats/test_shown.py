"""How the pieces of a page are cut and counted: copies said once, a headline where there is none."""

from __future__ import annotations

from dataclasses import replace

from twosource.formats.shown import CHIPS, MOST_CHIPS, Passage, chips, without_copies
from twosource.formats.views import RecordView
from twosource.model import Record


def passages(record: Record, copies: int) -> list[Passage]:
    """One passage as so many copies of one text have it, and one of another origin."""
    view = RecordView(record)
    one, other = (view.passage(c.selector) for c in (record.claims[0], record.claims[-1]))
    labels = [f"Z{n}" for n in range(1, copies + 1)]
    same = [replace(one, letter="Z", report=replace(one.report, letter="Z", label=label)) for label in labels]
    return [*same, replace(other, letter="Y", report=replace(other.report, letter="Y", label="Y"))]


def test_many_copies_have_one_label_with_their_number(record: Record) -> None:
    assert [c.label for c in chips(passages(record, CHIPS))] == ["Z1", "Z2", "Z3", "Z4", "Y"]
    many = list(chips(passages(record, 29)))
    assert [c.label for c in many] == ["Z ×29", "Y"]
    assert many[0].title.startswith("29 reports: ")
    assert many[0].title.endswith(f"and {29 - CHIPS} more")


def test_the_words_of_copies_are_shown_once(record: Record) -> None:
    first, last = without_copies(passages(record, 7))
    assert [p.label for p in (first.passage, *first.copies)] == [f"Z{n}" for n in range(1, 8)]
    assert (last.passage.label, list(last.copies)) == ("Y", [])


def test_what_one_report_says_twice_is_no_copy(record: Record) -> None:
    one = passages(record, 1)[0]
    assert [len(p.copies) for p in without_copies([one, one])] == [0, 0]


def test_a_report_without_a_headline_is_called_by_how_it_begins(record: Record) -> None:
    report = RecordView(record).reports[0]
    bare = replace(report, article=replace(report.article, headline=None))
    begins = next(b for b in report.article.blocks if b.role in ("lead", "body"))
    assert bare.headline.startswith("“" + report.page.text[begins.start : begins.start + 20])
    assert bare.headline.endswith("…”")
    assert replace(bare, article=replace(bare.article, blocks=())).headline == "(no headline)"


def test_an_address_is_shown_without_what_is_the_same_everywhere(record: Record) -> None:
    report = RecordView(record).reports[0]
    assert replace(report, article=replace(report.article, address=None)).address == report.filename
    shown = replace(report, article=replace(report.article, address="https://www.post.example/a")).address
    assert shown == "post.example/a"
    assert len(replace(report, article=replace(report.article, address="https://x/" + "a" * 500)).address) < 80


def test_labels_beside_a_sentence_are_a_dozen_and_the_number_of_the_others(record: Record) -> None:
    one = passages(record, 1)[0]
    letters = [f"Z{chr(65 + n)}" for n in range(20)]
    many = [replace(one, letter=x, report=replace(one.report, letter=x, label=x)) for x in letters]
    labels = [c.label for c in chips(many)]
    assert labels == [*letters[:MOST_CHIPS], f"+{20 - MOST_CHIPS}"]
    assert [c.label for c in chips(many[: MOST_CHIPS + 1])] == letters[: MOST_CHIPS + 1], "no label for one label"


def test_reports_that_carry_the_text_of_another_origin_are_counted_apart(record: Record) -> None:
    one = passages(record, 1)[0]
    carried = [replace(one, report=replace(one.report, letter=x, label=x)) for x in "ABCDE"]
    assert [c.label for c in chips([carried[0], one, *carried[1:]])] == ["Z1", "Z in 5 others"]
    assert [c.label for c in chips([one, *carried[:2]])] == ["Z1", "Z in A", "Z in B"]
