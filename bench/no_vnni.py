"""`python -m bench.no_vnni [FILE.conllu]`: does a processor without VNNI and AVX-512 give the same labels and numbers?

The model reads sentences twice, those of the example reports or of a file: here, and under valgrind (`apt-get install
valgrind`), which shows a program a processor with AVX2 and nothing beyond it. A minute for the reports.
"""

from __future__ import annotations

import pickle
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np

from bench.corpus import paragraphs
from twosource.nlp.shipped.files import read_files, shipped_files
from twosource.nlp.shipped.network import Labels, Network
from twosource.text.sentences import split_sentences
from twosource.text.tokens import tokenize

VALGRIND = ("valgrind", "--tool=none", "--quiet", "--smc-check=all-non-file")
LISTS = ("upos", "feats", "heads", "deprels", "names", "attribution", "mentions")
NUMBERS = ("vector", "link_word", "link_head")


def sentences(path: str) -> list[list[str]]:
    """The words of each sentence of a CoNLL-U file, of the reports where none is named."""
    if not path:
        split = [(text, *span) for text in paragraphs() for span in split_sentences(text)]
        return [[text[a:b] for a, b in tokenize(text, start, end)] for text, start, end in split]
    blocks = Path(path).read_text(encoding="utf-8").split("\n\n")
    rows = [[line.split("\t") for line in block.splitlines() if line[:1].isdecimal()] for block in blocks]
    return [words for own in rows if (words := [row[1] for row in own if row[0].isdecimal()])]


def flags() -> str:
    """What this processor says of the instructions in question (Linux)."""
    line = next(x for x in Path("/proc/cpuinfo").read_text().splitlines() if x.startswith("flags"))
    return ", ".join(x for x in ("avx2", "avx_vnni", "avx512f", "avx512_vnni") if x in line.split())


def compare(here: list[Labels], there: list[Labels]) -> None:
    """Prints how many labels differ, and by how much the numbers do."""
    pairs = list(zip(here, there, strict=True))
    for name in LISTS:
        both = [(x, y) for a, b in pairs for x, y in zip(getattr(a, name), getattr(b, name), strict=True)]
        print(f"{name:12} {sum(x != y for x, y in both)} of {len(both)} differ")
    for name in NUMBERS:
        apart = max(float(np.abs(getattr(a, name) - getattr(b, name)).max()) for a, b in pairs)
        print(f"{name:12} differs by {apart:.2g} at most")
    print(f"{'cosine':12} of the vectors {min(float(a.vector @ b.vector) for a, b in pairs):.6f} at least")


def write_labels(path: str, to: str) -> None:
    """Writes what the model says of each sentence."""
    network = Network(read_files(shipped_files()), 1)
    Path(to).write_bytes(pickle.dumps([network.label(words) for words in sentences(path)]))


def main() -> None:
    """Compares; called by itself, with a second argument, writes the labels there."""
    path, to = [*sys.argv[1:], "", ""][:2]
    if to:
        write_labels(path, to)
        return
    if not shutil.which(VALGRIND[0]):
        sys.exit("valgrind is not here: apt-get install valgrind")
    found = []
    with tempfile.TemporaryDirectory() as folder:
        for i, before in enumerate(((), VALGRIND)):
            labels = Path(folder, str(i))
            subprocess.run([*before, sys.executable, "-m", "bench.no_vnni", path, str(labels)], check=True)
            found.append(pickle.loads(labels.read_bytes()))
    print(f"{len(found[0])} sentences; here: {flags()}; there: avx2")
    compare(*found)


if __name__ == "__main__":
    main()
