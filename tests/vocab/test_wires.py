import re

from twosource.vocab.line_cues import cues_in, function_words, line_cues
from twosource.vocab.page_furniture import compiled, element_roles, line_patterns, outlet_words, publication_words
from twosource.vocab.wires import wire_names, wire_spelling, wires


def test_every_agency_has_a_name_of_its_own_and_spellings() -> None:
    names = [wire.name for wire in wires()]
    assert len(names) == len(set(names)) > 100
    assert all(wire.spellings and wire.full for wire in wires())
    assert wire_names()["Associated Press"].name == "AP"


def test_spellings_stand_alone_and_the_longest_wins() -> None:
    assert [m[0] for m in wire_spelling().finditer("(The Associated Press) and AFP, not APT or MAP-like")] == [
        "The Associated Press",
        "AFP",
    ]


def test_cues_stand_where_they_may() -> None:
    assert {c.role for c in cues_in(["skip", "to", "main", "content"])} == {"navigation"}
    assert "promo" in {c.role for c in cues_in(["read", "more", "about", "ferries"])}
    assert not list(cues_in(["he", "would", "skip", "to", "main", "content"]))
    assert not list(cues_in([]))


def test_tables_are_well_formed() -> None:
    assert all(c.place in ("whole", "start", "any") and c.force in ("sure", "hint") and c.words for c in line_cues())
    assert {"the", "und", "les"} <= function_words()
    assert element_roles()["figcaption"] == "caption"
    assert publication_words("month")["sept"] == "9"
    assert "gazette" in outlet_words()
    for role, pattern, _ in line_patterns():
        assert role and compiled(pattern).groups == 0


def test_what_is_bound_to_the_beginning_of_a_line_has_no_other_choice() -> None:
    for _, pattern, _ in line_patterns():
        bare = re.sub(r"\\.|\[[^\]]*\]", "x", pattern)
        while (inner := re.sub(r"\([^()]*\)", "x", bare)) != bare:
            bare = inner
        assert "|" not in bare or not bare.startswith("^"), pattern
