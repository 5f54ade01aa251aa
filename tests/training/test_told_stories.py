"""The invented stories with marks are marked as their guideline says."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.marked_stories import FOLDER, Story, read_stories

STORY = """# story: dike
## report a | 2031-05-02 | Delta Wire
[1 Dike breaks], [2a two dead]

[1 The dike gave way] on Friday and [2a drowned two men], [3+4 a baker and his son].
## report b | 2031-05-03 | The Polder
[2b Three bodies found] after [1 the breach]
"""


def stories(tmp_path: Path, text: str) -> list[Story]:
    path = tmp_path / "told.txt"
    path.write_text(text, encoding="utf-8")
    return list(read_stories(path))


def test_marks_are_taken_out_and_stand_on_their_words(tmp_path: Path) -> None:
    (story,) = stories(tmp_path, STORY)
    first, second = story.reports
    assert (story.name, first.letter, first.date, first.outlet) == ("dike", "a", "2031-05-02", "Delta Wire")
    assert first.text.startswith("Dike breaks, two dead\n\nThe dike gave way on Friday")
    told = {first.text[s.start : s.end]: s.things for s in first.stretches}
    assert told["drowned two men"] == {(2, "a")}
    assert told["a baker and his son"] == {(3, ""), (4, "")}
    assert [second.text[s.start : s.end] for s in second.stretches] == ["Three bodies found", "the breach"]


@pytest.mark.parametrize(
    "line", ["[1 one [2 two]]", "[1 one", "one]", "[x one]", "[1] one", "## report 1 | 2031-05-02 | Delta Wire"]
)
def test_what_is_marked_wrongly_is_refused_with_its_story(tmp_path: Path, line: str) -> None:
    with pytest.raises(ValueError, match="dike"):
        stories(tmp_path, STORY + line + "\n")


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_every_story_has_its_own_name_and_shares_three_things(path: Path) -> None:
    names = [story.name for story in read_stories(path)]
    assert len(names) == len(set(names)) > 0
    for story in read_stories(path):
        told = [{thing for s in report.stretches for thing in s.things} for report in story.reports]
        shared = {n for own in told for n, _ in own if sum(any(n == m for m, _ in other) for other in told) > 1}
        assert len(shared) >= 3, f"{story.name} shares {sorted(shared)}"
