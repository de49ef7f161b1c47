"""CSV to typed Parquet in Polars: convert_polars.py MODE INPUT OUTPUT THREADS.

`collect` reads all of it and then writes, `sink` streams. Types are inferred over the whole file; points in
time stay texts, for to try them (`try_parse_dates`) ends in an error on the real albums, whose times end in " UTC".
"""

import os
import sys

mode, path, output, threads = sys.argv[1:]
os.environ["POLARS_MAX_THREADS"] = threads

import polars  # noqa: E402 The number of threads must be set before.

table = polars.scan_csv(path, infer_schema_length=None)
if mode == "sink":
    table.sink_parquet(output, compression="snappy", engine="streaming")
else:
    table.collect().write_parquet(output, compression="snappy")
