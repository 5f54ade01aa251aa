from pathlib import Path

import pytest

from twosource.errors import UsageError
from twosource.nlp import load_analyzer

MODULE = """
class Plain:
    name = "plain"

class Taking:
    def __init__(self, argument):
        self.name = "taking:" + argument
"""
ENTRY_POINTS = """[twosource.analyzers]
plain = plugged_for_test:Plain
taking: = plugged_for_test:Taking
broken = plugged_for_test:Missing
gone = no_such_module_at_all:Gone
rules = plugged_for_test:Plain
"""


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A package of somebody else, as pip would install it."""
    (tmp_path / "plugged_for_test.py").write_text(MODULE)
    info = tmp_path / "plugged_for_test-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: plugged-for-test\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(ENTRY_POINTS)
    monkeypatch.syspath_prepend(str(tmp_path))


@pytest.mark.parametrize("name", ["oracle", "rules:small", "spacy", "", ":"])
def test_an_unknown_name_lists_the_known_ones(name: str) -> None:
    with pytest.raises(UsageError, match=r"no analyzer is called .*; known: rules, .*spacy:NAME"):
        load_analyzer(name)


@pytest.mark.usefixtures("installed")
def test_other_packages_give_analyzers() -> None:
    assert load_analyzer("plain").name == "plain"
    assert load_analyzer("taking:a:b").name == "taking:a:b"
    with pytest.raises(UsageError, match=r"known: broken, gone, plain, rules, .*spacy:NAME, taking:NAME"):
        load_analyzer("oracle")


@pytest.mark.usefixtures("installed")
def test_nobody_takes_the_place_of_a_built_in_one() -> None:
    assert type(load_analyzer("rules")).__module__ == "twosource.nlp.rules"


@pytest.mark.usefixtures("installed")
@pytest.mark.parametrize("name", ["broken", "gone"])
def test_a_broken_package_is_said(name: str) -> None:
    with pytest.raises(UsageError, match=f"the analyzer '{name}' of another package: .* install its package again"):
        load_analyzer(name)
