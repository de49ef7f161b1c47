"""Makes columns out of row numbers by SQL, always the same ones, and writes them."""

from pathlib import Path

import duckdb
import pyarrow.parquet

ROW_GROUP = 1 << 20


def number(below: int, salt: str, of: str = "i") -> str:
    """An integer from 0 that looks like a random one."""
    return f"(hash({of}, '{salt}') % {below})::BIGINT"


def fraction(salt: str) -> str:
    """A number from 0 to 1 that looks like a random one."""
    return f"((hash(i, '{salt}') >> 11) / (1::BIGINT << 53)::DOUBLE)"


def text(of: str) -> str:
    """A text of 22 characters, as the real inputs' ids are: the same for the same number, and of no visible order."""
    return f"left(to_base64(unhex(md5(({of})::VARCHAR))), 22)"


def write(path: Path, rows: int, columns: dict[str, str], order: str = "", **options) -> None:
    """Writes the values of expressions over the row numbers `i` as a Parquet file, by another engine than made them."""
    names = ", ".join(f"{expression} AS {name}" for name, expression in columns.items())
    made = duckdb.sql(f"SELECT {names} FROM range({rows}) AS numbers(i) {order}").to_arrow_table()
    options = {"compression": "snappy", "row_group_size": ROW_GROUP, **options}
    pyarrow.parquet.write_table(made.combine_chunks(), path, **options)
