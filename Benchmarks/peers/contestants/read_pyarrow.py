"""Parquet into memory in pyarrow: read_pyarrow.py FILE COLUMNS COLUMN VALUE OUTPUT THREADS.

COLUMNS are names between commas, or nothing for all; of the rows those are kept whose COLUMN is VALUE, or all. Once the
time is told, what is in memory is written to OUTPUT, if that is not empty, so that it can be compared.
"""

import sys
import time

import pyarrow as pa
import pyarrow.parquet

path, columns, column, value, output, threads = sys.argv[1:]
pa.set_cpu_count(int(threads))
pa.set_io_thread_count(int(threads))
start = time.perf_counter()
table = pyarrow.parquet.read_table(
    path, columns=columns.split(",") if columns else None, filters=[(column, "==", value)] if column else None
)
print(time.perf_counter() - start)
if output:
    pyarrow.parquet.write_table(table, output)
