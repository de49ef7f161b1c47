"""Parquet into memory in Polars: read_polars.py FILE COLUMNS COLUMN VALUE OUTPUT THREADS; see read_pyarrow.py."""

import os
import sys
import time

path, columns, column, value, output, threads = sys.argv[1:]
os.environ["POLARS_MAX_THREADS"] = threads

import polars  # noqa: E402 The number of threads must be set before.

start = time.perf_counter()
table = polars.scan_parquet(path)
if column:
    table = table.filter(polars.col(column) == value)
if columns:
    table = table.select(columns.split(","))
found = table.collect()
print(time.perf_counter() - start)
if output:
    found.write_parquet(output)
