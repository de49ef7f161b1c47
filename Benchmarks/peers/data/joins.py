"""Writes the inputs of joins: joins.py FOLDER ROWS PAIR.

| pair | left | right |
|---|---|---|
| large | ROWS, four in five have a partner | ROWS, each key once |
| small | ROWS, four in five have a partner | ROWS / 1000, each key once |
| skewed | ROWS, one in 25 has the most frequent key | ROWS, a key is there once on average, and up to ten times |
| spread | as in the large pair | as in the large pair |

Each pair is there with keys that are integers, and with ones that are texts of them. The integers are counted from 0,
so that an engine may look them up without a hash; those of the spread pair, which has no texts, lie far from each
other.
"""

import sys
from collections.abc import Callable
from pathlib import Path

from generation import fraction, number, text, write

# A prime below 2³⁹, with which ten million numbers reach over most of what 64 bits can say.
DISTANCE = 549_755_813_881


def integer(of: str) -> str:
    return of


def spread(of: str) -> str:
    return f"{of} * {DISTANCE}"


def numbers(pair: str, rows: int, partners: int) -> tuple[str, str, str]:
    """The numbers of the keys of the left and of the right, and the order of the right."""
    if pair == "skewed":
        return f"floor({rows} * pow({fraction('left')}, 5))::BIGINT", number(rows, "right"), ""
    return number(partners + partners // 4, "left"), "i", "ORDER BY hash(i)"


def kinds(pair: str) -> dict[str, Callable[[str], str]]:
    return {"integer": spread} if pair == "spread" else {"integer": integer, "text": text}


def main() -> None:
    folder, rows, pair = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    partners = max(rows // 1000, 1) if pair == "small" else rows
    left, right, order = numbers(pair, rows, partners)
    payload = {name: number(1_000_000, name) for name in "abcd"}
    for kind, key in kinds(pair).items():
        columns = {"key": key(left), "a": payload["a"], "b": payload["b"]}
        write(folder / f"{pair}-{kind}-left.parquet", rows, columns)
        columns = {"key": key(right), "c": payload["c"], "d": payload["d"]}
        write(folder / f"{pair}-{kind}-right.parquet", partners, columns, order)


if __name__ == "__main__":
    main()
