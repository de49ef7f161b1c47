"""A row of the comparison, and how its contestants take turns."""

import shutil
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from measure import Measurement, measure
from results import OURS, Occasion, Result, Tally
from setting import Command

# A peer that takes so many times as long as another one, in its first run or the better of two, will not be the fastest
# one: it does not run again, unless it takes no longer than what all are given seven times.
HOPELESS = {1: 1.6, 2: 1.15}
CHEAP_SECONDS = 5.0
# Of peers that take so long only those near the fastest run twice, and only one is left then.
DEAR_SECONDS = 20.0
HOPELESS_DEAR = {1: 1.25, 2: 1.0}
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

    Where a work ends in memory, `shows` are the same works that then write what they have there, for `check` to look
    at: they run once, and count nothing. `note` tells what the contestants do differently, and is the same for a group.
    """

    key: str
    group: str
    title: str
    commands: dict[str, Command]
    check: Callable[[dict[str, list[str]], dict[str, Path]], str]
    time_target: float
    inputs: tuple[Path, ...]
    memory_target: float | None = None
    clock: str = "inside"
    prepare: Callable[[], None] = lambda: None
    writes_to_memory: bool = False
    shows: dict[str, Command] = field(default_factory=dict)
    note: str = ""


@dataclass(frozen=True)
class Terms:
    """How long contestants take turns: so many rounds, of which none begins after so many seconds of a row.

    One that has more memory of its own than `memory_limit` is ended.
    """

    rounds: int
    seconds: float
    memory_limit: int


def run(row: Row, work: Path, terms: Terms, measured: Occasion) -> Result:
    """Lets the contestants of a row take turns, and checks that they agree."""
    place = (MEMORY if row.writes_to_memory and MEMORY.is_dir() else work) / f"inlay-{row.key}"
    folders = {name: place / name for name in row.commands}
    tallies = {name: Tally() for name in row.commands}
    row.prepare()
    begin = time.monotonic()
    agreement = compare_shown(row, folders, terms.memory_limit) if row.shows else ""
    for number in range(terms.rounds):
        if number > 0 and time.monotonic() - begin > terms.seconds:
            break
        asked = [name for name in rotated(list(row.commands), number) if not is_hopeless(name, tallies)]
        said = take_turns(row, {name: folders[name] for name in asked}, tallies, terms.memory_limit)
        # What a work does is the same each time: that it is the same for all is looked at once.
        agreement = agreement or row.check(said, {name: folders[name] for name in said})
        empty(folders)
        print(f"  round {number + 1}: {words(tallies)}", file=sys.stderr, flush=True)
    shutil.rmtree(place)
    about = (row.key, row.group, row.title, row.clock, row.time_target, row.memory_target)
    return Result(*about, agreement, tallies, measured, row.note)


def rotated(names: list[str], by: int) -> list[str]:
    """The names with another one first each round, so that none always comes behind the same other one."""
    places = by % len(names)
    return names[places:] + names[:places]


def empty(folders: dict[str, Path]) -> None:
    """Removes outputs that nobody will look at, so that they are not brought to the disk at the next one's cost."""
    for folder in folders.values():
        shutil.rmtree(folder, ignore_errors=True)


def compare_shown(row: Row, folders: dict[str, Path], memory_limit: int) -> str:
    """Lets each contestant write what it has in memory after its work, and returns what they agree in."""
    for name, folder in folders.items():
        found = measure_once(row, row.shows[name], folder, memory_limit)
        if found.failure:
            raise Failure(f"{row.key}: {name} does not show what it made: {found.failure}")
    agreement = row.check({}, folders)
    empty(folders)
    return agreement


def take_turns(
    row: Row, folders: dict[str, Path], tallies: dict[str, Tally], memory_limit: int
) -> dict[str, list[str]]:
    """Lets each do the work once, and returns what those that came to an end have printed behind the time."""
    said = {}
    for name, folder in folders.items():
        found = measure_once(row, row.commands[name], folder, memory_limit)
        tallies[name].add(found, seconds(row, found))
        tallies[name].output_bytes = sum(path.stat().st_size for path in folder.glob("*.parquet"))
        if not found.failure:
            said[name] = found.lines[1:]
        elif name == OURS:
            raise Failure(f"{row.key}: inlay failed: {found.failure}")
    return said


def measure_once(row: Row, command: Command, folder: Path, memory_limit: int) -> Measurement:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    warm_up(row.inputs)
    return measure(command(folder), folder.with_suffix(".log"), memory_limit)


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
    if name == OURS or not runs or min(runs) <= CHEAP_SECONDS:
        return False
    best = min(min(tally.seconds) for peer, tally in tallies.items() if peer != OURS and tally.seconds)
    factor = (HOPELESS_DEAR if min(runs) > DEAR_SECONDS else HOPELESS).get(len(runs))
    return factor is not None and min(runs) > factor * best


def words(tallies: dict[str, Tally]) -> str:
    return ", ".join(
        f"{name} {tally.failure or f'{tally.seconds[-1]:.3f} s {tally.peaks[-1] >> 20} MiB'}"
        for name, tally in tallies.items()
    )
