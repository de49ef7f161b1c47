"""Compares Inlay with its peers row by row, and tells the results on a page.

Each contestant of a row is a process of its own. They take turns, so that a busy moment of the machine hits all of
them; medians of all rounds count, and the results must be the same. What was measured is kept in the work folder, so
that rows can be measured anew one by one, and the page be written again.
"""

import json
import subprocess
import sys
import time
from datetime import UTC, datetime
from fnmatch import fnmatch
from pathlib import Path

import places
import readme
from agreement import Disagreement
from contest import Failure, Row, Terms, run
from machine import facts, revision
from measure import kilobytes
from page import write_page
from results import Occasion, Result, load, save
from rows import every_row
from rows.reading import seed_output
from setting import HERE, Setting

# What a row may take before no further round of it begins.
ROW_SECONDS = 600


def parser():
    made = places.parser(__doc__)
    made.add_argument("--rows", nargs="*", help="patterns of the rows to measure, as in --list (default: all)")
    made.add_argument("--list", action="store_true", help="tell the names of the rows, and end")
    made.add_argument("--missing", action="store_true", help="only those of them that were not measured before")
    made.add_argument("--rounds", type=int, default=7, help="none writes the pages of what was measured before")
    made.add_argument("--page", type=Path, help="folder for RESULTS.md and its chart (default: the work folder)")
    made.add_argument("--readme", type=Path, help="a page with a place for the seed job's table")
    return made


def chosen(rows: list[Row], patterns: list[str] | None) -> list[Row]:
    found = [row for row in rows if not patterns or any(fnmatch(row.key, pattern) for pattern in patterns)]
    if not found:
        raise SystemExit(f"There is no such row: {' '.join(patterns or [])}. The rows: {' '.join(r.key for r in rows)}")
    return found


def measure_rows(
    wanted: list[Row], place: Setting, rounds: int, measured: Occasion
) -> tuple[dict[str, Result], dict[str, str]]:
    """All results, new ones in the places of old ones, and why rows have none."""
    # A contestant may have what the machine has now, but for an eighth.
    terms = Terms(rounds, ROW_SECONDS, kilobytes("/proc/meminfo", "MemAvailable") * 1024 * 7 // 8)
    kept = place.work / "results.json"
    results, failures = load(kept), {}
    begin = time.monotonic()
    for row in wanted:
        tell(f"{row.key} ({time.monotonic() - begin:.0f} s)")
        results.pop(row.key, None)
        try:
            results[row.key] = run(row, place.work, terms, measured)
            tell(f"  {results[row.key].summary}")
        except (Disagreement, Failure, subprocess.CalledProcessError) as error:
            failures[row.key] = str(error)
            tell(f"  {error}")
        save(results, kept)
    tell(f"{time.monotonic() - begin:.0f} s in all")
    return results, failures


def tell(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


def hardware_limits(place: Setting) -> dict[str, float]:
    """What limits.py finds, once the seed job's output is there to look at its pages."""
    output = seed_output(place)
    if not output.exists():
        return {}
    pages = place.work / "pages.parquet"
    convert = [place.inlay, "convert", output, "--compression", "none", "--to", pages, "--mode", "overwrite"]
    subprocess.run(convert, check=True, capture_output=True)
    command = [sys.executable, HERE / "limits.py", pages, str(place.threads)]
    found = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return {**found, "csv_bytes": sum(path.stat().st_size for path in place.inputs.values())}


def main() -> None:
    arguments, place = places.parse(parser())
    rows = every_row(place)
    if arguments.list:
        print(*(row.key for row in rows), sep="\n")
        return
    known = load(place.work / "results.json")
    wanted = [row for row in chosen(rows, arguments.rows) if not (arguments.missing and row.key in known)]
    measured = Occasion(f"{datetime.now(UTC):%Y-%m-%d}", arguments.revision or revision(), place.threads)
    found, failures = measure_rows(wanted if arguments.rounds else [], place, arguments.rounds, measured)
    results = [found[row.key] for row in rows if row.key in found]
    page = place.work if arguments.quick or arguments.page is None else arguments.page.resolve()
    versions = facts(place.inlay)
    write_page(results, versions, hardware_limits(place), page)
    if arguments.readme:
        readme.write(arguments.readme, results, versions)
    tell(f"{page / 'RESULTS.md'}")
    if failures:
        raise SystemExit(f"These rows have no result: {failures}")


if __name__ == "__main__":
    main()
