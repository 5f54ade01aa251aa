"""What the command line says before it reads anything: versions, help, wrong usage."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

import twosource
from twosource.cli import EXIT_USAGE, app

run = CliRunner().invoke


def test_the_version() -> None:
    result = run(app, ["--version"])
    assert (result.exit_code, result.stdout) == (0, f"twosource {twosource.__version__}\n")


@pytest.mark.parametrize(
    "command",
    [
        "brief",
        "read",
        "stories",
        "origins",
        "explain",
        "export",
        "annotate",
        "add",
        "serve",
        "desk init",
        "desk status",
        "desk quarantine",
    ],
)
def test_help_has_an_example(command: str) -> None:
    result = run(app, [*command.split(), "--help"])
    assert result.exit_code == 0
    assert f"twosource {command}" in result.stdout.partition("Example")[2]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["brief", "a.txt", "--format", "docx"], "no format is called 'docx'; known: html, md, json, record.jsonl"),
        (["brief", "a.txt", "-o", "brief.docx"], "no format is called 'docx'"),
        (["brief", "a.txt", "--format", "html,json"], "several formats need a file"),
    ],
)
def test_a_wrong_format_is_said_before_anything_is_read(arguments: list[str], said: str) -> None:
    result = run(app, arguments)
    assert result.exit_code == EXIT_USAGE
    assert said in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize("arguments", [["brief"], ["nonsense"], ["read", "a", "--workers", "0"], ["read", "a", "--no"]])
def test_wrong_usage_is_status_2(arguments: list[str]) -> None:
    result = run(app, arguments)
    assert result.exit_code == EXIT_USAGE
    assert "Traceback" not in result.output
