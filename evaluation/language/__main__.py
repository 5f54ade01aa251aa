"""`python -m evaluation.language`: figures of an analyzer by set, label and genre, on what training never saw.

`--json FILE` keeps them for the model card (`python -m evaluation.card FILE`).
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from evaluation.language.labelling import labeller_called
from evaluation.language.report import report
from evaluation.language.tables import tables
from evaluation.shared import DATA
from training.language.labelled import Labelled
from training.language.sets.everything import HELD_BACK, held_back
from twosource.errors import TwoSourceError, UsageError
from twosource.nlp import DEFAULT_ANALYZER


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the tables; 2 where the data, the analyzer or a set is not there."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.language", description=__doc__)
    parser.add_argument("--analyzer", default=DEFAULT_ANALYZER, metavar="NAME", help=f"default: {DEFAULT_ANALYZER}")
    parser.add_argument("--data", type=Path, default=DATA, metavar="FOLDER", help="the folder of the sets")
    parser.add_argument("--sets", nargs="+", metavar="SET", help="only these")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    given = parser.parse_args(arguments)
    try:
        found = report(labeller_called(given.analyzer), chosen(given.data, given.sets), given.data)
    except TwoSourceError as error:
        print(error, file=sys.stderr)
        return 2
    print(*tables(found), sep="\n")
    if given.json:
        given.json.write_text(json.dumps(asdict(found), indent=1) + "\n", encoding="utf-8")
    return 0


def chosen(folder: Path, names: Sequence[str] | None) -> dict[str, list[Labelled]]:
    """The held-back sets of these names, all without. Raises UsageError where the data or a set is not there."""
    if not (folder / "syntax").is_dir():
        raise UsageError(f"no sets in {folder}: it has no folder syntax/; give the data folder with --data FOLDER")
    unknown = [name for name in names or () if name not in HELD_BACK]
    if unknown:
        raise UsageError(f"no set is called {', '.join(unknown)}; there are {', '.join(HELD_BACK)}")
    try:
        return held_back(folder, names or HELD_BACK)
    except FileNotFoundError as error:
        raise UsageError(f"the data folder {folder} is not whole: {error}") from None


if __name__ == "__main__":
    sys.exit(main())
