"""`python -m bench.stories [ARTICLES]`: reports a second that are sorted into stories, the vectors of their tops given.

Twice: reports mixed from the examples, which all share their words (nearly all are looked at again and again), and
reports of words drawn at random, eight of each happening. A stream twice as long should not be slower by the report.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from bench.corpus import reports
from twosource.stories import cluster
from twosource.stories.cluster import Arrival

OF_ONE = 8
"""Reports of a happening."""
PARTS = 4


def mixed(count: int) -> list[Arrival]:
    """The examples' paragraphs, shuffled."""
    chance = np.random.default_rng(1)
    return [(row["id"], f"{row['title']}\n{row['text']}", None, _top(chance)) for row in reports(count)]


def drawn(count: int) -> list[Arrival]:
    """Words by Zipf's law, a fifth of them from the thirty of the happening."""
    chance, draw = np.random.default_rng(1), random.Random(1)
    own = [[f"w{draw.randrange(200_000)}x" for _ in range(30)] for _ in range(count // OF_ONE + 1)]
    tops = [chance.normal(size=384) for _ in own]
    order = [n % len(own) for n in range(count)]
    draw.shuffle(order)
    made: list[Arrival] = []
    for number, happening in enumerate(order):
        words = [f"w{min(rank, 200_000)}x" for rank in chance.zipf(1.2, 320).tolist()]
        words += [draw.choice(own[happening]) for _ in range(80)]
        draw.shuffle(words)
        text = " ".join(words[:10]) + "\n" + " ".join(words[10:])
        made.append((f"r{number}", text, None, _top(chance, tops[happening])))
    return made


def _top(chance: np.random.Generator, near: float | NDArray[np.float64] = 0.0) -> bytes:
    vector = chance.normal(size=384) + near
    return (vector / np.linalg.norm(vector)).astype("<f2").tobytes()


def show(name: str, arrivals: Iterable[Arrival], count: int) -> None:
    """Reports a second of processor time in each part of the stream."""
    speeds: list[str] = []
    told: dict[str, str] = {}
    begun = time.process_time()
    for article, story in cluster(arrivals):
        told[article] = story
        if len(told) == count * (len(speeds) + 1) // PARTS:
            now = time.process_time()
            speeds.append(f"{count / PARTS / (now - begun):.0f}")
            begun = now
    print(f"{name:10} {count} reports, {len(set(told.values()))} stories; a second: {', '.join(speeds)}")


def main() -> None:
    """Prints both."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 4000
    show("mixed", mixed(count), count)
    show("drawn", drawn(count), count)


if __name__ == "__main__":
    main()
