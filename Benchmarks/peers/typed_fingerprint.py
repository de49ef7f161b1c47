"""Prints the number of rows of folders of Parquet files and a hash of their values.

Where engines infer different types of a column, the wider one tells how its values are compared: as points in time, as
numbers, else as texts. No value and an empty text are the same here: engines differ in what an empty field is to them.
"""

import sys

import duckdb

KINDS = {
    "BOOLEAN": "BOOLEAN",
    "TINYINT": "DOUBLE",
    "SMALLINT": "DOUBLE",
    "INTEGER": "DOUBLE",
    "BIGINT": "DOUBLE",
    "FLOAT": "DOUBLE",
    "DOUBLE": "DOUBLE",
    "DATE": "TIMESTAMPTZ",
}


def kind(name: str) -> str:
    return "TIMESTAMPTZ" if name.startswith("TIMESTAMP") else KINDS.get(name, "VARCHAR")


def columns(folder: str) -> list[tuple[str, str]]:
    found = duckdb.sql(f"DESCRIBE FROM read_parquet('{folder}/*.parquet')").fetchall()
    return [(name, kind(of_type)) for name, of_type, *_ in found]


def common(kinds: set[str]) -> str:
    """What values of several kinds are compared as."""
    if len(kinds) == 1:
        return kinds.pop()
    return "TIMESTAMPTZ" if "TIMESTAMPTZ" in kinds else "VARCHAR"


def value(name: str, as_kind: str) -> str:
    # Some engines leave points in time as the texts that they were read from.
    text = f"coalesce(\"{name}\"::VARCHAR, '')"
    if as_kind == "VARCHAR":
        return text
    if as_kind == "TIMESTAMPTZ":
        return f"epoch_us(try_cast(replace({text}, ' UTC', '+00') AS TIMESTAMPTZ))"
    return f'"{name}"::{as_kind}'


duckdb.sql("SET TimeZone = 'UTC'")
described = {folder: columns(folder) for folder in sys.argv[1:]}
kinds = [common({kind for _, kind in at_place}) for at_place in zip(*described.values(), strict=True)]
for folder, names in described.items():
    values = ", ".join(value(name, kind) for (name, _), kind in zip(names, kinds, strict=True))
    ((rows, total),) = duckdb.sql(
        f"SELECT count(*), sum(hash({values})) FROM read_parquet('{folder}/*.parquet')"
    ).fetchall()
    print(f"{rows} rows, hash {total}")
