import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import pytest

from twosource.errors import BrokenModel
from twosource.model import Mentioned
from twosource.nlp.rules import given_line
from twosource.nlp.shipped.link_features import ALONE, CANDIDATES, NEAR, PAIRS, SIGNS, Table
from twosource.nlp.shipped.link_scores import HIDDEN, LinkScorer
from twosource.nlp.shipped.link_words import KINDS, PRONOUNS, Seen, seen
from twosource.nlp.shipped.mentions import linked
from twosource.nlp.shipped.network import Labels


@dataclass(frozen=True)
class Read:
    words: list[str]
    labels: Labels


def read(rows: str) -> Read:
    """One word a line: word, upos, head, deprel, the type of the mention it heads; words in -s are plurals."""
    cells = [row.split() for row in rows.strip().splitlines()]
    words = [c[0] for c in cells]
    states = np.zeros((len(words), 64), dtype=np.float32)
    feats = ["Number=Plur" if w.endswith("s") else "Number=Sing" for w in words]
    labels = Labels(
        upos=[c[1] for c in cells],
        feats=feats,
        heads=[int(c[2]) for c in cells],
        deprels=[c[3] for c in cells],
        names=[],
        attribution=[],
        mentions=[c[4] if len(c) > 4 else "" for c in cells],
        link_word=states,
        link_head=states,
        vector=np.zeros(384, dtype=np.float32),
    )
    return Read(words, labels)


MINISTER = read("""
Ana    PROPN 4 nsubj person
Borges PROPN 0 flat
,      PUNCT 3 punct
mayor  NOUN  0 appos person
left   VERB -1 root
the    DET   6 det
harbour NOUN 4 obj  place
""")
SHE = read("""
Borges PROPN 1 nsubj person
took   VERB -1 root
her    PRON  3 nmod:poss person
boats  NOUN  1 obj   object
""")


def table(*sentences: Read) -> Table:
    return Table([s.words for s in sentences], [s.labels for s in sentences])


def mentions(*sentences: Read) -> list[Seen]:
    return list(seen([s.words for s in sentences], [s.labels for s in sentences]))


def signs(found: Table, i: int, j: int) -> set[str]:
    """The signs of mention `i` with the earlier mention `j`."""
    row = found.pairs(i, i + 1)[0][i - j - 1][-len(SIGNS) :]
    return {sign for sign, bit in zip(SIGNS, row.tolist(), strict=True) if bit}


def weights(b2: float = -1.0, **of_signs: float) -> dict[str, np.ndarray]:  # type: ignore[type-arg]
    """A scorer that adds up the signs that are named, with `_` for blanks."""
    w1 = np.zeros((2 * ALONE + PAIRS, HIDDEN), dtype=np.float32)
    for sign, value in of_signs.items():
        w1[2 * ALONE + PAIRS - len(SIGNS) + SIGNS.index(sign.replace("_", " ")), 0] = value
    w2 = np.zeros(HIDDEN, dtype=np.float32)
    w2[0] = 1
    return {"link_w1": w1, "link_b1": np.zeros(HIDDEN, np.float32), "link_w2": w2, "link_b2": np.full(1, b2)}


def links(given: Mapping[str, object], *sentences: Read) -> list[int | None]:
    lines = [given_line(s.words) for s in sentences]
    return [m.antecedent for m in linked(lines, [s.labels for s in sentences], LinkScorer(given))]


def test_kinds_of_phrases() -> None:
    assert [KINDS[m.kind] for m in mentions(MINISTER, SHE)] == [
        "name", "bare", "definite", "name", "pronoun", "possessed",
    ]  # fmt: skip
    assert list(PRONOUNS)[mentions(SHE)[1].pronoun] == "she"


def test_a_name_is_known_by_its_last_word() -> None:
    first, _, _, second, her, _ = mentions(MINISTER, SHE)
    assert first.key == second.key
    assert first.word != second.word
    assert first.phrase != second.phrase
    assert her.key == -1


def test_the_name_around_a_name_inside_it_is_not_its_own() -> None:
    police = read("the DET 3 det\nHong PROPN 3 compound place\nKong PROPN 1 flat\nPolice PROPN -1 root organization")
    city = read("Hong PROPN -1 root place\nKong PROPN 0 flat")
    inner, outer, other = mentions(police, city)
    assert inner.phrase == other.phrase
    assert inner.key != outer.key


def test_an_acronym_and_its_name_in_both_orders() -> None:
    long = read("Bureau PROPN -1 root organization\nof ADP 2 case\nHarbour PROPN 0 nmod\nAffairs PROPN 2 flat")
    short = read("B.H.A. PROPN -1 root organization")
    assert "initials" in signs(table(long, short), 1, 0)
    assert "initials" in signs(table(short, long), 1, 0)
    assert "initials" not in signs(table(long, read("BHX PROPN -1 root organization")), 1, 0)


def test_signs_of_pairs() -> None:
    found = table(MINISTER, SHE)
    assert signs(found, 1, 0) == {"same number", "same type", "in apposition"}
    assert signs(found, 3, 0) == {"same key", "part of a name", "other number", "same type"}
    assert signs(found, 5, 4) == {"governing", "other number"}
    assert "other pronoun" in signs(table(SHE, read("He PRON -1 root person")), 3, 1)


def test_a_name_is_remembered_beyond_the_nearest() -> None:
    others = [read(f"w{i} NOUN -1 root object") for i in range(NEAR + 5)]
    found = table(read("Oslo PROPN -1 root place"), *others, read("Oslo PROPN -1 root place"))
    last = found.candidates(found.size - 1, found.size)
    assert last.shape == (1, CANDIDATES)
    assert last[0, 0] == found.size - 2
    assert last[0, -1] == 0
    assert (found.candidates(0, 1) == -1).all()


def test_mentions_are_linked_and_stand_where_their_words_stand() -> None:
    lines = [given_line(s.words) for s in (MINISTER, SHE)]
    found = linked(lines, [MINISTER.labels, SHE.labels], LinkScorer(weights(same_key=3)))
    assert found[0] == Mentioned(sentence=0, token=0, type="person")
    assert found[3] == Mentioned(sentence=1, token=0, type="person", antecedent=0)
    assert [m.antecedent for m in found] == [None, None, None, 0, None, None]


def test_of_two_alike_the_nearer_is_taken_and_below_nothing_none() -> None:
    oslo = read("Oslo PROPN -1 root place")
    assert links(weights(same_key=3), oslo, oslo, oslo) == [None, 0, 1]
    assert links(weights(same_key=0.5), oslo, oslo, oslo) == [None, None, None]


def test_states_of_the_encoder_count() -> None:
    a, b = (read(f"{word} NOUN -1 root object") for word in ("boat", "vessel"))
    a.labels.link_head[0, 0], b.labels.link_word[0, 0] = 4, 4
    assert links(weights(b2=-1.9), a, b) == [None, 0]
    assert links(weights(b2=-2.1), a, b) == [None, None]


def test_nothing_to_link() -> None:
    assert links(weights()) == []
    assert links(weights(), read("Rain NOUN -1 root")) == []
    assert table().pairs(0, 0).shape == (0, CANDIDATES, PAIRS)


def anything(seed: int, sentences: int) -> Iterator[Read]:
    """Sentences of words and labels by chance, trees not excepted."""
    rng = random.Random(seed)
    words = ["Oslo", "it", "THE", "the", ".", "مدينة", "🙂", "U.N.", "ÉU", "of", "x" * 300, "\u200b", "their"]
    for _ in range(sentences):
        n = rng.randint(1, 9)
        rows = [
            f"{rng.choice(words)} {rng.choice(['PROPN', 'NOUN', 'PRON', 'DET', 'ADJ', 'X'])} {rng.randrange(-1, n)} "
            f"{rng.choice(['nsubj', 'det', 'flat', 'appos', 'nmod:poss'])} {rng.choice(['person', 'unheard', ''])}"
            for _ in range(n)
        ]
        yield read("\n".join(rows))


def test_any_text_gives_links_to_earlier_mentions_the_same_each_time() -> None:
    text = list(anything(1, 200))
    given = weights(same_word=1, same_type=0.7, other_number=-1, part_of_a_name=2, governed=-3)
    found = links(given, *text)
    assert len(found) > 2 * 128
    assert all(j is None or j < i for i, j in enumerate(found))
    assert sum(j is not None for j in found) > 20
    assert links(given, *text) == found


def test_what_comes_later_changes_no_link() -> None:
    text = list(anything(2, 150))
    given = weights(same_word=1, same_type=0.7)
    before = links(given, *text[:70])
    assert links(given, *text)[: len(before)] == before


@pytest.mark.parametrize("name", ["link_w1", "link_b1", "link_w2", "link_b2"])
def test_weights_that_are_missing_or_of_another_shape_are_named(name: str) -> None:
    given = weights()
    with pytest.raises(BrokenModel, match=f"{name}.*--analyzer rules"):
        LinkScorer({key: value for key, value in given.items() if key != name})
    with pytest.raises(BrokenModel, match=name):
        LinkScorer(given | {name: np.zeros(3)})
