from hypothesis import given
from hypothesis import strategies as st

from twosource.nlp.turned import one_root, to_ud

Links = list[tuple[str, str]]


def turned(words: str, tags: str, heads: str, labels: str) -> Links:
    """Each word's head (itself for the root) and relation, after turning."""
    tokens = words.split()
    found, relations = to_ud(tokens, tags.split(), ([int(h) for h in heads.split()], labels.split()))
    return [(tokens[i] if h < 0 else tokens[h], r) for i, (h, r) in enumerate(zip(found, relations, strict=True))]


def test_the_noun_is_the_head_of_its_preposition() -> None:
    assert turned("talks in Lima", "NOUN ADP PROPN", "-1 0 1", "ROOT prep pobj") == [
        ("talks", "root"), ("Lima", "case"), ("talks", "nmod"),
    ]  # fmt: skip


def test_of_two_prepositions_too() -> None:
    assert turned("ran out of Lima", "VERB ADP ADP PROPN", "-1 0 1 2", "ROOT prep prep pobj") == [
        ("ran", "root"), ("Lima", "case"), ("Lima", "case"), ("ran", "obl"),
    ]  # fmt: skip


def test_a_clause_after_a_preposition_has_it_as_its_mark() -> None:
    assert turned("left after voting", "VERB ADP VERB", "-1 0 1", "ROOT prep pcomp") == [
        ("left", "root"), ("voting", "mark"), ("left", "advcl"),
    ]  # fmt: skip


def test_what_one_is_said_to_be_is_the_head() -> None:
    assert turned("she says she is a mayor .", "PRON VERB PRON AUX DET NOUN PUNCT", "1 -1 3 1 5 3 1",
                  "nsubj ROOT nsubj ccomp det attr punct") == [
        ("says", "nsubj"), ("says", "root"), ("mayor", "nsubj"), ("mayor", "cop"), ("mayor", "det"), ("says", "ccomp"),
        ("says", "punct"),
    ]  # fmt: skip


def test_what_there_is_is_the_subject() -> None:
    assert turned("there is hope", "PRON AUX NOUN", "1 -1 1", "expl ROOT attr")[1:] == [
        ("is", "root"), ("is", "nsubj"),
    ]  # fmt: skip


def test_trees_of_ud_stay_as_they_are() -> None:
    heads, labels = [2, 2, -1, 4, 2], ["nsubj:pass", "aux:pass", "root", "case", "obl"]
    assert to_ud(["it", "was", "seen", "in", "May"], ["PRON", "AUX", "VERB", "ADP", "PROPN"], (heads, labels)) == (
        heads,
        labels,
    )


def test_several_roots_become_one() -> None:
    assert one_root(["NOUN", "NOUN", "PUNCT"], ([-1, -1, -1], ["ROOT", "ROOT", "punct"])) == (
        [-1, 0, 0],
        ["root", "parataxis", "punct"],
    )


@st.composite
def trees(draw: st.DrawFn) -> tuple[list[str], list[int], list[str]]:
    """Any tree over some words: each hangs from one that was placed before it."""
    size = draw(st.integers(1, 12))
    order = draw(st.permutations(range(size)))
    heads = [-1] * size
    for rank, word in enumerate(order[1:], 1):
        heads[word] = order[draw(st.integers(0, rank - 1))]
    of_words = {"min_size": size, "max_size": size}
    words = draw(st.lists(st.sampled_from(["is", "was", "in", "mayor"]), **of_words))
    return words, heads, draw(st.lists(st.sampled_from(["prep", "pobj", "pcomp", "attr", "expl", "nsubj"]), **of_words))


@given(trees())
def test_a_tree_stays_a_tree(tree: tuple[list[str], list[int], list[str]]) -> None:
    words, heads, labels = tree
    found, relations = to_ud(words, ["NOUN"] * len(words), (heads, labels))
    assert found.count(-1) == 1
    assert len(relations) == len(words)
    for word in range(len(words)):
        above = [word]
        while (head := found[above[-1]]) >= 0:
            assert head not in above
            above.append(head)
