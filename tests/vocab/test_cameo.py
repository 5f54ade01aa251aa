"""CAMEO roots of PLOVER's types."""

from __future__ import annotations

import pytest

from twosource.vocab.cameo import cameo_root
from twosource.vocab.events import OCCURRENCE, event_types


@pytest.mark.parametrize("name", sorted(event_types().keys() - {OCCURRENCE}))
def test_every_type_has_a_root(name: str) -> None:
    assert 1 <= int(cameo_root(name, (), ())) <= 20


def test_what_cameo_does_not_know_has_none() -> None:
    assert cameo_root(OCCURRENCE, ("disaster",), ()) == ""


@pytest.mark.parametrize(
    ("name", "modes", "contexts", "root"),
    [
        ("STATEMENT", (), (), "01"),
        ("ACCUSE", ("investigate",), ("legal",), "09"),
        ("ACCUSE", ("allege",), (), "11"),
        ("ASSAULT", ("explosives",), (), "18"),
        ("ASSAULT", ("firearms",), ("military",), "19"),
        ("ASSAULT", ("aerial",), (), "19"),
        ("ASSAULT", ("unconventional",), ("military",), "20"),
        ("RETREAT", ("ceasefire",), (), "08"),
    ],
)
def test_modes_and_contexts_tell_roots_apart(
    name: str, modes: tuple[str, ...], contexts: tuple[str, ...], root: str
) -> None:
    assert cameo_root(name, modes, contexts) == root


def test_what_is_no_type() -> None:
    with pytest.raises(KeyError):
        cameo_root("FIGHT", (), ())
