import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.actors.made import reading
from twosource.actors import find_actors

PLAIN = [
    "Ana",
    "Rojas",
    "Mr.",
    "the",
    "US",
    "Defense",
    "Secretary",
    ",",
    "who",
    "heads",
    "(",
    "NRC",
    ")",
    "said",
    "he",
    "-",
    "led",
    "coalition",
    "rebels",
    "'s",
    "IS",
    "group",
    "Shinzo Abe",
    "Abe",
    "Japan",
    "prime minister",
    "NATO chief",
    "Jr.",
    "P.",
    "of",
    "University",
    "St",
    "People",
    "Army",
    "known as",
    "his",
    "Turkish",
    "Foreign Ministry",
    "the government of",
    "and",
]
WORDS = st.sampled_from([*PLAIN, "“", "”", '"', "using another name for", ".", "\n\n", "🙂", "\ud800"])


@settings(max_examples=150)
@given(st.lists(WORDS, max_size=60).map(" ".join))
def test_mentions_quote_the_page_on_any_run_of_words(text: str) -> None:
    found = reading(text, date="2016-05-01")
    assert len({a.id for a in found.actors}) == len(found.actors)
    for actor in found.actors:
        assert actor.mentions
        for mention in actor.mentions:
            mention.selector.check(found.page)
            assert mention.selector.exact == mention.selector.exact.strip()
        for evidence in actor.evidence:
            assert evidence.detail
            for selector in evidence.selectors:
                selector.check(found.page)


def test_a_reading_without_analysis_is_left_alone() -> None:
    bare = replace(reading("Ana Rojas left."), analysis=None, actors=())
    assert find_actors(bare) is bare


CHAINS = (
    "Ana Rojas (AR), also known as Bo (B) ",
    "P. Rojas Jr., J. Rojas and Mr. Rojas saw him. ",
    "University of University of St Anne's Hospital ",
    "The Council (NRC) and the Company (NRC) met the NRC. ",
    "Peru and Chile and Turkey's Army said that the court of the council left. ",
    "the president of the minister of the head of ",
)


@pytest.mark.parametrize("chain", CHAINS)
def test_four_times_the_text_takes_no_more_than_in_proportion(chain: str) -> None:
    once, more = (_seconds(chain * n) for n in (100, 400))
    assert more < 12 * once + 0.5


def _seconds(text: str) -> float:
    plain = reading(text)
    start = time.process_time()
    find_actors(plain)
    return time.process_time() - start
