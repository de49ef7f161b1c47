"""Tells the results on a page, `RESULTS.md`, beside its chart."""

from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path

from chart import draw
from results import OURS, Result, Tally

CHART = "results.svg"
# Profiles and what was tried, written by hand; it becomes the end of the page.
REASONS = "MISSED.md"
# Time at 40 times the rows is at most 42 times that of the rows once.
GROWTH = 1.05


def write_page(results: list[Result], facts: dict[str, str], limits: dict[str, float], folder: Path) -> None:
    """Writes the page and its chart into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / CHART).write_text(draw(results))
    parts = [head(results), machine(facts), overview(results), *details(results)]
    parts += [growth(results), sizes(results), hardware(results, limits), reasons(folder)]
    (folder / "RESULTS.md").write_text("\n\n".join(part for part in parts if part) + "\n")


def head(results: list[Result]) -> str:
    reached = sum(result.reaches_time and result.reaches_memory for result in results)
    return f"""# Inlay beside its peers

`make bench-peers` wrote this page on {datetime.now(UTC):%Y-%m-%d}. Contestants are processes with two threads, which
take turns on files in the page cache. Medians count, and a *ratio* is Inlay's median to that of the peer that was the
fastest in that row (◂), of memory too. All contestants of a row gave the same result; a peer that is far from being the
fastest runs once or twice only. **{reached} of {len(results)} rows reach their targets.**

![Inlay's time and peak memory as parts of the fastest peer's, row by row]({CHART})"""


def machine(facts: dict[str, str]) -> str:
    return "## Machine and versions\n\n" + table(["what", "which"], [list(fact) for fact in facts.items()])


def overview(results: list[Result]) -> str:
    rows = []
    for name, group in groupby(results, key=lambda result: result.group):
        members = list(group)
        rows.append([name, ratios(members, "time"), ratios(members, "memory"), missed(members)])
    heads = ["work", "time: ratio (target)", "peak memory: ratio (target)", "rows that miss"]
    return "## Overview\n\n" + table(heads, rows)


def ratios(members: list[Result], what: str) -> str:
    """The range of a group's ratios beside their target."""
    found = [getattr(member, f"{what}_ratio") for member in members]
    known = [ratio for ratio in found if ratio is not None]
    target = getattr(members[0], f"{what}_target")
    if target is None:
        return "–"
    if not known:
        return f"no peer came to an end (≤ {target:g})"
    reach = " to ".join(
        f"{ratio:.2f}" if ratio >= 0.1 else f"{ratio:.3f}" for ratio in sorted({min(known), max(known)})
    )
    return f"{reach} (≤ {target:g})"


def missed(members: list[Result]) -> str:
    count = sum(not (member.reaches_time and member.reaches_memory) for member in members)
    return f"{count} of {len(members)}" if count else "none"


def details(results: list[Result]) -> list[str]:
    """A table for each group, all contestants of a row below each other."""
    parts = []
    for name, group in groupby(results, key=lambda result: result.group):
        members = list(group)
        clock = "whole process" if members[0].clock == "process" else "within the process, its start not counted"
        rows = [line for member in members for line in lines(member)]
        heads = ["row", "contestant", "time, s", "from – to", "runs", "processor, s", "peak, MiB", "time", "memory"]
        parts.append(f"## {name[0].upper()}{name[1:]}\n\nTime: {clock}.\n\n{table(heads, rows)}")
    return parts


def lines(result: Result) -> list[list[str]]:
    """The row's contestants, ours first, with the ratios beside it."""
    found = []
    for name, tally in result.tallies.items():
        title = f"**{result.title}**" if name == OURS else ""
        mark = f"{name} ◂" if name == result.fastest else name
        if tally.failure:
            found.append([title, mark, tally.failure.replace("|", "\\|"), *[""] * 6])
            continue
        verdicts = [verdict(result, "time"), verdict(result, "memory")] if name == OURS else ["", ""]
        found.append([title, mark, *figures(tally), *verdicts])
    return found


def figures(tally: Tally) -> list[str]:
    spread = f"{number(min(tally.seconds))} – {number(max(tally.seconds))}"
    return [number(tally.median), spread, str(len(tally.seconds)), number(tally.cpu), f"{tally.peak / 2**20:.0f}"]


def verdict(result: Result, what: str) -> str:
    ratio, target = getattr(result, f"{what}_ratio"), getattr(result, f"{what}_target")
    if target is None or ratio is None:
        return "–"
    least = f"; {result.least_memory_ratio:.2f} of the least" if what == "memory" else ""
    return f"{ratio:.3f} {'✓' if ratio <= target else '✗'} ≤ {target:g}{least}"


def growth(results: list[Result]) -> str:
    """Time and memory of the seed job as its inputs grow."""
    seeds = {result.key: result for result in results if result.key.split("-")[0] == "seed"}
    if "seed" not in seeds or len(seeds) == 1:
        return ""
    base, rows = seeds["seed"].ours, []
    for key, result in seeds.items():
        factor = int(key.partition("-")[2] or 1)
        times = result.ours.median / base.median
        held = "✓" if times <= factor * GROWTH else "✗"
        peak = result.ours.peak
        grown = f"{times:.2f} {held} ≤ {factor * GROWTH:g}"
        rows.append([str(factor), number(result.ours.median), grown, f"{peak / 2**20:.0f}", f"{peak / base.peak:.2f}"])
    heads = ["times the rows", "time, s", "to once", "peak, MiB", "to once"]
    words = "The build sides, artists and tracks, grow with the rows, and are what is held in memory."
    return f"## Growth of the seed job\n\n{words}\n\n{table(heads, rows)}"


def sizes(results: list[Result]) -> str:
    """What the contestants' outputs take on the disk."""
    seed = next((result for result in results if result.key == "seed"), None)
    if seed is None:
        return ""
    finished = {name: tally.output_bytes for name, tally in seed.tallies.items() if not tally.failure}
    least = min(finished[name] for name in finished if name != OURS)
    held = "no larger than" if finished[OURS] <= least else "**larger than**"
    rows = [[name, f"{size / 1e6:.1f}", f"{size / least:.3f}"] for name, size in finished.items()]
    words = f"Inlay's output is {held} the smallest of the peers' Snappy files."
    return f"## Size of the seed job's output\n\n{words}\n\n" + table(
        ["contestant", "MB", "to the smallest peer's"], rows
    )


def hardware(results: list[Result], limits: dict[str, float]) -> str:
    """What no program could be faster than, beside what ours takes."""
    if not limits:
        return ""
    rows = [
        [
            "read the CSV files",
            f"{limits['csv_bytes'] / 1e6:.1f}",
            speed(limits["memory"]),
            least(limits, "csv_bytes", "memory"),
        ],
        [
            "compress the pages",
            f"{limits['page_bytes'] / 1e6:.1f}",
            speed(limits["compress"]),
            least(limits, "page_bytes", "compress"),
        ],
        [
            "decompress the pages",
            f"{limits['page_bytes'] / 1e6:.1f}",
            speed(limits["decompress"]),
            least(limits, "page_bytes", "decompress"),
        ],
    ]
    ours = {result.key: number(result.ours.median) for result in results}
    words = (
        "Two threads read memory no faster than a search for a byte that is not there, and make the pages of the "
        "seed job's output no faster than libsnappy alone. The seed job, which does the first two, takes "
        f"{ours.get('seed', '–')} s; reading its output, which does the third, takes {ours.get('read-all', '–')} s."
    )
    return f"## Limits of the hardware\n\n{words}\n\n" + table(["work", "MB", "GB/s", "seconds at least"], rows)


def reasons(folder: Path) -> str:
    """What people found out about rows that miss their targets, if they wrote it down beside the page."""
    notes = folder / REASONS
    return notes.read_text().strip() if notes.exists() else ""


def speed(bytes_a_second: float) -> str:
    return f"{bytes_a_second / 1e9:.2f}"


def least(limits: dict[str, float], size: str, rate: str) -> str:
    return f"{limits[size] / limits[rate]:.3f}"


def number(value: float) -> str:
    """Three digits that say something."""
    return f"{value:.3f}" if value < 10 else f"{value:.1f}"


def table(heads: list[str], rows: list[list[str]]) -> str:
    return "\n".join(f"| {' | '.join(cells)} |" for cells in [heads, ["---"] * len(heads), *rows])
