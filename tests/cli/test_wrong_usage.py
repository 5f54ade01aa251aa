"""Wrong usage is status 2, said in a line before any work is done; nothing that exists is lost by it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.command import FERRY, RULES, run, run_anew, said


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one report, and tables for --about that are wrong in several ways."""
    (tmp_path / "ferry.txt").write_text(FERRY)
    (tmp_path / "columns.csv").write_text("file,outlet\nferry.txt,Fjord Post\n")
    (tmp_path / "date.csv").write_text("input,date\nferry.txt,last Tuesday\n")
    (tmp_path / "cells.csv").write_text("input,outlet\nferry.txt,Fjord Post, Bergen\n")
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["brief", "--format", "docx"], "no format is called 'docx'; known: html, md, json"),
        (["read", "--analyzer", "oracle"], "no analyzer is called 'oracle'; known: rules"),
        (["brief", "-o", "none/brief.html"], "none/brief.html: there is no folder none: make it or choose another -o"),
        (["read", "-o", "none/rows.jsonl"], "none/rows.jsonl: there is no folder none: make it or choose another -o"),
        (["read", "-o", "."], ".: this is a folder: name a file in it with -o"),
        (["read", "-o", "./ferry.txt"], "./ferry.txt: this is one of the inputs, which would be lost"),
        (["brief", "--format", "md", "-o", "ferry.txt"], "ferry.txt: this is one of the inputs, which would be lost"),
        (
            ["brief", "--about", "columns.csv"],
            "columns.csv: there is no column input: its first line names the columns",
        ),
        (["read", "--about", "date.csv"], "date.csv: line 2: the date 'last Tuesday' is not of the form 2016-10-25"),
        (["origins", "--about", "cells.csv"], "cells.csv: line 2 has more cells than columns: put a text with a comma"),
        (["stories", "--about", "none.csv"], "none.csv: there is no such file or folder: check the path"),
    ],
)
def test_wrong_usage_is_one_line_and_status_2(arguments: list[str], told: str, folder: Path) -> None:
    command, *others = arguments
    result = said(command, "ferry.txt", *others, cwd=folder)
    assert result.status == 2
    assert result.err.startswith(f"twosource: {told}")
    assert result.err.count("\n") == 1
    assert result.out == ""
    assert (folder / "ferry.txt").read_text() == FERRY


def test_a_name_in_about_that_no_input_has_is_said(folder: Path) -> None:
    (folder / "about.csv").write_text("input,outlet\nferry.txt,Fjord Post\ntug.txt,Harbour News\n")
    result = run("brief", "ferry.txt", "--about", "about.csv", "--format", "json", *RULES, cwd=folder)
    assert result.status == 1
    assert result.err == "✗ tug.txt: no input goes by this name that --about gives: check its column input\n"
    assert '"outlet": "Fjord Post"' in result.out


@pytest.mark.parametrize("command", ["read", "brief"])
def test_nothing_on_standard_input(command: str) -> None:
    result = run(command, "-")
    assert result.status == 1
    assert result.err.startswith("✗ -: nothing came on standard input: pipe a report or JSONL in, or name a file\n")


def test_annotate_says_which_line_is_no_conllu(folder: Path) -> None:
    result = said("annotate", "ferry.txt", cwd=folder)
    assert result.status == 1
    assert result.err == "twosource: line 1 is no CoNLL-U: give ten columns with tabs between, the first a number\n"


def test_annotate_keeps_sentences_without_words() -> None:
    result = run_anew("annotate", "-", stdin=b"# no words\n\n1\tBergen" + b"\t_" * 8 + b"\n\n")
    assert result.status == 0
    assert result.out.startswith("# no words\n\n1\tBergen\t")


def test_several_formats_lie_beside_one_another(folder: Path) -> None:
    result = run("brief", "ferry.txt", "--format", "html,md,json", "-o", "brief.v2", *RULES, cwd=folder)
    assert (result.status, result.out, result.err) == (0, "", "")
    assert {x.name for x in folder.glob("brief*")} == {"brief.v2.html", "brief.v2.md", "brief.v2.json"}


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
def test_a_full_disk_is_said(folder: Path) -> None:
    result = run("brief", "ferry.txt", "-o", "/dev/full", "--format", "md", *RULES, cwd=folder)
    assert result.status == 1
    assert result.err == "twosource: /dev/full: writing failed (No space left on device): choose another -o\n"


def test_a_brief_of_one_report_says_that_nothing_is_corroborated(folder: Path) -> None:
    result = run("brief", "ferry.txt", *RULES, cwd=folder)
    assert (result.status, result.err) == (0, "")
    assert "Nothing here can be corroborated: there is one report." in result.out


@pytest.mark.parametrize("command", ["init", "status", "quarantine"])
def test_a_command_of_the_desk_alone_is_pointed_to(command: str, tmp_path: Path) -> None:
    result = said(command, "mydesk", cwd=tmp_path)
    assert result.status == 2
    assert f"Did you mean 'desk {command}'?" in result.err
    assert not (tmp_path / "mydesk").exists()


def test_the_help_names_every_command_under_a_heading_and_says_how_to_begin() -> None:
    help = run("--help").out
    reports, desk = help.partition("A desk: a folder")[::2]
    assert all(f" {name} " in reports for name in ("brief", "read", "origins", "stories", "explain", "export"))
    assert all(f" {name} " in desk for name in ("add", "watch", "serve", "desk"))
    assert "twosource brief report1.html report2.txt -o brief.html" in desk
