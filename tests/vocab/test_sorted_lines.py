"""Tables that are searched in their bytes: the same rows as a list of their lines, found by their first cell."""

import gzip

import pytest

from twosource.vocab.sorted_lines import SortedLines

ROWS = ["Aa\t1", "Aa\t2", "Aab\t3", "Zü\t4", "Ž\t5"]


@pytest.fixture
def table() -> SortedLines:
    return SortedLines(gzip.compress("\n".join(["# note", "name\tid", *ROWS, ""]).encode()))


def test_it_is_a_sequence_of_its_rows(table: SortedLines) -> None:
    assert list(table) == ROWS == table[:]
    assert table[-1] == ROWS[-1]
    with pytest.raises(IndexError):
        table[len(ROWS)]


@pytest.mark.parametrize(
    ("name", "ids"), [("Aa", "12"), ("Aab", "3"), ("Ž", "5"), ("A", ""), ("Zz", ""), ("\uffff", "")]
)
def test_rows_are_found_by_their_first_cell(table: SortedLines, name: str, ids: str) -> None:
    assert "".join(row[-1] for row in table.rows_of(name)) == ids
