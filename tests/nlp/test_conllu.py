from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.nlp.conllu import annotate
from twosource.nlp.heads import parse
from twosource.nlp.rules import RulesAnalyzer
from twosource.nlp.tagger import tagger

WORDS = st.sampled_from(["The", "mayor", "of", "Lima", "said", "that", ",", "she", "would", "go", "€", "𝒳", "\ud800"])
GIVEN = """# sent_id = 1
1\tMayor\t_\t_\t_\t_\t_\t_\t_\t_
2\tAna\t_\t_\t_\t_\t_\t_\t_\t_
3\tRojas\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
4-5\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_
4\tdid\t_\t_\t_\t_\t_\t_\t_\t_
5\tn't\t_\t_\t_\t_\t_\t_\t_\t_
5.1\tever\t_\t_\t_\t_\t_\t_\t_\t_
6\tresign\t_\t_\t_\t_\t_\t_\t_\t_

"""


def test_words_are_filled_and_everything_else_is_kept() -> None:
    lines = list(annotate(GIVEN.splitlines(), RulesAnalyzer()))
    assert [line.split("\t")[:2] for line in lines] == [line.split("\t")[:2] for line in GIVEN.splitlines()]
    cells = {line.split("\t")[0]: line.split("\t") for line in lines if "\t" in line}
    assert cells["2"][3] == "PROPN"
    assert cells["2"][9] == "NER=B-PER"
    assert cells["3"][9] == "SpaceAfter=No|NER=I-PER"
    assert cells["5.1"][3] == "_"
    assert cells["6"][3] == "VERB"
    assert cells["6"][6:8] == ["0", "root"]
    assert cells["4"][6:8] == ["6", "aux"]


@settings(max_examples=80)
@given(st.lists(WORDS, min_size=1, max_size=60))
def test_every_tree_has_one_root_and_no_cycle(words: list[str]) -> None:
    tree = parse(words, tagger().tag(words))
    assert [relation for _, relation in tree].count("root") == 1
    for start in range(len(tree)):
        at, steps = start, 0
        while at != -1:
            at, steps = tree[at][0], steps + 1
            assert steps <= len(tree)
