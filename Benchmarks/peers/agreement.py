"""Whether contestants did the same work."""

import math
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
# Sums of floating-point numbers depend on the order in which these are added.
TOLERANCE = 1e-9


class Disagreement(Exception):
    """Contestants gave different results."""


def same_lines(said: dict[str, list[str]], folders: dict[str, Path]) -> str:
    """What they printed after the time: numbers may differ where sums of floating-point numbers do, integers not."""
    first, *others = said
    for other in others:
        if not are_close(said[first], said[other]):
            raise Disagreement(f"{first} gives {said[first]}, and {other} {said[other]}")
    return "printed " + ", ".join(said[first])


def are_close(first: list[str], second: list[str]) -> bool:
    return len(first) == len(second) and all(map(is_close, first, second))


def is_close(first: str, second: str) -> bool:
    if first == second:
        return True
    values = number(first), number(second)
    if None in values or all(isinstance(value, int) for value in values):
        return values[0] is not None and values[0] == values[1]
    return math.isclose(*values, rel_tol=TOLERANCE)


def number(text: str) -> int | float | None:
    """The number that a text stands for: an integer where it can be one."""
    for kind in (int, float):
        try:
            return kind(text)
        except ValueError:
            continue
    return None


def same_rows(said: dict[str, list[str]], folders: dict[str, Path]) -> str:
    """The rows of the Parquet files in their folders, in any order."""
    return fingerprinted("fingerprint.py", folders)


def same_values(said: dict[str, list[str]], folders: dict[str, Path]) -> str:
    """The rows likewise, where types may differ that have the same values: see typed_fingerprint.py."""
    return fingerprinted("typed_fingerprint.py", folders)


def fingerprinted(script: str, folders: dict[str, Path]) -> str:
    """A script that prints a line for each folder; all must be the same."""
    command = [sys.executable, HERE / script, *folders.values()]
    lines = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
    if len(set(lines)) != 1:
        raise Disagreement(f"the files differ: {dict(zip(folders, lines, strict=True))}")
    return lines[0]
