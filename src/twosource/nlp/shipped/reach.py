"""Which sentences of an article the network reads. The others are left to the rules, at a tenth of the time.

The work on a page may take ten seconds. Two million characters, the longest page, are 350,000 words, of which the
network reads 6,000 in a second; an article of news has 500.
"""

from __future__ import annotations

from collections.abc import Sequence

MOST_WORDS = 12_000
"""Words of an article that are read, from its beginning: two seconds, four where no tree is easily found."""
LEAST = 8
"""Words that a sentence counts as at least: running the network takes that time for one word."""
LONGEST_SENTENCE = 300
"""Words; a longer one, of at most 4,000 characters, is no language but debris."""


def within_reach(sentences: Sequence[Sequence[str]]) -> list[int]:
    """The numbers of the sentences to be read, each given as its words, in order."""
    found: list[int] = []
    room = MOST_WORDS
    for i, words in enumerate(sentences):
        if len(words) <= LONGEST_SENTENCE and speaks(words):
            room -= max(len(words), LEAST)
            if room < 0:
                break
            found.append(i)
    return found


def speaks(words: Sequence[str]) -> bool:
    """Whether there is a letter or a figure in it."""
    return any(word.isalnum() for word in words) or any(map(str.isalnum, "".join(words)))
