"""CSV to typed columns in memory in Polars: parse_polars.py INPUT THREADS."""

import os
import sys
import time

path, threads = sys.argv[1:]
os.environ["POLARS_MAX_THREADS"] = threads

import polars  # noqa: E402 The number of threads must be set before.

start = time.perf_counter()
table = polars.read_csv(path, infer_schema_length=None)
seconds = time.perf_counter() - start
print(seconds, table.height, table.width, sep="\n")
for column in table:
    if column.dtype in (polars.Int64, polars.Float64):
        print(column.sum())
