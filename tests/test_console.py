"""Standard error: one line for each failure, shown as it is; a bar on terminals only."""

from __future__ import annotations

import pytest

from twosource.api import Outcome
from twosource.console import Meter
from twosource.errors import InputError


def failed(message: str) -> Outcome[str]:
    return Outcome(input_id="a", error=InputError(message))


def test_a_failure_is_one_line_and_counted(capsys: pytest.CaptureFixture[str]) -> None:
    with Meter("Reading") as meter:
        meter.failure(failed("a.html: it is\nempty: save it again"))
        meter.failure(failed("b.html: it is empty"))
    out, err = capsys.readouterr()
    assert out == ""
    assert err == "✗ a.html: it is empty: save it again\n✗ b.html: it is empty\n"
    assert meter.failed == 2


@pytest.mark.parametrize("name", ["[bold]x[/bold].html", "[/].txt", "a[0].txt", "\\[x].txt", ":smile:.txt"])
def test_a_name_is_shown_as_it_is(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with Meter("Reading") as meter:
        meter.failure(failed(f"{name}: it is empty"))
        meter.warn(f"{name}: not English")
    assert capsys.readouterr().err == f"✗ {name}: it is empty\n! {name}: not English\n"


def test_a_name_cannot_write_to_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    with Meter("Reading") as meter:
        meter.failure(failed("\x1b]0;title\x07\x1b[2Jx.html \ud800: it is empty"))
    err = capsys.readouterr().err
    assert "\x1b" not in err
    assert "\x07" not in err
    assert err.encode("utf-8").endswith(b": it is empty\n")


def test_a_long_line_is_not_broken(capsys: pytest.CaptureFixture[str]) -> None:
    with Meter("Reading") as meter:
        meter.failure(failed("word " * 200))
    assert capsys.readouterr().err.count("\n") == 1


def test_no_bar_where_there_is_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    with Meter("Reading") as meter:
        for _ in range(1000):
            meter.advance()
    assert capsys.readouterr().err == ""


def test_a_trace_is_shown_to_who_asks(capsys: pytest.CaptureFixture[str]) -> None:
    outcome = failed("a.html: it failed")
    assert outcome.error is not None
    outcome.error.add_note('File "x.py", line 1 [here]')
    for debug in (False, True):
        with Meter("Reading", debug=debug) as meter:
            meter.failure(outcome)
        assert ("line 1 [here]" in capsys.readouterr().err) is debug
