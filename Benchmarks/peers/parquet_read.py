"""Compares Inlay with pyarrow in reading a Parquet file whole into memory.

The file is the seed job's output, which Inlay makes first, or any other one. The two take turns; each tells the seconds
between the opening of the file and its last value in memory, so that no start of a process counts.
"""

import argparse
import statistics
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]

PYARROW = """
import sys, time
import pyarrow as pa
import pyarrow.parquet as pq
pa.set_cpu_count(int(sys.argv[2])); pa.set_io_thread_count(int(sys.argv[2]))
start = time.perf_counter()
table = pq.read_table(sys.argv[1], use_threads=True)
print(time.perf_counter() - start, table.num_rows, table.num_columns)
"""


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path, help="the Parquet file")
    parser.add_argument("--reader", type=Path, default=ROOT / "Benchmarks/.build/release/parquet-read")
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


def seconds(command: list[str]) -> tuple[float, list[str]]:
    words = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    return float(words[0]), words[1:]


def main() -> None:
    arguments = parse_arguments()
    rest = [str(arguments.file), str(arguments.threads)]
    commands = {
        "inlay": [str(arguments.reader), *rest],
        "pyarrow": [sys.executable, "-c", PYARROW, *rest],
    }
    found: dict[str, list[float]] = {name: [] for name in commands}
    shapes = set()
    for _ in range(arguments.rounds):
        for name, command in commands.items():
            took, shape = seconds(command)
            found[name].append(took)
            shapes.add(tuple(shape))
    if len(shapes) != 1:
        raise SystemExit(f"the two read different tables, rows and columns: {shapes}")
    rows, columns = shapes.pop()
    print(f"{rows} rows, {columns} columns, {arguments.file.stat().st_size} bytes, {arguments.threads} threads")
    medians = {name: statistics.median(times) for name, times in found.items()}
    for name, times in found.items():
        print(f"{name:8} median {medians[name]:.3f} s, from {min(times):.3f} to {max(times):.3f}")
    print(f"inlay takes {medians['inlay'] / medians['pyarrow']:.2f} of pyarrow's time")


if __name__ == "__main__":
    main()
