"""A spaCy pipeline so small that it is trained in seconds, on invented sentences with labels of the ClearNLP scheme."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language

SKELETONS = (
    (
        "{given} {family} visited {town} on Monday .",
        "PROPN PROPN VERB PROPN ADP PROPN PUNCT",
        "1 2 2 2 2 4 2",
        "compound nsubj ROOT dobj prep pobj punct",
        "B-PERSON L-PERSON O U-GPE O U-DATE O",
    ),
    (
        "The bridge in {town} was closed by {body} .",
        "DET NOUN ADP PROPN AUX VERB ADP PROPN PUNCT",
        "1 5 1 2 5 5 5 6 5",
        "det nsubjpass prep pobj auxpass ROOT agent pobj punct",
        "O O O U-GPE O O O U-ORG O",
    ),
    (
        "{family} is a doctor from {town} .",
        "PROPN AUX DET NOUN ADP PROPN PUNCT",
        "1 1 3 1 3 4 1",
        "nsubj ROOT det attr prep pobj punct",
        "U-PERSON O O O O U-GPE O",
    ),
    (
        "{body} said the boats had left {town} .",
        "PROPN VERB DET NOUN AUX VERB PROPN PUNCT",
        "1 1 3 5 5 1 5 1",
        "nsubj ROOT det nsubj aux ccomp dobj punct",
        "U-ORG O O O O O U-GPE O",
    ),
)
"""Words, tags, heads, relations and names (BILUO) of a sentence with places to fill."""
FILLINGS = (
    {"given": "Ann", "family": "Roe", "town": "Lima", "body": "UNICEF"},
    {"given": "Paul", "family": "Okello", "town": "Gdynia", "body": "Reuters"},
    {"given": "Liv", "family": "Moe", "town": "Bergen", "body": "Oxfam"},
    {"given": "Ivan", "family": "Petrov", "town": "Kisumu", "body": "NATO"},
    {"given": "Maria", "family": "Silva", "town": "Porto", "body": "Interpol"},
)
PARTS = ("morphologizer", "parser", "ner")


def train(parts: Sequence[str] = PARTS, rounds: int = 30) -> Language:
    """A pipeline with these components, trained on 20 sentences (a second for each ten rounds); seeds are fixed."""
    import spacy
    from spacy.util import fix_random_seed

    fix_random_seed(0)
    nlp = spacy.blank("en")
    for part in parts:
        nlp.add_pipe(part, config={"min_action_freq": 1} if part == "parser" else {})
    examples = list(_examples(nlp))
    nlp.initialize(lambda: examples)
    order = random.Random(0)
    for _ in range(rounds):
        order.shuffle(examples)
        nlp.update(examples)
    return nlp


def _examples(nlp: Language) -> Iterator[Any]:
    from spacy.tokens import Doc
    from spacy.training import Example

    for words, tags, heads, relations, names in SKELETONS:
        for filling in FILLINGS:
            reference = Doc(
                nlp.vocab,
                words=words.format(**filling).split(),
                pos=tags.split(),
                heads=[int(head) for head in heads.split()],
                deps=relations.split(),
                ents=names.replace("U-", "B-").replace("L-", "I-").split(),
            )
            yield Example(Doc(nlp.vocab, words=[token.text for token in reference]), reference)
