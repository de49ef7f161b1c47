"""CSV to typed columns in memory in Polars: parse_polars.py INPUT OUTPUT THREADS; see parse_pyarrow.py."""

import os
import sys
import time

path, output, threads = sys.argv[1:]
os.environ["POLARS_MAX_THREADS"] = threads

import polars  # noqa: E402 The number of threads must be set before.

start = time.perf_counter()
table = polars.read_csv(path, infer_schema_length=None)
print(time.perf_counter() - start)
if output:
    table.write_parquet(output)
