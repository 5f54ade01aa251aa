"""What a page shows: letters, passages with their surroundings, speakers, places."""

from __future__ import annotations

from dataclasses import replace

import pytest

from twosource.formats.shown import chips, cut, letters
from twosource.formats.stories import StoryView, split
from twosource.formats.views import CONTEXT, RecordView
from twosource.formats.words import day_words, figure_words, number, plural, printable, span_words
from twosource.model import Block, Figure, Origin, Page, Record, Selector, Span

from .invented import TUGS, quote


def test_letters_go_on_after_z() -> None:
    assert [letters(n) for n in (0, 25, 26, 27, 51, 52, 701, 702)] == ["A", "Z", "AA", "AB", "AZ", "BA", "ZZ", "AAA"]


def test_a_report_whose_passages_alone_are_of_an_origin_keeps_its_own_letter(record: Record) -> None:
    agency, own = record.origins
    carried = replace(
        agency,
        articles=(*agency.articles, own.articles[0]),
        passages=(quote(record.pages[1], "At least 17 people were hurt"),),
    )
    view = RecordView(replace(record, origins=(carried, own)))
    assert [(r.label, r.outlet) for r in view.reports][-1] == ("B", "Island Courier")
    assert [r.label for r in view.origins[0].carriers] == ["B"]
    inside, outside = (view.passage(quote(record.pages[1], words)) for words in ("17 people", "one broke an arm"))
    assert (inside.label, outside.label) == ("A in B", "B")
    assert [c.label for c in chips(view.passages([outside.selector, inside.selector]))] == ["A in B", "B"]


def test_a_claim_of_another_origin_in_a_report_is_labelled_so(record: Record) -> None:
    claims = [replace(c, origin=record.origins[0].id) if c.id == "claim:hurt-b" else c for c in record.claims]
    view = RecordView(replace(record, claims=tuple(claims)))
    assert [c.label for c in chips(view.claims_of(record.findings[2]))] == ["A1", "A in B"]


def test_articles_without_an_origin_are_shown(record: Record) -> None:
    view = RecordView(replace(record, origins=record.origins[:1]))
    assert [r.label for r in view.reports] == ["A1", "A2", "B"]


def test_a_passage_is_cut_at_its_block(record: Record) -> None:
    view = RecordView(record)
    p = view.passage(quote(record.pages[0], "We dropped anchor at once."))
    assert p.before + p.exact + p.after == (
        "“The steering failed without any warning,” said captain Maarja Tamm. “We dropped anchor at once.”"
    )
    assert p.report.label == "A1"


def test_a_clause_is_not_shown_beside_its_sentence(record: Record) -> None:
    page = record.pages[1]
    sentence, clause, other = (quote(page, words) for words in (TUGS, "pull the ferry free", "About 230"))
    assert [p.selector for p in RecordView(record).passages([other, clause, sentence, clause])] == [sentence, other]


def test_the_surroundings_are_short_on_a_line_without_end(record: Record) -> None:
    text = "word " * 200_000
    page = Page(id="sha256:1", location="long.txt", media_type="text/plain", text=text)
    article = replace(
        record.articles[0], page=page.id, headline=None, blocks=(Block(role="body", start=0, end=len(text)),)
    )
    view = RecordView(Record(pages=(page,), articles=(article,), origins=(Origin(id="o", articles=(article.id,)),)))
    p = view.passage(Selector.of(page, 500_000, 500_004))
    assert len(p.before) <= CONTEXT + 3
    assert len(p.after) <= CONTEXT + 3


def test_those_called_by_the_same_words_stand_under_one_heading(record: Record) -> None:
    company = next(a for a in record.actors if not a.named)
    other = replace(company, id="actor:other", name="The  Ferry Company")
    denial = next(q for q in record.quotes if q.speaker == company.id)
    again = replace(denial, id="quote:again", speaker=other.id)
    view = RecordView(replace(record, actors=(*record.actors, other), quotes=(*record.quotes, again)))
    assert [(s.name, len(s.quotes)) for s in view.speakers] == [
        ("Maarja Tamm", 2), ("the ferry company", 2), ("Speaker not told", 1),
    ]  # fmt: skip


def test_speakers_named_first_then_unnamed_then_nobody(record: Record) -> None:
    speakers = RecordView(record).speakers
    assert [s.name for s in speakers] == ["Maarja Tamm", "the ferry company", "Speaker not told"]
    assert speakers[0].offices == ("captain",)
    assert len(speakers[0].quotes) == 2


def test_one_speaker_behind_two_origins_is_named(record: Record) -> None:
    view = RecordView(record)
    assert [view.speaker_of(f) for f in record.findings] == [None, "Maarja Tamm", None, None, None]


def test_places_by_how_often_they_are_named(record: Record) -> None:
    assert [p.name for p in RecordView(record).places] == ["Hiiumaa", "Kärdla"]


def test_a_story_takes_only_what_is_its_own(stories_record: Record) -> None:
    ferry, flood = split(stories_record)
    assert len(ferry.articles) == 3
    assert {f.id for f in flood.findings} == {"finding:flood"}
    assert flood.places == ()
    assert flood.quotes == ()
    assert [o.id for o in flood.origins] == ["origin:flood"]
    assert [c.status for c in StoryView(RecordView(ferry)).counts] == [
        "corroborated", "updated", "differs", "single_origin",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2025-03-01", "1 March 2025"),
        ("2025-03", "March 2025"),
        ("2025", "2025"),
        ("2025-03-01T10:00Z", "1 March 2025"),
        ("2025-02-30", "February 2025"),
        ("2025-W11", "2025"),
        ("soon", "soon"),
        ("", ""),
    ],
)
def test_days_in_words(iso: str, words: str) -> None:
    assert day_words(iso) == words


def test_spans_in_words() -> None:
    assert span_words(None) == ""
    assert span_words(Span(earliest=None, latest=None)) == ""
    assert span_words(Span(earliest="2025-03-01", latest="2025-03-01")) == "1 March 2025"
    assert span_words(Span(earliest="2025-03-01", latest="2025-03-04")) == "1 March 2025 – 4 March 2025"
    assert span_words(Span(earliest=None, latest="2025-03-04")) == "4 March 2025"


@pytest.mark.parametrize(
    ("low", "high", "point", "approximate", "words"),
    [
        (12, 12, 12, False, "12"),
        (12, 12, 12, True, "about 12"),
        (10, 1400, None, False, "10–1,400"),
        (0, 50, None, True, "up to 50"),
        (1, 2, 1.5, False, "1.5"),
    ],
)
def test_figures_in_words(low: float, high: float, point: float | None, approximate: bool, words: str) -> None:
    figure = Figure(
        role="killed",
        min=low,
        max=high,
        point=point,
        approximate=approximate,
        status="corroborated",
        origins=2,
        selectors=(),
    )
    assert figure_words(figure) == words


def test_counts_in_words() -> None:
    assert (plural(1, "report"), plural(0, "report"), plural(2, "story", "stories")) == (
        "1 report",
        "0 reports",
        "2 stories",
    )
    assert (number(12.0), number(5_400_000.0), number(0.5)) == ("12", "5,400,000", "0.5")


def test_what_cannot_be_printed_is_replaced_one_for_one() -> None:
    assert printable("a\ud800\x00\u202e\tb\n") == "a\ufffd\ufffd\ufffd\tb\n"


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("one two ", "one two ", "one two"),
        (" one", "one", " one"),
        ("one two three", "… three", "one two …"),
        ("", "", ""),
    ],
)
def test_cut_keeps_the_space_beside_the_passage(text: str, before: str, after: str) -> None:
    assert cut(text, 8, keep_end=True) == before
    assert cut(text, 8) == after


def test_a_figure_says_what_it_stands_on(record: Record) -> None:
    figures = StoryView(RecordView(record)).figures
    assert [(f.words, f.role, f.standing) for f in figures] == [
        ("17", "injured", "latest of several figures, on 2 origins"),
        ("212–230", "participants", "the reports differ"),
    ]


def test_words_without_spaces_are_cut_too() -> None:
    assert cut("座礁" * 60, 10) == "座礁" * 5 + " …"
    assert cut("座礁" * 60, 10, keep_end=True) == "… " + "座礁" * 5
