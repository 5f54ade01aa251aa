"""docs/reference/commands.md describes every command and option of the program, and no other."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest
import typer.main

from twosource.cli import app

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "commands.md").read_text(encoding="utf-8")
ROOT = typer.main.get_command(app)
COMMANDS: dict[str, click.Command] = dict(ROOT.commands)  # type: ignore[attr-defined]
SECTIONS = {part.partition("\n")[0]: part for part in re.split(r"^## ", PAGE, flags=re.MULTILINE)[1:]}


def options(command: click.Command) -> set[str]:
    return {name for p in command.params if p.param_type_name == "option" for name in p.opts} - {"--help", "-h"}


def test_every_command_has_its_part() -> None:
    assert set(COMMANDS) == {name for name in SECTIONS if " " not in name}


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_option_is_described_and_no_other(name: str) -> None:
    rows = "".join(re.findall(r"^\| (`[^|]*) \|", SECTIONS[name], flags=re.MULTILINE))
    assert set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", rows)) == options(COMMANDS[name])
    arguments = {p.metavar.rstrip(".") for p in COMMANDS[name].params if p.param_type_name == "argument" and p.metavar}
    assert arguments <= set(re.findall(r"`([A-Za-z]+(?:\.conllu|\.json)?)(?:\.\.\.)?`", rows))


def test_the_options_before_a_command_are_described() -> None:
    assert "`--version`" in SECTIONS["What all commands share"]
    assert options(ROOT) == {"--version"}


def test_every_exit_status_is_described() -> None:
    from twosource import cli

    statuses = {0} | {getattr(cli, name) for name in dir(cli) if name.startswith("EXIT_")}
    assert {int(n) for n in re.findall(r"^\| (\d+) \|", PAGE, flags=re.MULTILINE)} == statuses


def test_every_format_is_described() -> None:
    from twosource.formats import EXPORTERS

    assert set(EXPORTERS) <= set(re.findall(r"`([a-z.]+)`", SECTIONS["export"]))
