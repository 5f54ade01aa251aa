"""Where the public test sets and their scorers lie; they belong to others and are no part of this project."""

from __future__ import annotations

import os
from pathlib import Path

SHARED = Path(os.environ.get("TWOSOURCE_SHARED", Path(__file__).resolve().parents[2] / "shared"))
"""The folder that TWOSOURCE_SHARED names, else the one beside the project."""
DATA = SHARED / "data"
