"""What `import twosource` gives."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import twosource
from twosource import api
from twosource.errors import UsageError


def test_loading_a_folder_shadows_no_function() -> None:
    for module in pkgutil.iter_modules(twosource.__path__, "twosource."):
        importlib.import_module(module.name)
    given = {name: getattr(twosource, name) for name in twosource.__all__}
    assert given.pop("api") is api
    assert given.pop("__version__")
    assert given == {name: getattr(api, name) for name in given}


def test_verbs_of_the_command_line_are_functions() -> None:
    assert all(callable(getattr(api, name)) for name in ("annotate", "brief", "explain", "origins", "read", "stories"))


@pytest.mark.parametrize("one", ["a.html", Path("a.html")])
@pytest.mark.parametrize(
    "verb",
    [api.brief, lambda x: next(api.read(x)), lambda x: next(api.stories(x)), lambda x: next(api.origins(x))],
    ids=["brief", "read", "stories", "origins"],
)
def test_one_input_by_itself_is_no_list_of_letters(verb: Callable[[Any], object], one: object) -> None:
    with pytest.raises(UsageError, match=r"a\.html: inputs are a list"):
        verb(one)
