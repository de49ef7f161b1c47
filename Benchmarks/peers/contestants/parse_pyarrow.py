"""CSV to typed columns in memory in pyarrow: parse_pyarrow.py INPUT OUTPUT THREADS.

Once the time is told, what is in memory is written to OUTPUT, if that is not empty, so that it can be compared.
"""

import sys
import time

import pyarrow as pa
import pyarrow.parquet
from typed_csv_pyarrow import read_typed

path, output, threads = sys.argv[1:]
pa.set_cpu_count(int(threads))
pa.set_io_thread_count(int(threads))
start = time.perf_counter()
table = read_typed(path)
print(time.perf_counter() - start)
if output:
    pyarrow.parquet.write_table(table, output)
