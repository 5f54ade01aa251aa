import pytest

from training.language.sets.conllu import Sentence
from training.language.sets.gum_coref import Mention, columns, head_of, mentions


def _sentence(heads: tuple[int, ...], misc: tuple[str, ...]) -> Sentence:
    same = tuple("_" for _ in heads)
    return Sentence("GUM_news_x", same, same, same, same, same, heads, same, misc)


def test_nested_mentions_that_end_together() -> None:
    # the mayor of Ghent
    misc = (
        "Entity=(4-person-new-nnnnn-cf1-2-coref",
        "SpaceAfter=No",
        "_",
        "Entity=(5-place-new-nnnnn-cf2-1-sgl-Ghent)4)",
    )
    assert mentions(misc) == [Mention(3, 4, "place", 5), Mention(0, 4, "person", 4)]
    assert columns(_sentence((1, -1, 3, 1), misc)) == (("", "person", "", "place"), (-1, 4, -1, 5))


def test_two_mentions_may_cross_and_a_cluster_may_nest_in_itself() -> None:
    assert mentions(("Entity=(1-a-x", "Entity=(2-b-x", "Entity=1)", "Entity=2)")) == [
        Mention(0, 3, "a", 1),
        Mention(1, 4, "b", 2),
    ]
    assert mentions(("Entity=(1-a-x(1-a-x)", "Entity=1)")) == [Mention(0, 1, "a", 1), Mention(0, 2, "a", 1)]


def test_the_longest_mention_at_a_head_wins() -> None:
    # Ana, the mayor: both mentions are headed by the first word
    misc = ("Entity=(7-person-new-n-cf-1-coref(7-person-new-n-cf-1-appos)", "_", "_", "Bridge=1<2|Entity=7)")
    assert columns(_sentence((-1, 3, 3, 0), misc)) == (("person", "", "", ""), (7, -1, -1, -1))


def test_of_two_words_with_a_head_outside_the_first_is_the_head() -> None:
    assert head_of(Mention(1, 3, "event", 1), (-1, 0, 0)) == 1
    assert head_of(Mention(0, 2, "event", 1), (1, 0)) == 0  # a circle, which no tree has


@pytest.mark.parametrize(
    ("misc", "message"),
    [
        (("Entity=(1-a-x", "_"), "mention 1, opened at word 0, is not closed"),
        (("_", "Entity=3)"), "mention 3 is closed at word 1 and was not opened"),
        (("Entity=(person)",), "does not begin with a cluster's number"),
    ],
)
def test_broken_brackets_are_named(misc: tuple[str, ...], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        mentions(misc)
