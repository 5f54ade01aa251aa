from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.quotes.made import quotes, reading
from twosource.quotes import find_quotes
from twosource.quotes.evidence import RULES

MARKS = [
    "“dam", '"The', '"', "”", "'", "‘", "’", "„", "‚", "«", "»", "‹", "›", "``", "''", "`", "‘Low", "'It", "--",
    ",", ".", ":", ";", "—", "(", ")", "😀", "\u200f",
]  # fmt: skip
PLAIN = [
    "said", "quoted", "as", "saying", "was", "denied", "nor", "no", "one", "court", "heard", "view", "in", "Q",
    "told", "that", "and", "who", "Joan", "Low", "officials", "according", "to", "adding", "she", "on",
]  # fmt: skip
WORDS = st.sampled_from([*MARKS, *PLAIN, "whether", "reporters", "Monday", "not", "would", "did", "5"])


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(WORDS, min_size=1, max_size=30).map(" ".join), min_size=1, max_size=4))
def test_every_selector_quotes_the_page(paragraphs: list[str]) -> None:
    made = reading(*[p for p in paragraphs if p.strip()])
    done = find_quotes(made)
    for quote in done.quotes:
        for selector in (*quote.content, quote.cue, quote.speaker_selector):
            if selector is not None:
                selector.check(made.page)
        assert quote.evidence and all(0 <= e.score <= 1 for e in quote.evidence)
        assert quote.speaker is None or quote.speaker in {a.id for a in done.actors}
    assert len({q.id for q in done.quotes}) == len(done.quotes)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_no_text_breaks_it(text: str) -> None:
    if text.strip():
        find_quotes(reading(text.replace("\n", " ")))


def test_the_same_text_gives_the_same_quotes() -> None:
    text = '"We go on," officials said, adding that "nothing" had changed. Joan Low said so.'
    assert quotes(text) == quotes(text)


def test_an_article_that_was_not_analysed_has_no_quotes() -> None:
    made = reading("Joan Low said so.")
    from dataclasses import replace

    assert find_quotes(replace(made, analysis=None)).quotes == ()


def test_a_long_line_without_full_stops_is_read_in_bounded_pieces() -> None:
    found = quotes("Joan Low said that the dam was full and " * 2000)
    assert len(found) > 100


def test_every_rule_is_explained() -> None:
    assert all(rule.__doc__ and rule.__name__ == name for name, rule in RULES.items())


@pytest.mark.parametrize(
    "line", ["NAME{}: We saw it.", "Name{} Low: We saw it.", '"We saw it," he said. He left in {}.', '"We saw it{}.']
)
def test_thousands_of_paragraphs_take_a_moment(line: str) -> None:
    """Two thousand of them take about a second; if each looked at all others it would be minutes."""
    find_quotes(reading(*[line.format(n) for n in range(2000)]))
