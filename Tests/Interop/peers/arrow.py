"""pyarrow, which stands on Arrow C++."""

import pyarrow as pa
import pyarrow.parquet as pq

NAME = "pyarrow"


def read(path) -> pa.Table:
    # `partitioning=None`: a folder's name is no column.
    return pq.read_table(path, page_checksum_verification=True, partitioning=None)


def write(table, path, codec, **options) -> None:
    pq.write_table(table, path, compression=codec, store_schema=False, write_page_checksum=True, **options)
