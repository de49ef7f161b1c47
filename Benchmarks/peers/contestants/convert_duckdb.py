"""CSV to typed Parquet in DuckDB: convert_duckdb.py INPUT OUTPUT THREADS; the order of the rows is kept."""

import sys

import duckdb
from typed_csv_duckdb import typed_csv

path, output, threads = sys.argv[1:]
connection = duckdb.connect()
connection.execute(f"SET threads = {threads}")
connection.execute(f"COPY (FROM {typed_csv(path)}) TO '{output}' (FORMAT parquet, COMPRESSION snappy)")
