"""What `import twosource` gives."""

from __future__ import annotations

import importlib
import pkgutil

import twosource
from twosource import api


def test_loading_a_folder_shadows_no_function() -> None:
    for module in pkgutil.iter_modules(twosource.__path__, "twosource."):
        importlib.import_module(module.name)
    given = {name: getattr(twosource, name) for name in twosource.__all__}
    assert given.pop("api") is api
    assert given.pop("__version__")
    assert given == {name: getattr(api, name) for name in given}


def test_verbs_of_the_command_line_are_functions() -> None:
    assert all(callable(getattr(api, name)) for name in ("annotate", "brief", "explain", "origins", "read", "stories"))
