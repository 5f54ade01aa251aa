"""The evaluation gate: `python -m evaluation` fails where a figure falls below its floor; `--raise` pins new ones.

`--raise` never lowers a floor. A change that must lower one edits evaluation/floors.toml by hand and says why.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from evaluation.measures import LESS_IS_BETTER, runs

FLOORS = Path(__file__).with_name("floors.toml")
PASSED = "ok  "
HEAD = "# The lowest figures the gate lets pass. `python -m evaluation --raise` raises them; nothing lowers them.\n"


def main(arguments: list[str]) -> int:
    """Runs all measures that can run here; returns 1 where one is below its floor, else 0."""
    floors: dict[str, float] = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    reached: dict[str, float] = {}
    for name, figures in _measured():
        if figures is None:
            print(f"left out: {name} (its data are no part of this project and not beside it)", flush=True)
            continue
        reached |= figures
        for figure, value in figures.items():
            verdict = _verdict(figure, value, floors)
            print(f"{verdict}  {figure:26} {value:8g}  floor {floors.get(figure, 'none')}", flush=True)
    if "--raise" in arguments:
        _pin(floors | {name: _better(name, value, floors.get(name, value)) for name, value in reached.items()})
        return 0
    below = [name for name, value in reached.items() if _verdict(name, value, floors) != PASSED]
    if below:
        print(f"below the floor or without one: {', '.join(below)}", file=sys.stderr)
    return 1 if below else 0


def _measured() -> Iterator[tuple[str, dict[str, float] | None]]:
    """Each run by name and its figures, in the order of the table; as many run at a time as there are cores.

    The last of the table take longest, and start first: no core is left with one of them when the others are done.
    """
    table = runs()
    with ProcessPoolExecutor() as pool:
        running = {name: pool.submit(run) for name, run in reversed(table) if run}
        for name, _ in table:
            yield name, running[name].result() if name in running else None


def _verdict(name: str, value: float, floors: dict[str, float]) -> str:
    return PASSED if name in floors and _better(name, value, floors[name]) == value else "FAIL"


def _better(name: str, one: float, other: float) -> float:
    return min(one, other) if name in LESS_IS_BETTER else max(one, other)


def _pin(floors: dict[str, float]) -> None:
    lines = [f'"{name}" = {value:g}\n' for name, value in sorted(floors.items())]
    FLOORS.write_text(HEAD + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
