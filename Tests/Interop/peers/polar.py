"""Polars."""

import polars
import pyarrow as pa

NAME = "polars"
CODECS = {"none": "uncompressed"}


def read(path) -> pa.Table:
    return polars.read_parquet(path).to_arrow()


def write(table, path, codec) -> None:
    polars.from_arrow(table).write_parquet(path, compression=CODECS.get(codec, codec))
