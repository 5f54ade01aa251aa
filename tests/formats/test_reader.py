"""The marks: whatever is marked, the words of the report stay as they are."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from twosource.formats.reader import Mark, anchors, read_blocks
from twosource.formats.shown import ReportView
from twosource.model import Article, Block, Page, Selector

TEXT = "First line <b>&amp;\n\nSecond line, a little longer than the first.\nThird\n"
BLOCKS = (
    Block(role="headline", start=0, end=19),
    Block(role="body", start=21, end=65),
    Block(role="promo", start=66, end=71),
)


def view(text: str = TEXT, blocks: tuple[Block, ...] = BLOCKS) -> ReportView:
    page = Page(id="sha256:0", location="a.txt", media_type="text/plain", text=text)
    return ReportView(
        label="A", letter="A", article=Article(id="a", page=page.id, blocks=blocks, language="en"), page=page
    )


def marks(spans: list[tuple[int, int]]) -> list[Mark]:
    found = [Mark(start=a, end=b, anchor=f"p{n}", classes="") for n, (a, b) in enumerate(spans)]
    return sorted(found, key=lambda m: (m.start, -m.end, m.anchor))


spans = st.lists(
    st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, len(TEXT))).filter(lambda s: s[0] < s[1]), max_size=12
)


@given(spans)
def test_any_marks_leave_the_text_and_nest(found: list[tuple[int, int]]) -> None:
    report = view()
    for block, shown in zip(BLOCKS, read_blocks(report, marks(found)), strict=True):
        root = html.fragment_fromstring(str(shown.html), create_parent="p")
        assert root.text_content() == TEXT[block.start : block.end]
        assert str(shown.html).count("<mark") == str(shown.html).count("</mark>")


@given(spans)
def test_each_passage_has_its_id_once_and_all_of_its_text_is_marked(found: list[tuple[int, int]]) -> None:
    shown = read_blocks(view(), marks(found))
    ids = [e.get("id") for b in shown for e in html.fragment_fromstring(str(b.html), "p").iter("mark") if e.get("id")]
    touching = {f"p{n}" for n, (a, b) in enumerate(found) if any(a < k.end and k.start < b for k in BLOCKS)}
    assert sorted(ids) == sorted(touching)
    covered = sum(any(a <= i < b for a, b in found) for k in BLOCKS for i in range(k.start, k.end))
    in_marks = sum(
        len(text)
        for b in shown
        for text in html.fragment_fromstring(str(b.html), "p").xpath(".//text()[ancestor::mark]")
    )
    assert in_marks == covered


@settings(max_examples=30)
@given(st.text(st.characters(blacklist_categories=["Cs", "Cc"]), min_size=1, max_size=40))
def test_any_words_are_escaped(text: str) -> None:
    shown = read_blocks(view(text, (Block(role="body", start=0, end=len(text)),)), [])
    assert html.fragment_fromstring(f"<pre>{shown[0].html}</pre>").text_content().lstrip("\n") == text.lstrip("\n")


def test_thousands_of_passages_on_one_line() -> None:
    text = "word " * 20_000
    report = view(text, (Block(role="body", start=0, end=len(text)),))
    shown = read_blocks(report, marks([(n * 5, n * 5 + 14) for n in range(19_000)]))
    assert str(shown[0].html).count("<mark id=") == 19_000


def test_residue_is_told_from_the_report() -> None:
    assert [b.residue for b in read_blocks(view(), [])] == [False, False, True]


def test_passages_are_numbered_by_page_and_place() -> None:
    late, early = (Selector(page="a", start=n, end=n + 1, exact="x") for n in (5, 2))
    assert anchors([late, early, late]) == {early: "p1", late: "p2"}
