"""A row of the comparison, and how its contestants take turns."""

import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from measure import Measurement, measure
from results import OURS, Result, Tally

# A peer that takes so many times as long as another one, in its first run or the better of two, will not be the fastest
# one: it does not run again, unless it costs next to nothing.
HOPELESS = {1: 1.6, 2: 1.15}
CHEAP_SECONDS = 2.0
# Of peers that take so long only one is left after two runs.
DEAR_SECONDS = 20.0
# Files in memory: what is written there is on no disk, for which Inlay would wait and the peers would not.
MEMORY = Path("/dev/shm")


class Failure(Exception):
    """Inlay did not come to the end of a work, so that there is nothing to compare."""


@dataclass(frozen=True)
class Row:
    """One work that all contestants do.

    `commands` are made for a folder that a contestant finds empty each time; `clock` says whether the whole process
    counts, or the seconds that it prints in its first line. `check` gets what each contestant printed and its folder,
    raises `Disagreement`, or returns what they agree in. `inputs` are what they read, which is brought into the page
    cache before each. With `writes_to_memory` the folders are on no disk.
    """

    key: str
    group: str
    title: str
    commands: dict[str, Callable[[Path], list[str]]]
    check: Callable[[dict[str, list[str]], dict[str, Path]], str]
    time_target: float
    inputs: tuple[Path, ...]
    memory_target: float | None = None
    clock: str = "inside"
    prepare: Callable[[], None] = lambda: None
    writes_to_memory: bool = False


def run(row: Row, work: Path, rounds: int, memory_limit: int) -> Result:
    """Lets the contestants of a row take turns, and checks that they agree."""
    place = (MEMORY if row.writes_to_memory and MEMORY.is_dir() else work) / f"inlay-{row.key}"
    folders = {name: place / name for name in row.commands}
    tallies = {name: Tally() for name in row.commands}
    row.prepare()
    agreement = ""
    for number in range(rounds):
        asked = [name for name in row.commands if not is_hopeless(name, tallies)]
        said = take_turns(row, {name: folders[name] for name in asked}, tallies, memory_limit)
        # What a work does is the same each time: that it is the same for all is looked at once.
        agreement = agreement or row.check(said, {name: folders[name] for name in said})
        for folder in folders.values():
            # An output that nobody will look at is not brought to the disk at the next one's cost.
            shutil.rmtree(folder, ignore_errors=True)
        print(f"  round {number + 1}: {words(tallies)}", file=sys.stderr, flush=True)
    shutil.rmtree(place)
    return Result(
        row.key, row.group, row.title, row.clock, row.time_target, row.memory_target, rounds, agreement, tallies
    )


def take_turns(
    row: Row, folders: dict[str, Path], tallies: dict[str, Tally], memory_limit: int
) -> dict[str, list[str]]:
    """Lets each do the work once, and returns what those that came to an end have printed behind the time."""
    said = {}
    for name, folder in folders.items():
        found = measure_once(row, name, folder, memory_limit)
        tallies[name].add(found, seconds(row, found))
        tallies[name].output_bytes = sum(path.stat().st_size for path in folder.glob("*.parquet"))
        if not found.failure:
            said[name] = found.lines[1:]
        elif name == OURS:
            raise Failure(f"{row.key}: inlay failed: {found.failure}")
    return said


def measure_once(row: Row, name: str, folder: Path, memory_limit: int) -> Measurement:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    warm_up(row.inputs)
    return measure(row.commands[name](folder), folder.with_suffix(".log"), memory_limit)


def warm_up(paths: tuple[Path, ...]) -> None:
    """Reads files, so that they are in the page cache."""
    buffer = bytearray(1 << 20)
    for path in paths:
        with path.open("rb", buffering=0) as file:
            while file.readinto(buffer):
                pass


def seconds(row: Row, found: Measurement) -> float:
    if row.clock == "process" or found.failure:
        return found.wall_seconds
    return float(found.lines[0])


def is_hopeless(name: str, tallies: dict[str, Tally]) -> bool:
    """Whether there is no use in asking a contestant again: it failed, or is far from being the fastest peer."""
    if tallies[name].failure:
        return True
    runs = tallies[name].seconds
    peers = [min(tally.seconds) for peer, tally in tallies.items() if peer != OURS and tally.seconds]
    factor = HOPELESS.get(len(runs))
    if len(runs) == 2 and min(runs) > DEAR_SECONDS:
        factor = 1.0
    return name != OURS and factor is not None and min(runs) > max(factor * min(peers), CHEAP_SECONDS)


def words(tallies: dict[str, Tally]) -> str:
    return ", ".join(
        f"{name} {tally.failure or f'{tally.seconds[-1]:.3f} s {tally.peaks[-1] >> 20} MiB'}"
        for name, tally in tallies.items()
    )
