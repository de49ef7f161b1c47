"""Runs commands as whole processes and measures them."""

import os
import statistics
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Measurement:
    wall_seconds: float
    cpu_seconds: float
    peak_bytes: int


def measure(command: list[str], log: Path) -> Measurement:
    """Runs a command to its end; its words go to a log, whose end is shown when it fails.

    The peak counts what this process has in memory when the command starts, so this process must stay small: nothing
    large is imported here.
    """
    with log.open("wb") as words:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=words, stderr=words)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f"{command[0]} ended with {process.returncode}: {log.read_text()[-2000:]}")
    return Measurement(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024)


def median(measurements: list[Measurement]) -> Measurement:
    """Each value's own median."""
    return Measurement(
        statistics.median(each.wall_seconds for each in measurements),
        statistics.median(each.cpu_seconds for each in measurements),
        int(statistics.median(each.peak_bytes for each in measurements)),
    )
