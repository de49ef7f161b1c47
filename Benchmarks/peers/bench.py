"""Compares Inlay with its peers row by row, and tells the results on a page.

Each contestant of a row is a process of its own. They take turns, so that a busy moment of the machine hits all of
them; medians of all rounds count, and the results must be the same. What was measured is kept in the work folder, so
that rows can be measured anew one by one, and the page be written again.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from fnmatch import fnmatch
from pathlib import Path

from agreement import Disagreement
from contest import Failure, Row, run
from machine import facts
from measure import kilobytes
from page import write_page
from results import load, save
from rows import every_row
from rows.reading import seed_output
from setting import HERE, INPUTS, ROOT, Setting

ROWS = 10_000_000
QUICK_ROWS = 100_000


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", nargs="*", help="patterns of the rows to measure, as in --list (default: all)")
    parser.add_argument("--list", action="store_true", help="tell the names of the rows, and end")
    parser.add_argument("--missing", action="store_true", help="only those of them that were not measured before")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--quick", action="store_true", help="small made data, twice and three times the seed's rows")
    parser.add_argument("--data", type=Path, default=os.environ.get("INLAY_SPOTIFY_DATA"), help="folder of the inputs")
    parser.add_argument("--albums", type=Path, help="a file in the place of the real one; so --artists, --tracks")
    parser.add_argument("--artists", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--tracks", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--inlay", type=Path, default=ROOT / ".build/release/inlay", help="the command to measure")
    parser.add_argument("--bench", type=Path, default=ROOT / "Benchmarks/.build/release/inlay-bench")
    parser.add_argument("--work", type=Path, default=ROOT / ".build/bench", help="folder for data and outputs")
    parser.add_argument("--page", type=Path, help="folder for RESULTS.md and its chart (default: the work folder)")
    arguments = parser.parse_args()
    if arguments.data is None and not (arguments.albums and arguments.artists and arguments.tracks):
        parser.error(f"name the folder with {', '.join(INPUTS.values())} by --data or INLAY_SPOTIFY_DATA")
    return arguments


def setting(arguments: argparse.Namespace) -> Setting:
    inputs = {name: vars(arguments)[name] or arguments.data / file for name, file in INPUTS.items()}
    return Setting(
        inputs={name: path.resolve() for name, path in inputs.items()},
        inlay=arguments.inlay.resolve(),
        bench=arguments.bench.resolve(),
        work=(arguments.work / "quick" if arguments.quick else arguments.work).resolve(),
        threads=arguments.threads,
        rows=QUICK_ROWS if arguments.quick else ROWS,
        factors=(2, 3) if arguments.quick else (10, 40),
    )


def chosen(rows: list[Row], patterns: list[str] | None) -> list[Row]:
    found = [row for row in rows if not patterns or any(fnmatch(row.key, pattern) for pattern in patterns)]
    if not found:
        raise SystemExit(f"There is no such row: {' '.join(patterns or [])}. The rows: {' '.join(r.key for r in rows)}")
    return found


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
    arguments = parse_arguments()
    place = setting(arguments)
    rows = every_row(place)
    if arguments.list:
        print(*(row.key for row in rows), sep="\n")
        return
    place.work.mkdir(parents=True, exist_ok=True)
    # A contestant may have what the machine has now, but for an eighth.
    limit = kilobytes("/proc/meminfo", "MemAvailable") * 1024 * 7 // 8
    kept = place.work / "results.json"
    results = load(kept)
    wanted = [row for row in chosen(rows, arguments.rows) if not (arguments.missing and row.key in results)]
    begin = time.monotonic()
    failures = {}
    for row in wanted:
        print(f"{row.key} ({time.monotonic() - begin:.0f} s)", file=sys.stderr, flush=True)
        results.pop(row.key, None)
        try:
            results[row.key] = run(row, place.work, arguments.rounds, limit)
            print(f"  {results[row.key].summary}", file=sys.stderr, flush=True)
        except (Disagreement, Failure, subprocess.CalledProcessError) as error:
            failures[row.key] = str(error)
            print(f"  {error}", file=sys.stderr, flush=True)
        save(results, kept)
    measured = [results[row.key] for row in rows if row.key in results]
    page = place.work if arguments.quick or arguments.page is None else arguments.page.resolve()
    write_page(measured, facts(place.inlay), hardware_limits(place), page)
    print(f"{page / 'RESULTS.md'}", file=sys.stderr)
    print(f"{time.monotonic() - begin:.0f} s in all", file=sys.stderr)
    if failures:
        raise SystemExit(f"These rows have no result: {failures}")


if __name__ == "__main__":
    main()
