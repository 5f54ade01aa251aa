"""The scripts in docs/how-to/use-from-python.md run as they stand and print what they promise."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "how-to" / "use-from-python.md"
SCRIPTS = re.findall(r"^```python\n(.*?)^```", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
PROMISED = (r"^corroborated \d+ .+\n    [\w ]+ \d+ \d+ .+", r"^[\w .]+ \| .+")


@pytest.mark.parametrize(("script", "promised"), list(zip(SCRIPTS, PROMISED, strict=True)), ids=["findings", "quotes"])
def test_a_script_runs_as_it_stands(script: str, promised: str) -> None:
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, cwd=ROOT, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert re.search(promised, done.stdout, flags=re.MULTILINE), done.stdout
    assert len(script.splitlines()) < 12
