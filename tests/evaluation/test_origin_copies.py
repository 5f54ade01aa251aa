from __future__ import annotations

import random

from evaluation.origin_copies import Told, embedded, exact, false_links


def invented(count: int) -> list[Told]:
    """Reports of made-up words, thirty sentences each; two of every story, which share a third of them."""
    chance = random.Random(3)

    def sentence() -> str:
        return "W" + " ".join(f"w{chance.randrange(10**6)}" for _ in range(14)) + "."

    told = []
    for story in range(count // 2):
        common = [sentence() for _ in range(10)]
        for _ in range(2):
            own = [sentence() for _ in range(20)]
            told.append(Told(str(story), "\n".join([*own[:10], *common, *own[10:]])))
    return told


def test_embedded_sentences_are_found_and_nothing_else() -> None:
    found, followed, false = embedded(invented(30), 80)
    assert found == 1.0
    assert 0.0 < followed <= 1.0
    assert false == 0


def test_links_across_stories_are_counted() -> None:
    told = invented(10)
    assert false_links(told)[1:] == (0, 0)
    apart = [Told(f"{one.story}.{n}", one.text) for n, one in enumerate(told)]
    _, links, shared = false_links(apart)
    assert links + shared == len(told) // 2


def test_the_index_gives_what_comparing_all_with_all_gives() -> None:
    by_index, by_all, same, other = exact(invented(40))
    assert by_index == by_all == 20
    assert other == 0
    assert same <= 20
