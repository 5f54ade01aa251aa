from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.events.made import events, reading
from twosource.events import find_events
from twosource.vocab.events import event_types

WORDS = st.sampled_from(
    ["troops", "attacked", "the", "of", "to", "by", "who", ",", "and", "if", "talks", "held", "not", "will", "killed",
     "said", "Oman", "'s", "was", "being", "is", "strike", "air", "no", "with", "that", ".", "“", "\U0001f525", "مصر",
     "\ud800", "\x00", "meeting", "agreed", "\u200f", "between", "sanctions", "lifted", "on"]
)  # fmt: skip


@given(st.lists(WORDS, max_size=60).map(" ".join))
@settings(max_examples=150, deadline=None)
def test_any_order_of_words_gives_events_whose_selectors_hold(text: str) -> None:
    made = reading(text)
    for event in events(made):
        for words in (event.anchor, *(p.selector for p in (*event.actors, *event.recipients))):
            words.check(made.page)
        assert event.type in event_types()
        assert set(event.mode) <= set(event_types()[event.type].modes)


@given(st.text(max_size=300))
@settings(max_examples=100, deadline=None)
def test_any_text_is_read_without_an_error(text: str) -> None:
    assert isinstance(events(reading(text)), tuple)


def test_no_analysis_gives_no_events() -> None:
    assert find_events(replace(reading("Gunmen attacked a bus."), analysis=None)).events == ()


def test_the_same_text_gives_the_same_events() -> None:
    text = "Peru and Chile held talks. Gunmen killed two guards. Police will arrest the men."
    assert events(text) == events(text)


def test_a_sentence_of_a_thousand_verbs_ends() -> None:
    assert len(events("police arrested men and " * 1000)) >= 4
