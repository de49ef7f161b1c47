"""Runs commands as whole processes and measures them."""

import os
import subprocess
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

LOOKS_PER_SECOND = 20
# What must be left for everything else on the machine.
RESERVE_BYTES = 1 << 30


@dataclass(frozen=True)
class Measurement:
    """What a command took and said; `failure` tells why it did not come to its end."""

    wall_seconds: float
    cpu_seconds: float
    peak_bytes: int
    lines: list[str] = field(default_factory=list)
    failure: str | None = None


def measure(command: list[str], log: Path, memory_limit: int) -> Measurement:
    """Runs a command to its end, or to where it has more memory than the limit.

    What it writes is kept beside the log, its last error in the measurement. The peak counts what this process has in
    memory when the command starts, so this process must stay small: nothing large is imported here.
    """
    said = log.with_suffix(".out")
    with said.open("wb") as output, log.open("wb") as errors:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=output, stderr=errors)
        guard = MemoryGuard(process.pid, memory_limit)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
    guard.stop()
    process.returncode = os.waitstatus_to_exitcode(status)
    failure = None
    if process.returncode != 0:
        failure = "out of memory" if guard.has_ended_it or ran_out(log) else last_line(log)
    cpu = usage.ru_utime + usage.ru_stime
    return Measurement(wall, cpu, usage.ru_maxrss * 1024, said.read_text().split("\n")[:-1], failure)


def ran_out(log: Path) -> bool:
    words = log.read_text(errors="replace").lower()
    return any(sign in words for sign in ("out of memory", "memoryerror", "bad_alloc", "outofmemory"))


def last_line(log: Path) -> str:
    lines = log.read_text(errors="replace").strip().splitlines()
    return lines[-1][:300] if lines else "it ended without a word"


class MemoryGuard:
    """Ends a process before it takes so much memory that the machine stands still.

    The limit is one of memory that is the process's own: pages of mapped files can be taken from it any time.
    """

    def __init__(self, process: int, limit: int) -> None:
        self.has_ended_it = False
        self._process, self._limit = process, limit
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self._done.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._done.wait(1 / LOOKS_PER_SECOND):
            if self._is_too_large() or self._is_machine_full():
                self._end()

    def _is_too_large(self) -> bool:
        return kilobytes(f"/proc/{self._process}/status", "RssAnon") * 1024 > self._limit

    def _is_machine_full(self) -> bool:
        return 0 < kilobytes("/proc/meminfo", "MemAvailable") * 1024 < RESERVE_BYTES

    def _end(self) -> None:
        self.has_ended_it = True
        try:
            os.kill(self._process, 9)
        except ProcessLookupError:
            self._done.set()


def kilobytes(path: str, name: str) -> int:
    """A number that the kernel tells of itself or a process; 0 when there is none."""
    try:
        lines = Path(path).read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith(f"{name}:")), 0)
