"""Writes the input of the groups: groups.py FOLDER ROWS.

Integers and texts that have ten, ROWS / 100 and ROWS / 2 distinct values, and two columns of numbers to compute with.
"""

import sys
from pathlib import Path

from generation import fraction, number, text, write


def main() -> None:
    folder, rows = Path(sys.argv[1]), int(sys.argv[2])
    columns = {"a": number(1_000_000, "a"), "x": fraction("x")}
    for name, count in {"low": 10, "medium": rows // 100, "high": rows // 2}.items():
        columns[f"integer_{name}"] = number(max(count, 1), name)
        columns[f"text_{name}"] = text(number(max(count, 1), name))
    write(folder / "groups.parquet", rows, columns)


if __name__ == "__main__":
    main()
