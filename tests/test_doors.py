"""Each heavy library has one door: one module imports it, so that it can be replaced there and loads only on use.

What counts as heavy: everything outside the standard library that takes over 10 ms to import, reads foreign input, or
that we may one day replace. Typer and Rich are the face of the command line and stay there; numpy is a language for
arrays, its doors are folders, not modules. Not counted: imports under TYPE_CHECKING, which never happen when it runs,
and `markupsafe`, a small type for escaped text that every module making HTML uses on purpose: the type is what keeps a
stranger's words apart from markup.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

import twosource

ROOT = Path(twosource.__file__).parent
DOORS: dict[str, tuple[str, ...]] = {
    "brotli": ("pages/codings.py",),
    "charset_normalizer": ("pages/decode.py",),
    "fastwarc": ("pages/warc_records.py",),
    "feedparser": ("pages/xml_feeds.py",),
    "jinja2": ("formats/templates.py",),
    "lxml": ("articles/extraction.py", "pages/opml.py"),
    "numpy": ("articles/", "findings/", "nlp/shipped/", "origins/", "stories/", "vocab/sorted_lines.py"),
    "onnxruntime": ("nlp/shipped/network.py",),
    "protego": ("desk/watch/robots.py",),
    "pyarrow": ("formats/parquet.py",),
    "py3langid": ("articles/language.py",),
    "rich": ("console.py",),
    "spacy": ("nlp/spacy_pipeline.py",),
    "starlette": ("desk/web/",),
    "trafilatura": ("articles/extraction.py",),
    "typer": ("cli/",),
    "uvicorn": ("desk/web/serve.py",),
    "zstandard": ("pages/codings.py",),
}
"""Library to the one module, or the one folder (ending in /), that may import it."""
NOT_COUNTED = {"markupsafe", "twosource"}


def imports(path: Path) -> set[str]:
    """The top-level packages that a module imports anywhere in it, but for its type checker."""
    found: set[str] = set()
    waiting: list[ast.AST] = [ast.parse(path.read_text(encoding="utf-8"))]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Import):
            found.update(alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            found.add(node.module.partition(".")[0])
        if not (isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING")):
            waiting.extend(ast.iter_child_nodes(node))
    return found - set(sys.stdlib_module_names) - NOT_COUNTED


@cache
def importers() -> dict[str, list[str]]:
    """Each library to the modules that import it; all are parsed for it, once the first test asks."""
    found: dict[str, list[str]] = {}
    for path in sorted(ROOT.rglob("*.py")):
        for name in imports(path):
            found.setdefault(name, []).append(path.relative_to(ROOT).as_posix())
    return found


def test_every_library_has_a_door() -> None:
    without = {library: modules for library, modules in importers().items() if library not in DOORS}
    assert without == {}


@pytest.mark.parametrize("library", sorted(DOORS))
def test_a_library_is_imported_through_its_door_only(library: str) -> None:
    assert library in importers(), f"nothing imports {library} any more: take its door away, and the dependency"
    others = [
        m
        for m in importers()[library]
        if not any(m == d or (d.endswith("/") and m.startswith(d)) for d in DOORS[library])
    ]
    assert others == [], f"{library} belongs in {DOORS[library]}"


def test_the_command_line_starts_without_any_of_them_but_typer() -> None:
    code = "import sys, twosource.cli; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert set(loaded) & set(DOORS) == {"typer"}
