"""The judged sample: each row has all its verdicts, and the tally counts them."""

from pathlib import Path

from evaluation.judged_events import ASPECTS, JUDGED, tally
from twosource.vocab.events import event_types

VERDICTS = {"right", "wrong", "missing", "-"}


def test_the_published_verdicts_are_whole() -> None:
    lines = [line for line in JUDGED.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    names, *rows = [line.split("\t") for line in lines]
    assert names == ["sample", "article", "start", "end", "found", *ASPECTS]
    assert len(rows) == 160
    for row in rows:
        assert row[4] in event_types()
        assert set(row[5:]) <= VERDICTS
        assert (row[5] == "wrong") == (row[6:] == ["-"] * 5)


def test_the_tally_counts_each_verdict(tmp_path: Path) -> None:
    path = tmp_path / "events.tsv"
    head = "\t".join(["sample", "article", "start", "end", "found", *ASPECTS])
    right, wrong = ["right"] * 6, ["wrong", *["-"] * 5]
    path.write_text("\n".join(["# note", head, *("\t".join(["1", "a", "0", "1", "AID", *v]) for v in (right, wrong))]))
    assert tally(path).splitlines()[:2] == ["sample 1: 2 events", "type       right 1, wrong 1"]
