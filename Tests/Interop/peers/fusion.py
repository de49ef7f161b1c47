"""DataFusion, which stands on arrow-rs."""

import datafusion
import pyarrow as pa

NAME = "datafusion"
CODECS = {"none": "uncompressed"}


def read(path) -> pa.Table:
    context = datafusion.SessionContext()
    context.register_parquet("input", str(path))
    return context.sql("SELECT * FROM input").to_arrow_table()


def write(table, path, codec) -> None:
    frame = datafusion.SessionContext().from_arrow(table)
    level = {"compression_level": 5} if codec in ("gzip", "zstd", "brotli") else {}
    frame.write_parquet(str(path), compression=CODECS.get(codec, codec), **level)
