"""`twosource read` as far as articles go: `python -m evaluation.articles_alone read FILE -o OUT`.

For scorers that look at pages and articles only: to analyse what 330 pages of the web say takes as long again.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from twosource.api import Options, outcomes
from twosource.codec import dump, record_json
from twosource.pages import Capture, input_id_of
from twosource.pipeline import read_article, single


def line_of(capture: Capture) -> str:
    """The record of one capture as a line of JSON: its page and its article. Raises InputError."""
    return dump(record_json(single(read_article(capture)), input_id=input_id_of(capture))) + "\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """Writes a line for each input that can be read."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.articles_alone", description=__doc__)
    parser.add_argument("verb", choices=["read"])
    parser.add_argument("inputs", type=Path)
    parser.add_argument("-o", dest="out", type=Path, required=True)
    given = parser.parse_args(arguments)
    with given.out.open("w", encoding="utf-8") as out:
        out.writelines(one.result for one in outcomes([given.inputs], line_of, Options()) if one and one.result)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
