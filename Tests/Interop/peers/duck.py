"""DuckDB."""

import duckdb
import pyarrow as pa

NAME = "duckdb"
CODECS = {"none": "uncompressed"}
CANNOT_READ_ENCODED = {
    (column, "BYTE_STREAM_SPLIT"): "only supported for FLOAT, DOUBLE, INT32 or INT64"
    for column in ("decimal_19_0", "decimal_38_10", "required_decimal")
}


def connect() -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    connection.execute("SET TimeZone = 'UTC'")
    return connection


def read(path) -> pa.Table:
    return connect().sql(f"FROM read_parquet('{files(path)}')").to_arrow_table()


def write(table, path, codec) -> None:
    connection = connect()
    connection.register("input", table)
    connection.execute(f"COPY input TO '{path}' (FORMAT parquet, COMPRESSION {CODECS.get(codec, codec)})")


def files(path) -> str:
    return f"{path}/*.parquet" if path.is_dir() else str(path)
