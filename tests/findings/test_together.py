"""Whom "both countries" names, and what several reports say that two countries do together."""

from __future__ import annotations

from pathlib import Path

import pytest

from twosource import brief
from twosource.findings.together import both_in, partners, two_of


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Both countries signed.", ["Both countries"]),
        ("A road between the two neighbouring states is shut.", ["the two neighbouring states"]),
        ("The two states that border the gulf met.", []),
        ("Both governments in the east fell.", []),
        ("The two brothers met.", []),
    ],
)
def test_both_of_two_countries(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in both_in(text)] == found


@pytest.mark.parametrize(
    ("named", "two"),
    [
        ("a a b b", "ab"),
        ("a a a b b b c", "ab"),
        ("a a b", ""),  # b but once
        ("a a a a a b b", ""),  # a report on a alone
        ("a a a b b b c c", ""),  # a third is as much in it
        ("a a", ""),
        ("", ""),
    ],
)
def test_the_two_that_a_report_is_about(named: str, two: str) -> None:
    assert two_of(named.split()) == frozenset(two)


def test_partners_are_those_named_or_the_two_of_the_report() -> None:
    two = frozenset(("@country:CHL", "@country:ARG"))
    assert partners(frozenset(("joint", "tunnel")), two) == two
    assert partners(frozenset(("joint", "tunnel", "@country:CHL")), two) == two
    others = frozenset(("@country:CHL", "@country:PER"))
    assert partners(others | {"joint"}, two) == others
    assert partners(frozenset(("joint", "@country:PER")), two) == frozenset()  # one alone does nothing together
    assert partners(two, two) == frozenset()
    assert partners(frozenset(("joint",)), frozenset()) == frozenset()


ONE = """Chile and Argentina end quarrel over mountain pass

SANTIAGO, May 3 - Chile promised on Friday to lift its ban on Argentine fruit trucks and to plough the Agua Negra pass \
together with Argentina, after two winters in which each had left the snow to the other.

The ban had cost growers in Argentina a third of their sales, the chamber of farmers in San Juan said.

Police in Chile said they knew nothing of a fire at the customs shed.
"""
TWO = """Snow will no longer part us, says minister

Argentina's transport minister, Berta Quiroga, came home from Santiago in good spirits.

"The snow does not ask for a passport," Quiroga said.

Both countries are going to send ploughs up to the pass with mixed teams from June, she added.

In Chile the fruit growers are less happy. Argentina sells its pears cheaply, and Chile has too many of its own.
"""
THREE = """Trucks to roll again over the pass

Hauliers in Chile can hire drivers again. The transport minister of Chile, Hugo Pavez, told them so on Saturday.

Teams of Chileans and Argentines will take turns with the ploughs side by side, Pavez said.

"Argentina has the better machines," he said. "Chile has the better coffee."

The hauliers lost eleven drivers to the mines last year.
"""
PLOUGHS = ("plough the Agua Negra pass together", "send ploughs up to the pass", "with the ploughs side by side")


def several(folder: Path, *texts: str) -> list[str]:
    """The words of each finding of several origins, those of all its claims."""
    paths = [folder / f"{n}.txt" for n in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, encoding="utf-8")
    record = brief(paths, one_story=True)
    claims = {c.id: c.selector.exact for c in record.claims}
    return [" | ".join(claims[c] for c in f.claims) for f in record.findings if f.origins > 1]


def test_what_two_countries_do_together_is_one_thing_whoever_tells_it(tmp_path: Path) -> None:
    found = [words for words in several(tmp_path, ONE, TWO, THREE) if PLOUGHS[0] in words]
    assert len(found) == 1
    assert all(words in found[0] for words in PLOUGHS)


def test_other_countries_do_another_thing_together(tmp_path: Path) -> None:
    other = TWO.replace("Argentina", "Peru").replace("Santiago", "Lima")
    assert not [words for words in several(tmp_path, ONE, other) if PLOUGHS[0] in words and PLOUGHS[1] in words]


def test_what_is_offered_is_not_what_is_agreed(tmp_path: Path) -> None:
    offer = TWO.replace("are going to send", "were urged to send")
    assert not [words for words in several(tmp_path, ONE, offer) if PLOUGHS[0] in words and PLOUGHS[1] in words]
    assert [words for words in several(tmp_path, ONE, TWO) if PLOUGHS[0] in words and PLOUGHS[1] in words]
