"""Who stops reading, or presses Ctrl-C, ends the command at once, and all its processes with it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import tomllib
from pathlib import Path

import pytest

from tests.cli.command import COMMAND, FERRY, HUNG, rows_file

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are looked at in /proc")


def start(*arguments: str | Path) -> subprocess.Popen[bytes]:
    """The command with a session of its own, so that all its processes can be told."""
    pipe = subprocess.PIPE
    command = [*COMMAND, *map(str, arguments)]
    return subprocess.Popen(command, stdout=pipe, stderr=pipe, start_new_session=True)


def alive(session: int) -> dict[str, str]:
    """The processes of a session that still run, each with its state: R while it has work, S while it waits."""
    found = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[3]) == session and fields[0] not in "ZX":
            found[stat.parent.name] = fields[0]
    return found


def wait_until_idle(session: int) -> None:
    """Comes back once all processes of a session have waited for half a second: who lacks the processor has state R."""
    looks = 10
    while looks and (states := alive(session).values()):
        looks = looks - 1 if {*states} == {"S"} else 10
        time.sleep(0.05)


def wait_until_gone(session: int) -> bool:
    """Whether all processes of a session end, none before the test takes them to hang."""
    for _ in range(20 * HUNG):
        if not alive(session):
            return True
        time.sleep(0.05)
    return False


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """More reports than are read in the time a test takes to stop the command."""
    return rows_file(tmp_path / "many.jsonl", ({"id": str(n), "text": FERRY} for n in range(20_000)))


@pytest.mark.parametrize("command", ["read", "brief"])
@pytest.mark.parametrize("to_all", [True, False], ids=["from a terminal", "to the parent alone"])
def test_an_interrupt_ends_the_command_and_its_workers(command: str, to_all: bool, many: Path) -> None:
    process = start(command, many, "--workers", "2", "-o", many.parent / "out.md")
    while len(alive(process.pid)) < 3 and process.poll() is None:
        time.sleep(0.02)
    (os.killpg if to_all else os.kill)(process.pid, signal.SIGINT)
    _, err = process.communicate(timeout=HUNG)
    assert process.returncode == 130
    assert b"Traceback" not in err
    assert wait_until_gone(process.pid)


DROPS = """
for _ in range(10):
    try:
        time.sleep(0.05)
    except KeyboardInterrupt:  # as Python itself and modules in C drop it
        pass
"""


def start_loading(folder: Path, body: str, name: str = "onnxruntime") -> subprocess.Popen[bytes]:
    """The installed command while it loads a module of this body."""
    begun = folder / "begun"
    (folder / "ferry.txt").write_text(FERRY, encoding="utf-8")
    module = f"import pathlib, time\npathlib.Path({str(begun)!r}).touch()\n{body}"
    (folder / f"{name}.py").write_text(module, encoding="utf-8")
    command = [sys.executable, "-m", "twosource", "read", str(folder / "ferry.txt")]
    environment, pipe = {**os.environ, "PYTHONPATH": str(folder)}, subprocess.PIPE
    process = subprocess.Popen(command, env=environment, stdout=pipe, stderr=pipe, start_new_session=True)
    while not begun.exists() and process.poll() is None:
        time.sleep(0.02)
    return process


def test_an_interrupt_while_a_module_loads_is_kept(tmp_path: Path) -> None:
    process = start_loading(tmp_path, DROPS)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=HUNG)
    assert (process.returncode, b"onnxruntime" in err, b"Traceback" in err) == (130, False, False)


def test_an_interrupt_before_the_commands_are_loaded_ends_them_without_a_word(tmp_path: Path) -> None:
    process = start_loading(tmp_path, f"time.sleep({HUNG})", "typer")
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=HUNG)
    assert (process.returncode, err) == (-signal.SIGINT, b"")


def test_the_installed_command_is_the_one_that_handles_it_from_the_start() -> None:
    settings = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8"))
    assert settings["project"]["scripts"] == {"twosource": "twosource.__main__:main"}


@pytest.mark.parametrize("handler", ["signal.SIG_IGN", "print"])
def test_an_interrupt_that_others_handle_is_left_to_them(handler: str) -> None:
    code = f"""
import atexit, signal
from twosource.__main__ import main
signal.signal(signal.SIGINT, {handler})
atexit.register(lambda: print(signal.getsignal(signal.SIGINT) == {handler}))
main()"""
    run = subprocess.run([sys.executable, "-c", code, "--version"], capture_output=True, check=True)
    assert run.stdout.split()[-1] == b"True"


def test_a_second_interrupt_does_not_wait_for_the_module(tmp_path: Path) -> None:
    process = start_loading(tmp_path, f"time.sleep({2 * HUNG})")
    process.send_signal(signal.SIGINT)
    wait_until_idle(process.pid)
    assert process.poll() is None
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=HUNG)
    assert (process.returncode, b"Traceback" in err) == (130, False)


def test_workers_end_with_a_parent_that_is_killed(many: Path) -> None:
    process = start("read", many, "--workers", "2", "-o", many.parent / "out")
    while len(alive(process.pid)) < 3 and process.poll() is None:
        time.sleep(0.02)
    process.kill()
    process.communicate(timeout=HUNG)
    assert wait_until_gone(process.pid)


def test_a_reader_that_goes_away_ends_the_command_quietly(many: Path) -> None:
    process = start("read", many)
    assert process.stdout is not None
    assert process.stderr is not None
    line = process.stdout.readline()
    process.stdout.close()
    assert line.startswith(b'{"format": ')
    assert process.stderr.read() == b""
    assert process.wait(HUNG) == 1
    assert wait_until_gone(process.pid)
