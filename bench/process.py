"""Runs a whole command and measures it from outside: seconds, and the peak of the memory of all its processes."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread

SAMPLE_SECONDS = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run: wall-clock seconds and the largest sum of resident memory of the command and its workers, in MB."""

    seconds: float
    peak_mb: float


def measured(command: Sequence[str]) -> Run:
    """Runs the command to its end, its output thrown away; raises CalledProcessError where it fails."""
    begun = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    peak, ended = [0.0], Event()
    sampler = Thread(target=_sample, args=(process.pid, peak, ended))
    sampler.start()
    status = process.wait()
    seconds = time.perf_counter() - begun
    ended.set()
    sampler.join()
    if status:
        raise subprocess.CalledProcessError(status, command)
    return Run(seconds=seconds, peak_mb=peak[0])


def _sample(pid: int, peak: list[float], ended: Event) -> None:
    while not ended.wait(SAMPLE_SECONDS):
        peak[0] = max(peak[0], sum(_resident_mb(p) for p in _family(pid)))


def _family(pid: int) -> list[int]:
    """A process and its descendants (Linux: /proc)."""
    family, waiting = [], [pid]
    while waiting:
        family.append(waiting.pop())
        for children in Path(f"/proc/{family[-1]}/task").glob("*/children"):
            try:
                waiting += map(int, children.read_text().split())
            except OSError:
                continue
    return family


def _resident_mb(pid: int) -> float:
    """Proportional set size: memory that forked workers share counts once."""
    try:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0.0
    line = next((x for x in rollup.splitlines() if x.startswith("Pss:")), "Pss: 0 kB")
    return int(line.split()[1]) / 1024
