"""Counts who is whose head in UD treebanks into the tables of src/twosource/nlp/heads.py.

    python training/heads/make.py FOLDER_WITH_TREEBANKS

FOLDER as for training/lexicon/make.py. Each pair of words within the window counts once for how it looks, and once more
if it is a link; the share of links among pairs that look alike is the score of a link.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from twosource.nlp.links import WINDOW, Between, bucket, openings, upos

TABLES = Path(__file__).parents[2] / "src" / "twosource" / "vocab" / "tables"
NOTE = "# Counted from UD English EWT (CC BY-SA 4.0) and GUM (CC BY 4.0) by training/heads/make.py. CC BY-SA 4.0.\n"
LEAST_LINKS, LEAST_PAIRS = 2, 60
"""What looks are kept: the others say nothing that the broad look does not."""
Row = tuple[str, str, int, str]


def sentences(folder: Path) -> Iterator[list[Row]]:
    """Each sentence as its (form, state, head from 0, relation) rows; the head of the root is -1."""
    for path in [folder / "ewt-train.conllu", *sorted((folder / "gum-train").glob("*.conllu"))]:
        for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
            rows = [line.split("\t") for line in block.split("\n") if line[:1].isdigit()]
            yield [(r[1], f"{r[3]}.{r[4]}", int(r[6]) - 1, r[7]) for r in rows if r[0].isdigit()]


class Tally:
    """All counts of the treebanks."""

    def __init__(self) -> None:
        self.fine: Counter[tuple[str, ...]] = Counter()
        self.fine_links: Counter[tuple[str, ...]] = Counter()
        self.broad: Counter[tuple[str, ...]] = Counter()
        self.broad_links: Counter[tuple[str, ...]] = Counter()
        self.relations: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)

    def add(self, rows: list[Row]) -> None:
        """Counts one sentence."""
        states = [r[1] for r in rows]
        opens, between = openings([r[0] for r in rows], states), Between(states)
        for d, (_, state, head, relation) in enumerate(rows):
            first = str(min(2, sum(upos(s) == "VERB" for s in states[:d])))
            self._pair(head == -1, (upos(state), opens[d], "ROOT", first, ""), (upos(state), "ROOT", ""))
            for h in range(max(0, d - WINDOW), min(len(rows), d + WINDOW + 1)):
                if h != d:
                    how = (bucket(h - d), between.flags(d, h))
                    fine = (
                        state,
                        opens[d],
                        states[h] if upos(states[h]) in ("VERB", "NOUN", "AUX") else upos(states[h]),
                        *how,
                    )
                    self._pair(h == head, fine, (upos(state), upos(states[h]), how[0]))
            self._relation(d, head, relation, states, opens)

    def _pair(self, linked: bool, fine: tuple[str, ...], broad: tuple[str, ...]) -> None:
        self.fine[fine] += 1
        self.broad[broad] += 1
        if linked:
            self.fine_links[fine] += 1
            self.broad_links[broad] += 1

    def _relation(self, d: int, head: int, relation: str, states: list[str], opens: list[str]) -> None:
        if head >= 0:
            side = "R" if head > d else "L"
            self.relations[states[d], opens[d], states[head], side][relation] += 1
            self.relations[upos(states[d]), "", upos(states[head]), side][relation] += 1


def main(folder: Path) -> None:
    """Writes the tables."""
    tally = Tally()
    for rows in sentences(folder):
        tally.add(rows)
    lines = [NOTE, "look\tpairs\tlinks\n"]
    for pairs, links, least in ((tally.broad, tally.broad_links, 1), (tally.fine, tally.fine_links, 10)):
        lines.extend(
            f"{' '.join(x or '_' for x in look)}\t{pairs[look]}\t{links[look]}\n"
            for look in sorted(pairs)
            if pairs[look] >= least and (links[look] >= LEAST_LINKS or pairs[look] >= LEAST_PAIRS)
        )
    (TABLES / "head_looks.tsv").write_text("".join(lines), encoding="utf-8")
    lines = [NOTE, "look\trelation\n"]
    for look, counts in sorted(tally.relations.items()):
        lines.append(f"{' '.join(x or '_' for x in look)}\t{min(counts.items(), key=lambda x: (-x[1], x[0]))[0]}\n")
    (TABLES / "head_relations.tsv").write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
