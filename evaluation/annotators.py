"""`python -m evaluation.annotators`: how far the people agree who annotated the same reports of PolNeAR.

Every annotation of a report is held against every other of it, in both directions, by the scorer that measures us.
`run_quotes.py` on the same file holds what we find against each of them.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections import defaultdict
from itertools import permutations
from pathlib import Path
from typing import Any

from evaluation.shared import DATA, SHARED

Row = dict[str, Any]


def pairs(rows: list[Row]) -> list[tuple[Row, Row]]:
    """Each annotation with each other one of the same report, under a name of its own for the pair."""
    of_report: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        of_report[row["doc_id"]].append(row)
    found = []
    for report, given in of_report.items():
        for one, other in permutations(given, 2):
            name = f"{report}|{one['annotator']}|{other['annotator']}"
            found.append(({**one, "doc_id": name}, {**other, "doc_id": name}))
    return found


def main() -> int:
    """Prints the scorer's table; exit status 2 where the data is absent."""
    file = DATA / "quotes" / "polnear_second_annotators.jsonl"
    if not file.is_file():
        print(f"{file} is absent: its data are no part of this project", file=sys.stderr)
        return 2
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    with tempfile.TemporaryDirectory() as folder:
        one, other = Path(folder, "one.jsonl"), Path(folder, "other.jsonl")
        for path, side in ((one, 0), (other, 1)):
            path.write_text("".join(json.dumps(pair[side]) + "\n" for pair in pairs(rows)), encoding="utf-8")
        return subprocess.call([sys.executable, str(SHARED / "score" / "quotes.py"), str(one), str(other)])


if __name__ == "__main__":
    sys.exit(main())
