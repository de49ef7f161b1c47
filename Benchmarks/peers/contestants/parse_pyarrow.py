"""CSV to typed columns in memory in pyarrow: parse_pyarrow.py INPUT THREADS; see convert_pyarrow.py for the block."""

import sys
import time
from pathlib import Path

import pyarrow as pa
import pyarrow.compute
import pyarrow.csv

path, threads = sys.argv[1:]
pa.set_cpu_count(int(threads))
pa.set_io_thread_count(int(threads))
start = time.perf_counter()
table = pyarrow.csv.read_csv(
    path,
    pyarrow.csv.ReadOptions(block_size=min(Path(path).stat().st_size + 1, (1 << 31) - 1)),
    pyarrow.csv.ParseOptions(newlines_in_values=True),
    pyarrow.csv.ConvertOptions(null_values=[""], strings_can_be_null=True, quoted_strings_can_be_null=False),
)
seconds = time.perf_counter() - start
print(seconds, table.num_rows, table.num_columns, sep="\n")
for column in table.columns:
    if column.type in (pa.int64(), pa.float64()):
        print(pyarrow.compute.sum(column).as_py())
