from __future__ import annotations

import random
import re

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.model import Article, Block, Page, page_id
from twosource.origins.sketch import ROW, sketches
from twosource.origins.words import NO_WINDOW, WINDOW, Running, read_words, word_hash

from .press import COPY, OWN, report

Document = tuple[Page, Article]
texts = st.text(alphabet=st.characters(), max_size=120)


def document(*lines: str) -> Document:
    """A page of these lines; those that begin with a hash are no running text."""
    text = "\n".join(lines)
    page = Page(id=page_id(text.encode("utf-8", "surrogatepass")), location="page", media_type="text/plain", text=text)
    blocks, at = [], 0
    for line in lines:
        if line:
            blocks.append(Block(role="promo" if line.startswith("#") else "body", start=at, end=at + len(line)))
        at += len(line) + 1
    return page, Article(id=page.id, page=page.id, blocks=tuple(blocks), language="en")


def running_words(page: Page, article: Article) -> Running:
    """The words of one report read alone."""
    return read_words([(page, article)])[0]


@settings(max_examples=80, deadline=None)
@given(st.lists(st.lists(texts, max_size=4), max_size=5))
def test_words_stand_where_python_finds_them_alone_and_together(pages: list[list[str]]) -> None:
    documents = [document(*(line.replace("\n", " ") for line in lines)) for lines in pages]
    for (page, article), together in zip(documents, read_words(documents), strict=True):
        expected = [
            (b.start + m.start(), b.start + m.end())
            for b in article.blocks
            if b.role == "body"
            for m in re.finditer(r"\w+", page.text[b.start : b.end])
        ]
        alone = running_words(page, article)
        assert list(zip(alone.starts.tolist(), alone.ends.tolist(), strict=True)) == expected
        for field in ("starts", "ends", "hashes", "quoted", "windows"):
            assert np.array_equal(getattr(alone, field), getattr(together, field)), field


def test_case_is_no_matter_and_other_letters_are() -> None:
    assert word_hash("Halden") == word_hash("HALDEN") != word_hash("Halde")
    assert word_hash("ab") != word_hash("ba")
    assert len({word_hash(w) for text in (*COPY, *OWN) for w in re.findall(r"\w+", text.lower())}) == len(
        {w for text in (*COPY, *OWN) for w in re.findall(r"\w+", text.lower())}
    )


def test_no_window_crosses_a_quotation_mark_or_the_end() -> None:
    words = running_words(*document('one two three four five six "seven eight nine ten eleven twelve" end'))
    begins = [n for n, w in enumerate(words.windows.tolist()) if w != NO_WINDOW]
    assert begins == [0, 1, 6, 7]
    assert words.quoted[begins].tolist() == [False, False, True, True]


def test_twenty_words_in_a_row_share_two_sampled_windows_wherever_they_stand() -> None:
    chance = random.Random(2)
    for _ in range(200):
        shared = " ".join(f"s{chance.randrange(10**6)}" for _ in range(2 * ROW + WINDOW - 1))
        pages = []
        for _ in range(2):
            before, after = ([f"w{chance.randrange(10**6)}" for _ in range(chance.randrange(30))] for _ in range(2))
            pages.append(document(" ".join([*before, shared, *after])))
        one, two = sketches([w.windows for w in read_words(pages)])
        assert len(np.intersect1d(one, two)) >= 2


def test_a_sketch_does_not_depend_on_the_reports_read_beside() -> None:
    reports = [report(*COPY, name="a"), report("Too short.", name="b"), report(*OWN, name="c")]
    together = sketches([w.windows for w in read_words(reports)])
    for one, expected in zip(reports, together, strict=True):
        assert np.array_equal(sketches([running_words(*one).windows])[0], expected)


def test_a_long_report_is_read_in_linear_time() -> None:
    words = running_words(*document(" ".join(f"w{n % 977}" for n in range(200_000))))
    assert len(words.hashes) == 200_000
    assert len(sketches([words.windows])[0]) < 200_000 / 3
