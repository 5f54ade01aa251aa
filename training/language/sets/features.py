"""Which of UD's features the model learns, and the FEATS column reduced to them."""

from __future__ import annotations

VERBAL = {
    "VerbForm": {"Fin": "Fin", "Inf": "Inf", "Part": "Part", "Ger": "Ger"},
    "Tense": {"Pres": "Pres", "Past": "Past"},
    "Mood": {"Imp": "Imp"},
    "Voice": {"Pass": "Pass"},
}
NOMINAL = {"Number": {"Sing": "Sing", "Plur": "Plur", "Ptan": "Plur"}}
PRONOMINAL = NOMINAL | {
    "Person": {"1": "1", "2": "2", "3": "3"},
    "PronType": {"Prs": "Prs", "Rel": "Rel", "Int": "Int", "Dem": "Dem"},
}
COMPARED = {"Degree": {"Cmp": "Cmp", "Sup": "Sup"}}

KEPT = {
    "NOUN": NOMINAL,
    "PROPN": NOMINAL,
    "PRON": PRONOMINAL,
    "DET": NOMINAL | {"PronType": {"Rel": "Rel", "Int": "Int", "Dem": "Dem"}},
    "ADJ": COMPARED,
    "ADV": COMPARED | {"PronType": {"Rel": "Rel", "Int": "Int"}},
    "VERB": VERBAL,
    "AUX": VERBAL,
}
"""For each part of speech the features that say something later steps ask for, and the values kept of each.

Tense, mood and voice tell what is said to have happened, is ordered or is suffered; number and person bind pronouns to
their names; a relative pronoun is no question. Left out is what stands for everybody (`Degree=Pos`, `Mood=Ind`), what
the subject says anyway (person and number of verbs) and what is a property of the word itself (`Gender`, `Case`,
`Definite`, `NumType`). A plurale tantum counts as a plural."""

FOLDED = {
    "Number=Sing|Person=3": "Number=Sing|Person=3|PronType=Prs",  # 40 of 109k words with features: itself, herself
    "Number=Plur|Person=3": "Number=Plur|Person=3|PronType=Prs",  # 11
    "Number=Sing|Person=1": "Number=Sing|Person=1|PronType=Prs",  # 9
    "Number=Plur|Person=1": "Number=Plur|Person=1|PronType=Prs",  # 1
    "Number=Sing|Person=2": "Person=2|PronType=Prs",  # 2
    "Number=Plur|Person=2|PronType=Prs": "Person=2|PronType=Prs",  # 9
    "Number=Sing|Person=2|PronType=Prs": "Person=2|PronType=Prs",  # 487, but 2861 of the same words bear no number
}
"""Values met fewer than 50 times in the training parts of EWT and GUM, and the frequent one nearest to each.

24 values are left, `_` among them, of the 250 that the two have as written."""


def reduced(feats: str, upos: str) -> str:
    """FEATS of a word of that part of speech with the kept features alone, sorted as UD sorts; `_` for none."""
    kept = KEPT.get(upos, {})
    if feats == "_" or not kept:
        return "_"
    pairs = [pair.partition("=") for pair in feats.split("|")]
    chosen = [f"{name}={kept[name][value]}" for name, _, value in pairs if value in kept.get(name, {})]
    value = "|".join(chosen) or "_"
    return FOLDED.get(value, value)
