"""What was measured, row by row, kept as JSON so that rows can be measured anew one by one."""

import json
import statistics
from dataclasses import asdict, dataclass, field
from pathlib import Path

from measure import Measurement

OURS = "inlay"


@dataclass
class Tally:
    """All runs of one contestant in one row."""

    seconds: list[float] = field(default_factory=list)
    cpu_seconds: list[float] = field(default_factory=list)
    peaks: list[int] = field(default_factory=list)
    output_bytes: int = 0
    failure: str | None = None

    def add(self, found: Measurement, seconds: float) -> None:
        if found.failure:
            self.failure = found.failure
            return
        self.seconds.append(seconds)
        self.cpu_seconds.append(found.cpu_seconds)
        self.peaks.append(found.peak_bytes)

    @property
    def median(self) -> float:
        return statistics.median(self.seconds)

    @property
    def peak(self) -> float:
        return statistics.median(self.peaks)

    @property
    def cpu(self) -> float:
        return statistics.median(self.cpu_seconds)


@dataclass(frozen=True)
class Occasion:
    """When a row was measured, what revision of the repository, and with how many threads."""

    date: str
    revision: str
    threads: int

    def __str__(self) -> str:
        return f"{self.date}, revision {self.revision}, {self.threads} threads"


@dataclass
class Result:
    """One row: `agreement` is what the contestants agree in, `note` what they do differently."""

    key: str
    group: str
    title: str
    clock: str
    time_target: float
    memory_target: float | None
    agreement: str
    tallies: dict[str, Tally]
    measured: Occasion
    note: str = ""

    @property
    def ours(self) -> Tally:
        return self.tallies[OURS]

    @property
    def fastest(self) -> str:
        """The peer with the least median time of those that came to an end."""
        peers = [name for name, tally in self.tallies.items() if name != OURS and tally.seconds and not tally.failure]
        return min(peers, key=lambda name: self.tallies[name].median, default="")

    @property
    def time_ratio(self) -> float | None:
        """Our median time to that of the fastest peer; none when no peer came to an end."""
        return self.ours.median / self.tallies[self.fastest].median if self.fastest else None

    @property
    def memory_ratio(self) -> float | None:
        """Our median peak to that of the peer that was the fastest."""
        return self.ours.peak / self.tallies[self.fastest].peak if self.fastest else None

    @property
    def least_memory_ratio(self) -> float | None:
        """Our median peak to the least one of all peers, the fastest or not."""
        peaks = [tally.peak for name, tally in self.tallies.items() if name != OURS and tally.peaks]
        return self.ours.peak / min(peaks) if peaks else None

    @property
    def reaches_time(self) -> bool:
        return self.time_ratio is None or self.time_ratio <= self.time_target

    @property
    def reaches_memory(self) -> bool:
        return self.memory_target is None or self.memory_ratio is None or self.memory_ratio <= self.memory_target

    @property
    def reaches(self) -> bool:
        return self.reaches_time and self.reaches_memory

    @property
    def summary(self) -> str:
        """The row in a line."""
        if not self.fastest:
            return f"{self.key}: no peer came to an end"
        memory = f", memory {self.memory_ratio:.2f} of {self.memory_target}" if self.memory_target else ""
        return f"{self.key}: time {self.time_ratio:.3f} of {self.time_target} ({self.fastest}){memory}"


def save(results: dict[str, Result], path: Path) -> None:
    path.write_text(json.dumps({key: asdict(result) for key, result in results.items()}, indent=1) + "\n")


def load(path: Path) -> dict[str, Result]:
    """What was saved; nothing when nothing was."""
    if not path.exists():
        return {}
    found = json.loads(path.read_text())
    for members in found.values():
        members["tallies"] = {name: Tally(**tally) for name, tally in members["tallies"].items()}
        members["measured"] = Occasion(**members["measured"])
    return {key: Result(**members) for key, members in found.items()}
