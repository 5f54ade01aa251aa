"""Settings of all tests: hypothesis looks for new examples on a desk and repeats the same ones in CI."""

from __future__ import annotations

import os

from hypothesis import settings

# Deadlines measure the machine, not the code; time is measured in bench/.
settings.register_profile("desk", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "desk")
