"""The documentation holds: links lead somewhere, commands parse, paths of the sources exist."""

from __future__ import annotations

import ast
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
import typer.main

from twosource.cli import app

ROOT = Path(__file__).parents[2]
BASES = (ROOT / "src" / "twosource", ROOT)
PAGES = sorted(
    path
    for path in [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("examples/**/*.md")]
    if ".venv" not in path.parts
)
each_page = pytest.mark.parametrize("page", PAGES, ids=lambda p: p.relative_to(ROOT).as_posix())
COMMANDS: dict[str, click.Command] = dict(typer.main.get_command(app).commands)  # type: ignore[attr-defined]


def anchor(heading: str) -> str:
    """The id that a heading gets: lower case, no punctuation, dashes for spaces."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def blocks(page: Path, *languages: str) -> Iterator[str]:
    """The code blocks of these languages, their indentation taken off."""
    for indent, language, body in re.findall(
        r"^( *)```(\w*)\n(.*?)^ *```", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL
    ):
        if language in languages:
            yield re.sub(rf"^{indent}", "", body, flags=re.MULTILINE)


@each_page
def test_every_relative_link_leads_somewhere(page: Path) -> None:
    text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    for link in re.findall(r"\]\(([^)\s]+)\)", text):
        if re.match(r"[a-z]+:", link):
            continue
        path, _, fragment = link.partition("#")
        there = (page.parent / path).resolve() if path else page
        assert there.exists(), f"{link}: there is no such file"
        if fragment:
            headings = re.findall(r"^#+ (.+)$", there.read_text(encoding="utf-8"), flags=re.MULTILINE)
            assert fragment in {anchor(h) for h in headings}, f"{link}: there is no such heading"


@each_page
def test_every_command_line_parses(page: Path) -> None:
    for block in blocks(page, "sh", "bash", "console"):
        for line in block.replace("\\\n", " ").splitlines():
            for words in _commands(line):
                _parse(words)


def _commands(line: str) -> Iterator[list[str]]:
    """The arguments of each call of twosource in a line of shell."""
    for part in re.split(r"\||&&|;", line.split(" #", maxsplit=1)[0]):
        words = shlex.split(part.removeprefix("$ "))
        if words and words[0].rsplit("/", 1)[-1] == "twosource":
            yield words[1:]


def _parse(words: list[str]) -> None:
    if words in (["--version"], ["--help"]):
        return
    assert words[0] in COMMANDS, f"there is no command {words[0]}"
    command = COMMANDS[words[0]]
    arguments = [w for w in words[1:] if w not in {"--help", "-h"}]
    if arguments or len(words) == 1:
        command.make_context(words[0], arguments, resilient_parsing=False)


@each_page
def test_the_makefile_has_every_target_named(page: Path) -> None:
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE))
    for block in blocks(page, "sh", "bash", "console"):
        assert set(re.findall(r"^make (\w+)", block, flags=re.MULTILINE)) <= targets


@each_page
def test_every_path_of_the_sources_exists(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    if page.parts[-2:] == ("how-to", "add-an-exporter.md"):
        text = text.replace("src/twosource/formats/csv.py", "")  # the file that the reader is about to write
    for path in re.findall(r"`((?:src|tests|docs|examples|evaluation|bench|training)/[\w./-]*)`", text):
        assert (ROOT / path).exists(), f"{path}: there is no such file or folder"
    for path in re.findall(r"`(\w+/\w+\.(?:py|tsv|txt))(?::(\w+))?`", text):
        where = next((w for base in BASES if (w := base / path[0]).exists()), None)
        assert where, f"{path[0]}: there is no such module"
        assert not path[1] or f"def {path[1]}" in where.read_text(encoding="utf-8"), path[1]
    # "`NAME` in `src/…/x.py`" and "`src/…/x.py`, in `name`": the name stands in that module.
    for name, path in re.findall(r"`(\w+)`\s(?:of|in)\s`(src/[\w./-]+\.py)`", text):
        assert re.search(rf"\b{name}\b", (ROOT / path).read_text(encoding="utf-8")), f"{path} has no {name}"
    for path, name in re.findall(r"`(src/[\w./-]+\.py)`,\sin\s`(\w+)`", text):
        assert re.search(rf"\b{name}\b", (ROOT / path).read_text(encoding="utf-8")), f"{path} has no {name}"


@each_page
def test_python_blocks_are_python(page: Path) -> None:
    for block in blocks(page, "python"):
        ast.parse(block)


@each_page
def test_every_page_of_docs_is_in_the_index(page: Path) -> None:
    docs = ROOT / "docs"
    index = docs / "README.md"
    if docs in page.parents and page != index:
        link = f"({page.relative_to(docs).as_posix()})"
        assert link in index.read_text(encoding="utf-8"), "give it a line in docs/README.md"
