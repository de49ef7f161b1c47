"""Shows where the time of the rows goes that miss their targets, by samples of Linux's perf, on a page of tables.

Which rows these are is known from what bench.py has measured. Where a row's clock runs within the process, only the
samples from the work's begin to its end count.
"""

import re
import shutil
import statistics
import sys
from collections import Counter
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path

import places
from contest import MEMORY, Row, warm_up
from families import family
from machine import revision
from markdown import capitalised, table
from missed import PROFILES
from results import OURS, Occasion, load
from rows import every_row
from sampling import between, require_perf, sample
from setting import ROOT

# As many samples as tell a share of one in a hundred from one of two.
ENOUGH = 4_000
MOST_ROUNDS = 12
FREQUENCIES = (500, 5_000)
COLUMNS = 8

HEAD = """# Where the time goes in rows that miss

`make profile` samples Inlay in each row that misses a target, and writes this page: shares of the processor time of all
threads, by families of functions. A copy counts for whoever asked for it; *kernel: new memory* is the clearing and
handing out of pages, *mapped files* the finding of theirs. `RESULTS.md` has the times, and says why."""

# Where the work begins and ends whose time is told.
RUNS = re.compile(r"^Table\.run\(")
WRITES = re.compile(r"^Table\.write\(")


def parser():
    made = places.parser(__doc__)
    made.add_argument("--page", type=Path, default=ROOT / "Benchmarks", help=f"folder for {PROFILES}")
    return made


def missed_rows(rows: list[Row], work: Path) -> list[tuple[Row, float]]:
    """The rows that miss a target, and the processor seconds of a run of Inlay's."""
    results = load(work / "results.json")
    found = [(row, results[row.key]) for row in rows if row.key in results]
    return [(row, result.ours.cpu) for row, result in found if not result.reaches]


def profile(row: Row, cpu: float, work: Path) -> tuple[Counter[str], float]:
    """How many samples each family has, and the processor seconds of one run."""
    frequency = min(max(int(ENOUGH / cpu), FREQUENCIES[0]), FREQUENCIES[1])
    kind = row.key.partition("-")[0]
    folder = (MEMORY if row.writes_to_memory and MEMORY.is_dir() else work) / "inlay-profile"
    row.prepare()
    counts: Counter[str] = Counter()
    seconds = []
    while counts.total() < ENOUGH and len(seconds) < MOST_ROUNDS:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        warm_up(row.inputs)
        found = sample(row.commands[OURS](folder), work, frequency)
        if row.clock == "inside":
            found = between(found, WRITES if kind == "write" else RUNS)
        counts.update(family(kind, each.frames) for each in found)
        seconds.append(len(found) / frequency)
    shutil.rmtree(folder, ignore_errors=True)
    return counts, statistics.median(seconds)


def group_table(found: list[tuple[Row, Counter[str], float]]) -> str:
    """A line for each row, and a column for each of the families that are the most in the group."""
    means: Counter[str] = Counter()
    for _, counts, _ in found:
        means.update({name: count / counts.total() for name, count in counts.items() if name != "other"})
    names = [name for name, _ in means.most_common(COLUMNS)]
    lines = []
    for row, counts, seconds in found:
        shares = [counts[name] / counts.total() for name in names]
        cells = [f"{share:.0%}" for share in (*shares, 1 - sum(shares))]
        lines.append([row.title, f"{seconds * 1e3:,.0f}", *cells])
    return table(["row", "processor time, ms", *names, "all else"], lines)


def main() -> None:
    arguments, place = places.parse(parser())
    require_perf()
    found = []
    for row, cpu in missed_rows(every_row(place), place.work):
        print(row.key, file=sys.stderr, flush=True)
        found.append((row, *profile(row, cpu, place.work)))
    occasion = Occasion(f"{datetime.now(UTC):%Y-%m-%d}", arguments.revision or revision(), place.threads)
    parts = [HEAD, f"Sampled on {occasion}."]
    for name, members in groupby(found, key=lambda each: each[0].group):
        parts.append(f"## {capitalised(name)}\n\n{group_table(list(members))}")
    (arguments.page / PROFILES).write_text("\n\n".join(parts) + "\n")


if __name__ == "__main__":
    main()
