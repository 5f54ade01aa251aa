"""`python -m evaluation.speech_cues`: quotes on PolNeAR with the indirect ones held to cues of speech.

PolNeAR marks what people believe, plan and feel too, and what polls show. Here an indirect attribution counts, in the
gold and in what was found, only if a word of its cue is a form of a verb of saying, asking, warning, promising and the
like in the table of speech verbs.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from evaluation.shared import DATA, SHARED
from twosource import read
from twosource.codec import encode, record_json
from twosource.vocab.speech import speech_verbs

KINDS = frozenset(("say", "tell", "ask", "answer", "deny", "warn", "promise", "urge", "praise", "criticise", "call",
                   "mention", "report", "predict", "decline", "express"))  # fmt: skip
"""Classes of verbs whose doing is heard or read, unlike `believe`, `decide`, `agree` and `show`."""
Row = dict[str, Any]


def is_speech(cue: str) -> bool:
    """Whether a word of the cue is a form of a verb of speech, or it is "according to"."""
    verbs, words = speech_verbs(), re.findall(r"\w+", cue.lower())
    return "according" in words or any(verb.kind in KINDS for word in words for verb, _ in verbs.get(word, ()))


def held(quotes: Iterable[Row], text: str) -> list[Row]:
    """The quotes without the indirect ones whose cue is missing or not of speech."""
    return [
        q
        for q in quotes
        if q["kind"] != "indirect" or (q["cue"] and is_speech(" ".join(text[a:b] for a, b in q["cue"])))
    ]


def found(record: Row) -> list[Row]:
    """The quotes of a record in the form of PolNeAR's."""
    return [
        {
            "kind": q["kind"],
            "content": [[s["start"], s["end"]] for s in q["content"]],
            "source": [[s["start"], s["end"]] for s in [q["speaker_selector"]] if s],
            "cue": [[s["start"], s["end"]] for s in [q["cue"]] if s],
        }
        for q in record["quotes"]
    ]


def main() -> int:
    """Prints the scorer's table; exit status 2 where the data is absent."""
    gold_file = DATA / "quotes" / "polnear_dev.jsonl"
    if not gold_file.is_file():
        print(f"{gold_file} is absent: its data are no part of this project", file=sys.stderr)
        return 2
    gold = [json.loads(line) for line in gold_file.read_text(encoding="utf-8").splitlines()]
    with tempfile.TemporaryDirectory() as folder:
        one, two, given = Path(folder, "gold.jsonl"), Path(folder, "found.jsonl"), Path(folder, "given.jsonl")
        given.write_text("".join(json.dumps({"id": g["doc_id"], "text": g["text"]}) + "\n" for g in gold))
        records = [encode(record_json(outcome.result)) for outcome in read([given]) if outcome.result]
        with one.open("w") as gold_lines, two.open("w") as found_lines:
            for g, record in zip(gold, records, strict=True):
                print(json.dumps({**g, "quotes": held(g["quotes"], g["text"])}), file=gold_lines)
                kept = [{**q, "source": q["source"] or None} for q in held(found(record), g["text"])]
                print(json.dumps({"doc_id": g["doc_id"], "text": g["text"], "quotes": kept}), file=found_lines)
        return subprocess.call([sys.executable, str(SHARED / "score" / "quotes.py"), str(one), str(two)])


if __name__ == "__main__":
    sys.exit(main())
