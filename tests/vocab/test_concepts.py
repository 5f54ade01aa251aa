from __future__ import annotations

from collections import Counter

import pytest

from twosource.text.stems import stem
from twosource.vocab.concepts import concepts, phrases
from twosource.vocab.rows import rows, split


def test_words_for_the_same_thing_meet_in_one_concept() -> None:
    found = concepts()
    assert found[stem("explosion")] == found[stem("blast")]
    assert found[stem("talks")] == found[stem("summit")]
    assert found[stem("killed")] != found[stem("injured")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("carmaker", "automaker"),
        ("plant", "factory"),
        ("villagers", "residents"),
        ("lawmakers", "legislators"),
        ("bribe", "graft"),
        ("survived", "survivors"),
        ("wept", "crying"),
        ("diver", "dived"),
        ("metre", "meters"),
    ],
)
def test_forms_spellings_and_other_words_of_one_thing_meet(one: str, other: str) -> None:
    assert concepts()[stem(one)] == concepts()[stem(other)]


@pytest.mark.parametrize(
    ("one", "other"),
    [("attack", "war"), ("hospital", "doctor"), ("arson", "fire"), ("murder", "manslaughter"), ("hear", "court")],
)
def test_what_is_only_of_one_topic_does_not_meet(one: str, other: str) -> None:
    assert concepts().get(stem(one), one) != concepts().get(stem(other), other)


@pytest.mark.parametrize(
    ("words", "concept"),
    [
        ("laid down their arms", "surrender"),
        ("came into force", "take effect"),
        ("silenced their guns", "ceasefire"),
        ("walked free", "release"),
        ("put out of work", "dismiss"),
        ("prime minister", "premier"),
    ],
)
def test_set_phrases_name_what_they_mean(words: str, concept: str) -> None:
    first, *rest = (stem(word) for word in words.split())
    assert (tuple(rest), concept) in phrases()[first]


def test_each_word_stands_in_one_row_and_each_row_joins_two() -> None:
    table = [(row["concept"], split(row["words"])) for row in rows("concepts.tsv")]
    stems = {name: {" ".join(stem(part) for part in word.split()) for word in words} for name, words in table}
    often = Counter(root for held in stems.values() for root in held if " " not in root)
    assert len(stems) == len(table)
    assert not [root for root, count in often.items() if count > 1]
    assert not [name for name, held in stems.items() if len(held) < 2]
