"""What the page tells of the seed job besides its row: growth, the size of its output, and the hardware's limits."""

from markdown import number, table
from results import OURS, Result

# Time at 40 times the rows is at most 42 times that of the rows once.
GROWTH = 1.05


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
    words = "All three inputs grow: the albums, which stream, and the artists and tracks that they are joined with."
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
    heads = ["contestant", "MB", "to the smallest peer's"]
    return f"## Size of the seed job's output\n\n{words}\n\n" + table(heads, rows)


def hardware(results: list[Result], limits: dict[str, float]) -> str:
    """What no program could be faster than, beside what ours takes."""
    if not limits:
        return ""
    works = {
        "read the CSV files": ("csv_bytes", "memory"),
        "compress the pages": ("page_bytes", "compress"),
        "decompress the pages": ("page_bytes", "decompress"),
    }
    rows = []
    for work, (size, rate) in works.items():
        seconds = limits[size] / limits[rate]
        rows.append([work, f"{limits[size] / 1e6:.1f}", f"{limits[rate] / 1e9:.2f}", f"{seconds:.3f}"])
    ours = {result.key: number(result.ours.median) for result in results}
    words = (
        "Two threads read memory no faster than a search for a byte that is not there, and make the pages of the "
        "seed job's output no faster than libsnappy alone. The seed job, which does the first two, takes "
        f"{ours.get('seed', '–')} s; reading its output, which does the third, takes {ours.get('read-all', '–')} s."
    )
    return f"## Limits of the hardware\n\n{words}\n\n" + table(["work", "MB", "GB/s", "seconds at least"], rows)
