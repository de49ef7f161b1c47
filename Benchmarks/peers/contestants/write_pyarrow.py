"""Parquet from memory in pyarrow: write_pyarrow.py INPUT OUTPUT THREADS; only the writing counts."""

import sys
import time

import pyarrow as pa
import pyarrow.parquet

path, output, threads = sys.argv[1:]
pa.set_cpu_count(int(threads))
pa.set_io_thread_count(int(threads))
table = pyarrow.parquet.read_table(path)
start = time.perf_counter()
pyarrow.parquet.write_table(table, output, compression="snappy")
print(time.perf_counter() - start, table.num_rows, sep="\n")
