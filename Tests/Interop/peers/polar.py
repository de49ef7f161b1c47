"""Polars."""

import polars
import pyarrow as pa

NAME = "polars"
CODECS = {"none": "uncompressed"}
CANNOT_READ_ENCODED = {
    (column, encoding): "Decoding FixedLenByteArray.* not yet supported"
    for column in ("decimal_19_0", "decimal_38_10", "required_decimal")
    for encoding in ("DELTA_BYTE_ARRAY", "BYTE_STREAM_SPLIT")
}


def read(path) -> pa.Table:
    return polars.read_parquet(path).to_arrow()


def write(table, path, codec) -> None:
    polars.from_arrow(table).write_parquet(path, compression=CODECS.get(codec, codec))
