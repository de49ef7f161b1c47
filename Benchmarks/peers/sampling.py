"""Samples of a command by Linux's perf: which functions its threads are in, again and again."""

import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Sample:
    """A moment of a thread on a processor: the time, and the functions it is in, the innermost first."""

    seconds: float
    frames: tuple[str, ...]


def require_perf() -> None:
    if shutil.which("perf") is None:
        raise SystemExit("perf is missing; install linux-perf or linux-tools")


def sample(command: list[str], work: Path, frequency: int) -> list[Sample]:
    """Runs the command under perf; each sample is 1 / frequency seconds of a thread."""
    data = work / "perf.data"
    recording = ["perf", "record", "-g", "-F", str(frequency), "-o", str(data), "--", *command]
    done = subprocess.run(recording, capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(done.stderr[-2000:])
    script = ["perf", "script", "-i", str(data), "-F", "time,event,ip,sym"]
    words = subprocess.run(script, check=True, capture_output=True, text=True).stdout
    data.unlink()
    demangle = ["swift", "demangle", "--simplified"]
    return samples(subprocess.run(demangle, input=words, check=True, capture_output=True, text=True).stdout)


def samples(words: str) -> list[Sample]:
    """The samples that perf's script tells, a paragraph each."""
    found = []
    for block in words.split("\n\n"):
        at = re.match(r"\s*([0-9.]+):", block)
        frames = tuple(match[1].strip() for match in re.finditer(r"^\s+[0-9a-f]+ (.+)$", block, re.MULTILINE))
        if at and frames:
            found.append(Sample(float(at[1]), frames))
    return found


def between(found: list[Sample], mark: re.Pattern[str]) -> list[Sample]:
    """Those from the first to the last moment in which some thread is in a function of that name."""
    times = [each.seconds for each in found if any(mark.search(frame) for frame in each.frames)]
    return [each for each in found if times[0] <= each.seconds <= times[-1]] if times else []
