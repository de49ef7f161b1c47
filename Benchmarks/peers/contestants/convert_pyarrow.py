"""CSV to typed Parquet in pyarrow: convert_pyarrow.py INPUT OUTPUT THREADS.

Types are those of the first block, so it is as large as the file is: a smaller one is faster and fails on later rows.
"""

import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet

path, output, threads = sys.argv[1:]
pa.set_cpu_count(int(threads))
pa.set_io_thread_count(int(threads))
table = pyarrow.csv.read_csv(
    path,
    pyarrow.csv.ReadOptions(block_size=min(Path(path).stat().st_size + 1, (1 << 31) - 1)),
    pyarrow.csv.ParseOptions(newlines_in_values=True),
    pyarrow.csv.ConvertOptions(null_values=[""], strings_can_be_null=True, quoted_strings_can_be_null=False),
)
pyarrow.parquet.write_table(table, output, compression="snappy")
