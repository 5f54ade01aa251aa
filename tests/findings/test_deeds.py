"""What is still to come and what is done: a bill to be signed and a signed one are two moments of one story."""

from __future__ import annotations

from dataclasses import replace

import pytest

from twosource.findings import find_findings
from twosource.findings.compare import to_come_and_done
from twosource.findings.deeds import done, to_come
from twosource.findings.gather import gather
from twosource.model import Reading

from .wire import reading, record


@pytest.mark.parametrize(
    ("told", "verbs"),
    [
        ("The governor will sign the order on Friday.", {"sign"}),
        ("The governor will also formally sign the order.", {"sign"}),
        ("Roe is due to be sentenced in May.", {"sentence"}),
        ("The ferry is set to sail and would reach Orsa at noon.", {"sail", "reach"}),
        ("The union plans to strike and won’t negotiate.", {"strike", "negotiate"}),
        ("The governor came to sign the order.", set()),
        ("Nobody was able to cross the bridge.", set()),
        ("The dam may have burst.", set()),
    ],
)
def test_what_is_still_to_come(told: str, verbs: set[str]) -> None:
    assert to_come(told, headline=False) == verbs


@pytest.mark.parametrize(
    ("told", "verbs"),
    [
        ("Governor Ann Roe to Sign Water Order", {"sign"}),
        ("Old mill to be torn down", {"tear"}),
        ("Council votes to close pool", set()),
        ("Orsa beat Brenn to reach final", set()),
        ("From mine to museum", set()),
    ],
)
def test_what_a_headline_says_is_to_come(told: str, verbs: set[str]) -> None:
    assert to_come(told, headline=True) == verbs
    assert not to_come(told, headline=False) - verbs


@pytest.mark.parametrize(
    ("told", "verbs"),
    [
        ("The governor signed the order and withdrew.", {"sign", "withdraw"}),
        ("The order has been signed.", {"sign"}),
        ("The order will be signed.", set()),
        ("The order is to be formally signed.", set()),
    ],
)
def test_what_is_done(told: str, verbs: set[str]) -> None:
    assert done(told, headline=False) == verbs


def test_a_headline_tells_what_is_done_in_the_present() -> None:
    assert "sign" in done("Governor signs water order", headline=True)
    assert "sign" not in done("The governor signs orders on Fridays", headline=False)


PLAN = "Governor Ann Roe is to sign the water order of Orsa in the market hall."
DEED = "Governor Ann Roe signed the water order of Orsa in the market hall."


def two(first: str, second: str, later: str = "2031-05-06") -> tuple[Reading, Reading]:
    return reading("a", first, day="2031-05-05"), reading("b", second, day=later)


def test_a_plan_and_its_doing_are_no_corroboration() -> None:
    for pair in (two(PLAN, DEED, "2031-05-05"), two(DEED, PLAN)):
        assert {f.status for f in find_findings(record(*pair)).findings} == {"single_origin"}
    assert {f.status for f in find_findings(record(*two(PLAN, PLAN))).findings} == {"corroborated"}


def test_a_plan_that_a_later_report_tells_of_as_done_has_moved_on() -> None:
    (finding,) = find_findings(record(*two(PLAN, DEED))).findings
    assert (finding.status, finding.differences[0].aspect) == ("updated", "realis")
    assert [v.value for v in finding.differences[0].values] == ["happened", "planned"]


def test_a_report_that_tells_of_both_stands_apart_from_neither() -> None:
    both = "The governor signed the first order, and will sign the second."
    (one,) = gather(record(reading("a", both)))[:1]
    one = replace(one, to_come=to_come(both, headline=False), done=done(both, headline=False))
    for other in ("The governor signed the first order.", "The governor will sign the second order."):
        assert not to_come_and_done(one, gather(record(reading("b", other)))[0])
