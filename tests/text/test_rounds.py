"""Which reports of one day are surely later than others."""

import pytest

from twosource.text.rounds import rounds

DAY = "2031-05-05"


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        ([f"{DAY}T08:00Z", f"{DAY}T08:40Z", f"{DAY}T19:00Z"], ["", "", "#1"]),
        ([f"{DAY}T19:00Z", f"{DAY}T08:00Z"], ["#1", ""]),
        ([f"{DAY}T10:00+02:00", f"{DAY}T09:30Z"], ["", "#1"]),  # 8:00 and 9:30
        ([f"{DAY}T10:00+02:00", f"{DAY}T08:30Z"], ["", ""]),
        ([f"{DAY}T08:00", f"{DAY}T12:00"], ["", ""]),  # zones not known
        ([f"{DAY}T08:00", f"{DAY}T19:00Z"], ["", "#1"]),
        ([f"{DAY}T08:00Z", None, f"{DAY}T19:00Z"], ["", "", ""]),
        ([f"{DAY}T08:00Z", "soon"], ["", ""]),
        (["2031-05-05T08:00Z"], [""]),
        ([], []),
    ],
)
def test_rounds_of_one_day(times: list[str | None], expected: list[str]) -> None:
    found = rounds({str(i): (DAY, at) for i, at in enumerate(times)})
    assert [found[str(i)].removeprefix(DAY) for i in range(len(times))] == expected


def test_days_come_before_rounds() -> None:
    published = {"a": ("2031-05-05", "2031-05-05T08:00Z"), "b": ("2031-05-05", "2031-05-05T19:00Z")}
    found = rounds(published | {"c": ("2031-05-06", None), "d": ("2031-05", None)})
    assert sorted(found, key=lambda report: found[report]) == ["d", "a", "b", "c"]
