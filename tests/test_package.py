"""What a wheel takes along: every file beside the modules that the program reads."""

from __future__ import annotations

import tomllib
from fnmatch import fnmatch
from pathlib import Path

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "twosource"


def test_every_file_that_is_no_module_is_named_as_data_of_the_package() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    patterns = settings["tool"]["setuptools"]["package-data"]["twosource"]
    files = [p.relative_to(PACKAGE).as_posix() for p in PACKAGE.rglob("*") if p.is_file()]
    data = [f for f in files if not f.endswith((".py", ".pyc"))]
    assert len(data) > 50
    assert [f for f in data if not any(fnmatch(f, p) and f.count("/") == p.count("/") for p in patterns)] == []
