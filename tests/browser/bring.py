"""`python -m tests.browser.bring`: installs the system's Chromium where that is allowed and none is there.

Never fails: where it may not, the tests in the browser are left out, and say so (or fail, under
`TWOSOURCE_BROWSER=required`).
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from .chromium import MISSING, executable

APT = (("apt-get", "update", "-qq"), ("apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"))


def allowed() -> tuple[str, ...] | None:
    """What to put before a command that installs; None where nothing may be installed."""
    if shutil.which("apt-get") is None:
        return None
    if os.geteuid() == 0:
        return ()
    if shutil.which("sudo") is None:
        return None
    asked = subprocess.run(["sudo", "-n", "true"], stderr=subprocess.DEVNULL, check=False)
    return ("sudo", "-n") if asked.returncode == 0 else None


def main() -> None:
    """Brings it, or says why not."""
    if executable() is not None:
        return
    before = allowed()
    if before is not None:
        print("Installing Chromium for the tests in a browser (apt-get) …", flush=True)
        for command in APT:
            subprocess.run([*before, *command], stdout=subprocess.DEVNULL, check=False)
    if executable() is None:
        print(f"The tests in a browser are left out: {MISSING}", file=sys.stderr)


if __name__ == "__main__":
    main()
