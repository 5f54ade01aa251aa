"""Counts the words of UD treebanks into the three tables of the rules analyzer's tagger.

    python training/lexicon/make.py FOLDER_WITH_TREEBANKS

FOLDER holds ewt-train.conllu (UD English EWT, CC BY-SA 4.0) and gum-train/*.conllu (GUM, open texts). Names are left
out: a word that the treebanks know only as a proper noun says nothing of the language, and some are private people.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

TABLES = Path(__file__).parents[2] / "src" / "twosource" / "vocab" / "tables"
NOTE = "# Counted from UD English EWT (CC BY-SA 4.0) and GUM (CC BY 4.0) by training/lexicon/make.py. CC BY-SA 4.0.\n"
Counts = dict[str, Counter[str]]


def sentences(folder: Path) -> Iterator[list[tuple[str, str]]]:
    """Each sentence as its (form, state) pairs; a state is the UD tag and the Penn tag, joined by a dot."""
    for path in [folder / "ewt-train.conllu", *sorted((folder / "gum-train").glob("*.conllu"))]:
        for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
            rows = [line.split("\t") for line in block.split("\n") if line[:1].isdigit()]
            yield [(row[1], f"{row[3]}.{row[4]}") for row in rows if row[0].isdigit()]


def usable(form: str) -> bool:
    """Whether a form is a word that a table may list: letters, an apostrophe or full stops, no address."""
    return form.replace("'", "").replace("’", "").replace(".", "").replace("-", "").isalpha()


def suffixes(word: str) -> list[str]:
    """The endings of one to four letters by which an unknown word is tagged."""
    return [word[-n:] for n in range(1, 5) if len(word) > n]


def count(folder: Path) -> tuple[Counts, Counts, Counter[tuple[str, str]]]:
    """Words to states, endings of rare words to states (`^` before those of capitalised ones), and state pairs."""
    words: Counts = defaultdict(Counter)
    pairs: Counter[tuple[str, str]] = Counter()
    for sentence in sentences(folder):
        before = "<s>"
        for place, (form, state) in enumerate(sentence):
            pairs[before, state] += 1
            before = state
            if usable(form):
                capital = form[0].isupper() and place > 0 and sentence[place - 1][1] not in ("PUNCT.``", "PUNCT.:")
                words[form if capital else form.lower()][state] += 1
        pairs[before, "</s>"] += 1
    endings: Counts = defaultdict(Counter)
    for word, states in words.items():
        if sum(states.values()) <= 10:
            for ending in suffixes(word.lower()):
                endings["^" + ending if word[0].isupper() else ending].update(states)
    return words, endings, pairs


def tabled(counts: Counts, least: int) -> str:
    """Rows of a key and its states with their counts, most frequent first."""
    lines = []
    for key in sorted(counts):
        states = counts[key]
        if sum(states.values()) >= least:
            cell = " ".join(f"{s}:{n}" for s, n in sorted(states.items(), key=lambda x: (-x[1], x[0])))
            lines.append(f"{key}\t{cell}\n")
    return "".join(lines)


def language_only(words: Counts) -> Counts:
    """The words without those that are only ever names or foreign."""
    return {w: c for w, c in words.items() if not all(s.startswith(("PROPN", "X.")) for s in c)}


def main(folder: Path) -> None:
    """Writes the tables."""
    words, endings, pairs = count(folder)
    states = sorted({s for pair in pairs for s in pair})
    following: Counts = {a: Counter({b: pairs[a, b] for b in states if pairs[a, b]}) for a in states}
    (TABLES / "tag_words.tsv").write_text(NOTE + "word\tstates\n" + tabled(language_only(words), 1), encoding="utf-8")
    (TABLES / "tag_endings.tsv").write_text(NOTE + "ending\tstates\n" + tabled(endings, 5), encoding="utf-8")
    (TABLES / "tag_pairs.tsv").write_text(NOTE + "state\tfollowing\n" + tabled(following, 1), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
