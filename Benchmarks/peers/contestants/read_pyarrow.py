"""Parquet into memory in pyarrow: read_pyarrow.py FILE COLUMNS COLUMN VALUE THREADS.

COLUMNS are names between commas, or nothing for all; of the rows those are kept whose COLUMN is VALUE, or all.
"""

import sys
import time

import pyarrow as pa
import pyarrow.parquet

path, columns, column, value, threads = sys.argv[1:]
pa.set_cpu_count(int(threads))
pa.set_io_thread_count(int(threads))
start = time.perf_counter()
table = pyarrow.parquet.read_table(
    path, columns=columns.split(",") if columns else None, filters=[(column, "==", value)] if column else None
)
seconds = time.perf_counter() - start
print(seconds, table.num_rows, table.num_columns, sep="\n")
