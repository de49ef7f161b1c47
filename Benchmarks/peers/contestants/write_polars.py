"""Parquet from memory in Polars: write_polars.py INPUT OUTPUT THREADS; only the writing counts."""

import os
import sys
import time

path, output, threads = sys.argv[1:]
os.environ["POLARS_MAX_THREADS"] = threads

import polars  # noqa: E402 The number of threads must be set before.

table = polars.read_parquet(path)
start = time.perf_counter()
table.write_parquet(output, compression="snappy")
print(time.perf_counter() - start, table.height, sep="\n")
