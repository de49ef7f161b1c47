"""Writes the inputs of the joins: joins.py FOLDER ROWS.

| pair | left | right |
|---|---|---|
| large | ROWS, four in five have a partner | ROWS, each key once |
| small | ROWS, four in five have a partner | ROWS / 1000, each key once |
| skewed | ROWS, one in 25 has the most frequent key | ROWS, a key is there once on average, and up to ten times |

Each pair is there with keys that are integers, and with ones that are texts.
"""

import sys
from pathlib import Path

from generation import fraction, number, text, write


def main() -> None:
    folder, rows = Path(sys.argv[1]), int(sys.argv[2])
    for pair in ("large", "small", "skewed"):
        count = max(rows // 1000, 1) if pair == "small" else rows
        if pair == "skewed":
            left, right, order = f"floor({rows} * pow({fraction('left')}, 5))::BIGINT", number(rows, "right"), ""
        else:
            left, right, order = number(count + count // 4, "left"), "i", "ORDER BY hash(i)"
        for kind in ("integer", "text"):
            keys = (left, right) if kind == "integer" else (text(left), text(right))
            payload = {name: number(1_000_000, name) for name in "abcd"}
            columns = {"key": keys[0], "a": payload["a"], "b": payload["b"]}
            write(folder / f"{pair}-{kind}-left.parquet", rows, columns)
            columns = {"key": keys[1], "c": payload["c"], "d": payload["d"]}
            write(folder / f"{pair}-{kind}-right.parquet", count, columns, order)


if __name__ == "__main__":
    main()
