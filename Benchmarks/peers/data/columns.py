"""Writes tables of one column each, to be read and then written anew: columns.py FOLDER ROWS.

They hold no dictionaries and are not compressed, so that whoever reads them has plain values in memory.
"""

import sys
from pathlib import Path

from generation import fraction, number, text, write

COLUMNS = {
    "few-texts": text(number(100, "few")),
    "many-texts": text(number(1 << 40, "many")),
    "integers": number(10_000_000, "integers"),
    # A normal distribution, by the transform of Box and Muller.
    "doubles": f"sqrt(-2 * ln(1 - {fraction('radius')})) * cos(2 * pi() * {fraction('angle')})",
    # Events of some weeks, in the order in which they came.
    "timestamps": f"make_timestamp(1700000000000000 + i * 250000 + {number(250_000, 'timestamps')})",
}


def main() -> None:
    folder, rows = Path(sys.argv[1]), int(sys.argv[2])
    for name, expression in COLUMNS.items():
        path = folder / f"{name}.parquet"
        write(path, rows, {"value": expression}, compression="none", use_dictionary=False)


if __name__ == "__main__":
    main()
