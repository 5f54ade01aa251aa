"""`twosource serve`: from the command to a page, and what it says where it cannot."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import urllib.request
from pathlib import Path

from tests.cli.command import COMMAND, HUNG, said
from twosource.desk.folder import make_desk


def test_a_desk_is_served_until_it_is_interrupted(tmp_path: Path) -> None:
    make_desk(tmp_path / "mine")
    command = [*COMMAND, "serve", "mine", "--port", "0"]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            told = process.stdout.readline()
            found = re.fullmatch(r"The desk is at (http://127\.0\.0\.1:\d+/) \(Ctrl-C ends it\)\n", told)
            assert found, told
            with urllib.request.urlopen(found[1], timeout=HUNG) as answer:
                assert "This desk is empty" in answer.read().decode()
            process.send_signal(signal.SIGINT)
            rest = process.communicate(timeout=HUNG)
        finally:
            process.kill()
    assert (process.returncode, *rest) == (0, "", "")


def test_a_port_in_use_is_said_in_one_line(tmp_path: Path) -> None:
    make_desk(tmp_path / "mine")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        told = said("serve", "mine", "--port", str(port), cwd=tmp_path)
    assert (told.status, told.out) == (2, "")
    expected = f"port {port}: another program uses this port: choose another with --port, or 0 for any free one"
    assert told.err == f"twosource: {expected}\n"


def test_no_desk_is_said_in_one_line(tmp_path: Path) -> None:
    told = said("serve", "here", cwd=tmp_path)
    assert (told.status, told.out) == (1, "")
    assert told.err == "twosource: here: no desk is here: make one with `twosource desk init here`\n"


def test_another_address_is_not_offered(tmp_path: Path) -> None:
    make_desk(tmp_path / "mine")
    told = said("serve", "mine", "--host", "0.0.0.0", cwd=tmp_path)
    assert told.status == 2
    assert "No such option" in told.err
