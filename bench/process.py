"""Runs a whole command and measures it from outside: seconds, and the memory of all its processes over time."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread

SAMPLE_SECONDS = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run: wall-clock seconds, those of processors, the resident memory of the command and its workers, in MB.

    `memory`: as it was at even intervals; the seconds of workers count where the command waits for their end.
    """

    seconds: float
    processor: float
    memory: tuple[float, ...]

    @property
    def peak_mb(self) -> float:
        """The largest sum of resident memory."""
        return max(self.memory, default=0.0)


def measured(command: Sequence[str], every: float = SAMPLE_SECONDS) -> Run:
    """Runs the command to its end, its output thrown away; raises CalledProcessError where it fails."""
    begun = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    memory: list[float] = []
    ended = Event()
    sampler = Thread(target=_sample, args=(process.pid, memory, ended, every))
    sampler.start()
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    ended.set()
    sampler.join()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Run(seconds=seconds, processor=used.ru_utime + used.ru_stime, memory=tuple(memory))


def _sample(pid: int, memory: list[float], ended: Event, every: float) -> None:
    while not ended.wait(every):
        memory.append(sum(_resident_mb(p) for p in family(pid)))


def family(pid: int) -> list[int]:
    """A process and its descendants (Linux: /proc)."""
    found, waiting = [], [pid]
    while waiting:
        found.append(waiting.pop())
        for children in Path(f"/proc/{found[-1]}/task").glob("*/children"):
            try:
                waiting += map(int, children.read_text().split())
            except OSError:
                continue
    return found


def _resident_mb(pid: int) -> float:
    """Proportional set size: memory that forked workers share counts once."""
    try:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0.0
    line = next((x for x in rollup.splitlines() if x.startswith("Pss:")), "Pss: 0 kB")
    return int(line.split()[1]) / 1024
