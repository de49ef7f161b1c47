"""CSV to typed Parquet in pyarrow: convert_pyarrow.py INPUT OUTPUT THREADS."""

import sys

import pyarrow as pa
import pyarrow.parquet
from typed_csv_pyarrow import read_typed

path, output, threads = sys.argv[1:]
pa.set_cpu_count(int(threads))
pa.set_io_thread_count(int(threads))
pyarrow.parquet.write_table(read_typed(path), output, compression="snappy")
