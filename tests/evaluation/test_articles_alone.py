from __future__ import annotations

import json
from pathlib import Path

from evaluation.articles_alone import main
from tests.cli.command import FERRY, page, rows_file, run


def test_its_pages_and_articles_are_those_of_the_command(tmp_path: Path) -> None:
    rows = [{"id": "page", "html": page(FERRY)}, {"id": "text", "text": FERRY}, {"id": "nothing"}]
    file = rows_file(tmp_path / "in.jsonl", rows)
    assert main(["read", str(file), "-o", str(tmp_path / "out.jsonl")]) == 0
    alone = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    whole = [row for row in run("read", file, "--analyzer", "rules").rows if "pages" in row]
    assert [row["input_id"] for row in alone] == [row["input_id"] for row in whole] == ["page", "text"]
    for mine, theirs in zip(alone, whole, strict=True):
        assert (mine["pages"], mine["articles"]) == (theirs["pages"], theirs["articles"])
        assert theirs["quotes"] and not mine["quotes"]
