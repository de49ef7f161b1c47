#!/usr/bin/env python3
"""Counts the instructions of the library's work, and compares them with those that were recorded.

Ends with 1 when a piece of work takes over five in a hundred instructions more than was recorded, is not recorded, or
is gone. Counts that were recorded with other tools are compared all the same, but fail nothing.
"""

import argparse
import subprocess
import sys
from pathlib import Path

import callgrind
import environment
from comparison import Record, compare, report

THRESHOLDS = Path(__file__).with_name("thresholds.json")
# How often works are counted again that take more than was recorded: hash tables have another seed in each process, and
# with one in many of them a join probes a tenth more slots.
RECOUNTS = 2


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--binary", type=Path, required=True, help="the command count-work")
    parser.add_argument("--record", action="store_true", help="write the counts down as what is expected from now on")
    parser.add_argument("--show", action="store_true", help="print every count")
    parser.add_argument("prefixes", nargs="*", help="count only works whose names begin so")
    arguments = parser.parse_args()

    listed = subprocess.run([arguments.binary], check=True, capture_output=True, text=True).stdout.splitlines()
    prefixes = tuple(arguments.prefixes) or ("",)
    names = [name for name in listed if name.startswith(prefixes)]
    counted = Record(environment.describe(), callgrind.count(arguments.binary, names))
    if arguments.show:
        for name, instructions in counted.instructions.items():
            print(f"{instructions:>14,}  {name}")
    if arguments.record:
        return record(counted, is_whole=names == listed)
    return check(arguments.binary, counted, is_whole=names == listed)


def record(counted: Record, is_whole: bool) -> int:
    if not is_whole:
        known = Record.read(THRESHOLDS)
        if known.environment != counted.environment:
            print("The other counts were recorded with other tools: record all of them.", file=sys.stderr)
            return 1
        counted.instructions = known.instructions | counted.instructions
    counted.write(THRESHOLDS)
    print(f"{len(counted.instructions)} counts are recorded in {THRESHOLDS}.")
    return 0


def check(binary: Path, counted: Record, is_whole: bool) -> int:
    known = Record.read(THRESHOLDS)
    found = compare(known, counted, is_whole)
    for _ in range(RECOUNTS):
        if found.fails and found.regressions:
            for name, count in callgrind.count(binary, list(found.regressions)).items():
                counted.instructions[name] = min(count, counted.instructions[name])
            found = compare(known, counted, is_whole)
    print(report(found) or f"{len(counted.instructions)} counts are as recorded.")
    return 1 if found.fails else 0


if __name__ == "__main__":
    sys.exit(main())
