from hypothesis import given, settings
from hypothesis import strategies as st

from tests.actors.made import reading

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
    from dataclasses import replace

    from twosource.actors import find_actors

    bare = replace(reading("Ana Rojas left."), analysis=None, actors=())
    assert find_actors(bare) is bare
