from __future__ import annotations

from evaluation.annotators import pairs


def test_everybody_is_held_against_everybody_else_of_the_same_report() -> None:
    rows = [{"doc_id": d, "annotator": a, "quotes": []} for d, a in (("x", "1"), ("x", "2"), ("x", "3"), ("y", "1"))]
    found = pairs(rows)
    assert len(found) == 6
    assert all(one["doc_id"] == other["doc_id"] for one, other in found)
    assert len({one["doc_id"] for one, _ in found}) == 6
    assert all(one["annotator"] != other["annotator"] for one, other in found)
