"""The command under limits: what it took of time and memory, and how it ended."""

import os
import resource
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from inlay_command import ROOT

SECONDS = 10
"""Processor time after which a run counts as one that would never end, on the slowest machine."""


@dataclass(frozen=True)
class BoundedRun:
    code: int
    """The exit code; the negated number of the signal where one ended it."""
    peak: int
    """The most memory that was in use at once, in bytes."""
    errors: str


def run_bounded(binary: Path, *arguments) -> BoundedRun:
    """Runs the command; what it prints is lost."""
    with tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(
            [str(binary), *(str(argument) for argument in arguments)],
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
            stderr=errors,
            preexec_fn=limit_time,
        )
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        errors.seek(0)
        return BoundedRun(process.returncode, usage.ru_maxrss * 1024, errors.read().decode())


def limit_time() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
